//! Model ↔ JSON: one envelope for everything that is stored or sent.
//!
//! ```json
//! {"format":"so-tien-do","version":1,"kind":"progress","app":"0.1.0","written_at":"…","body":{…},"sha256":"…"}
//! ```
//!
//! The checksum is over the body as written, byte by byte. Opening goes step by step, and each
//! step has its own [`FileError`]: size, is it JSON, is it ours, is it too new, is it whole, is what
//! is in it beyond sense (a text's length, depth, counts), does it hold what it says. Up to the last
//! step nothing is built; nothing is changed by opening.
//!
//! An envelope may bear a [`Signature`]; what it covers, and whether it fits, is told apart from the steps
//! above, since checking it takes the second module.

mod envelope;
mod error;
mod found;
mod kind;
mod limits;
mod locked;
mod mail;
mod plan;
mod progress;
mod signature;
mod trial;
mod unsealed;

pub use envelope::{
    Cover, Office, VERSION, inspect, open, open_newer, open_with_cover, seal, seal_from,
};
pub use error::FileError;
pub use found::found_in;
pub use kind::Kind;
pub use limits::{MAX_TEXT_BYTES, is_too_long};
pub use locked::{LOCK_BEGINS, LOCK_ENDS, LockError, is_locked, locked_in};
pub use mail::{MAX_ADDRESS, Mail};
pub(crate) use plan::kept_plan;
pub use plan::{PlanFile, digest, fingerprint, mark, plan_file_name};
pub use progress::{Parcel, Progress, Sender, file_name};
pub use signature::{Claim, Proof, PublicKey, Signature, SigningKey, claim, signed, statement};
pub use trial::{as_trial, from_trial};
pub use unsealed::may_be_signed;

/// A text longer than this is not opened, in bytes: far above any real file.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;
