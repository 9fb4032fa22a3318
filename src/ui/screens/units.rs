//! Đơn vị: all units and groups; who I am.

use super::groups::group;
use super::unit::choose;
use crate::domain::{GroupId, Plan, Unit, UnitId};
use crate::ui::parts::header;
use crate::ui::session::{Session, session};
use crate::view::{self, Route, Screen};
use crate::words::{self, screens as say};
use leptos::prelude::*;

pub(in crate::ui) fn units() -> impl IntoView {
    let session = session();
    let me = move || {
        let me = session.me()?;
        session.workspace.with(|known| known.unit_name(&me).map(|name| format!("{}: {name}", say::I_AM)))
    };
    let plans: Vec<_> = session.workspace.with_untracked(|known| known.plans.values().cloned().collect());
    view! {
        {header(say::UNITS, move || me().unwrap_or_else(|| say::CHOOSE_FIRST.to_owned()), ())}
        {plans.into_iter().map(|plan| of_plan(session, plan)).collect_view()}
    }
}

fn of_plan(session: Session, plan: Plan) -> AnyView {
    let id = StoredValue::new(plan.id.clone());
    // Units that stand in a group are listed there.
    let units = Memo::new(move |_| {
        session.workspace.with(|known| {
            let Some(roster) = known.rosters.get(&id.get_value()) else { return Vec::new() };
            roster.units.iter().filter(|unit| roster.groups_of(&unit.id).is_empty()).cloned().collect::<Vec<_>>()
        })
    });
    let groups: Vec<GroupId> = session.workspace.with_untracked(|known| {
        known.rosters.get(&plan.id).map(|roster| roster.groups.iter().map(|group| group.id.clone()).collect()).unwrap_or_default()
    });
    view! {
        <section>
            <h2>{say::NAMED_UNITS}<span class="count">{plan.short_name().to_owned()}</span></h2>
            <ul class="units">
                <For each=move || units.get() key=|unit| (unit.id.clone(), unit.name.clone()) children=move |unit| unit_row(session, id.get_value(), &unit) />
            </ul>
            <h2>{say::GROUPS}</h2>
            <p class="hint">{say::GROUPS_HINT}</p>
            {groups.into_iter().map(|id| group(session, plan.id.clone(), id)).collect_view()}
        </section>
    }
    .into_any()
}

/// A unit with its progress on a plan, and the button to be it.
pub(super) fn unit_row(session: Session, plan: crate::domain::PlanId, unit: &Unit) -> AnyView {
    let id = unit.id.clone();
    let of = id.clone();
    let tally = Memo::new(move |_| {
        session.workspace.with(|known| view::checklist(known, &plan, &of, session.today.get()).tally())
    });
    view! {
        <li class="unit">
            <a class="grow" href=Route::to(Screen::Unit(id.clone())).address()>
                <span class="name">{unit.name.clone()}</span>
                <span class="facts">{move || words::percent_done(tally.get().done, tally.get().all())}</span>
            </a>
            {be(session, id)}
        </li>
    }
    .into_any()
}

fn be(session: Session, unit: UnitId) -> AnyView {
    let name = session.workspace.with_untracked(|known| known.unit_name(&unit).map(str::to_owned)).unwrap_or_default();
    let label = format!("{} – {name}", say::I_AM_THIS);
    let is_me = {
        let unit = unit.clone();
        Memo::new(move |_| session.me().as_ref() == Some(&unit))
    };
    let press = move |_| choose(session, &unit);
    view! {
        <button class="second" aria-label=label aria-pressed=move || is_me.get().to_string() on:click=press>{say::I_AM}</button>
    }
    .into_any()
}
