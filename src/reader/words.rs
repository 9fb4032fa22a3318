//! A sentence as words, and phrases to find in it.
//!
//! Words are compared by the sum of their letters ([`letter`]): a table of hundreds of phrases then
//! costs a look-up a word, and a plan of a hundred pages is read in an instant.

use super::letter::{self, Letter, Sum};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

/// A word or a punctuation mark of a text.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Where it stands, in bytes.
    pub(super) range: Range<usize>,
    key: Key,
    /// What a word of decimal digits says.
    pub(super) number: Option<u32>,
    /// The punctuation mark, where it is one.
    pub(super) sign: Option<char>,
    /// The base of its first letter.
    first: Option<u32>,
    /// Whether it begins with a capital letter, as names do.
    pub(super) capital: bool,
}

/// A word made comparable: case and the place of the tone make no difference, vowels and tones do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Key(u64);

impl Key {
    fn of(word: &str) -> Self {
        Self(letter::sum(word))
    }
}

impl Word {
    /// Says whether this is the word, in whatever case and with the tone in either place.
    pub(super) fn is(&self, word: &str) -> bool {
        let first = letter::letter_of(word);
        self.sign.is_none() && (first.is_none() || first == self.first) && self.key == Key::of(word)
    }

    pub(super) fn is_sign(&self, sign: char) -> bool {
        self.sign == Some(sign)
    }
}

/// Splits a text into words and punctuation marks.
pub(super) fn words(text: &str) -> Vec<Word> {
    #[cfg(test)]
    super::work::count(text.len());
    let mut words: Vec<Word> = Vec::with_capacity(text.len() / 5);
    let mut open: Option<Open> = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let letter = letter::letter(c);
        if letter.is_some() || c.is_alphanumeric() {
            open.get_or_insert_with(|| Open::at(at)).add(letter);
            continue;
        }
        words.extend(open.take().map(|open| open.word(text, at)));
        if !c.is_whitespace() {
            words.push(Word {
                range: at..at + c.len_utf8(),
                key: Key(u64::from(u32::from(c))),
                number: None,
                first: None,
                sign: Some(c),
                capital: false,
            });
        }
    }
    words
}

/// A word that is being read.
struct Open {
    start: usize,
    sum: Sum,
    /// Whether all its letters are of the tables.
    known: bool,
}

impl Open {
    fn at(start: usize) -> Self {
        Self {
            start,
            sum: Sum::new(),
            known: true,
        }
    }

    fn add(&mut self, letter: Option<Letter>) {
        match letter {
            Some(letter) => self.sum.add(letter),
            None => self.known = false,
        }
    }

    fn word(self, text: &str, end: usize) -> Word {
        let written = &text[self.start..end];
        let key = if self.known {
            Key(self.sum.end())
        } else {
            Key::of(written)
        };
        Word {
            key,
            number: written.parse().ok(),
            first: letter::letter_of(written),
            sign: None,
            capital: written.starts_with(char::is_uppercase),
            range: self.start..end,
        }
    }
}

/// A key is a sum already.
#[derive(Default)]
struct Plain(u64);

impl Hasher for Plain {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Returns the places of the words that stand outside of brackets, without the brackets themselves.
pub(super) fn outside_brackets(words: &[Word]) -> Vec<usize> {
    let mut depth = 0_u32;
    let mut outside = Vec::new();
    for (at, word) in words.iter().enumerate() {
        match word.sign {
            Some('(') => depth += 1,
            Some(')') => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(at),
            _ => {}
        }
    }
    outside
}

/// The further words of a phrase, and what it means.
type Row<T> = (Vec<Key>, T);

/// A table of phrases, each with what it means.
pub(super) struct Table<T> {
    /// The rows by the first word of their phrase.
    rows: HashMap<Key, Vec<Row<T>>, BuildHasherDefault<Plain>>,
}

/// A table of phrases without further data.
pub(super) type Phrases = Table<()>;

impl Phrases {
    pub(super) fn new(texts: &[&str]) -> Self {
        Self::with(texts.iter().map(|text| (*text, ())))
    }

    /// Returns the length of the longest phrase that stands at the beginning of `words`.
    pub(super) fn at(&self, words: &[Word]) -> Option<usize> {
        self.find(words).map(|(length, ())| length)
    }
}

impl<T: Copy> Table<T> {
    pub(super) fn with<'t>(rows: impl IntoIterator<Item = (&'t str, T)>) -> Self {
        let mut table = Self {
            rows: HashMap::default(),
        };
        for (text, meaning) in rows {
            table.add(text, meaning);
            let damaged = without_latin_1(text);
            let whole = words(&damaged).len() == words(text).len();
            if damaged != text && text.contains(' ') && whole {
                table.add(&damaged, meaning);
            }
        }
        table
    }

    fn add(&mut self, text: &str, meaning: T) {
        let mut keys = words(text).into_iter().map(|word| word.key);
        if let Some(first) = keys.next() {
            let row = (keys.collect(), meaning);
            self.rows.entry(first).or_default().push(row);
        }
    }

    /// Returns the length and the meaning of the longest phrase at the beginning of `words`.
    pub(super) fn find(&self, words: &[Word]) -> Option<(usize, T)> {
        #[cfg(test)]
        super::work::count(1);
        let (first, rest) = words.split_first()?;
        self.rows
            .get(&first.key)?
            .iter()
            .filter(|(keys, _)| {
                rest.len() >= keys.len()
                    && keys.iter().zip(rest).all(|(key, word)| *key == word.key)
            })
            .map(|(keys, meaning)| (keys.len() + 1, *meaning))
            .max_by_key(|(length, _)| *length)
    }

    /// Returns where the first phrase stands, in words, with its length and meaning.
    pub(super) fn first(&self, words: &[Word]) -> Option<(usize, usize, T)> {
        (0..words.len()).find_map(|at| {
            let (length, meaning) = self.find(&words[at..])?;
            Some((at, length, meaning))
        })
    }
}

/// Texts that went through a wrong conversion have lost the letters of Latin-1: "chủ tr" for
/// "chủ trì". Phrases of several words are known in that shape too.
fn without_latin_1(text: &str) -> String {
    text.chars()
        .filter(|c| !('\u{c0}'..='\u{ff}').contains(c))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(phrase: &str, text: &str) -> bool {
        Phrases::new(&[phrase]).at(&words(text)).is_some()
    }

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
        assert!(has("huyện uỷ", "Huyện ủy họp"));
        assert!(!has("hội", "hồi"));
        assert!(!has("đảng", "dạng"));
    }

    #[test]
    fn phrases_are_known_where_a_conversion_lost_letters() {
        assert!(has("chủ trì", "chủ tr, phối hợp"));
        assert!(!has("là", "l"));
    }

    #[test]
    fn the_longest_phrase_wins() {
        let table = Table::with([("đến", 1), ("đến hết", 2), ("đến hết ngày", 3)]);
        assert_eq!(table.find(&words("đến hết ngày mai")), Some((3, 3)));
        assert_eq!(table.find(&words("đến hết")), Some((2, 2)));
        assert_eq!(table.first(&words("kéo dài đến mai")), Some((2, 1, 1)));
    }
}
