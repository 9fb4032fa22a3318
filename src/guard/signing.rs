//! Ed25519 over what [`statement`] says of a file.

use crate::file::{
    Claim, FileError, Proof, PublicKey, Signature, SigningKey, claim, signed, statement,
};
use base64ct::{Base64, Encoding};
use ed25519_dalek::{Signer, VerifyingKey};

/// Makes a key of 32 bytes that nobody can guess.
#[must_use]
pub fn new_key(seed: &[u8; 32]) -> SigningKey {
    let key = ed25519_dalek::SigningKey::from_bytes(seed);
    SigningKey {
        seed: Base64::encode_string(seed),
        public: PublicKey::new(&Base64::encode_string(key.verifying_key().as_bytes())),
        is_on: true,
    }
}

/// Puts a signature on a file.
///
/// # Errors
/// As [`statement`]; [`FileError::Invalid`] for a seed that is none.
pub fn sign(text: &str, seed: &str) -> Result<String, FileError> {
    let seed = bytes(seed).ok_or_else(|| FileError::Invalid {
        detail: "no seed".to_owned(),
    })?;
    let key = ed25519_dalek::SigningKey::from_bytes(&seed);
    let value = key.sign(statement(text)?.as_bytes()).to_bytes();
    let signature = Signature {
        key: new_key(&seed).public,
        value: Base64::encode_string(&value),
    };
    signed(text, signature)
}

/// Says whether a signature fits what it claims. Weak keys, with which one signature fits many texts, fit
/// nothing.
#[must_use]
pub fn verify(
    Claim {
        statement,
        signature,
    }: &Claim,
) -> bool {
    let key = bytes(signature.key.as_str()).and_then(|it| VerifyingKey::from_bytes(&it).ok());
    let value = bytes(&signature.value).map(|it| ed25519_dalek::Signature::from_bytes(&it));
    key.zip(value)
        .is_some_and(|(key, value)| key.verify_strict(statement.as_bytes(), &value).is_ok())
}

/// Says who signed a file.
///
/// # Errors
/// As [`claim`]; [`FileError::Forged`] where the signature does not fit.
pub fn prove(text: &str) -> Result<Proof, FileError> {
    match claim(text)? {
        None => Ok(Proof::Unsigned),
        Some(claim) if verify(&claim) => Ok(Proof::SignedBy(claim.signature.key)),
        Some(_) => Err(FileError::Forged),
    }
}

/// Reads bytes in base64, in the one way in which they can be written.
fn bytes<const N: usize>(base64: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let length = Base64::decode(base64, &mut bytes).ok()?.len();
    (length == N).then_some(bytes)
}
