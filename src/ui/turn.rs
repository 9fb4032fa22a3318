//! The turn to write: one tab of a browser has it, the others follow what that one saves. Whoever works in
//! a tab gets it without a word; the tab that lost it says so.

use super::session::Session;
use super::state::RwSignal;
use crate::browser::{self, LocalStore, Lock, NoLocks, Wanted};
use crate::store::{self, LOOK, Next, SETTLING, Waiting};
use leptos::prelude::{LocalStorage, StoredValue, UpdateValue, WithValue};
use leptos::task::spawn_local;

/// Who writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writer {
    /// This tab.
    Me,
    /// This tab has asked for the turn, and holds back what it would write.
    MeSoon,
    Another,
}

/// What this tab knows of the turn.
#[derive(Clone, Copy)]
pub(super) struct Turn {
    pub(super) writer: RwSignal<Writer>,
    /// Whether something waits to be written.
    pub(super) is_busy: RwSignal<bool>,
    tab: StoredValue<Tab, LocalStorage>,
}

struct Tab {
    /// `None` where the browser keeps nothing: then each tab is for itself.
    turn: Option<store::Turn>,
    /// Where the browser has locks, the turn is held by one, too: it is freed when a tab is killed.
    lock: Option<Lock>,
    /// What waits for the turn.
    waiting: Vec<Box<dyn FnOnce()>>,
}

impl Turn {
    pub(super) fn new(store: Option<LocalStore>, is_busy: RwSignal<bool>) -> Self {
        let writer = match store {
            Some(_) => Writer::Another,
            None => Writer::Me,
        };
        let name = browser::device_id().to_string();
        let tab = Tab {
            turn: store.map(|store| store::Turn::new(Box::new(store), name)),
            lock: None,
            waiting: Vec::new(),
        };
        Self {
            writer: RwSignal::new(writer),
            is_busy,
            tab: StoredValue::new_local(tab),
        }
    }

    /// Says whether this tab may write. One that lost the turn may not have heard of it yet, so the store is
    /// asked, too.
    pub(super) fn is_mine(self) -> bool {
        self.writer.get_untracked() == Writer::Me && !self.is_anothers()
    }

    fn is_anothers(self) -> bool {
        self.look(store::Turn::is_anothers).unwrap_or_default()
    }

    fn look<T>(self, at: impl FnOnce(&store::Turn) -> T) -> Option<T> {
        self.tab.with_value(|tab| tab.turn.as_ref().map(at))
    }

    fn lose(self) {
        if self.writer.get_untracked() == Writer::Me {
            self.writer.set(Writer::Another);
            self.tab.update_value(|tab| tab.lock = None);
        }
    }

    async fn lock(self, wanted: Wanted) -> Result<Option<Lock>, NoLocks> {
        browser::lock(wanted, move || self.lose()).await
    }
}

impl Session {
    /// Runs what changes the workspace: at once where this tab has the turn, else as soon as it has.
    pub(super) fn write(self, run: impl FnOnce() + 'static) {
        let turn = self.turn;
        if turn.is_mine() {
            return run();
        }
        turn.lose();
        turn.tab.update_value(|tab| tab.waiting.push(Box::new(run)));
        turn.is_busy.set(true);
        self.take_turn();
    }

    /// Sees to it that this tab gets the turn.
    pub(super) fn take_turn(self) {
        if self.turn.writer.get_untracked() == Writer::Another {
            self.turn.writer.set(Writer::MeSoon);
            spawn_local(self.await_turn());
        }
    }

    async fn await_turn(self) {
        let turn = self.turn;
        let mut waiting = Waiting::default();
        loop {
            let mut lock = turn.lock(Wanted::IfFree).await;
            let found = match &lock {
                Ok(Some(_)) => store::Lock::Mine,
                Ok(None) => store::Lock::Anothers,
                Err(NoLocks) => store::Lock::Missing,
            };
            let next = turn.look(|turn| waiting.next(turn, found));
            match next.unwrap_or(Next::Begin) {
                Next::Begin => return self.begin(lock.ok().flatten()),
                Next::Wait => {
                    drop(lock);
                    browser::pause(LOOK).await;
                    continue;
                }
                Next::Force => {
                    lock = turn.lock(Wanted::ByForce).await;
                    turn.look(store::Turn::take);
                }
                Next::Settle => {}
            }
            browser::pause(SETTLING).await;
            if !turn.is_anothers() {
                return self.begin(lock.ok().flatten());
            }
        }
    }

    /// Goes on from what the last writer saved, and writes what waits here.
    fn begin(self, lock: Option<Lock>) {
        let tab = self.turn.tab;
        tab.update_value(|tab| tab.lock = lock);
        self.turn.writer.set(Writer::Me);
        self.load();
        let waiting = tab.try_update_value(|tab| std::mem::take(&mut tab.waiting));
        for run in waiting.into_iter().flatten() {
            run();
        }
        self.turn.is_busy.set(false);
        self.answer();
    }

    /// Gives the turn to a tab that asks for it.
    pub(super) fn answer(self) {
        let turn = self.turn;
        let Some(to) = turn.look(store::Turn::asked_by).flatten() else {
            return;
        };
        if turn.is_mine() {
            browser::hand_on_typing();
            self.save_rest();
            turn.look(|turn| turn.give(&to));
            turn.lose();
        }
    }

    /// Leaves the turn when the page goes. What still waits for it is written by force, lest it be lost.
    pub(super) fn leave_turn(self) {
        let turn = self.turn;
        if turn.tab.with_value(|tab| !tab.waiting.is_empty()) {
            turn.look(store::Turn::take);
            self.begin(None);
            // What was put off to be painted first.
            browser::catch_up();
            self.save_written();
        }
        turn.look(store::Turn::leave);
    }
}
