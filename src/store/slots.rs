//! Two slots a key, so that a tab that is killed at any instant leaves the old text or the new one whole.
//!
//! The newer text goes into the slot that is free, is read back, and only then the older one goes. So
//! one slot stands at rest, the room is not halved, and two stand beside each other for a moment alone.
//! A text counts as saved when it stands alone.

use super::save::put;
use super::{Store, StoreError};
use crate::sorted::sort_by;

/// What stands before a key in a store: of the two slots, and of texts from before there were slots,
/// which are older than any in a slot.
const PLACES: [&str; 3] = ["a/", "b/", OLDEST];
const OLDEST: &str = "";

/// Stands, empty, while the first text of a key is written: what is torn beside it was never saved.
/// An empty text cannot be torn itself.
const FIRST: &str = "first/";

/// The longest head of a slot: two counts of 20 digits, and a sum of 16.
const HEAD: usize = 58;

/// A store in which each key has two slots.
pub struct Slots<'a>(&'a dyn Store);

/// What was found of one key in one place.
pub(super) struct Slot {
    /// Its key in the store beneath.
    pub(super) place: String,
    /// All that stands there.
    pub(super) raw: String,
    pub(super) state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Whole {
        number: u64,
    },
    /// Shorter than it should be, as a write leaves it that was cut off.
    Torn,
    /// Anything else, under the number that it bears.
    Damaged {
        number: u64,
    },
}

impl<'a> Slots<'a> {
    #[must_use]
    pub fn new(store: &'a dyn Store) -> Self {
        Self(store)
    }

    /// Returns what stands under a key, the newest first; what is not whole may be newer than all else.
    pub(super) fn of(&self, key: &str) -> Result<Vec<Slot>, StoreError> {
        let was_saved = self.0.get(&first(key))?.is_none();
        let mut slots = Vec::new();
        for before in PLACES {
            let place = [before, key].concat();
            if let Some(raw) = self.0.get(&place)? {
                let state = match before {
                    OLDEST => State::Whole { number: 0 },
                    _ => state(&raw),
                };
                if was_saved || state != State::Torn {
                    slots.push(Slot { place, raw, state });
                }
            }
        }
        sort_by(&mut slots, |one, other| one.age() > other.age());
        Ok(slots)
    }

    /// Returns all keys in order, each with where something of it stands: the mark of a first text included.
    pub(super) fn places(&self) -> Result<Vec<(String, Vec<String>)>, StoreError> {
        let mut names = self.0.keys()?;
        sort_by(&mut names, |one, other| {
            (bare(one), one) < (bare(other), other)
        });
        let mut all: Vec<(String, Vec<String>)> = Vec::new();
        for name in names {
            let key = bare(&name);
            match all.last_mut() {
                Some((known, places)) if known == key => places.push(name),
                _ => all.push((key.to_owned(), vec![name])),
            }
        }
        all.retain(|(_, places)| places.iter().any(|place| !place.starts_with(FIRST)));
        Ok(all)
    }

    /// Returns the one place where something of a key stands, with the line before its text; `None` where more stand.
    pub(super) fn alone(&self, key: &str) -> Result<Option<(String, String)>, StoreError> {
        let mut found = None;
        for before in PLACES.into_iter().chain([FIRST]) {
            let place = [before, key].concat();
            if let Some(head) = self.0.head(&place)? {
                if found.is_some() {
                    return Ok(None);
                }
                found = Some((place, head));
            }
        }
        Ok(found)
    }

    /// Clears all places of a key but one.
    fn keep_only(&self, key: &str, kept: &str) -> Result<(), StoreError> {
        for before in PLACES {
            let place = [before, key].concat();
            if place != kept {
                self.clear(&place)?;
            }
        }
        Ok(())
    }

    /// Takes a place away and looks whether it is gone.
    fn clear(&self, place: &str) -> Result<(), StoreError> {
        if self.0.get(place)?.is_none() {
            return Ok(());
        }
        self.0.remove(place)?;
        match self.0.get(place)? {
            None => Ok(()),
            Some(_) => Err(StoreError::NotKept),
        }
    }

    /// Writes a text into a free slot. Where that fails, the slot is cleared as far as the store lets.
    fn write(&self, key: &str, slot: &str, raw: &str, is_first: bool) -> Result<(), StoreError> {
        let mark = first(key);
        let written = if is_first {
            put(self.0, &mark, "").and_then(|()| put(self.0, slot, raw))
        } else {
            put(self.0, slot, raw)
        };
        if written.is_err() && self.clear(slot).is_ok() {
            // What failed is told below; a mark that stays does no harm.
            let _ = self.clear(&mark);
        }
        written
    }
}

impl Store for Slots<'_> {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let places = self.places()?.into_iter();
        Ok(places.map(|(key, _)| key).collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        let slots = self.of(key)?;
        Ok(newest(&slots).map(|slot| slot.text().to_owned()))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let slots = self.of(key)?;
        let newest = newest(&slots);
        let number = newest.map_or(0, Slot::age).saturating_add(1);
        let spare = spare(key, &slots, newest).ok_or(StoreError::Locked)?;
        let raw = [head(number, text).as_str(), "\n", text].concat();
        self.write(key, &spare, &raw, slots.is_empty())?;
        self.keep_only(key, &spare)?;
        self.clear(&first(key))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        let slots = self.of(key)?;
        let last = newest(&slots).map_or("", |newest| newest.place.as_str());
        // The newest goes last, so that no older one ever stands in its place.
        self.keep_only(key, last)?;
        self.clear(last)?;
        self.clear(&first(key))
    }
}

impl Slot {
    /// Returns the text without its head.
    pub(super) fn text(&self) -> &str {
        match self.state {
            State::Whole { number: 0 } => &self.raw,
            _ => self
                .raw
                .split_once('\n')
                .map_or(&*self.raw, |(_, text)| text),
        }
    }

    fn age(&self) -> u64 {
        match self.state {
            State::Whole { number } | State::Damaged { number } => number,
            State::Torn => u64::MAX,
        }
    }
}

/// Returns the slot that may be written: neither that of the newest text nor one that holds what may
/// have been saved and cannot be read.
fn spare(key: &str, slots: &[Slot], newest: Option<&Slot>) -> Option<String> {
    let is_kept = |slot: &&Slot| match slot.state {
        State::Whole { .. } => newest.is_some_and(|newest| newest.place == slot.place),
        State::Torn => newest.is_none(),
        State::Damaged { .. } => true,
    };
    let kept: Vec<_> = slots.iter().filter(is_kept).collect();
    let places = PLACES.map(|before| [before, key].concat());
    let mut free = places.into_iter().take(2);
    free.find(|place| kept.iter().all(|slot| slot.place != *place))
}

/// Puts a head before a text that has no slots: whether it is whole can be seen.
pub(crate) fn headed(text: &str) -> String {
    [head(1, text).as_str(), "\n", text].concat()
}

/// Returns the text behind a head that fits it.
pub(crate) fn whole_text(raw: &str) -> Option<&str> {
    let (_, text) = raw.split_once('\n')?;
    matches!(state(raw), State::Whole { .. }).then_some(text)
}

/// Returns the key of what stands in a place.
pub(crate) fn bare(place: &str) -> &str {
    let mut before = [FIRST].into_iter().chain(PLACES);
    before
        .find_map(|before| place.strip_prefix(before))
        .unwrap_or_default()
}

fn newest(slots: &[Slot]) -> Option<&Slot> {
    let mut slots = slots.iter();
    slots.find(|slot| matches!(slot.state, State::Whole { .. }))
}

fn first(key: &str) -> String {
    [FIRST, key].concat()
}

/// Tells what a slot holds. A slot is whole when its head is the one that its text is given.
fn state(raw: &str) -> State {
    let Some((front, text)) = raw.split_once('\n') else {
        return match raw.len() {
            0..=HEAD => State::Torn,
            _ => State::Damaged { number: u64::MAX },
        };
    };
    let mut counts = front.split(' ').map(|count| count.parse().ok());
    let number = counts.next().flatten().unwrap_or(u64::MAX);
    let length: Option<u64> = counts.next().flatten();
    if number > 0 && front == head(number, text) {
        State::Whole { number }
    } else if length.is_some_and(|length| (text.len() as u64) < length) {
        State::Torn
    } else {
        State::Damaged { number }
    }
}

/// Writes what stands before a text: its number, its length in bytes, its checksum.
fn head(number: u64, text: &str) -> String {
    format!("{number} {} {:016x}", text.len(), sum(text))
}

/// The checksum FNV-1a, fast and small. It finds what is torn or altered by accident; the envelope
/// within has a stronger one.
fn sum(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
