//! Letters made comparable, by a table: every word of a plan passes here.

use crate::domain::spelling;
use std::sync::LazyLock;

/// A letter in its parts, each as a number; 0 where there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Letter {
    base: u32,
    mark: u32,
    tone: u32,
}

/// The letters of Latin-1 and its extensions, and those of Vietnamese alone.
const BLOCKS: [std::ops::Range<u32>; 2] = [0xc0..0x1b1, 0x1ea0..0x1efa];

static LETTERS: LazyLock<[Vec<Letter>; 2]> = LazyLock::new(|| {
    BLOCKS.map(|block| {
        block
            .map(|code| taken_apart(code).unwrap_or_default())
            .collect()
    })
});

/// Returns a letter in its parts; `None` for signs, and for letters that the tables leave out.
pub(super) fn letter(c: char) -> Option<Letter> {
    if c.is_ascii_alphanumeric() {
        return Some(Letter {
            base: u32::from(c.to_ascii_lowercase()),
            ..Letter::default()
        });
    }
    let code = u32::from(c);
    let at = BLOCKS.iter().position(|block| block.contains(&code))?;
    let place = usize::try_from(code - BLOCKS[at].start).ok()?;
    LETTERS[at]
        .get(place)
        .copied()
        .filter(|letter| letter.base > 0)
}

/// Returns the base of a word's first letter, which tells most words apart.
pub(super) fn letter_of(word: &str) -> Option<u32> {
    let first = letter(word.chars().next()?)?;
    Some(first.base)
}

fn taken_apart(code: u32) -> Option<Letter> {
    let c = char::from_u32(code).filter(|c| c.is_alphabetic())?;
    let spelled = spelling(c.encode_utf8(&mut [0; 4]));
    let mut parts = spelled.chars();
    let base = u32::from(parts.next()?);
    let is_tone = |part: char| {
        matches!(
            part,
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'
        )
    };
    let mut letter = Letter {
        base,
        ..Letter::default()
    };
    for part in parts {
        if is_tone(part) {
            letter.tone = u32::from(part);
        } else {
            letter.mark = u32::from(part);
        }
    }
    Some(letter)
}

/// The FNV-1a sum of a word's letters; the tone comes last, wherever it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sum {
    sum: u64,
    tone: u32,
}

impl Sum {
    pub(super) fn new() -> Self {
        const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
        Self {
            sum: OFFSET,
            tone: 0,
        }
    }

    pub(super) fn add(&mut self, letter: Letter) {
        if letter.base > 0 {
            self.step(letter.base);
        }
        if letter.mark > 0 {
            self.step(letter.mark);
        }
        if letter.tone > 0 {
            self.tone = letter.tone;
        }
    }

    fn step(&mut self, part: u32) {
        const PRIME: u64 = 0x0100_0000_01b3;
        self.sum = (self.sum ^ u64::from(part)).wrapping_mul(PRIME);
    }

    pub(super) fn end(mut self) -> u64 {
        self.step(self.tone);
        self.sum
    }
}

/// Sums a word up. Letters outside the tables, and marks that stand alone, are spelled first.
pub(super) fn sum(word: &str) -> u64 {
    let mut sum = Sum::new();
    for c in word.chars() {
        match letter(c) {
            Some(letter) => sum.add(letter),
            None => return spelled_sum(word),
        }
    }
    sum.end()
}

fn spelled_sum(word: &str) -> u64 {
    let mut sum = Sum::new();
    for c in spelling(word).chars() {
        let code = u32::from(c);
        let tone = matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
        sum.add(if tone {
            Letter {
                base: 0,
                mark: 0,
                tone: code,
            }
        } else {
            Letter {
                base: code,
                ..Letter::default()
            }
        });
    }
    sum.end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_the_place_of_the_tone_make_no_difference() {
        for (one, other) in [
            ("hòa", "HOÀ"),
            ("ủy", "Uỷ"),
            ("Đảng", "đảng"),
            ("khoá", "khóa"),
        ] {
            assert_eq!(sum(one), sum(other), "{one}");
        }
        for (one, other) in [
            ("hội", "hồi"),
            ("đảng", "dạng"),
            ("ban", "bàn"),
            ("quy", "quý"),
        ] {
            assert_ne!(sum(one), sum(other), "{one}");
        }
    }
}
