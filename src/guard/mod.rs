//! Signing files, and locking them with a passphrase: all that the second module does for both.
//!
//! Nothing here makes randomness: what must not be guessed is an argument. Files come from anywhere, so
//! whatever is asked for by a file, such as work and memory, is bounded before it is spent.

mod age;
mod armor;
mod errand;
mod signing;

pub use age::{MAX_WORK, RANDOM_BYTES, WORK, lock, lock_with_work, unlock};
pub use errand::{Question, answer, read_checks, read_key, read_text, read_unlocked};
pub use signing::{new_key, prove, sign, verify};
