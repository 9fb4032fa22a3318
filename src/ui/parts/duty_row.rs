//! A duty in a list, as markup: tick, words, calendar leaf.

use super::leaf::add_leaf;
use super::sign::add_sign;
use crate::domain::Status;
use crate::progress::Verdict;
use crate::view::{Markup, Route, Row, Screen};
use crate::words::{self, screens as say};

/// Whose duties are listed, and whether they can be ticked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Owner {
    /// The unit that works on this device.
    Me,
    /// Another unit: to look at.
    Other,
    /// Nobody in particular: the duties as the plan states them.
    Nobody,
}

/// What of a row changes while the row stays.
pub(super) struct Parts {
    pub(super) is_done: bool,
    /// The words of the duty, and below them its line of facts.
    pub(super) body: Markup,
    pub(super) leaf: Markup,
}

impl Parts {
    pub(super) fn of(row: &Row) -> Self {
        let mut leaf = Markup::default();
        add_leaf(&mut leaf, row.countdown, row.standing);
        Self {
            is_done: row.is_done(),
            body: body(row),
            leaf,
        }
    }
}

/// Adds a row to markup, as an item of a list.
pub(super) fn add_row(list: &mut Markup, id: &str, row: &Row, owner: Owner, screen: &Screen) {
    let Parts {
        is_done,
        body,
        leaf,
    } = Parts::of(row);
    list.open("li", &[("role", "listitem"), ("class", "duty"), ("id", id)]);
    let tag = if owner == Owner::Me {
        let label = [say::MARK_DONE, ": ", &words::task_path(&row.duty.path)].concat();
        let checked = if is_done { "true" } else { "false" };
        let attributes = [
            ("class", "tick"),
            ("role", "checkbox"),
            ("aria-checked", checked),
            ("aria-label", &label),
        ];
        list.open("button", &attributes);
        "button"
    } else {
        // What another unit said stands in the tick's place.
        list.open(
            "span",
            &[("class", still(is_done)), ("aria-hidden", "true")],
        );
        "span"
    };
    list.element("i", &[], "");
    list.close(tag);
    list.open("a", &[("class", "body"), ("href", &address(row, screen))]);
    list.add(&body);
    list.close("a");
    list.add(&leaf);
    list.close("li");
}

/// The class of what stands in the place of a tick that cannot be pressed.
pub(super) fn still(is_done: bool) -> &'static str {
    if is_done {
        "tick still done"
    } else {
        "tick still"
    }
}

/// Returns where a row leads: to the duty's own sheet, or into the plan.
fn address(row: &Row, screen: &Screen) -> String {
    let route = match &row.unit {
        Some(unit) => Route::to(screen.clone()).with_duty(unit, &row.id),
        None => Route::to(Screen::PlanAt(row.id.plan.clone(), row.id.task.clone())),
    };
    route.address()
}

fn body(row: &Row) -> Markup {
    let mut body = Markup::default();
    body.element("span", &[("class", "action")], &row.duty.action);
    body.open("span", &[("class", "facts")]);
    add_sign(&mut body, row.standing);
    match row.part() {
        Some(part) => body.element("b", &[], words::part(part)),
        None => body.element("b", &[], &row.duty.leads),
    }
    for fact in facts(row).iter().filter(|fact| !fact.is_empty()) {
        body.element("span", &[], fact);
    }
    if let Some(verdict) = row.gist.verdict {
        let class = match verdict {
            Verdict::Accepted => "judged",
            Verdict::Returned | Verdict::ExplanationAsked => "warn",
        };
        body.element("b", &[("class", class)], words::verdict(verdict));
    }
    if row.gist.has_conflict {
        body.element("b", &[("class", "warn")], say::DIFFERS);
    }
    body.close("span");
    body
}

/// What is to be told of a duty, each apart; some of it may be empty.
fn facts(row: &Row) -> Vec<String> {
    let gist = &row.gist;
    let path = words::task_path(&row.duty.path);
    let mut facts = vec![[&row.plan_name, " · ", path.as_str()].concat()];
    let time = row.id.period.map(words::period);
    facts.extend(time.or_else(|| row.duty.time.clone()));
    if matches!(gist.status, Status::InProgress | Status::Paused) {
        facts.push(words::status_name(&gist.status).to_owned());
    }
    facts.push(gist.person.clone());
    facts.extend(gist.document.clone());
    if gist.steps.1 > 0 {
        facts.push(say::steps_done(gist.steps.0, gist.steps.1));
    }
    if !row.missed.is_empty() {
        facts.push(words::missed(row.missed.len()));
    }
    facts
}
