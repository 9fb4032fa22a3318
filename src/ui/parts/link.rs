//! A link that looks like a button.

use crate::ui::dom::{El, el};
use crate::view::{Route, Screen};

pub(in crate::ui) fn link(screen: Screen, label: &str) -> El {
    el("a")
        .class("second")
        .attr("href", &Route::to(screen).address())
        .with(label)
}
