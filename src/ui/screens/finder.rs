//! Finding one's way in a plan: search and outline.

use crate::browser;
use crate::domain::Plan;
use crate::ui::dom::{El, el, text};
use crate::ui::parts::{Icon, icon};
use crate::ui::state::{Memo, RwSignal};
use crate::view::Hit;
use crate::words::screens as say;

/// Shows the search and the outline; what is typed goes into `phrase`.
pub(super) fn finder(plan: &Plan, phrase: RwSignal<String>, hits: Memo<Vec<Hit>>) -> El {
    // The outline lies over the text, so it closes when a search begins.
    let open = RwSignal::new(false);
    el("div")
        .class("finder")
        .with(search(phrase, hits, open))
        .with(outline(plan, open))
}

fn outline(plan: &Plan, open: RwSignal<bool>) -> El {
    let entry = |block: usize, marker: &str, title: &str| {
        let jump = move || {
            open.set(false);
            browser::scroll_to(&anchor(block));
            browser::focus(&anchor(block));
        };
        let words = format!("{marker}. {title}");
        el("li").with(el("button").class("plain").with(words).on_click(jump))
    };
    let entries: Vec<_> = plan
        .sections()
        .map(|section| entry(section.block, section.marker, section.title))
        .collect();
    let turn = move |event: web_sys::Event| {
        // Pressing is what opens and closes; the element must follow the app alone.
        event.prevent_default();
        open.update(|open| *open = !*open);
    };
    el("details")
        .class("outline")
        .flag("open", move || open.get())
        .with(
            el("summary")
                .on("click", turn)
                .with(icon(Icon::Outline))
                .with(el("span").with(say::OUTLINE)),
        )
        .with(el("ol").with(entries))
}

fn search(phrase: RwSignal<String>, hits: Memo<Vec<Hit>>, open: RwSignal<bool>) -> El {
    let at = RwSignal::new(0_usize);
    let show = move || {
        hits.with_untracked(|hits| {
            if let Some(hit) = hits.get(at.get_untracked()) {
                browser::scroll_to(&anchor(hit.block));
            }
        });
    };
    let step = move |by: fn(usize) -> usize| {
        let all = hits.with_untracked(Vec::len);
        if all > 0 {
            at.update(|at| *at = (*at + by(all)) % all);
            show();
        }
    };
    let typed = move |text: String| {
        open.set(false);
        phrase.set(text);
        at.set(0);
        show();
    };
    let said = move || match (
        phrase.with(|phrase| phrase.trim().is_empty()),
        hits.with(Vec::len),
    ) {
        (true, _) => String::new(),
        (false, 0) => say::NOT_FOUND.to_owned(),
        (false, all) => say::hit(at.get() + 1, all),
    };
    let input = el("input")
        .attr("id", "search")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("aria-label", say::SEARCH)
        .attr("placeholder", say::SEARCH_SHORT)
        .attr("title", say::SEARCH_HINT)
        .on_value("input", typed);
    let button = move |kind: &str, label: &str, sign: Icon| {
        el("button")
            .class("round")
            .attr("type", kind)
            .attr("aria-label", label)
            .flag("disabled", move || hits.with(Vec::is_empty))
            .with(icon(sign))
    };
    el("form")
        .class("search")
        .attr("role", "search")
        .on_submit(move || step(|_| 1))
        .with(
            el("label")
                .class("unseen")
                .attr("for", "search")
                .with(say::SEARCH),
        )
        .with(icon(Icon::Search))
        .with(input)
        .with(el("output").attr("for", "search").with(text(said)))
        .with(button("button", say::PREVIOUS_HIT, Icon::Up).on_click(move || step(|all| all - 1)))
        .with(button("submit", say::NEXT_HIT, Icon::Down))
}

/// The name of a paragraph's place in the page.
pub(super) fn anchor(block: usize) -> String {
    format!("doan-{block}")
}
