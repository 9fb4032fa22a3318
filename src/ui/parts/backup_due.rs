//! The reminder to back up.

use super::banners::banner;
use crate::browser;
use crate::front::Front;
use crate::ui::dom::{El, Node, el, live};
use crate::ui::page::Page;
use crate::ui::rest::{self, Errand};
use crate::ui::state::Memo;
use crate::view::{self, Route, Screen};
use crate::words::backup as say;

/// Reminds of the backup, until it is made or put off.
pub(in crate::ui) fn backup_due(page: Page) -> Node {
    if browser::is_trial() {
        return Node::from(());
    }
    let is_file = browser::is_file();
    let due = Memo::new(move || {
        let today = page.today.get();
        page.with_front(|Front { since_backup, .. }| {
            view::is_backup_due(since_backup, today, is_file)
                .then(|| say::due(since_backup.at, since_backup.changes))
        })
    });
    live(move || {
        due.get().map(|said| {
            let later = el("button")
                .class("plain")
                .with(say::LATER)
                .on_click(move || rest::run(page, Errand::PutOffBackup));
            banner("gold", "status")
                .with(el("p").with(said))
                .with(to_settings(say::TO_BACKUP))
                .with(later)
        })
    })
}

pub(super) fn to_settings(label: &str) -> El {
    el("a")
        .class("second")
        .attr("href", &Route::to(Screen::Settings).address())
        .with(label)
}
