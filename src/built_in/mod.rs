//! The plan that the app was made for, as the reader reads it.
//!
//! What the reader makes of the plan's text stands in `96-kh-hu.json`, so that the app needs neither the text nor the
//! reader; what lists show of it stands in `docket.txt`, so that the first screen needs nothing else. A host test
//! holds the files against the reader, and writes them anew when told to:
//! `UPDATE_EXPECT=1 cargo test --test host built_in_plan`.

use crate::docket::Docket;
use crate::domain::{Plan, Roster};
use crate::json::from_json;
use serde::Serialize;

/// The identity of the plan 96-KH/HU.
pub const ID: &str = "96-kh-hu-63a43698";

/// The content of the file.
pub const JSON: &str = include_str!("96-kh-hu.json");

/// A plan with its roster.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct BuiltIn {
    pub plan: Plan,
    pub roster: Roster,
}

from_json!(BuiltIn { plan, roster; });

/// Returns the plan 96-KH/HU with its roster.
///
/// # Panics
/// Never: a test reads the same file.
#[must_use]
pub fn built_in() -> BuiltIn {
    serde_json::from_str(JSON).expect("the file that a test holds against the reader")
}

/// What lists show of the plan, as it stands in `docket.txt`: the first screen needs no more of it.
pub const DOCKET: &str = include_str!("docket.txt");

/// Returns the duties of the plan, whosever they are.
#[must_use]
pub fn docket() -> Option<Docket> {
    Docket::parse(DOCKET).ok()
}
