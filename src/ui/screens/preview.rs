//! What opening files would change, before it does.

use crate::file::{Parcel, PlanFile};
use crate::progress::Change;
use crate::ui::dom::{El, Node, el};
use crate::ui::session::Session;
use crate::ui::state::RwSignal;
use crate::words::{self, exchange as say};
use crate::workspace::{Action, Arrival, Preview, Relation, Verdict};

/// A list longer than this is closed at first.
const SHORT: usize = 12;

/// Shows a preview; accepting or rejecting empties `shown`.
pub(super) fn preview(session: Session, found: &Preview, shown: RwSignal<Option<Preview>>) -> El {
    let files: Vec<PlanFile> = found.plans().into_iter().cloned().collect();
    let parcels: Vec<Parcel> = found.acceptable().into_iter().cloned().collect();
    let (plans, results) = (files.len(), parcels.len());
    let count = plans + results;
    let accept = move || {
        // What is reported may be on a plan that comes along.
        let are_in = plans == 0 || session.act(Action::AcceptPlans(files.clone()));
        if are_in && (results == 0 || session.act(Action::Accept(parcels.clone()))) {
            session.say(words::plans::accepted(plans, results));
            shown.set(None);
        }
    };
    let arrivals: Vec<_> = found
        .arrivals
        .iter()
        .map(|arrival| el("li").with(arrived(session, arrival)))
        .collect();
    let button = (count > 0).then(|| {
        el("button")
            .class("button")
            .with(words::plans::accept(plans, results))
            .on_click(accept)
    });
    let reject = el("button")
        .class("second")
        .with(say::REJECT)
        .on_click(move || shown.set(None));
    el("section")
        .class("preview")
        .attr("aria-labelledby", "preview")
        .with(
            el("h3")
                .attr("id", "preview")
                .attr("tabindex", "-1")
                .with(say::PREVIEW),
        )
        .with(el("ul").with(arrivals))
        .with((count == 0).then(|| el("p").attr("role", "status").with(say::NOTHING_NEW)))
        .with(el("p").class("buttons").with(button).with(reject))
}

fn arrived(session: Session, arrival: &Arrival) -> Vec<Node> {
    let mut lines: Vec<Node> = vec![
        el("p")
            .class("below")
            .with(arrival.file_name.as_str())
            .into(),
    ];
    match &arrival.verdict {
        Verdict::Unreadable(error) => lines.push(refusal(&words::file_error(error))),
        Verdict::Nothing => lines.push(refusal(say::EMPTY_FILE)),
        Verdict::Plan(file, relation) => lines.extend(plan(file, relation)),
        Verdict::OtherPlan(parcel) => lines.push(refusal(&say::other_plan(&parcel.plan_name))),
        Verdict::Known {
            parcel,
            comparison,
            first,
            new_unit,
            changes,
        } => {
            let name = el("b").with(parcel.sender.unit.name.as_str());
            lines.push(
                el("p")
                    .with(name)
                    .with(" · ")
                    .with(parcel.plan_name.as_str())
                    .into(),
            );
            lines.push(el("p").with(say::comparison(*comparison, *first)).into());
            lines.push(new_unit.then(|| el("p").with(say::NEW_UNIT)).into());
            lines.push(list(session, parcel, changes).into());
        }
    }
    lines
}

fn plan(file: &PlanFile, relation: &Relation) -> Vec<Node> {
    let PlanFile { plan, .. } = file;
    let said = words::plans::relation(relation, plan.revision);
    let name = el("b").with(plan.short_name());
    let duties = words::plans::duties(plan.tasks.len());
    let title = el("p").class("below").with(plan.title.as_str());
    let verdict = match relation {
        Relation::Differs { .. } => refusal(&said),
        _ => el("p").with(said).into(),
    };
    vec![
        el("p").with(name).with(" · ").with(duties).into(),
        title.into(),
        verdict,
    ]
}

fn refusal(said: &str) -> Node {
    el("p").class("refusal").with(said).into()
}

fn list(session: Session, parcel: &Parcel, changes: &[Change]) -> Option<El> {
    let line = |change: &Change, said: String| {
        let warning = change
            .conflict
            .then(|| el("b").class("warn").with(" – ").with(say::WILL_CONFLICT));
        el("li").with(said).with(warning)
    };
    let lines: Vec<_> = session.workspace.with_untracked(|known| {
        let plan = known.plans.get(&parcel.plan);
        changes
            .iter()
            .map(|change| line(change, say::change(change, plan)))
            .collect()
    });
    let is_short = lines.len() <= SHORT;
    (!lines.is_empty()).then(|| {
        el("details")
            .flag("open", move || is_short)
            .with(el("summary").with(say::changes(lines.len())))
            .with(el("ul").class("changes").with(lines))
    })
}
