//! Search within a plan: marks and case are ignored unless the searcher typed marks.

use crate::domain::{Block, fold_char, small};
use std::ops::Range;

/// Places found in one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub block: usize,
    /// Byte ranges in the block's text, in order.
    pub ranges: Vec<Range<usize>>,
}

/// The letters of a document, made ready once to be searched again and again.
pub struct Letters {
    /// By block; marks count.
    marked: Vec<Text>,
    /// Marks do not.
    plain: Vec<Text>,
}

/// Letters, each with its byte; and how many bytes there are.
type Text = (Vec<(usize, char)>, usize);

/// Finds a phrase in a document: "can bo nu" finds "cán bộ nữ".
///
/// Where marks were typed, places with the same marks are wanted; only if there are none, marks
/// are ignored after all. A blank phrase finds nothing.
#[must_use]
pub fn search(blocks: &[Block], phrase: &str) -> Vec<Hit> {
    Letters::of(blocks).search(phrase)
}

impl Letters {
    #[must_use]
    pub fn of(blocks: &[Block]) -> Self {
        Self {
            marked: blocks.iter().map(|block| text(block, lower)).collect(),
            plain: blocks.iter().map(|block| text(block, fold_char)).collect(),
        }
    }

    /// Finds a phrase, as [`search`].
    #[must_use]
    pub fn search(&self, phrase: &str) -> Vec<Hit> {
        let phrase = phrase.split_whitespace().collect::<Vec<_>>().join(" ");
        if phrase.is_empty() {
            return Vec::new();
        }
        let exact = if has_marks(&phrase) {
            hits(&self.marked, &phrase, lower)
        } else {
            Vec::new()
        };
        if exact.is_empty() {
            hits(&self.plain, &phrase, fold_char)
        } else {
            exact
        }
    }
}

fn has_marks(phrase: &str) -> bool {
    phrase.chars().any(|c| lower(c) != fold_char(c))
}

type Key = fn(char) -> Option<char>;

/// The key under which marks count; `fold_char` is the one under which they do not.
#[expect(clippy::unnecessary_wraps, reason = "of one shape with fold_char")]
fn lower(c: char) -> Option<char> {
    Some(small(c))
}

fn text(block: &Block, key: Key) -> Text {
    let letters = block.text.char_indices();
    let letters = letters.filter_map(|(at, c)| Some((at, key(c)?)));
    (letters.collect(), block.text.len())
}

fn hits(texts: &[Text], phrase: &str, key: Key) -> Vec<Hit> {
    let phrase: Vec<char> = phrase.chars().filter_map(key).collect();
    if phrase.is_empty() {
        return Vec::new();
    }
    let found = texts.iter().enumerate().map(|(block, text)| Hit {
        block,
        ranges: ranges(text, &phrase),
    });
    found.filter(|hit| !hit.ranges.is_empty()).collect()
}

fn ranges((letters, len): &Text, phrase: &[char]) -> Vec<Range<usize>> {
    let end = |index: usize| letters.get(index).map_or(*len, |letter| letter.0);
    let mut found = Vec::new();
    let mut from = 0;
    while from + phrase.len() <= letters.len() {
        if letters[from..]
            .iter()
            .zip(phrase)
            .all(|(letter, wanted)| letter.1 == *wanted)
        {
            found.push(letters[from].0..end(from + phrase.len()));
            from += phrase.len();
        } else {
            from += 1;
        }
    }
    found
}
