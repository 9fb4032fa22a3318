//! Which report: of which plan, of when, of whom, by which day.

use super::scope::scope;
use super::{Desk, usual_reckoning};
use crate::browser;
use crate::domain::{Cycle, Day, Length, PlanId, Reckoning, Span};
use crate::ui::dom::{El, Node, el, live, text};
use crate::ui::parts::{ANY_DAY, Options, date_field, date_field_within, select_field};
use crate::ui::state::Memo;
use crate::view::{self, Route, Screen};
use crate::words::reporting as say;

/// The value of free days among those of lengths.
const DAYS: &str = "days";

pub(super) fn choose(desk: Desk) -> El {
    let is_free = Memo::new(move || matches!(desk.span.get(), Span::Days(..)));
    let when = live(move || {
        if is_free.get() {
            free(desk)
        } else {
            let hint = el("p").class("hint").with(say::RECKONING_HINT);
            vec![cycle(desk), reckoning(desk), hint]
        }
    });
    let days = text(move || say::days(desk.span.get()));
    let as_of = Memo::new(move || Some(desk.as_of()));
    let is_to_come = move || desk.as_of() > desk.session.today.get();
    let to_come = live(move || is_to_come().then(|| el("p").class("hint").with(say::TO_COME)));
    // A report never tells of a day before its span.
    let within = Memo::new(move || (desk.span.get().first(), ANY_DAY.1));
    el("section")
        .class("card")
        .with(el("h2").with(say::WHAT))
        .with(plan(desk))
        .with(length(desk))
        .with(when)
        .with(el("p").class("hint").with(days))
        .with(scope(desk))
        .with(date_field_within(say::AS_OF, as_of, within, move |day| {
            desk.asked.set(Some(day));
        }))
        .with(el("div").attr("role", "status").with(to_come))
}

/// Another plan is another address, so that the way back leads here.
fn plan(desk: Desk) -> Node {
    let options = move |options: &mut Options| {
        desk.session.workspace.with(|known| {
            for it in known.at_work() {
                options.add(it.id.as_str(), it.short_name());
            }
        });
    };
    let is_one = desk
        .session
        .workspace
        .with_untracked(|known| known.at_work().count() < 2);
    let field = (!is_one).then(|| {
        let chosen = move || desk.plan.get_value().to_string();
        select_field(say::OF_PLAN, chosen, options, |id| {
            browser::go(&Route::to(Screen::Report(Some(PlanId::new(id)))).address());
        })
    });
    field.into()
}

fn length(desk: Desk) -> El {
    let chosen = move || match desk.span.get() {
        Span::Cycle(cycle) => name(cycle.length()),
        Span::Days(..) => DAYS.to_owned(),
    };
    let options = |options: &mut Options| {
        for it in Length::ALL {
            options.add(&name(it), say::length(it));
        }
        options.add(DAYS, say::FREE_DAYS);
    };
    select_field(say::LENGTH, chosen, options, move |chosen| {
        let length = Length::ALL.into_iter().find(|it| name(*it) == chosen);
        let now = desk.span.get_untracked();
        desk.asked.set(None);
        desk.span.set(match length {
            Some(length) => {
                let reckoning = reckoned(desk, now);
                view::due_span(length, reckoning, desk.session.today.get_untracked())
            }
            None => Span::between(now.first(), now.last()),
        });
    })
}

/// Names a length among the values of its field.
fn name(length: Length) -> String {
    format!("{length:?}")
}

fn reckoned(desk: Desk, span: Span) -> Reckoning {
    match span {
        Span::Cycle(cycle) => cycle.reckoning(),
        Span::Days(..) => usual_reckoning(desk.session),
    }
}

fn cycle(desk: Desk) -> El {
    let shape = Memo::new(move || match desk.span.get() {
        Span::Cycle(cycle) => Some((cycle.length(), cycle.reckoning())),
        Span::Days(..) => None,
    });
    let spans = move || {
        let today = desk.session.today.get();
        let spans = shape.get();
        spans.map(|(length, reckoning)| view::recent_spans(length, reckoning, today))
    };
    let options = move |options: &mut Options| {
        for span in spans().unwrap_or_default() {
            options.add(&span.to_string(), &say::option(span));
        }
    };
    let chosen = move || desk.span.get().to_string();
    select_field(say::SPAN, chosen, options, move |chosen| {
        if let Ok(span) = chosen.parse() {
            desk.asked.set(None);
            desk.span.set(span);
        }
    })
}

fn reckoning(desk: Desk) -> El {
    let all = [Reckoning::Calendar, Reckoning::CutOff];
    let chosen = move || {
        let now = reckoned(desk, desk.span.get());
        (now == all[1]).to_string()
    };
    let options = move |options: &mut Options| {
        for it in all {
            options.add(&(it == all[1]).to_string(), say::reckoning(it));
        }
    };
    select_field(say::RECKONING, chosen, options, move |chosen| {
        let reckoning = if chosen == "true" { all[1] } else { all[0] };
        if let Span::Cycle(cycle) = desk.span.get_untracked() {
            desk.asked.set(None);
            desk.span
                .set(Span::Cycle(Cycle::reckoned(cycle, reckoning)));
        }
    })
}

fn free(desk: Desk) -> Vec<El> {
    let first = Memo::new(move || Some(desk.span.get().first()));
    let last = Memo::new(move || Some(desk.span.get().last()));
    // A first day behind the last takes the last along, and the other way round.
    let from = move |day: Day| {
        let last = desk.span.get_untracked().last();
        desk.span.set(Span::between(day, last.max(day)));
    };
    let until = move |day: Day| {
        let first = desk.span.get_untracked().first();
        desk.span.set(Span::between(first.min(day), day));
    };
    vec![
        date_field(say::FIRST, first, from),
        date_field(say::LAST, last, until),
    ]
}
