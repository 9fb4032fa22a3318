//! Việc của đơn vị: what a unit leads and supports, on each plan.

use crate::domain::{Plan, UnitId};
use crate::ui::parts::{Icon, duty_list, header, icon};
use crate::ui::session::{Session, session};
use crate::view::{self, Checklist, Row, Screen, Tally};
use crate::words::{self, screens as say};
use crate::workspace::Action;
use leptos::prelude::*;

pub(in crate::ui) fn unit(unit: UnitId) -> AnyView {
    let session = session();
    let Some(name) = session.workspace.with_untracked(|known| known.unit_name(&unit).map(str::to_owned)) else {
        return view! {
            {header(say::UNITS, (), ())}
            <p class="empty">{say::NO_SUCH_UNIT}" "<a href="#/don-vi">{say::ALL_UNITS}</a></p>
        }
        .into_any();
    };
    let id = StoredValue::new(unit.clone());
    let is_me = Memo::new(move |_| session.me() == Some(id.get_value()));
    let plans: Vec<_> = session.workspace.with_untracked(|known| view::plans_of(known, &unit).into_iter().cloned().collect());
    view! {
        {header(say::CHECKLIST, (), ())}
        <section class="who-am-i card">
            <div class="grow">
                <p class="below">{move || is_me.get().then_some(say::I_AM)}</p>
                <p class="name">{name}</p>
            </div>
            <a class="second" href="#/don-vi">{icon(Icon::Units)}{move || if is_me.get() { say::CHANGE } else { say::ALL_UNITS }}</a>
        </section>
        {move || (!is_me.get()).then(|| become_unit(session, id.get_value()))}
        // Whether rows can be ticked depends on who works here.
        {move || {
            let is_me = is_me.get();
            plans.iter().map(|plan| on_plan(session, plan, id.get_value(), is_me)).collect_view()
        }}
        {move || is_me.get().then(|| view! {
            <p class="send"><a class="button" href="#/gui-nhan">{icon(Icon::Share)}{say::SEND_RESULT}</a></p>
        })}
    }
    .into_any()
}

fn become_unit(session: Session, unit: UnitId) -> AnyView {
    let choose = move |_| {
        session.act(Action::ChooseMe(unit.clone()));
    };
    view! {
        <section class="card">
            <p>{say::READ_ONLY}</p>
            <button class="button" on:click=choose>{say::I_AM_THIS}</button>
        </section>
    }
    .into_any()
}

fn on_plan(session: Session, plan: &Plan, unit: UnitId, is_me: bool) -> AnyView {
    let (id, of) = (plan.id.clone(), unit.clone());
    let checklist = Memo::new(move |_| {
        session.workspace.with(|workspace| view::checklist(workspace, &id, &of, session.today.get()))
    });
    let list = move |title: &'static str, rows: fn(&Checklist) -> &Vec<Row>| {
        let rows = Signal::derive(move || checklist.with(|checklist| rows(checklist).clone()));
        let unit = unit.clone();
        (move || {
            let unit = unit.clone();
            (!rows.with(Vec::is_empty)).then(move || view! {
                <h3>{title} <span class="count">{move || rows.with(Vec::len)}</span></h3>
                {duty_list(rows, Some(unit), is_me)}
            })
        })
        .into_any()
    };
    view! {
        <section>
            <h2>{plan.short_name().to_owned()}</h2>
            {progress(Signal::derive(move || checklist.with(Checklist::tally)))}
            {move || checklist.with(Checklist::is_empty).then(|| view! { <p class="empty">{say::NO_DUTIES}</p> })}
            {list(words::part(crate::domain::Part::Lead), |checklist| &checklist.lead)}
            {list(words::part(crate::domain::Part::Support), |checklist| &checklist.support)}
        </section>
    }
    .into_any()
}

/// How far the unit is, as a bar and in words.
fn progress(tally: Signal<Tally>) -> AnyView {
    let share = move |count: fn(Tally) -> usize| {
        let tally = tally.get();
        format!("flex-grow:{}", count(tally))
    };
    view! {
        <div class="progress">
            <span class="bar-of" aria-hidden="true">
                <i class="green" style=move || share(|tally| tally.done)></i>
                <i class="lacquer" style=move || share(|tally| tally.overdue)></i>
                <i class="rest" style=move || share(|tally| tally.open)></i>
            </span>
            <span>{move || words::percent_done(tally.get().done, tally.get().all())}</span>
        </div>
    }
    .into_any()
}

/// Chooses a unit and goes to its checklist.
pub(super) fn choose(session: Session, unit: &UnitId) {
    if session.act(Action::ChooseMe(unit.clone())) {
        session.go(Screen::Unit(unit.clone()));
    }
}
