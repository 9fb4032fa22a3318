//! The ways to hand a file on: to another app where the browser can, as a download everywhere, and
//! further ways behind those.

use super::icon::{Icon, icon};
use crate::browser;
use crate::file::Mail;
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
    /// The address that a mail goes to; without one the user chooses it.
    pub(in crate::ui) to: Option<String>,
    /// The subject of a mail, and what it says before the file.
    pub(in crate::ui) subject: String,
    pub(in crate::ui) words: String,
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
    let can_share = browser::can_share();
    let by_share = can_share.then(|| {
        way(first, Icon::Share, say.share).on_click(move || share(session, say, letter()))
    });
    let class = if can_share { SECOND } else { first };
    let by_download = way(class, Icon::Download, say.download)
        .on_click(move || download(session, letter(), ".json", say.downloaded));
    by_share
        .into_iter()
        .chain([by_download, others(session, letter)])
        .collect()
}

/// Copies a text and says so; where the browser copies nothing, the text stands on the page.
pub(in crate::ui) fn copy(session: Session, text: String, copied: &'static str) {
    spawn_local(async move {
        let is_copied = browser::copy(&text).await;
        session.say(if is_copied {
            copied
        } else {
            say::TEXT_NOT_COPIED
        });
    });
}

const SECOND: &str = "second wide";

/// On a phone the further ways are closed, so that the one big button stays first.
fn others(session: Session, letter: impl Fn() -> Option<Letter> + Copy + 'static) -> El {
    let is_wide = browser::is_wide();
    let copy = way(SECOND, Icon::Copy, say::COPY).on_click(move || copy_file(session, letter()));
    let mail = way(SECOND, Icon::Mail, say::MAIL).on_click(move || mail(session, letter()));
    let own = way(SECOND, Icon::Download, say::DOWNLOAD_OWN)
        .on_click(move || download(session, letter(), ".sotiendo", say::DOWNLOADED_OWN));
    el("details")
        .class("more")
        .flag("open", move || is_wide)
        .with(el("summary").with(say::OTHER_WAYS))
        .with(el("div").class("ways").with(vec![copy, mail, own]))
}

fn way(class: &str, sign: Icon, label: &str) -> El {
    el("button").class(class).with(icon(sign)).with(label)
}

/// Remembers that a file was handed on, and says so.
fn done(session: Session, sent: Option<Action>, said: &str) {
    if let Some(action) = sent {
        session.act(action);
    }
    session.say(said);
}

fn save(letter: &Letter, ending: &str) -> bool {
    browser::download(&[&letter.name, ending].concat(), &letter.text).is_ok()
}

fn download(session: Session, letter: Option<Letter>, ending: &str, said: &str) {
    match letter.filter(|letter| save(letter, ending)) {
        Some(letter) => done(session, letter.sent, said),
        None => session.say(say::SHARE_FAILED),
    }
}

fn copy_file(session: Session, letter: Option<Letter>) {
    spawn_local(async move {
        match letter {
            Some(letter) if browser::copy(&letter.text).await => {
                done(session, letter.sent, say::COPIED);
            }
            _ => session.say(say::COPY_FAILED),
        }
    });
}

/// The file stands in the mail if it is short enough, and beside it as a download if not.
fn mail(session: Session, letter: Option<Letter>) {
    let Some(letter) = letter else {
        return session.say(say::SHARE_FAILED);
    };
    let mail = Mail {
        to: letter.to.as_deref().unwrap_or_default(),
        subject: &letter.subject,
        words: &letter.words,
        text: &letter.text,
    };
    if let Some(address) = mail.with_file() {
        browser::open_mail(&address);
        done(session, letter.sent, say::MAILED);
    } else if save(&letter, ".json") {
        let line = say::attach(&[&letter.name, ".json"].concat());
        browser::open_mail(&mail.with_line(&line));
        done(session, letter.sent, say::MAILED_WITHOUT);
    } else {
        session.say(say::SHARE_FAILED);
    }
}

fn share(session: Session, say: Sayings, letter: Option<Letter>) {
    spawn_local(async move {
        let Some(Letter {
            name, text, sent, ..
        }) = letter
        else {
            return session.say(say::SHARE_FAILED);
        };
        match browser::share(&format!("{name}.json.txt"), &text).await {
            Ok(true) => done(session, sent, say.shared),
            Ok(false) => {}
            Err(_) => session.say(say::SHARE_FAILED),
        }
    });
}
