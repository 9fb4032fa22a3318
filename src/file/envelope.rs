//! The envelope around everything that is stored or sent.

use super::limits::longest_text;
use super::{FileError, MAX_BYTES, MAX_TEXT_BYTES};
use crate::domain::Moment;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};
use std::fmt::Write;

const FORMAT: &str = "so-tien-do";

/// The newest version of the format that this app writes and opens.
pub const VERSION: u32 = 1;

/// What an envelope holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What units report, as sent.
    Progress,
    /// A plan with its roster, as sent.
    PlanFile,
    /// A plan, as stored.
    Plan,
    /// A plan's roster, as stored.
    Roster,
    /// One unit's record on one plan, as stored.
    Record,
    /// The settings of this device, as stored.
    Settings,
    /// What a draft began with, as stored.
    Draft,
    /// What was corrected in the draft, as stored.
    Edits,
}

impl Kind {
    const ALL: [Self; 8] = [
        Self::Progress,
        Self::PlanFile,
        Self::Plan,
        Self::Roster,
        Self::Record,
        Self::Settings,
        Self::Draft,
        Self::Edits,
    ];

    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Progress => "progress",
            Self::PlanFile => "plan-file",
            Self::Plan => "plan",
            Self::Roster => "roster",
            Self::Record => "record",
            Self::Settings => "settings",
            Self::Draft => "draft",
            Self::Edits => "edits",
        }
    }
}

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
}

#[derive(Serialize, Deserialize)]
struct Envelope<'a> {
    format: &'a str,
    version: u32,
    kind: &'a str,
    app: &'a str,
    /// Milliseconds since 1970, UTC, by the writer's clock; for people only.
    written_at: Moment,
    #[serde(borrow)]
    body: &'a RawValue,
    #[serde(default)]
    sha256: &'a str,
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
        sha256: &checksum(body.get()),
        body: &body,
    };
    serde_json::to_string(&envelope).map_err(invalid)
}

/// Opens an envelope and reads its body.
///
/// # Errors
/// One [`FileError`] for each thing that can be wrong, found in the order of its variants.
pub fn open<T: DeserializeOwned>(kind: Kind, text: &str) -> Result<T, FileError> {
    let envelope = unseal(text)?;
    if envelope.kind != kind.name() {
        return Err(FileError::OtherKind {
            found: envelope.kind.to_owned(),
            wanted: kind,
        });
    }
    let body = envelope.body.get();
    // What a device keeps for itself is read whatever its length, lest it be lost.
    if kind == Kind::Progress && longest_text(body) > MAX_TEXT_BYTES {
        return Err(FileError::TextTooLong {
            bytes: longest_text(body),
        });
    }
    serde_json::from_str(body).map_err(|error| FileError::Invalid {
        detail: error.to_string(),
    })
}

/// Reads what stands on an envelope and checks that its body is whole.
///
/// # Errors
/// As [`open`], but for the content of the body.
pub fn inspect(text: &str) -> Result<Cover, FileError> {
    let Envelope {
        kind,
        version,
        app,
        written_at,
        ..
    } = unseal(text)?;
    let known = Kind::ALL.into_iter().find(|known| known.name() == kind);
    let kind = known.ok_or_else(|| FileError::Invalid {
        detail: format!("unknown kind {kind:?}"),
    })?;
    Ok(Cover {
        kind,
        version,
        app: app.to_owned(),
        written_at,
    })
}

/// Checks all that does not depend on what the envelope holds.
fn unseal(text: &str) -> Result<Envelope<'_>, FileError> {
    if text.len() > MAX_BYTES {
        return Err(FileError::TooLarge { bytes: text.len() });
    }
    // Mail programs and editors put a byte order mark or blanks around a text.
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(FileError::Empty);
    }
    let label: Label = serde_json::from_str(text).map_err(|error| label_error(&error))?;
    if label.format.as_deref() != Some(FORMAT) {
        return Err(FileError::Foreign);
    }
    match label.version {
        Some(version) if version > VERSION => return Err(FileError::TooNew { version }),
        Some(1..) => {}
        Some(0) | None => return Err(FileError::Foreign),
    }
    let envelope: Envelope<'_> = serde_json::from_str(text).map_err(|_| FileError::Damaged)?;
    if envelope.sha256 != checksum(envelope.body.get()) {
        return Err(FileError::Damaged);
    }
    Ok(envelope)
}

/// Tells JSON of another shape, such as a list, from what is no JSON at all.
fn label_error(error: &serde_json::Error) -> FileError {
    if error.is_data() {
        FileError::Foreign
    } else {
        FileError::NotJson
    }
}

fn checksum(body: &str) -> String {
    Sha256::digest(body)
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            // Writing to a string cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
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
    fn each_fault_has_its_own_error() {
        let text = seal(Kind::Record, &vec![1, 2], 0).expect("a text");
        check("  ", &FileError::Empty);
        check("Kính gửi", &FileError::NotJson);
        check(&text[..text.len() - 9], &FileError::NotJson);
        check("[1,2]", &FileError::Foreign);
        check(r#"{"name":"x"}"#, &FileError::Foreign);
        check(
            &text.replace("\"version\":1", "\"version\":2"),
            &FileError::TooNew { version: 2 },
        );
        check(&text.replace("[1,2]", "[1,3]"), &FileError::Damaged);
        check(&text.replace("sha256", "sha"), &FileError::Damaged);
        let other = seal(Kind::Settings, &vec![1], 0).expect("a text");
        check(
            &other,
            &FileError::OtherKind {
                found: "settings".to_owned(),
                wanted: Kind::Record,
            },
        );
        let wrong = seal(Kind::Record, &"x", 0).expect("a text");
        assert!(matches!(
            open::<Vec<u32>>(Kind::Record, &wrong),
            Err(FileError::Invalid { .. })
        ));
    }
}
