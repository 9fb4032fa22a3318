//! A button that asks before it does what it says.

use crate::ui::dom::{Node, el, live};
use crate::ui::state::{RwSignal, StoredValue};
use crate::words::screens as say;

type Call = Box<dyn Fn() + Send + Sync>;

/// What a button says, of what, and what it asks.
pub(in crate::ui) struct Question {
    pub(in crate::ui) label: &'static str,
    /// What is meant, for those who hear the button without what stands beside it; may be empty.
    pub(in crate::ui) of: String,
    pub(in crate::ui) asks: String,
}

pub(in crate::ui) fn ask_first(question: Question, yes: impl Fn() + Send + Sync + 'static) -> Node {
    let asked = RwSignal::new(false);
    let yes: StoredValue<Call> = StoredValue::new(Box::new(yes));
    let name = match question.of.as_str() {
        "" => question.label.to_owned(),
        of => format!("{}: {of}", question.label),
    };
    live(move || {
        let button = |class: &str| {
            el("button")
                .class(class)
                .attr("aria-label", &name)
                .with(question.label)
        };
        if !asked.get() {
            return button("plain danger").on_click(move || asked.set(true));
        }
        let no = el("button")
            .class("second")
            .with(say::CANCEL)
            .on_click(move || asked.set(false));
        let yes = button("second danger").on_click(move || {
            asked.set(false);
            yes.with_value(|yes| yes());
        });
        el("span")
            .class("ask")
            .attr("role", "alert")
            .with(question.asks.as_str())
            .with(yes)
            .with(no)
    })
}
