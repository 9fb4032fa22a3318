//! The duty that is open: a sheet on a phone, a pane on a wide screen.

use super::entry_form::entry_form;
use crate::browser;
use crate::domain::{Assignment, Period, Plan, Task, UnitId};
use crate::ui::parts::{Icon, icon, leaf, sign};
use crate::ui::session::{Session, session};
use crate::view::{self, DutyId, Row};
use crate::words::{self, screens as say};
use leptos::html::Dialog;
use leptos::prelude::*;

pub(in crate::ui) fn duty(unit: UnitId, duty: DutyId) -> AnyView {
    let session = session();
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            browser::open_dialog(&dialog);
        }
    });
    let close = move |_| session.close();
    // Escape and the phone's back gesture close by the address, like the button.
    let cancel = move |event: leptos::ev::Event| {
        event.prevent_default();
        session.close();
    };
    let escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            session.close();
        }
    };
    let title = session.workspace.with_untracked(|known| {
        let task = known.plans.get(&duty.plan)?.task(&duty.task)?;
        Some(words::task_path(&task.path))
    });
    view! {
        <dialog class="sheet" node_ref=dialog aria-labelledby="duty-title" on:cancel=cancel on:keydown=escape>
            <header>
                <h2 id="duty-title" tabindex="-1" autofocus>{title}</h2>
                <button class="round" aria-label=say::CLOSE on:click=close>{icon(Icon::Close)}</button>
            </header>
            {content(session, unit, duty)}
        </dialog>
    }
    .into_any()
}

fn content(session: Session, unit: UnitId, duty: DutyId) -> AnyView {
    let found = session.workspace.with_untracked(|known| {
        let plan = known.plans.get(&duty.plan)?;
        let task = plan.task(&duty.task)?.clone();
        known.rosters.get(&duty.plan)?.unit(&unit)?;
        Some((plan.clone(), task))
    });
    let Some((plan, task)) = found else {
        return view! { <p class="empty">{say::NO_SUCH_DUTY}</p> }.into_any();
    };
    let row = row_of(session, unit.clone(), duty.clone());
    let is_me = session.workspace.with_untracked(|known| known.settings.me.as_ref() == Some(&unit));
    let name = session.workspace.with_untracked(|known| known.unit_name(&unit).map(str::to_owned));
    view! {
        <p class="below">{name}" · "{plan.short_name().to_owned()}</p>
        {move || row.get().map(|row| view! {
            <div class="standing">
                {sign(row.standing, words::standing(row.standing))}
                {row.id.period.map(|period| view! { <b>{words::period(period)}</b> })}
                {leaf(row.countdown, row.standing)}
            </div>
        })}
        {periods(session, &plan, &task, unit.clone(), &duty)}
        {entry_form(session, unit, duty, is_me)}
        {facts(&plan, &task)}
    }
    .into_any()
}

fn row_of(session: Session, unit: UnitId, duty: DutyId) -> Memo<Option<Row>> {
    Memo::new(move |_| {
        session.workspace.with(|known| {
            let (plan, roster) = (known.plans.get(&duty.plan)?, known.rosters.get(&duty.plan)?);
            let record = known.record(&duty.plan, &unit);
            Some(view::row(plan, roster, &unit, record, plan.task(&duty.task)?, duty.period, session.today.get()))
        })
    })
}

/// The words of the plan, who leads and supports, and the deadline with its rule.
fn facts(plan: &Plan, task: &Task) -> AnyView {
    let names = |list: &[Assignment]| {
        let names = list.iter().map(|assignment| match &assignment.inherited_from {
            Some(path) => say::inherited(&assignment.words, path),
            None => assignment.words.clone(),
        });
        names.collect::<Vec<_>>().join("; ")
    };
    let time = match (&task.deadline, task.recurrence) {
        (Some(deadline), _) => words::deadline(deadline, plan.before_day),
        (None, Some(recurrence)) => words::recurrence(recurrence).to_owned(),
        (None, None) => say::NO_DEADLINE.to_owned(),
    };
    let support = (!task.support.is_empty()).then(|| view! { <dt>{say::WHO_SUPPORTS}</dt><dd>{names(&task.support)}</dd> });
    view! {
        <section class="from-plan">
            <h3>{say::DUTY_TEXT}</h3>
            <blockquote>{task.text.clone()}</blockquote>
            <dl>
                <dt>{say::WHO_LEADS}</dt><dd>{names(&task.lead)}</dd>
                {support}
                <dt>{say::DEADLINE}</dt><dd>{time}</dd>
            </dl>
        </section>
    }
    .into_any()
}

/// The periods of a recurring duty: this one, and the earlier ones.
fn periods(session: Session, plan: &Plan, task: &Task, unit: UnitId, duty: &DutyId) -> Option<AnyView> {
    let all = plan.periods(task, session.today.get_untracked());
    let current = duty.period;
    (all.len() > 1).then(|| {
        let duty = duty.clone();
        view! {
            <section class="periods">
                <h3>{say::PERIODS}</h3>
                <div class="chips">
                    {all.into_iter().map(|period| chip(session, unit.clone(), &duty, period, current)).collect_view()}
                </div>
            </section>
        }
        .into_any()
    })
}

fn chip(session: Session, unit: UnitId, duty: &DutyId, period: Period, current: Option<Period>) -> AnyView {
    let duty = DutyId { period: Some(period), ..duty.clone() };
    let row = row_of(session, unit.clone(), duty.clone());
    let open = move |_| session.open(&unit, &duty);
    let pressed = (Some(period) == current).to_string();
    view! {
        <button class="chip" aria-pressed=pressed on:click=open>
            {move || row.get().map(|row| sign(row.standing, &words::period(period)))}
        </button>
    }
    .into_any()
}
