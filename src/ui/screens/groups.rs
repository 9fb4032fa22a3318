//! A group on the units' screen: its members, and how to add, rename and take out.

use super::unit_list::{choose_if, drawn};
use super::units::Listed;
use crate::browser;
use crate::domain::{GroupId, PlanId, Unit};
use crate::ui::dom::{El, el, live, text};
use crate::ui::parts::{form_field, long_list};
use crate::ui::session::Session;
use crate::ui::state::{RwSignal, StoredValue};
use crate::view::{Markup, UnitRow};
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

/// What the buttons of a member do.
const RENAME: &str = "rename";
const ASK: &str = "ask";
const CANCEL: &str = "cancel";
const TAKE_OUT: &str = "take-out";

pub(super) fn group(plan: Listed, group: GroupId) -> El {
    let place = Place {
        session: plan.session,
        plan: plan.plan,
        group: StoredValue::new(group),
        renamed: RwSignal::new(None),
    };
    let members = plan.chosen(move |units| units.members(&place.group.get_value()));
    let summary = el("summary")
        .with(el("span").class("name").with(text(move || place.name())))
        .with(
            el("span")
                .class("facts")
                .with(text(move || say::members(members.with(Vec::len)))),
        );
    let pressed = move |what: &str, row: &str, unit: &UnitRow| place.pressed(what, row, unit);
    // Closed at first, so that nothing of it has to come at once.
    let list = long_list(("units", "member"), 0, members, member, pressed);
    // What is typed in stands there once somebody opens it: there may be hundreds of groups.
    let opened = RwSignal::new(false);
    el("details")
        .class("group card")
        .on("toggle", move |_| {
            if !opened.get_untracked() {
                opened.set(true);
            }
        })
        .with(summary)
        .with(list)
        .with(live(move || {
            place.renamed.get().map(|unit| rename(place, &unit))
        }))
        .with(live(move || opened.get().then(|| add_members(place))))
}

impl Place {
    fn name(self) -> String {
        self.session.workspace.with(|known| {
            let roster = known.rosters.get(&self.plan.get_value());
            let group = roster.and_then(|roster| roster.group(&self.group.get_value()));
            group.map(|group| group.name.clone()).unwrap_or_default()
        })
    }

    fn pressed(self, what: &str, row: &str, member: &UnitRow) {
        let show = |tools: Markup| browser::set_part(row, ".unit-tools", &tools.into_text());
        match what {
            RENAME => self.renamed.set(Some(member.unit.clone())),
            ASK => show(tools(Some(&member.unit))),
            CANCEL => show(tools(None)),
            TAKE_OUT => self.take_out(&member.unit),
            _ => choose_if(what, self.session, member),
        }
    }

    fn take_out(self, member: &Unit) {
        let (plan, group) = (self.plan.get_value(), self.group.get_value());
        let names = vec![member.name.clone()];
        let back = Action::AddMembers(plan.clone(), group.clone(), names);
        let action = Action::RemoveMember(plan, group, member.id.clone());
        let said = say::taken_out(&member.name);
        self.session.act_with_undo(action, said, back);
    }
}

fn member(row: &UnitRow) -> Markup {
    let mut html = Markup::default();
    html.open("ul", &[]);
    html.open("li", &[("class", "unit")]);
    html.add(&drawn(row));
    html.close("li");
    html.close("ul");
    html.open("div", &[("class", "unit-tools")]);
    html.add(&tools(None));
    html.close("div");
    html
}

/// What can be done with a member. To take it out is asked first; what the unit wrote is kept in any case.
fn tools(asked: Option<&Unit>) -> Markup {
    let mut html = Markup::default();
    let button = |html: &mut Markup, class, what, words| {
        html.element("button", &[("class", class), ("data-do", what)], words);
    };
    button(&mut html, "plain", RENAME, say::RENAME);
    let Some(unit) = asked else {
        button(&mut html, "plain", ASK, say::TAKE_OUT);
        return html;
    };
    html.open("span", &[("class", "ask"), ("role", "alert")]);
    html.text(&say::ask_take_out(&unit.name));
    button(&mut html, "second danger", TAKE_OUT, say::TAKE_OUT);
    button(&mut html, "second", CANCEL, say::CANCEL);
    html.close("span");
    html
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
