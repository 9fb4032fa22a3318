//! The text of a plan, paragraph by paragraph: nothing is left out and nothing changes place.

use crate::json::{Fault, FromJson, Json, field, from_json, object};
use serde::Serialize;
use std::ops::Range;

/// One paragraph of the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Block {
    pub role: Role,
    /// The marker as written, such as `II.`, `2.` or `-`; empty where there is none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub marker: String,
    /// The words after the marker.
    pub text: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub emphasis: Vec<Emphasis>,
    /// The line of the source on which the paragraph begins, counted from 1.
    pub line: u32,
}

/// What a paragraph is in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// What stands above the kind: the issuing bodies, place and date.
    Letterhead,
    /// "Số 96-KH/HU".
    Number,
    /// "KẾ HOẠCH".
    Kind,
    /// The title (trích yếu).
    Title,
    /// What stands between the title and the first section, the basis (căn cứ) included.
    Opening,
    /// A heading of the outline.
    Section,
    /// A numbered, lettered or dashed point.
    Point,
    /// A paragraph that belongs to the point or section before it.
    Paragraph,
    /// A row of a table; its text holds the cells between bars, as `| 1 | Tập huấn | Sở A |`.
    Row,
    /// "Nơi nhận:".
    RecipientsHeading,
    Recipient,
    /// "T/M BAN THƯỜNG VỤ", then the post of the signer.
    Authority,
    /// The signer's name.
    Signer,
}

/// Bold or italic words, as byte positions in the block's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Emphasis {
    pub range: Range<usize>,
    pub strong: bool,
}

from_json!(Block { role, text, line; marker, emphasis });
from_json!(Emphasis { range, strong; });
from_json!(Role {
    "letterhead" => Letterhead,
    "number" => Number,
    "kind" => Kind,
    "title" => Title,
    "opening" => Opening,
    "section" => Section,
    "point" => Point,
    "paragraph" => Paragraph,
    "row" => Row,
    "recipients-heading" => RecipientsHeading,
    "recipient" => Recipient,
    "authority" => Authority,
    "signer" => Signer
});

impl FromJson for Range<usize> {
    fn from_json(json: &Json) -> Result<Self, Fault> {
        let object = object(json)?;
        Ok(field(object, "start")?..field(object, "end")?)
    }
}
