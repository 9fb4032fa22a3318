//! Identities: given once, stored, and never computed again.

use crate::json::{from_json, text};
use serde::Serialize;
use std::fmt;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            #[must_use]
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        from_json!($name: |json| text(json).map(Self::new));

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
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
