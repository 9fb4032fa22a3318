//! Files that come in. All ways end here: what is brought is opened, and shown on Gửi – nhận before
//! anything changes, wherever the user was.

use super::session::Session;
use super::state::RwSignal;
use crate::browser::{self, Brought, Opened, Shared};
use crate::domain::tidy_name;
use crate::file::found_in;
use crate::view::{Route, Screen};
use crate::words::exchange as say;
use crate::workspace::{Arrival, Finding, Preview, preview};
use leptos::task::spawn_local;

/// What came in. It outlives the screen, which may be left while files are being opened.
#[derive(Clone, Copy)]
pub(super) struct Incoming {
    /// What opened files would change, until it is accepted or rejected.
    pub(super) shown: RwSignal<Option<Preview>>,
    /// How many times something is being opened right now.
    pub(super) opening: RwSignal<usize>,
}

impl Incoming {
    pub(super) fn new() -> Self {
        Self {
            shown: RwSignal::new(None),
            opening: RwSignal::new(0),
        }
    }
}

/// Looks for what comes in by itself: files that the app is opened with, what other apps share, and
/// what is dropped or pasted while the screen is shown.
pub(super) fn watch(session: Session) {
    browser::on_launched(move |files| {
        turn_to_screen();
        open(session, Brought::Files(files));
    });
    let is_wanted = move || {
        session
            .route
            .with_untracked(|route| *route == Route::to(Screen::Exchange))
    };
    browser::on_brought(is_wanted, move |brought| open(session, brought));
    spawn_local(async move {
        // The screen takes it from there.
        if !browser::shared().await.is_empty() {
            turn_to_screen();
        }
    });
}

/// Opens what was brought and shows it.
pub(super) fn open(session: Session, brought: Brought) {
    spawn_local(open_all(session, vec![brought]));
}

/// Opens what other apps shared, and forgets it when it is shown.
pub(super) fn take_shared(session: Session) {
    if browser::was_share_lost() {
        session.say(say::NOT_KEPT);
        browser::replace(&exchange());
    }
    // The screen may be built anew while the same is still being opened.
    if session.incoming.opening.with_untracked(|count| *count > 0) {
        return;
    }
    spawn_local(async move {
        let all = browser::shared().await;
        if !all.is_empty() {
            open_all(session, brought(&all)).await;
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

async fn open_all(session: Session, all: Vec<Brought>) {
    let incoming = session.incoming;
    incoming.opening.update(|count| *count += 1);
    let mut opened = Vec::new();
    for brought in all {
        match brought {
            Brought::Files(files) => opened.extend(browser::open_files(files).await),
            Brought::Text(text) => opened.extend(files_of(&text)),
        }
    }
    incoming.opening.update(|count| *count -= 1);
    show(session, opened);
}

/// The files within a pasted text; without any, the text itself stands for one that cannot be opened.
fn files_of(text: &str) -> Vec<Opened> {
    let mut found = found_in(text);
    if found.is_empty() {
        found.push(text);
    }
    let named = |(number, file): (usize, &str)| (say::pasted(number), Ok(file.to_owned()));
    (1..).zip(found).map(named).collect()
}

/// Shows what opened files would change.
fn show(session: Session, opened: Vec<Opened>) {
    let (mut files, mut refused) = (Vec::new(), Vec::new());
    for (file_name, text) in opened {
        match text {
            Ok(text) => files.push((file_name, text)),
            Err(error) => refused.push(Arrival {
                file_name,
                finding: Finding::Unreadable(error),
            }),
        }
    }
    let mut found = session
        .workspace
        .with_untracked(|known| preview(known, &files));
    found.arrivals.extend(refused);
    for arrival in &mut found.arrivals {
        // Names are only shown, and may not change how the words beside them read.
        arrival.file_name = tidy_name(&arrival.file_name);
    }
    if !found.arrivals.is_empty() {
        session.incoming.shown.set(Some(found));
        browser::after(0, || browser::focus("preview"));
    }
}
