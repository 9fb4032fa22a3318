//! What opening files would change, before it does.

use crate::progress::Change;
use crate::ui::session::Session;
use crate::words::{self, exchange as say};
use crate::workspace::{Action, Arrival, Preview, Verdict};
use leptos::prelude::*;

/// Shows a preview; accepting or rejecting empties `shown`.
pub(super) fn preview(session: Session, found: &Preview, shown: RwSignal<Option<Preview>>) -> AnyView {
    let parcels: Vec<_> = found.acceptable().into_iter().cloned().collect();
    let count = parcels.len();
    let accept = move |_| {
        if session.act(Action::Accept(parcels.clone())) {
            session.say(say::accepted(count));
            shown.set(None);
        }
    };
    let reject = move |_| shown.set(None);
    view! {
        <section class="preview" aria-labelledby="preview">
            <h3 id="preview" tabindex="-1">{say::PREVIEW}</h3>
            <ul>{found.arrivals.iter().map(|arrival| view! { <li>{arrived(session, arrival)}</li> }).collect_view()}</ul>
            {(count == 0).then(|| view! { <p role="status">{say::NOTHING_NEW}</p> })}
            <p class="buttons">
                {(count > 0).then(|| view! { <button class="button" on:click=accept>{say::accept(count)}</button> })}
                <button class="second" on:click=reject>{say::REJECT}</button>
            </p>
        </section>
    }
    .into_any()
}

fn arrived(session: Session, arrival: &Arrival) -> AnyView {
    let body = match &arrival.verdict {
        Verdict::Unreadable(error) => refusal(words::file_error(error)),
        Verdict::Nothing => refusal(say::EMPTY_FILE.to_owned()),
        Verdict::OtherPlan(parcel) => refusal(say::other_plan(&parcel.plan_name)),
        Verdict::Known { parcel, comparison, first, new_unit, changes } => view! {
            <p><b>{parcel.sender.unit.name.clone()}</b>" · "{parcel.plan_name.clone()}</p>
            <p>{say::comparison(*comparison, *first)}</p>
            {new_unit.then(|| view! { <p>{say::NEW_UNIT}</p> })}
            {list(session, parcel, changes)}
        }
        .into_any(),
    };
    view! { <p class="below">{arrival.file_name.clone()}</p> {body} }.into_any()
}

fn refusal(said: String) -> AnyView {
    view! { <p class="refusal">{said}</p> }.into_any()
}

fn list(session: Session, parcel: &crate::file::Parcel, changes: &[Change]) -> Option<AnyView> {
    if changes.is_empty() {
        return None;
    }
    let lines: Vec<_> = session.workspace.with_untracked(|known| {
        let plan = known.plans.get(&parcel.plan);
        changes.iter().map(|change| (say::change(change, plan), change.conflict)).collect()
    });
    let line = |(said, conflict): (String, bool)| {
        view! { <li>{said}{conflict.then(|| view! { <b class="warn">" – "{say::WILL_CONFLICT}</b> })}</li> }
    };
    Some(
        view! {
            <details open=changes.len() <= 12>
                <summary>{say::changes(changes.len())}</summary>
                <ul class="changes">{lines.into_iter().map(line).collect_view()}</ul>
            </details>
        }
        .into_any(),
    )
}
