//! Saving: what changed goes to the store, and what could not be kept is told until it is.

use super::Session;
use crate::browser::{self, Turns};
use crate::store::{Keeper, StoreError};
use crate::workspace::Key;
use leptos::prelude::{UpdateValue, WithValue};
use leptos::task::spawn_local;

impl Session {
    /// Tries again to save what could not be saved before.
    pub(in crate::ui) fn save_rest(self) {
        self.keep(Vec::new());
    }

    /// Saves what was written and is not saved yet.
    pub(in crate::ui) fn save_written(self) {
        if self.saves.get_untracked() {
            self.saves.set(false);
            self.save_rest();
        }
    }

    /// Saves the keys, and those that could not be saved before.
    pub(super) fn keep(self, keys: Vec<Key>) {
        if self.keeper.with_value(Keeper::was_cleared) {
            // Nothing is kept until it is filled again.
            self.fault.set(Some(StoreError::NotKept));
            return self.write(move || self.recover(keys));
        }
        let is_source = |key: &Key| matches!(key, Key::Plan(_) | Key::Roster(_) | Key::Settings);
        let changes_front = keys.iter().any(is_source);
        self.keep_now(keys);
        if changes_front {
            self.keep_front();
        }
    }

    /// Saves the keys, and those that could not be saved before; says whether all is saved.
    pub(super) fn keep_now(self, keys: Vec<Key>) -> bool {
        let fault = self.keeper.try_update_value(|keeper| {
            self.workspace
                .with_untracked(|workspace| keeper.keep(workspace, keys, browser::now()))
        });
        let fault = fault.flatten();
        let is_kept = fault.is_none();
        self.tell_of_fault(fault);
        is_kept
    }

    /// Saves thousands of texts in short turns. What is left when the page goes, or another tab asks for the turn, is
    /// saved then.
    pub(super) fn keep_in_turns(self, keys: Vec<Key>) {
        self.keeper.update_value(|keeper| keeper.owe(keys));
        self.saves.set(true);
        spawn_local(async move {
            self.page.errands.update(|count| *count += 1);
            let mut turns = Turns::begin();
            // What was taken in is shown first.
            turns.rest().await;
            while !self.keep_on(&turns) {
                turns.rest().await;
            }
            self.saves.set(false);
            self.keep_front();
            self.page.errands.update(|count| *count -= 1);
        });
    }

    /// Saves for one turn; says whether that was the last.
    fn keep_on(self, turn: &Turns) -> bool {
        let kept = self.keeper.try_update_value(|keeper| {
            self.workspace.with_untracked(|workspace| {
                keeper.keep_on(workspace, browser::now(), || !turn.is_over())
            })
        });
        let (fault, is_done) = kept.unwrap_or((None, true));
        let is_over = is_done || fault.is_some();
        if is_over {
            self.tell_of_fault(fault);
        }
        is_over
    }

    pub(super) fn tell_of_fault(self, fault: Option<StoreError>) {
        // A page without storage stays so, even if its memory takes the change.
        if self.fault.get_untracked() != Some(StoreError::Blocked)
            && self.fault.get_untracked() != fault
        {
            self.fault.set(fault);
        }
    }
}
