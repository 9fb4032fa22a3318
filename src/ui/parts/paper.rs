//! What stands on paper in place of the screen.

use super::icon::{Icon, icon};
use crate::browser;
use crate::ui::dom::{El, Node, el, live};
use crate::ui::state::RwSignal;
use leptos::prelude::untrack;

/// Paper in place of a screen. It is written when the page is about to be printed, as things stand then, and stays
/// until the screen is left: phones draw the pages after they have said that they are done.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Paper {
    /// How often it was written.
    written: RwSignal<usize>,
}

impl Paper {
    pub(in crate::ui) fn new() -> Self {
        let paper = Self {
            written: RwSignal::new(0),
        };
        browser::on_print(move || paper.write());
        paper
    }

    /// Shows on paper alone what is to stand there.
    pub(in crate::ui) fn shows<N: Into<Node>>(
        self,
        content: impl Fn() -> N + Send + 'static,
    ) -> Node {
        live(move || {
            let is_wanted = self.written.get() > 0;
            is_wanted.then(|| el("div").class("paper").with(untrack(|| content().into())))
        })
    }

    pub(in crate::ui) fn button(self, label: &str) -> El {
        el("button")
            .class("second")
            .attr("type", "button")
            .with(icon(Icon::Print))
            .with(label)
            .on_click(move || self.print())
    }

    /// Printing holds up the page, so what is printed has to stand there before.
    fn print(self) {
        self.write();
        browser::after(0, browser::print);
    }

    fn write(self) {
        // The screen may have been left.
        if self.written.try_get_untracked().is_some() {
            self.written.update(|times| *times += 1);
        }
    }
}
