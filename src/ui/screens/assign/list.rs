//! Pasting a list of units.

use super::Desk;
use crate::domain::same_name;
use crate::ui::dom::{El, Node, el, live, text};
use crate::ui::parts::{form_field, unfinished};
use crate::ui::state::{Memo, RwSignal};
use crate::words::assign as say;
use crate::workspace::{Action, Listed, listed};

/// So many rows are shown of what is pasted.
const SHOWN: usize = 8;

pub(super) fn list(desk: Desk) -> El {
    let typed = unfinished("units");
    let groups = desk.session.workspace.with_untracked(|known| {
        let roster = known.rosters.get(&desk.plan.get_value());
        let groups = roster.into_iter().flat_map(|roster| &roster.groups);
        groups.map(|group| group.name.clone()).collect::<Vec<_>>()
    });
    let rest = RwSignal::new(groups.first().cloned().unwrap_or_default());
    let units = Memo::new(move || {
        let mut units = typed.with(|text| listed(text));
        for unit in units.iter_mut().filter(|unit| unit.group.is_empty()) {
            unit.group = rest.get();
        }
        Rows(units)
    });
    let add = move || {
        let Rows(found) = units.get();
        let count = found.len();
        let action = Action::ListUnits(desk.plan.get_value(), found);
        if count > 0 {
            desk.session.act_then(action, move || {
                desk.session.say(say::added(count));
                typed.set(String::new());
            });
        }
    };
    let is_empty = Memo::new(move || units.with(|Rows(units)| units.is_empty()));
    let found = live(move || {
        (!is_empty.get()).then(|| {
            let button = el("button")
                .class("button")
                .attr("type", "submit")
                .with(text(move || {
                    say::add(units.with(|Rows(units)| units.len()))
                }));
            vec![
                Node::from(group_of_rest(rest, &groups)),
                live(move || units.with(|Rows(units)| shown(desk, units))),
                button.into(),
            ]
        })
    });
    let area = el("textarea").attr("rows", "4");
    el("section")
        .class("card")
        .with(el("h2").with(say::LIST))
        .with(
            el("form")
                .on_submit(add)
                .with(form_field(say::PASTE, area, typed))
                .with(el("p").class("hint").with(say::PASTE_HINT))
                .with(found),
        )
}

/// A list of units as it was pasted.
#[derive(Clone, PartialEq)]
struct Rows(Vec<Listed>);

fn group_of_rest(rest: RwSignal<String>, groups: &[String]) -> El {
    let options = groups.iter().map(|name| {
        let same = name.clone();
        el("option")
            .attr("value", name)
            .flag("selected", move || rest.get_untracked() == same)
            .with(name.as_str())
    });
    let none = el("option").attr("value", "").with(say::NO_GROUP);
    let select = el("select")
        .with(options.chain([none]).collect::<Vec<_>>())
        .on_value("change", move |chosen| rest.set(chosen));
    el("label")
        .class("field")
        .with(el("span").with(say::GROUP_OF_REST))
        .with(select)
}

/// The first rows as they were understood.
fn shown(desk: Desk, units: &[Listed]) -> El {
    let row = |unit: &Listed| {
        let is_known = desk.session.workspace.with_untracked(|known| {
            let roster = known.rosters.get(&desk.plan.get_value());
            let mut units = roster.into_iter().flat_map(|roster| &roster.units);
            units.any(|known| same_name(&known.name, &unit.name))
        });
        let state = if is_known {
            say::KNOWN_UNIT
        } else {
            say::NEW_UNIT
        };
        let facts = [unit.group.as_str(), unit.address.as_str(), state];
        let facts: Vec<_> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
        el("li")
            .with(el("b").with(unit.name.as_str()))
            .with(el("small").with(facts.join(" · ")))
    };
    let rows: Vec<_> = units.iter().take(SHOWN).map(row).collect();
    let more = units.len().saturating_sub(SHOWN);
    el("ul")
        .class("listed")
        .with(rows)
        .with((more > 0).then(|| el("li").with(say::more(more))))
}
