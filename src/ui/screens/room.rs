//! The room that is left on this device, what takes it, and how to have some of it back.

use crate::browser;
use crate::store::{Aside, Kept, Room};
use crate::ui::dom::{El, Node, el, live};
use crate::ui::parts::{Question, ask_first};
use crate::ui::session::Session;
use crate::ui::state::{Memo, RwSignal};
use crate::view;
use crate::words::{self, exchange, room as say};
use crate::workspace::{Action, Shelf, Workspace};

/// What takes room, and how many plans are in the bin. To look at all that is stored takes time.
pub(super) type Found = Memo<(Room, usize)>;

pub(super) fn find(session: Session) -> Found {
    Memo::new(move || (session.room(), session.workspace.with(binned)))
}

pub(super) fn room(session: Session, found: Found) -> El {
    // Whether the damaged texts were saved to a file; only then they may go.
    let is_saved = RwSignal::new(false);
    let shown = live(move || {
        let (room, binned) = found.get();
        let taken = room.taken();
        let (left, percent) = (view::room_left(taken), view::room_share(taken));
        let rows = room.heaps().map(|(kept, size)| {
            let way = way(session, kept, binned, is_saved);
            row(kept, size, way)
        });
        vec![
            el("p").with(say::taken(taken, left, percent)),
            el("ul").class("items kept").with(rows.collect::<Vec<_>>()),
        ]
    });
    el("section")
        .class("card")
        .attr("id", "cho-luu")
        .with(el("h2").with(say::TITLE))
        .with(shown)
        .with(el("p").class("hint").with(say::HINT))
}

fn row(kept: Kept, size: usize, way: Node) -> El {
    let named = el("span")
        .class("grow")
        .with(say::kept(kept))
        .with(el("small").with(words::size(size)));
    el("li").with(named).with(way)
}

/// How to have back what something takes, where there is a way.
fn way(session: Session, kept: Kept, binned: usize, is_saved: RwSignal<bool>) -> Node {
    match kept {
        Kept::Plans => empty_bin(session, binned),
        Kept::LastImport => ask(say::FORGET_IMPORT, say::ASK_FORGET_IMPORT, move || {
            session.act(Action::ForgetImport);
            session.say(say::FREED);
        }),
        Kept::Snapshots => ask(say::DROP_SNAPSHOTS, say::ASK_DROP_SNAPSHOTS, move || {
            let all: Vec<_> = session
                .snapshots()
                .into_iter()
                .map(|(one, _)| one)
                .collect();
            session.remove_snapshots(all);
        }),
        Kept::Damaged => drop_damaged(session, is_saved),
        Kept::Results | Kept::Draft | Kept::Other => ().into(),
    }
}

fn ask(label: &'static str, asks: &str, yes: impl Fn() + Send + Sync + 'static) -> Node {
    let (of, asks) = (String::new(), asks.to_owned());
    ask_first(Question { label, of, asks }, yes)
}

fn empty_bin(session: Session, count: usize) -> Node {
    let ask = || {
        ask(say::EMPTY_BIN, &say::ask_empty_bin(count), move || {
            session.empty_bin();
            session.say(say::FREED);
        })
    };
    (count > 0).then(ask).into()
}

/// Counts the plans in the bin.
fn binned(known: &Workspace) -> usize {
    let away = known.settings.put_away.values();
    away.filter(|shelf| **shelf == Shelf::Bin).count()
}

fn drop_damaged(session: Session, is_saved: RwSignal<bool>) -> Node {
    if is_saved.get() {
        return ask(say::DROP_DAMAGED, say::ASK_DROP_DAMAGED, move || {
            session.forget_damaged();
            session.say(say::FREED);
        });
    }
    let save = move || {
        let text = session.aside.with_untracked(|aside| all_of(aside));
        match browser::download(say::DAMAGED_FILE, &text) {
            Ok(()) => is_saved.set(true),
            Err(_) => session.say(exchange::SHARE_FAILED),
        }
    };
    el("button")
        .class("plain")
        .with(say::SAVE_DAMAGED)
        .on_click(save)
        .into()
}

/// All damaged texts that were set aside, each under where it was found.
fn all_of(aside: &[Aside]) -> String {
    let texts = aside.iter().filter(|text| text.is_set_aside());
    let texts = texts.map(|text| format!("{}\n{}\n", text.kept_at, text.text));
    texts.collect()
}
