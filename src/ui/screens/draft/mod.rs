//! Xác nhận kế hoạch: what was read beside its text, to be looked at, corrected and kept.

mod changes;
mod desk;
mod duty;
mod head;
mod index;
mod review;
mod scope;
mod text;
mod time;
mod who;

pub(in crate::ui) use duty::draft_duty;

use self::desk::Desk;
use crate::ui::dom::{El, Node, el, live, text as live_text};
use crate::ui::parts::{Icon, header, icon};
use crate::ui::screens::plans::drop_draft;
use crate::ui::session::Session;
use crate::ui::state::Memo;
use crate::view::{self, Route, Screen};
use crate::words::{draft as say, guard, plans};

pub(in crate::ui) fn draft(session: Session) -> Node {
    let desk = Desk { session };
    let is_there = Memo::new(move || session.workspace.with(|known| known.draft.is_some()));
    live(move || {
        if is_there.get() {
            // What is shown follows the draft by itself.
            leptos::prelude::untrack(|| confirm(desk))
        } else {
            Node::from(vec![header(say::CONFIRM, ()), missing()])
        }
    })
}

fn missing() -> El {
    let link = el("a")
        .attr("href", &Route::to(Screen::Add).address())
        .with(plans::ADD_PLAN);
    el("p")
        .class("empty")
        .with(say::NO_DRAFT)
        .with(" ")
        .with(link)
}

fn confirm(desk: Desk) -> Node {
    let below = live_text(move || {
        desk.with(|draft| {
            let source = match draft.origin().source.as_str() {
                "" => say::PASTED,
                name => name,
            };
            format!("{source} · {}", plans::duties(draft.plan().tasks.len()))
        })
    });
    let marks = Memo::new(move || desk.with(view::draft::marks));
    let side = el("div")
        .class("draft-side")
        .with(changes::which(desk))
        .with(head::head(desk))
        .with(review::review(desk));
    let panes = el("div")
        .class("draft-panes")
        .with(side)
        .with(text::text(desk, marks))
        .with(index::index(marks));
    Node::from(vec![
        header(say::CONFIRM, below).into(),
        secret(desk),
        changes::changes(desk),
        panes.into(),
        end(desk).into(),
        left(desk).into(),
    ])
}

/// Says that a text bears the mark of a state secret, which has no place here.
fn secret(desk: Desk) -> Node {
    let mark = Memo::new(move || desk.with(|draft| view::secrecy(draft.plan())));
    live(move || {
        mark.get().map(|mark| {
            el("section")
                .class("banner lacquer")
                .attr("role", "alert")
                .with(el("p").with(guard::secret(mark)))
        })
    })
}

/// The way on, always at hand.
fn end(desk: Desk) -> El {
    let keep = el("button")
        .class("button")
        .with(say::KEEP)
        .on_click(move || desk.keep());
    let edits = Memo::new(move || desk.with(|draft| draft.edits().len()));
    let undo = live(move || {
        let count = edits.get();
        (count > 0).then(|| {
            el("button")
                .class("second")
                .attr("aria-label", &say::undo(count))
                .with(icon(Icon::Undo))
                .with(count.to_string())
                .on_click(move || desk.undo())
        })
    });
    el("p").class("confirm buttons").with(undo).with(keep)
}

/// What becomes of a draft that is left, and the way to drop it.
fn left(desk: Desk) -> El {
    let drop = el("button")
        .class("plain danger")
        .with(plans::DROP_DRAFT)
        .on_click(move || drop_draft(desk.session));
    el("p").class("hint left").with(say::DRAFT_KEPT).with(drop)
}
