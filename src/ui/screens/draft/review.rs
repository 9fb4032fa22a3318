//! Cần xem lại: what the reader is unsure of, each with a tap to accept or to correct.

use super::desk::Desk;
use super::head::HEAD;
use crate::browser;
use crate::draft::{Edit, Span};
use crate::reader::Puzzle;
use crate::ui::dom::{El, Node, el, list, live, text};
use crate::ui::screens::finder::anchor;
use crate::ui::state::Memo;
use crate::view::Route;
use crate::view::draft::{Doubt, Question, questions};
use crate::words::{self, draft as say};

pub(super) fn review(desk: Desk) -> El {
    let asked = Memo::new(move || desk.with(questions));
    let count = Memo::new(move || {
        asked.with(|asked| {
            asked
                .iter()
                .map(|question| question.doubts.len())
                .sum::<usize>()
        })
    });
    let keys =
        move || asked.with(|asked| asked.iter().map(|question| key(question.puzzle)).collect());
    let title = el("h2").with(say::REVIEW).with(" ").with(
        el("span")
            .class("count")
            .with(text(move || count.get().to_string())),
    );
    el("section")
        .class("card review")
        .with(title)
        .with(live(move || {
            (count.get() == 0).then(|| el("p").class("hint").with(say::NOTHING_TO_REVIEW))
        }))
        .with(el("div").with(list(keys, move |key| question(desk, asked, key))))
}

fn key(puzzle: Puzzle) -> String {
    words::puzzle(puzzle).to_owned()
}

/// All places at which the same is asked.
fn question(desk: Desk, asked: Memo<Vec<Question>>, wanted: String) -> El {
    let said = wanted.clone();
    let question = Memo::new(move || {
        asked.with(|asked| {
            asked
                .iter()
                .find(|question| key(question.puzzle) == wanted)
                .cloned()
        })
    });
    let doubts = Memo::new(move || {
        question
            .get()
            .map(|question| question.doubts)
            .unwrap_or_default()
    });
    let puzzle =
        question.with_untracked(|question| question.as_ref().map(|question| question.puzzle));
    let keys = move || {
        doubts.with(|doubts| {
            doubts
                .iter()
                .map(|doubt| doubt.notice.to_string())
                .collect()
        })
    };
    let row = move |wanted: String| {
        let found = doubts.with_untracked(|doubts| {
            doubts
                .iter()
                .find(|doubt| doubt.notice.to_string() == wanted)
                .cloned()
        });
        el("li").with(
            found
                .zip(puzzle)
                .map(|(doubt, puzzle)| row(desk, puzzle, &doubt)),
        )
    };
    let count = el("span")
        .class("count")
        .with(text(move || doubts.with(Vec::len).to_string()));
    let is_short = doubts.with_untracked(|doubts| doubts.len() <= 3);
    let all = live(move || {
        let numbers: Vec<usize> =
            doubts.with(|doubts| doubts.iter().map(|doubt| doubt.notice).collect());
        (numbers.len() > 1).then(|| {
            el("button")
                .class("second")
                .with(say::all_right(numbers.len()))
                .on_click(move || {
                    desk.edit_with_undo(
                        Edit::Settle(numbers.clone()),
                        &say::all_right(numbers.len()),
                    );
                })
        })
    });
    el("details")
        .class("group")
        .flag("open", move || is_short)
        .with(
            el("summary")
                .with(el("span").class("name").with(said))
                .with(count),
        )
        .with(all)
        .with(el("ul").class("items").with(list(keys, row)))
}

fn row(desk: Desk, puzzle: Puzzle, doubt: &Doubt) -> Vec<Node> {
    let button = |label: &str| {
        let place = say::field_of(puzzle).unwrap_or(&doubt.excerpt);
        let name = format!("{label}: {place}");
        el("button")
            .class("second")
            .attr("aria-label", &name)
            .with(label)
    };
    let number = doubt.notice;
    let settle = move || {
        desk.edit(Edit::Settle(vec![number]));
    };
    let accept = match (puzzle, &doubt.task) {
        (Puzzle::DutyDoubtful, None) => button(say::IS_NO_DUTY),
        (Puzzle::DutyDoubtful, Some(_)) => button(say::IS_DUTY),
        (puzzle, _) if say::field_of(puzzle).is_some() => button(say::LEAVE_OUT),
        _ => button(say::RIGHT),
    };
    let tools = el("span")
        .class("answers")
        .with(accept.on_click(settle))
        .with(other(desk, puzzle, doubt, button));
    vec![place(puzzle, doubt).into(), tools.into()]
}

/// The way to answer otherwise.
fn other(desk: Desk, puzzle: Puzzle, doubt: &Doubt, button: impl Fn(&str) -> El) -> Option<El> {
    match (puzzle, &doubt.task, doubt.block) {
        (Puzzle::DutyDoubtful, Some(task), _) => {
            let task = task.clone();
            Some(button(say::IS_NO_DUTY).on_click(move || {
                desk.edit_with_undo(Edit::Drop(task.clone()), say::DROPPED);
            }))
        }
        (Puzzle::DutyDoubtful | Puzzle::OutsideOutline, None, Some(block)) => {
            Some(button(say::IS_DUTY).on_click(move || make(desk, block)))
        }
        (_, Some(task), _) => {
            let address = Route::to_draft(task).address();
            Some(button(say::CORRECT).on_click(move || browser::go(&address)))
        }
        (puzzle, None, _) if say::field_of(puzzle).is_some() => {
            Some(button(say::CORRECT).on_click(|| {
                browser::scroll_to(HEAD);
                browser::focus(HEAD);
            }))
        }
        _ => None,
    }
}

/// Makes a duty of a whole paragraph and opens it.
pub(super) fn make(desk: Desk, block: usize) {
    let text_of = |at: usize| {
        desk.with_untracked(|draft| draft.plan().blocks.get(at).map(|block| block.text.len()))
    };
    let end = text_of(block).unwrap_or_default();
    desk.edit_with_undo(
        Edit::Make(Span {
            block,
            start: 0,
            end,
        }),
        say::MADE,
    );
    let made = desk.with_untracked(|draft| {
        let task = draft.plan().tasks.iter().find(|task| task.block == block);
        task.map(|task| Route::to_draft(&task.id).address())
    });
    if let Some(address) = made {
        browser::go(&address);
    }
}

/// The first words of a place, which lead into the text; of the head, the field.
fn place(puzzle: Puzzle, doubt: &Doubt) -> El {
    let words = doubt.excerpt.as_str();
    match (say::field_of(puzzle), doubt.block) {
        (Some(field), _) => el("span").class("grow").with(field),
        (None, Some(block)) => {
            el("button")
                .class("plain quote grow")
                .with(words)
                .on_click(move || {
                    browser::scroll_to(&anchor(block));
                    browser::focus(&anchor(block));
                })
        }
        (None, None) => el("span").class("quote grow").with(words),
    }
}
