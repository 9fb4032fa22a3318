//! The list of duties beside the text, on wide screens.

use super::text::{label, unsure};
use crate::browser;
use crate::domain::capitalised;
use crate::ui::dom::{El, el, list, live, text};
use crate::ui::screens::finder::anchor;
use crate::ui::state::Memo;
use crate::view::Route;
use crate::view::draft::{Mark, first_words};
use crate::words::{self, draft as say};

/// After this time the pane of a duty stands.
const OPENED_MILLIS: i64 = 100;

/// Lists the duties. One that is tapped opens, and the text turns to it.
pub(super) fn index(all: Memo<Vec<Mark>>) -> El {
    let keys = move || all.with(|all| all.iter().map(|mark| mark.task.id.to_string()).collect());
    let item = move |id: String| {
        let mark = Memo::new(move || {
            all.with(|all| {
                let mut all = all.iter();
                all.find(|mark| mark.task.id.as_str() == id).cloned()
            })
        });
        el("li").with(live(move || mark.get().map(|mark| row(&mark))))
    };
    let count = el("span")
        .class("count")
        .with(text(move || all.with(Vec::len).to_string()));
    let none = live(move || {
        all.with(Vec::is_empty)
            .then(|| el("p").class("hint").with(say::NO_DUTIES))
    });
    el("aside")
        .class("duty-index")
        .attr("aria-label", say::DUTIES)
        .with(el("h2").with(say::DUTIES).with(" ").with(count))
        .with(none)
        .with(el("ul").with(list(keys, item)))
}

fn row(mark: &Mark) -> El {
    let block = mark.task.block;
    let facts = el("span")
        .class("facts")
        .with(unsure(mark))
        .with(el("span").with(label(mark)));
    el("a")
        .attr("href", &Route::to_draft(&mark.task.id).address())
        .on_click(move || {
            // The pane that opens makes the text narrower; the place is looked for when it is there.
            browser::after(OPENED_MILLIS, move || browser::scroll_to(&anchor(block)));
        })
        .with(el("b").with(words::task_path(&mark.task.path)))
        .with(
            el("span")
                .class("action")
                .with(capitalised(&first_words(mark.task.action()))),
        )
        .with(facts)
}
