//! Which duty of one text is which duty of another.
//!
//! Two texts are as like as they share pairs of neighbouring words, where a pair weighs the less the
//! more duties have it: "tổ chức thực hiện" says little. All duties that share one are weighed; the
//! likest are matched first, each once. Where points moved, were renumbered or reworded, most of
//! their words still stand together.

use crate::domain::{Task, spelling};

/// Of a thousand: from here on two duties are one, wherever they stand.
const LIKE: u64 = 500;
/// Of a thousand: enough where the place is the same too.
const LIKE_IN_PLACE: u64 = 300;

/// Returns, for each new duty, which old one it is. Every old duty is matched at most once.
pub(super) fn pairs(old: &[Task], new: &[Task]) -> Vec<Option<usize>> {
    let old_words: Vec<_> = old.iter().map(|task| neighbours(&task.text)).collect();
    let index = index(&old_words);
    let old_weights: Vec<u64> = old_words
        .iter()
        .map(|words| weight_of(words, &index))
        .collect();
    let mut weighed: Vec<u64> = Vec::new();
    for (at, task) in new.iter().enumerate() {
        let words = neighbours(&task.text);
        let weight = weight_of(&words, &index);
        let shared = shared(&words, &index, old.len());
        for (before, shared) in shared.into_iter().enumerate() {
            let like = 2000 * shared / (weight + old_weights[before]).max(1);
            let in_place = old[before].path == task.path;
            if like >= LIKE || (in_place && like >= LIKE_IN_PLACE) {
                let score = like + if in_place { 100 } else { 0 };
                weighed.push(packed(score, before, at));
            }
        }
    }
    weighed.sort_unstable();
    let mut pairs = vec![None; new.len()];
    let mut taken = vec![false; old.len()];
    for (before, at) in weighed.into_iter().rev().map(unpacked) {
        if pairs[at].is_none() && !taken[before] {
            pairs[at] = Some(before);
            taken[before] = true;
        }
    }
    pairs
}

/// The pairs of neighbouring words of a text, as sums, each once; of a single word the word itself.
fn neighbours(text: &str) -> Vec<u64> {
    let text = spelling(text);
    let words: Vec<u32> = text.split(' ').map(sum).collect();
    let mut pairs: Vec<u64> = words
        .windows(2)
        .map(|pair| u64::from(pair[0].rotate_left(7) ^ pair[1]))
        .collect();
    if pairs.is_empty() {
        pairs.extend(words.into_iter().map(u64::from));
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// All pairs of words of the old duties, each with the duty in its lower half, in order.
fn index(old: &[Vec<u64>]) -> Vec<u64> {
    let mut index: Vec<u64> = Vec::new();
    for (duty, words) in old.iter().enumerate() {
        index.extend(words.iter().map(|word| word << 32 | count(duty)));
    }
    index.sort_unstable();
    index
}

/// The entries of the old duties that have a pair of words.
fn holders(word: u64, index: &[u64]) -> &[u64] {
    let from = index.partition_point(|entry| entry >> 32 < word);
    let to = index.partition_point(|entry| entry >> 32 <= word);
    &index[from..to]
}

fn weight(holders: &[u64]) -> u64 {
    1000 / count(holders.len()).max(1)
}

fn weight_of(words: &[u64], index: &[u64]) -> u64 {
    words.iter().map(|word| weight(holders(*word, index))).sum()
}

/// Weighs, for each old duty, the pairs of words that it shares.
fn shared(words: &[u64], index: &[u64], duties: usize) -> Vec<u64> {
    let mut shared = vec![0; duties];
    for word in words {
        let holders = holders(*word, index);
        for entry in holders {
            shared[low_half(*entry)] += weight(holders);
        }
    }
    shared
}

/// Packs a likeness and two duties so that the likest is greatest; of equals, those that stand
/// nearest to each other, then the earlier ones.
fn packed(score: u64, old: usize, new: usize) -> u64 {
    let (old, new) = (count(old).min(0xffff), count(new).min(0xffff));
    score << 48 | (0xffff - old.abs_diff(new)) << 32 | (0xffff - old) << 16 | (0xffff - new)
}

fn unpacked(packed: u64) -> (usize, usize) {
    (
        0xffff - low_half(packed >> 16 & 0xffff),
        0xffff - low_half(packed & 0xffff),
    )
}

fn low_half(number: u64) -> usize {
    usize::try_from(number & 0xffff_ffff).unwrap_or(usize::MAX)
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// The FNV-1a sum of a word.
fn sum(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |sum, byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
