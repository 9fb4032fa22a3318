//! Units that merge or split: new ones take the place of old ones.

use super::Desk;
use crate::domain::{Roster, Unit, UnitId};
use crate::ui::dom::{El, Node, el, list, live, text};
use crate::ui::parts::{choice, form_field};
use crate::ui::screens::unit_list::find_units;
use crate::ui::state::{Memo, RwSignal};
use crate::view::{MOST_OFFERED, Offer, Route, Screen, offer};
use crate::words::{assign as say, screens};
use crate::workspace::Action;

/// What is chosen and typed until the units are replaced.
#[derive(Clone, Copy)]
struct Form {
    desk: Desk,
    /// What is typed to find the old units.
    typed: RwSignal<String>,
    chosen: RwSignal<Vec<UnitId>>,
    names: RwSignal<String>,
    is_asked: RwSignal<bool>,
}

impl Form {
    fn offered<T: Default>(self, take: impl FnOnce(Offer) -> T) -> T {
        self.desk.with_roster(|roster| {
            let chosen = self.chosen.get();
            self.typed.with(|typed| take(offer(roster, typed, &chosen)))
        })
    }
}

pub(super) fn replace(desk: Desk) -> El {
    let form = Form {
        desk,
        typed: RwSignal::new(String::new()),
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
    let keys =
        move || form.offered(|offer| offer.units.iter().map(|it| it.id.to_string()).collect());
    let told = move || form.offered(|offer| say::offered(offer.found, offer.all, say::OLD_UNITS));
    let is_long = Memo::new(move || form.offered(|offer| offer.all > MOST_OFFERED));
    vec![
        el("p").class("hint").with(say::REPLACE_HINT).into(),
        live(move || {
            is_long
                .get()
                .then(|| find_units(say::FIND_OLD, form.typed, told))
        }),
        el("div")
            .class("boxes")
            .attr("role", "group")
            .attr("aria-label", say::UNITS)
            .attr("tabindex", "0")
            .with(list(keys, move |id| box_of(form, UnitId::new(id))))
            .into(),
        form_field(say::NEW_NAMES, el("textarea").attr("rows", "2"), form.names).into(),
        live(move || buttons(form, form.is_asked.get())),
    ]
}

fn box_of(form: Form, id: UnitId) -> El {
    let (of, named) = (id.clone(), id.clone());
    let name = text(move || {
        let name = |roster: &Roster| roster.unit(&named).map(|unit| unit.name.clone());
        form.desk.with_roster(name).unwrap_or_default()
    });
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
    choice("checkbox", "replaced", name, is_chosen, turn)
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
