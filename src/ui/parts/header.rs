//! The head of a screen.

use crate::ui::dom::{El, Node, el};

/// Shows a title with a line below it.
pub(in crate::ui) fn header(title: impl Into<Node>, below: impl Into<Node>) -> El {
    let words = el("div")
        .class("grow")
        .with(
            el("h1")
                .attr("id", "title")
                .attr("tabindex", "-1")
                .with(title),
        )
        .with(el("p").class("below").with(below));
    el("header").class("top").with(words)
}
