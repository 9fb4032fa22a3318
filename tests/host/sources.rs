//! Files → text: what each kind of file becomes, and what bad files are told to be.

mod answers;
mod docx;
mod hostile;
pub(crate) mod make;
mod old_fonts;
mod pdf;
mod plain;

use so_tien_do::source::{SourceError, Text};

/// Reads a file, and looks that progress only grows.
fn read(bytes: &[u8]) -> Result<Text, SourceError> {
    let mut before = 0.0;
    so_tien_do::source::read(bytes, &mut |share| {
        assert!((before..=1.0).contains(&share), "{before} then {share}");
        before = share;
    })
}

/// The text of a file that can be read.
pub(crate) fn text(bytes: &[u8]) -> String {
    read(bytes).expect("a text").text
}

/// Holds the text of a file against the one that is expected, and against what all texts keep to.
fn check(bytes: &[u8], expected: &str) {
    let found = text(bytes);
    assert_eq!(found, expected);
    for c in found.chars() {
        assert!(!c.is_control() || c == '\n' || c == '\t', "{c:?}");
    }
}

fn fault(bytes: &[u8]) -> SourceError {
    read(bytes).expect_err("no text")
}
