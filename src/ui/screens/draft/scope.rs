//! How far a duty reaches: cutting it, joining it with the next, moving its mark.

use super::desk::Desk;
use crate::domain::TaskId;
use crate::draft::{Edit, Way};
use crate::ui::dom::{El, Node, el, live};
use crate::ui::state::{Memo, StoredValue};
use crate::view::draft::cuts;
use crate::words::draft as say;

pub(super) fn scope(desk: Desk, id: &TaskId) -> El {
    let task = desk.task(id);
    let id = StoredValue::new(id.clone());
    let text = Memo::new(move || task.get().map(|task| task.text).unwrap_or_default());
    let next = Memo::new(move || {
        desk.with(|draft| {
            let next = draft.following(&id.get_value())?;
            draft.plan().task(next).map(|next| next.path.clone())
        })
    });
    let join = live(move || {
        next.get().map(|path| {
            wide(&say::join(&path)).on_click(move || {
                desk.edit_with_undo(Edit::Join(id.get_value()), say::JOIN_DONE);
            })
        })
    });
    let move_to = |way: Way, label: &str| {
        wide(label).on_click(move || {
            desk.edit_with_undo(Edit::Move(id.get_value(), way), say::MOVED);
        })
    };
    el("details")
        .class("group scope")
        .with(el("summary").with(el("span").class("name").with(say::SCOPE)))
        .with(live(move || text.with(|text| pieces(desk, id, text))))
        .with(join)
        .with(move_to(Way::Before, say::MOVE_BEFORE))
        .with(move_to(Way::After, say::MOVE_AFTER))
}

fn wide(label: &str) -> El {
    el("button")
        .attr("type", "button")
        .class("second wide")
        .with(label)
}

/// The parts of the text, with a button between each two.
fn pieces(desk: Desk, id: StoredValue<TaskId>, text: &str) -> Option<Vec<Node>> {
    let cuts = cuts(text);
    let mut from = 0;
    let mut parts: Vec<Node> = Vec::new();
    for cut in cuts.iter().copied().chain([text.len()]) {
        if from > 0 {
            parts.push(knife(desk, id, from).into());
        }
        parts.push(
            el("span")
                .with(text.get(from..cut).unwrap_or_default())
                .into(),
        );
        from = cut;
    }
    (!cuts.is_empty()).then(|| {
        vec![
            el("p").class("hint").with(say::SPLIT_HINT).into(),
            el("div").class("pieces").with(parts).into(),
        ]
    })
}

fn knife(desk: Desk, id: StoredValue<TaskId>, cut: usize) -> El {
    el("button")
        .attr("type", "button")
        .class("plain knife")
        .with(say::SPLIT_HERE)
        .on_click(move || {
            desk.edit_with_undo(Edit::Split(id.get_value(), cut), say::SPLIT_DONE);
        })
}
