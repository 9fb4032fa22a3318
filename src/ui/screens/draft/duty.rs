//! A duty of the draft, open: its words, who, when, and its extent.

use super::desk::Desk;
use super::scope::scope;
use super::time::time;
use super::who::who;
use crate::domain::{Part, TaskId};
use crate::draft::Edit;
use crate::ui::dom::{El, Node, el, live, text};
use crate::ui::parts::sheet;
use crate::ui::session::Session;
use crate::ui::state::Memo;
use crate::words::{self, draft as say};

pub(in crate::ui) fn draft_duty(session: Session, id: &TaskId) -> El {
    let desk = Desk { session };
    let task = desk.task(id);
    let is_there = Memo::new(move || task.with(Option::is_some));
    let title = text(move || {
        task.with(|task| task.as_ref().map(|task| words::task_path(&task.path)))
            .unwrap_or_default()
    });
    let id = id.clone();
    let content = live(move || {
        if is_there.get() {
            leptos::prelude::untrack(|| content(desk, &id))
        } else {
            el("p").class("empty").with(say::NO_SUCH_DUTY).into()
        }
    });
    sheet(session, title, content)
}

fn content(desk: Desk, id: &TaskId) -> Node {
    let task = desk.task(id);
    let words = text(move || task.get().map(|task| task.text).unwrap_or_default());
    let drop = {
        let id = id.clone();
        move || {
            desk.edit_with_undo(Edit::Drop(id.clone()), say::DROPPED);
            desk.session.page.close();
        }
    };
    Node::from(vec![
        el("section")
            .class("from-plan")
            .with(el("blockquote").with(words))
            .into(),
        asked(desk, id),
        who(desk, id, Part::Lead).into(),
        who(desk, id, Part::Support).into(),
        time(desk, id).into(),
        scope(desk, id).into(),
        el("p")
            .with(
                el("button")
                    .class("second wide danger")
                    .with(say::DROP)
                    .on_click(drop),
            )
            .into(),
    ])
}

/// What the reader asks about the duty.
fn asked(desk: Desk, id: &TaskId) -> Node {
    let id = id.clone();
    let asked = Memo::new(move || {
        desk.with(|draft| {
            let open = draft.open_notices();
            let here = open.filter(|(_, notice)| notice.task.as_ref() == Some(&id));
            here.map(|(number, notice)| (number, words::puzzle(notice.puzzle)))
                .collect::<Vec<_>>()
        })
    });
    live(move || {
        let row = |(number, said): (usize, &'static str)| {
            let right = el("button")
                .class("second")
                .with(say::RIGHT)
                .on_click(move || {
                    desk.edit(Edit::Settle(vec![number]));
                });
            el("div")
                .class("banner gold")
                .with(el("p").with(said))
                .with(right)
        };
        asked.get().into_iter().map(row).collect::<Vec<_>>()
    })
}
