//! The overview by group: a bar for each, with its numbers in words.

use super::overview::{Desk, stacked};
use crate::ui::dom::{El, Node, el, live};
use crate::ui::parts::bar;
use crate::ui::state::Memo;
use crate::view::{Block, Overview};
use crate::words::overview as say;

/// Shows nothing where no unit is in a group.
pub(super) fn charts(desk: Desk) -> Node {
    let has_overlap = Memo::new(move || desk.shown.with(Overview::has_overlap));
    live(move || {
        let is_grouped = |blocks: &Vec<Block>| blocks.iter().any(|it| it.group.is_some());
        desk.blocks.with(is_grouped).then(|| {
            let bars: Vec<_> = desk
                .blocks
                .with(|blocks| blocks.iter().map(chart).collect());
            el("section")
                .class("card charts")
                .with(el("h2").with(say::BY_GROUP))
                .with(key())
                .with(el("ul").class("charts").with(bars))
                .with(
                    has_overlap
                        .get()
                        .then(|| el("p").class("hint").with(say::OVERLAP)),
                )
        })
    })
}

fn chart(block: &Block) -> El {
    let name = match block.group {
        Some(_) => block.name.as_str(),
        None => say::NO_GROUP,
    };
    let units = say::units(block.lines.len());
    el("li")
        .with(el("b").with(name))
        .with(" ")
        .with(el("small").with(units))
        // The words beside it tell the same, so the bar itself is not read out.
        .with(
            el("div")
                .attr("aria-hidden", "true")
                .with(stacked(block.counts, String::new())),
        )
        .with(el("p").class("hint").with(say::numbers(block.counts)))
}

/// What the colours and patterns mean.
fn key() -> El {
    let item = |(class, name): (&'static str, &'static str)| {
        let swatch = el("span").attr("aria-hidden", "true");
        el("li")
            .with(swatch.with(bar(&[(class, 1)], String::new())))
            .with(name)
    };
    el("ul")
        .class("key")
        .with(say::KEY.into_iter().map(item).collect::<Vec<_>>())
}
