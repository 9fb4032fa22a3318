//! Every Vietnamese text that users see, in one place: plain words of their trade.
//!
//! Short, polite and exact. Numbers carry dots for thousands, dates are dd/mm/yyyy.

pub mod assign;
pub mod backup;
pub mod begin;
pub mod brief;
pub mod digest;
pub mod draft;
pub mod entry;
pub mod exchange;
mod faults;
mod figures;
pub mod guard;
pub mod help;
mod names;
pub mod one_file;
pub mod overview;
pub mod paper;
pub mod plans;
pub mod reminder;
pub mod report;
pub mod reporting;
pub mod review;
pub mod room;
pub mod round;
pub mod screens;
pub mod snapshots;
mod source;
mod times;
pub mod trial;

pub use faults::{
    action_error, aside, file_error, lock_error, puzzle, store_error, store_error_way_out,
};
pub use figures::{count, number, percent, percent_done, size};
pub use names::{
    before_day, field, missed, part, period, recurrence, sign_name, standing, status, status_name,
    task_path, verdict,
};
pub use source::{old_font, reading_broken, source_error};
pub use times::{
    Leaf, count_down, date, days_left, days_within, deadline, leaf, moment, rule, weekday_date,
};
