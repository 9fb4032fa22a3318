//! Texts of which there are thousands alike.

use std::cell::RefCell;
use std::sync::Arc;

/// A power of two; more than the tasks of a plan, so that those of one seldom push each other out.
const PLACES: usize = 1 << 10;

thread_local! {
    /// The texts that were asked for last, each at the place that its letters name.
    static LATELY: RefCell<Vec<Arc<str>>> = const { RefCell::new(Vec::new()) };
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

/// Any place will do, as long as it is found fast and is seldom that of another text.
fn place(text: &str) -> usize {
    let mixed = text.bytes().fold(0_u32, |mixed, byte| {
        mixed.wrapping_mul(31).wrapping_add(u32::from(byte))
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
