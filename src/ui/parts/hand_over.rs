//! The ways to hand a file on: to another app where the browser can, as a download everywhere, and
//! further ways behind those. On each it can be locked.

use super::icon::{Icon, icon};
use super::lock::Lock;
use crate::browser;
use crate::file::Mail;
use crate::ui::dom::{El, el, live};
use crate::ui::outgoing::{finish, is_plain};
use crate::ui::session::Session;
use crate::ui::state::{RwSignal, StoredValue};
use crate::words::{exchange as say, guard};
use crate::workspace::Action;
use leptos::task::spawn_local;

/// A file to be handed on.
pub(in crate::ui) struct Letter {
    /// Its name, without the ending.
    pub(in crate::ui) name: String,
    pub(in crate::ui) text: String,
    /// What its name ends with: [`JSON`], unless it is locked.
    pub(in crate::ui) ending: &'static str,
    /// What is remembered once it was handed on.
    pub(in crate::ui) sent: Option<Action>,
    /// The address that a mail goes to; without one the user chooses it.
    pub(in crate::ui) to: Option<String>,
    /// The subject of a mail, and what it says before the file.
    pub(in crate::ui) subject: String,
    pub(in crate::ui) words: String,
}

/// How the names of files end that are not locked.
pub(in crate::ui) const JSON: &str = ".json";

/// What is said about a kind of file.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Sayings {
    pub(in crate::ui) share: &'static str,
    pub(in crate::ui) download: &'static str,
    pub(in crate::ui) shared: &'static str,
    pub(in crate::ui) downloaded: &'static str,
    /// What a file holds beyond that when it is locked.
    pub(in crate::ui) locked: Option<&'static str>,
}

type Write = Box<dyn Fn(bool) -> Option<Letter> + Send + Sync>;

/// What all ways of one file share.
#[derive(Clone, Copy)]
struct Desk {
    session: Session,
    say: Sayings,
    write: StoredValue<Write>,
    lock: Lock,
    /// Whether a file is just being signed or locked.
    is_busy: RwSignal<bool>,
}

/// Shows the buttons; `first` is the class of the first. The file is written when one is pressed, by
/// a tab that has seen all that others saved, and told whether it is going to be locked.
pub(in crate::ui) fn ways(
    session: Session,
    first: &'static str,
    say: Sayings,
    write: impl Fn(bool) -> Option<Letter> + Send + Sync + 'static,
) -> Vec<El> {
    let desk = Desk {
        session,
        say,
        write: StoredValue::new(Box::new(write)),
        lock: Lock::new(),
        is_busy: RwSignal::new(false),
    };
    let can_share = browser::can_share();
    let by_share =
        can_share.then(|| way(first, Icon::Share, say.share).on_click(move || desk.hand(share)));
    let class = if can_share { SECOND } else { first };
    let by_download = way(class, Icon::Download, say.download)
        .on_click(move || desk.hand(|desk, letter| download(desk, &letter)));
    let busy = live(move || {
        let said = desk.is_busy.get().then_some(guard::FINISHING);
        said.map(|said| el("p").with(said))
    });
    let busy = el("div").attr("role", "status").with(busy);
    let lock = desk.lock.choice(say.locked).with(busy);
    by_share
        .into_iter()
        .chain([by_download, lock, others(desk)])
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
fn others(desk: Desk) -> El {
    let is_wide = browser::is_wide();
    let copy = way(SECOND, Icon::Copy, say::COPY).on_click(move || desk.hand(copy_file));
    let mail = way(SECOND, Icon::Mail, say::MAIL)
        .on_click(move || desk.hand(|desk, letter| mail(desk, &letter)));
    let own = way(SECOND, Icon::Download, say::DOWNLOAD_OWN)
        .on_click(move || desk.hand(|desk, letter| download_own(desk, &letter)));
    el("details")
        .class("more")
        .flag("open", move || is_wide)
        .with(el("summary").with(say::OTHER_WAYS))
        .with(el("div").class("ways").with(vec![copy, mail, own]))
}

fn way(class: &str, sign: Icon, label: &str) -> El {
    el("button").class(class).with(icon(sign)).with(label)
}

impl Desk {
    /// Writes the file and hands it to a way. One that goes as it is goes at once: browsers share and
    /// copy only just after a tap.
    fn hand(self, way: fn(Self, Letter)) {
        self.session.write(move || self.hand_now(way));
    }

    fn hand_now(self, way: fn(Self, Letter)) {
        let (letter, passphrase) = match self.letter() {
            Ok(written) => written,
            Err(said) => return self.session.say(said),
        };
        if is_plain(self.session, passphrase.as_deref()) {
            return way(self, letter);
        }
        self.is_busy.set(true);
        spawn_local(async move {
            let finished = finish(self.session, letter.text, passphrase.as_deref()).await;
            // The screen may have been left meanwhile.
            if self.is_busy.try_get_untracked().is_some() {
                self.is_busy.set(false);
            }
            match finished {
                Ok(text) => way(self, Letter { text, ..letter }),
                Err(said) => self.session.say(said),
            }
        });
    }

    fn letter(self) -> Result<(Letter, Option<String>), &'static str> {
        let passphrase = self.lock.passphrase()?;
        let written = self.write.with_value(|write| write(passphrase.is_some()));
        let mut letter = written.ok_or(say::SHARE_FAILED)?;
        if passphrase.is_some() {
            letter.name += LOCKED;
            letter.ending = ".txt";
        }
        Ok((letter, passphrase))
    }

    /// Remembers that a file was handed on, and says so.
    fn done(self, sent: Option<Action>, said: &str) {
        if let Some(action) = sent {
            self.session.act(action);
        }
        self.session.say(said);
    }
}

/// What the name of a locked file ends with.
const LOCKED: &str = "-khoa";

/// Saves a file where downloads go; says whether it went.
pub(super) fn save(letter: &Letter, ending: &str) -> bool {
    browser::download(&[&letter.name, ending].concat(), &letter.text).is_ok()
}

fn download(desk: Desk, letter: &Letter) {
    saved(desk, letter, letter.ending, desk.say.downloaded);
}

fn download_own(desk: Desk, letter: &Letter) {
    saved(desk, letter, ".sotiendo", say::DOWNLOADED_OWN);
}

fn saved(desk: Desk, letter: &Letter, ending: &str, said: &str) {
    if save(letter, ending) {
        desk.done(letter.sent.clone(), said);
    } else {
        desk.session.say(say::SHARE_FAILED);
    }
}

fn copy_file(desk: Desk, letter: Letter) {
    spawn_local(async move {
        if browser::copy(&letter.text).await {
            desk.done(letter.sent, say::COPIED);
        } else {
            desk.session.say(say::COPY_FAILED);
        }
    });
}

/// The file stands in the mail if it is short enough, and beside it as a download if not.
fn mail(desk: Desk, letter: &Letter) {
    let mail = Mail {
        to: letter.to.as_deref().unwrap_or_default(),
        subject: &letter.subject,
        words: &letter.words,
        text: &letter.text,
    };
    if let Some(address) = mail.with_file() {
        browser::open_mail(&address);
        desk.done(letter.sent.clone(), say::MAILED);
    } else if save(letter, letter.ending) {
        let line = say::attach(&[&letter.name, letter.ending].concat());
        browser::open_mail(&mail.with_line(&line));
        desk.done(letter.sent.clone(), say::MAILED_WITHOUT);
    } else {
        desk.session.say(say::SHARE_FAILED);
    }
}

fn share(desk: Desk, letter: Letter) {
    spawn_local(async move {
        // Browsers share no `.json`.
        let ending = letter.ending.trim_end_matches(".txt");
        let name = [&letter.name, ending, ".txt"].concat();
        match browser::share(&name, &letter.text).await {
            Ok(true) => desk.done(letter.sent, desk.say.shared),
            Ok(false) => {}
            Err(_) => desk.session.say(say::SHARE_FAILED),
        }
    });
}
