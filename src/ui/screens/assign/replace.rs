//! Units that merge or split: new ones take the place of old ones.

use super::Desk;
use crate::domain::{Roster, Unit, UnitId};
use crate::ui::dom::{El, Node, el, live};
use crate::ui::parts::{choice, form_field};
use crate::ui::state::{Memo, RwSignal};
use crate::view::{Route, Screen};
use crate::words::{assign as say, screens};
use crate::workspace::Action;

/// What is chosen and typed until the units are replaced.
#[derive(Clone, Copy)]
struct Form {
    desk: Desk,
    chosen: RwSignal<Vec<UnitId>>,
    names: RwSignal<String>,
    is_asked: RwSignal<bool>,
}

pub(super) fn replace(desk: Desk) -> El {
    let form = Form {
        desk,
        chosen: RwSignal::new(Vec::new()),
        names: RwSignal::new(String::new()),
        is_asked: RwSignal::new(false),
    };
    // Few need it, so nothing is built before it is opened.
    let is_open = RwSignal::new(false);
    el("section")
        .with(
            el("details")
                .class("group card")
                .on("toggle", move |_| is_open.set(true))
                .with(el("summary").with(el("span").class("name").with(say::REPLACE)))
                .with(live(move || is_open.get().then(|| fields(form)))),
        )
        .with(former(desk))
}

fn fields(form: Form) -> Vec<Node> {
    let units = Memo::new(move || {
        form.desk
            .with_roster(|roster| Units(roster.at_work().cloned().collect()))
    });
    let boxes = live(move || {
        let Units(units) = units.get();
        units
            .iter()
            .map(|unit| box_of(form, unit))
            .collect::<Vec<_>>()
    });
    vec![
        el("p").class("hint").with(say::REPLACE_HINT).into(),
        el("div")
            .class("boxes")
            .attr("role", "group")
            .attr("aria-label", say::UNITS)
            .attr("tabindex", "0")
            .with(boxes)
            .into(),
        form_field(say::NEW_NAMES, el("textarea").attr("rows", "2"), form.names).into(),
        live(move || buttons(form, form.is_asked.get())),
    ]
}

#[derive(Clone, Default, PartialEq)]
struct Units(Vec<Unit>);

fn box_of(form: Form, unit: &Unit) -> El {
    let (id, of) = (unit.id.clone(), unit.id.clone());
    let is_chosen = move || form.chosen.with(|chosen| chosen.contains(&id));
    let turn = move || {
        form.chosen.update(|chosen| {
            let before = chosen.len();
            chosen.retain(|known| *known != of);
            if chosen.len() == before {
                chosen.push(of.clone());
            }
        });
    };
    choice("checkbox", "replaced", unit.name.as_str(), is_chosen, turn)
}

/// Asks once more: what is merged cannot be told apart again.
fn buttons(form: Form, is_asked: bool) -> El {
    if !is_asked {
        let ask = move || {
            let is_ready = form.chosen.with_untracked(|chosen| !chosen.is_empty())
                && form.names.with_untracked(|names| !names.trim().is_empty());
            if is_ready {
                form.is_asked.set(true);
            } else {
                form.desk.session.say(say::CHOOSE_UNITS);
            }
        };
        return el("button")
            .class("second")
            .with(say::REPLACE_NOW)
            .on_click(ask);
    }
    let carry_out = move || {
        form.is_asked.set(false);
        let names = form.names.get_untracked();
        let action = Action::ReplaceUnits(
            form.desk.plan.get_value(),
            form.chosen.get_untracked(),
            names.lines().map(str::to_owned).collect(),
        );
        form.desk.session.act_then(action, move || {
            form.chosen.set(Vec::new());
            form.names.set(String::new());
        });
    };
    el("span")
        .class("ask")
        .attr("role", "alert")
        .with(say::SURE)
        .with(
            el("button")
                .class("second danger")
                .with(say::REPLACE_NOW)
                .on_click(carry_out),
        )
        .with(
            el("button")
                .class("second")
                .with(screens::CANCEL)
                .on_click(move || form.is_asked.set(false)),
        )
}

/// Those whose place was taken, each with those who took it.
fn former(desk: Desk) -> Node {
    live(move || {
        desk.with_roster(|roster| {
            let rows: Vec<_> = roster
                .units
                .iter()
                .filter(|unit| !unit.is_at_work())
                .map(|unit| row(roster, unit))
                .collect();
            (!rows.is_empty()).then(|| {
                el("section")
                    .class("card")
                    .with(el("h3").with(say::FORMER_UNITS))
                    .with(el("ul").class("listed").with(rows))
            })
        })
    })
}

fn row(roster: &Roster, unit: &Unit) -> El {
    let heirs: Vec<_> = unit
        .successors
        .iter()
        .filter_map(|heir| roster.unit(heir))
        .collect();
    let link = el("a")
        .attr("href", &Route::to(Screen::Unit(unit.id.clone())).address())
        .with(unit.name.as_str());
    el("li").with(link).with(el("small").with(say::now(&heirs)))
}
