//! Carrying out actions, those included that are hard to take back.

use super::Session;
use crate::browser;
use crate::store::StoreError;
use crate::words;
use crate::workspace::{Action, Import};
use leptos::prelude::UpdateValue;

/// More texts than this are saved in several turns.
const MANY: usize = 64;

impl Session {
    /// Carries out an action, saves, and goes on. An action that is refused is told, and that is the end.
    pub(in crate::ui) fn act_then(self, action: Action, then: impl FnOnce() + 'static) {
        self.write(move || {
            if self.refuses(&action) {
                return;
            }
            self.snapshot_before(&action);
            if matches!(action, Action::ChooseMe(_) | Action::MarkBackedUp) {
                self.ask_to_keep();
            }
            if let Some(keys) = self.carry_out(action, browser::now()) {
                self.follow_workspace();
                self.keep(keys);
                then();
            }
        });
    }

    /// Says whether an action would change what a newer version of the app wrote; that is told.
    pub(super) fn refuses(self, action: &Action) -> bool {
        let is_newer = self.is_newer(action);
        if is_newer {
            self.say(words::store_error(&StoreError::Locked));
        }
        is_newer
    }

    /// Takes in what arrived in files, and goes on. What takes it back is kept first: where there is no
    /// room for that, nothing changes. Nothing else is taken in meanwhile.
    pub(in crate::ui) fn import_then(self, import: Import, then: impl FnOnce() + 'static) {
        if !self.imports.get_untracked() {
            self.imports.set(true);
            self.import_in_steps(Action::Import(import), then);
        }
    }

    /// Of thousands of records each step takes its time, and the page answers in between.
    fn import_in_steps(self, import: Action, then: impl FnOnce() + 'static) {
        self.write(move || {
            if self.refuses(&import) {
                return self.imports.set(false);
            }
            self.snapshot_before(&import);
            browser::once_painted(move || {
                if !self.turn.is_mine() {
                    // Another tab may have written meanwhile.
                    return self.import_in_steps(import, then);
                }
                let is_taken_in = self.import(import);
                browser::after(0, move || {
                    self.imports.set(false);
                    if is_taken_in {
                        then();
                    }
                });
            });
        });
    }

    fn import(self, import: Action) -> bool {
        let now = browser::now();
        if matches!(&import, Action::Import(import) if !import.backups.is_empty()) {
            self.ask_to_keep();
        }
        let mut ahead = self.workspace.with_untracked(Clone::clone);
        let Ok(keys) = ahead.apply(import, now) else {
            return false;
        };
        let kept = self
            .keeper
            .try_update_value(|keeper| keeper.keep_way_back(&ahead, now));
        if !matches!(kept, Some(Ok(()))) {
            self.save_rest();
            self.say(words::exchange::NOT_IMPORTED);
            return false;
        }
        self.workspace.set(ahead);
        self.follow_workspace();
        if keys.len() > MANY {
            self.keep_in_turns(keys);
        } else {
            self.keep(keys);
        }
        true
    }
}
