//! Texts of which there are thousands alike.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// A text whose copies share its letters, so that they are seen to be equal without looking at them.
#[derive(Clone)]
pub(crate) struct SharedText(Arc<str>);

/// A power of two; more than the tasks of a plan, so that those of one seldom push each other out.
const PLACES: usize = 1 << 10;

/// So many bytes at the start and at the end name a place.
const START: usize = 4;
const END: usize = 12;

thread_local! {
    /// The texts that were asked for last, each at the place that its letters name.
    static LATELY: RefCell<Vec<Arc<str>>> = const { RefCell::new(Vec::new()) };
}

impl SharedText {
    pub(crate) fn new(text: Arc<str>) -> Self {
        Self(text)
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl PartialEq for SharedText {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

impl Eq for SharedText {}

impl Ord for SharedText {
    fn cmp(&self, other: &Self) -> Ordering {
        if Arc::ptr_eq(&self.0, &other.0) {
            Ordering::Equal
        } else {
            self.0.cmp(&other.0)
        }
    }
}

impl PartialOrd for SharedText {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Debug for SharedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl Hash for SharedText {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

/// Returns a text that shares its letters with an equal one, where that was asked for lately.
pub(crate) fn interned(text: &str) -> Arc<str> {
    LATELY.with_borrow_mut(|lately| {
        if lately.is_empty() {
            lately.resize(PLACES, "".into());
        }
        let known = &mut lately[place(text)];
        if **known != *text {
            *known = text.into();
        }
        known.clone()
    })
}

/// Any place will do, as long as it is found fast and is seldom that of another text. What sets texts apart stands at
/// their ends mostly.
fn place(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (start, end) = bytes.split_at(bytes.len().saturating_sub(END));
    let start = start.iter().take(START);
    let mixed = start.chain(end).fold(0_u32, |mixed, byte| {
        mixed.wrapping_mul(31).wrapping_add(u32::from(*byte))
    });
    // The last bits of a product depend on few of its letters.
    ((mixed ^ (mixed >> 15)) as usize) & (PLACES - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_share_their_letters() {
        assert!(Arc::ptr_eq(&interned("ii-2"), &interned("ii-2")));
        assert_eq!(&*interned(""), "");
    }

    #[test]
    fn shared_or_not_texts_are_in_the_order_of_their_letters() {
        let texts: Vec<_> = ["", "a", "ab", "b"].map(Arc::<str>::from).into();
        for a in &texts {
            for b in &texts {
                let copies = (SharedText::new(a.clone()), SharedText::new(b.clone()));
                assert_eq!(copies.0.cmp(&copies.1), a.cmp(b));
                assert_eq!(copies.0 == copies.1, a == b);
                let others = SharedText::new((&**b).into());
                assert_eq!(copies.0.cmp(&others), a.cmp(b));
                assert_eq!(copies.0 == others, a == b);
            }
        }
    }

    /// Whatever pushed it out: each text is the one that was asked for.
    #[test]
    fn texts_at_one_place_are_told_apart() {
        let texts: Vec<String> = (0..5 * PLACES)
            .map(|number| format!("t-{number}"))
            .collect();
        for text in texts.iter().chain(&texts) {
            assert_eq!(*interned(text), **text);
        }
    }
}
