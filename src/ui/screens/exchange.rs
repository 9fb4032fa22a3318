//! Gửi – nhận: send my unit's result as a file, open what others sent.

use super::receive::receive;
use crate::domain::{Plan, PlanId, UnitId};
use crate::file::{Kind, Parcel, Progress, file_name};
use crate::progress::Record;
use crate::ui::dom::{El, Node, el, live, text};
use crate::ui::parts::{JSON, Letter, Sayings, copy, header, link, one_by_one, ways};
use crate::ui::session::Session;
use crate::ui::state::{Memo, StoredValue};
use crate::view::{self, Screen};
use crate::words::{self, exchange as say, screens};
use crate::workspace::{Action, RecordId, Workspace};

const SAYINGS: Sayings = Sayings {
    share: say::SHARE,
    download: say::DOWNLOAD,
    shared: say::SHARED,
    downloaded: say::DOWNLOADED,
    locked: None,
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
        header(screens::EXCHANGE, ()).into(),
        el("section")
            .class("card")
            .with(el("h2").with(say::SEND))
            .with(sending)
            .into(),
        receive(session).into(),
        live(move || session.workspace.with(|known| last_import(session, known))),
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
            ways(session, "button", SAYINGS, move |_| {
                letter(session, parcels.get_untracked())
            })
        }
    });
    vec![
        el("p").class("name").with(name).into(),
        el("p").class("below").with(done).into(),
        el("p").with(sent).into(),
        live(move || session.workspace.with(acknowledged)),
        live(move || {
            session
                .workspace
                .with(|known| rounds(known, &unit.get_value()))
        }),
        el("div").class("ways").with(buttons).into(),
        el("p").class("hint").with(say::SEND_HINT).into(),
        el("p").class("hint").with(words::guard::NO_SECRETS).into(),
        briefs(session, unit),
        el("p")
            .class("hint")
            .with(words::reporting::MAKE_HINT)
            .into(),
        el("p")
            .class("buttons")
            .with(link(Screen::Report(None), words::reporting::MAKE_REPORT))
            .into(),
    ]
}

/// The short reports of the unit, one for each plan on which it has written something.
fn briefs(session: Session, me: StoredValue<UnitId>) -> Node {
    let plans = Memo::new(move || {
        session.workspace.with(|known| {
            let plans = view::plans_of(known, &me.get_value()).into_iter();
            let is_written = |plan: &&Plan| {
                let mut records = known.records.keys();
                records.any(|id| id.plan == plan.id && is_mine(known, id))
            };
            let written = plans.filter(is_written);
            written.map(|plan| plan.id.clone()).collect::<Vec<_>>()
        })
    });
    live(move || {
        let plans = plans.get();
        one_by_one(1, plans.len(), move |at| {
            brief(session, plans[at].clone(), me)
        })
    })
}

fn brief(session: Session, plan: PlanId, me: StoredValue<UnitId>) -> El {
    let text = Memo::new(move || {
        let today = session.today.get();
        let brief = session
            .workspace
            .with(|known| view::brief(known, &plan, &me.get_value(), today));
        brief.as_ref().map(words::brief::text).unwrap_or_default()
    });
    let area = el("textarea")
        .attr("readonly", "")
        .attr("rows", "7")
        .value(move || text.get());
    let copy = el("button")
        .class("second")
        .with(say::COPY_BRIEF)
        .on_click(move || copy(session, text.get_untracked(), say::TEXT_COPIED));
    el("div")
        .class("brief")
        .with(
            el("label")
                .class("field")
                .with(el("span").with(say::BRIEF))
                .with(area),
        )
        .with(copy)
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

/// Says up to where other offices have followed the unit's records.
fn acknowledged(known: &Workspace) -> Vec<El> {
    let line = |it: &view::Acknowledged| {
        let until = it.until.map(words::moment).unwrap_or_default();
        let rest = match it.missing {
            0 => say::ALL_RECEIVED.to_owned(),
            missing => say::not_received(missing),
        };
        let said = format!("{} {rest}", say::received_until(&it.by, &until));
        el("p").class("receipt").with(said)
    };
    view::acknowledged(known).iter().map(line).collect()
}

/// Says by when reports are asked for.
fn rounds(known: &Workspace, me: &UnitId) -> Vec<El> {
    let line = |plan: &Plan| {
        let round = known.rosters.get(&plan.id)?.round.as_ref()?;
        let said = words::assign::asked(round.by, &round.to);
        Some(el("p").with(format!("{}: {said}", plan.short_name())))
    };
    let plans = view::plans_of(known, me);
    plans.into_iter().filter_map(line).collect()
}

/// Writes the unit's records as they are now.
fn letter(session: Session, parcels: Vec<Parcel>) -> Option<Letter> {
    let name = file_name(&parcels, session.today.get_untracked());
    let sent = Some(Action::MarkSent(ids(&parcels)));
    let progress = Progress { parcels };
    let text = session.seal(Kind::Progress, &progress)?;
    Some(Letter {
        name,
        text,
        ending: JSON,
        sent,
        to: mail_to(session, &progress.parcels),
        subject: subject(&progress.parcels),
        words: say::MAIL_WORDS.to_owned(),
    })
}

/// Where reports are asked to be sent, if that is one mail address.
fn mail_to(session: Session, parcels: &[Parcel]) -> Option<String> {
    let [parcel] = parcels else {
        return None;
    };
    session.workspace.with_untracked(|known| {
        let round = known.rosters.get(&parcel.plan)?.round.as_ref()?;
        round.mail().map(str::to_owned)
    })
}

fn subject(parcels: &[Parcel]) -> String {
    let plan = match parcels {
        [one] => Some(one.plan_name.as_str()),
        _ => None,
    };
    let unit = parcels.first().map(|parcel| parcel.sender.name.as_str());
    say::mail_subject(plan, unit.unwrap_or_default())
}

fn ids(parcels: &[Parcel]) -> Vec<RecordId> {
    let id = |parcel: &Parcel| RecordId {
        plan: parcel.plan.clone(),
        unit: parcel.sender.id.clone(),
    };
    parcels.iter().map(id).collect()
}

/// What was taken in last, and the way to take it back.
fn last_import(session: Session, known: &Workspace) -> Option<El> {
    let last = known.last_import.as_ref()?;
    let said = say::last_import(last.plans, last.records, &words::moment(last.at));
    let undo = move || {
        session.act_then(Action::UndoImport, move || session.say(say::IMPORT_UNDONE));
    };
    Some(
        el("section").class("card").with(el("p").with(said)).with(
            el("button")
                .class("second")
                .with(say::UNDO_IMPORT)
                .on_click(undo),
        ),
    )
}
