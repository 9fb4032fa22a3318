//! Identities: given once, stored, and never computed again. Thousands of writes bear the same few, so
//! copies of one share its text.

use crate::intern::{SharedText, interned};
use crate::json::{ByText, from_tree, text};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::sync::Arc;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(SharedText);

        impl $name {
            #[must_use]
            pub fn new(text: impl Into<Arc<str>>) -> Self {
                Self(SharedText::new(text.into()))
            }

            fn interned(text: &str) -> Self {
                Self(SharedText::new(interned(text)))
            }

            #[must_use]
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        from_tree!($name: |json| text(json).map(Self::interned));

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(ByText(|text| Ok(Self::interned(text))))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

id!(
    /// A plan, from its number, issuer and title when it is first read.
    PlanId
);
id!(
    /// A task within its plan, from its place when the plan is first read: `ii-2`, `ii-2.p2`.
    TaskId
);
id!(
    /// A unit, from its name when it is first met. Renaming keeps it.
    UnitId
);
id!(
    /// A group of units, from the name that the plan uses.
    GroupId
);
id!(
    /// A browser profile that writes progress. It never travels in a backup.
    DeviceId
);
id!(
    /// A result document or a sub-step of an entry, from the write that made it.
    ItemId
);

/// Turns words into an identity: folded, with hyphens between the words.
#[must_use]
pub fn slug(words: &str) -> String {
    super::letters(words).join("-")
}
