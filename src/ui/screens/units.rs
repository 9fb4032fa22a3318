//! Đơn vị: all units and groups; who I am.

use super::groups::group;
use super::unit_list::{unit_list, unit_row};
use crate::domain::{GroupId, Plan, Roster, Unit, fold};
use crate::ui::dom::{El, Node, el, live, text};
use crate::ui::parts::{form_field, header, link};
use crate::ui::session::Session;
use crate::ui::state::{Memo, RwSignal, StoredValue};
use crate::view::Screen;
use crate::words::{assign, overview, reporting, screens as say};
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
    let is_asked = Memo::new(move || query.with(|query| !query.trim().is_empty()));
    let lists = live(move || {
        let of = if is_asked.get() { found } else { of_plan };
        // Built once; the parts follow what they show.
        untrack(|| {
            plans
                .iter()
                .map(|plan| of(session, plan, query))
                .collect::<Vec<_>>()
        })
    });
    Node::from(vec![
        header(say::UNITS, me).into(),
        form_field(assign::FIND, el("input").attr("type", "search"), query).into(),
        told(session, query).into(),
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

/// The units of a plan whose names hold what is typed.
fn found(session: Session, plan: &Plan, query: RwSignal<String>) -> El {
    let id = StoredValue::new(plan.id.clone());
    let units = Memo::new(move || {
        let wanted = query.with(|query| fold(query));
        let is_wanted = |unit: &&Unit| fold(&unit.name).contains(wanted.trim());
        session.workspace.with(|known| {
            let roster = known.rosters.get(&id.get_value());
            let units = roster.into_iter().flat_map(Roster::at_work);
            units.filter(is_wanted).cloned().collect::<Vec<_>>()
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

fn of_plan(session: Session, plan: &Plan, _: RwSignal<String>) -> El {
    let id = StoredValue::new(plan.id.clone());
    // Units that stand in a group are listed there.
    let units = Memo::new(move || {
        session.workspace.with(|known| {
            let roster = known.rosters.get(&id.get_value());
            let alone =
                |unit: &&Unit| roster.is_some_and(|roster| roster.groups_of(&unit.id).is_empty());
            let units = roster.into_iter().flat_map(Roster::at_work);
            units.filter(alone).cloned().collect::<Vec<_>>()
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
        .map(|id| group(session, plan.id.clone(), id))
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
