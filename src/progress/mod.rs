//! What units say of their tasks, and how the records of many devices become one.
//!
//! A [`Record`] is a dot store with a causal context: see [`Record::merge`] for its laws.

mod adopted;
mod diff;
mod entry;
mod form;
mod key;
mod record;
mod reversal;
mod value;
mod version;
mod writes;

pub use diff::{Change, Comparison, changes, compare};
pub use entry::Entry;
pub use key::{Field, Slot};
pub use record::{Author, Record, Write};
pub use reversal::Reversal;
pub use value::{Document, Extension, Item, Review, Step, Value, Verdict};
pub use version::{Dot, Version};
use writes::Writes;
