//! The message about what just happened, with undo where there is one.

use crate::ui::dom::{El, el, live, text};
use crate::ui::session::Session;
use crate::words::screens as say;

pub(in crate::ui) fn toast(session: Session) -> El {
    let has_undo = move || {
        session
            .toast
            .with(|toast| toast.as_ref().is_some_and(|toast| toast.undo.is_some()))
    };
    let undo = move || {
        if let Some(action) = session.toast.get_untracked().and_then(|toast| toast.undo) {
            session.toast.set(None);
            session.act(action);
        }
    };
    let said = move || {
        session
            .toast
            .get()
            .map(|toast| toast.text)
            .unwrap_or_default()
    };
    el("div")
        .class_live(move || {
            if session.toast.with(Option::is_some) {
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
