//! A duty in a list: tick, words, calendar leaf.

use super::icon::{Icon, icon};
use super::leaf::leaf;
use super::sign::sign;
use crate::domain::{Status, UnitId};
use crate::progress::{Field, Slot, Value};
use crate::ui::session::{Session, session};
use crate::view::{DutyId, Route, Row};
use crate::words::{self, screens as say};
use crate::workspace::{Action, Edit, RecordId};
use leptos::prelude::*;

/// Lists duties. A row stays in place while its content changes, so that the focus is kept.
pub(in crate::ui) fn duty_list(rows: Signal<Vec<Row>>, unit: Option<UnitId>, can_tick: bool) -> impl IntoView {
    let ids = move || rows.with(|rows| rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>());
    let item = move |id: DutyId| {
        let row = Memo::new(move |_| rows.with(|rows| rows.iter().find(|row| row.id == id).cloned()));
        duty_row(row, unit.clone(), can_tick)
    };
    view! {
        <ul class="duties">
            <For each=ids key=Clone::clone children=item />
        </ul>
    }
}

/// Shows one duty. Without a unit it only leads to its place in the plan.
fn duty_row(row: Memo<Option<Row>>, unit: Option<UnitId>, can_tick: bool) -> impl IntoView {
    let session = session();
    let mark = if can_tick { tick(row, unit.clone()) } else { still(row) };
    let address = move || row.get().map(|row| address(session, &row, unit.as_ref()));
    let action = move || row.get().map(|row| row.action);
    let facts = move || row.get().map(|row| facts(&row));
    let count = move || row.get().map(|row| leaf(row.countdown, row.standing));
    view! {
        <li class="duty" class:without-tick=!can_tick>
            {mark}
            <a class="body" href=address>
                <span class="action">{action}</span>
                {facts}
            </a>
            {count}
        </li>
    }
}

/// Returns where a row leads: to the duty's own sheet, or into the plan.
fn address(session: Session, row: &Row, unit: Option<&UnitId>) -> String {
    match unit {
        Some(unit) => session.route.with(|route| route.with_duty(unit, &row.id)).address(),
        None => Route::to(crate::view::Screen::Plan(Some(row.id.plan.clone()))).address(),
    }
}

/// The tick itself stays the same element, so that it keeps the focus when it is pressed.
fn tick(row: Memo<Option<Row>>, unit: Option<UnitId>) -> AnyView {
    let session = session();
    let done = is_done(row);
    let label = move || row.get().map(|row| format!("{}: {}", say::MARK_DONE, words::task_path(&row.path)));
    let press = move |_| {
        if let (Some(row), Some(unit)) = (row.get_untracked(), &unit) {
            toggle(session, unit, &row);
        }
    };
    view! {
        <button class="tick" role="checkbox" aria-checked=move || done.get().to_string() aria-label=label on:click=press>
            <i>{move || done.get().then(|| icon(Icon::Check))}</i>
        </button>
    }
    .into_any()
}

/// Shows in the tick's place what another unit said.
fn still(row: Memo<Option<Row>>) -> AnyView {
    let done = is_done(row);
    view! {
        <span class="tick still" class:done=move || done.get() aria-hidden="true">
            <i>{move || done.get().then(|| icon(Icon::Check))}</i>
        </span>
    }
    .into_any()
}

fn is_done(row: Memo<Option<Row>>) -> Memo<bool> {
    Memo::new(move |_| row.with(|row| row.as_ref().is_some_and(|row| row.status.is_done())))
}

/// Marks a duty done today, or takes the mark back.
fn toggle(session: Session, unit: &UnitId, row: &Row) {
    let status = row.toggled(session.today.get_untracked());
    let said = format!("{}: {}", words::task_path(&row.path), words::status(&status));
    let write = |status: Status| {
        let record = RecordId { plan: row.id.plan.clone(), unit: unit.clone() };
        let slot = Slot::new(&row.id.task, row.id.period, Field::Status);
        Action::Edit(record, Edit::Write(slot, Value::Status(status)))
    };
    session.act_with_undo(write(status), said, write(row.status.clone()));
}

/// The line of facts below a duty's words.
fn facts(row: &Row) -> AnyView {
    let part = row.part.map(|part| view! { <b>{words::part(part)}</b> });
    let leads = row.part.is_none().then(|| view! { <b>{row.leads.clone()}</b> });
    let place = format!("{} · {}", row.plan_name, words::task_path(&row.path));
    let time = row.id.period.map(words::period).or_else(|| row.time.clone());
    let said = match &row.status {
        Status::InProgress | Status::Paused => Some(words::status_name(&row.status)),
        _ => None,
    };
    let missed = (!row.missed.is_empty()).then(|| words::missed(row.missed.len()));
    let steps = (row.steps.1 > 0).then(|| say::steps_done(row.steps.0, row.steps.1));
    let plain = [Some(place), time, said.map(str::to_owned), Some(row.person.clone()), row.document.clone(), steps, missed];
    let plain = plain.into_iter().flatten().filter(|fact| !fact.is_empty());
    view! {
        <span class="facts">
            {sign(row.standing, words::sign_name(row.standing))}
            {part}
            {leads}
            {plain.map(|fact| view! { <span>{fact}</span> }).collect_view()}
            {row.has_conflict.then(|| view! { <b class="warn">{say::DIFFERS}</b> })}
        </span>
    }
    .into_any()
}
