//! Đơn vị: all units and groups; who I am.

use super::groups::group;
use super::unit_list::{unit_list, unit_row};
use crate::domain::{GroupId, Plan, Unit};
use crate::ui::dom::{El, Node, el, text};
use crate::ui::parts::header;
use crate::ui::session::Session;
use crate::ui::state::{Memo, StoredValue};
use crate::view::{Route, Screen};
use crate::words::{overview, screens as say};

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
    let mut page: Vec<Node> = vec![header(say::UNITS, me).into()];
    page.extend(plans.iter().map(|plan| of_plan(session, plan).into()));
    Node::from(page)
}

fn of_plan(session: Session, plan: &Plan) -> El {
    let id = StoredValue::new(plan.id.clone());
    // Units that stand in a group are listed there.
    let units = Memo::new(move || {
        session.workspace.with(|known| {
            let roster = known.rosters.get(&id.get_value());
            let alone =
                |unit: &&Unit| roster.is_some_and(|roster| roster.groups_of(&unit.id).is_empty());
            roster
                .map(|roster| {
                    roster
                        .units
                        .iter()
                        .filter(alone)
                        .cloned()
                        .collect::<Vec<_>>()
                })
                .unwrap_or_default()
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
    let overview = el("a")
        .class("second wide")
        .attr(
            "href",
            &Route::to(Screen::Overview(plan.id.clone())).address(),
        )
        .with(overview::OPEN_OVERVIEW);
    el("section")
        .with(
            el("h2")
                .with(say::NAMED_UNITS)
                .with(el("span").class("count").with(plan.short_name())),
        )
        .with(overview)
        .with(unit_list(units, move |unit| {
            unit_row(session, &id.get_value(), &unit)
        }))
        .with(el("h2").with(say::GROUPS))
        .with(el("p").class("hint").with(say::GROUPS_HINT))
        .with(groups)
}
