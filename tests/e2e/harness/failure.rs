//! Why a test stopped, in words that `cargo test` prints as they are.

use std::fmt::{self, Debug, Display, Formatter};

pub(crate) type Result<T = ()> = std::result::Result<T, Failure>;

pub(crate) struct Failure(String);

impl Failure {
    pub(crate) fn new(words: impl Display) -> Self {
        Self(words.to_string())
    }
}

/// The test runner prints the debug form; quotes and escapes would make lists unreadable.
impl Debug for Failure {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// `Failure` is no `Error` itself, so that every error can become one with `?`.
impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::new(error)
    }
}
