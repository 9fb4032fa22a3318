//! The report as it would be printed.

use super::Desk;
use crate::browser;
use crate::report::Format;
use crate::ui::dom::{El, el, live};
use crate::ui::parts::Writing;
use crate::ui::state::RwSignal;
use crate::view::Markup;
use crate::words::reporting as say;
use leptos::prelude::Effect;

/// Where the report stands; on a phone that is below all that is asked for it.
pub(super) const PLACE: &str = "report";

const FORMAT: Format = Format::Page;

pub(super) fn preview(desk: Desk) -> El {
    let writing = Writing::new();
    let page = RwSignal::new(String::new());
    let draw = move || {
        writing.begin(say::what(FORMAT), desk.order(FORMAT), move |bytes| {
            // To take over so much and to show it each take a moment, and the screen may be left in between.
            browser::after(0, move || {
                page.try_update(|page| *page = String::from_utf8(bytes).unwrap_or_default());
            });
        });
    };
    // Whatever the report is made of: when it changes, it is drawn anew.
    Effect::new(move |_: Option<()>| draw());
    let sheets = el("div")
        .class("report-sheets")
        .markup(move || Markup::written(page.get()));
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
