//! What the session and the page hand to each other: the front, which follows the workspace, and ticks.

use super::Session;
use crate::browser;
use crate::front::{Front, Tick, noted_ticks, strike_tick};
use crate::progress::Value;
use crate::store::Keeper;
use crate::workspace::{Action, Edit, Workspace};
use leptos::prelude::{UpdateValue, WithValue};

impl Session {
    /// Makes the front follow the workspace. What does not show there changes nothing of it.
    pub(super) fn follow_workspace(self) {
        let mut now = self.workspace.with_untracked(|workspace| {
            self.page.front.with_untracked(|front| match front {
                Some(front) => front.following(workspace),
                None => Front::of(workspace),
            })
        });
        self.add_ticks(&mut now);
        let is_news = |known: &Option<Front>| known.as_ref() != Some(&now);
        if self.page.front.with_untracked(is_news) {
            self.page.front.set(Some(now));
        }
    }

    /// Ticks that stand in no record yet are seen all the same.
    fn add_ticks(self, front: &mut Front) {
        self.keeper
            .with_value(|keeper| front.add_ticks(keeper.store()));
        self.page.ticks.with_untracked(|ticks| {
            for (_, tick) in ticks.iter().filter(|(key, _)| key.is_none()) {
                front.tick(&tick.record, &tick.slot, tick.status.clone());
            }
        });
    }

    /// Keeps the front, so that the first screens stand at once the next time.
    pub(super) fn keep_front(self) {
        let front = self.workspace.with_untracked(Front::of);
        self.keeper.update_value(|keeper| {
            self.workspace
                .with_untracked(|workspace| keeper.keep_front(workspace, &front, browser::now()));
        });
    }

    /// Writes the ticks into their records that were made before there was a session, on this page or on one that is
    /// gone.
    pub(super) fn take_over_ticks(self) {
        let noted = self.keeper.with_value(|keeper| noted_ticks(keeper.store()));
        let ticks = self.page.ticks.get_untracked();
        if noted.is_empty() && ticks.is_empty() {
            return;
        }
        self.page.ticks.set(Vec::new());
        let unkept = ticks.into_iter().filter(|(key, _)| key.is_none());
        let noted = noted.into_iter().map(|(key, tick)| (Some(key), tick));
        let ticks: Vec<_> = unkept.chain(noted).collect();
        for (at, (key, tick)) in ticks.iter().cloned().enumerate() {
            let is_last = !ticks[at + 1..]
                .iter()
                .any(|(_, later)| is_over(later, &tick));
            let is_news = is_last && self.workspace.with_untracked(|known| is_news(known, &tick));
            let at = tick.at;
            let keys = is_news.then(|| self.carry_out(edit(tick), at)).flatten();
            let is_kept = self.keep_now(keys.unwrap_or_default());
            if let Some(key) = key.filter(|_| is_kept) {
                // One that stays is found to be no news the next time.
                let _ = self
                    .keeper
                    .with_value(|keeper: &Keeper| strike_tick(keeper.store(), &key));
            }
        }
        self.follow_workspace();
    }

    /// Writes a status that was seen already, and saves it.
    pub(in crate::ui) fn tick(self, tick: Tick, told: Option<(String, Tick)>) {
        self.write(move || {
            let (record, slot, at) = (tick.record.clone(), tick.slot.clone(), tick.at);
            let action = edit(tick);
            if self.refuses(&action) {
                return;
            }
            let Some(keys) = self.carry_out(action, at) else {
                return;
            };
            self.page.front.update(|front| {
                if let Some(front) = front {
                    self.workspace
                        .with_untracked(|known| front.follow_write(known, &record, &slot));
                }
            });
            self.keep_now(keys);
            self.page.tell(told);
        });
    }
}

fn edit(tick: Tick) -> Action {
    let Tick {
        record,
        slot,
        status,
        ..
    } = tick;
    Action::Edit(record, Edit::Write(slot, Value::Status(status)))
}

/// Says whether a later tick stands in the place of another one.
fn is_over(later: &Tick, tick: &Tick) -> bool {
    later.record == tick.record && later.slot == tick.slot
}

/// Says whether nothing was written at its place since a tick was made: by this device's clock, as all that stands
/// there was written here or knew of what is here.
fn is_news(known: &Workspace, tick: &Tick) -> bool {
    let record = known.records.get(&tick.record);
    let standing = record
        .map(|record| record.at(&tick.slot))
        .unwrap_or_default();
    standing.iter().all(|write| write.at < tick.at)
}
