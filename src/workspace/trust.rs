//! Whose signatures are known. A key is taken for an office's at first sight, and from then on what
//! comes from there otherwise is told.

use super::{Key, Workspace};
use crate::domain::same_name;
use crate::file::{Office, Proof, PublicKey, SigningKey};
use crate::json::from_json;
use serde::Serialize;

/// An office, and a key by which it signs; each of its devices has its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Signer {
    pub office: Office,
    pub key: PublicKey,
}

/// What the signature of a file tells of who wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trust {
    /// Not signed, and nobody whom it concerns is known to sign; or this device's own.
    Unsigned,
    /// Signed; it could not be checked here.
    Unchecked,
    /// Signed by a key that is known.
    Known(PublicKey),
    /// Signed by an office that was not known to sign.
    First(Signer),
    /// Signed by a key that is not known, though others are.
    OtherKey(Signer),
    /// Not signed, though who is concerned signs.
    Missing,
}

impl Trust {
    /// Says whether a person should look before it is taken in.
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        matches!(self, Self::OtherKey(_) | Self::Missing)
    }
}

impl Workspace {
    /// Says what a file's signature tells. `concerned` is the unit whose record it brings, if that is
    /// another than the one that wrote it: one that signs may expect that others do not write for it.
    pub(super) fn trust(
        &self,
        proof: &Proof,
        from: Option<&Office>,
        concerned: Option<&Office>,
    ) -> Trust {
        let concern = |signer: &&Signer| {
            let mut offices = from.into_iter().chain(concerned);
            offices.any(|office| is_same(office, &signer.office))
        };
        let mut known = self.settings.signers.iter().filter(concern).peekable();
        let signs = known.peek().is_some();
        let key = match proof {
            Proof::Unsigned if signs => return Trust::Missing,
            Proof::Unsigned | Proof::Own => return Trust::Unsigned,
            // One that is broken is not opened at all.
            Proof::Unchecked | Proof::Broken => return Trust::Unchecked,
            Proof::SignedBy(key) => key.clone(),
        };
        let mine = self.signing_key.as_ref();
        if known.any(|signer| signer.key == key) || mine.is_some_and(|mine| mine.public == key) {
            return Trust::Known(key);
        }
        let office = from.cloned().unwrap_or_default();
        let signer = Signer { office, key };
        if signs {
            Trust::OtherKey(signer)
        } else {
            Trust::First(signer)
        }
    }

    /// Takes a key for an office's. Nobody's key is not kept.
    pub(super) fn know(&mut self, signer: Signer) -> Vec<Key> {
        let office = &signer.office;
        let is_nobody = office.unit.is_none() && office.name.is_empty();
        if is_nobody || self.settings.signers.contains(&signer) {
            return Vec::new();
        }
        self.settings.signers.push(signer);
        vec![Key::Settings]
    }

    pub(super) fn forget(&mut self, signer: &Signer) -> Vec<Key> {
        self.settings.signers.retain(|known| known != signer);
        vec![Key::Settings]
    }

    /// Sets the key by which this device signs.
    pub(super) fn sign_with(&mut self, key: SigningKey) -> Vec<Key> {
        self.signing_key = Some(key);
        vec![Key::SigningKey]
    }

    /// Returns the key by which what is sent is to be signed.
    #[must_use]
    pub fn signs_with(&self) -> Option<&SigningKey> {
        self.signing_key.as_ref().filter(|key| key.is_on)
    }
}

/// Offices are told apart by their unit, and only those without one by their names.
fn is_same(one: &Office, other: &Office) -> bool {
    match (&one.unit, &other.unit) {
        (Some(one), Some(other)) => one == other,
        (None, None) => !one.name.is_empty() && same_name(&one.name, &other.name),
        _ => false,
    }
}

from_json!(Signer { office, key; });
