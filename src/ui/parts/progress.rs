//! How far duties are, as a bar and in words.

use crate::ui::dom::{El, el};
use crate::ui::state::Memo;
use crate::view::{Markup, Tally};

/// Shows a tally as a bar, with words beside it.
pub(in crate::ui) fn progress(
    tally: Memo<Tally>,
    words: impl Fn() -> String + Send + 'static,
) -> El {
    el("span").class("progress").markup(move || {
        let Tally {
            done,
            overdue,
            open,
        } = tally.get();
        let mut bar = Markup::default();
        bar.open("span", &[("class", "bar-of"), ("aria-hidden", "true")]);
        for (tone, count) in [("green", done), ("lacquer", overdue), ("rest", open)] {
            let share = ["flex-grow:", &count.to_string()].concat();
            bar.element("i", &[("class", tone), ("style", &share)], "");
        }
        bar.close("span");
        bar.element("span", &[], &words());
        bar
    })
}
