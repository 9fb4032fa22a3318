//! What the office writes into a report itself.

use super::Desk;
use crate::ui::dom::{El, el, live, text};
use crate::ui::parts::area_field;
use crate::ui::screens::fold::fold;
use crate::ui::state::Memo;
use crate::words::reporting as say;
use crate::workspace::{Action, Chapter, ReportId};

pub(super) fn remarks(desk: Desk) -> El {
    let id = Memo::new(move || desk.id());
    let facts = text(move || {
        let known = |chapter: &Chapter| !remark(desk, &id.get(), *chapter).is_empty();
        say::written(Chapter::ALL.iter().filter(|it| known(it)).count())
    });
    fold(say::OWN_WORDS, facts, move || {
        // Each report has fields of its own, so that what is still typed goes where it belongs.
        let fields = live(move || {
            let id = id.get();
            let fields = Chapter::ALL.map(|chapter| field(desk, &id, chapter));
            Vec::from(fields)
        });
        el("div")
            .class("fields")
            .with(el("p").class("hint").with(say::OWN_WORDS_HINT))
            .with(fields)
    })
}

fn field(desk: Desk, id: &ReportId, chapter: Chapter) -> El {
    let (read, write) = (id.clone(), id.clone());
    let words = Memo::new(move || remark(desk, &read, chapter));
    area_field(say::chapter(chapter), words, move |words| {
        desk.session
            .act(Action::Remark(write.clone(), chapter, words));
    })
}

fn remark(desk: Desk, id: &ReportId, chapter: Chapter) -> String {
    desk.session
        .workspace
        .with(|known| known.remark(id, chapter).to_owned())
}
