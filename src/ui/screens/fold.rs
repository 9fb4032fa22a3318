//! A part of the overview that opens by tap. Its content is built when it is first opened.

use crate::ui::dom::{El, Node, el, live};
use crate::ui::state::RwSignal;

/// Shows a name and what is most worth knowing; the rest lies below.
pub(super) fn fold<N: Into<Node>>(
    name: &str,
    facts: impl Into<Node>,
    content: impl Fn() -> N + Send + 'static,
) -> El {
    fn erased(name: &str, facts: Node, content: Box<dyn Fn() -> Node + Send>) -> El {
        let opened = RwSignal::new(false);
        let summary = el("summary")
            .with(el("span").class("name").with(name))
            .with(el("span").class("facts").with(facts))
            .on_click(move || opened.set(true));
        el("details")
            .class("group card fold")
            .with(summary)
            .with(live(move || opened.with(|opened| opened.then(&content))))
    }
    erased(name, facts.into(), Box::new(move || content().into()))
}
