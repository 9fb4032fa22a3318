//! The envelope around everything that is stored or sent.

use super::limits::within_limits;
use super::trial::TRIAL;
use super::{FileError, Kind, MAX_BYTES, Signature};
use crate::domain::{Moment, UnitId, tidy_name};
use crate::json::{field_or_default, from_json, object};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

/// What every envelope says of itself.
pub(super) const FORMAT: &str = "so-tien-do";

/// The newest version of the format that this app writes and opens.
pub const VERSION: u32 = 1;

/// What stands on an envelope, beside its body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    pub kind: Kind,
    /// The version of the format.
    pub version: u32,
    /// The version of the app that wrote it.
    pub app: String,
    /// By the writer's clock; for people only.
    pub written_at: Moment,
    /// Who wrote it; `None` for what a device keeps for itself.
    pub from: Option<Office>,
    /// By whom it was signed, if at all; whether it fits is not known yet.
    pub signature: Option<Signature>,
}

/// Who writes a file, as others see it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Office {
    /// The unit that works on the device; `None` where none was chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// Its name, or else that of the person; may be empty.
    pub name: String,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Envelope<'a> {
    format: &'a str,
    pub(super) version: u32,
    pub(super) kind: &'a str,
    pub(super) app: &'a str,
    /// Milliseconds since 1970, UTC, by the writer's clock; for people only.
    pub(super) written_at: Moment,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) from: Option<Office>,
    #[serde(borrow)]
    body: &'a RawValue,
    #[serde(default)]
    pub(super) sha256: &'a str,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) signature: Option<Signature>,
}

/// The fields that tell whose file it is; read before all others.
#[derive(Deserialize)]
struct Label {
    format: Option<String>,
    version: Option<u32>,
}

/// Writes a body into an envelope.
///
/// # Errors
/// [`FileError::Invalid`] when the body cannot be written as JSON.
pub fn seal<T: Serialize>(kind: Kind, body: &T, now: Moment) -> Result<String, FileError> {
    seal_from(kind, body, now, None)
}

/// Writes a body into an envelope that tells who sends it.
///
/// # Errors
/// As [`seal`].
pub fn seal_from<T: Serialize>(
    kind: Kind,
    body: &T,
    now: Moment,
    from: Option<Office>,
) -> Result<String, FileError> {
    let invalid = |error: serde_json::Error| FileError::Invalid {
        detail: error.to_string(),
    };
    let body = serde_json::value::to_raw_value(body).map_err(invalid)?;
    let envelope = Envelope {
        format: FORMAT,
        version: VERSION,
        kind: kind.name(),
        app: env!("CARGO_PKG_VERSION"),
        written_at: now,
        from,
        sha256: &checksum(body.get()),
        body: &body,
        signature: None,
    };
    serde_json::to_string(&envelope).map_err(invalid)
}

/// Opens an envelope and reads its body.
///
/// # Errors
/// One [`FileError`] for each thing that can be wrong, found in the order of its variants.
pub fn open<T: DeserializeOwned>(kind: Kind, text: &str) -> Result<T, FileError> {
    open_with_cover(kind, text).map(|(_, body)| body)
}

/// Opens an envelope and reads its body and what stands on it.
///
/// # Errors
/// As [`open`].
pub fn open_with_cover<T: DeserializeOwned>(
    kind: Kind,
    text: &str,
) -> Result<(Cover, T), FileError> {
    let envelope = unseal(text)?;
    if envelope.kind != kind.name() {
        return Err(FileError::OtherKind {
            found: envelope.kind.to_owned(),
            wanted: kind,
        });
    }
    let body = envelope.body.get();
    within_limits(kind, body)?;
    let body = serde_json::from_str(body).map_err(|error| FileError::Invalid {
        detail: error.to_string(),
    })?;
    Ok((cover(kind, envelope), body))
}

/// Reads what this version understands of a text of a newer one: to be shown, never to be written.
#[must_use]
pub fn open_newer<T: DeserializeOwned>(kind: Kind, text: &str) -> Option<T> {
    let envelope: Envelope<'_> = serde_json::from_str(text).ok()?;
    let body = envelope.body.get();
    (envelope.kind == kind.name() && is_whole(body, envelope.sha256))
        .then(|| serde_json::from_str(body).ok())?
}

/// Reads what stands on an envelope and checks that its body is whole.
///
/// # Errors
/// As [`open`], but for the content of the body.
pub fn inspect(text: &str) -> Result<Cover, FileError> {
    let envelope = unseal(text)?;
    let mut kinds = Kind::ALL.into_iter();
    let kind = kinds.find(|kind| kind.name() == envelope.kind);
    let kind = kind.ok_or_else(|| FileError::Invalid {
        detail: format!("unknown kind {:?}", envelope.kind),
    })?;
    Ok(cover(kind, envelope))
}

fn cover(kind: Kind, envelope: Envelope<'_>) -> Cover {
    Cover {
        kind,
        version: envelope.version,
        app: envelope.app.to_owned(),
        written_at: envelope.written_at,
        from: envelope.from,
        signature: envelope.signature,
    }
}

from_json!(Office: |json| {
    let object = object(json)?;
    Ok(Self {
        unit: field_or_default(object, "unit")?,
        // Names are shown beside other words, so they may not change how those read.
        name: tidy_name(&field_or_default::<String>(object, "name")?),
    })
});

/// Checks all that does not depend on what the envelope holds.
pub(super) fn unseal(text: &str) -> Result<Envelope<'_>, FileError> {
    let text = bare(text)?;
    let envelope: Envelope<'_> = serde_json::from_str(text).map_err(|_| odd(text))?;
    if envelope.format != FORMAT || !(1..=VERSION).contains(&envelope.version) {
        return Err(odd(text));
    }
    if is_whole(envelope.body.get(), envelope.sha256) {
        Ok(envelope)
    } else {
        Err(FileError::Damaged)
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

/// The app writes no blanks between the parts of a body. Where mail programs put line breaks there,
/// the checksum still fits what was written.
fn is_whole(body: &str, sum: &str) -> bool {
    sum == checksum(body) || sum == checksum(&compact(body))
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

fn checksum(body: &str) -> String {
    let digits = Sha256::digest(body);
    let digits = digits.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &FileError) {
        assert_eq!(
            open::<Vec<u32>>(Kind::Record, text).as_ref(),
            Err(expected),
            "{text}"
        );
    }

    #[test]
    fn what_is_sealed_opens() {
        let text = seal(Kind::Record, &vec![1, 2], 0).expect("a text");
        assert_eq!(open::<Vec<u32>>(Kind::Record, &text), Ok(vec![1, 2]));
        assert_eq!(
            open::<Vec<u32>>(Kind::Record, &format!("\u{feff}{text}\r\n")),
            Ok(vec![1, 2])
        );
    }

    #[test]
    fn line_breaks_between_the_parts_do_no_harm() {
        let texts = vec!["a \\\" b".to_owned(), "\\".to_owned(), " c".to_owned()];
        let text = seal(Kind::Record, &texts, 0).expect("a text");
        let broken = text.replace(',', ",\r\n  ").replace("[\"", "[\n\"");
        assert_eq!(open(Kind::Record, &broken), Ok(texts));
        check(&broken.replace("a ", "a"), &FileError::Damaged);
    }

    #[test]
    fn each_fault_has_its_own_error() {
        let text = seal(Kind::Record, &vec![1, 2], 0).expect("a text");
        check("  ", &FileError::Empty);
        check("Kính gửi", &FileError::NotJson);
        check(&text[..text.len() - 9], &FileError::Damaged);
        check("[1,2]", &FileError::Foreign);
        check(r#"{"name":"x"}"#, &FileError::Foreign);
        check(
            &text.replace("\"version\":1", "\"version\":2"),
            &FileError::TooNew { version: 2 },
        );
        check(&text.replace("[1,2]", "[1,3]"), &FileError::Damaged);
        check(&text.replace("sha256", "sha"), &FileError::Damaged);
        let other = seal(Kind::Settings, &vec![1], 0).expect("a text");
        let (found, wanted) = ("settings".to_owned(), Kind::Record);
        check(&other, &FileError::OtherKind { found, wanted });
        let wrong = seal(Kind::Record, &"x", 0).expect("a text");
        assert!(matches!(
            open::<Vec<u32>>(Kind::Record, &wrong),
            Err(FileError::Invalid { .. })
        ));
    }
}
