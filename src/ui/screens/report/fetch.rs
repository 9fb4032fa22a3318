//! The report as a file, on paper, or as text for a chat.

use super::Desk;
use super::preview::PLACE;
use super::writing::Writing;
use crate::browser;
use crate::report::Format;
use crate::ui::dom::{El, el, live};
use crate::ui::parts::{Icon, copy, icon};
use crate::words::{exchange, reporting as say};

pub(super) fn fetch(desk: Desk) -> El {
    let writing = Writing::new(desk);
    let file = move |class: &str, format: Format| {
        way(class, Icon::Download, say::fetch(format)).on_click(move || {
            writing.begin(format, move |bytes| save(desk, format, &bytes));
        })
    };
    let text = way("second wide", Icon::Copy, say::COPY).on_click(move || {
        writing.begin(Format::Text, move |bytes| {
            let text = String::from_utf8(bytes).unwrap_or_default();
            copy(desk.session, text, say::COPIED);
        });
    });
    let print = way("second wide", Icon::Print, say::PRINT).on_click(browser::print);
    let others = el("details")
        .class("more")
        .with(el("summary").with(exchange::OTHER_WAYS))
        .with(el("div").class("ways").with(vec![
            text,
            file("second wide", Format::Csv),
            file("second wide", Format::Calendar),
        ]));
    let look = el("button")
        .class("plain to-preview")
        .with(say::TO_PREVIEW)
        .on_click(|| browser::scroll_to(PLACE));
    el("section")
        .class("card")
        .with(el("h2").with(say::FILES))
        .with(el("div").class("ways").with(vec![
            file("button", Format::Word),
            file("second wide", Format::Excel),
            print,
            look,
            others,
        ]))
        .with(live(move || writing.said()))
}

fn way(class: &str, sign: Icon, label: &str) -> El {
    el("button").class(class).with(icon(sign)).with(label)
}

fn save(desk: Desk, format: Format, bytes: &[u8]) {
    let name = [&desk.file_name(), format.ending()].concat();
    let said = match browser::download_bytes(&name, bytes, format.media_type()) {
        Ok(()) => say::SAVED,
        Err(_) => exchange::SHARE_FAILED,
    };
    desk.session.say(said);
}
