//! What the second module is asked to write, and the bytes that it answers.

use super::{Appointment, Document, Workbook, calendar, docx, xlsx};
use crate::domain::Moment;
use serde::{Deserialize, Serialize};

/// A file of an office, before it is written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Paper {
    Word(Box<Document>),
    Excel(Workbook),
    Calendar {
        name: String,
        appointments: Vec<Appointment>,
        now: Moment,
    },
}

impl Paper {
    /// Writes the file; `None` for what its format does not take, see [`xlsx`].
    #[must_use]
    pub fn write(&self) -> Option<Vec<u8>> {
        match self {
            Self::Word(document) => Some(docx(document)),
            Self::Excel(workbook) => xlsx(workbook).ok(),
            Self::Calendar {
                name,
                appointments,
                now,
            } => Some(calendar(name, appointments, *now).into_bytes()),
        }
    }

    /// Writes what is asked of the second module.
    ///
    /// # Panics
    /// Never: every part is plain data.
    #[must_use]
    pub fn question(&self) -> String {
        serde_json::to_string(self).expect("plain data")
    }

    /// Answers a question; `None` for what makes no sense, and for what cannot be written.
    #[must_use]
    pub fn answer(question: &str) -> Option<Vec<u8>> {
        serde_json::from_str::<Self>(question).ok()?.write()
    }
}
