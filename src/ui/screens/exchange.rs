//! Gửi – nhận: send my unit's result as a file, open what others sent.

use super::preview::preview;
use crate::browser;
use crate::domain::UnitId;
use crate::file::{Kind, Parcel, Progress, file_name, seal};
use crate::ui::parts::{Icon, header, icon};
use crate::ui::session::{Session, session};
use crate::view::Checklist;
use crate::words::{self, exchange as say, screens};
use crate::workspace::{self, Action, Preview, RecordId, Workspace};
use leptos::prelude::*;
use leptos::task::spawn_local;

pub(in crate::ui) fn exchange() -> impl IntoView {
    let session = session();
    let me = Memo::new(move |_| session.me());
    view! {
        {header(screens::EXCHANGE, (), ())}
        <section class="card">
            <h2>{say::SEND}</h2>
            {move || match me.get() {
                Some(me) => send(session, me),
                None => view! {
                    <p>{screens::CHOOSE_FIRST}</p>
                    <a class="button" href="#/don-vi">{screens::CHOOSE_UNIT}</a>
                }.into_any(),
            }}
        </section>
        {receive(session)}
    }
}

fn send(session: Session, me: UnitId) -> AnyView {
    let unit = me.clone();
    let name = session.workspace.with_untracked(|known| known.unit_name(&me).map(str::to_owned));
    let parcels = Memo::new(move |_| session.workspace.with(|known| known.parcels(|id| id.unit == unit)));
    let unit = me.clone();
    let said = move || session.workspace.with(|known| last_sent(known, &unit));
    let tally = move || {
        session.workspace.with(|known| {
            let of = |plan| crate::view::checklist(known, plan, &me, session.today.get());
            known.plans.keys().map(of).map(|list: Checklist| list.tally()).fold((0, 0), |sum, tally| (sum.0 + tally.done, sum.1 + tally.all()))
        })
    };
    let ready = move || !parcels.with(Vec::is_empty);
    let can_share = browser::can_share();
    let (main, second) = if can_share { ("button", "second wide") } else { ("", "button") };
    view! {
        <p class="name">{name}</p>
        <p class="below">{move || { let (done, all) = tally(); words::percent_done(done, all) }}</p>
        <p>{said}</p>
        <Show when=ready fallback=|| view! { <p class="empty">{say::NOTHING_YET}</p> }>
            {can_share.then(|| view! {
                <button class=main on:click=move |_| share(session, parcels.get_untracked())>{icon(Icon::Share)}{say::SHARE}</button>
            })}
            <button class=second on:click=move |_| download(session, &parcels.get_untracked())>{icon(Icon::Download)}{say::DOWNLOAD}</button>
        </Show>
        <p class="hint">{say::SEND_HINT}</p>
    }
    .into_any()
}

/// Says when the unit's records were last sent, and whether something has changed since.
fn last_sent(known: &Workspace, unit: &UnitId) -> String {
    let records: Vec<_> = known.records.iter().filter(|(id, _)| id.unit == *unit).collect();
    let shipments: Vec<_> = records.iter().filter_map(|(id, _)| known.settings.sent.get(id)).collect();
    let Some(last) = shipments.iter().map(|shipment| shipment.at).max() else { return say::NEVER_SENT.to_owned() };
    let is_sent = |(id, record): &(&RecordId, &crate::progress::Record)| {
        known.settings.sent.get(id).is_some_and(|shipment| shipment.seen.includes(record.seen()))
    };
    let rest = if records.iter().all(is_sent) { say::ALL_SENT } else { say::UNSENT };
    format!("{} {rest}", say::sent_at(&words::moment(last)))
}

/// Writes the file and its name, without the ending.
fn letter(session: Session, parcels: &[Parcel]) -> Option<(String, String)> {
    let text = seal(Kind::Progress, &Progress { parcels: parcels.to_vec() }, browser::now()).ok()?;
    Some((file_name(parcels, session.today.get_untracked()), text))
}

fn download(session: Session, parcels: &[Parcel]) {
    let saved = letter(session, parcels)
        .is_some_and(|(name, text)| browser::download(&format!("{name}.json"), &text).is_ok());
    if saved {
        session.act(Action::MarkSent(ids(parcels)));
    }
    session.say(if saved { say::DOWNLOADED } else { say::SHARE_FAILED });
}

fn share(session: Session, parcels: Vec<Parcel>) {
    spawn_local(async move {
        let Some((name, text)) = letter(session, &parcels) else { return session.say(say::SHARE_FAILED) };
        match browser::share(&format!("{name}.json.txt"), &text).await {
            Ok(true) => {
                session.act(Action::MarkSent(ids(&parcels)));
                session.say(say::SHARED);
            }
            Ok(false) => {}
            Err(_) => session.say(say::SHARE_FAILED),
        }
    });
}

fn ids(parcels: &[Parcel]) -> Vec<RecordId> {
    let id = |parcel: &Parcel| RecordId { plan: parcel.plan.clone(), unit: parcel.sender.unit.id.clone() };
    parcels.iter().map(id).collect()
}

fn receive(session: Session) -> AnyView {
    let shown = RwSignal::new(None::<Preview>);
    let open = move |input: web_sys::HtmlInputElement| {
        spawn_local(async move {
            let mut files = Vec::new();
            for (name, text) in browser::chosen_files(input).await {
                match text {
                    Some(text) => files.push((name, text)),
                    None => session.say(format!("{name}: {}", say::UNREADABLE_FILE)),
                }
            }
            if !files.is_empty() {
                shown.set(Some(session.workspace.with_untracked(|known| workspace::preview(known, &files))));
                browser::focus("preview");
            }
        });
    };
    view! {
        <section class="card">
            <h2>{say::RECEIVE}</h2>
            <label class="second wide file">
                {icon(Icon::Open)}
                <span>{say::CHOOSE_FILES}</span>
                <input type="file" multiple accept=".json,.txt,application/json,text/plain" on:change:target=move |event| open(event.target()) />
            </label>
            <p class="hint">{say::RECEIVE_HINT}</p>
            {move || shown.get().map(|found| preview(session, &found, shown))}
        </section>
    }
    .into_any()
}
