//! Việc của đơn vị: what the unit that works here leads and supports.

use super::checklist::checklists;
use crate::domain::UnitId;
use crate::ui::dom::{El, Node, el, live, text};
use crate::ui::page::Page;
use crate::ui::parts::{Icon, Owner, add_icon, header};
use crate::ui::rest::{self, Part};
use crate::ui::state::Memo;
use crate::view::{Markup, Route, Screen};
use crate::words::{assign, screens as say};

pub(in crate::ui) fn own(page: Page) -> Node {
    let lists = Memo::new(move || page.with_front(|front| front.lists.clone()));
    let me = Memo::new(move || page.with_front(|front| front.me.clone()));
    let id = move || me.with(|me| me.as_ref().map(|me| me.id.clone()));
    let name =
        text(move || me.with(|me| me.as_ref().map(|me| me.name.clone()).unwrap_or_default()));
    let words = el("div")
        .class("grow")
        .with(el("p").class("below").with(say::I_AM))
        .with(el("p").class("name").with(name));
    let change = el("a")
        .class("second")
        .attr("href", "#/don-vi")
        .with(say::CHANGE);
    let heirs = live(move || {
        me.with(|me| {
            let me = me.as_ref().filter(|me| !me.heirs.is_empty());
            me.map(|me| heirs(&me.name, &me.heirs))
        })
    });
    let mut label = Markup::default();
    add_icon(&mut label, Icon::Share);
    label.text(say::SEND_RESULT);
    let send = el("a")
        .class("button")
        .attr("href", &Route::to(Screen::Exchange).address())
        .markup_once(label);
    Node::from(vec![
        header(say::CHECKLIST, ()).into(),
        el("section")
            .class("who-am-i card")
            .with(words)
            .with(change)
            .into(),
        heirs,
        checklists(page, lists, Owner::Me),
        el("p").class("send").with(send).into(),
        live(move || id().map(|me| rest::part(page, None, Part::Foot(me)))),
    ])
}

/// Says that other units have taken the place of this one.
pub(super) fn heirs(name: &str, heirs: &[(UnitId, String)]) -> El {
    let link = |(id, name): &(UnitId, String)| {
        el("a")
            .class("second")
            .attr("href", &Route::to(Screen::Unit(id.clone())).address())
            .with(name.as_str())
    };
    let links: Vec<_> = heirs.iter().map(link).collect();
    el("section")
        .class("banner gold")
        .attr("role", "status")
        .with(el("p").with(assign::replaced(name)))
        .with(el("p").class("buttons").with(links))
}
