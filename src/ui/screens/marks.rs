//! What is found in the text of a plan, marked in place: where the reader is taken at once, elsewhere when that is seen.

use super::finder::anchor;
use crate::browser;
use crate::domain::Role;
use crate::ui::state::{Memo, RwSignal};
use crate::view::{Hit, Markup, Passage, Share};
use leptos::prelude::Effect;
use std::ops::Range;

/// So many passages may be in sight at once.
const IN_SIGHT: usize = 12;

/// So many further ones are marked at a time.
const SLICE: usize = 8;

/// What stands in the page, and what is to stand there.
#[derive(Default)]
struct Marks {
    /// By passage.
    shown: Vec<Vec<Range<usize>>>,
    wanted: Vec<Vec<Range<usize>>>,
    /// Passages that show something else than is wanted, the last one to be marked first.
    behind: Vec<usize>,
}

/// Makes the page follow what is found.
pub(super) fn mark(passages: Memo<Vec<Passage>>, hits: Memo<Vec<Hit>>) {
    let marks = RwSignal::new(Marks::default());
    let go_on = move |most: usize| {
        let mut is_more = false;
        passages.try_with_untracked(|passages| {
            marks.try_update(|marks| is_more = marks.go_on(passages, most));
        });
        is_more
    };
    Effect::new(move |_| {
        let all = passages.with_untracked(Vec::len);
        hits.with(|hits| marks.update(|marks| marks.follow(hits, all)));
        if go_on(IN_SIGHT) {
            browser::bit_by_bit(move || go_on(SLICE));
        }
    });
}

/// What a passage says, with its marks.
pub(super) fn words(passage: &Passage, found: &[Range<usize>]) -> Markup {
    let mut html = Markup::default();
    let marker = &passage.content.marker;
    if !marker.is_empty() {
        html.element("span", &[("class", "marker")], marker);
        html.text(" ");
    }
    for share in passage.shares(found) {
        add_share(&mut html, &share);
    }
    html
}

fn add_share(html: &mut Markup, share: &Share) {
    let tags = [
        ("strong", share.strong),
        ("em", share.italic),
        ("mark", share.found),
    ];
    let tags = tags.into_iter().filter(|(_, is_wanted)| *is_wanted);
    for (tag, _) in tags.clone() {
        html.open(tag, &[]);
    }
    html.text(&share.text);
    for (tag, _) in tags.rev() {
        html.close(tag);
    }
}

impl Marks {
    fn follow(&mut self, hits: &[Hit], all: usize) {
        self.shown.resize(all, Vec::new());
        self.wanted = vec![Vec::new(); all];
        for hit in hits {
            self.wanted[hit.block].clone_from(&hit.ranges);
        }
        // The first place that is found comes into sight, and what stands below it.
        let first = hits.first().map_or(0, |hit| hit.block);
        let order = (0..first).rev().chain((first..all).rev());
        let differs = |at: &usize| self.shown[*at] != self.wanted[*at];
        self.behind = order.filter(differs).collect();
    }

    /// Marks some of the passages. Returns whether more are to be marked.
    fn go_on(&mut self, passages: &[Passage], most: usize) -> bool {
        let from = self.behind.len().saturating_sub(most);
        for at in self.behind.split_off(from) {
            if let Some(passage) = passages.get(at) {
                set_words(at, passage, &self.wanted[at]);
                self.shown[at].clone_from(&self.wanted[at]);
            }
        }
        !self.behind.is_empty()
    }
}

fn set_words(at: usize, passage: &Passage, found: &[Range<usize>]) {
    let words = words(passage, found).into_text();
    match passage.content.role {
        Role::Section => browser::set_markup(&anchor(at), &words),
        _ => browser::set_part(&anchor(at), "p", &words),
    }
}
