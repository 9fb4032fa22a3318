//! The signature on an envelope: over which words it stands, and by which key.
//!
//! A device can sign what it sends (Ed25519, RFC 8032). What is signed is one line of JSON in UTF-8, without
//! blanks between its parts, of all that stands on the envelope:
//!
//! ```json
//! ["so-tien-do/signature/1",version,"kind","app",written_at,from,"sha256"]
//! ```
//!
//! `from` is `{"unit":…,"name":…}`, without `unit` where there is none, or `null`; `sha256` stands for the body.
//! So nothing on an envelope or in it can be changed, and no signature be put on another, without its being
//! noticed. The first word keeps it from being taken for a signature of anything else.

use super::FileError;
use super::unsealed::{Envelope, Unsealed, unseal};
use crate::json::{Json, from_json, text};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fmt;

/// What every statement begins with.
const DOMAIN: &str = "so-tien-do/signature/1";

/// What stands on an envelope that was signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Signature {
    pub key: PublicKey,
    /// The 64 bytes of the signature in base64.
    pub value: String,
}

/// The key by which a signature is checked: 32 bytes in base64.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct PublicKey(String);

/// The key by which a device signs. It leaves the device in locked backups alone.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct SigningKey {
    /// The 32 bytes that it is made of, in base64.
    pub seed: String,
    pub public: PublicKey,
    /// Whether what is sent is signed.
    pub is_on: bool,
}

/// What a signature claims, to be checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Claim {
    pub statement: String,
    pub signature: Signature,
}

/// What checking a file's signature told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Proof {
    #[default]
    Unsigned,
    /// Kept by this device itself, and never out of its hands.
    Own,
    /// Signed; it could not be checked here.
    Unchecked,
    /// Changed since it was signed.
    Broken,
    SignedBy(PublicKey),
}

/// Returns what the signature on a file claims; `None` where there is none.
///
/// # Errors
/// As [`inspect`](super::inspect).
pub fn claim(text: &str) -> Result<Option<Claim>, FileError> {
    let Unsealed { mut envelope, .. } = unseal(text)?;
    Ok(envelope.signature.take().map(|signature| Claim {
        statement: stated(&envelope),
        signature,
    }))
}

/// Returns what is signed of a file.
///
/// # Errors
/// As [`inspect`](super::inspect).
pub fn statement(text: &str) -> Result<String, FileError> {
    unseal(text).map(|it| stated(&it.envelope))
}

/// Puts a signature on a file, in place of one that may be there.
///
/// # Errors
/// As [`inspect`](super::inspect).
pub fn signed(text: &str, signature: Signature) -> Result<String, FileError> {
    let mut unsealed = unseal(text)?;
    unsealed.envelope.signature = Some(signature);
    unsealed.into_text()
}

fn stated(envelope: &Envelope) -> String {
    let Envelope {
        version,
        kind,
        app,
        written_at,
        from,
        sha256,
        ..
    } = envelope;
    let all = (DOMAIN, version, kind, app, written_at, from, sha256);
    // Texts and numbers can always be written.
    serde_json::to_string(&all).unwrap_or_default()
}

impl PublicKey {
    /// Takes a key as it stands on an envelope. Whether it is one shows when a signature is checked.
    #[must_use]
    pub fn new(base64: &str) -> Self {
        Self(base64.to_owned())
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the mark by which people compare keys on the telephone: four groups of four letters and
    /// figures, for 80 bits of the SHA-256 of the key as it is written. Letters that are taken for others
    /// or for figures are not among them.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let sum = Sha256::digest(&self.0);
        let bits = sum
            .iter()
            .take(10)
            .fold(0_u128, |bits, byte| (bits << 8) | u128::from(*byte));
        let letter = |place: u32| {
            let at = (bits >> (75 - 5 * place)) & 31;
            char::from(LETTERS[usize::try_from(at).unwrap_or_default()])
        };
        let group = |group: u32| (0..4).map(|at| letter(4 * group + at)).collect::<String>();
        [0, 1, 2, 3].map(group).join("-")
    }
}

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A key in base64 is 44 bytes long; anything longer is none, and is not kept.
const MAX_KEY: usize = 44;

from_json!(PublicKey: |json: &Json| {
    let key = text(json)?;
    if key.len() > MAX_KEY {
        return Err("a key beyond sense".to_owned());
    }
    Ok(Self::new(key))
});
from_json!(Signature { key, value; });
from_json!(Claim { statement, signature; });
from_json!(SigningKey { seed, public; is_on });

impl fmt::Debug for SigningKey {
    /// Leaves the secret out, wherever it is printed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({})", self.public.fingerprint())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::UnitId;
    use crate::file::{Kind, Office, seal_from};

    #[test]
    fn all_that_stands_on_the_envelope_is_stated() {
        let office = Office {
            unit: Some(UnitId::new("a")),
            name: "Đơn vị \"A\"".to_owned(),
        };
        let text = seal_from(Kind::Record, &vec![1], 5, Some(office)).expect("a text");
        let app = env!("CARGO_PKG_VERSION");
        let sum = "83cc98c81d55cf95cebae7b1d3a0cdb53a43b2dacb0d42f2d06ed1c0d8e4ba6e";
        let expected = format!(
            r#"["so-tien-do/signature/1",1,"record","{app}",5,{{"unit":"a","name":"Đơn vị \"A\""}},"#
        );
        let statement = statement(&text).expect("a statement");
        assert!(statement.starts_with(&expected), "{statement}");
        assert_eq!(statement.len(), expected.len() + sum.len() + 3);
        assert_eq!(claim(&text), Ok(None));
    }

    #[test]
    fn fingerprints_are_short_and_plain() {
        let key = PublicKey::new("A");
        // SHA-256 of "A" is 559aead08264d5795d39...
        assert_eq!(key.fingerprint(), "APDE-NM42-CKAQ-JQ9S");
    }
}
