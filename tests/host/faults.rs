//! A store that fails in every way a browser's may, at the very step that a test names.

use proptest::prelude::*;
use proptest::sample::select;
use so_tien_do::store::{MemoryStore, Store, StoreError};
use std::cell::{Cell, RefCell};

/// What becomes of a write or a removal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Says that it failed, and did.
    Fails,
    /// Says that it failed, and did not.
    FailsInWords,
    /// Says that it was done, and was not.
    Loses,
    /// Leaves so many hundredths of the text, and says that all are there. A removal is lost.
    Tears(u8),
    /// The tab is killed before this step.
    KilledBefore,
    /// The tab is killed within this step, and so many hundredths of the text are there.
    KilledWithin(u8),
    /// The tab is killed after this step.
    KilledAfter,
}

/// A store that meets faults at given steps. Once its tab is killed, nothing reaches it.
pub(crate) struct FaultyStore<'a> {
    inner: &'a MemoryStore,
    /// The faults to come, with the number of the step at which each comes.
    faults: RefCell<Vec<(usize, Fault)>>,
    steps: Cell<usize>,
    is_killed: Cell<bool>,
}

impl<'a> FaultyStore<'a> {
    pub(crate) fn new(inner: &'a MemoryStore, faults: &[(usize, Fault)]) -> Self {
        Self {
            inner,
            faults: RefCell::new(faults.to_vec()),
            steps: Cell::new(0),
            is_killed: Cell::new(false),
        }
    }

    pub(crate) fn is_killed(&self) -> bool {
        self.is_killed.get()
    }

    /// How many writes and removals there were.
    pub(crate) fn steps(&self) -> usize {
        self.steps.get()
    }

    fn living(&self) -> Result<&MemoryStore, StoreError> {
        if self.is_killed() {
            Err(dead())
        } else {
            Ok(self.inner)
        }
    }

    /// Does a step whole, in part, or not at all. `tear` does so many hundredths of it.
    fn step(
        &self,
        whole: impl Fn() -> Result<(), StoreError>,
        tear: impl Fn(u8) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.living()?;
        let now = self.steps.replace(self.steps() + 1);
        let faults = self.faults.borrow();
        let fault = faults.iter().find(|(step, _)| *step == now);
        let Some((_, fault)) = fault else {
            return whole();
        };
        let kill = || {
            self.is_killed.set(true);
            Err(dead())
        };
        match fault {
            Fault::Fails => Err(dead()),
            Fault::FailsInWords => whole().and(Err(dead())),
            Fault::Loses => Ok(()),
            Fault::Tears(hundredths) => tear(*hundredths),
            Fault::KilledBefore => kill(),
            Fault::KilledWithin(hundredths) => tear(*hundredths).and_then(|()| kill()),
            Fault::KilledAfter => whole().and_then(|()| kill()),
        }
    }
}

impl Store for FaultyStore<'_> {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.living()?.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.living()?.get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.step(
            || self.inner.set(key, text),
            |hundredths| self.inner.set(key, prefix(text, hundredths)),
        )
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.step(|| self.inner.remove(key), |_| Ok(()))
    }
}

/// Any fault, kills as often as all others.
pub(crate) fn fault() -> impl Strategy<Value = Fault> {
    let others = prop_oneof![
        select(vec![Fault::Fails, Fault::FailsInWords, Fault::Loses]),
        (0_u8..100).prop_map(Fault::Tears),
    ];
    prop_oneof![others, kill()]
}

pub(crate) fn kill() -> impl Strategy<Value = Fault> {
    prop_oneof![
        select(vec![Fault::KilledBefore, Fault::KilledAfter]),
        (0_u8..100).prop_map(Fault::KilledWithin),
    ]
}

/// Returns so many hundredths of a text.
pub(crate) fn prefix(text: &str, hundredths: u8) -> &str {
    let mut end = text.len() * usize::from(hundredths) / 100;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

fn dead() -> StoreError {
    StoreError::Other("injected".to_owned())
}
