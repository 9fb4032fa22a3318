//! Reports: what is known of a plan's progress → words and tables → files in the formats of offices.

mod calendar;
mod chapters;
mod compose;
mod csv;
mod deadlines;
mod document;
mod docx;
mod facts;
mod frame;
mod order;
mod outcome;
mod page;
mod shown;
mod tables;
mod text;
mod workbook;
mod xlsx;
mod zip;

pub use calendar::{Appointment, Repeats, calendar};
pub use compose::compose;
pub use csv::csv;
pub use deadlines::deadlines;
pub use document::{
    Annex, Block, Cell, Column, Document, Head, Row, Sheet, Signature, Table, Workbook,
};
pub use docx::docx;
pub use facts::{
    Coming, DutyFacts, Facts, Request, SectionFacts, UnitFacts, calendar_file_name, facts,
    report_file_name,
};
pub use frame::Frame;
pub use order::{Format, Order, SentAhead, Wanted};
pub use outcome::Outcome;
pub use page::page;
pub use text::text;
pub use workbook::workbook;
pub use xlsx::{MOST_LETTERS, xlsx};
