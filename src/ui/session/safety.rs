//! What keeps work from being lost beside every save: snapshots before what is hard to take back, and a
//! store that is filled again when it was cleared under the running app.

use super::Session;
use crate::browser;
use crate::domain::PlanId;
use crate::store::{Keeper, Reason, Room, Snapshot};
use crate::words::{room, snapshots as say};
use crate::workspace::{Action, Key, Shelf, Workspace};
use leptos::prelude::{UpdateValue, WithValue};

impl Session {
    /// Begins to write in what was found: takes a snapshot of what another version of the app left.
    pub(in crate::ui) fn welcome(self, found: &Workspace) {
        let taken = self
            .keeper
            .try_update_value(|keeper| keeper.begin(found, browser::now()));
        if !matches!(taken, Some(Ok(()))) {
            self.notice.set(Some(say::NOT_TAKEN));
        }
    }

    /// Says whether an action would change what a newer version of the app wrote. That is shown as far as it
    /// is understood, and left as it is.
    pub(super) fn is_newer(self, action: &Action) -> bool {
        if !self.keeper.with_value(Keeper::has_newer) {
            return false;
        }
        let mut ahead = self.workspace.with_untracked(Clone::clone);
        let keys = ahead.apply(action.clone(), browser::now());
        let keys = keys.unwrap_or_default();
        self.keeper
            .with_value(|keeper| keys.iter().any(|key| keeper.is_newer(key)))
    }

    /// Takes a snapshot before an action that is hard to take back. The action goes on without one, and
    /// the user is told.
    pub(super) fn snapshot_before(self, action: &Action) {
        if let Some(reason) = Reason::of(action) {
            self.snapshot(reason);
        }
    }

    /// Fills a store again that was cleared: takes into memory what was begun in it since, and saves all.
    pub(in crate::ui) fn recover(self, keys: Vec<Key>) {
        let both = self.keeper.try_update_value(|keeper| {
            self.workspace
                .with_untracked(|here| keeper.recover(here, browser::now()))
        });
        let both = both.flatten();
        let is_recovered = both.is_some();
        if let Some(both) = both
            && self.workspace.with_untracked(|here| *here != both)
        {
            self.workspace.set(both);
            self.follow_workspace();
        }
        let is_kept = self.keep_now(keys);
        if is_recovered {
            self.tell_of_loss(is_kept);
        }
    }

    /// Says that the store was cleared, and whether all that is in memory stands in it again.
    fn tell_of_loss(self, is_kept: bool) {
        let said = if is_kept {
            room::CLEARED
        } else {
            room::CLEARED_FOR_GOOD
        };
        self.notice.set(Some(said));
        self.tell_of_stored();
    }

    /// Measures the room; tells anew when snapshots came or went.
    pub(in crate::ui) fn room(self) -> Room {
        self.stored.track();
        self.keeper.with_value(Keeper::room)
    }

    /// Returns the snapshots with their sizes, the latest first.
    pub(in crate::ui) fn snapshots(self) -> Vec<(Snapshot, usize)> {
        self.stored.track();
        self.keeper.with_value(|keeper| {
            let kept = keeper.snapshots();
            let all = kept.list().into_iter().rev();
            all.map(|one| (one.clone(), kept.size(&one))).collect()
        })
    }

    /// Returns the text of a snapshot; another tab may have removed it.
    pub(in crate::ui) fn snapshot_text(self, snapshot: &Snapshot) -> Option<String> {
        let text = self
            .keeper
            .with_value(|keeper| keeper.snapshots().text(snapshot));
        if text.is_none() {
            self.say(say::GONE);
            self.tell_of_stored();
        }
        text
    }

    pub(in crate::ui) fn remove_snapshots(self, snapshots: Vec<Snapshot>) {
        self.write(move || {
            let removed = self.keeper.with_value(|keeper| {
                let kept = keeper.snapshots();
                snapshots.iter().try_for_each(|one| kept.remove(one))
            });
            self.tell_of_stored();
            self.say(match removed {
                Ok(()) => say::REMOVED,
                Err(_) => say::NOT_REMOVED,
            });
        });
    }

    /// Removes for good all plans that are in the bin.
    pub(in crate::ui) fn empty_bin(self) {
        self.write(move || {
            self.snapshot(Reason::Removal);
            for plan in self.workspace.with_untracked(binned) {
                let remove = Action::RemovePlan(plan, browser::device_id());
                if let Some(keys) = self.carry_out(remove, browser::now()) {
                    self.keep(keys);
                }
            }
            self.follow_workspace();
            self.tell_of_stored();
        });
    }

    /// Removes the damaged texts that were set aside.
    pub(in crate::ui) fn forget_damaged(self) {
        self.write(move || {
            if self.keeper.with_value(Keeper::forget_damaged).is_ok() {
                self.aside
                    .update(|aside| aside.retain(|text| !text.is_set_aside()));
            }
            self.tell_of_stored();
        });
    }

    fn snapshot(self, reason: Reason) {
        let now = browser::now();
        let taken = self.keeper.with_value(|keeper| {
            self.workspace
                .with_untracked(|known| keeper.snapshots().take(known, reason, now))
        });
        self.tell_of_stored();
        if taken.is_err() {
            self.notice.set(Some(say::NOT_TAKEN));
        } else if self.notice.get_untracked() == Some(say::NOT_TAKEN) {
            self.notice.set(None);
        }
    }

    fn tell_of_stored(self) {
        self.stored.update(|count| *count += 1);
    }
}

fn binned(known: &Workspace) -> Vec<PlanId> {
    let away = known.settings.put_away.iter();
    away.filter(|(_, shelf)| **shelf == Shelf::Bin)
        .map(|(plan, _)| plan.clone())
        .collect()
}
