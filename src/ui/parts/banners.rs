//! What the user must know at once, on whatever screen: data that is not kept, data that could not
//! be read, a new version.

use super::keeping::keeping;
use crate::browser;
use crate::file::{Kind, Progress, file_name, seal};
use crate::ui::dom::{El, Node, el, live};
use crate::ui::session::Session;
use crate::words::{self, exchange, screens as say};

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
    let mut all = vec![not_kept(session), aside, new_version];
    all.extend(keeping(session));
    Node::from(all)
}

pub(super) fn banner(tone: &str, role: &str) -> El {
    el("section")
        .class(&format!("banner {tone}"))
        .attr("role", role)
}

/// Saves every record of this device to one file.
pub(in crate::ui) fn save_all_to_file(session: Session) {
    let parcels = session
        .workspace
        .with_untracked(|workspace| workspace.parcels(|_| true));
    if parcels.is_empty() {
        session.say(say::NOTHING_TO_SAVE);
        return;
    }
    let name = format!(
        "{}.json",
        file_name(&parcels, session.today.get_untracked())
    );
    let saved = seal(Kind::Progress, &Progress { parcels }, browser::now())
        .is_ok_and(|text| browser::download(&name, &text).is_ok());
    session.say(if saved {
        exchange::DOWNLOADED
    } else {
        exchange::SHARE_FAILED
    });
}
