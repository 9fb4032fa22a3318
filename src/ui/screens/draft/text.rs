//! The text of the draft with its duties marked in place.

use super::desk::Desk;
use super::review::make;
use crate::domain::{Block, capitalised};
use crate::ui::dom::{El, Node, el, list};
use crate::ui::parts::{Icon, icon};
use crate::ui::screens::finder::anchor;
use crate::ui::screens::plan::{class, share};
use crate::ui::state::Memo;
use crate::view::draft::{Mark, first_words, may_be_duty};
use crate::view::{Passage, Route};
use crate::words::{self, draft as say};

/// Shows the whole text. A paragraph is built anew only when its own marks change.
pub(super) fn text(desk: Desk, all: Memo<Vec<Mark>>) -> El {
    let blocks = desk.with_untracked(|draft| draft.plan().blocks.len());
    let keys = Memo::new(move || all.with(|all| keys(blocks, all)));
    let item = move |key: String| {
        let block = key.split('/').next().and_then(|block| block.parse().ok());
        let block: usize = block.unwrap_or_default();
        let content = desk.with_untracked(|draft| draft.plan().blocks.get(block).cloned());
        let here = all.with_untracked(|all| {
            let here = all.iter().filter(|mark| mark.task.block == block);
            here.cloned().collect::<Vec<_>>()
        });
        content.map_or_else(
            || el("div"),
            |content| paragraph(desk, block, content, &here),
        )
    };
    el("article")
        .class("document draft")
        .attr("aria-label", say::TEXT)
        .with(list(move || keys.get(), item))
}

/// One name for each paragraph, another whenever its marks are.
fn keys(blocks: usize, marks: &[Mark]) -> Vec<String> {
    let mut keys: Vec<String> = (0..blocks).map(|block| block.to_string()).collect();
    for mark in marks {
        if let Some(key) = keys.get_mut(mark.task.block) {
            let sign = if mark.is_unsure { "?" } else { "" };
            let (task, range, label) = (&mark.task, &mark.range, label(mark));
            let (start, end) = (range.start, range.end);
            *key = format!(
                "{key}/{}/{}/{start}-{end}/{label}{sign}",
                task.id, task.path
            );
        }
    }
    keys
}

fn paragraph(desk: Desk, block: usize, content: Block, marks: &[Mark]) -> El {
    let (role, marker) = (content.role, content.marker.clone());
    let is_part = |mark: &Mark| mark.range.len() < content.text.trim().len();
    let is_whole = !marks.is_empty() && !marks.iter().all(is_part);
    let parts: Vec<_> = marks.iter().map(|mark| mark.range.clone()).collect();
    let begins = first_words(&content.text);
    let passage = Passage {
        block,
        content,
        duties: Vec::new(),
    };
    let shares = passage.shares(if is_whole { &[] } else { &parts });
    let words: Vec<_> = shares.into_iter().map(share).collect();
    let marker = (!marker.is_empty()).then(|| el("span").class("marker").with(marker).with(" "));
    let is_free = marks.is_empty() && may_be_duty(role);
    let add = is_free.then(|| {
        el("button")
            .class("round make")
            .attr("aria-label", &format!("{}: {begins}", say::MAKE))
            .attr("title", say::MAKE)
            .with(icon(Icon::Plus))
            .on_click(move || make(desk, block))
    });
    let chips: Vec<_> = marks.iter().map(chip).collect();
    let kind = match (marks.is_empty(), is_whole, is_free) {
        (false, true, _) => "task indigo",
        (false, false, _) => "parts",
        (true, _, true) => "free",
        _ => "",
    };
    el("div")
        .attr("id", &anchor(block))
        .attr("tabindex", "-1")
        .class(&format!("{} {kind}", class(role)))
        .with(el("p").with(marker).with(words))
        .with(add)
        .with(Node::from(chips))
}

/// The mark below the words of a duty; it opens what can be corrected.
fn chip(mark: &Mark) -> El {
    el("a")
        .class("duty-chip")
        .attr("href", &Route::to_draft(&mark.task.id).address())
        .with(el("b").with(words::task_path(&mark.task.path)))
        .with(el("span").with(label(mark)))
        .with(unsure(mark))
}

/// The sign at a duty about which something is asked.
pub(super) fn unsure(mark: &Mark) -> Option<El> {
    mark.is_unsure.then(|| {
        el("span")
            .class("sign gold")
            .with(icon(Icon::Ask))
            .with(el("span").with(say::UNSURE))
    })
}

/// Says who leads a duty and when it is due.
pub(super) fn label(mark: &Mark) -> String {
    let leads = mark.task.lead.iter().map(|lead| lead.words.as_str());
    let leads = leads.collect::<Vec<_>>().join(", ");
    let who = if leads.is_empty() {
        say::WHO_MISSING.to_owned()
    } else {
        capitalised(&leads)
    };
    match say::when(&mark.task, mark.before) {
        Some(when) => format!("{who} · {when}"),
        None => who,
    }
}
