//! The screens, one file each.

mod add;
mod draft;
mod duty;
mod entry_form;
mod exchange;
mod finder;
mod form;
mod groups;
mod items;
mod matrix;
mod overview;
mod plan;
mod plan_tools;
mod plans;
mod preview;
mod settings;
mod today;
mod unit;
mod unit_list;
mod units;

pub(super) use add::add;
pub(super) use draft::{draft, draft_duty};
pub(super) use duty::duty;
pub(super) use exchange::exchange;
pub(super) use overview::overview;
pub(super) use plan::plan;
pub(super) use plans::plans;
pub(super) use settings::settings;
pub(super) use today::today;
pub(super) use unit::unit;
pub(super) use units::units;
