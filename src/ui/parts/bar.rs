//! A bar of parts that make a whole.

use crate::ui::dom::{El, Node, el};
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
    // Without a label the words stand beside it already.
    let label = Some(label).filter(|label| !label.is_empty());
    let (role, hidden) = match label {
        Some(_) => (Some("img"), None),
        None => (None, Some("true")),
    };
    let drawing = view! {
        <svg
            class="stacked"
            viewBox="0 0 1000 24"
            preserveAspectRatio="none"
            role=role
            aria-label=label
            aria-hidden=hidden
        >
            {paths}
        </svg>
    };
    Node::from(drawing.into_any())
}

/// The patterns of the parts on paper, where colours may all be grey; the style of print names them.
const PATTERNS: &str = "<svg width='0' height='0'><defs>\
    <pattern id='on-gold' width='16' height='16' patternUnits='userSpaceOnUse'>\
    <path d='M0 0h16v16H0z' fill='white'/><path d='M0 0h8v16H0z'/></pattern>\
    <pattern id='on-indigo' width='16' height='8' patternUnits='userSpaceOnUse'>\
    <path d='M0 0h16v8H0z' fill='white'/><path d='M0 0h4v4H0zM8 4h4v4H8z'/></pattern>\
    <pattern id='on-lacquer' width='24' height='8' patternUnits='userSpaceOnUse'>\
    <path d='M0 0h24v8H0z' fill='white'/><path d='M0 0h24v5H0z'/></pattern>\
    </defs></svg>";

/// Puts the patterns into the page.
pub(in crate::ui) fn patterns() -> El {
    let drawing = view! { <span inner_html=PATTERNS></span> };
    el("div")
        .class("patterns")
        .attr("aria-hidden", "true")
        .with(Node::from(drawing.into_any()))
}
