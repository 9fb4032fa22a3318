//! Đơn vị: all units and groups; who I am.

use super::groups::group;
use crate::browser;
use crate::domain::{GroupId, Plan, PlanId, Unit, UnitId};
use crate::ui::dom::{El, Node, el, list, text};
use crate::ui::parts::header;
use crate::ui::session::Session;
use crate::ui::state::{Memo, StoredValue};
use crate::view::{self, Route, Screen};
use crate::words::{self, screens as say};
use crate::workspace::Action;

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
        .with_untracked(|known| known.plans.values().cloned().collect());
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
    el("section")
        .with(
            el("h2")
                .with(say::NAMED_UNITS)
                .with(el("span").class("count").with(plan.short_name())),
        )
        .with(unit_list(units, move |unit| {
            unit_row(session, &id.get_value(), &unit)
        }))
        .with(el("h2").with(say::GROUPS))
        .with(el("p").class("hint").with(say::GROUPS_HINT))
        .with(groups)
}

/// Lists units; a row is built anew when its unit is renamed.
pub(super) fn unit_list(units: Memo<Vec<Unit>>, row: impl Fn(Unit) -> El + Send + 'static) -> El {
    let key = |unit: &Unit| format!("{}/{}", unit.id, unit.name);
    let keys = move || units.with(|units| units.iter().map(key).collect());
    let item = move |wanted: String| {
        let unit =
            units.with_untracked(|units| units.iter().find(|unit| key(unit) == wanted).cloned());
        unit.map_or_else(|| el("li"), &row)
    };
    el("ul").class("units").with(list(keys, item))
}

/// A unit with its progress on a plan, and the button to be it.
pub(super) fn unit_row(session: Session, plan: &PlanId, unit: &Unit) -> El {
    let (plan, of) = (plan.clone(), unit.id.clone());
    let tally = Memo::new(move || {
        session
            .workspace
            .with(|known| view::checklist(known, &plan, &of, session.today.get()).tally())
    });
    let link = el("a")
        .class("grow")
        .attr("href", &Route::to(Screen::Unit(unit.id.clone())).address())
        .with(el("span").class("name").with(unit.name.as_str()))
        .with(el("span").class("facts").with(text(move || {
            words::percent_done(tally.get().done, tally.get().all())
        })));
    el("li").class("unit").with(link).with(be(session, unit))
}

fn be(session: Session, unit: &Unit) -> El {
    let id = unit.id.clone();
    let is_me = move || session.me().as_ref() == Some(&id);
    let id = unit.id.clone();
    el("button")
        .class("second")
        .attr("aria-label", &format!("{} – {}", say::I_AM_THIS, unit.name))
        .attr_live("aria-pressed", move || Some(is_me().to_string()))
        .with(say::I_AM)
        .on_click(move || choose(session, &id))
}

/// Chooses a unit and goes to its checklist.
fn choose(session: Session, unit: &UnitId) {
    if session.act(Action::ChooseMe(unit.clone())) {
        browser::go(&Route::to(Screen::Unit(unit.clone())).address());
    }
}
