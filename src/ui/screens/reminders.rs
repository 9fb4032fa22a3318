//! Nhắc việc: whom to remind, and texts to be sent to them.

use super::fold::fold;
use super::overview::Desk;
use crate::domain::UnitId;
use crate::ui::dom::{El, Node, el, live, text};
use crate::ui::state::{Memo, RwSignal};
use crate::view::Reminder;
use crate::words::{overview as say, reminder as written};

/// The text that was copied last, and of which unit it is; of none where it is for all.
type Copied = RwSignal<Option<(Option<UnitId>, String)>>;

pub(super) fn reminders(desk: Desk) -> El {
    let reminders = Memo::new(move || {
        let today = desk.session.today.get();
        desk.shown.with(|shown| shown.reminders(today))
    });
    let facts = text(move || say::to_remind(reminders.with(Vec::len)));
    let fold = fold(say::REMINDERS, facts, move || {
        let copied = RwSignal::new(None);
        live(move || reminders.with(|reminders| list(desk, reminders, copied)))
    });
    el("section").class("remind").with(fold)
}

fn list(desk: Desk, reminders: &[Reminder], copied: Copied) -> Node {
    if reminders.is_empty() {
        return el("p").class("empty").with(say::NOBODY_TO_REMIND).into();
    }
    let all = reminders.to_vec();
    let common = el("button")
        .class("second wide")
        .attr("type", "button")
        .with(say::COPY_ALL)
        .on_click(move || copy(desk, copied, None, written::common(&all)));
    let units: Vec<_> = reminders.iter().map(|it| unit(desk, it, copied)).collect();
    Node::from(vec![
        common.into(),
        shown(copied, None),
        el("ul").class("reports").with(units).into(),
    ])
}

fn unit(desk: Desk, reminder: &Reminder, copied: Copied) -> El {
    let id = Some(reminder.unit.id.clone());
    let of = id.clone();
    // The text is written when it is asked for: there may be hundreds.
    let write = move || {
        let today = desk.session.today.get_untracked();
        let reminders = desk.whole.with_untracked(|whole| whole.reminders(today));
        let mut reminders = reminders.iter();
        let reminder = reminders.find(|it| Some(&it.unit.id) == of.as_ref());
        let text = reminder.map(written::text).unwrap_or_default();
        copy(desk, copied, of.clone(), text);
    };
    let button = el("button")
        .class("second")
        .attr("type", "button")
        .attr(
            "aria-label",
            &format!("{} – {}", say::COPY, reminder.unit.name),
        )
        .with(say::COPY)
        .on_click(write);
    el("li")
        .with(el("span").class("name").with(reminder.unit.name.as_str()))
        .with(el("small").with(written::state(reminder)))
        .with(button)
        .with(shown(copied, id))
}

/// The text that was copied last, where it was asked for: to be read, and to be taken by hand where the
/// browser copies nothing.
fn shown(copied: Copied, of: Option<UnitId>) -> Node {
    live(move || {
        let text = copied.with(|copied| {
            let (unit, text) = copied.as_ref()?;
            (*unit == of).then(|| text.clone())
        })?;
        let area = el("textarea")
            .attr("readonly", "")
            .attr("rows", "8")
            .value(move || text.clone());
        let label = el("label").class("field copied");
        Some(label.with(el("span").with(say::REMINDER_TEXT)).with(area))
    })
}

fn copy(desk: Desk, copied: Copied, of: Option<UnitId>, text: String) {
    copied.set(Some((of, text.clone())));
    crate::ui::parts::copy(desk.session, text, say::COPIED);
}
