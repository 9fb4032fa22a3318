//! The facts of the head, to be corrected by hand.

use super::desk::Desk;
use crate::domain::Plan;
use crate::draft::Edit;
use crate::ui::dom::{El, el};
use crate::ui::parts::{area_field, date_field, text_field};
use crate::ui::state::Memo;
use crate::words::draft as say;

/// The part of the page to which a question about the head leads.
pub(super) const HEAD: &str = "head";

pub(super) fn head(desk: Desk) -> El {
    let text =
        move |read: fn(&Plan) -> String| Memo::new(move || desk.with(|draft| read(draft.plan())));
    let write = move |edit: fn(String) -> Edit| {
        move |typed| {
            desk.edit(edit(typed));
        }
    };
    let issued = Memo::new(move || desk.with(|draft| draft.plan().issued));
    let number = text(|plan| plan.number.clone().unwrap_or_default());
    let issuer = text(|plan| plan.issuer.clone().unwrap_or_default());
    let name = text(|plan| plan.name.clone().unwrap_or_default());
    let title = text(|plan| plan.title.clone());
    let pair = el("div")
        .class("pair")
        .with(text_field(say::NUMBER, number, write(Edit::Number)))
        .with(date_field(say::ISSUED, issued, move |day| {
            desk.edit(Edit::Issued(Some(day)));
        }));
    el("section")
        .class("card")
        .with(
            el("h2")
                .attr("id", HEAD)
                .attr("tabindex", "-1")
                .with(say::HEAD),
        )
        .with(area_field(say::TITLE, title, write(Edit::Title)))
        .with(pair)
        .with(text_field(say::ISSUER, issuer, write(Edit::Issuer)))
        .with(text_field(say::NAME, name, write(Edit::Name)))
}
