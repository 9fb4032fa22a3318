//! Reports: what is known of a plan's progress → words and tables → files in the formats of offices.

mod agenda;
mod calendar;
mod chapters;
mod compose;
mod csv;
mod document;
mod docx;
mod facts;
mod frame;
mod outcome;
mod paper;
mod shown;
mod span;
mod tables;
mod text;
mod workbook;
mod xlsx;
mod zip;

pub use agenda::agenda;
pub use calendar::{Appointment, calendar};
pub use compose::compose;
pub use csv::csv;
pub use document::{
    Annex, Block, Cell, Column, Document, Form, Head, Row, Sheet, Signature, Table, Workbook,
};
pub use docx::docx;
pub use facts::{Coming, DutyFacts, Facts, Request, Scope, SectionFacts, UnitFacts, facts};
pub use frame::{Chapter, Frame};
pub use outcome::Outcome;
pub use paper::Paper;
pub use span::{Cycle, Length, Reckoning, Span, SpanError};
pub use text::text;
pub use workbook::workbook;
pub use xlsx::{MOST_LETTERS, xlsx};
