//! The first steps: which plan, who am I, the first tick.

use crate::browser;
use crate::front::Front;
use crate::ui::page::Page;
use crate::ui::parts::{Icon, add_icon};
use crate::ui::rest::{self, Errand};
use crate::view::{self, Beginning, Markup, Route, Screen};
use crate::words::{begin as say, screens, trial};

/// What its button does.
const SKIP: &str = "skip-beginning";

/// Leads in three steps; nothing is shown when they are done or were skipped.
pub(super) fn add_beginning(markup: &mut Markup, front: &Front) {
    let Some(Beginning { has_plan, has_unit }) = view::beginning(front) else {
        return;
    };
    markup.open("section", &[("class", "card beginning")]);
    markup.element("h2", &[], say::BEGIN);
    markup.open("ol", &[]);
    step(markup, has_plan, say::PLAN, |way| {
        way.open("div", &[("class", "buttons")]);
        link(way, Screen::Plans, say::SEE_PLANS, "second");
        link(way, Screen::Add, say::ADD_PLAN, "second");
        way.close("div");
    });
    step(markup, has_unit, say::UNIT, |way| {
        if !has_unit {
            link(way, Screen::Units, screens::CHOOSE_UNIT, "button");
        }
    });
    step(markup, false, say::TICK, |way| {
        if let Some(me) = &front.me {
            link(
                way,
                Screen::Unit(me.id.clone()),
                say::TO_CHECKLIST,
                "button",
            );
        }
    });
    markup.close("ol");
    markup.open("div", &[("class", "buttons")]);
    markup.element(
        "button",
        &[("class", "plain"), ("data-do", SKIP)],
        say::SKIP,
    );
    if !browser::is_trial() {
        let attributes = [("class", "second"), ("href", browser::TRIAL)];
        markup.element("a", &attributes, trial::BEGIN);
    }
    markup.close("div");
    markup.close("section");
}

/// Skips the first steps, if that is what was pressed.
pub(super) fn skip_beginning(page: Page, pressed: &str) {
    if pressed == SKIP {
        rest::run(page, Errand::SkipBeginning);
    }
}

fn step(markup: &mut Markup, is_done: bool, words: &str, add_way: impl FnOnce(&mut Markup)) {
    markup.open("li", &[]);
    markup.open("p", &[]);
    markup.text(words);
    markup.text(" ");
    if is_done {
        markup.open("span", &[("class", "green")]);
        add_icon(markup, Icon::Check);
        markup.element("span", &[("class", "unseen")], say::DONE);
        markup.close("span");
    }
    markup.close("p");
    add_way(markup);
    markup.close("li");
}

fn link(markup: &mut Markup, screen: Screen, label: &str, class: &str) {
    let address = Route::to(screen).address();
    markup.element("a", &[("class", class), ("href", &address)], label);
}
