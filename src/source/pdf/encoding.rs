//! Encodings of simple fonts, for fonts that do not tell their letters.

use super::super::plain::windows_1252;
use super::letters::named;
use hayro_syntax::object::{Array, Dict, Name, Object};

/// What each of the 256 codes means: the western code page, and what the font makes different.
pub(super) fn letters(font: &Dict<'_>) -> Vec<Option<String>> {
    let mut letters: Vec<_> = (0..=255).map(western).collect();
    let own = font
        .get::<Dict<'_>>("Encoding")
        .and_then(|encoding| encoding.get::<Array<'_>>("Differences"));
    let mut code = 0;
    for item in own.iter().flat_map(Array::iter::<Object<'_>>) {
        match item {
            Object::Number(number) => code = usize::try_from(number.as_i64()).unwrap_or(256),
            Object::Name(name) => {
                if let Some(letter) = letters.get_mut(code) {
                    *letter = letter_of(&name);
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    letters
}

fn letter_of(name: &Name<'_>) -> Option<String> {
    named(name.as_str())
}

fn western(code: u8) -> Option<String> {
    let letter = windows_1252(code);
    (!letter.is_control()).then(|| letter.to_string())
}
