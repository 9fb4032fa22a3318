//! Nhắc việc: whom to remind, and texts to be sent to them.

use super::fold::fold;
use super::overview::Desk;
use crate::browser;
use crate::domain::Day;
use crate::ui::dom::{El, Node, el, live, text};
use crate::ui::parts::{IN_SIGHT, copy, long_list};
use crate::ui::state::{Memo, RwSignal};
use crate::view::{Markup, Overview, UnitLine};
use crate::words::{overview as say, reminder as written};
use std::sync::Arc;

/// The element below which the text stands that was copied last: to be read, and to be taken by hand where the browser
/// copies nothing.
type Copied = RwSignal<Option<String>>;

const ALL: &str = "reminder-for-all";

pub(super) fn reminders(desk: Desk) -> El {
    let lines = Memo::new(move || desk.shown.with(Overview::to_remind));
    let facts = text(move || say::to_remind(lines.with(Vec::len)));
    let fold = fold(say::REMINDERS, facts, move || {
        live(move || list(desk, lines, desk.session.today.get()))
    });
    el("section").class("remind").with(fold)
}

fn list(desk: Desk, lines: Memo<Vec<Arc<UnitLine>>>, today: Day) -> Node {
    let copied = RwSignal::new(None);
    let is_empty = Memo::new(move || lines.with(Vec::is_empty));
    let all = el("button")
        .class("second wide")
        .attr("type", "button")
        .flag("hidden", move || is_empty.get())
        .with(say::COPY_ALL)
        .on_click(move || {
            let reminders = desk.shown.with_untracked(|shown| shown.reminders(today));
            show(desk, copied, ALL, written::common(&reminders));
        });
    let none = live(move || {
        let none = el("p").class("empty").with(say::NOBODY_TO_REMIND);
        is_empty.get().then_some(none)
    });
    // The text is written when it is asked for: there may be thousands.
    let pressed = move |_: &str, row: &str, line: &UnitLine| {
        let reminder = desk
            .whole
            .with_untracked(|whole| whole.reminder(line, today));
        show(desk, copied, row, written::text(&reminder));
    };
    let draw = move |line: &UnitLine| unit(desk, line, today);
    Node::from(vec![
        none,
        all.into(),
        el("div").attr("id", ALL).into(),
        long_list(("reports", ""), IN_SIGHT, lines, draw, pressed).into(),
    ])
}

fn unit(desk: Desk, line: &UnitLine, today: Day) -> Markup {
    let reminder = desk
        .whole
        .with_untracked(|whole| whole.reminder(line, today));
    let label = format!("{} – {}", say::COPY, line.unit.name);
    let mut html = Markup::default();
    html.element("span", &[("class", "name")], &line.unit.name);
    html.element("small", &[], &written::state(&reminder));
    let attributes = [
        ("class", "second"),
        ("type", "button"),
        ("aria-label", &label),
        ("data-do", "copy"),
    ];
    html.element("button", &attributes, say::COPY);
    html
}

/// Copies a text, and shows it where it was asked for.
fn show(desk: Desk, copied: Copied, place: &str, text: String) {
    if let Some(before) = copied.get_untracked() {
        browser::remove_part(&before, ".copied");
    }
    let mut html = Markup::default();
    html.open("label", &[("class", "field copied")]);
    html.element("span", &[], say::REMINDER_TEXT);
    html.element("textarea", &[("readonly", ""), ("rows", "8")], &text);
    html.close("label");
    browser::add_last(place, &html.into_text());
    copied.set(Some(place.to_owned()));
    copy(desk.session, text, say::COPIED);
}
