//! Trying a passphrase on what came in locked.

use super::looking::show;
use super::{Files, Unlocking, admitted, prove};
use crate::browser;
use crate::file::{FileError, LockError, is_locked};
use crate::guard::{Question, read_unlocked};
use crate::ui::outgoing::unless_small;
use crate::ui::session::Session;
use crate::words::{self, guard};
use crate::workspace::ArrivedFile;
use leptos::task::spawn_local;

/// Tries a passphrase on all files that are locked.
pub(in crate::ui) fn unlock(session: Session, passphrase: String) {
    let unlocking = session.incoming.unlocking;
    unlocking.set(Unlocking::Busy);
    spawn_local(async move {
        let mut files = session.incoming.opened.get_untracked();
        let locked = files.whole.iter().filter(|file| is_waiting(file));
        let texts: Vec<_> = locked.map(|file| file.text.as_str()).collect();
        let answer = browser::ask(Question::unlock(&texts, &passphrase)).await;
        let outcome = match read_unlocked(&answer) {
            Some(outcomes) => files.unlocked(outcomes),
            None => Err(unless_small(guard::NOT_UNLOCKED).to_owned()),
        };
        let outcome = outcome.map_or_else(
            |said| Unlocking::Failed {
                said,
                tried: passphrase,
            },
            |()| Unlocking::Idle,
        );
        prove(&mut files.whole).await;
        // Meanwhile all of it may have been put away, or others opened.
        if unlocking.get_untracked() == Unlocking::Busy {
            unlocking.set(outcome);
            show(session, files).await;
        }
    });
}

fn is_waiting(file: &ArrivedFile) -> bool {
    is_locked(&file.text) && !file.was_locked
}

impl Files {
    /// Puts what was unlocked in the place of what was locked; says what is still locked.
    fn unlocked(&mut self, outcomes: Vec<Result<String, LockError>>) -> Result<(), String> {
        let (mut opened, mut waiting) = (0, 0);
        let mut outcomes = outcomes.into_iter();
        for mut file in std::mem::take(&mut self.whole) {
            let outcome = is_waiting(&file).then(|| outcomes.next()).flatten();
            match outcome {
                Some(Ok(text)) => {
                    opened += 1;
                    match admitted(text) {
                        Ok(text) => (file.text, file.was_locked) = (text, true),
                        Err(error) => {
                            self.refused.push((file.name, error));
                            continue;
                        }
                    }
                }
                Some(Err(LockError::WrongPassphrase)) => waiting += 1,
                Some(Err(error)) => {
                    self.refused.push((file.name, FileError::Locked(error)));
                    continue;
                }
                None => {}
            }
            self.whole.push(file);
        }
        match (opened, waiting) {
            (_, 0) => Ok(()),
            (0, _) => Err(words::lock_error(LockError::WrongPassphrase).to_owned()),
            (_, waiting) => Err(guard::still_locked(waiting)),
        }
    }
}
