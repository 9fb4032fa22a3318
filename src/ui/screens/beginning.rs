//! The first steps: which plan, who am I, the first tick.

use crate::ui::dom::{El, Node, el, live};
use crate::ui::parts::{Icon, icon, try_link};
use crate::ui::session::Session;
use crate::ui::state::Memo;
use crate::view::{self, Beginning, Route, Screen};
use crate::words::{begin as say, screens};
use crate::workspace::Action;

/// Leads in three steps; nothing is shown when they are done or were skipped.
pub(super) fn beginning(session: Session) -> Node {
    let steps = Memo::new(move || session.workspace.with(view::beginning));
    live(move || steps.get().map(|steps| card(session, steps)))
}

fn card(session: Session, Beginning { has_plan, has_unit }: Beginning) -> El {
    let plans = link(Screen::Plans, say::SEE_PLANS, "second");
    let add = link(Screen::Add, say::ADD_PLAN, "second");
    let plan = el("div").class("buttons").with(plans).with(add);
    let unit = (!has_unit).then(|| link(Screen::Units, screens::CHOOSE_UNIT, "button"));
    let me = session
        .workspace
        .with_untracked(|known| known.settings.me.clone());
    let tick = me.map(|me| link(Screen::Unit(me), say::TO_CHECKLIST, "button"));
    let skip = el("button")
        .class("plain")
        .with(say::SKIP)
        .on_click(move || session.act(Action::SkipBeginning));
    el("section")
        .class("card beginning")
        .with(el("h2").with(say::BEGIN))
        .with(
            el("ol")
                .with(step(has_plan, say::PLAN, plan))
                .with(step(has_unit, say::UNIT, unit))
                .with(step(false, say::TICK, tick)),
        )
        .with(el("div").class("buttons").with(skip).with(try_link()))
}

fn step(is_done: bool, words: &str, way: impl Into<Node>) -> El {
    let done = is_done.then(|| {
        el("span")
            .class("green")
            .with(icon(Icon::Check))
            .with(el("span").class("unseen").with(say::DONE))
    });
    el("li")
        .with(el("p").with(words).with(" ").with(done))
        .with(way)
}

fn link(screen: Screen, label: &str, class: &str) -> El {
    el("a")
        .class(class)
        .attr("href", &Route::to(screen).address())
        .with(label)
}
