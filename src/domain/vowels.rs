//! The vowels of Vietnamese with their marks.
//!
//! Unicode's own tables know the marks of all scripts and weigh 40 kB in the browser; other letters
//! than these keep their marks.

/// A vowel in all its tones, in the order of [`TONES`]; the letter and the mark that make it.
struct Vowel {
    letters: &'static str,
    base: char,
    mark: Option<char>,
}

/// Grave, acute, hook above, tilde, dot below.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{309}', '\u{303}', '\u{323}'];

const BREVE: Option<char> = Some('\u{306}');
const CIRCUMFLEX: Option<char> = Some('\u{302}');
const HORN: Option<char> = Some('\u{31b}');

#[rustfmt::skip]
const VOWELS: [Vowel; 12] = [
    vowel("aàáảãạ", 'a', None), vowel("ăằắẳẵặ", 'a', BREVE), vowel("âầấẩẫậ", 'a', CIRCUMFLEX),
    vowel("eèéẻẽẹ", 'e', None), vowel("êềếểễệ", 'e', CIRCUMFLEX),
    vowel("iìíỉĩị", 'i', None),
    vowel("oòóỏõọ", 'o', None), vowel("ôồốổỗộ", 'o', CIRCUMFLEX), vowel("ơờớởỡợ", 'o', HORN),
    vowel("uùúủũụ", 'u', None), vowel("ưừứửữự", 'u', HORN),
    vowel("yỳýỷỹỵ", 'y', None),
];

const fn vowel(letters: &'static str, base: char, mark: Option<char>) -> Vowel {
    Vowel {
        letters,
        base,
        mark,
    }
}

/// A letter taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) base: char,
    /// The mark that makes another vowel: ă, â, ê, ô, ơ, ư.
    pub(super) mark: Option<char>,
    pub(super) tone: Option<char>,
}

/// Takes a small letter apart; whatever is no vowel of Vietnamese is its own base.
pub(super) fn apart(letter: char) -> Parts {
    let plain = Parts {
        base: letter,
        mark: None,
        tone: None,
    };
    if letter.is_ascii() {
        return plain;
    }
    let found = VOWELS.iter().find_map(|vowel| {
        let at = vowel.letters.chars().position(|known| known == letter)?;
        let tone = at.checked_sub(1).map(|at| TONES[at]);
        Some(Parts {
            base: vowel.base,
            mark: vowel.mark,
            tone,
        })
    });
    found.unwrap_or(plain)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn every_vowel_comes_apart_as_unicode_says() {
        for letter in VOWELS.iter().flat_map(|vowel| vowel.letters.chars()) {
            let Parts { base, mark, tone } = apart(letter);
            let mut marks: Vec<_> = mark.into_iter().chain(tone).collect();
            let mut expected: Vec<_> = [letter].into_iter().nfd().skip(1).collect();
            marks.sort_unstable();
            expected.sort_unstable();
            assert_eq!(
                (Some(base), marks),
                ([letter].into_iter().nfd().next(), expected),
                "{letter}"
            );
        }
    }
}
