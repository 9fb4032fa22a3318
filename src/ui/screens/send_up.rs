//! Sending upward: all results of a plan as one file.

use crate::domain::PlanId;
use crate::file::{Kind, Parcel, Progress, file_name};
use crate::ui::dom::{El, el, live};
use crate::ui::parts::{JSON, Letter, Sayings, ways};
use crate::ui::session::Session;
use crate::ui::state::{Memo, StoredValue};
use crate::words::{exchange, overview as say};
use crate::workspace::{Action, RecordId};

const SAYINGS: Sayings = Sayings {
    share: exchange::SHARE,
    download: exchange::DOWNLOAD,
    shared: exchange::SHARED,
    downloaded: exchange::DOWNLOADED,
    locked: None,
};

pub(super) fn send_up(session: Session, plan: &PlanId) -> El {
    let plan = StoredValue::new(plan.clone());
    let is_empty = Memo::new(move || {
        let plan = plan.get_value();
        session
            .workspace
            .with(|known| !known.records.keys().any(|id| id.plan == plan))
    });
    let buttons = live(move || {
        if is_empty.get() {
            vec![el("p").class("empty").with(say::NOTHING_TO_SEND)]
        } else {
            ways(session, "button", SAYINGS, move |_| {
                letter(session, &plan.get_value())
            })
        }
    });
    el("section")
        .class("card send-up")
        .with(el("h2").with(say::SEND_UP))
        .with(el("div").class("ways").with(buttons))
        .with(el("p").class("hint").with(say::SEND_UP_HINT))
}

/// Writes the records as they are now.
fn letter(session: Session, plan: &PlanId) -> Option<Letter> {
    let wanted = |id: &RecordId| id.plan == *plan;
    let parcels = session
        .workspace
        .with_untracked(|known| known.parcels(wanted));
    let name = file_name(&parcels, session.today.get_untracked());
    let sent = Some(Action::MarkSent(parcels.iter().map(id).collect()));
    let text = session.seal(Kind::Progress, &Progress { parcels })?;
    let plan_name = session
        .workspace
        .with_untracked(|known| Some(known.plans.get(plan)?.short_name().to_owned()));
    Some(Letter {
        name,
        text,
        ending: JSON,
        sent,
        to: None,
        subject: exchange::mail_subject(plan_name.as_deref(), say::ALL_UNITS_REPORT),
        words: exchange::MAIL_WORDS.to_owned(),
    })
}

fn id(parcel: &Parcel) -> RecordId {
    RecordId {
        plan: parcel.plan.clone(),
        unit: parcel.sender.id.clone(),
    }
}
