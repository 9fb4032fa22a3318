//! A field to choose by from a list.

use crate::ui::dom::{El, el, live};

/// Shows the options of a list, which is built anew with what it is computed from; they are told which
/// value is chosen.
pub(in crate::ui) fn select_field(
    label: &str,
    chosen: impl Fn() -> String + Send + 'static,
    options: impl Fn(&str) -> Vec<El> + Send + 'static,
    change: impl FnMut(String) + 'static,
) -> El {
    let select = el("select")
        .with(live(move || options(&chosen())))
        .on_value("change", change);
    el("label")
        .class("field")
        .with(el("span").with(label))
        .with(select)
}

pub(in crate::ui) fn option(value: &str, words: &str, chosen: &str) -> El {
    let is_chosen = value == chosen;
    el("option")
        .attr("value", value)
        .flag("selected", move || is_chosen)
        .with(words)
}
