//! Keeping the workspace: a narrow port over key → text, its in-memory twin, two slots a key above it, load
//! and save, beside them automatic snapshots, and whose turn it is to write.

mod gists;
mod keeper;
mod load;
mod memory;
mod packed;
mod read;
mod room;
mod save;
mod slots;
mod snapshots;
mod turn;

pub use gists::gists_of;
pub use keeper::Keeper;
pub use load::{Aside, Loaded, load};
pub use memory::MemoryStore;
pub use room::{Kept, ROOM, Room, SHORT};
pub(crate) use save::put;
pub use save::save;
pub use slots::Slots;
pub(crate) use slots::{bare as bare_key, headed, whole_text};
pub use snapshots::{MOST, MOST_ROOM, Reason, Snapshot, Snapshots};
pub use turn::{LOOK, Lock, Next, SETTLING, Turn, Waiting};

use std::fmt;
use std::rc::Rc;

/// Keys that begin so hold damaged texts that were set aside.
const ASIDE: &str = "damaged/";

/// Keys that begin so hold snapshots.
pub const SNAPSHOT: &str = "snapshot/";

/// A place that keeps texts under keys. One contract suite holds for every implementation.
///
/// All keys share a prefix that the implementation adds, so that others' texts are never touched.
pub trait Store {
    /// Returns all keys, in any order.
    ///
    /// # Errors
    /// When the place cannot be read.
    fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// Returns the text under a key; `None` where there is none.
    ///
    /// # Errors
    /// When the place cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Returns the first line of the text under a key.
    ///
    /// # Errors
    /// When the place cannot be read.
    fn head(&self, key: &str) -> Result<Option<String>, StoreError> {
        let text = self.get(key)?;
        Ok(text.map(|text| text.split('\n').next().unwrap_or_default().to_owned()))
    }

    /// Returns how long the text under a key is, in characters as browsers count them.
    ///
    /// # Errors
    /// When the place cannot be read.
    fn size(&self, key: &str) -> Result<usize, StoreError> {
        let text = self.get(key)?.unwrap_or_default();
        Ok(text.encode_utf16().count())
    }

    /// Puts a text under a key. When it fails, the text that was there before stays.
    ///
    /// # Errors
    /// When the place is full or cannot be written.
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Takes a key away; a missing key is no error.
    ///
    /// # Errors
    /// When the place cannot be written.
    fn remove(&self, key: &str) -> Result<(), StoreError>;
}

/// Several may look into one store.
impl<S: Store + ?Sized> Store for Rc<S> {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        (**self).keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        (**self).get(key)
    }

    fn head(&self, key: &str) -> Result<Option<String>, StoreError> {
        (**self).head(key)
    }

    fn size(&self, key: &str) -> Result<usize, StoreError> {
        (**self).size(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        (**self).set(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        (**self).remove(key)
    }
}

/// Why something could not be kept or fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser keeps nothing for this page: a private window, or storage is blocked.
    Blocked,
    /// There is no room left.
    Full,
    /// What was read back is not what was written.
    NotKept,
    /// What is stored there was written by a newer version of the app, or could not be set aside.
    Locked,
    /// Anything else, in the platform's words.
    Other(String),
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Blocked => f.write_str("storage is blocked"),
            Self::Full => f.write_str("storage is full"),
            Self::NotKept => f.write_str("read back differently"),
            Self::Locked => f.write_str("locked: holds what must not be overwritten"),
            Self::Other(detail) => f.write_str(detail),
        }
    }
}

impl std::error::Error for StoreError {}
