//! Vietnamese words made comparable.

use super::case::small;
use super::vowels::{Parts, apart};

/// Folds text for comparing and searching: lower case, no tone or vowel marks, đ as d.
///
/// Both placements of a tone mark (hòa, hoà) fold to the same letters.
#[must_use]
pub fn fold(text: &str) -> String {
    text.chars().filter_map(fold_char).collect()
}

/// Folds one character; `None` for a combining mark standing alone.
#[must_use]
pub fn fold_char(c: char) -> Option<char> {
    match small(c) {
        // These look alike, and none is a d with a mark to Unicode.
        'đ' | 'ð' | 'Ɖ' => Some('d'),
        mark if is_mark(mark) => None,
        letter => Some(apart(letter).base),
    }
}

/// Returns the words of a text made comparable, with single blanks between them: lower case, and the
/// tone at the end of its word, so that both placements of a tone (hòa, hoà) are equal. Vowel marks
/// and tones stay: "hội" and "hồi" are different words. A text of signs alone stays as it is.
#[must_use]
pub fn spelling(text: &str) -> String {
    let mut words = words(text).map(spelled);
    words.next().map_or_else(
        || text.to_owned(),
        |first| words.fold(first, |all, word| all + " " + &word),
    )
}

/// Says whether two names are the same but for case, blanks, punctuation and the place of tones: whether they have the
/// same [`spelling`]. Most that have not are known by their first letters or words.
#[must_use]
pub fn same_name(a: &str, b: &str) -> bool {
    let first = |text: &str| text.chars().find(|c| c.is_alphanumeric()).map(bare);
    if first(a) != first(b) {
        return false;
    }
    let is_same = |a: &str, b: &str| a == b || spelled(a) == spelled(b);
    let (mut ours, mut theirs) = (words(a), words(b));
    let mut are_signs = true;
    loop {
        match (ours.next(), theirs.next()) {
            (Some(a), Some(b)) if is_same(a, b) => are_signs = false,
            (None, None) => return !are_signs || a == b,
            _ => return false,
        }
    }
}

/// Returns a letter without its case and marks.
fn bare(c: char) -> char {
    apart(small(c)).base
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && !is_mark(c))
        .filter(|word| !word.is_empty())
}

fn spelled(word: &str) -> String {
    let mut tone = None;
    let mut spelled = String::with_capacity(word.len() + 2);
    for c in word.chars().map(small) {
        let Parts {
            base,
            mark,
            tone: own,
        } = apart(c);
        for part in [Some(base), mark, own].into_iter().flatten() {
            // Grave, acute, tilde, hook above, dot below.
            if matches!(
                part,
                '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'
            ) {
                tone = Some(part);
            } else {
                spelled.push(part);
            }
        }
    }
    spelled.extend(tone);
    spelled
}

/// Says whether a character is one of the combining marks that Latin letters take.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_case_and_composition_make_no_difference() {
        assert_eq!(fold("Đại hội ĐẢNG BỘ"), "dai hoi dang bo");
        assert_eq!(fold("hòa"), fold("hoà"));
        assert_eq!(fold("Kế hoạch"), fold("Ke\u{302}\u{301} hoa\u{323}ch"));
        assert_eq!(letters("cán bộ, nữ (2026)"), ["can", "bo", "nu", "2026"]);
    }

    #[test]
    fn a_character_folds_as_it_does_within_text() {
        for c in "ằẳẵặĐđưỨêỆ1 -".chars() {
            assert_eq!(
                fold_char(c).map(String::from).unwrap_or_default(),
                fold(&c.to_string())
            );
        }
    }
}
