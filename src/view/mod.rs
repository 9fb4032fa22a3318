//! What screens show, computed from the workspace and the day alone, so that it is tested without
//! a browser.

mod checklist;
mod duty;
mod outline;
mod route;
mod search;
mod today;

pub use checklist::{Checklist, Tally, checklist, plans_of, tally};
pub use duty::{DutyId, Row, row, row_without_unit};
pub use outline::{Passage, Share, passages};
pub use route::{Route, Screen};
pub use search::{Hit, search};
pub use today::{Horizon, Today, today};
