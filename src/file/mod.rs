//! Model ↔ JSON: one envelope for everything that is stored or sent.
//!
//! ```json
//! {"format":"so-tien-do","version":1,"kind":"progress","app":"0.1.0","written_at":"…","body":{…},"sha256":"…"}
//! ```
//!
//! The checksum is over the body as written, byte by byte. Opening goes step by step, and each
//! step has its own [`FileError`]: size, is it JSON, is it ours, is it too new, is it whole, is a
//! text in it beyond sense, does it hold what it says. Nothing is changed by opening.

mod envelope;
mod error;
mod found;
mod limits;
mod mail;
mod plan;
mod progress;

pub use envelope::{Cover, Kind, Office, VERSION, inspect, open, open_with_cover, seal, seal_from};
pub use error::FileError;
pub use found::found_in;
pub use limits::{MAX_TEXT_BYTES, is_too_long};
pub use mail::{MAX_ADDRESS, Mail};
pub(crate) use plan::kept_plan;
pub use plan::{PlanFile, digest, fingerprint, mark, plan_file_name};
pub use progress::{Parcel, Progress, Sender, file_name};

/// A text longer than this is not opened, in bytes: far above any real file.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;
