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

/// Finds a phrase in a document: "can bo nu" finds "cán bộ nữ".
///
/// Where marks were typed, places with the same marks are wanted; only if there are none, marks
/// are ignored after all. A blank phrase finds nothing.
#[must_use]
pub fn search(blocks: &[Block], phrase: &str) -> Vec<Hit> {
    let phrase = phrase.split_whitespace().collect::<Vec<_>>().join(" ");
    if phrase.is_empty() {
        return Vec::new();
    }
    let exact = if has_marks(&phrase) {
        hits(blocks, &phrase, lower)
    } else {
        Vec::new()
    };
    if exact.is_empty() {
        hits(blocks, &phrase, fold_char)
    } else {
        exact
    }
}

fn has_marks(phrase: &str) -> bool {
    phrase.chars().any(|c| lower(c) != fold_char(c))
}

/// The key under which marks count; `fold_char` is the one under which they do not.
#[expect(clippy::unnecessary_wraps, reason = "of one shape with fold_char")]
fn lower(c: char) -> Option<char> {
    Some(small(c))
}

fn hits(blocks: &[Block], phrase: &str, key: fn(char) -> Option<char>) -> Vec<Hit> {
    let phrase: Vec<char> = phrase.chars().filter_map(key).collect();
    if phrase.is_empty() {
        return Vec::new();
    }
    let found = blocks.iter().enumerate().map(|(block, content)| Hit {
        block,
        ranges: ranges(&content.text, &phrase, key),
    });
    found.filter(|hit| !hit.ranges.is_empty()).collect()
}

fn ranges(text: &str, phrase: &[char], key: fn(char) -> Option<char>) -> Vec<Range<usize>> {
    let letters: Vec<(usize, char)> = text
        .char_indices()
        .filter_map(|(at, c)| Some((at, key(c)?)))
        .collect();
    let end = |index: usize| letters.get(index).map_or(text.len(), |letter| letter.0);
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
