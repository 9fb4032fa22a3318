//! The units of a plan, each with its groups and where to reach it.

use super::Desk;
use crate::browser;
use crate::domain::{Task, Unit, UnitId, fold};
use crate::ui::dom::{El, Node, el, list, live, text};
use crate::ui::parts::{form_field, text_field};
use crate::ui::state::{Memo, RwSignal};
use crate::view::{Route, Screen};
use crate::words::{assign as say, screens};
use crate::workspace::Action;

/// So many rows stand there at once; further ones come in such steps when those are seen.
const STEP: usize = 24;

/// So many come by themselves; more of them when they are asked for.
const UNASKED: usize = 240;

pub(super) fn roster(desk: Desk) -> El {
    let query = RwSignal::new(String::new());
    let found = Memo::new(move || {
        let wanted = query.with(|query| fold(query));
        let is_wanted = |unit: &&Unit| fold(&unit.name).contains(wanted.trim());
        desk.with_roster(|roster| {
            let units = roster.at_work().filter(is_wanted);
            units.map(|unit| unit.id.to_string()).collect::<Vec<_>>()
        })
    });
    let find = el("input").attr("type", "search");
    el("section")
        .class("card")
        .with(el("h2").with(say::UNITS))
        .with(form_field(say::FIND, find, query))
        .with(rows(desk, found))
}

/// Thousands of rows, each with its fields, would take seconds to show.
fn rows(desk: Desk, found: Memo<Vec<String>>) -> Vec<Node> {
    let most = RwSignal::new(UNASKED);
    let shown = RwSignal::new(STEP);
    let go_on = move || {
        browser::bit_by_bit(move || {
            shown.try_update(|shown| *shown += STEP);
            shown.try_get_untracked() < most.try_get_untracked()
        });
    };
    go_on();
    let keys = move || found.with(|found| found.iter().take(shown.get()).cloned().collect());
    let left = Memo::new(move || found.with(Vec::len).saturating_sub(most.get()));
    let is_more = Memo::new(move || left.get() > 0);
    let more = live(move || {
        let ask = move || {
            most.update(|most| *most += UNASKED);
            go_on();
        };
        let button = el("button").class("second wide").on_click(ask);
        let words = text(move || say::show_more(left.get()));
        is_more.get().then(|| button.with(words))
    });
    let list = list(keys, move |id| row(desk, UnitId::new(id)));
    vec![el("ul").class("roster").with(list).into(), more]
}

fn row(desk: Desk, id: UnitId) -> El {
    let of = id.clone();
    let unit = Memo::new(move || desk.with_roster(|roster| roster.unit(&of).cloned()));
    let of = id.clone();
    let facts = text(move || facts(desk, &of));
    let name = text(move || {
        unit.with(|unit| {
            unit.as_ref()
                .map_or_else(String::new, |unit| unit.name.clone())
        })
    });
    let summary = el("summary")
        .with(el("span").class("name").with(name))
        .with(el("span").class("facts").with(facts));
    // The fields are built when they are asked for.
    let is_open = RwSignal::new(false);
    let tools = live(move || is_open.get().then(|| tools(desk, &id, unit)));
    el("li").with(
        el("details")
            .class("group")
            .on("toggle", move |_| is_open.set(true))
            .with(summary)
            .with(tools),
    )
}

/// The groups, the address and the former names of a unit.
fn facts(desk: Desk, id: &UnitId) -> String {
    desk.session
        .workspace
        .with(|known| {
            let plan = known.plans.get(&desk.plan.get_value())?;
            let roster = known.rosters.get(&plan.id)?;
            let unit = roster.unit(id)?;
            let groups = roster.groups_of(id);
            let groups = groups.iter().filter_map(|group| roster.group(group));
            let groups: Vec<_> = groups.map(|group| group.name.as_str()).collect();
            let has_duty = |task: &Task| roster.part_of(id, task).is_some();
            let idle = (!plan.tasks.iter().any(has_duty)).then(|| say::WITHOUT_DUTY.to_owned());
            let former = (!unit.former.is_empty()).then(|| say::formerly(&unit.former));
            let address = Some(unit.address.clone());
            let parts = [Some(groups.join(", ")), idle, address, former];
            let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
            Some(parts.collect::<Vec<_>>().join(" · "))
        })
        .unwrap_or_default()
}

fn tools(desk: Desk, id: &UnitId, unit: Memo<Option<Unit>>) -> Node {
    let read = |of: fn(&Unit) -> &String| {
        Memo::new(move || {
            unit.with(|unit| {
                unit.as_ref()
                    .map(|unit| of(unit).clone())
                    .unwrap_or_default()
            })
        })
    };
    let (named, reached) = (id.clone(), id.clone());
    let rename = move |name| {
        let action = Action::RenameUnit(desk.plan.get_value(), named.clone(), name);
        desk.session.act(action);
    };
    let reach = move |address| {
        let action = Action::SetAddress(desk.plan.get_value(), reached.clone(), address);
        desk.session.act(action);
    };
    let link = el("a")
        .class("second")
        .attr("href", &Route::to(Screen::Unit(id.clone())).address())
        .with(screens::CHECKLIST);
    Node::from(vec![
        text_field(screens::NEW_NAME, read(|unit| &unit.name), rename),
        text_field(say::ADDRESS, read(|unit| &unit.address), reach),
        el("p").class("hint").with(say::ADDRESS_HINT),
        el("p").with(link),
    ])
}
