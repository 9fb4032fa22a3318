//! Large things of which some come at once, the others one after the other when those have been seen.

use crate::browser;
use crate::ui::dom::{El, Node, live};
use crate::ui::state::{Memo, RwSignal};
use leptos::prelude::Effect;
use std::sync::Arc;

type Item = Arc<dyn Fn(usize) -> El + Send + Sync>;

/// Shows items by their numbers, so many of them at once.
pub(in crate::ui) fn one_by_one(
    at_once: usize,
    count: usize,
    item: impl Fn(usize) -> El + Send + Sync + 'static,
) -> Vec<Node> {
    let item: Item = Arc::new(item);
    let shown = RwSignal::new(at_once);
    Effect::new(move |_| show_next(shown, count));
    (0..count)
        .map(|at| place(shown, at, item.clone()))
        .collect()
}

fn show_next(shown: RwSignal<usize>, count: usize) {
    let known = shown.get();
    if known < count {
        browser::bit_by_bit(move || {
            shown.try_update(|shown| *shown = known + 1);
            false
        });
    }
}

fn place(shown: RwSignal<usize>, at: usize, item: Item) -> Node {
    let is_shown = Memo::new(move || at < shown.get());
    live(move || is_shown.get().then(|| item(at)))
}
