//! What people say of a report, beside what the data say.

use super::{Form, Head, Signature};
use crate::sorted::SortedMap;

/// The usual parts of a progress report, of state offices and of the Party alike (Quyết định
/// 99/2025/QĐ-UBND of Nghệ An joins some of them).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Chapter {
    /// Tình hình triển khai.
    Conduct,
    /// Kết quả thực hiện.
    Results,
    /// Tồn tại, hạn chế và nguyên nhân.
    Shortcomings,
    /// Phương hướng, nhiệm vụ thời gian tới.
    Directions,
    /// Đề xuất, kiến nghị.
    Proposals,
}

impl Chapter {
    pub const ALL: [Self; 5] = [
        Self::Conduct,
        Self::Results,
        Self::Shortcomings,
        Self::Directions,
        Self::Proposals,
    ];
}

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
}
