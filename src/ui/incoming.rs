//! Files that come in. All ways end here: what is brought is opened, and shown on Gửi – nhận before
//! anything changes, wherever the user was.

mod looking;
mod unlocking;

use super::session::Session;
use super::state::RwSignal;
use crate::browser::{self, Brought, Opened, Shared};
use crate::domain::tidy_name;
use crate::file::{FileError, Proof, claim, found_in, from_trial, locked_in, may_be_signed};
use crate::guard::{Question, read_checks};
use crate::view::{Route, Screen};
use crate::words::{exchange as say, trial};
use crate::workspace::{ArrivedFile, Contents, Preview};
use leptos::task::spawn_local;
use looking::{show, show_brought};
use std::sync::Arc;
pub(super) use unlocking::unlock;

/// What came in. It outlives the screen, which may be left while files are being opened.
#[derive(Clone, Copy)]
pub(super) struct Incoming {
    /// What opened files would change, until it is accepted or rejected.
    pub(super) shown: RwSignal<Option<Arc<Preview>>>,
    /// How many times something is being opened right now.
    pub(super) opening: RwSignal<usize>,
    /// How many of all files are looked through, where that takes longer than a moment.
    pub(super) looked: RwSignal<Option<(usize, usize)>>,
    /// Counts what was begun to be looked through, and stopped.
    runs: RwSignal<u64>,
    /// How far the locked files are.
    pub(super) unlocking: RwSignal<Unlocking>,
    opened: RwSignal<Files>,
}

/// What comes of a passphrase for locked files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unlocking {
    Idle,
    Busy,
    /// What to say, and what was tried: often one letter of it is to be mended.
    Failed {
        said: String,
        tried: String,
    },
}

/// What is shown, as it was opened, so that it can be judged anew.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Files {
    whole: Vec<ArrivedFile>,
    refused: Vec<(String, FileError)>,
}

impl Incoming {
    pub(super) fn new() -> Self {
        Self {
            shown: RwSignal::new(None),
            opening: RwSignal::new(0),
            looked: RwSignal::new(None),
            runs: RwSignal::new(0),
            unlocking: RwSignal::new(Unlocking::Idle),
            opened: RwSignal::new(Files::default()),
        }
    }

    /// Says that something is being opened until this is over.
    async fn while_opening<T>(self, opening: impl Future<Output = T>) -> T {
        self.opening.update(|count| *count += 1);
        let opened = opening.await;
        self.opening.update(|count| *count -= 1);
        opened
    }

    /// Stops looking through what was opened; nothing of it is shown.
    pub(super) fn stop(self) {
        self.runs.update(|runs| *runs += 1);
        self.looked.set(None);
    }

    /// Shows nothing any more, unless it is something else by now.
    pub(super) fn close_if(self, before: Option<&Arc<Preview>>) {
        let is_it = self
            .shown
            .with_untracked(|now| now.as_ref().map(Arc::as_ptr) == before.map(Arc::as_ptr));
        if is_it {
            self.close();
        }
    }

    /// Shows nothing any more.
    pub(super) fn close(self) {
        self.shown.set(None);
        self.opened.set(Files::default());
        self.unlocking.set(Unlocking::Idle);
    }
}

/// Looks for what comes in by itself: files that the app is opened with, what other apps share, and
/// what is dropped or pasted while the screen is shown.
pub(super) fn watch(session: Session) {
    browser::on_launched(move |files| {
        if browser::is_trial() {
            return session.say(trial::NOT_OPENED);
        }
        turn_to_screen();
        open(session, Brought::Files(files));
    });
    let is_wanted = move || {
        session
            .route
            .with_untracked(|route| *route == Route::to(Screen::Exchange))
    };
    browser::on_brought(is_wanted, move |brought| open(session, brought));
    if browser::is_trial() {
        return;
    }
    spawn_local(async move {
        // The screen takes it from there.
        if browser::is_anything_shared().await {
            turn_to_screen();
        }
    });
}

/// Opens what was brought and shows it.
pub(super) fn open(session: Session, brought: Brought) {
    spawn_local(async move {
        open_all(session, vec![brought]).await;
    });
}

/// Opens a text that this device kept, on the screen where all that comes in is shown.
pub(super) fn open_kept(session: Session, name: String, text: String) {
    turn_to_screen();
    let own = ArrivedFile {
        proof: Proof::Own,
        ..arrived(name, text)
    };
    show_file(session, own);
}

/// Shows what one file would change, on the screen where all that comes in is shown.
pub(super) fn open_proved(session: Session, file: ArrivedFile) {
    turn_to_screen();
    show_file(session, file);
}

fn show_file(session: Session, file: ArrivedFile) {
    let files = Files {
        whole: vec![file],
        refused: Vec::new(),
    };
    spawn_local(show(session, files));
}

/// Opens what other apps shared, and forgets it when it is shown.
pub(super) fn take_shared(session: Session) {
    // What was shared waits for real work.
    if browser::is_trial() {
        return;
    }
    if browser::was_share_lost() {
        session.say(say::NOT_KEPT);
        browser::replace(&exchange());
    }
    spawn_local(async move {
        // The screen may be built anew while the same is still being opened.
        let incoming = session.incoming;
        if !browser::is_anything_shared().await || incoming.opening.get_untracked() > 0 {
            return;
        }
        let all = incoming.while_opening(browser::shared()).await;
        // What was stopped is shown when the screen is next turned to.
        if !all.is_empty() && open_all(session, brought(&all)).await.is_some() {
            browser::forget_shared(&all).await;
        }
    });
}

fn turn_to_screen() {
    browser::go(&exchange());
}

fn exchange() -> String {
    Route::to(Screen::Exchange).address()
}

/// What apps say beside the files that they share is not opened, unless there is a file in it.
fn brought(shared: &[Shared]) -> Vec<Brought> {
    let has_files = shared
        .iter()
        .any(|shared| matches!(shared.brought, Brought::Files(_)));
    let is_meant = |brought: &&Brought| match brought {
        Brought::Files(_) => true,
        Brought::Text(text) => !has_files || !found_in(text).is_empty(),
    };
    let brought = shared.iter().map(|shared| &shared.brought);
    brought.filter(is_meant).cloned().collect()
}

/// Opens what was brought and shows it; `None` where that was stopped.
async fn open_all(session: Session, all: Vec<Brought>) -> Option<()> {
    let shown = show_brought(session, all);
    session.incoming.while_opening(shown).await
}

pub(super) fn arrived(name: String, text: String) -> ArrivedFile {
    ArrivedFile {
        name,
        text,
        proof: Proof::Unsigned,
        was_locked: false,
    }
}

/// Opens nothing in a trial but what a trial wrote.
fn admitted(text: String) -> Result<String, FileError> {
    if browser::is_trial() {
        from_trial(&text)
    } else {
        Ok(text)
    }
}

/// The files within a pasted text; without any, the text itself stands for one that cannot be opened.
fn files_of(text: &str) -> Vec<Opened> {
    let mut found = found_in(text);
    found.extend(locked_in(text));
    if found.is_empty() {
        found.push(text);
    }
    let named = |(number, file): (usize, &str)| (say::pasted(number), Ok(file.to_owned()));
    (1..).zip(found).map(named).collect()
}

/// Checks the signatures of files, all at once. Where that cannot be done, they stay unchecked.
pub(super) async fn prove(files: &mut [ArrivedFile]) {
    let mut claims = Vec::new();
    for (place, file) in files.iter_mut().enumerate() {
        // Most files bear none; what cannot be opened is told later.
        let may_be_signed = may_be_signed(&file.text);
        if let Some(claim) = may_be_signed
            .then(|| claim(&file.text).ok().flatten())
            .flatten()
        {
            file.proof = Proof::Unchecked;
            claims.push((place, claim));
        }
    }
    if claims.is_empty() {
        return;
    }
    let (places, claims): (Vec<_>, Vec<_>) = claims.into_iter().unzip();
    let checks = read_checks(&browser::ask(Question::verify(&claims)).await);
    for ((place, claim), fits) in places
        .into_iter()
        .zip(claims)
        .zip(checks.unwrap_or_default())
    {
        files[place].proof = if fits {
            Proof::SignedBy(claim.signature.key)
        } else {
            Proof::Broken
        };
    }
}

/// Judges what is shown anew, after something was settled about it.
pub(super) fn judge_again(session: Session) {
    spawn_local(show(session, session.incoming.opened.get_untracked()));
}

impl Files {
    /// Takes what was opened, and reads it where that can be done.
    fn take(&mut self, (name, text): Opened) -> Option<Contents> {
        // Names are only shown, and may not change how the words beside them read.
        let name = tidy_name(&name);
        match text.and_then(admitted) {
            Ok(text) => {
                let file = arrived(name, text);
                let contents = file.read();
                self.whole.push(file);
                Some(contents)
            }
            Err(error) => {
                self.refused.push((name, error));
                None
            }
        }
    }
}
