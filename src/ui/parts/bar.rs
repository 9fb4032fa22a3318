//! A bar of parts that make a whole.

use crate::ui::dom::Node;
use leptos::prelude::*;

/// Draws parts of a whole beside each other; each has the class of its colour. The label tells in
/// words what the bar shows.
pub(in crate::ui) fn bar(parts: &[(&'static str, usize)], label: String) -> Node {
    let whole: usize = parts.iter().map(|(_, part)| part).sum();
    let mut from = 0;
    let paths: Vec<AnyView> = parts
        .iter()
        .filter(|(_, part)| *part > 0)
        .map(|(class, part)| {
            let (start, end) = (from * 1000 / whole, (from + part) * 1000 / whole);
            from += part;
            view! { <path class=*class d=format!("M{start} 0H{end}V24H{start}z") /> }.into_any()
        })
        .collect();
    let drawing = view! {
        <svg
            class="stacked"
            viewBox="0 0 1000 24"
            preserveAspectRatio="none"
            role="img"
            aria-label=label
        >
            {paths}
        </svg>
    };
    Node::from(drawing.into_any())
}
