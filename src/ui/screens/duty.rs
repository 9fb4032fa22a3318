//! The duty that is open: a sheet on a phone, a pane on a wide screen.

use super::entry_form::entry_form;
use crate::domain::{Period, Plan, Task, UnitId, capitalised};
use crate::ui::dom::{El, Node, el, live};
use crate::ui::parts::{leaf, sheet, sign};
use crate::ui::session::Session;
use crate::ui::state::Memo;
use crate::view::{self, DutyId, Row};
use crate::words::{self, screens as say};

pub(in crate::ui) fn duty(session: Session, unit: UnitId, duty: DutyId) -> El {
    let title = session.workspace.with_untracked(|known| {
        let task = known.plans.get(&duty.plan)?.task(&duty.task)?;
        Some(words::task_path(&task.path))
    });
    sheet(session, title, content(session, unit, duty))
}

fn content(session: Session, unit: UnitId, duty: DutyId) -> Node {
    let found = session.workspace.with_untracked(|known| {
        let plan = known.plans.get(&duty.plan)?;
        let name = known.rosters.get(&duty.plan)?.unit(&unit)?.name.clone();
        Some((plan.clone(), plan.task(&duty.task)?.clone(), name))
    });
    let Some((plan, task, name)) = found else {
        return el("p").class("empty").with(say::NO_SUCH_DUTY).into();
    };
    let row = row_of(session, unit.clone(), duty.clone());
    let is_me = session
        .workspace
        .with_untracked(|known| known.is_me(&duty.plan, &unit));
    let whose = format!("{name} · {}", plan.short_name());
    Node::from(vec![
        el("p").class("below").with(whose).into(),
        // Who looks at others' work does not know the duty by its number.
        (!is_me)
            .then(|| el("p").with(capitalised(task.action())))
            .into(),
        live(move || row.get().map(|row| standing(&row))),
        periods(session, &plan, &task, &unit, &duty).into(),
        entry_form(session, unit, duty, is_me),
        from_plan(&plan, &task).into(),
    ])
}

fn standing(row: &Row) -> El {
    el("div")
        .class("standing")
        .with(sign(row.standing, words::standing(row.standing)))
        .with(
            row.id
                .period
                .map(|period| el("b").with(words::period(period))),
        )
        .with(leaf(row.countdown, row.standing))
}

fn row_of(session: Session, unit: UnitId, duty: DutyId) -> Memo<Option<Row>> {
    Memo::new(move || {
        session.workspace.with(|known| {
            let (plan, roster) = (known.plans.get(&duty.plan)?, known.rosters.get(&duty.plan)?);
            let record = known.record(&duty.plan, &unit);
            Some(view::row(
                plan,
                roster,
                &unit,
                record,
                plan.task(&duty.task)?,
                duty.period,
                session.today.get(),
            ))
        })
    })
}

/// The words of the plan, who leads and supports, and the deadline with its rule.
fn from_plan(plan: &Plan, task: &Task) -> El {
    let time = match (&task.deadline, task.recurrence) {
        (Some(deadline), _) => words::deadline(deadline, plan.before_day),
        (None, Some(recurrence)) => words::recurrence(recurrence).to_owned(),
        (None, None) => say::NO_DEADLINE.to_owned(),
    };
    let facts = [
        (say::WHO_LEADS, say::bearers(&task.lead)),
        (say::WHO_SUPPORTS, say::bearers(&task.support)),
        (say::DEADLINE, time),
    ];
    let facts = facts.into_iter().filter(|(_, said)| !said.is_empty());
    let facts: Vec<_> = facts
        .flat_map(|(name, said)| [el("dt").with(name), el("dd").with(said)])
        .collect();
    el("section")
        .class("from-plan")
        .with(el("h3").with(say::DUTY_TEXT))
        .with(el("blockquote").with(task.text.as_str()))
        .with(el("dl").with(facts))
}

/// The periods of a recurring duty: this one, and the earlier ones.
fn periods(session: Session, plan: &Plan, task: &Task, unit: &UnitId, duty: &DutyId) -> Option<El> {
    let all = plan.periods(task, session.today.get_untracked());
    let chips: Vec<_> = all
        .iter()
        .map(|period| chip(session, unit, duty, *period))
        .collect();
    let shown = el("section")
        .class("periods")
        .with(el("h3").with(say::PERIODS))
        .with(el("div").class("chips").with(chips));
    (all.len() > 1).then_some(shown)
}

fn chip(session: Session, unit: &UnitId, duty: &DutyId, period: Period) -> El {
    let pressed = duty.period == Some(period);
    let duty = DutyId {
        period: Some(period),
        ..duty.clone()
    };
    let row = row_of(session, unit.clone(), duty.clone());
    let unit = unit.clone();
    el("button")
        .class("chip")
        .attr("aria-pressed", &pressed.to_string())
        .on_click(move || session.page.turn_to(&unit, &duty))
        .with(live(move || {
            row.get()
                .map(|row| sign(row.standing, &words::period(period)))
        }))
}
