//! The writes that stand under one dot.

use super::Write;

/// One write, but where the state of a device was brought back from a disk image: what it wrote since then bears the
/// dots of what it had written before. There are hundreds of thousands of these, so that one write has no list to
/// itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Writes {
    first: Write,
    /// The others, in order, each once.
    twins: Vec<Write>,
}

impl Writes {
    pub(super) fn of(write: Write) -> Self {
        Self {
            first: write,
            twins: Vec::new(),
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Write> {
        std::iter::once(&self.first).chain(&self.twins)
    }

    /// Puts other writes to these.
    pub(super) fn join(&mut self, other: Self) {
        for write in std::iter::once(other.first).chain(other.twins) {
            self.add(write);
        }
    }

    /// Makes other writes of these.
    pub(super) fn map(&self, other: impl Fn(&Write) -> Write) -> Self {
        let mut made = Self::of(other(&self.first));
        for write in &self.twins {
            made.add(other(write));
        }
        made
    }

    fn add(&mut self, mut write: Write) {
        if write < self.first {
            std::mem::swap(&mut write, &mut self.first);
        }
        if write != self.first
            && let Err(at) = self.twins.binary_search(&write)
        {
            self.twins.insert(at, write);
        }
    }
}
