//! The ways to hand a file on: to another app where the browser can, and as a download everywhere.

use super::icon::{Icon, icon};
use crate::browser;
use crate::ui::dom::{El, el};
use crate::ui::session::Session;
use crate::ui::state::StoredValue;
use crate::words::exchange as say;
use crate::workspace::Action;
use leptos::task::spawn_local;

/// A file to be handed on.
pub(in crate::ui) struct Letter {
    /// Its name, without the ending.
    pub(in crate::ui) name: String,
    pub(in crate::ui) text: String,
    /// What is remembered once it was handed on.
    pub(in crate::ui) sent: Option<Action>,
}

/// What is said about a kind of file.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Sayings {
    pub(in crate::ui) share: &'static str,
    pub(in crate::ui) download: &'static str,
    pub(in crate::ui) shared: &'static str,
    pub(in crate::ui) downloaded: &'static str,
}

type Write = Box<dyn Fn() -> Option<Letter> + Send + Sync>;

/// Shows the buttons; `first` is the class of the first. The file is written when one is pressed.
pub(in crate::ui) fn ways(
    session: Session,
    first: &'static str,
    say: Sayings,
    write: impl Fn() -> Option<Letter> + Send + Sync + 'static,
) -> Vec<El> {
    let write: StoredValue<Write> = StoredValue::new(Box::new(write));
    let letter = move || write.with_value(|write| write());
    let way = |class: &str, sign: Icon, label: &str| {
        el("button").class(class).with(icon(sign)).with(label)
    };
    let can_share = browser::can_share();
    let by_share = can_share.then(|| {
        way(first, Icon::Share, say.share).on_click(move || share(session, say, letter()))
    });
    let class = if can_share { "second wide" } else { first };
    let by_download =
        way(class, Icon::Download, say.download).on_click(move || download(session, say, letter()));
    by_share.into_iter().chain([by_download]).collect()
}

fn download(session: Session, say: Sayings, letter: Option<Letter>) {
    let is_saved =
        |letter: &Letter| browser::download(&format!("{}.json", letter.name), &letter.text).is_ok();
    let saved = letter.filter(is_saved);
    session.say(if saved.is_some() {
        say.downloaded
    } else {
        say::SHARE_FAILED
    });
    if let Some(action) = saved.and_then(|letter| letter.sent) {
        session.act(action);
    }
}

fn share(session: Session, say: Sayings, letter: Option<Letter>) {
    spawn_local(async move {
        let Some(Letter { name, text, sent }) = letter else {
            return session.say(say::SHARE_FAILED);
        };
        match browser::share(&format!("{name}.json.txt"), &text).await {
            Ok(true) => {
                if let Some(action) = sent {
                    session.act(action);
                }
                session.say(say.shared);
            }
            Ok(false) => {}
            Err(_) => session.say(say::SHARE_FAILED),
        }
    });
}
