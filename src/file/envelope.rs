//! The envelope around everything that is stored or sent.

use super::limits::{MAX_TEXT_BYTES, within_limits};
use super::progress::name;
use super::unsealed::{Envelope, Unsealed, checksum, unseal};
use super::{FileError, Kind, Signature};
use crate::domain::{Moment, UnitId, tidy_name};
use crate::json::{field_or_default, from_tree, object};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    /// The unit that works on the device; `None` where none was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// Its name, or else that of the person; may be empty.
    #[serde(default, deserialize_with = "name")]
    pub name: String,
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
    let body = serde_json::to_string(body).map_err(|error| invalid(&error))?;
    let envelope = Envelope::new(kind, now, from, checksum(&body));
    let body = &body;
    Unsealed { envelope, body }.into_text()
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
    let Unsealed { envelope, body } = unseal(text)?;
    if envelope.kind != kind.name() {
        return Err(FileError::OtherKind {
            found: envelope.kind,
            wanted: kind,
        });
    }
    // What is shorter than the longest text is beyond sense in its depth alone: where that is read, reading ends by
    // itself, and where it is passed over it does no harm.
    if body.len() > MAX_TEXT_BYTES {
        within_limits(kind, body)?;
    }
    let body = serde_json::from_str(body).map_err(|error| {
        within_limits(kind, body)
            .err()
            .unwrap_or_else(|| invalid(&error))
    })?;
    Ok((cover(kind, envelope), body))
}

/// Reads what this version understands of a text of a newer one: to be shown, never to be written.
#[must_use]
pub fn open_newer<T: DeserializeOwned>(kind: Kind, text: &str) -> Option<T> {
    let unsealed = Unsealed::parse(text)?;
    (unsealed.envelope.kind == kind.name() && unsealed.is_whole())
        .then(|| serde_json::from_str(unsealed.body).ok())?
}

/// Reads what stands on an envelope and checks that its body is whole.
///
/// # Errors
/// As [`open`], but for the content of the body.
pub fn inspect(text: &str) -> Result<Cover, FileError> {
    let Unsealed { envelope, .. } = unseal(text)?;
    let mut kinds = Kind::ALL.into_iter();
    let kind = kinds.find(|kind| kind.name() == envelope.kind);
    let kind = kind.ok_or_else(|| FileError::Invalid {
        detail: format!("unknown kind {:?}", envelope.kind),
    })?;
    Ok(cover(kind, envelope))
}

fn cover(kind: Kind, envelope: Envelope) -> Cover {
    Cover {
        kind,
        version: envelope.version,
        app: envelope.app,
        written_at: envelope.written_at,
        from: envelope.from,
        signature: envelope.signature,
    }
}

from_tree!(Office: |json| {
    let object = object(json)?;
    Ok(Self {
        unit: field_or_default(object, "unit")?,
        // Names are shown beside other words, so they may not change how those read.
        name: tidy_name(&field_or_default::<String>(object, "name")?),
    })
});
pub(super) fn invalid(error: &serde_json::Error) -> FileError {
    FileError::Invalid {
        detail: error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Progress;
    use super::*;
    use serde_json::json;

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
    fn depth_is_told_where_it_is_read() {
        let deep = (0..1_000).fold(json!(0), |deep, _| json!([deep]));
        let read = json!({ "parcels": deep });
        let passed_over = json!({ "parcels": [], "more": deep });
        let opened = |body| {
            let text = seal(Kind::Progress, body, 0).expect("a text");
            open::<Progress>(Kind::Progress, &text)
        };
        assert_eq!(opened(&read), Err(FileError::TooDeep));
        assert_eq!(opened(&passed_over), Ok(Progress::default()));
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
