//! What a unit says of a duty: the fields of an entry.

use crate::browser;
use crate::domain::{ItemId, Status, UnitId};
use crate::progress::{Document, Entry, Field, Item, Slot, Step, Value};
use crate::ui::parts::{area_field, date_field, text_field};
use crate::ui::session::Session;
use crate::view::DutyId;
use crate::words::{self, exchange, screens as say};
use crate::workspace::{Action, Edit, RecordId};
use leptos::prelude::*;

/// The entry that the form writes.
#[derive(Clone, Copy)]
struct Form {
    session: Session,
    record: StoredValue<RecordId>,
    duty: StoredValue<DutyId>,
    entry: Memo<Entry>,
}

/// Shows the entry of a duty; whoever is another unit can look and not write.
pub(super) fn entry_form(session: Session, unit: UnitId, duty: DutyId, is_me: bool) -> AnyView {
    let record = RecordId { plan: duty.plan.clone(), unit };
    let (record, duty) = (StoredValue::new(record), StoredValue::new(duty));
    let entry = Memo::new(move |_| {
        session.workspace.with(|known| {
            let found = known.records.get(&record.get_value());
            duty.with_value(|duty| found.map(|found| Entry::of(found, &duty.task, duty.period))).unwrap_or_default()
        })
    });
    let form = Form { session, record, duty, entry };
    view! {
        {(!is_me).then(|| view! { <p class="hint">{say::READ_ONLY}</p> })}
        {conflicts(form, is_me)}
        <fieldset class="entry" disabled=!is_me>
            {status_field(form)}
            {text_field(say::PERSON, form.text(|entry| &entry.person), move |text| form.write(Field::Person, Value::Text(text)))}
            {documents(form)}
            {steps(form)}
            {area_field(say::NOTE, form.text(|entry| &entry.note), move |text| form.write(Field::Note, Value::Text(text)))}
            {area_field(say::DIFFICULTY, form.text(|entry| &entry.difficulty), move |text| form.write(Field::Difficulty, Value::Text(text)))}
            {area_field(say::PROPOSAL, form.text(|entry| &entry.proposal), move |text| form.write(Field::Proposal, Value::Text(text)))}
        </fieldset>
        <p class="hint">{is_me.then_some(say::KEPT_HERE)}</p>
    }
    .into_any()
}

impl Form {
    fn slot(self, field: Field) -> Slot {
        self.duty.with_value(|duty| Slot::new(&duty.task, duty.period, field))
    }

    fn write(self, field: Field, value: Value) {
        self.session.act(Action::Edit(self.record.get_value(), Edit::Write(self.slot(field), value)));
    }

    fn add(self, item: Item) {
        let (task, period) = self.duty.with_value(|duty| (duty.task.clone(), duty.period));
        self.session.act(Action::Edit(self.record.get_value(), Edit::Add(task, period, item)));
    }

    /// Takes an item away; undoing writes it again.
    fn remove(self, field: Field, said: String, value: Value) {
        let slot = self.slot(field);
        let undo = Action::Edit(self.record.get_value(), Edit::Write(slot.clone(), value));
        self.session.act_with_undo(Action::Edit(self.record.get_value(), Edit::Clear(slot)), said, undo);
    }

    fn text(self, read: fn(&Entry) -> &String) -> Signal<String> {
        Signal::derive(move || self.entry.with(|entry| read(entry).clone()))
    }
}

fn status_field(form: Form) -> AnyView {
    let status = Memo::new(move |_| form.entry.with(|entry| entry.status.clone()));
    let options = move || {
        let today = form.session.today.get_untracked();
        [
            Status::NotStarted,
            Status::InProgress,
            Status::Done { on: today },
            Status::Paused,
            Status::NotApplicable { reason: String::new() },
        ]
    };
    let option = move |offered: Status| {
        let name = words::status_name(&offered);
        let checked = {
            let offered = offered.clone();
            move || status.with(|status| std::mem::discriminant(status) == std::mem::discriminant(&offered))
        };
        let choose = move |_| form.write(Field::Status, Value::Status(offered.clone()));
        view! {
            <label class="choice"><input type="radio" name="status" prop:checked=checked on:change=choose /><span>{name}</span></label>
        }
    };
    let done_on = move || match status.get() {
        Status::Done { on } => Some(on),
        _ => None,
    };
    let is_done = Memo::new(move |_| done_on().is_some());
    let needs_reason = Memo::new(move |_| matches!(status.get(), Status::NotApplicable { .. }));
    let reason = Signal::derive(move || match status.get() {
        Status::NotApplicable { reason } => reason,
        _ => String::new(),
    });
    view! {
        <fieldset class="status">
            <legend>{say::STATUS}</legend>
            {options().map(option).collect_view()}
        </fieldset>
        <Show when=move || is_done.get()>
            {date_field(say::DONE_ON, Signal::derive(done_on), move |on| form.write(Field::Status, Value::Status(Status::Done { on })))}
        </Show>
        <Show when=move || needs_reason.get()>
            {area_field(say::REASON, reason, move |reason| form.write(Field::Status, Value::Status(Status::NotApplicable { reason })))}
        </Show>
    }
    .into_any()
}

fn documents(form: Form) -> AnyView {
    let (number, date, title) = (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let item = move |(id, document): (ItemId, Document)| {
        let said = exchange::document(&document);
        let label = format!("{}: {said}", say::REMOVE);
        let removed = format!("{}: {said}", say::REMOVED);
        let remove = move |_| form.remove(Field::Document(id.clone()), removed.clone(), Value::Document(document.clone()));
        view! { <li><span class="grow">{said}</span><button type="button" class="plain" aria-label=label on:click=remove>{say::REMOVE}</button></li> }
    };
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let document = Document {
            number: number.get_untracked().trim().to_owned(),
            date: date.get_untracked().parse().ok(),
            title: title.get_untracked().trim().to_owned(),
        };
        if document.number.is_empty() && document.title.is_empty() {
            form.session.say(say::DOCUMENT_BLANK);
            browser::focus("document-number");
            return;
        }
        form.add(Item::Document(document));
        for field in [number, date, title] {
            field.set(String::new());
        }
        browser::focus("document-number");
    };
    view! {
        <section class="items">
            <h3>{say::DOCUMENTS}</h3>
            <ul><For each=move || form.entry.with(|entry| entry.documents.clone()) key=Clone::clone children=item /></ul>
            <form class="add document" on:submit=add>
                {plain_input(say::DOCUMENT_NUMBER, "document-number", "text", number)}
                {plain_input(say::DOCUMENT_DATE, "document-date", "date", date)}
                {plain_input(say::DOCUMENT_TITLE, "document-name", "text", title)}
                <button class="second" type="submit">{say::ADD_DOCUMENT}</button>
            </form>
        </section>
    }
    .into_any()
}

fn steps(form: Form) -> AnyView {
    let text = RwSignal::new(String::new());
    // A step keeps its element while it is turned, so that the box keeps the focus.
    let ids = move || form.entry.with(|entry| entry.steps.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>());
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let said = text.get_untracked().trim().to_owned();
        if said.is_empty() {
            form.session.say(say::STEP_BLANK);
        } else {
            form.add(Item::Step(Step { text: said, done: false }));
            text.set(String::new());
        }
        browser::focus("step-text");
    };
    view! {
        <section class="items">
            <h3>{say::STEPS}</h3>
            <ul><For each=ids key=Clone::clone children=move |id| step(form, id) /></ul>
            <form class="add" on:submit=add>
                {plain_input(say::STEP_TEXT, "step-text", "text", text)}
                <button class="second" type="submit">{say::ADD_STEP}</button>
            </form>
        </section>
    }
    .into_any()
}

fn step(form: Form, id: ItemId) -> AnyView {
    let id = StoredValue::new(id);
    let step = Memo::new(move |_| {
        form.entry.with(|entry| entry.steps.iter().find(|(known, _)| *known == id.get_value()).map(|(_, step)| step.clone()))
    });
    let text = move || step.get().map(|step| step.text);
    let label = move || text().map(|text| format!("{}: {text}", say::REMOVE));
    let turn = move |_| {
        if let Some(step) = step.get_untracked() {
            form.write(Field::Step(id.get_value()), Value::Step(Step { done: !step.done, ..step }));
        }
    };
    let remove = move |_| {
        if let Some(step) = step.get_untracked() {
            let said = format!("{}: {}", say::REMOVED, step.text);
            form.remove(Field::Step(id.get_value()), said, Value::Step(step));
        }
    };
    view! {
        <li>
            <label class="choice grow">
                <input type="checkbox" prop:checked=move || step.get().is_some_and(|step| step.done) on:change=turn />
                <span>{text}</span>
            </label>
            <button type="button" class="plain" aria-label=label on:click=remove>{say::REMOVE}</button>
        </li>
    }
    .into_any()
}

fn plain_input(label: &'static str, id: &'static str, kind: &'static str, value: RwSignal<String>) -> AnyView {
    view! {
        <label class="field">
            <span>{label}</span>
            <input id=id type=kind autocomplete="off" prop:value=move || value.get() on:input:target=move |event| value.set(event.target().value()) />
        </label>
    }
    .into_any()
}

/// Fields in which two contents stand against each other, and the way to settle it.
fn conflicts(form: Form, is_me: bool) -> AnyView {
    let fields = move || form.entry.with(|entry| entry.conflicts.clone());
    let settle = move |field: Field| {
        let slot = form.slot(field.clone());
        let writes = form.session.workspace.with_untracked(|known| {
            let record = known.records.get(&form.record.get_value());
            record.map(|record| record.at(&slot).into_iter().cloned().collect::<Vec<_>>()).unwrap_or_default()
        });
        let choices = writes.into_iter().map(|write| {
            let (field, value) = (field.clone(), write.value.clone());
            let keep = move |_| form.write(field.clone(), value.clone());
            view! {
                <li>
                    <span class="grow">{exchange::value(&write.value)}<small>{say::written_by(&write.by, &words::moment(write.at))}</small></span>
                    {is_me.then(|| view! { <button class="second" on:click=keep>{say::KEEP_THIS}</button> })}
                </li>
            }
        });
        view! {
            <section class="conflict">
                <p><b>{words::field(&field)}</b>" – "{say::CONFLICT}</p>
                <ul>{choices.collect_view()}</ul>
            </section>
        }
    };
    view! { <For each=fields key=Clone::clone children=settle /> }.into_any()
}
