//! Texts and numbers in one line, which can be told apart again. It may stand within JSON as it is.

use crate::domain::Day;
use chrono::Datelike;
use std::fmt::{Display, Write};
use std::str::FromStr;

/// Ends each text; a text that holds it is written otherwise.
const END: char = '|';

/// Stands before the two hexadecimal figures of a letter that would be misread.
const MARK: char = '~';

/// What is put together.
#[derive(Clone, Debug, Default)]
pub struct Tokens(String);

/// What is taken apart.
#[derive(Clone, Debug)]
pub struct Words<'a>(&'a str);

/// Something is missing, or odd.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Odd;

impl Tokens {
    pub fn word(&mut self, word: &str) {
        for letter in word.chars() {
            if letter < ' ' || matches!(letter, END | MARK | '"' | '\\') {
                // Writing to a string cannot fail.
                let _ = write!(self.0, "{MARK}{:02x}", letter as u32);
            } else {
                self.0.push(letter);
            }
        }
        self.0.push(END);
    }

    pub fn count(&mut self, count: usize) {
        self.word(&count.to_string());
    }

    pub fn flag(&mut self, flag: bool) {
        self.word(if flag { "1" } else { "0" });
    }

    /// Adds what may be missing, as the empty text then.
    pub fn optional(&mut self, item: Option<&dyn Display>) {
        self.word(&item.map(ToString::to_string).unwrap_or_default());
    }

    /// Adds a day that may be missing.
    pub fn day(&mut self, day: Option<Day>) {
        let days = day.map(|day| day.num_days_from_ce());
        self.optional(days.as_ref().map(|days| days as &dyn Display));
    }

    #[must_use]
    pub fn into_text(self) -> String {
        self.0
    }
}

impl<'a> Words<'a> {
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        Self(text)
    }

    /// Takes a text.
    ///
    /// # Errors
    /// [`Odd`] where there is none, or not as it is written.
    pub fn word(&mut self) -> Result<String, Odd> {
        let (word, rest) = self.0.split_once(END).ok_or(Odd)?;
        self.0 = rest;
        let mut parts = word.split(MARK);
        let mut text = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let letter = part.get(..2).ok_or(Odd)?;
            let letter = u8::from_str_radix(letter, 16).map_err(|_| Odd)?;
            text.push(letter.into());
            text.push_str(&part[2..]);
        }
        Ok(text)
    }

    /// Takes what is read from its text.
    ///
    /// # Errors
    /// As [`Words::word`].
    pub fn read<T: FromStr>(&mut self) -> Result<T, Odd> {
        self.word()?.parse().map_err(|_| Odd)
    }

    /// Takes what may be missing, as the empty text then.
    ///
    /// # Errors
    /// As [`Words::word`].
    pub fn optional<T: FromStr>(&mut self) -> Result<Option<T>, Odd> {
        match self.word()?.as_str() {
            "" => Ok(None),
            word => word.parse().map(Some).map_err(|_| Odd),
        }
    }

    /// Takes yes or no.
    ///
    /// # Errors
    /// As [`Words::word`].
    pub fn flag(&mut self) -> Result<bool, Odd> {
        Ok(self.word()? == "1")
    }

    /// Takes a day that may be missing.
    ///
    /// # Errors
    /// As [`Words::word`].
    pub fn day(&mut self) -> Result<Option<Day>, Odd> {
        let days = self.optional()?;
        let day = |days| Day::from_num_days_from_ce_opt(days).ok_or(Odd);
        days.map(day).transpose()
    }

    /// Takes the place of an item among others.
    ///
    /// # Errors
    /// As [`Words::word`].
    pub fn one_of<T: Copy>(&mut self, items: &[T]) -> Result<T, Odd> {
        items.get(self.read::<usize>()?).copied().ok_or(Odd)
    }

    /// Says whether all was taken.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn whatever_is_put_together_comes_apart_again(words in prop::collection::vec(".*", 0..8), number: i64) {
            let mut tokens = Tokens::default();
            for word in &words {
                tokens.word(word);
            }
            tokens.optional(Some(&number));
            let text = tokens.into_text();
            prop_assert!(!text.contains(['"', '\\', '\n']));
            let mut read = Words::of(&text);
            for word in words {
                prop_assert_eq!(read.word(), Ok(word));
            }
            prop_assert_eq!(read.optional(), Ok(Some(number)));
            prop_assert!(read.is_over());
        }

        #[test]
        fn odd_texts_are_nothing(text in "[a-z0-9|~]{0,12}") {
            let mut read = Words::of(&text);
            while read.word().is_ok() {}
        }
    }

    #[test]
    fn days_and_their_lack_are_told_apart() {
        let day = Day::from_ymd_opt(2026, 11, 28);
        let mut tokens = Tokens::default();
        tokens.day(day);
        tokens.day(None);
        let text = tokens.into_text();
        let mut read = Words::of(&text);
        assert_eq!(
            (read.day(), read.day(), read.day()),
            (Ok(day), Ok(None), Err(Odd))
        );
    }
}
