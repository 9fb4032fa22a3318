//! Fields with labels. What is typed is handed on when the typing rests, and at the latest when
//! the field is left.

use crate::browser;
use crate::domain::Day;
use leptos::prelude::*;

/// How long typing must rest before it is handed on.
const REST_MILLIS: i64 = 600;

/// A field for a line of text.
pub(in crate::ui) fn text_field(
    label: &'static str,
    value: Signal<String>,
    change: impl Fn(String) + Copy + 'static,
) -> impl IntoView {
    let rest = resting(value, change);
    view! {
        <label class="field">
            <span>{label}</span>
            <input
                type="text"
                autocomplete="off"
                prop:value=move || value.get()
                on:input:target=move |event| rest(event.target().value())
                on:change:target=move |event| hand_on(value, event.target().value(), change)
            />
        </label>
    }
}

/// A field for several lines of text.
pub(in crate::ui) fn area_field(
    label: &'static str,
    value: Signal<String>,
    change: impl Fn(String) + Copy + 'static,
) -> impl IntoView {
    let rest = resting(value, change);
    view! {
        <label class="field">
            <span>{label}</span>
            <textarea
                rows="2"
                prop:value=move || value.get()
                on:input:target=move |event| rest(event.target().value())
                on:change:target=move |event| hand_on(value, event.target().value(), change)
            ></textarea>
        </label>
    }
}

/// A field for a day; an emptied field hands on nothing.
pub(in crate::ui) fn date_field(
    label: &'static str,
    value: Signal<Option<Day>>,
    change: impl Fn(Day) + Copy + 'static,
) -> impl IntoView {
    view! {
        <label class="field date">
            <span>{label}</span>
            <input
                type="date"
                prop:value=move || value.get().map(|day| day.to_string()).unwrap_or_default()
                on:change:target=move |event| {
                    if let Ok(day) = event.target().value().parse() {
                        change(day);
                    }
                }
            />
        </label>
    }
}

fn hand_on(value: Signal<String>, typed: String, change: impl Fn(String)) {
    if value.try_get_untracked().is_some_and(|known| known != typed) {
        change(typed);
    }
}

/// Returns a function to call with what is typed so far.
fn resting(value: Signal<String>, change: impl Fn(String) + Copy + 'static) -> impl Fn(String) + Copy {
    let latest = StoredValue::new(0_u32);
    move |typed: String| {
        let Some(serial) = latest.try_update_value(|latest| {
            *latest = latest.wrapping_add(1);
            *latest
        }) else {
            return;
        };
        browser::after(REST_MILLIS, move || {
            if latest.try_get_value() == Some(serial) {
                hand_on(value, typed, change);
            }
        });
    }
}
