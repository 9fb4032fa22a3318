//! A group on the units' screen: its members, and how to add, rename and take out.

use super::units::unit_row;
use crate::domain::{GroupId, PlanId, Unit};
use crate::ui::session::Session;
use crate::words::{self, screens as say};
use crate::workspace::Action;
use leptos::prelude::*;

pub(super) fn group(session: Session, plan: PlanId, group: GroupId) -> AnyView {
    let (plan, group) = (StoredValue::new(plan), StoredValue::new(group));
    let known = move |read: fn(&crate::domain::Roster, &GroupId) -> Vec<Unit>| {
        session.workspace.with(|workspace| {
            let roster = workspace.rosters.get(&plan.get_value());
            roster.map(|roster| read(roster, &group.get_value())).unwrap_or_default()
        })
    };
    let members = Memo::new(move |_| known(members_of));
    let name = session.workspace.with_untracked(|workspace| {
        let roster = workspace.rosters.get(&plan.get_value());
        roster.and_then(|roster| roster.group(&group.get_value())).map(|group| group.name.clone())
    });
    let editing = RwSignal::new(None::<Unit>);
    let row = move |unit: Unit| {
        let shown = unit.clone();
        view! {
            {unit_row(session, plan.get_value(), &unit)}
            <li class="unit-tools">
                <button class="plain" on:click=move |_| editing.set(Some(shown.clone()))>{say::RENAME}</button>
                {take_out(session, plan, group, unit)}
            </li>
        }
    };
    view! {
        <details class="group card">
            <summary>
                <span class="name">{name}</span>
                <span class="facts">{move || words::screens::members(members.with(Vec::len))}</span>
            </summary>
            <ul class="units">
                <For each=move || members.get() key=|unit| (unit.id.clone(), unit.name.clone()) children=row />
            </ul>
            {move || editing.get().map(|unit| rename(session, plan, unit, editing))}
            {add_members(session, plan, group)}
        </details>
    }
    .into_any()
}

fn members_of(roster: &crate::domain::Roster, group: &GroupId) -> Vec<Unit> {
    let members = roster.group(group).map(|group| group.members.as_slice()).unwrap_or_default();
    members.iter().filter_map(|id| roster.unit(id).cloned()).collect()
}

/// Asks first; what the unit wrote is kept in any case.
fn take_out(session: Session, plan: StoredValue<PlanId>, group: StoredValue<GroupId>, unit: Unit) -> impl IntoView {
    let asked = RwSignal::new(false);
    let question = say::ask_take_out(&unit.name);
    let id = unit.id.clone();
    let yes = move |_| {
        session.act(Action::RemoveMember(plan.get_value(), group.get_value(), id.clone()));
    };
    view! {
        <Show
            when=move || asked.get()
            fallback=move || view! { <button class="plain" on:click=move |_| asked.set(true)>{say::TAKE_OUT}</button> }
        >
            <span class="ask" role="alert">
                {question.clone()}
                <button class="second danger" on:click=yes.clone()>{say::TAKE_OUT}</button>
                <button class="second" on:click=move |_| asked.set(false)>{say::CANCEL}</button>
            </span>
        </Show>
    }
}

fn rename(session: Session, plan: StoredValue<PlanId>, unit: Unit, editing: RwSignal<Option<Unit>>) -> AnyView {
    let typed = RwSignal::new(unit.name.clone());
    let id = unit.id.clone();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if session.act(Action::RenameUnit(plan.get_value(), id.clone(), typed.get_untracked())) {
            editing.set(None);
        }
    };
    view! {
        <form class="inline" on:submit=save>
            <label class="field">
                <span>{say::NEW_NAME}" – "{unit.name.clone()}</span>
                <input type="text" autocomplete="off" prop:value=move || typed.get() on:input:target=move |event| typed.set(event.target().value()) />
            </label>
            <button class="second" type="submit">{say::SAVE}</button>
            <button class="second" type="button" on:click=move |_| editing.set(None)>{say::CANCEL}</button>
        </form>
    }
    .into_any()
}

fn add_members(session: Session, plan: StoredValue<PlanId>, group: StoredValue<GroupId>) -> AnyView {
    let typed = RwSignal::new(String::new());
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let names = typed.get_untracked().lines().map(str::to_owned).collect();
        if session.act(Action::AddMembers(plan.get_value(), group.get_value(), names)) {
            typed.set(String::new());
        }
    };
    view! {
        <form class="inline" on:submit=add>
            <label class="field">
                <span>{say::ADD_MEMBERS}</span>
                <textarea rows="2" prop:value=move || typed.get() on:input:target=move |event| typed.set(event.target().value())></textarea>
            </label>
            <button class="second" type="submit">{say::ADD}</button>
        </form>
    }
    .into_any()
}
