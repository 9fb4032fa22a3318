//! A field to choose by from a list.

use crate::ui::dom::{El, el};
use crate::ui::state::Memo;
use crate::view::Markup;

/// The options of a list that are being put together: as markup, since there may be thousands.
pub(in crate::ui) struct Options {
    /// The value that is chosen.
    chosen: String,
    markup: Markup,
}

/// Shows the options of a list, which is built anew with what it is computed from.
pub(in crate::ui) fn select_field(
    label: &str,
    chosen: impl Fn() -> String + Send + Sync + 'static,
    add: impl Fn(&mut Options) + Send + Sync + 'static,
    change: impl FnMut(String) + 'static,
) -> El {
    // A list that is open is not to be written anew for nothing.
    let options = Memo::new(move || {
        let mut options = Options {
            chosen: chosen(),
            markup: Markup::default(),
        };
        add(&mut options);
        options.markup
    });
    let select = el("select")
        .markup(move || options.get())
        .on_value("change", change);
    el("label")
        .class("field")
        .with(el("span").with(label))
        .with(select)
}

impl Options {
    pub(in crate::ui) fn add(&mut self, value: &str, words: &str) {
        let attributes = [("value", value), ("selected", "")];
        let count = if value == self.chosen { 2 } else { 1 };
        self.markup.element("option", &attributes[..count], words);
    }

    /// Adds some under a heading.
    pub(in crate::ui) fn group(&mut self, label: &str, add: impl FnOnce(&mut Self)) {
        self.markup.open("optgroup", &[("label", label)]);
        add(self);
        self.markup.close("optgroup");
    }
}
