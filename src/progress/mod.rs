//! What units say of their tasks, and how the records of many devices become one.
//!
//! A [`Record`] is a dot store with a causal context: see [`Record::merge`] for its laws.

mod diff;
mod entry;
mod form;
mod key;
mod record;
mod value;
mod version;

pub use diff::{Change, Comparison, changes, compare};
pub use entry::Entry;
pub use key::{Field, Slot};
pub use record::{Author, Record, Write};
pub use value::{Document, Item, Step, Value};
pub use version::{Dot, Version};
