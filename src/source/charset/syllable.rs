//! Whether a word could be Vietnamese: each of its words is one syllable of a known build.

use crate::domain::spelling;

/// How syllables begin, longer ones before shorter ones that they begin with.
const ONSETS: [&str; 27] = [
    "ngh", "ng", "nh", "gh", "gi", "kh", "ph", "qu", "th", "tr", "ch", "b", "c", "d", "đ", "g",
    "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x",
];

/// How syllables end.
const CODAS: [&str; 9] = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];

/// Syllables that end in these have an acute or a dot below, or no tone in names of places and goods.
const STOPPED: [&str; 4] = ["c", "ch", "p", "t"];

/// Says whether a word is built like a syllable of Vietnamese; compounds with hyphens are several words.
pub(super) fn is_syllable(word: &str) -> bool {
    let spelled = spelling(word);
    let (letters, tone) = match spelled.chars().next_back() {
        Some(c @ ('\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')) => {
            (&spelled[..spelled.len() - c.len_utf8()], Some(c))
        }
        _ => (spelled.as_str(), None),
    };
    // Marks that make another vowel do not matter here.
    let letters: String = letters
        .chars()
        .filter(|c| !matches!(c, '\u{302}' | '\u{306}' | '\u{31b}'))
        .collect();
    let rest = ONSETS
        .iter()
        .find_map(|onset| letters.strip_prefix(onset))
        .unwrap_or(&letters);
    has_rhyme(rest, tone) || has_rhyme(&letters, tone) || gi(&letters, tone)
}

/// The i of gi is its vowel too: gì, giếng.
fn gi(letters: &str, tone: Option<char>) -> bool {
    letters
        .strip_prefix('g')
        .is_some_and(|rest| has_rhyme(rest, tone))
}

fn has_rhyme(rest: &str, tone: Option<char>) -> bool {
    let coda = rest.trim_start_matches(['a', 'e', 'i', 'o', 'u', 'y']);
    let vowels = rest.len() - coda.len();
    let stopped = STOPPED.contains(&coda) && !matches!(tone, None | Some('\u{301}' | '\u{323}'));
    (1..=3).contains(&vowels) && CODAS.contains(&coda) && !stopped
}
