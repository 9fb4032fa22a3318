//! The report as a file, on paper, or as text for a chat; and its deadlines for a calendar.

use super::Desk;
use super::preview::PLACE;
use crate::browser;
use crate::report::{Format, Wanted};
use crate::ui::dom::{El, el};
use crate::ui::parts::{Icon, Writing, copy, icon, save_calendar};
use crate::words::{exchange, reporting as say};

const SECOND: &str = "second wide";

pub(super) fn fetch(desk: Desk) -> El {
    let writing = Writing::new();
    let file = move |class: &str, format: Format| {
        way(class, Icon::Download, say::fetch(format)).on_click(move || {
            writing.begin(say::what(format), desk.order(format), move |bytes| {
                save(desk, format, &bytes);
            });
        })
    };
    let text = way(SECOND, Icon::Copy, say::COPY).on_click(move || {
        let format = Format::Text;
        writing.begin(say::what(format), desk.order(format), move |bytes| {
            let text = String::from_utf8(bytes).unwrap_or_default();
            copy(desk.session, text, say::COPIED);
        });
    });
    let look = el("button")
        .class("plain to-preview")
        .with(say::TO_PREVIEW)
        .on_click(|| browser::scroll_to(PLACE));
    let others = el("details")
        .class("more")
        .with(el("summary").with(exchange::OTHER_WAYS))
        .with(el("div").class("ways").with(vec![
            text,
            file(SECOND, Format::Csv),
            calendar(desk, writing),
        ]));
    el("section")
        .class("card")
        .with(el("h2").with(say::FILES))
        .with(el("div").class("ways").with(vec![
            file("button", Format::Word),
            file(SECOND, Format::Excel),
            way(SECOND, Icon::Print, say::PRINT).on_click(browser::print),
            look,
            others,
        ]))
        .with(writing.said())
}

fn way(class: &str, sign: Icon, label: &str) -> El {
    el("button").class(class).with(icon(sign)).with(label)
}

/// The deadlines of the plan from the day of the report on, for whom it tells of.
fn calendar(desk: Desk, writing: Writing) -> El {
    way(SECOND, Icon::Today, say::FETCH_CALENDAR).on_click(move || {
        let report = desk.id();
        let name = desk
            .session
            .workspace
            .with_untracked(|known| Some(known.plans.get(&report.plan)?.short_name().to_owned()));
        let wanted = Wanted::Deadlines(name.unwrap_or_default(), report.scope, desk.as_of());
        let order = desk.order_of(&report.plan, wanted);
        writing.begin(say::CALENDAR, order, move |bytes| {
            save_calendar(desk.session, &desk.file_name(), &bytes);
        });
    })
}

fn save(desk: Desk, format: Format, bytes: &[u8]) {
    let name = [&desk.file_name(), format.ending()].concat();
    let said = match browser::download_bytes(&name, bytes, format.media_type()) {
        Ok(()) => say::SAVED,
        Err(_) => exchange::SHARE_FAILED,
    };
    desk.session.say(said);
}
