//! A field for a day. Of a year that is typed a browser tells each digit as another day, so what is typed counts when
//! the field is left; what is picked from a calendar counts at once.

use super::field::labelled;
use crate::browser;
use crate::domain::{Day, day_from_iso};
use crate::ui::dom::{El, el, text};
use crate::ui::state::{Memo, RwSignal};
use crate::words;
use std::rc::Rc;

/// The first and the last day that any field takes: a year that is half typed lies before.
pub(in crate::ui) const ANY_DAY: (Day, Day) = (
    Day::from_ymd_opt(1900, 1, 1).expect("a day"),
    Day::from_ymd_opt(2999, 12, 31).expect("a day"),
);

/// Shows a field for any day; an emptied field hands on nothing.
pub(in crate::ui) fn date_field(
    label: &str,
    value: Memo<Option<Day>>,
    change: impl Fn(Day) + 'static,
) -> El {
    date_field_within(label, value, Memo::new(|| ANY_DAY), change)
}

/// Shows a field for a day from the first to the last of two. Another one is not handed on, and the field says so.
pub(in crate::ui) fn date_field_within(
    label: &str,
    value: Memo<Option<Day>>,
    within: Memo<(Day, Day)>,
    change: impl Fn(Day) + 'static,
) -> El {
    let is_typed = RwSignal::new(false);
    let is_refused = RwSignal::new(false);
    let hand_on = Rc::new(move |typed: String| {
        // A field that goes while it has the focus is left when nothing of it is there any more.
        if is_typed.try_get_untracked().is_none() {
            return;
        }
        is_typed.set(false);
        let Some(day) = day_from_iso(&typed) else {
            return is_refused.set(false);
        };
        let (first, last) = within.get_untracked();
        let is_within = (first..=last).contains(&day);
        is_refused.set(!is_within);
        if is_within && value.get_untracked() != Some(day) {
            change(day);
        }
    });
    let (picked, left) = (hand_on.clone(), hand_on.clone());
    let input = el("input")
        .attr("type", "date")
        .attr_live("min", move || Some(within.get().0.to_string()))
        .attr_live("max", move || Some(within.get().1.to_string()))
        .attr_live("aria-invalid", move || {
            is_refused.get().then(|| "true".to_owned())
        })
        .value(move || value.get().map(|day| day.to_string()).unwrap_or_default())
        .on("keydown", move |event| {
            if browser::is_enter(&event) || browser::is_escape(&event) {
                hand_on(browser::typed(&event));
            } else {
                is_typed.set(true);
            }
        })
        .on_value("change", move |day| {
            if !is_typed.get_untracked() {
                picked(day);
            }
        })
        .on_value("blur", move |day| left(day));
    // A browser set to another language shows the day in another order, so it is said here too.
    let said = text(move || {
        if is_refused.get() {
            words::days_within(within.get())
        } else {
            value.get().map(words::date).unwrap_or_default()
        }
    });
    labelled(label)
        .class("field date")
        .with(input)
        .with(el("small").attr("aria-live", "polite").with(said))
}
