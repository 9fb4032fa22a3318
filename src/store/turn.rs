//! Whose turn it is to write, among the tabs of a browser that share one store.
//!
//! One tab has the turn and writes; the others follow. Who wants it asks under a key of its own; who has
//! it saves what is in hand and gives it away as its last write. A tab sees what another wrote in the order
//! in which it was written: so who sees that it was given the turn has seen all that was saved before.

use super::{Store, StoreError};

/// Under this key stands the tab that has the turn.
const HOLDER: &str = "turn/holder";

/// Keys that begin so name the tabs that ask for it.
const ASKING: &str = "turn/asking/";

/// How long a tab that asks waits for an answer, in milliseconds. Who has the turn answers within a few,
/// unless the browser has stopped it.
const PATIENCE: u32 = 1_000;

/// How often a tab that waits looks for its turn, in milliseconds.
pub const LOOK: u32 = 20;

/// How long is allowed until every tab sees what one wrote, in milliseconds. A tab that takes the turn
/// without being given it waits so long, and then sees whether it was the last to take it (Fischer's algorithm;
/// Lamport, "A Fast Mutual Exclusion Algorithm", 1987).
pub const SETTLING: u32 = 100;

/// The turn as one tab sees it. What its store refuses is no fault here: a tab that cannot say what it wants
/// gets the turn by waiting.
pub struct Turn {
    store: Box<dyn Store>,
    tab: String,
}

impl Turn {
    /// Looks at the turn as the tab with this name, which no other tab has.
    #[must_use]
    pub fn new(store: Box<dyn Store>, tab: String) -> Self {
        Self { store, tab }
    }

    /// Returns the tab that has the turn; `None` where nobody has it.
    #[must_use]
    pub fn holder(&self) -> Option<String> {
        self.store.get(HOLDER).ok().flatten()
    }

    #[must_use]
    pub fn is_mine(&self) -> bool {
        self.holder().as_deref() == Some(&*self.tab)
    }

    /// Says whether another tab has the turn.
    #[must_use]
    pub fn is_anothers(&self) -> bool {
        self.holder().is_some_and(|holder| holder != self.tab)
    }

    pub fn ask(&self) {
        // A store without room for the question: the turn is taken when nobody answers.
        let _ = self.store.set(&asking(&self.tab), "");
    }

    /// Returns the tab that is to have the turn next: of those that ask, the next by name, so that it goes
    /// round and comes to each.
    #[must_use]
    pub fn asked_by(&self) -> Option<String> {
        let keys = self.store.keys().unwrap_or_default();
        let tabs = keys.iter().filter_map(|key| key.strip_prefix(ASKING));
        let others = tabs.filter(|tab| *tab != self.tab);
        let next = others.min_by_key(|tab| (*tab < self.tab.as_str(), *tab));
        next.map(str::to_owned)
    }

    /// Gives the turn to a tab. Everything else has to be saved before.
    pub fn give(&self, to: &str) {
        self.pass(to, &asking(to));
    }

    /// Takes the turn, asked for or not.
    pub fn take(&self) {
        self.pass(&self.tab, &asking(&self.tab));
    }

    /// Leaves the turn to whoever wants it, and asks no longer.
    pub fn leave(&self) {
        let left = self.store.remove(&asking(&self.tab));
        if self.is_mine() {
            // A tab that goes has nobody to tell.
            let _ = left.and_then(|()| self.store.remove(HOLDER));
        }
    }

    /// Names the new holder, whose question is answered by that.
    fn pass(&self, to: &str, question: &str) {
        let passed: Result<(), StoreError> = self
            .store
            .remove(question)
            .and_then(|()| self.store.set(HOLDER, to));
        // Without room for a name the turn is nobody's, and everybody may take it.
        if passed.is_err() {
            let _ = self.store.remove(HOLDER);
        }
    }
}

/// What a tab finds when it reaches for the lock that goes with the turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lock {
    Mine,
    Anothers,
    /// The browser has no locks for this page.
    Missing,
}

/// What a tab that waits for the turn does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// The turn is its own.
    Begin,
    /// It has taken the turn, and begins if it still has it after [`SETTLING`].
    Settle,
    /// It takes the lock by force, and then settles.
    Force,
    /// It looks again after [`LOOK`].
    Wait,
}

/// A tab that waits for its turn.
#[derive(Debug, Default)]
pub struct Waiting {
    holder: Option<String>,
    has_looked: bool,
    /// For how long the holder has been the same.
    silent: u32,
}

impl Waiting {
    /// Looks whose turn it is. Called every [`LOOK`], with what came of reaching for the lock.
    ///
    /// A tab that is killed leaves the lock and not its name, so with the lock in hand another's name counts
    /// only until what that one wrote last has arrived, or until it comes for a turn that it was given.
    pub fn next(&mut self, turn: &Turn, lock: Lock) -> Next {
        let holder = turn.holder();
        if holder != self.holder || !self.has_looked {
            // While the turn goes from tab to tab it will come here, too.
            if turn.is_anothers() {
                turn.ask();
            }
            *self = Self {
                holder,
                has_looked: true,
                silent: 0,
            };
        }
        let next = match lock {
            Lock::Mine if !turn.is_anothers() || self.silent >= SETTLING => Next::Begin,
            Lock::Missing if turn.is_mine() => Next::Begin,
            Lock::Missing if self.holder.is_none() || self.silent >= PATIENCE => Next::Settle,
            Lock::Anothers if self.silent >= PATIENCE => Next::Force,
            _ => Next::Wait,
        };
        self.silent = self.silent.saturating_add(LOOK);
        if matches!(next, Next::Begin | Next::Settle) {
            turn.take();
        }
        next
    }
}

fn asking(tab: &str) -> String {
    [ASKING, tab].concat()
}
