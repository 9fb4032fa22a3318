//! The automatic snapshots: each can be opened, saved to a file, removed.

use crate::browser;
use crate::domain::day_in_vietnam;
use crate::store::Snapshot;
use crate::ui::dom::{El, Node, el, live};
use crate::ui::incoming;
use crate::ui::parts::{Question, ask_first};
use crate::ui::session::{Session, marked};
use crate::words::{self, backup, exchange, snapshots as say};
use crate::workspace::{Workspace, backup_file_name};

pub(super) fn snapshots(session: Session) -> Vec<Node> {
    let rows = live(move || {
        let all = session.snapshots();
        if all.is_empty() {
            return el("p").class("hint").with(say::NONE);
        }
        let rows = all.iter().map(|(one, size)| row(session, one, *size));
        el("ul").class("items kept").with(rows.collect::<Vec<_>>())
    });
    vec![
        el("h3").with(say::TITLE).into(),
        el("p").class("hint").with(say::HINT).into(),
        rows,
    ]
}

fn row(session: Session, snapshot: &Snapshot, size: usize) -> El {
    let when = words::moment(snapshot.at);
    let button = |label: &str, call: fn(Session, &Snapshot)| {
        let snapshot = snapshot.clone();
        el("button")
            .class("plain")
            .attr("aria-label", &format!("{label}: {when}"))
            .with(label)
            .on_click(move || call(session, &snapshot))
    };
    let question = Question {
        label: say::REMOVE,
        of: when.clone(),
        asks: say::ASK_REMOVE.to_owned(),
    };
    let gone = snapshot.clone();
    let remove = ask_first(question, move || {
        session.remove_snapshots(vec![gone.clone()]);
    });
    let named = el("span")
        .class("grow")
        .with(when.as_str())
        .with(el("small").with(say::about(snapshot.reason, size)));
    let tools = el("span")
        .class("answers")
        .with(button(say::OPEN, open))
        .with(button(say::SAVE, save))
        .with(remove);
    el("li").with(named).with(tools)
}

/// Opens a snapshot as any backup that comes in.
fn open(session: Session, snapshot: &Snapshot) {
    if let Some(text) = session.snapshot_text(snapshot) {
        incoming::open_kept(session, say::name(snapshot.at), text);
    }
}

fn save(session: Session, snapshot: &Snapshot) {
    let Some(text) = session.snapshot_text(snapshot) else {
        return;
    };
    let office = session.workspace.with_untracked(Workspace::office);
    let name = backup_file_name(&office, day_in_vietnam(snapshot.at));
    let saved = browser::download(&format!("{name}.json"), &marked(text));
    session.say(match saved {
        Ok(()) => backup::DOWNLOADED,
        Err(_) => exchange::SHARE_FAILED,
    });
}
