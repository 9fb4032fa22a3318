//! Reports: their spans, what they tell, and how they read.

mod command;
mod deadlines;
mod facts;
mod orders;
mod spans;
pub(crate) mod texts;
