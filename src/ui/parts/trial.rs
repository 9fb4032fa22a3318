//! The trial: the way into it, and what says all the time that this is one.

use crate::browser;
use crate::ui::dom::{El, el};
use crate::words::trial as say;

/// Stands above every screen of a trial, with the way out.
pub(in crate::ui) fn trial_banner() -> Option<El> {
    browser::is_trial().then(|| {
        let leave = el("button")
            .class("second")
            .with(say::LEAVE)
            .on_click(browser::leave_trial);
        el("section")
            .class("trial")
            .attr("aria-label", say::TITLE)
            .with(el("p").with(say::BANNER))
            .with(leave)
    })
}

/// Leads into a trial; nothing within one.
fn try_link() -> Option<El> {
    (!browser::is_trial()).then(|| {
        el("a")
            .class("second")
            .attr("href", browser::TRIAL)
            .with(say::BEGIN)
    })
}

/// Tells what a trial is, and leads into one.
pub(in crate::ui) fn try_out() -> Option<El> {
    try_link().map(|link| {
        el("section")
            .class("card help")
            .with(el("h2").with(say::TITLE))
            .with(el("p").with(say::ABOUT))
            .with(el("div").class("buttons").with(link))
    })
}
