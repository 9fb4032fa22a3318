//! A group on the units' screen: its members, and how to add, rename and take out.

use super::unit_list::{unit_list, unit_row};
use super::units::in_order;
use crate::domain::{GroupId, PlanId, Roster, Unit};
use crate::ui::dom::{El, Node, el, live, text};
use crate::ui::parts::form_field;
use crate::ui::session::Session;
use crate::ui::state::{Memo, RwSignal, StoredValue};
use crate::view::Order;
use crate::words::screens as say;
use crate::workspace::Action;

/// A group of a plan, and the member whose name is being changed.
#[derive(Clone, Copy)]
struct Place {
    session: Session,
    plan: StoredValue<PlanId>,
    group: StoredValue<GroupId>,
    renamed: RwSignal<Option<Unit>>,
}

pub(super) fn group(session: Session, plan: PlanId, group: GroupId, order: RwSignal<Order>) -> El {
    let place = Place {
        session,
        plan: StoredValue::new(plan),
        group: StoredValue::new(group),
        renamed: RwSignal::new(None),
    };
    let members = Memo::new(move || place.members(order.get()));
    let summary = el("summary")
        .with(el("span").class("name").with(place.name()))
        .with(
            el("span")
                .class("facts")
                .with(text(move || say::members(members.with(Vec::len)))),
        );
    el("details")
        .class("group card")
        .with(summary)
        .with(unit_list(members, move |unit| member(place, &unit)))
        .with(live(move || {
            place.renamed.get().map(|unit| rename(place, &unit))
        }))
        .with(add_members(place))
}

impl Place {
    fn with_roster<T: Default>(self, read: impl FnOnce(&Roster, &GroupId) -> T) -> T {
        self.session.workspace.with(|known| {
            let roster = known.rosters.get(&self.plan.get_value());
            roster
                .map(|roster| read(roster, &self.group.get_value()))
                .unwrap_or_default()
        })
    }

    fn members(self, order: Order) -> Vec<Unit> {
        let members = self.with_roster(|roster, group| {
            let members = roster
                .group(group)
                .map(|group| group.members.as_slice())
                .unwrap_or_default();
            members
                .iter()
                .filter_map(|id| roster.unit(id).filter(|unit| unit.is_at_work()).cloned())
                .collect()
        });
        let (session, plan) = (self.session, self.plan.get_value());
        session
            .workspace
            .with(|known| in_order(session, known, &plan, members, order))
    }

    fn name(self) -> String {
        self.with_roster(|roster, group| {
            roster
                .group(group)
                .map(|group| group.name.clone())
                .unwrap_or_default()
        })
    }
}

fn member(place: Place, unit: &Unit) -> El {
    let shown = unit.clone();
    let rename = el("button")
        .class("plain")
        .with(say::RENAME)
        .on_click(move || place.renamed.set(Some(shown.clone())));
    let tools = el("div")
        .class("unit-tools")
        .with(rename)
        .with(take_out(place, unit));
    el("li")
        .class("member")
        .with(el("ul").with(unit_row(place.session, &place.plan.get_value(), unit)))
        .with(tools)
}

/// Asks first; what the unit wrote is kept in any case.
fn take_out(place: Place, unit: &Unit) -> Node {
    let asked = RwSignal::new(false);
    let (id, name, question) = (
        unit.id.clone(),
        unit.name.clone(),
        say::ask_take_out(&unit.name),
    );
    live(move || {
        if !asked.get() {
            return el("button")
                .class("plain")
                .with(say::TAKE_OUT)
                .on_click(move || asked.set(true));
        }
        let (id, name) = (id.clone(), name.clone());
        let yes = move || {
            let (plan, group) = (place.plan.get_value(), place.group.get_value());
            let back = Action::AddMembers(plan.clone(), group.clone(), vec![name.clone()]);
            let action = Action::RemoveMember(plan, group, id.clone());
            place
                .session
                .act_with_undo(action, say::taken_out(&name), back);
        };
        el("span")
            .class("ask")
            .attr("role", "alert")
            .with(question.as_str())
            .with(
                el("button")
                    .class("second danger")
                    .with(say::TAKE_OUT)
                    .on_click(yes),
            )
            .with(
                el("button")
                    .class("second")
                    .with(say::CANCEL)
                    .on_click(move || asked.set(false)),
            )
    })
}

fn rename(place: Place, unit: &Unit) -> El {
    let typed = RwSignal::new(unit.name.clone());
    let id = unit.id.clone();
    let save = move || {
        let action = Action::RenameUnit(place.plan.get_value(), id.clone(), typed.get_untracked());
        place.session.act_then(action, move || {
            place.renamed.set(None);
            place.session.say(say::UNIT_RENAMED);
        });
    };
    let cancel = el("button")
        .class("second")
        .attr("type", "button")
        .with(say::CANCEL);
    el("form")
        .class("inline")
        .on_submit(save)
        .with(form_field(
            &format!("{} – {}", say::NEW_NAME, unit.name),
            el("input").attr("type", "text"),
            typed,
        ))
        .with(
            el("button")
                .class("second")
                .attr("type", "submit")
                .with(say::SAVE),
        )
        .with(cancel.on_click(move || place.renamed.set(None)))
}

fn add_members(place: Place) -> El {
    let typed = RwSignal::new(String::new());
    let add = move || {
        let names = typed.get_untracked().lines().map(str::to_owned).collect();
        let (plan, group) = (place.plan.get_value(), place.group.get_value());
        let action = Action::AddMembers(plan, group, names);
        place
            .session
            .act_then(action, move || typed.set(String::new()));
    };
    el("form")
        .class("inline")
        .on_submit(add)
        .with(form_field(
            say::ADD_MEMBERS,
            el("textarea").attr("rows", "2"),
            typed,
        ))
        .with(
            el("button")
                .class("second")
                .attr("type", "submit")
                .with(say::ADD),
        )
}
