//! Looking through what came in: thousands of files take seconds, in which the page answers and may stop it.

use super::Files;
use crate::browser::{self, Turns};
use crate::ui::session::Session;
use crate::workspace::{Arrival, Contents, Finding, Judging, Preview, Trust};
use std::sync::Arc;

/// How far it is is told after so many turns: more often would only take time, and flicker where all is over soon.
const TOLD_AFTER: usize = 8;

/// A look through files: each is read, and then judged.
pub(super) struct Look {
    session: Session,
    run: u64,
    turns: Turns,
    over: usize,
    done: usize,
    files: usize,
}

/// Shows anew what opened files would change.
pub(super) async fn show(session: Session, files: Files) {
    let mut look = Look::begin(session);
    look.expect(files.whole.len());
    let mut contents = Vec::new();
    for file in &files.whole {
        contents.push(file.read());
        if look.go_on().await.is_none() {
            return;
        }
    }
    look.show(files, contents).await;
}

impl Look {
    /// Begins a look; whatever was being looked through is stopped.
    pub(super) fn begin(session: Session) -> Self {
        session.incoming.stop();
        Self {
            session,
            run: session.incoming.runs.get_untracked(),
            turns: Turns::begin(),
            over: 0,
            done: 0,
            files: 0,
        }
    }

    /// Counts files that are to be looked through.
    pub(super) fn expect(&mut self, files: usize) {
        self.files += files;
    }

    /// Counts that a file was read or judged, and lets the page answer where it is time for that; `None` where the
    /// look was stopped.
    pub(super) async fn go_on(&mut self) -> Option<()> {
        self.done += 1;
        if !self.turns.is_over() {
            return Some(());
        }
        let incoming = self.session.incoming;
        self.over += 1;
        if self.over.is_multiple_of(TOLD_AFTER) {
            incoming.looked.set(Some((self.done / 2, self.files)));
        }
        self.turns.rest().await;
        self.is_wanted().then_some(())
    }

    fn is_wanted(&self) -> bool {
        self.session.incoming.runs.get_untracked() == self.run
    }

    /// Judges files and shows what they would change.
    pub(super) async fn show(mut self, files: Files, contents: Vec<Contents>) {
        let Some(mut found) = self.judge(&files, contents).await else {
            return;
        };
        let refused = files.refused.iter().map(|(name, error)| Arrival {
            file_name: name.clone(),
            finding: Finding::Unreadable(error.clone()),
            trust: Trust::Unsigned,
        });
        found.arrivals.extend(refused);
        let incoming = self.session.incoming;
        incoming.opened.set(files);
        if !found.arrivals.is_empty() {
            incoming.shown.set(Some(Arc::new(found)));
            browser::after(0, || browser::focus("preview"));
        }
    }

    async fn judge(&mut self, files: &Files, contents: Vec<Contents>) -> Option<Preview> {
        let mut judging = self.session.workspace.with_untracked(Judging::of);
        for (file, contents) in files.whole.iter().zip(contents) {
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
