//! Finding the front in a store. It is believed only where it was made of the very texts that stand there; whatever is
//! odd is left to those who read everything.

use super::keep::{DOCKET, FRONT, is_source};
use super::{Front, List, Me, SinceBackup, noted_ticks};
use crate::docket::{Docket, Gists, Odd, Words};
use crate::domain::UnitId;
use crate::store::{Store, bare_key, gists_of, whole_text};
use std::sync::Arc;

/// What a store holds, at first sight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing was ever kept here.
    Nothing,
    Front(Front),
    /// There is something; what it is, must be read.
    Something,
}

/// Looks for the front in a store.
#[must_use]
pub fn find(store: &dyn Store) -> Found {
    let Ok(places) = store.keys() else {
        return Found::Nothing;
    };
    // Which of a browser's pages writes is no work of anybody's.
    if places.iter().all(|place| place.starts_with("turn/")) {
        return Found::Nothing;
    }
    let found = Shelf { store, places }.front();
    found.map_or(Found::Something, Found::Front)
}

struct Shelf<'a> {
    store: &'a dyn Store,
    places: Vec<String>,
}

impl Shelf<'_> {
    fn front(&self) -> Result<Front, Odd> {
        let text = self.text(FRONT)?;
        let mut it = Words::of(&text);
        self.look_at_sources(&mut it)?;
        let mut front = Front {
            me: me(&mut it)?,
            has_plan: it.flag()?,
            has_begun: it.flag()?,
            since_backup: SinceBackup {
                changes: it.read()?,
                at: it.optional()?,
                put_off: it.optional()?,
                first_write: it.optional()?,
            },
            lists: Vec::new(),
        };
        while !it.is_over() {
            front.lists.push(self.list(&it.word()?)?);
        }
        front.add_ticks(self.store);
        Ok(front)
    }

    /// Looks whether the front was made of the texts that stand there, of all of them and of no others.
    fn look_at_sources(&self, it: &mut Words<'_>) -> Result<(), Odd> {
        let count: usize = it.read()?;
        for _ in 0..count {
            let key = it.word()?;
            let head = self.store.head(self.place(&key)?);
            if head != Ok(Some(it.word()?)) {
                return Err(Odd);
            }
        }
        let sources = self.places.iter().filter(|it| is_source(bare_key(it)));
        if sources.count() == count {
            Ok(())
        } else {
            Err(Odd)
        }
    }

    fn list(&self, plan: &str) -> Result<List, Odd> {
        let docket = Docket::parse(&self.text(&[DOCKET, plan].concat())?)?;
        let unit = docket.unit.as_ref();
        let gists = unit.map(|unit| self.gists(plan, unit)).transpose()?;
        Ok(List {
            docket: Arc::new(docket),
            gists: gists.unwrap_or_default(),
        })
    }

    /// Reads what is said of a record; nothing of one that is not there.
    fn gists(&self, plan: &str, unit: &UnitId) -> Result<Gists, Odd> {
        let key = ["record/", plan, "/", unit.as_str()].concat();
        if !self.places.iter().any(|place| bare_key(place) == key) {
            return Ok(Gists::default());
        }
        gists_of(&self.text(self.place(&key)?)?).ok_or(Odd)
    }

    /// Returns the one place where a key's text stands.
    fn place(&self, key: &str) -> Result<&str, Odd> {
        let mut places = self.places.iter().filter(|place| bare_key(place) == key);
        match (places.next(), places.next()) {
            (Some(place), None) => Ok(place),
            _ => Err(Odd),
        }
    }

    /// Returns the text behind a head that fits it.
    fn text(&self, place: &str) -> Result<String, Odd> {
        let raw = self.store.get(place).ok().flatten().ok_or(Odd)?;
        whole_text(&raw).map(str::to_owned).ok_or(Odd)
    }
}

fn me(it: &mut Words<'_>) -> Result<Option<Me>, Odd> {
    let id = it.word()?;
    if id.is_empty() {
        return Ok(None);
    }
    let name = it.word()?;
    let mut heirs = Vec::new();
    for _ in 0..it.read::<usize>()? {
        heirs.push((UnitId::new(it.word()?), it.word()?));
    }
    let id = UnitId::new(id);
    Ok(Some(Me { id, name, heirs }))
}

impl Front {
    /// Adds the ticks that are kept and stand in no record yet.
    pub fn add_ticks(&mut self, store: &dyn Store) {
        for (_, tick) in noted_ticks(store) {
            self.tick(&tick.record, &tick.slot, tick.status);
        }
    }
}
