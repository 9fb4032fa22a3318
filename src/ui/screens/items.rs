//! The parts of an entry of which there may be many: documents and sub-steps.

use super::form::Form;
use crate::browser;
use crate::domain::{ItemId, day_from_iso};
use crate::progress::{Document, Field, Item, Step, Value};
use crate::ui::dom::{El, el, list, live, text};
use crate::ui::parts::{choice, form_field};
use crate::ui::state::Memo;
use crate::words::{exchange, screens as say};

const DOCUMENT_NUMBER: &str = "document-number";
const STEP_TEXT: &str = "step-text";

pub(super) fn documents(form: Form) -> El {
    let fields = [DOCUMENT_NUMBER, "document-date", "document-title"];
    let [number, date, title] = fields.map(|field| form.unfinished(field));
    let typed = move || {
        let document = Document {
            number: number.get_untracked().trim().to_owned(),
            date: day_from_iso(&date.get_untracked()),
            title: title.get_untracked().trim().to_owned(),
        };
        let is_blank = document.number.is_empty() && document.title.is_empty();
        (!is_blank).then_some(Item::Document(document))
    };
    form.add_when_left(typed);
    let add = move || {
        match typed() {
            None => form.session.say(say::DOCUMENT_BLANK),
            Some(document) => {
                form.add(document);
                for field in [number, date, title] {
                    field.set(String::new());
                }
            }
        }
        browser::focus(DOCUMENT_NUMBER);
    };
    let input = |kind: &str| el("input").attr("type", kind);
    let fields = el("form")
        .class("add with-date")
        .on_submit(add)
        .with(form_field(
            say::DOCUMENT_NUMBER,
            input("text").attr("id", DOCUMENT_NUMBER),
            number,
        ))
        .with(form_field(say::DOCUMENT_DATE, input("date"), date))
        .with(form_field(say::DOCUMENT_TITLE, input("text"), title))
        .with(
            el("button")
                .class("second")
                .attr("type", "submit")
                .with(say::ADD_DOCUMENT),
        );
    let items = live(move || {
        form.entry.with(|entry| {
            entry
                .documents
                .iter()
                .map(|(id, known)| document(form, id, known))
                .collect::<Vec<_>>()
        })
    });
    section(say::DOCUMENTS)
        .with(el("ul").with(items))
        .with(fields)
}

fn document(form: Form, id: &ItemId, document: &Document) -> El {
    let said = exchange::document(document);
    let (field, value) = (
        Field::Document(id.clone()),
        Value::Document(document.clone()),
    );
    let remove = remove_button(&said).on_click(move || form.remove(field.clone(), value.clone()));
    el("li")
        .with(el("span").class("grow").with(said))
        .with(remove)
}

pub(super) fn steps(form: Form) -> El {
    let words = form.unfinished(STEP_TEXT);
    let typed = move || {
        let text = words.get_untracked().trim().to_owned();
        (!text.is_empty()).then_some(Item::Step(Step { text, done: false }))
    };
    form.add_when_left(typed);
    let add = move || {
        match typed() {
            None => form.session.say(say::STEP_BLANK),
            Some(step) => {
                form.add(step);
                words.set(String::new());
            }
        }
        browser::focus(STEP_TEXT);
    };
    // A step keeps its element while it is turned, so that the box keeps the focus.
    let keys = move || {
        form.entry
            .with(|entry| entry.steps.iter().map(|(id, _)| id.to_string()).collect())
    };
    let fields = el("form")
        .class("add")
        .on_submit(add)
        .with(form_field(
            say::STEP_TEXT,
            el("input").attr("type", "text").attr("id", STEP_TEXT),
            words,
        ))
        .with(
            el("button")
                .class("second")
                .attr("type", "submit")
                .with(say::ADD_STEP),
        );
    section(say::STEPS)
        .with(el("ul").with(list(keys, move |id| step(form, ItemId::new(id)))))
        .with(fields)
}

fn step(form: Form, id: ItemId) -> El {
    let field = Field::Step(id.clone());
    let step = Memo::new(move || {
        let found = form.entry.with(|entry| {
            entry
                .steps
                .iter()
                .find(|(known, _)| *known == id)
                .map(|(_, step)| step.clone())
        });
        found.unwrap_or_default()
    });
    let turned = field.clone();
    let turn = move || {
        let step = step.get_untracked();
        form.write(
            turned.clone(),
            Value::Step(Step {
                done: !step.done,
                ..step
            }),
        );
    };
    let words = text(move || step.get().text);
    let remove = remove_button(&step.get_untracked().text)
        .on_click(move || form.remove(field.clone(), Value::Step(step.get_untracked())));
    el("li")
        .with(choice("checkbox", "step", words, move || step.get().done, turn).class("choice grow"))
        .with(remove)
}

fn section(title: &str) -> El {
    el("section").class("items").with(el("h3").with(title))
}

fn remove_button(what: &str) -> El {
    let label = format!("{}: {what}", say::REMOVE);
    el("button")
        .attr("type", "button")
        .class("plain")
        .attr("aria-label", &label)
        .with(say::REMOVE)
}
