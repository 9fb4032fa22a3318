//! Fields with labels. What is typed is handed on when the typing rests, and at the latest when
//! the field is left.

use crate::browser;
use crate::ui::dom::{El, el};
use crate::ui::state::{Memo, RwSignal, StoredValue};
use leptos::prelude::on_cleanup;

/// How long typing must rest before it is handed on.
const REST_MILLIS: i64 = 600;

/// A field for a line of text.
pub(in crate::ui) fn text_field(
    label: &str,
    value: Memo<String>,
    change: impl Fn(String) + Send + Sync + 'static,
) -> El {
    let input = el("input").attr("type", "text").attr("autocomplete", "off");
    labelled(label).with(handing_on(input, value, Box::new(change)))
}

/// A field for several lines of text.
pub(in crate::ui) fn area_field(
    label: &str,
    value: Memo<String>,
    change: impl Fn(String) + Send + Sync + 'static,
) -> El {
    labelled(label).with(handing_on(
        el("textarea").attr("rows", "2"),
        value,
        Box::new(change),
    ))
}

/// A field of a form: it holds what is typed until the form is sent.
pub(in crate::ui) fn form_field(label: &str, input: El, typed: RwSignal<String>) -> El {
    let input = input
        .attr("autocomplete", "off")
        .value(move || typed.get())
        .on_value("input", move |text| typed.set(text));
    labelled(label).with(input)
}

/// What is typed in a box of a form. It outlives a reload of the page, as by an update, until it is
/// sent or emptied.
pub(in crate::ui) fn unfinished(place: &str) -> RwSignal<String> {
    let typed = RwSignal::new(browser::unfinished(place));
    let place = place.to_owned();
    leptos::prelude::Effect::new(move || typed.with(|text| browser::keep_unfinished(&place, text)));
    typed
}

/// What is typed in a sheet and not added yet. It outlives a reload of the page, as when a phone took its room for
/// another app; whoever leaves the sheet has finished.
pub(in crate::ui) fn unfinished_in_sheet(place: &str) -> RwSignal<String> {
    let finished = place.to_owned();
    on_cleanup(move || browser::keep_unfinished(&finished, ""));
    unfinished(place)
}

/// A box or a button to choose by, with its label beside it.
pub(in crate::ui) fn choice(
    kind: &str,
    name: &str,
    label: impl Into<crate::ui::dom::Node>,
    checked: impl Fn() -> bool + Send + 'static,
    change: impl FnMut() + 'static,
) -> El {
    let mut change = change;
    let input = el("input")
        .attr("type", kind)
        .attr("name", name)
        .flag("checked", checked)
        .on("change", move |_| change());
    el("label")
        .class("choice")
        .with(input)
        .with(el("span").with(label))
}

pub(super) fn labelled(label: &str) -> El {
    el("label").class("field").with(el("span").with(label))
}

type HandOn = Box<dyn Fn(String) + Send + Sync>;

fn handing_on(input: El, value: Memo<String>, change: HandOn) -> El {
    let change = StoredValue::new(change);
    let latest = RwSignal::new(0_u32);
    let hand_on = move |typed: String| {
        // The field may be gone when the typing has rested.
        if value
            .try_get_untracked()
            .is_some_and(|known| known != typed)
        {
            change.with_value(|change| change(typed));
        }
    };
    let rest = move |typed: String| {
        let serial = latest.get_untracked().wrapping_add(1);
        latest.set(serial);
        browser::after(REST_MILLIS, move || {
            if latest.try_get_untracked() == Some(serial) {
                hand_on(typed);
            }
        });
    };
    input
        .value(move || value.get())
        .on_value("input", rest)
        .on_value("change", hand_on)
}
