//! Đơn vị: all units and groups; who I am.

use super::groups::group;
use super::unit_list::{unit_list, unit_row};
use crate::domain::{GroupId, Plan, PlanId, Roster, Unit, fold};
use crate::ui::dom::{El, Node, el, live, text};
use crate::ui::parts::{ORDERS, form_field, header, link, sort_field};
use crate::ui::session::Session;
use crate::ui::state::{Memo, RwSignal, StoredValue};
use crate::view::{self, Order, Screen, SortBy, Tally, sort};
use crate::words::{assign, overview, reporting, screens as say};
use crate::workspace::Workspace;
use leptos::prelude::untrack;

pub(in crate::ui) fn units(session: Session) -> Node {
    let me = text(move || {
        let name = session.me().and_then(|me| {
            session
                .workspace
                .with(|known| known.unit_name(&me).map(str::to_owned))
        });
        name.map_or(say::CHOOSE_FIRST.to_owned(), |name| {
            format!("{}: {name}", say::I_AM)
        })
    });
    let plans: Vec<_> = session
        .workspace
        .with_untracked(|known| known.at_work().cloned().collect());
    let query = RwSignal::new(String::new());
    let order = RwSignal::new(Order::default());
    let is_asked = Memo::new(move || query.with(|query| !query.trim().is_empty()));
    let lists = live(move || {
        let of = if is_asked.get() { found } else { of_plan };
        // Built once; the parts follow what they show.
        untrack(|| {
            plans
                .iter()
                .map(|plan| of(session, plan, (query, order)))
                .collect::<Vec<_>>()
        })
    });
    Node::from(vec![
        header(say::UNITS, me).into(),
        form_field(assign::FIND, el("input").attr("type", "search"), query).into(),
        told(session, query).into(),
        sort_field(&ORDERS[..6], move || order.get(), move |it| order.set(it)),
        lists,
    ])
}

/// Says how many units are found, for those who do not see the list.
fn told(session: Session, query: RwSignal<String>) -> El {
    let said = text(move || {
        let wanted = query.with(|query| fold(query));
        let wanted = wanted.trim();
        if wanted.is_empty() {
            return String::new();
        }
        let count = session.workspace.with(|known| {
            let rosters = known.at_work().map(|plan| known.rosters.get(&plan.id));
            let units = rosters.flatten().flat_map(Roster::at_work);
            units
                .filter(|unit| fold(&unit.name).contains(wanted))
                .count()
        });
        match count {
            0 => overview::NONE_MATCHES.to_owned(),
            _ => overview::units(count),
        }
    });
    el("p").class("unseen").attr("role", "status").with(said)
}

/// What is looked for, and the order of what is found.
type Asked = (RwSignal<String>, RwSignal<Order>);

/// Puts units into the order that a person chose.
pub(super) fn in_order(
    session: Session,
    known: &Workspace,
    plan: &PlanId,
    units: Vec<Unit>,
    order: Order,
) -> Vec<Unit> {
    // Their duties are gathered for those orders alone that are made of them.
    if order == Order::default() {
        return units;
    }
    let tally = |unit: &Unit| match order.by {
        SortBy::Done | SortBy::Overdue => {
            view::checklist(known, plan, &unit.id, session.today.get()).tally()
        }
        _ => Tally::default(),
    };
    let mut told: Vec<_> = units.into_iter().map(|it| (tally(&it), it)).collect();
    sort(&mut told, order);
    told.into_iter().map(|(_, unit)| unit).collect()
}

/// The units of a plan whose names hold what is typed.
fn found(session: Session, plan: &Plan, (query, order): Asked) -> El {
    let id = StoredValue::new(plan.id.clone());
    let units = Memo::new(move || {
        let wanted = query.with(|query| fold(query));
        let is_wanted = |unit: &&Unit| fold(&unit.name).contains(wanted.trim());
        session.workspace.with(|known| {
            let roster = known.rosters.get(&id.get_value());
            let units = roster.into_iter().flat_map(Roster::at_work);
            let units = units.filter(is_wanted).cloned().collect();
            in_order(session, known, &id.get_value(), units, order.get())
        })
    });
    let none = live(move || {
        let is_empty = units.with(Vec::is_empty);
        is_empty.then(|| el("p").class("empty").with(overview::NONE_MATCHES))
    });
    el("section")
        .with(el("h2").with(plan.short_name()))
        .with(none)
        .with(unit_list(units, move |unit| {
            unit_row(session, &id.get_value(), &unit)
        }))
}

fn of_plan(session: Session, plan: &Plan, (_, order): Asked) -> El {
    let id = StoredValue::new(plan.id.clone());
    // Units that stand in a group are listed there.
    let units = Memo::new(move || {
        session.workspace.with(|known| {
            let roster = known.rosters.get(&id.get_value());
            let alone =
                |unit: &&Unit| roster.is_some_and(|roster| roster.groups_of(&unit.id).is_empty());
            let units = roster.into_iter().flat_map(Roster::at_work);
            let units = units.filter(alone).cloned().collect();
            in_order(session, known, &id.get_value(), units, order.get())
        })
    });
    let groups: Vec<GroupId> = session.workspace.with_untracked(|known| {
        let roster = known.rosters.get(&plan.id);
        roster
            .map(|roster| roster.groups.iter().map(|group| group.id.clone()).collect())
            .unwrap_or_default()
    });
    let groups: Vec<_> = groups
        .into_iter()
        .map(|id| group(session, plan.id.clone(), id, order))
        .collect();
    let links = el("p")
        .class("buttons")
        .with(link(Screen::Assign(plan.id.clone()), assign::OPEN))
        .with(link(
            Screen::Overview(plan.id.clone()),
            overview::OPEN_OVERVIEW,
        ))
        .with(link(
            Screen::Report(Some(plan.id.clone())),
            reporting::MAKE_REPORT,
        ));
    el("section")
        .with(
            el("h2")
                .with(say::NAMED_UNITS)
                .with(el("span").class("count").with(plan.short_name())),
        )
        .with(links)
        .with(unit_list(units, move |unit| {
            unit_row(session, &id.get_value(), &unit)
        }))
        .with(el("h2").with(say::GROUPS))
        .with(el("p").class("hint").with(say::GROUPS_HINT))
        .with(groups)
}
