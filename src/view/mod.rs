//! What screens show, computed from the workspace and the day alone, so that it is tested without
//! a browser.

mod checklist;
pub mod draft;
mod duty;
mod outline;
mod overview;
mod plans;
mod route;
mod search;
mod today;

pub use checklist::{Checklist, Tally, checklist, plans_of, tally};
pub use duty::{DutyId, Row, row, row_without_unit};
pub use outline::{Passage, Share, passages};
pub use overview::{Choice, Counts, Duty, Overview, Show, UnitLine, overview};
pub use plans::{Card, cards};
pub use route::{Open, Route, Screen};
pub use search::{Hit, search};
pub use today::{Horizon, Today, today};
