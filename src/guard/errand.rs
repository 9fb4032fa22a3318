//! What the second module is asked, and what it answers, as JSON.

use super::{RANDOM_BYTES, lock, new_key, sign, unlock, verify};
use crate::file::{Claim, LockError, SigningKey};
use crate::json::{FromJson, Json, from_json};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What is asked, by its name, and of what.
#[derive(Clone, Debug)]
pub struct Question {
    pub name: &'static str,
    pub of: String,
}

const NEW_KEY: &str = "new-key";
const SIGN: &str = "sign";
const VERIFY: &str = "verify";
const LOCK: &str = "lock";
const UNLOCK: &str = "unlock";

impl Question {
    /// Asks for a key made of 32 bytes that nobody can guess.
    #[must_use]
    pub fn new_key(seed: &[u8]) -> Self {
        Self::new(NEW_KEY, &seed)
    }

    #[must_use]
    pub fn sign(text: &str, key: &SigningKey) -> Self {
        Self::new(SIGN, &(text, &key.seed))
    }

    /// Asks which signatures fit what they claim.
    #[must_use]
    pub fn verify(claims: &[Claim]) -> Self {
        Self::new(VERIFY, &claims)
    }

    /// Asks for a text to be locked, with as many random bytes as [`RANDOM_BYTES`].
    #[must_use]
    pub fn lock(text: &str, passphrase: &str, random: &[u8]) -> Self {
        Self::new(LOCK, &(text, passphrase, random))
    }

    /// Asks which locked files a passphrase opens.
    #[must_use]
    pub fn unlock(texts: &[&str], passphrase: &str) -> Self {
        Self::new(UNLOCK, &(texts, passphrase))
    }

    fn new(name: &'static str, of: &impl Serialize) -> Self {
        // Texts and bytes can always be written.
        let of = serde_json::to_string(of).unwrap_or_default();
        Self { name, of }
    }
}

/// Answers a question. What makes no sense is answered by `null`, as is what cannot be done.
#[must_use]
pub fn answer(name: &str, of: &str) -> String {
    let answer = match name {
        NEW_KEY => asked(of, |seed: [u8; 32]| Some(new_key(&seed))),
        SIGN => asked(of, |(text, seed): (String, String)| sign(&text, &seed).ok()),
        VERIFY => asked(of, |claims: Vec<Claim>| {
            Some(claims.iter().map(verify).collect::<Vec<_>>())
        }),
        LOCK => asked(
            of,
            |(text, passphrase, random): (String, String, Vec<u8>)| {
                let random: [u8; RANDOM_BYTES] = random.try_into().ok()?;
                Some(lock(&text, &passphrase, &random))
            },
        ),
        UNLOCK => asked(of, |(texts, passphrase): (Vec<String>, String)| {
            let open = |text: &String| Unlocked::from(unlock(text, &passphrase));
            Some(texts.iter().map(open).collect::<Vec<_>>())
        }),
        _ => None,
    };
    answer.unwrap_or_else(|| "null".to_owned())
}

fn asked<Q: DeserializeOwned, A: Serialize>(
    of: &str,
    answer: impl Fn(Q) -> Option<A>,
) -> Option<String> {
    let answer = answer(serde_json::from_str(of).ok()?)?;
    serde_json::to_string(&answer).ok()
}

/// Reads the key that was asked for.
#[must_use]
pub fn read_key(answer: &str) -> Option<SigningKey> {
    read(answer)
}

/// Reads the text that was signed or locked.
#[must_use]
pub fn read_text(answer: &str) -> Option<String> {
    read(answer)
}

/// Reads which signatures fit.
#[must_use]
pub fn read_checks(answer: &str) -> Option<Vec<bool>> {
    read(answer)
}

/// Reads what came of each locked file.
#[must_use]
pub fn read_unlocked(answer: &str) -> Option<Vec<Result<String, LockError>>> {
    let all: Vec<Unlocked> = read(answer)?;
    let opened = |it: Unlocked| it.text.ok_or(it.fault.unwrap_or(LockError::Damaged));
    Some(all.into_iter().map(opened).collect())
}

fn read<T: FromJson>(answer: &str) -> Option<T> {
    T::from_json(&serde_json::from_str::<Json>(answer).ok()?).ok()
}

#[derive(Serialize)]
struct Unlocked {
    text: Option<String>,
    fault: Option<LockError>,
}

impl From<Result<String, LockError>> for Unlocked {
    fn from(outcome: Result<String, LockError>) -> Self {
        Self {
            fault: outcome.as_ref().err().copied(),
            text: outcome.ok(),
        }
    }
}

from_json!(Unlocked { text, fault; });
