//! Looking through what was opened: thousands of files take seconds, in which the page answers and may stop it.

use super::Files;
use crate::browser::{self, Turns};
use crate::ui::session::Session;
use crate::workspace::{Arrival, ArrivedFile, Finding, Judging, Preview, Trust};
use std::sync::Arc;

/// Shows what opened files would change.
pub(super) async fn show(session: Session, files: Files) {
    let Some(mut found) = look_through(session, &files.whole).await else {
        return;
    };
    let refused = files.refused.iter().map(|(name, error)| Arrival {
        file_name: name.clone(),
        finding: Finding::Unreadable(error.clone()),
        trust: Trust::Unsigned,
    });
    found.arrivals.extend(refused);
    session.incoming.opened.set(files);
    if !found.arrivals.is_empty() {
        session.incoming.shown.set(Some(Arc::new(found)));
        browser::after(0, || browser::focus("preview"));
    }
}

/// Looks through files in short turns; `None` where that was stopped, or something else was opened since.
async fn look_through(session: Session, files: &[ArrivedFile]) -> Option<Preview> {
    let incoming = session.incoming;
    incoming.stop();
    let run = incoming.runs.get_untracked();
    let mut judging = session.workspace.with_untracked(Judging::of);
    let mut turns = Turns::begin();
    // Each is opened, and then judged.
    let mut done = 0;
    loop {
        match files.get(done) {
            Some(file) => judging.open(file),
            None if judging.step() => {}
            None => break,
        }
        done += 1;
        if turns.is_over() {
            incoming.looked.set(Some((done / 2, files.len())));
            turns.rest().await;
            if incoming.runs.get_untracked() != run {
                return None;
            }
        }
    }
    incoming.looked.set(None);
    Some(judging.end())
}
