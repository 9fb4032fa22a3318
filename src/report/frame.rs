//! What people say of a report, beside what the data say.

use super::{Head, Signature};
use crate::sorted::SortedMap;
use crate::workspace::{Chapter, Form, Letterhead, ReportId, Workspace};

/// The form, who reports to whom, and words of their own. What is empty is filled in from the plan or
/// left blank on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    pub form: Form,
    pub head: Head,
    pub recipients: Vec<String>,
    pub signature: Signature,
    /// Free paragraphs, a line each. They come first in their chapter, whatever the data say.
    pub paragraphs: SortedMap<Chapter, String>,
}

impl Frame {
    /// Returns a frame in which all is left blank.
    #[must_use]
    pub fn blank(form: Form) -> Self {
        Self {
            form,
            head: Head::default(),
            recipients: Vec::new(),
            signature: Signature::default(),
            paragraphs: SortedMap::new(),
        }
    }

    /// Returns what is kept here for a report: the letterhead of the office, and what was written into it.
    #[must_use]
    pub fn of(workspace: &Workspace, report: &ReportId) -> Self {
        let letterhead = workspace.settings.letterhead.as_deref();
        let remarks = workspace.remarks.get(report);
        Self {
            paragraphs: remarks.map_or_else(SortedMap::new, |it| it.paragraphs.clone()),
            ..letterhead.map_or_else(|| Self::blank(Form::default()), headed)
        }
    }
}

fn headed(letterhead: &Letterhead) -> Frame {
    let it = letterhead.clone();
    let recipients = it.recipients.lines().map(str::trim);
    Frame {
        form: it.form,
        head: Head {
            above: it.above,
            issuer: it.issuer,
            number: it.number,
            place: it.place,
            day: None,
        },
        recipients: recipients
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect(),
        signature: Signature {
            behalf: it.behalf,
            role: it.role,
            name: it.signer,
        },
        paragraphs: SortedMap::new(),
    }
}
