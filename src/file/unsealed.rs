//! Texts with an envelope around a body, taken apart and put together.

use super::envelope::{FORMAT, Office, VERSION, invalid};
use super::trial::TRIAL;
use super::{FileError, Kind, MAX_BYTES, Signature};
use crate::domain::Moment;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

/// What stands before the body in a text, and behind it, as the app writes it.
const BODY: &str = r#","body":"#;
const SUM: &str = r#","sha256":""#;

/// All but the body, which stands before the sum.
#[derive(Serialize, Deserialize)]
pub(super) struct Envelope {
    format: String,
    pub(super) version: u32,
    pub(super) kind: String,
    pub(super) app: String,
    /// Milliseconds since 1970, UTC, by the writer's clock; for people only.
    pub(super) written_at: Moment,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) from: Option<Office>,
    #[serde(default)]
    pub(super) sha256: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) signature: Option<Signature>,
}

/// An envelope and its body, as that stands in a text.
pub(super) struct Unsealed<'a> {
    pub(super) envelope: Envelope,
    pub(super) body: &'a str,
}

#[derive(Deserialize)]
struct Body<'a> {
    #[serde(borrow)]
    body: &'a RawValue,
}

/// The fields that tell whose file it is; read before all others.
#[derive(Deserialize)]
struct Label {
    format: Option<String>,
    version: Option<u32>,
}

/// Checks all that does not depend on what the envelope holds.
pub(super) fn unseal(text: &str) -> Result<Unsealed<'_>, FileError> {
    let text = bare(text)?;
    if let Some(whole) = Unsealed::as_written(text) {
        return Ok(whole);
    }
    let unsealed = Unsealed::parse(text).filter(|it| it.envelope.is_known());
    let unsealed = unsealed.ok_or_else(|| odd(text))?;
    if unsealed.is_whole() {
        Ok(unsealed)
    } else {
        Err(FileError::Damaged)
    }
}

/// Says whether a text may bear a signature, at a glance: most bear none.
#[must_use]
pub fn may_be_signed(text: &str) -> bool {
    let behind_body = text.rfind(SUM).map_or(text, |at| &text[at..]);
    behind_body.contains("\"signature\"")
}

impl Envelope {
    pub(super) fn new(kind: Kind, now: Moment, from: Option<Office>, sha256: String) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            kind: kind.name().to_owned(),
            app: env!("CARGO_PKG_VERSION").to_owned(),
            written_at: now,
            from,
            sha256,
            signature: None,
        }
    }

    fn is_known(&self) -> bool {
        self.format == FORMAT && (1..=VERSION).contains(&self.version)
    }
}

impl<'a> Unsealed<'a> {
    /// Reads a text of whatever form.
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        let Body { body } = serde_json::from_str(text).ok()?;
        Some(Self {
            envelope: serde_json::from_str(text).ok()?,
            body: body.get(),
        })
    }

    /// Cuts the body out of a whole text that has the form in which the app writes it, without reading it: whoever opens
    /// it does so anyway, and there may be thousands.
    fn as_written(text: &'a str) -> Option<Self> {
        let (before, rest) = text.split_once(BODY)?;
        let (body, behind) = rest.rsplit_once(SUM)?;
        let envelope: Envelope = serde_json::from_str(&[before, SUM, behind].concat()).ok()?;
        (envelope.is_known() && envelope.sha256 == checksum(body))
            .then_some(Self { envelope, body })
    }

    /// The app writes no blanks between the parts of a body. Where mail programs put line breaks there,
    /// the checksum still fits what was written.
    pub(super) fn is_whole(&self) -> bool {
        let sum = &self.envelope.sha256;
        *sum == checksum(self.body) || *sum == checksum(&compact(self.body))
    }

    /// Writes it as one text.
    pub(super) fn into_text(self) -> Result<String, FileError> {
        let envelope = serde_json::to_string(&self.envelope).map_err(|error| invalid(&error))?;
        // No text within it holds a quotation mark that is not escaped.
        let (before, behind) = envelope.split_once(SUM).unwrap_or_default();
        Ok([before, BODY, self.body, SUM, behind].concat())
    }
}

/// Says what is wrong with a text that is no envelope of this version.
fn odd(text: &str) -> FileError {
    let label = match label(text) {
        Ok(label) => label,
        Err(error) => return error,
    };
    match (label.format.as_deref(), label.version) {
        (Some(TRIAL), _) => FileError::Trial,
        (Some(FORMAT), Some(version)) if version > VERSION => FileError::TooNew { version },
        (Some(FORMAT), Some(1..)) => FileError::Damaged,
        _ => FileError::Foreign,
    }
}

/// Reads what a text says of itself before all else; empty where it says nothing.
pub(super) fn format_of(text: &str) -> Result<String, FileError> {
    Ok(label(bare(text)?)?.format.unwrap_or_default())
}

fn label(text: &str) -> Result<Label, FileError> {
    serde_json::from_str(text).map_err(|error| label_error(&error, text))
}

fn bare(text: &str) -> Result<&str, FileError> {
    if text.len() > MAX_BYTES {
        return Err(FileError::TooLarge { bytes: text.len() });
    }
    // Mail programs and editors put a byte order mark or blanks around a text.
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(FileError::Empty);
    }
    Ok(text)
}

/// Leaves out what stands between the parts of JSON.
fn compact(json: &str) -> String {
    let (mut in_text, mut is_escaped) = (false, false);
    let is_part = |c: &char| {
        let keep = in_text || !matches!(c, ' ' | '\n' | '\r' | '\t');
        in_text ^= *c == '"' && !is_escaped;
        is_escaped = *c == '\\' && !is_escaped;
        keep
    };
    json.chars().filter(is_part).collect()
}

/// Tells JSON of another shape, such as a list, from what was cut off, and from what is no JSON at
/// all.
fn label_error(error: &serde_json::Error, text: &str) -> FileError {
    let begins = |format: &str| text.starts_with(&format!("{{\"format\":\"{format}\""));
    if error.is_data() {
        FileError::Foreign
    } else if begins(FORMAT) {
        FileError::Damaged
    } else if begins(TRIAL) {
        FileError::Trial
    } else {
        FileError::NotJson
    }
}

pub(super) fn checksum(body: &str) -> String {
    let digits = Sha256::digest(body);
    let digits = digits.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::{open, seal_from};
    use super::*;

    #[test]
    fn a_text_of_another_form_opens_too() {
        let office = Office {
            unit: None,
            name: r#"x","body":[3],"sha256":"#.to_owned(),
        };
        let text = seal_from(Kind::Record, &vec![1, 2], 0, Some(office)).expect("a text");
        assert!(Unsealed::as_written(&text).is_some());
        let (before, sum) = text.split_once(SUM).expect("a sum");
        let sum = sum.trim_end_matches('}');
        let (before, body) = before.split_once(BODY).expect("a body");
        let added = format!(r#"{before},"more":{{"body":[3]}}{BODY}{body},"x":1{SUM}{sum}}}"#);
        let turned = format!(r#"{{"sha256":"{sum}{BODY}{body},{}}}"#, &before[1..]);
        for other in [text, added, turned] {
            assert_eq!(
                open::<Vec<u32>>(Kind::Record, &other),
                Ok(vec![1, 2]),
                "{other}"
            );
        }
    }
}
