//! When a duty is due, and whether it comes back.

use super::desk::Desk;
use crate::domain::{Day, Deadline, Recurrence, TaskId};
use crate::draft::{Due, Edit};
use crate::ui::dom::{El, el, live, text};
use crate::ui::parts::{date_field, text_field};
use crate::ui::state::{Memo, StoredValue};
use crate::view::draft::last_day;
use crate::words::{self, draft as say, screens};

const OFTEN: [Option<Recurrence>; 6] = [
    None,
    Some(Recurrence::Monthly),
    Some(Recurrence::Quarterly),
    Some(Recurrence::HalfYearly),
    Some(Recurrence::Yearly),
    Some(Recurrence::Term),
];

pub(super) fn time(desk: Desk, id: &TaskId) -> El {
    let task = desk.task(id);
    let id = StoredValue::new(id.clone());
    let deadline = Memo::new(move || task.with(|task| task.as_ref()?.deadline.clone()));
    let day = Memo::new(move || desk.with(|draft| last_day(draft, &id.get_value())));
    let words = Memo::new(move || {
        deadline
            .with(|due| due.as_ref().map(|due| due.words.clone()))
            .unwrap_or_default()
    });
    let set = move |words: String, day: Option<Day>| {
        desk.edit(Edit::Due(id.get_value(), Some(Due { words, day })));
    };
    let said = text(move || said(desk, deadline.get().as_ref()));
    let set_day = move |day: Day| {
        let known = words.get_untracked();
        set(
            if known.is_empty() {
                say::until(day)
            } else {
                known
            },
            Some(day),
        );
    };
    let set_words = move |words: String| {
        if words.trim().is_empty() {
            desk.edit(Edit::Due(id.get_value(), None));
        } else {
            set(words, day.get_untracked());
        }
    };
    let none = live(move || {
        deadline.with(Option::is_some).then(|| {
            el("button")
                .class("plain")
                .with(say::NO_DEADLINE)
                .on_click(move || {
                    desk.edit(Edit::Due(id.get_value(), None));
                })
        })
    });
    el("section")
        .class("items time")
        .with(el("h3").with(screens::DEADLINE))
        .with(el("p").with(said))
        .with(text_field(say::TIME_WORDS, words, set_words))
        .with(date_field(say::DAY, day, set_day))
        .with(none)
        .with(el("h3").with(say::RECURRENCE))
        .with(often(desk, id))
}

/// Says the words, the day and the rule between them.
fn said(desk: Desk, deadline: Option<&Deadline>) -> String {
    let before = desk.with(|draft| draft.plan().before_day);
    deadline.map_or_else(
        || screens::NO_DEADLINE.to_owned(),
        |deadline| words::deadline(deadline, before),
    )
}

fn often(desk: Desk, id: StoredValue<TaskId>) -> El {
    let task = desk.task(&id.get_value());
    let now = Memo::new(move || task.with(|task| task.as_ref().and_then(|task| task.recurrence)));
    let chip = move |offered: Option<Recurrence>| {
        el("button")
            .attr("type", "button")
            .class("chip")
            .attr_live("aria-pressed", move || {
                Some((now.get() == offered).to_string())
            })
            .with(offered.map_or(say::ONCE, words::recurrence))
            .on_click(move || {
                desk.edit(Edit::Recur(id.get_value(), offered));
            })
    };
    let chips: Vec<_> = OFTEN.map(chip).into();
    el("div").class("chips often").with(chips)
}
