//! Files locked with a passphrase, in the published format age (`age-encryption.org/v1`), so that they
//! can be opened without this app too: `age --decrypt`.
//!
//! The file key is wrapped by a key that scrypt makes of the passphrase; it authenticates the header (HMAC) and
//! gives the key of the payload (HKDF), which is ChaCha20-Poly1305 in pieces of 64 kB. All of that is of
//! published crates; here they are put together as the format says.

use super::armor;
use crate::file::LockError;
use base64ct::{Base64Unpadded, Encoding};
use chacha20poly1305::aead::Aead;
use chacha20poly1305::{ChaCha20Poly1305, KeyInit};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use icu_normalizer::ComposingNormalizerBorrowed;
use sha2::Sha256;

/// How many bytes that nobody can guess a lock takes: the file key, and two salts.
pub const RANDOM_BYTES: usize = 48;

/// The work for a passphrase, as a power of two: 2^15 takes 32 MB, which a phone with 2 GB has to spare.
pub const WORK: u8 = 15;

/// More work than this is not done for a file, whoever made it: 256 MB. It is what `age` writes.
pub const MAX_WORK: u8 = 18;

const VERSION: &str = "age-encryption.org/v1";
const SCRYPT: &str = "age-encryption.org/v1/scrypt";
const PIECE: usize = 64 * 1024;
const TAG: usize = 16;

/// Locks a text. The random bytes must be new ones for each file.
#[must_use]
pub fn lock(text: &str, passphrase: &str, random: &[u8; RANDOM_BYTES]) -> String {
    lock_with_work(text, passphrase, random, WORK)
}

/// Locks a text with more work or less for whoever guesses the passphrase.
///
/// # Panics
/// For work beyond [`MAX_WORK`].
#[must_use]
pub fn lock_with_work(
    text: &str,
    passphrase: &str,
    random: &[u8; RANDOM_BYTES],
    work: u8,
) -> String {
    let (file_key, salts) = random.split_at(16);
    let (salt, nonce) = salts.split_at(16);
    let wrapping = wrapping_key(passphrase, salt, work).expect("work within bounds");
    let wrapped = seal_piece(&wrapping, &[0; 12], file_key);
    let mut header = format!(
        "{VERSION}\n-> scrypt {} {work}\n{}\n---",
        Base64Unpadded::encode_string(salt),
        Base64Unpadded::encode_string(&wrapped)
    );
    let mac = header_mac(file_key, &header).finalize().into_bytes();
    header += &format!(" {}\n", Base64Unpadded::encode_string(&mac));
    let mut file = header.into_bytes();
    file.extend_from_slice(nonce);
    file.extend(seal_payload(
        &derived(file_key, nonce, "payload"),
        text.as_bytes(),
    ));
    armor::armored(&file)
}

/// Opens a locked file.
///
/// # Errors
/// A [`LockError`]; nothing is told of the content then.
pub fn unlock(text: &str, passphrase: &str) -> Result<String, LockError> {
    let file = armor::bytes(text).ok_or(LockError::Damaged)?;
    let header = Header::parse(&file).ok_or(LockError::Damaged)?;
    if header.work > MAX_WORK {
        return Err(LockError::TooCostly);
    }
    let wrapping = wrapping_key(passphrase, &header.salt, header.work).ok_or(LockError::Damaged)?;
    let file_key = open_piece(&wrapping, &[0; 12], &header.wrapped);
    let file_key = file_key.ok_or(LockError::WrongPassphrase)?;
    header_mac(&file_key, header.signed)
        .verify_slice(&header.mac)
        .map_err(|_| LockError::Damaged)?;
    let (nonce, payload) = header.rest.split_at_checked(16).ok_or(LockError::Damaged)?;
    let content = open_payload(&derived(&file_key, nonce, "payload"), payload);
    let content = content.and_then(|bytes| String::from_utf8(bytes).ok());
    content.ok_or(LockError::Damaged)
}

/// What stands before the payload.
struct Header<'a> {
    salt: [u8; 16],
    work: u8,
    wrapped: [u8; 32],
    /// What the code behind it is over.
    signed: &'a str,
    mac: [u8; 32],
    rest: &'a [u8],
}

impl<'a> Header<'a> {
    /// Reads the header of a file that one passphrase opens; there is no other within such a file.
    fn parse(file: &'a [u8]) -> Option<Self> {
        // It has four short lines.
        let start = &file[..file.len().min(400)];
        let mut ends = start.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        let (end, _) = ends.nth(3)?;
        let text = str::from_utf8(&file[..end]).ok()?;
        let mut lines = text.split('\n');
        let is_of_version = lines.next()? == VERSION;
        let mut words = lines.next()?.strip_prefix("-> scrypt ")?.split(' ');
        let (salt, work) = (words.next()?, words.next()?);
        let wrapped = lines.next()?;
        let mac = lines.next()?.strip_prefix("--- ")?;
        let is_plain = work.starts_with(|it| matches!(it, '1'..='9'))
            && work.bytes().all(|it| it.is_ascii_digit());
        let signed = text.strip_suffix(mac)?.trim_end_matches(' ');
        (is_of_version && is_plain && words.next().is_none()).then_some(())?;
        Some(Self {
            salt: decoded(salt)?,
            // What does not fit a byte is beyond all bounds too.
            work: work.parse().unwrap_or(u8::MAX),
            wrapped: decoded(wrapped)?,
            signed,
            mac: decoded(mac)?,
            rest: &file[end + 1..],
        })
    }
}

fn decoded<const N: usize>(base64: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let length = Base64Unpadded::decode(base64, &mut bytes).ok()?.len();
    (length == N).then_some(bytes)
}

/// Makes the key of a passphrase. Keyboards write the same Vietnamese letters in two ways.
fn wrapping_key(passphrase: &str, salt: &[u8], work: u8) -> Option<[u8; 32]> {
    let passphrase = ComposingNormalizerBorrowed::new_nfc().normalize(passphrase);
    let salt = [SCRYPT.as_bytes(), salt].concat();
    let parameters = scrypt::Params::new(work, 8, 1).ok()?;
    let mut key = [0; 32];
    scrypt::scrypt(passphrase.as_bytes(), &salt, &parameters, &mut key).ok()?;
    Some(key)
}

fn derived(file_key: &[u8], salt: &[u8], use_of_it: &str) -> [u8; 32] {
    let mut key = [0; 32];
    Hkdf::<Sha256>::new(Some(salt), file_key)
        .expand(use_of_it.as_bytes(), &mut key)
        .expect("a short key");
    key
}

fn header_mac(file_key: &[u8], header: &str) -> Hmac<Sha256> {
    let key = derived(file_key, &[], "header");
    let mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(&key).expect("any length fits");
    mac.chain_update(header)
}

fn seal_payload(key: &[u8; 32], content: &[u8]) -> Vec<u8> {
    let pieces = content.chunks(PIECE);
    let last = pieces.len().saturating_sub(1);
    let mut sealed = Vec::with_capacity(content.len() + TAG * (last + 1));
    for (number, piece) in pieces.enumerate() {
        sealed.extend(seal_piece(key, &nonce(number, number == last), piece));
    }
    if content.is_empty() {
        sealed = seal_piece(key, &nonce(0, true), &[]);
    }
    sealed
}

fn open_payload(key: &[u8; 32], sealed: &[u8]) -> Option<Vec<u8>> {
    let pieces = sealed.chunks(PIECE + TAG);
    let last = pieces.len().checked_sub(1)?;
    let mut content = Vec::with_capacity(sealed.len());
    for (number, piece) in pieces.enumerate() {
        // Only the payload of nothing ends with an empty piece.
        if piece.len() == TAG && number > 0 {
            return None;
        }
        content.extend(open_piece(key, &nonce(number, number == last), piece)?);
    }
    Some(content)
}

/// The number of a piece, and whether it is the last one: so none can be left out or moved.
fn nonce(number: usize, is_last: bool) -> [u8; 12] {
    let mut nonce = [0; 12];
    nonce[3..11].copy_from_slice(&u64::try_from(number).unwrap_or(u64::MAX).to_be_bytes());
    nonce[11] = u8::from(is_last);
    nonce
}

fn seal_piece(key: &[u8; 32], nonce: &[u8; 12], piece: &[u8]) -> Vec<u8> {
    let cipher = ChaCha20Poly1305::new(key.into());
    cipher.encrypt(nonce.into(), piece).expect("a short piece")
}

fn open_piece(key: &[u8; 32], nonce: &[u8; 12], piece: &[u8]) -> Option<Vec<u8>> {
    let cipher = ChaCha20Poly1305::new(key.into());
    cipher.decrypt(nonce.into(), piece).ok()
}
