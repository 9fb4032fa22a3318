//! Phím tắt: the keys of the app, listed from the table by which they are obeyed.

use crate::browser;
use crate::ui::dom::{El, el};
use crate::ui::parts::{Icon, icon};
use crate::ui::session::Session;
use crate::view::SHORTCUTS;
use crate::words::{help as say, screens};
use leptos::prelude::*;

const SHEET: &str = "keys";

pub(in crate::ui) fn key_sheet(session: Session) -> El {
    Effect::new(|_| browser::open_modal(SHEET));
    let close = el("button")
        .class("round")
        .attr("aria-label", screens::CLOSE)
        .with(icon(Icon::Close))
        .on_click(|| browser::close_dialog(SHEET));
    let title = el("h2").attr("id", "keys-title").with(say::KEYS);
    el("dialog")
        .class("card keys")
        .attr("id", SHEET)
        .attr("aria-labelledby", "keys-title")
        // Escape closes it, too; the browser gives the focus back.
        .on("close", move |_| session.page.lists_keys.set(false))
        .with(el("header").with(title).with(close))
        .with(key_table())
}

fn key_table() -> El {
    let rows = SHORTCUTS.iter().map(|it| {
        el("tr")
            .with(
                el("th")
                    .attr("scope", "row")
                    .with(el("kbd").with(say::key_name(it))),
            )
            .with(el("td").with(say::does(it.command)))
    });
    el("table").with(el("tbody").with(rows.collect::<Vec<_>>()))
}
