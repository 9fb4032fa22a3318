//! Counting through a document's lists, as Word does.

use super::label::Format;
use super::numbering::{LEVELS, Level, Numbering};
use std::collections::{BTreeMap, BTreeSet};

/// Where all lists of a document stand.
pub(super) struct Counter<'a> {
    numbering: &'a Numbering,
    /// The numbers that were given last, by pattern; nothing where a level begins anew.
    given: BTreeMap<String, [Option<u32>; LEVELS]>,
    /// The lists and levels that began at a number of their own.
    restarted: BTreeSet<(String, usize)>,
}

impl<'a> Counter<'a> {
    pub(super) fn new(numbering: &'a Numbering) -> Self {
        Self {
            numbering,
            given: BTreeMap::new(),
            restarted: BTreeSet::new(),
        }
    }

    /// Counts one paragraph, and returns its label; nothing if there is no such list.
    pub(super) fn label(&mut self, list: &str, level: usize) -> Option<String> {
        let pattern = self.numbering.pattern(list)?.to_owned();
        let definition = self.numbering.level(list, level)?;
        let own_start = self
            .numbering
            .restart(list, level)
            .filter(|_| self.restarted.insert((list.to_owned(), level)));
        let given = self.given.entry(pattern).or_default();
        let number = match (own_start, given.get(level).copied().flatten()) {
            (Some(start), _) => start,
            (None, Some(last)) => last.saturating_add(1),
            (None, None) => definition.start,
        };
        *given.get_mut(level)? = Some(number);
        for (below, number) in given.iter_mut().enumerate().skip(level + 1) {
            if begins_anew(self.numbering.level(list, below), level) {
                *number = None;
            }
        }
        let given = *given;
        Some(if definition.format == Format::Bullet {
            self.bullet(list, level, &definition.text)
        } else {
            self.fill(list, definition, &given)
        })
    }

    /// Puts the numbers into a label.
    fn fill(&self, list: &str, level: &Level, given: &[Option<u32>; LEVELS]) -> String {
        let mut label = String::new();
        let mut rest = level.text.chars().peekable();
        while let Some(c) = rest.next() {
            let place = (c == '%')
                .then(|| rest.peek().and_then(|digit| digit.to_digit(10)))
                .flatten()
                .and_then(|digit| usize::try_from(digit).ok()?.checked_sub(1));
            let Some(place) = place else {
                label.push(c);
                continue;
            };
            rest.next();
            if let Some(definition) = self.numbering.level(list, place) {
                let format = match (level.digits, definition.format) {
                    (true, Format::Bullet | Format::None) | (false, _) => definition.format,
                    (true, _) => Format::Decimal,
                };
                let number = given.get(place).copied().flatten();
                label.push_str(&format.write(number.unwrap_or(definition.start)));
            }
        }
        match level.face {
            Some(face) => face.convert(&label),
            None => label,
        }
    }

    /// A bullet in one of the two signs that plans know: the first level of bullets, and those below.
    fn bullet(&self, list: &str, level: usize, sign: &str) -> String {
        let is_bullet = |level: &Level| level.format == Format::Bullet;
        let first =
            !(0..level).any(|above| self.numbering.level(list, above).is_some_and(is_bullet));
        match sign.trim() {
            "+" => "+",
            "-" | "–" | "—" | "−" => "-",
            _ if first => "-",
            _ => "+",
        }
        .to_owned()
    }
}

/// Says whether a level begins anew after a paragraph of a higher one.
fn begins_anew(level: Option<&Level>, above: usize) -> bool {
    level
        .and_then(|level| level.restart)
        .is_none_or(|restart| above < restart)
}
