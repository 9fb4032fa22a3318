//! How far duties are, as a bar and in words.

use crate::ui::dom::{El, el, text};
use crate::ui::state::Memo;
use crate::view::Tally;

/// Shows a tally as a bar, with words beside it.
pub(in crate::ui) fn progress(
    tally: Memo<Tally>,
    words: impl Fn() -> String + Send + 'static,
) -> El {
    let share = move |tone: &str, count: fn(Tally) -> usize| {
        el("i").class(tone).attr_live("style", move || {
            Some(format!("flex-grow:{}", count(tally.get())))
        })
    };
    let bar = el("span")
        .class("bar-of")
        .attr("aria-hidden", "true")
        .with(share("green", |tally| tally.done))
        .with(share("lacquer", |tally| tally.overdue))
        .with(share("rest", |tally| tally.open));
    el("span")
        .class("progress")
        .with(bar)
        .with(el("span").with(text(words)))
}
