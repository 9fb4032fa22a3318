//! How far something is that takes long, and what stops it.

use crate::ui::dom::{El, Node, el, live, text};
use crate::ui::state::Memo;

/// What is being done: its percent, and the words for that.
pub(in crate::ui) type Doing = (u32, String);

/// Tells how far something is, for as long as it goes on. The button stays the same while the percent grows, so that
/// whoever has come to it or presses it does not lose it.
pub(in crate::ui) fn work(
    doing: impl Fn() -> Option<Doing> + Send + Sync + 'static,
    stop: &'static str,
    stopped: impl Fn() + Copy + Send + 'static,
) -> Node {
    let doing = Memo::new(doing);
    let goes_on = Memo::new(move || doing.with(Option::is_some));
    live(move || goes_on.get().then(|| banner(doing, stop, stopped)))
}

fn banner(doing: Memo<Option<Doing>>, stop: &str, stopped: impl Fn() + 'static) -> El {
    let said = move || doing.get().map(|(_, said)| said);
    let bar = el("progress")
        .attr("max", "100")
        .attr_live("aria-label", said)
        .attr_live("value", move || {
            doing.get().map(|(percent, _)| percent.to_string())
        });
    let said = text(move || said().unwrap_or_default());
    let stop = el("button").class("second").with(stop).on_click(stopped);
    el("section")
        .class("banner indigo")
        .with(el("p").attr("role", "status").with(said))
        .with(bar)
        .with(stop)
}

/// Returns a share, from 0 to 1, as percent.
pub(in crate::ui) fn percent(share: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 100"
    )]
    let percent = (share.clamp(0.0, 1.0) * 100.0) as u32;
    percent
}
