//! How the office heads and signs what it reports.

use super::Desk;
use crate::ui::dom::{El, el, text};
use crate::ui::parts::{Options, area_field, select_field, text_field};
use crate::ui::screens::fold::fold;
use crate::ui::state::Memo;
use crate::words::reporting as say;
use crate::workspace::{Action, Form, Letterhead};

/// A field of a letterhead.
type Part = fn(&mut Letterhead) -> &mut String;

pub(super) fn letterhead(desk: Desk) -> El {
    let known = desk.letterhead();
    let facts = text(move || say::form(known.get().form).to_owned());
    fold(say::LETTERHEAD, facts, move || {
        let line = |label: &str, part: Part| {
            let words = words(known, part);
            text_field(label, words, move |typed| write(desk, known, part, typed))
        };
        let recipients: Part = |it| &mut it.recipients;
        let to = area_field(say::RECIPIENTS, words(known, recipients), move |typed| {
            write(desk, known, recipients, typed);
        });
        el("div")
            .class("fields")
            .with(el("p").class("hint").with(say::LETTERHEAD_HINT))
            .with(form(desk, known))
            .with(line(say::ABOVE, |it| &mut it.above))
            .with(line(say::ISSUER, |it| &mut it.issuer))
            .with(line(say::NUMBER, |it| &mut it.number))
            .with(line(say::PLACE, |it| &mut it.place))
            .with(to)
            .with(line(say::BEHALF, |it| &mut it.behalf))
            .with(line(say::ROLE, |it| &mut it.role))
            .with(line(say::SIGNER, |it| &mut it.signer))
    })
}

fn words(known: Memo<Letterhead>, part: Part) -> Memo<String> {
    Memo::new(move || part(&mut known.get()).clone())
}

fn write(desk: Desk, known: Memo<Letterhead>, part: Part, typed: String) {
    change(desk, known, |it| *part(it) = typed);
}

fn change(desk: Desk, known: Memo<Letterhead>, change: impl FnOnce(&mut Letterhead)) {
    let mut letterhead = known.get_untracked();
    change(&mut letterhead);
    desk.session
        .act(Action::SetLetterhead(Box::new(letterhead)));
}

fn form(desk: Desk, known: Memo<Letterhead>) -> El {
    let all = [Form::Party, Form::State];
    let name = |form: Form| format!("{form:?}");
    let chosen = move || name(known.get().form);
    let options = move |options: &mut Options| {
        for it in all {
            options.add(&name(it), say::form(it));
        }
    };
    select_field(say::FORM, chosen, options, move |chosen| {
        if let Some(form) = all.into_iter().find(|it| name(*it) == chosen) {
            change(desk, known, |it| it.form = form);
        }
    })
}
