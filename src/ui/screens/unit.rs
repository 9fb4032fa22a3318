//! Việc của đơn vị: what another unit leads and supports, to be looked at; and what can be done with a unit's list.

use super::checklist::checklists;
use super::own::add_heirs;
use super::poster::posters;
use crate::domain::UnitId;
use crate::front;
use crate::ui::dom::{El, Node, el};
use crate::ui::parts::{Owner, Paper, Writing, calendar, header};
use crate::ui::session::Session;
use crate::ui::state::{Memo, StoredValue};
use crate::view::Markup;
use crate::words::{paper, screens as say};
use crate::workspace::Action;

pub(in crate::ui) fn unit(session: Session, unit: &UnitId) -> Node {
    let Some(name) = session
        .workspace
        .with_untracked(|known| known.unit_name(unit).map(str::to_owned))
    else {
        let link = el("a").attr("href", "#/don-vi").with(say::ALL_UNITS);
        return Node::from(vec![
            header(say::UNITS, ()),
            el("p")
                .class("empty")
                .with(say::NO_SUCH_UNIT)
                .with(" ")
                .with(link),
        ]);
    };
    let id = StoredValue::new(unit.clone());
    let lists = Memo::kept(Vec::new(), move |kept| {
        let unit = id.get_value();
        *kept = session
            .workspace
            .with(|known| front::lists_after(kept, known, Some(&unit)));
        kept.clone()
    });
    let of = name.clone();
    let followed = el("div").class("piece").markup(move || {
        let unit = id.get_value();
        let found = session.workspace.with(|known| front::heirs(known, &unit));
        let mut followed = Markup::default();
        if let Some(heirs) = found {
            add_heirs(&mut followed, &of, &heirs);
        }
        followed
    });
    let link = el("a")
        .class("second")
        .attr("href", "#/don-vi")
        .with(say::ALL_UNITS);
    let who = el("section")
        .class("who-am-i card")
        .with(
            el("div")
                .class("grow")
                .with(el("p").class("name").with(name)),
        )
        .with(link);
    Node::from(vec![
        header(say::CHECKLIST, ()).into(),
        who.into(),
        followed.into(),
        become_unit(session, unit.clone()).into(),
        checklists(session.page, lists, Owner::Other),
        unit_foot(session, unit),
    ])
}

/// What to take along: the duties on paper, and their days for a calendar.
pub(in crate::ui) fn unit_foot(session: Session, unit: &UnitId) -> Node {
    let paper = Paper::new();
    let writing = Writing::new();
    let print = el("p")
        .class("buttons")
        .with(paper.button(paper::PRINT_POSTER))
        .with(calendar(session, unit, writing));
    let unit = unit.clone();
    Node::from(vec![
        writing.said(),
        print.into(),
        paper.shows(move || posters(session, &unit)),
    ])
}

fn become_unit(session: Session, unit: UnitId) -> El {
    let choose = move || {
        let name = session
            .workspace
            .with_untracked(|known| known.unit_name(&unit).map(say::i_am));
        session.act_then(Action::ChooseMe(unit.clone()), move || {
            session.say(name.unwrap_or_default());
        });
    };
    el("section")
        .class("card")
        .with(el("p").with(say::READ_ONLY))
        .with(
            el("button")
                .class("button")
                .with(say::I_AM_THIS)
                .on_click(choose),
        )
}
