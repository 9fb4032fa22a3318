//! The tear-off calendar leaf: the countdown of a duty.

use super::sign::tone;
use crate::domain::{Countdown, Standing};
use crate::ui::dom::{El, el};
use crate::view::Markup;
use crate::words;

/// Shows a countdown; screen readers hear it as one phrase.
pub(in crate::ui) fn leaf(countdown: Countdown, standing: Standing) -> El {
    el("span")
        .class(&class(standing))
        .markup(move || content(countdown))
}

/// Adds a countdown to markup.
pub(super) fn add_leaf(markup: &mut Markup, countdown: Countdown, standing: Standing) {
    markup.open("span", &[("class", &class(standing))]);
    markup.add(&content(countdown));
    markup.close("span");
}

fn class(standing: Standing) -> String {
    ["leaf ", tone(standing)].concat()
}

fn content(countdown: Countdown) -> Markup {
    let words::Leaf { head, number, foot } = words::leaf(countdown);
    let mut content = Markup::default();
    content.element(
        "span",
        &[("class", "unseen")],
        &words::count_down(countdown),
    );
    let unheard = ("aria-hidden", "true");
    content.element("span", &[unheard, ("class", "head")], head);
    content.element("b", &[unheard], &number);
    content.element("small", &[unheard], &foot);
    content
}
