//! A list of large things: some come at once, the others one after the other when those have been seen.

use crate::browser;
use crate::ui::dom::{El, Node, list};
use crate::ui::state::{Memo, RwSignal};
use leptos::prelude::Effect;

/// Lists items, so many of them at once; an item stays in place while its key does.
pub(in crate::ui) fn one_by_one(
    at_once: usize,
    keys: Memo<Vec<String>>,
    item: impl Fn(String) -> El + Send + 'static,
) -> Node {
    let shown = RwSignal::new(at_once);
    Effect::new(move |_| {
        let known = shown.get();
        if keys.with(Vec::len) > known {
            browser::bit_by_bit(move || {
                shown.try_update(|shown| *shown = known + 1);
                false
            });
        }
    });
    let standing = move || keys.with(|keys| keys.iter().take(shown.get()).cloned().collect());
    list(standing, item)
}
