//! The first steps: which plan, who am I, the first tick.

use crate::ui::dom::{El, Node, el, live};
use crate::ui::page::Page;
use crate::ui::parts::{Icon, add_icon, try_link};
use crate::ui::rest::{self, Errand};
use crate::ui::state::Memo;
use crate::view::{self, Beginning, Markup, Route, Screen};
use crate::words::{begin as say, screens};

/// Leads in three steps; nothing is shown when they are done or were skipped.
pub(super) fn beginning(page: Page) -> Node {
    let steps = Memo::new(move || page.with_front(view::beginning));
    live(move || steps.get().map(|steps| card(page, steps)))
}

fn card(page: Page, Beginning { has_plan, has_unit }: Beginning) -> El {
    let plans = link(Screen::Plans, say::SEE_PLANS, "second");
    let add = link(Screen::Add, say::ADD_PLAN, "second");
    let plan = el("div").class("buttons").with(plans).with(add);
    let unit = (!has_unit).then(|| link(Screen::Units, screens::CHOOSE_UNIT, "button"));
    let tick = page
        .me()
        .map(|me| link(Screen::Unit(me), say::TO_CHECKLIST, "button"));
    let skip = el("button")
        .class("plain")
        .with(say::SKIP)
        .on_click(move || rest::run(page, Errand::SkipBeginning));
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
        let mut mark = Markup::default();
        add_icon(&mut mark, Icon::Check);
        mark.element("span", &[("class", "unseen")], say::DONE);
        el("span").class("green").markup_once(mark)
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
