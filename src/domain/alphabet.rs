//! The order of Vietnamese letters: a ă â b c d đ e ê …; a tone decides only between words of the same letters.

use super::case::small;
use super::vowels::{Parts, apart};

/// A place in the order of the alphabet. Numbers stand before letters and count as numbers: "Chi bộ 2" comes
/// before "Chi bộ 10".
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Alphabetical {
    letters: Vec<Letter>,
    tones: Vec<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Letter {
    Gap,
    Number(u64),
    Of(char, usize),
}

/// Marks that make another letter, and tones, each in the order of dictionaries.
const MARKS: [char; 3] = ['\u{306}', '\u{302}', '\u{31b}'];
const TONES: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];

/// Returns where a name stands in the order of the alphabet.
#[must_use]
pub fn alphabetical(name: &str) -> Alphabetical {
    let mut place = Alphabetical::default();
    for c in name.chars().map(small) {
        place.add(c);
    }
    if place.letters.last() == Some(&Letter::Gap) {
        place.letters.pop();
        place.tones.pop();
    }
    place
}

impl Alphabetical {
    fn add(&mut self, c: char) {
        let Parts { base, mark, tone } = apart(c);
        // A mark may stand behind its letter.
        let mark = mark.or(MARKS.contains(&c).then_some(c));
        let tone = tone.or(TONES.contains(&c).then_some(c));
        if MARKS.contains(&c) {
            if let Some(Letter::Of(_, known)) = self.letters.last_mut() {
                *known = rank(&MARKS, mark);
            }
        } else if TONES.contains(&c) {
            if let Some(known) = self.tones.last_mut() {
                *known = rank(&TONES, tone);
            }
        } else if let Some(digit) = c.to_digit(10) {
            self.count(digit.into());
        } else if c == 'đ' {
            self.put(Letter::Of('d', 1), 0);
        } else if c.is_alphanumeric() {
            self.put(Letter::Of(base, rank(&MARKS, mark)), rank(&TONES, tone));
        } else if !matches!(self.letters.last(), None | Some(Letter::Gap)) {
            self.put(Letter::Gap, 0);
        }
    }

    fn put(&mut self, letter: Letter, tone: usize) {
        self.letters.push(letter);
        self.tones.push(tone);
    }

    fn count(&mut self, digit: u64) {
        match self.letters.last_mut() {
            Some(Letter::Number(known)) => {
                *known = known.saturating_mul(10).saturating_add(digit);
            }
            _ => self.put(Letter::Number(digit), 0),
        }
    }
}

fn rank(order: &[char], wanted: Option<char>) -> usize {
    let at = order.iter().position(|it| Some(*it) == wanted);
    at.map_or(0, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sorted: &[&str]) {
        for pair in sorted.windows(2) {
            assert!(
                alphabetical(pair[0]) < alphabetical(pair[1]),
                "{} before {}",
                pair[0],
                pair[1]
            );
        }
    }

    #[test]
    fn letters_stand_as_in_a_dictionary() {
        check(&[
            "Ban", "Băng", "Bân", "Cờ", "Da", "Đa", "E", "Ê", "O", "Ô", "Ơ", "U", "Ư", "Y",
        ]);
        check(&["ma", "mà", "mả", "mã", "má", "mạ", "mac"]);
        check(&["Hội A", "Hồi B", "Hội C"]);
    }

    #[test]
    fn numbers_count_as_numbers_and_shorter_names_come_first() {
        check(&["Chi bộ", "Chi bộ 2", "Chi bộ 10", "Chi bộ Ba"]);
        check(&["Ban", "Ban Dân vận", "Băng"]);
    }

    #[test]
    fn case_blanks_and_the_way_letters_are_put_together_say_nothing() {
        for same in [
            "đảng  bộ – xã",
            "ĐẢNG BỘ xã ",
            "đa\u{309}ng bô\u{323} xa\u{303}",
        ] {
            assert_eq!(alphabetical(same), alphabetical("Đảng bộ xã"), "{same}");
        }
    }
}
