//! A value that tells at once whether it may have changed, however large it is.

use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicU64, Ordering};

/// A value with a stamp. Two that bear the same stamp are equal: whoever may change the value is
/// given it under a fresh one, and only a copy keeps the stamp of what it was copied from.
#[derive(Clone, Debug)]
pub struct Stamped<T> {
    value: T,
    stamp: u64,
}

impl<T> Stamped<T> {
    #[must_use]
    pub fn new(value: T) -> Self {
        Self {
            value,
            stamp: fresh(),
        }
    }

    #[must_use]
    pub fn stamp(&self) -> u64 {
        self.stamp
    }
}

impl<T> Deref for Stamped<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> DerefMut for Stamped<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.stamp = fresh();
        &mut self.value
    }
}

impl<T: PartialEq> PartialEq for Stamped<T> {
    fn eq(&self, other: &Self) -> bool {
        self.stamp == other.stamp || self.value == other.value
    }
}

impl<T: Eq> Eq for Stamped<T> {}

fn fresh() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    NEXT.fetch_add(1, Ordering::Relaxed)
}
