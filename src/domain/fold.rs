//! Vietnamese words made comparable.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Folds text for comparing and searching: lower case, no tone or vowel marks, đ as d.
///
/// Both placements of a tone mark (hòa, hoà) fold to the same letters.
#[must_use]
pub fn fold(text: &str) -> String {
    text.nfd().filter_map(base).collect()
}

/// Folds one character; `None` for a combining mark standing alone.
#[must_use]
pub fn fold_char(c: char) -> Option<char> {
    let mut first = None;
    decompose_canonical(c, |part| first = first.or_else(|| base(part)));
    first
}

/// Returns the folded words of a text: runs of letters and digits.
#[must_use]
pub fn letters(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Returns a decomposed character's letter in lower case. `đ` has no decomposition in Unicode.
fn base(c: char) -> Option<char> {
    match c {
        'đ' | 'Đ' | 'Ð' | 'Ɖ' => Some('d'),
        _ if is_combining_mark(c) => None,
        _ => c.to_lowercase().next(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_case_and_composition_make_no_difference() {
        assert_eq!(fold("Đại hội ĐẢNG BỘ"), "dai hoi dang bo");
        assert_eq!(fold("hòa"), fold("hoà"));
        assert_eq!(fold("Kế hoạch"), fold(&"Kế hoạch".nfd().collect::<String>()));
        assert_eq!(letters("cán bộ, nữ (2026)"), ["can", "bo", "nu", "2026"]);
    }

    #[test]
    fn a_character_folds_as_it_does_within_text() {
        for c in "ằẳẵặĐđưỨêỆ1 -".chars() {
            assert_eq!(fold_char(c).map(String::from).unwrap_or_default(), fold(&c.to_string()));
        }
    }
}
