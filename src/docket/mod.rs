//! What lists show of a unit's duties on one plan, apart from the document and from who wrote what when: it is
//! little, and the first screen needs no more.

mod duty;
mod gist;
mod text;
mod tokens;

pub use duty::{Docket, Duty};
pub use gist::{Gist, Gists};
pub(crate) use text::{read_status, write_status};
pub use tokens::{Odd, Tokens, Words};
