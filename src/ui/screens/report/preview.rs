//! The report as it would be printed.

use super::Desk;
use crate::browser;
use crate::report::Format;
use crate::ui::dom::{El, el, live};
use crate::ui::parts::Writing;
use crate::ui::state::RwSignal;
use crate::words::reporting as say;
use leptos::prelude::Effect;
use leptos::task::spawn_local;

/// Where the report stands; on a phone that is below all that is asked for it.
pub(super) const PLACE: &str = "report";

/// Its sheets.
const SHEETS: &str = "report-sheets";

const FORMAT: Format = Format::Page;

pub(super) fn preview(desk: Desk) -> El {
    let writing = Writing::new();
    // The number of the last drawing.
    let last = RwSignal::new(0_usize);
    let draw = move || {
        let number = last.get_untracked() + 1;
        last.set(number);
        writing.begin(say::what(FORMAT), desk.order(FORMAT), move |bytes| {
            // Another one may be asked for while it comes in, or the screen left.
            let is_wanted = move || last.try_get_untracked() == Some(number);
            spawn_local(async move {
                let page = String::from_utf8(bytes).unwrap_or_default();
                browser::show_markup(SHEETS, &page, is_wanted).await;
            });
        });
    };
    // Whatever the report is made of: when it changes, it is drawn anew.
    Effect::new(move |_: Option<()>| draw());
    let sheets = el("div").class("report-sheets").attr("id", SHEETS);
    el("section")
        .class("report-page")
        .attr("id", PLACE)
        .attr("aria-label", say::PREVIEW)
        .with(writing.said())
        .with(live(move || writing.has_failed().then(|| again(draw))))
        .with(sheets)
}

fn again(draw: impl Fn() + 'static) -> El {
    el("button").class("second").with(say::AGAIN).on_click(draw)
}
