//! Work that takes its time: how far it is, and a button that stops it.

use crate::ui::dom::{El, el};

/// Says by percent what is being done; `share` is from 0 to 1.
pub(in crate::ui) fn work(
    said: impl FnOnce(u32) -> String,
    share: f64,
    stop: &str,
    stopped: impl Fn() + 'static,
) -> El {
    let percent = percent(share);
    let said = said(percent);
    let bar = el("progress")
        .attr("max", "100")
        .attr("aria-label", &said)
        .attr("value", &percent.to_string());
    let stop = el("button").class("second").with(stop).on_click(stopped);
    el("section")
        .class("banner indigo")
        .with(el("p").attr("role", "status").with(said))
        .with(bar)
        .with(stop)
}

fn percent(share: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 100"
    )]
    let percent = (share.clamp(0.0, 1.0) * 100.0) as u32;
    percent
}
