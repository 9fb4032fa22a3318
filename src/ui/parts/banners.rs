//! What the user must know at once, on whatever screen: data that is not kept, data that could not
//! be read, a new version.

use super::backup_file::save_all_to_file;
use super::install::install_offer;
use super::keeping::keeping;
use crate::browser;
use crate::ui::dom::{El, Node, el, live};
use crate::ui::session::Session;
use crate::ui::state::Memo;
use crate::ui::turn::Writer;
use crate::words::{self, backup, screens as say};

/// Says that the latest change is not kept on the device, with the way out.
pub(in crate::ui) fn not_kept(session: Session) -> Node {
    live(move || {
        session.fault.get().map(|error| {
            let said = el("p")
                .with(el("b").with(words::store_error(&error)))
                .with(" ")
                .with(words::store_error_way_out(&error));
            let save = el("button")
                .class("second")
                .with(say::SAVE_TO_FILE)
                .on_click(move || save_all_to_file(session));
            banner("lacquer", "alert").with(said).with(save)
        })
    })
}

/// Says that another tab writes, and offers to write here.
pub(in crate::ui) fn another_writes(session: Session) -> Node {
    let is_told = Memo::new(move || session.turn.writer.get() == Writer::Another);
    live(move || {
        is_told.get().then(|| {
            let take = el("button")
                .class("second")
                .with(say::WRITE_HERE)
                .on_click(move || session.take_turn());
            banner("indigo", "status")
                .with(el("p").with(say::ANOTHER_WRITES))
                .with(take)
        })
    })
}

/// Shows all that the user must know at once.
pub(in crate::ui) fn banners(session: Session) -> Node {
    let aside = live(move || {
        let said = session.aside.with(|aside| {
            aside
                .iter()
                .find(|text| text.error.is_some())
                .map(words::aside)
        });
        let more = || {
            el("a")
                .class("second")
                .attr("href", "#/cai-dat")
                .with(say::SETTINGS)
        };
        said.map(|said| {
            banner("gold", "alert")
                .with(el("p").with(said))
                .with(more())
        })
    });
    let new_version = live(move || {
        session.new_version.get().then(|| {
            let take = el("button")
                .class("second")
                .with(say::TAKE_NEW_VERSION)
                .on_click(browser::take_new_version);
            banner("indigo", "status")
                .with(el("p").with(say::NEW_VERSION))
                .with(take)
        })
    });
    let mut all = vec![
        not_kept(session),
        notice(session),
        another_writes(session),
        aside,
        new_version,
    ];
    // In a trial there is nothing to lose.
    if !browser::is_trial() {
        all.push(install_offer(session));
        all.extend(keeping(session));
    }
    Node::from(all)
}

/// Tells what happened to what is kept here, until it was read.
fn notice(session: Session) -> Node {
    live(move || {
        session.notice.get().map(|said| {
            let read = el("button")
                .class("plain")
                .with(backup::UNDERSTOOD)
                .on_click(move || session.notice.set(None));
            banner("gold", "alert").with(el("p").with(said)).with(read)
        })
    })
}

pub(super) fn banner(tone: &str, role: &str) -> El {
    el("section")
        .class(&format!("banner {tone}"))
        .attr("role", role)
}
