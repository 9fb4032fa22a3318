//! The message about what just happened, with undo where there is one.

use crate::ui::dom::{El, el, live, text};
use crate::ui::page::Page;
use crate::words::screens as say;

pub(in crate::ui) fn toast(page: Page) -> El {
    let has_undo = move || {
        page.toast
            .with(|toast| toast.as_ref().is_some_and(|toast| toast.undo.is_some()))
    };
    let undo = move || {
        if let Some(undo) = page.toast.get_untracked().and_then(|toast| toast.undo) {
            page.toast.set(None);
            undo();
        }
    };
    let said = move || {
        let toast = page.toast.get();
        toast.map(|toast| toast.text).unwrap_or_default()
    };
    el("div")
        .class_live(move || {
            if page.toast.with(Option::is_some) {
                "toast shown"
            } else {
                "toast"
            }
            .to_owned()
        })
        .with(el("p").attr("role", "status").with(text(said)))
        .with(live(move || {
            has_undo().then(|| el("button").class("plain").with(say::UNDO).on_click(undo))
        }))
}
