//! A duty in a list: tick, words, calendar leaf.

use super::icon::{Icon, icon};
use super::leaf::leaf;
use super::sign::sign;
use crate::domain::{Status, UnitId};
use crate::progress::{Field, Slot, Value, Verdict};
use crate::ui::dom::{El, Node, el, list, live, text};
use crate::ui::session::Session;
use crate::ui::state::Memo;
use crate::view::{DutyId, Route, Row, Screen, blocks};
use crate::words::{self, screens as say};
use crate::workspace::{Action, Edit, RecordId};
use std::sync::Arc;

/// Lists with more rows than these are put together from blocks.
const MOST_WHOLE: usize = 100;

type Rows = Memo<Vec<Arc<Row>>>;

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

/// Lists duties. A row stays in place while its content changes, so that the focus is kept.
pub(in crate::ui) fn duty_list(session: Session, rows: Rows, owner: Owner) -> Node {
    let is_long = Memo::new(move || rows.with(Vec::len) > MOST_WHOLE);
    live(move || {
        if is_long.get() {
            in_blocks(session, rows, owner)
        } else {
            el("ul").class("duties").with(items(session, rows, owner))
        }
    })
}

/// What changes in a long list concerns the rows of one block, which is laid out by itself.
fn in_blocks(session: Session, rows: Rows, owner: Owner) -> El {
    let blocks = Memo::new(move || rows.with(|rows| blocks(rows)));
    let keys = move || {
        blocks.with(|blocks| {
            blocks
                .iter()
                .filter_map(|it| it.first())
                .map(|row| row.id.key())
                .collect()
        })
    };
    let block = move |first: String| {
        let first = DutyId::parse(&first);
        let rows = Memo::new(move || {
            let is_it = |block: &&Vec<Arc<Row>>| block.first().map(|row| &row.id) == first.as_ref();
            blocks.with(|blocks| blocks.iter().find(is_it).cloned().unwrap_or_default())
        });
        el("div")
            .attr("role", "presentation")
            .with(items(session, rows, owner))
    };
    el("div")
        .class("duties long")
        .attr("role", "list")
        .with(list(keys, block))
}

fn items(session: Session, rows: Rows, owner: Owner) -> Node {
    let keys = Memo::new(move || rows.with(|rows| rows.iter().map(|row| row.id.key()).collect()));
    let item = move |key: String| {
        let id = DutyId::parse(&key);
        let row = Memo::new(move || {
            let is_it = |row: &&Arc<Row>| Some(&row.id) == id.as_ref();
            rows.with(|rows| rows.iter().find(is_it).cloned())
        });
        duty_row(session, row, owner)
    };
    list(move || keys.get(), item)
}

fn duty_row(session: Session, row: Memo<Option<Arc<Row>>>, owner: Owner) -> El {
    let mark = match owner {
        Owner::Me => tick(session, row),
        Owner::Other | Owner::Nobody => still(row),
    };
    let address = move || row.get().map(|row| address(session, &row));
    let body = el("a")
        .class("body")
        .attr_live("href", address)
        .with(el("span").class("action").with(text(move || {
            row.get().map(|row| row.action.clone()).unwrap_or_default()
        })))
        .with(live(move || row.get().map(|row| facts(&row))));
    el("li")
        .attr("role", "listitem")
        .class("duty")
        .with(mark)
        .with(body)
        .with(live(move || {
            row.get().map(|row| leaf(row.countdown, row.standing))
        }))
}

/// Returns where a row leads: to the duty's own sheet, or into the plan.
fn address(session: Session, row: &Row) -> String {
    match &row.unit {
        Some(unit) => session
            .route
            .with(|route| route.with_duty(unit, &row.id))
            .address(),
        None => Route::to(Screen::PlanAt(row.id.plan.clone(), row.id.task.clone())).address(),
    }
}

/// The tick itself stays the same element, so that it keeps the focus when it is pressed.
fn tick(session: Session, row: Memo<Option<Arc<Row>>>) -> El {
    let done = is_done(row);
    let label = move || {
        row.get()
            .map(|row| format!("{}: {}", say::MARK_DONE, words::task_path(&row.path)))
    };
    let press = move || {
        let row = row.get_untracked();
        if let Some((row, unit)) = row.as_ref().and_then(|row| Some((row, row.unit.as_ref()?))) {
            toggle(session, unit, row);
        }
    };
    el("button")
        .class("tick")
        .attr("role", "checkbox")
        .attr_live("aria-checked", move || Some(done.get().to_string()))
        .attr_live("aria-label", label)
        .on_click(press)
        .with(el("i").with(live(move || done.get().then(|| icon(Icon::Check)))))
}

/// Shows in the tick's place what another unit said.
fn still(row: Memo<Option<Arc<Row>>>) -> El {
    let done = is_done(row);
    el("span")
        .class_live(move || {
            if done.get() {
                "tick still done"
            } else {
                "tick still"
            }
            .to_owned()
        })
        .attr("aria-hidden", "true")
        .with(el("i").with(live(move || done.get().then(|| icon(Icon::Check)))))
}

fn is_done(row: Memo<Option<Arc<Row>>>) -> Memo<bool> {
    Memo::new(move || row.with(|row| row.as_ref().is_some_and(|row| row.status.is_done())))
}

/// Marks a duty done today, or takes the mark back.
fn toggle(session: Session, unit: &UnitId, row: &Row) {
    let status = row.toggled(session.today.get_untracked());
    let said = format!(
        "{}: {}",
        words::task_path(&row.path),
        words::status(&status)
    );
    let write = |status: Status| {
        let record = RecordId {
            plan: row.id.plan.clone(),
            unit: unit.clone(),
        };
        let slot = Slot::new(&row.id.task, row.id.period, Field::Status);
        Action::Edit(record, Edit::Write(slot, Value::Status(status)))
    };
    session.act_with_undo(write(status), said, write(row.status.clone()));
}

/// What was said of what the unit says now.
fn judged(row: &Row) -> Option<El> {
    let review = row.review.as_ref().filter(|_| !row.is_answered)?;
    let class = match review.verdict {
        Verdict::Accepted => "judged",
        Verdict::Returned | Verdict::ExplanationAsked => "warn",
    };
    let said = el("b").class(class).with(words::verdict(review.verdict));
    Some(said)
}

/// The line of facts below a duty's words.
fn facts(row: &Row) -> El {
    let who = row
        .part
        .map_or_else(|| row.leads.clone(), |part| words::part(part).to_owned());
    let place = format!("{} · {}", row.plan_name, words::task_path(&row.path));
    let time = row
        .id
        .period
        .map(words::period)
        .or_else(|| row.time.clone());
    let said = matches!(row.status, Status::InProgress | Status::Paused)
        .then(|| words::status_name(&row.status).to_owned());
    let missed = (!row.missed.is_empty()).then(|| words::missed(row.missed.len()));
    let steps = (row.steps.1 > 0).then(|| say::steps_done(row.steps.0, row.steps.1));
    let plain = [
        Some(place),
        time,
        said,
        Some(row.person.clone()),
        row.document.clone(),
        steps,
        missed,
    ];
    let plain: Vec<_> = plain
        .into_iter()
        .flatten()
        .filter(|fact| !fact.is_empty())
        .map(|fact| el("span").with(fact))
        .collect();
    el("span")
        .class("facts")
        .with(sign(row.standing, words::sign_name(row.standing)))
        .with(el("b").with(who))
        .with(Node::from(plain))
        .with(judged(row))
        .with(
            row.has_conflict
                .then(|| el("b").class("warn").with(say::DIFFERS)),
        )
}
