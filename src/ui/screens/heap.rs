//! A heap of what arrived: what is alike, and can be chosen together.

use super::preview::{Desk, row};
use crate::browser;
use crate::ui::dom::{El, Node, el, list};
use crate::ui::state::{RwSignal, StoredValue};
use crate::words::{self, exchange as say};
use crate::workspace::{Arrival, Heap};

/// A heap with more arrivals than this is closed at first.
pub(super) const SHORT: usize = 12;

/// So many rows come at a time.
const SLICE: usize = 60;

pub(super) fn heap(desk: Desk, of: Heap, places: Vec<usize>, arrivals: &[Arrival]) -> El {
    let is_short = places.len() <= SHORT;
    let all = places.len();
    let shown = RwSignal::new(if is_short { all } else { 0 });
    let title = el("span").class("name").with(say::heap(of));
    let count = el("span").class("count").with(words::count(places.len()));
    let can_choose = places.len() > 1 && places.iter().any(|place| arrivals[*place].brings());
    el("details")
        .class("heap")
        .flag("open", move || is_short)
        .on("toggle", move |_| show_more(shown, all))
        .with(el("summary").with(title).with(" ").with(count))
        .with(can_choose.then(|| choose_all(desk, places.clone())))
        .with(el("ul").with(rows(desk, places, shown)))
}

/// The first rows of a heap; a change of one leaves the others in place.
fn rows(desk: Desk, places: Vec<usize>, shown: RwSignal<usize>) -> Node {
    let keys = move || {
        let shown = places.iter().take(shown.get());
        shown.map(ToString::to_string).collect()
    };
    list(keys, move |key: String| {
        let place = key.parse().unwrap_or_default();
        desk.found
            .with_value(|found| row(desk, place, &found.arrivals[place]))
    })
}

/// Those of thousands of files come when they are asked for, some at a time, so that the page answers in between.
fn show_more(shown: RwSignal<usize>, all: usize) {
    shown.try_update(|shown| *shown = (*shown + SLICE).min(all));
    if shown.try_get_untracked().is_some_and(|shown| shown < all) {
        browser::after_paint(move || show_more(shown, all));
    }
}

/// Chooses a whole heap, or none of it.
fn choose_all(desk: Desk, places: Vec<usize>) -> El {
    let places = StoredValue::new(places);
    let button = move |label: &str, choice: bool| {
        el("button").class("plain").with(label).on_click(move || {
            desk.chosen.update(|chosen| {
                places.with_value(|places| {
                    for place in places {
                        chosen[*place] = choice;
                    }
                });
            });
        })
    };
    el("p")
        .class("buttons")
        .with(button(say::TAKE_ALL, true))
        .with(button(say::TAKE_NONE, false))
}
