//! What a unit says of a duty: the fields of an entry.

use super::form::Form;
use super::items::{documents, steps};
use super::review::{review, reviewed};
use crate::domain::{Status, UnitId};
use crate::progress::{Entry, Field, Value, Write};
use crate::ui::dom::{El, Node, el, live};
use crate::ui::parts::{ANY_DAY, area_field, choice, date_field_within, text_field};
use crate::ui::session::Session;
use crate::ui::state::{Memo, RwSignal};
use crate::view::{DutyId, Screen};
use crate::words::{self, exchange, screens as say};

/// Shows the entry of a duty. Whoever is another unit can look and not write; who comes from the
/// overview reviews.
pub(super) fn entry_form(session: Session, unit: UnitId, duty: DutyId, is_me: bool) -> Node {
    let form = Form::new(session, unit, duty);
    let is_reviewer = !is_me
        && session
            .route
            .with_untracked(|route| matches!(route.screen, Screen::Overview(_)));
    if !is_me {
        return Node::from(vec![
            conflicts(form, is_reviewer),
            reported(form).into(),
            reviewed(form, false),
            is_reviewer.then(|| review(form)).into(),
            el("p").class("hint").with(hint(session, false)).into(),
        ]);
    }
    let fields = el("fieldset")
        .class("entry")
        .with(status_field(form))
        .with(text_field(
            say::PERSON,
            form.text(|entry| &entry.person),
            form.write_text(Field::Person),
        ))
        .with(documents(form))
        .with(steps(form))
        .with(area_field(
            say::NOTE,
            form.text(|entry| &entry.note),
            form.write_text(Field::Note),
        ))
        .with(area_field(
            say::DIFFICULTY,
            form.text(|entry| &entry.difficulty),
            form.write_text(Field::Difficulty),
        ))
        .with(area_field(
            say::PROPOSAL,
            form.text(|entry| &entry.proposal),
            form.write_text(Field::Proposal),
        ));
    Node::from(vec![
        conflicts(form, true),
        reviewed(form, true),
        fields.into(),
        el("p").class("hint").with(hint(session, true)).into(),
    ])
}

/// What the unit reported, for others to read.
fn reported(form: Form) -> El {
    let rows = live(move || {
        let said = form.entry.with(words::entry::reported);
        let row = |(name, text): (&str, String)| [el("dt").with(name), el("dd").with(text)];
        said.into_iter().flat_map(row).collect::<Vec<_>>()
    });
    el("dl").class("reported").with(rows)
}

/// Says what becomes of what is written; while it is not kept, the banner says that.
fn hint(session: Session, is_me: bool) -> Node {
    live(move || match (is_me, session.fault.with(Option::is_none)) {
        (false, _) => say::READ_ONLY,
        (true, true) => say::KEPT_HERE,
        (true, false) => "",
    })
}

fn status_field(form: Form) -> Node {
    let status = Memo::new(move || form.entry.with(Entry::counted_status));
    // A slip of the finger costs neither the day nor the reason: both come back with their status.
    let left = RwSignal::new(Vec::<Status>::new());
    let option = move |offered: Status| {
        let kind = std::mem::discriminant(&offered);
        let is_same = move |it: &Status| std::mem::discriminant(it) == kind;
        let is_this = move || status.with(is_same);
        let name = words::status_name(&offered);
        choice("radio", "status", name, is_this, move || {
            left.update(|left| left.push(status.get_untracked()));
            let known =
                left.with_untracked(|left| left.iter().rev().find(|it| is_same(it)).cloned());
            // An open duty may see midnight: the day is that of the choice.
            let chosen = known.unwrap_or_else(|| match offered {
                Status::Done { .. } => Status::Done {
                    on: form.session.today.get_untracked(),
                },
                _ => offered.clone(),
            });
            form.write(Field::Status, Value::Status(chosen));
        })
    };
    let options: Vec<_> = [
        Status::NotStarted,
        Status::InProgress,
        Status::Done {
            on: form.session.today.get_untracked(),
        },
        Status::Paused,
        Status::NotApplicable {
            reason: String::new(),
        },
    ]
    .map(option)
    .into();
    Node::from(vec![
        el("fieldset")
            .class("status")
            .with(el("legend").with(say::STATUS))
            .with(options)
            .into(),
        done_on(form, status),
        reason(form, status),
    ])
}

fn done_on(form: Form, status: Memo<Status>) -> Node {
    let day = Memo::new(move || match status.get() {
        Status::Done { on } => Some(on),
        _ => None,
    });
    let is_done = Memo::new(move || day.get().is_some());
    let write = move |on| form.write(Field::Status, Value::Status(Status::Done { on }));
    // What is to come is not done yet.
    let within = Memo::new(move || (ANY_DAY.0, form.session.today.get()));
    let field = move || date_field_within(say::DONE_ON, day, within, write);
    live(move || is_done.get().then(field))
}

fn reason(form: Form, status: Memo<Status>) -> Node {
    let reason = Memo::new(move || match status.get() {
        Status::NotApplicable { reason } => reason,
        _ => String::new(),
    });
    let is_wanted = Memo::new(move || matches!(status.get(), Status::NotApplicable { .. }));
    let write = move |reason| {
        form.write(
            Field::Status,
            Value::Status(Status::NotApplicable { reason }),
        );
    };
    live(move || {
        is_wanted
            .get()
            .then(|| area_field(say::REASON, reason, write))
    })
}

/// Fields in which two contents stand against each other, and the way to settle it.
fn conflicts(form: Form, is_me: bool) -> Node {
    live(move || {
        let fields = form.entry.with(|entry| entry.conflicts.clone());
        fields
            .into_iter()
            .map(|field| conflict(form, &field, is_me))
            .collect::<Vec<_>>()
    })
}

fn conflict(form: Form, field: &Field, is_me: bool) -> El {
    let option = |write: Write| {
        let said = words::screens::written_by(&write.by, &words::moment(write.at));
        let what = el("span")
            .class("grow")
            .with(exchange::value(&write.value))
            .with(el("small").with(said));
        let field = field.clone();
        let keep = move || form.write(field.clone(), write.value.clone());
        el("li").with(what).with(is_me.then(|| {
            el("button")
                .class("second")
                .with(say::KEEP_THIS)
                .on_click(keep)
        }))
    };
    let question = el("p")
        .with(el("b").with(words::field(field)))
        .with(" – ")
        .with(say::CONFLICT);
    let options: Vec<_> = form.writes(field).into_iter().map(option).collect();
    el("section")
        .class("conflict")
        .with(question)
        .with(el("ul").with(options))
}
