//! A sentence as words, and phrases to find in it.

use crate::domain::spelling;
use std::ops::Range;

/// A word or a punctuation mark of a text.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Where it stands, in bytes.
    pub(super) range: Range<usize>,
    /// The word made comparable: see [`spelling`].
    pub(super) key: String,
    /// Whether it begins with a capital letter, as names do.
    pub(super) capital: bool,
}

impl Word {
    /// Says whether this is the word, in whatever case and with the tone in either place.
    pub(super) fn is(&self, word: &str) -> bool {
        self.key == spelling(word)
    }
}

/// Splits a text into words and punctuation marks.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let within = c.is_alphanumeric();
        if let (Some(from), false) = (start, within) {
            words.push(word(text, from..at));
            start = None;
        }
        if within {
            start = start.or(Some(at));
        } else if !c.is_whitespace() {
            words.push(word(text, at..at + c.len_utf8()));
        }
    }
    words
}

fn word(text: &str, range: Range<usize>) -> Word {
    let written = &text[range.clone()];
    Word {
        key: spelling(written),
        capital: written.starts_with(char::is_uppercase),
        range,
    }
}

/// A phrase of a rule table, ready to be compared.
pub(super) struct Phrase(Vec<String>);

impl Phrase {
    pub(super) fn new(text: &str) -> Self {
        Self(words(text).into_iter().map(|word| word.key).collect())
    }

    /// Returns how many words the phrase takes at the beginning of `words`, if it stands there.
    pub(super) fn at(&self, words: &[Word]) -> Option<usize> {
        let here = words.len() >= self.0.len()
            && self.0.iter().zip(words).all(|(key, word)| *key == word.key);
        here.then_some(self.0.len())
    }
}

/// A table of phrases without further data.
pub(super) struct Phrases(Vec<Phrase>);

impl Phrases {
    pub(super) fn new(texts: &[&str]) -> Self {
        Self(texts.iter().map(|text| Phrase::new(text)).collect())
    }

    /// Returns the length of the longest phrase that stands at the beginning of `words`.
    pub(super) fn at(&self, words: &[Word]) -> Option<usize> {
        self.0.iter().filter_map(|phrase| phrase.at(words)).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_their_place() {
        let text = "Số 96 -KH/HU,";
        let parts: Vec<_> = words(text)
            .into_iter()
            .map(|word| &text[word.range])
            .collect();
        assert_eq!(parts, ["Số", "96", "-", "KH", "/", "HU", ","]);
    }

    #[test]
    fn tone_placement_and_case_make_no_difference_but_vowels_do() {
        assert!(Phrase::new("huyện uỷ").at(&words("Huyện ủy họp")).is_some());
        assert!(Phrase::new("hội").at(&words("hồi")).is_none());
        assert!(Phrase::new("đảng").at(&words("dạng")).is_none());
    }
}
