//! Keeping the front beside what it is made of.

use super::{Front, SinceBackup};
use crate::docket::Tokens;
use crate::store::{Store, StoreError, bare_key, headed, put};
use std::fmt::Display;

pub(super) const FRONT: &str = "front";

/// Keys that begin so hold dockets, each under its plan.
pub(super) const DOCKET: &str = "docket/";

/// Says whether the front is made of what stands under a key. Records have what it shows of them in their own texts.
pub(super) fn is_source(key: &str) -> bool {
    key == "settings" || key.starts_with("plan/") || key.starts_with("roster/")
}

/// Keeps the front, as made of what stands in the store now. What is up to date is not written again.
///
/// # Errors
/// As [`Store`] has them. Then the front is not found the next time, and made anew.
pub fn keep(store: &dyn Store, front: &Front) -> Result<(), StoreError> {
    let places = store.keys()?;
    let mut dockets = Vec::new();
    for list in &front.lists {
        let key = [DOCKET, list.docket.plan.as_str()].concat();
        renew(store, &key, &list.docket.to_text())?;
        dockets.push(key);
    }
    let outdated = |key: &&String| key.starts_with(DOCKET) && !dockets.contains(key);
    places
        .iter()
        .filter(outdated)
        .try_for_each(|key| store.remove(key))?;
    let mut sources = Vec::new();
    for place in &places {
        let key = bare_key(place);
        if is_source(key) {
            sources.push((key, store.head(place)?.unwrap_or_default()));
        }
    }
    renew(store, FRONT, &front.to_text(&sources))
}

/// Takes the front away, so that the next start reads everything.
///
/// # Errors
/// As [`Store::remove`].
pub fn forget(store: &dyn Store) -> Result<(), StoreError> {
    store.remove(FRONT)
}

fn renew(store: &dyn Store, key: &str, text: &str) -> Result<(), StoreError> {
    let raw = headed(text);
    if store.get(key)?.as_ref() == Some(&raw) {
        return Ok(());
    }
    put(store, key, &raw)
}

impl Front {
    fn to_text(&self, sources: &[(&str, String)]) -> String {
        let mut it = Tokens::default();
        it.count(sources.len());
        for (key, head) in sources {
            it.word(key);
            it.word(head);
        }
        it.word(
            self.me
                .as_ref()
                .map(|me| me.id.as_str())
                .unwrap_or_default(),
        );
        if let Some(me) = &self.me {
            it.word(&me.name);
            it.count(me.heirs.len());
            for (id, name) in &me.heirs {
                it.word(id.as_str());
                it.word(name);
            }
        }
        it.flag(self.has_plan);
        it.flag(self.has_begun);
        let SinceBackup {
            changes,
            at,
            put_off,
            first_write,
        } = &self.since_backup;
        it.optional(Some(changes));
        for moment in [at, put_off, first_write] {
            it.optional(moment.as_ref().map(|moment| moment as &dyn Display));
        }
        for list in &self.lists {
            it.word(list.docket.plan.as_str());
        }
        it.into_text()
    }
}
