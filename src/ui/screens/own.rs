//! Việc của đơn vị: what the unit that works here leads and supports.

use super::checklist::checklists;
use crate::domain::UnitId;
use crate::front::Me;
use crate::ui::dom::{Node, el, live};
use crate::ui::page::Page;
use crate::ui::parts::{Icon, Owner, add_icon, first_header};
use crate::ui::rest::{self, Part};
use crate::ui::state::Memo;
use crate::view::{Markup, Route, Screen};
use crate::words::{assign, screens as say};

pub(in crate::ui) fn own(page: Page) -> Node {
    let lists = Memo::new(move || page.with_front(|front| front.lists.clone()));
    let me = Memo::new(move || page.with_front(|front| front.me.clone()));
    let id = move || me.with(|me| me.as_ref().map(|me| me.id.clone()));
    let head = move || me.with(|me| me.as_ref().map(head).unwrap_or_default());
    let mut label = Markup::default();
    add_icon(&mut label, Icon::Share);
    label.text(say::SEND_RESULT);
    let send = el("a")
        .class("button")
        .attr("href", &Route::to(Screen::Exchange).address())
        .markup_once(label);
    Node::from(vec![
        first_header(say::CHECKLIST, String::new).into(),
        el("div").class("piece").markup(head).into(),
        checklists(page, lists, Owner::Me),
        el("p").class("send").with(send).into(),
        live(move || id().map(|me| rest::part(page, None, Part::Foot(me)))),
    ])
}

/// Who works here.
fn head(me: &Me) -> Markup {
    let mut head = Markup::default();
    head.open("section", &[("class", "who-am-i card")]);
    head.open("div", &[("class", "grow")]);
    head.element("p", &[("class", "below")], say::I_AM);
    head.element("p", &[("class", "name")], &me.name);
    head.close("div");
    let units = Route::to(Screen::Units).address();
    head.element("a", &[("class", "second"), ("href", &units)], say::CHANGE);
    head.close("section");
    if !me.heirs.is_empty() {
        add_heirs(&mut head, &me.name, &me.heirs);
    }
    head
}

/// Says that other units have taken the place of this one.
pub(super) fn add_heirs(markup: &mut Markup, name: &str, heirs: &[(UnitId, String)]) {
    markup.open("section", &[("class", "banner gold"), ("role", "status")]);
    markup.element("p", &[], &assign::replaced(name));
    markup.open("p", &[("class", "buttons")]);
    for (id, name) in heirs {
        let address = Route::to(Screen::Unit(id.clone())).address();
        markup.element("a", &[("class", "second"), ("href", &address)], name);
    }
    markup.close("p");
    markup.close("section");
}
