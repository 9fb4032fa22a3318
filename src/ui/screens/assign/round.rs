//! Asking all units for a report until a day.

use super::Desk;
use crate::domain::Day;
use crate::ui::dom::{El, el, text};
use crate::ui::parts::{date_field, form_field};
use crate::ui::state::{Memo, RwSignal};
use crate::words::assign as say;
use crate::workspace::Action;

pub(super) fn round(desk: Desk) -> El {
    let known = desk.session.workspace.with_untracked(|known| {
        let roster = known.rosters.get(&desk.plan.get_value());
        roster.and_then(|roster| roster.round.clone())
    });
    let day = RwSignal::new(known.as_ref().map(|round| round.by));
    let to = RwSignal::new(known.map(|round| round.to).unwrap_or_default());
    let ask = move || match day.get_untracked() {
        Some(by) => {
            let action = Action::AskReport(desk.plan.get_value(), by, to.get_untracked());
            let said = say::asked(by, &to.get_untracked());
            desk.session
                .act_then(action, move || desk.session.say(said));
        }
        None => desk.session.say(say::NO_DAY),
    };
    let asked = text(move || {
        desk.with_roster(|roster| {
            let round = roster.round.as_ref();
            round
                .map(|round| say::asked(round.by, &round.to))
                .unwrap_or_default()
        })
    });
    let value = Memo::new(move || day.get());
    let chosen = move |by: Day| day.set(Some(by));
    el("section")
        .class("card")
        .with(el("h2").with(say::ROUND))
        .with(
            el("form")
                .on_submit(ask)
                .with(el("p").with(asked))
                .with(date_field(say::ROUND_BY, value, chosen))
                .with(form_field(
                    say::ROUND_TO,
                    el("input").attr("type", "text"),
                    to,
                ))
                .with(
                    el("button")
                        .class("second")
                        .attr("type", "submit")
                        .with(say::ASK),
                ),
        )
}
