//! What stands on paper in place of the screen.

use super::icon::{Icon, icon};
use crate::browser;
use crate::ui::dom::{El, Node, el};
use leptos::prelude::{AnyView, Mountable, Owner, Render, StoredValue, untrack};
use leptos::reactive::owner::LocalStorage;
use leptos::reactive::traits::UpdateValue;

/// Paper in place of a screen. It is written when the page is about to be printed, as things stand then, and stays
/// until the screen is left: phones draw the pages after they have said that they are done.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Paper(StoredValue<Sheet, LocalStorage>);

/// What is to stand on paper, whose it is, and what stands there.
#[derive(Default)]
struct Sheet {
    content: Option<(Box<dyn Fn() -> Node>, Owner)>,
    written: Option<(Owner, <AnyView as Render>::State)>,
}

const PLACE: &str = "paper";

impl Paper {
    pub(in crate::ui) fn new() -> Self {
        let paper = Self(StoredValue::new_local(Sheet::default()));
        browser::on_print(move || paper.write());
        paper
    }

    /// Shows on paper alone what is to stand there.
    pub(in crate::ui) fn shows<N: Into<Node>>(self, content: impl Fn() -> N + 'static) -> Node {
        let owner = Owner::current().unwrap_or_default();
        self.0.update_value(|sheet| {
            sheet.content = Some((Box::new(move || content().into()), owner));
        });
        el("div").class("paper").attr("id", PLACE).into()
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

    /// Writes at once: Firefox draws the pages right after it has said that it will, before anything else is done.
    fn write(self) {
        // The screen may have been left.
        self.0.try_update_value(|sheet| {
            let (Some((content, owner)), Some(place)) = (&sheet.content, browser::element(PLACE))
            else {
                return;
            };
            if let Some((_, mut before)) = sheet.written.take() {
                before.unmount();
            }
            let owner = owner.with(Owner::new);
            let mut written = owner.with(|| untrack(|| AnyView::from(content()).build()));
            written.mount(&place, None);
            sheet.written = Some((owner, written));
        });
    }
}
