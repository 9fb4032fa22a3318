//! Gửi – nhận: send my unit's result as a file, open what others sent.

use super::preview::preview;
use crate::browser;
use crate::domain::UnitId;
use crate::file::{Kind, Parcel, Progress, file_name, seal};
use crate::progress::Record;
use crate::ui::dom::{El, Node, el, live, text};
use crate::ui::parts::{Icon, Letter, Sayings, header, icon, ways};
use crate::ui::session::Session;
use crate::ui::state::{Memo, RwSignal, StoredValue};
use crate::view;
use crate::words::{self, exchange as say, screens};
use crate::workspace::{self, Action, Arrival, Preview, RecordId, Verdict, Workspace};
use leptos::task::spawn_local;

const SAYINGS: Sayings = Sayings {
    share: say::SHARE,
    download: say::DOWNLOAD,
    shared: say::SHARED,
    downloaded: say::DOWNLOADED,
};

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
            .with(|known| known.parcels(|id| is_mine(known, id)))
    });
    let sent = text(move || session.workspace.with(last_sent));
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
            ways(session, "button", SAYINGS, move || {
                letter(session, parcels.get_untracked())
            })
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

/// Says whether a record is what this device's unit reports now.
fn is_mine(known: &Workspace, id: &RecordId) -> bool {
    known.is_at_work(&id.plan) && known.is_me(&id.plan, &id.unit)
}

/// Says when the unit's records were last sent, and whether something has changed since.
fn last_sent(known: &Workspace) -> String {
    let records: Vec<_> = known
        .records
        .iter()
        .filter(|(id, _)| is_mine(known, id))
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

/// Writes the unit's records as they are now.
fn letter(session: Session, parcels: Vec<Parcel>) -> Option<Letter> {
    let name = file_name(&parcels, session.today.get_untracked());
    let sent = Some(Action::MarkSent(ids(&parcels)));
    let text = seal(Kind::Progress, &Progress { parcels }, browser::now()).ok()?;
    Some(Letter { name, text, sent })
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
