//! Gửi – nhận: send my unit's result as a file, open what others sent.

use super::preview::preview;
use crate::browser;
use crate::domain::UnitId;
use crate::file::{Kind, Parcel, Progress, file_name, seal};
use crate::progress::Record;
use crate::ui::dom::{El, Node, el, live, text};
use crate::ui::parts::{Icon, header, icon};
use crate::ui::session::Session;
use crate::ui::state::{Memo, RwSignal, StoredValue};
use crate::view;
use crate::words::{self, exchange as say, screens};
use crate::workspace::{self, Action, Arrival, Preview, RecordId, Verdict, Workspace};
use leptos::task::spawn_local;

pub(in crate::ui) fn exchange(session: Session) -> Node {
    let me = Memo::new(move || session.me());
    let sending = live(move || match me.get() {
        Some(me) => send(session, &me),
        None => vec![
            el("p").with(screens::CHOOSE_FIRST).into(),
            el("a")
                .class("button")
                .attr("href", "#/don-vi")
                .with(screens::CHOOSE_UNIT)
                .into(),
        ],
    });
    Node::from(vec![
        header(screens::EXCHANGE, ()),
        el("section")
            .class("card")
            .with(el("h2").with(say::SEND))
            .with(sending),
        receive(session),
    ])
}

fn send(session: Session, me: &UnitId) -> Vec<Node> {
    let name = session
        .workspace
        .with_untracked(|known| known.unit_name(me).map(str::to_owned));
    let unit = StoredValue::new(me.clone());
    let parcels = Memo::new(move || {
        session
            .workspace
            .with(|known| known.parcels(|id| id.unit == unit.get_value()))
    });
    let sent = text(move || {
        session
            .workspace
            .with(|known| last_sent(known, &unit.get_value()))
    });
    let done = text(move || {
        let tally = session
            .workspace
            .with(|known| view::tally(known, &unit.get_value(), session.today.get()));
        words::percent_done(tally.done, tally.all())
    });
    let is_empty = Memo::new(move || parcels.with(Vec::is_empty));
    let buttons = live(move || {
        if is_empty.get() {
            vec![el("p").class("empty").with(say::NOTHING_YET)]
        } else {
            ways(session, parcels)
        }
    });
    vec![
        el("p").class("name").with(name).into(),
        el("p").class("below").with(done).into(),
        el("p").with(sent).into(),
        el("div").class("ways").with(buttons).into(),
        el("p").class("hint").with(say::SEND_HINT).into(),
    ]
}

/// The ways to send: to another app where the browser can, and as a download everywhere.
fn ways(session: Session, parcels: Memo<Vec<Parcel>>) -> Vec<El> {
    let can_share = browser::can_share();
    let way = |class: &str, sign: Icon, label: &str| {
        el("button").class(class).with(icon(sign)).with(label)
    };
    let by_share = can_share.then(|| {
        way("button", Icon::Share, say::SHARE)
            .on_click(move || share(session, parcels.get_untracked()))
    });
    let class = if can_share { "second wide" } else { "button" };
    let by_download = way(class, Icon::Download, say::DOWNLOAD)
        .on_click(move || download(session, &parcels.get_untracked()));
    by_share.into_iter().chain([by_download]).collect()
}

/// Says when the unit's records were last sent, and whether something has changed since.
fn last_sent(known: &Workspace, unit: &UnitId) -> String {
    let records: Vec<_> = known
        .records
        .iter()
        .filter(|(id, _)| id.unit == *unit)
        .collect();
    let shipments = records
        .iter()
        .filter_map(|(id, _)| known.settings.sent.get(id));
    let Some(last) = shipments.map(|shipment| shipment.at).max() else {
        return say::NEVER_SENT.to_owned();
    };
    let is_sent = |(id, record): &(&RecordId, &Record)| {
        known
            .settings
            .sent
            .get(id)
            .is_some_and(|shipment| shipment.seen.includes(record.seen()))
    };
    let rest = if records.iter().all(is_sent) {
        say::ALL_SENT
    } else {
        say::UNSENT
    };
    format!("{} {rest}", say::sent_at(&words::moment(last)))
}

/// Writes the file and its name, without the ending.
fn letter(session: Session, parcels: &[Parcel]) -> Option<(String, String)> {
    let text = seal(
        Kind::Progress,
        &Progress {
            parcels: parcels.to_vec(),
        },
        browser::now(),
    )
    .ok()?;
    Some((file_name(parcels, session.today.get_untracked()), text))
}

fn download(session: Session, parcels: &[Parcel]) {
    let saved = letter(session, parcels)
        .is_some_and(|(name, text)| browser::download(&format!("{name}.json"), &text).is_ok());
    if saved {
        session.act(Action::MarkSent(ids(parcels)));
    }
    session.say(if saved {
        say::DOWNLOADED
    } else {
        say::SHARE_FAILED
    });
}

fn share(session: Session, parcels: Vec<Parcel>) {
    spawn_local(async move {
        let Some((name, text)) = letter(session, &parcels) else {
            return session.say(say::SHARE_FAILED);
        };
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
    let id = |parcel: &Parcel| RecordId {
        plan: parcel.plan.clone(),
        unit: parcel.sender.unit.id.clone(),
    };
    parcels.iter().map(id).collect()
}

fn receive(session: Session) -> El {
    let shown = RwSignal::new(None::<Preview>);
    let input = el("input")
        .attr("type", "file")
        .attr("multiple", "")
        .attr("accept", ".json,.txt,application/json,text/plain")
        .on("change", move |event| open(session, &event, shown));
    let button = el("label")
        .class("second wide file")
        .with(icon(Icon::Open))
        .with(el("span").with(say::CHOOSE_FILES))
        .with(input);
    el("section")
        .class("card")
        .with(el("h2").with(say::RECEIVE))
        .with(button)
        .with(el("p").class("hint").with(say::RECEIVE_HINT))
        .with(live(move || {
            shown.get().map(|found| preview(session, &found, shown))
        }))
}

/// Reads the chosen files and shows what they would change.
fn open(session: Session, event: &web_sys::Event, shown: RwSignal<Option<Preview>>) {
    let chosen = browser::chosen_files(event);
    spawn_local(async move {
        let (mut files, mut refused) = (Vec::new(), Vec::new());
        for (file_name, text) in chosen.await {
            match text {
                Ok(text) => files.push((file_name, text)),
                Err(error) => refused.push(Arrival {
                    file_name,
                    verdict: Verdict::Unreadable(error),
                }),
            }
        }
        let mut found = session
            .workspace
            .with_untracked(|known| workspace::preview(known, &files));
        found.arrivals.extend(refused);
        if !found.arrivals.is_empty() {
            shown.set(Some(found));
            browser::after(0, || browser::focus("preview"));
        }
    });
}
