//! Sao lưu: save everything at once, and how lasting what is kept here is.

use super::snapshots::snapshots;
use crate::browser;
use crate::front::SinceBackup;
use crate::ui::dom::{El, Node, el, live, text};
use crate::ui::parts::{Sayings, backup_letter, ways};
use crate::ui::session::Session;
use crate::ui::state::RwSignal;
use crate::view;
use crate::words::{backup as say, guard};
use leptos::task::spawn_local;

const SAYINGS: Sayings = Sayings {
    share: say::SHARE,
    download: say::DOWNLOAD,
    shared: say::SHARED,
    downloaded: say::DOWNLOADED,
    locked: Some(guard::LOCK_BACKUP_HINT),
};

pub(super) fn backup(session: Session) -> El {
    let last = text(move || {
        session.workspace.with(|known| {
            let at = known.settings.backed_up.as_ref().map(|backup| backup.at);
            say::last(at, SinceBackup::of(known).changes)
        })
    });
    el("section")
        .class("card")
        .attr("id", "sao-luu")
        .with(el("h2").with(say::BACKUP))
        .with(el("p").with(last))
        .with(
            el("div")
                .class("ways")
                .with(ways(session, "button", SAYINGS, move |is_locked| {
                    backup_letter(session, is_locked)
                })),
        )
        .with(el("p").class("hint").with(say::HINT))
        .with(snapshots(session))
}

/// Says whether the browser promised to keep what is stored, and why it may be lost.
pub(super) fn lasting() -> Vec<Node> {
    let is_kept = RwSignal::new(None);
    spawn_local(async move {
        let said = browser::is_kept().await;
        // The screen may have been left.
        if is_kept.try_get_untracked().is_some() {
            is_kept.set(said);
        }
    });
    let said = live(move || {
        let words = |is_kept: bool| {
            if is_kept {
                say::LASTING
            } else {
                say::NOT_LASTING
            }
        };
        is_kept.get().map(|is_kept| el("p").with(words(is_kept)))
    });
    let risk = view::risk(&browser::place());
    let risk = risk.map(|risk| el("p").class("refusal").with(say::risk(risk)));
    vec![said, risk.into()]
}
