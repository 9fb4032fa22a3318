//! The tear-off calendar leaf: the countdown of a duty.

use super::sign::tone;
use crate::domain::{Countdown, Standing};
use crate::ui::dom::{El, el};
use crate::words;

/// Shows a countdown; screen readers hear it as one phrase.
pub(in crate::ui) fn leaf(countdown: Countdown, standing: Standing) -> El {
    let words::Leaf { head, number, foot } = words::leaf(countdown);
    let seen = |tag: &'static str| el(tag).attr("aria-hidden", "true");
    el("span")
        .class(&format!("leaf {}", tone(standing)))
        .with(
            el("span")
                .class("unseen")
                .with(words::count_down(countdown)),
        )
        .with(seen("span").class("head").with(head))
        .with(seen("b").with(number))
        .with(seen("small").with(foot))
}
