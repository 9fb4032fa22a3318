//! What lies open over a screen: a sheet on a phone, a pane on a wide screen.

use super::banners::{another_writes, not_kept};
use super::icon::{Icon, icon};
use super::toast::toast;
use super::trial::trial_banner;
use crate::browser;
use crate::ui::dom::{El, Node, el};
use crate::ui::session::Session;
use crate::view::Route;
use crate::words::screens as say;
use leptos::prelude::*;

const SHEET: &str = "sheet";

/// Shows a sheet with a title and a button that closes it by the address.
pub(in crate::ui) fn sheet(
    session: Session,
    title: impl Into<Node>,
    content: impl Into<Node>,
) -> El {
    give_focus_back(session);
    Effect::new(|_| browser::open_dialog(SHEET));
    // Escape and the phone's back gesture close by the address, like the button.
    let cancel = move |event: web_sys::Event| {
        event.prevent_default();
        session.page.close();
    };
    let close = el("button")
        .class("round")
        .attr("aria-label", say::CLOSE)
        .with(icon(Icon::Close));
    let head = el("header")
        .with(
            el("h2")
                .attr("id", "sheet-title")
                .attr("tabindex", "-1")
                .attr("autofocus", "")
                .with(title),
        )
        .with(close.on_click(move || session.page.close()));
    el("dialog")
        .class("sheet")
        .attr("id", SHEET)
        .attr("aria-labelledby", "sheet-title")
        .on("cancel", cancel)
        .on("keydown", move |event| {
            if browser::is_escape(&event) {
                session.page.close();
            }
        })
        .with(head)
        .with(trial_banner())
        .with(not_kept(session))
        .with(another_writes(session))
        .with(content)
        .with(toast(session.page))
}

/// When the sheet is closed, whatever opened it has the focus again.
fn give_focus_back(session: Session) {
    let opener = StoredValue::new_local(Some(browser::opener()));
    let address = session.route.with_untracked(Route::address);
    on_cleanup(move || {
        let opener = opener.try_update_value(Option::take).flatten();
        // While the sheet is there, nothing behind it takes the focus.
        browser::after(0, move || {
            if let Some(opener) = opener {
                opener.give_back(&address);
            }
        });
    });
}
