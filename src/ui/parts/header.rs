//! The head of a screen.

use crate::ui::dom::{El, Node, el};
use crate::view::Markup;

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

/// Shows a title that stays, with a line below it that follows what it is computed from.
pub(in crate::ui) fn first_header(
    title: &'static str,
    below: impl Fn() -> String + Send + 'static,
) -> El {
    el("header").class("top").markup(move || {
        let mut head = Markup::default();
        head.open("div", &[("class", "grow")]);
        head.element("h1", &[("id", "title"), ("tabindex", "-1")], title);
        head.element("p", &[("class", "below")], &below());
        head.close("div");
        head
    })
}
