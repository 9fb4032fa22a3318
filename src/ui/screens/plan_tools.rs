//! What can be done with a plan as a whole: handing it on, putting it away, taking it back.

use crate::browser;
use crate::domain::PlanId;
use crate::ui::dom::{El, Node, el, live};
use crate::ui::parts::{Sayings, ways};
use crate::ui::screens::assign::plan_letter;
use crate::ui::session::Session;
use crate::ui::state::{RwSignal, StoredValue};
use crate::view::{Card, Route, Screen};
use crate::words::{plans as say, screens};
use crate::workspace::{Action, Shelf};

pub(super) const SAYINGS: Sayings = Sayings {
    share: say::SHARE_PLAN,
    download: say::DOWNLOAD_PLAN,
    shared: say::PLAN_SHARED,
    downloaded: say::PLAN_DOWNLOADED,
    locked: None,
};

/// Shows what can be done with a plan, closed at first.
pub(super) fn plan_tools(session: Session, plan: &PlanId) -> El {
    let id = StoredValue::new(plan.clone());
    let buttons = ways(session, "second wide", SAYINGS, move |_| {
        plan_letter(session, &id.get_value())
    });
    let away = |shelf: Shelf, label: &str, class: &str| {
        el("button")
            .class(class)
            .with(label)
            .on_click(move || put_away(session, &id.get_value(), shelf))
    };
    let put = el("div")
        .class("buttons")
        .with(away(Shelf::Archive, say::TO_ARCHIVE, "second"))
        .with(away(Shelf::Bin, say::TO_BIN, "second danger"));
    el("details")
        .class("group card")
        .with(el("summary").with(el("span").class("name").with(say::THIS_PLAN)))
        .with(el("div").class("ways").with(buttons))
        .with(el("p").class("hint").with(say::SHARE_HINT))
        .with(put)
        .with(el("p").class("hint").with(say::PUT_AWAY_HINT))
}

/// Says where a plan is put away, with the way back.
pub(super) fn shelf_banner(session: Session, plan: &PlanId) -> Node {
    let id = StoredValue::new(plan.clone());
    live(move || {
        let shelf = session.workspace.with(|known| {
            let put_away = &known.settings.put_away;
            put_away.get(&id.get_value()).copied()
        });
        shelf.map(|shelf| {
            el("section")
                .class("banner gold")
                .attr("role", "status")
                .with(el("p").with(say::is_put_away(shelf)))
                .with(take_back(session, id.get_value()))
        })
    })
}

fn take_back(session: Session, plan: PlanId) -> El {
    el("button")
        .class("second")
        .with(say::BACK_TO_WORK)
        .on_click(move || {
            put(session, &plan, None, say::back_at_work);
        })
}

/// A plan that is put away, in its list.
pub(super) fn put_away_row(session: Session, card: &Card, shelf: Shelf) -> Vec<Node> {
    let link = el("a")
        .class("grow")
        .attr("href", &Route::to(Screen::Plan(card.id.clone())).address())
        .with(card.name.as_str())
        .with(el("small").with(card.title.as_str()));
    let label = format!("{}: {}", say::BACK_TO_WORK, card.name);
    let tools = el("span")
        .class("answers")
        .with(take_back(session, card.id.clone()).attr("aria-label", &label))
        .with((shelf == Shelf::Bin).then(|| remove(session, card)));
    vec![link.into(), tools.into()]
}

/// Asks first; there is an undo all the same.
fn remove(session: Session, card: &Card) -> Node {
    let asked = RwSignal::new(false);
    let (id, name) = (card.id.clone(), card.name.clone());
    live(move || {
        let ask = |class: &str, label: &str| {
            el("button")
                .class(class)
                .attr("aria-label", &format!("{label}: {name}"))
                .with(label)
        };
        if !asked.get() {
            return ask("plain danger", say::REMOVE_FOR_GOOD).on_click(move || asked.set(true));
        }
        let (id, said) = (id.clone(), say::removed(&name));
        let yes = ask("second danger", say::REMOVE_FOR_GOOD)
            .on_click(move || remove_for_good(session, &id, said.clone()));
        let no = ask("second", screens::CANCEL).on_click(move || asked.set(false));
        el("span")
            .class("ask")
            .attr("role", "alert")
            .with(say::ask_remove(&name))
            .with(yes)
            .with(no)
    })
}

fn remove_for_good(session: Session, plan: &PlanId, said: String) {
    let removal = session
        .workspace
        .with_untracked(|known| known.removal(plan));
    if let Some(removal) = removal {
        session.act_with_undo(
            Action::RemovePlan(plan.clone(), browser::device_id()),
            said,
            Action::RestorePlan(Box::new(removal)),
        );
    }
}

fn put_away(session: Session, plan: &PlanId, shelf: Shelf) {
    put(session, plan, Some(shelf), |name| {
        say::put_away(shelf, name)
    });
    browser::go(&Route::to(Screen::Plans).address());
}

/// Puts a plan where it should be, says so, and offers to put it back.
fn put(session: Session, plan: &PlanId, shelf: Option<Shelf>, said: impl Fn(&str) -> String) {
    let (name, before) = session.workspace.with_untracked(|known| {
        let found = known.plans.get(plan);
        let name = found.map(|plan| plan.short_name().to_owned());
        let before = known.settings.put_away.get(plan).copied();
        (name.unwrap_or_default(), before)
    });
    let put = |shelf| Action::PutAway(plan.clone(), shelf);
    session.act_with_undo(put(shelf), said(&name), put(before));
}
