//! Looking through what came in: thousands of files take seconds, in which the page answers and may stop it.

use super::{Files, Unlocking, files_of, prove};
use crate::browser::{self, Brought, FileQueue, Opened, Turns};
use crate::ui::session::Session;
use crate::words::exchange as say;
use crate::workspace::{Arrival, Contents, Finding, Judging, Preview, Trust};
use std::sync::Arc;

/// How far it is is told after so many turns: more often would only take time, and flicker where all is over soon.
const TOLD_AFTER: usize = 8;

/// A look through files: each is read, and then judged.
pub(super) struct Look {
    session: Session,
    run: u64,
    turns: Turns,
    turns_over: usize,
    /// How many files are to be looked through.
    expected: usize,
    /// How many were read, and how many were judged.
    done: usize,
    files: Files,
    /// What was read of those that can be.
    contents: Vec<Contents>,
}

/// Shows what was brought; `None` where that was stopped.
pub(super) async fn show_brought(session: Session, all: Vec<Brought>) -> Option<()> {
    let mut look = Look::begin(session);
    look.read_all(all).await?;
    prove(&mut look.files.whole).await;
    session.incoming.unlocking.set(Unlocking::Idle);
    look.show().await
}

/// Shows anew what opened files would change.
pub(super) async fn show(session: Session, files: Files) {
    let mut look = Look::begin(session);
    if look.read_again(files).await.is_some() {
        look.show().await;
    }
}

impl Look {
    /// Begins a look; whatever was being looked through is stopped.
    fn begin(session: Session) -> Self {
        session.incoming.stop();
        session.page.unsay(say::STOPPED);
        Self {
            session,
            run: session.incoming.runs.get_untracked(),
            turns: Turns::begin(),
            turns_over: 0,
            expected: 0,
            done: 0,
            files: Files::default(),
            contents: Vec::new(),
        }
    }

    /// Reads all that was brought, each as soon as the browser gives it.
    async fn read_all(&mut self, all: Vec<Brought>) -> Option<()> {
        for brought in all {
            match brought {
                Brought::Text(text) => {
                    let found = files_of(&text);
                    self.expected += found.len();
                    self.read(found).await?;
                }
                Brought::Files(chosen) => {
                    self.expected += chosen.len();
                    browser::make_room_for(&chosen);
                    let mut queue = FileQueue::of(chosen);
                    while let Some(found) = queue.next().await {
                        // Within an archive there are any number.
                        self.expected += found.len().saturating_sub(1);
                        self.read(found).await?;
                    }
                }
            }
        }
        Some(())
    }

    async fn read_again(&mut self, files: Files) -> Option<()> {
        self.expected = files.whole.len();
        for file in &files.whole {
            self.contents.push(file.read());
            self.go_on().await?;
        }
        self.files = files;
        Some(())
    }

    async fn read(&mut self, found: Vec<Opened>) -> Option<()> {
        for opened in found {
            self.contents.extend(self.files.take(opened));
            self.go_on().await?;
        }
        Some(())
    }

    /// Counts that a file was read or judged, and lets the page answer where it is time for that; `None` where the
    /// look was stopped.
    async fn go_on(&mut self) -> Option<()> {
        self.done += 1;
        if !self.turns.is_over() {
            return Some(());
        }
        self.turns_over += 1;
        if self.turns_over.is_multiple_of(TOLD_AFTER) {
            let looked = Some((self.done / 2, self.expected));
            self.session.incoming.looked.set(looked);
        }
        self.turns.rest().await;
        self.is_wanted().then_some(())
    }

    fn is_wanted(&self) -> bool {
        self.session.incoming.runs.get_untracked() == self.run
    }

    /// Judges the files and shows what they would change.
    async fn show(mut self) -> Option<()> {
        let mut found = self.judge().await?;
        let refused = self.files.refused.iter().map(|(name, error)| Arrival {
            file_name: name.clone(),
            finding: Finding::Unreadable(error.clone()),
            trust: Trust::Unsigned,
        });
        found.arrivals.extend(refused);
        let incoming = self.session.incoming;
        incoming.opened.set(self.files);
        if !found.arrivals.is_empty() {
            incoming.shown.set(Some(Arc::new(found)));
            browser::after(0, || browser::focus("preview"));
        }
        Some(())
    }

    async fn judge(&mut self) -> Option<Preview> {
        let mut judging = self.session.workspace.with_untracked(Judging::of);
        for (file, contents) in self.files.whole.iter().zip(self.contents.drain(..)) {
            judging.add(file, contents);
        }
        while judging.step() {
            self.go_on().await?;
        }
        // What was waited for in between may have taken long.
        if !self.is_wanted() {
            return None;
        }
        self.session.incoming.looked.set(None);
        Some(judging.end())
    }
}
