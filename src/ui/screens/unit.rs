//! Việc của đơn vị: what a unit leads and supports, on each plan.

use super::poster::posters;
use crate::domain::{Part, Plan, UnitId};
use crate::ui::dom::{El, Node, el, live, text};
use crate::ui::parts::{Icon, Owner, Paper, Writing, calendar, duty_list, header, icon, progress};
use crate::ui::rest::{self, Part as RestPart};
use crate::ui::session::Session;
use crate::ui::state::{Memo, StoredValue};
use crate::view::{self, Checklist, KeptChecklist, Route, Row, Screen};
use crate::words::{self, assign, paper, screens as say};
use crate::workspace::Action;
use std::sync::Arc;

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
    let plans: Vec<Plan> = session
        .workspace
        .with_untracked(|known| view::plans_of(known, unit).into_iter().cloned().collect());
    let id = StoredValue::new(unit.clone());
    let is_me = Memo::new(move || {
        session
            .workspace
            .with(|known| known.is_self(&id.get_value()))
    });
    // Whether rows can be ticked depends on who works here.
    let lists = live(move || {
        let owner = if is_me.get() { Owner::Me } else { Owner::Other };
        plans
            .iter()
            .map(|plan| on_plan(session, plan, &id.get_value(), owner))
            .collect::<Vec<_>>()
    });
    let send = move || is_me.get().then(send);
    Node::from(vec![
        header(say::CHECKLIST, ()).into(),
        who(name, is_me).into(),
        live(move || heirs(session, &id.get_value())),
        live(move || (!is_me.get()).then(|| become_unit(session, id.get_value()))),
        lists,
        live(send),
        rest::part(session, None, RestPart::Foot(unit.clone())),
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
        live(move || writing.said()),
        print.into(),
        paper.shows(move || posters(session, &unit)),
    ])
}

fn who(name: String, is_me: Memo<bool>) -> El {
    let words = el("div")
        .class("grow")
        .with(live(move || {
            is_me.get().then(|| el("p").class("below").with(say::I_AM))
        }))
        .with(el("p").class("name").with(name));
    let label = move || {
        if is_me.get() {
            say::CHANGE
        } else {
            say::ALL_UNITS
        }
        .to_owned()
    };
    let link = el("a")
        .class("second")
        .attr("href", "#/don-vi")
        .with(text(label));
    el("section").class("who-am-i card").with(words).with(link)
}

fn send() -> El {
    let link = el("a")
        .class("button")
        .attr("href", "#/gui-nhan")
        .with(icon(Icon::Share))
        .with(say::SEND_RESULT);
    el("p").class("send").with(link)
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

/// Says that other units have taken the place of this one, on whatever plan.
fn heirs(session: Session, unit: &UnitId) -> Vec<El> {
    session.workspace.with(|known| {
        let rosters = known
            .at_work()
            .filter_map(|plan| known.rosters.get(&plan.id));
        let replaced = rosters.filter_map(|roster| {
            let unit = roster.unit(unit).filter(|unit| !unit.is_at_work())?;
            Some((roster, unit))
        });
        let mut replaced: Vec<_> = replaced.collect();
        replaced.truncate(1);
        replaced
            .into_iter()
            .map(|(roster, unit)| {
                let heirs = unit.successors.iter().filter_map(|heir| roster.unit(heir));
                let links: Vec<_> = heirs
                    .map(|heir| {
                        el("a")
                            .class("second")
                            .attr("href", &Route::to(Screen::Unit(heir.id.clone())).address())
                            .with(heir.name.as_str())
                    })
                    .collect();
                el("section")
                    .class("banner gold")
                    .attr("role", "status")
                    .with(el("p").with(assign::replaced(&unit.name)))
                    .with(el("p").class("buttons").with(links))
            })
            .collect()
    })
}

fn on_plan(session: Session, plan: &Plan, unit: &UnitId, owner: Owner) -> El {
    let (id, of) = (plan.id.clone(), unit.clone());
    let checklist = Memo::kept(KeptChecklist::default(), move |kept| {
        session
            .workspace
            .with(|workspace| kept.now(workspace, &id, &of, session.today.get()))
    });
    let tally = Memo::new(move || checklist.with(Checklist::tally));
    let is_empty = move || checklist.with(Checklist::is_empty);
    el("section")
        .with(el("h2").with(plan.short_name()))
        .with(progress(tally, move || {
            words::percent_done(tally.get().done, tally.get().all())
        }))
        .with(live(move || {
            is_empty().then(|| el("p").class("empty").with(say::NO_DUTIES))
        }))
        .with(part(
            session,
            words::part(Part::Lead),
            checklist,
            |list| &list.lead,
            owner,
        ))
        .with(part(
            session,
            words::part(Part::Support),
            checklist,
            |list| &list.support,
            owner,
        ))
        .with(part(
            session,
            words::plans::GONE_DUTIES,
            checklist,
            |list| &list.gone,
            Owner::Other,
        ))
}

/// The duties of one kind; nothing where there are none.
fn part(
    session: Session,
    title: &'static str,
    list: Memo<Checklist>,
    of: fn(&Checklist) -> &Vec<Arc<Row>>,
    owner: Owner,
) -> Node {
    let rows = Memo::new(move || list.with(|list| of(list).clone()));
    let is_empty = Memo::new(move || list.with(|list| of(list).is_empty()));
    live(move || {
        let count = el("span")
            .class("count")
            .with(text(move || rows.with(Vec::len).to_string()));
        let title = el("h3").with(title).with(count);
        (!is_empty.get()).then(|| vec![title.into(), duty_list(session, rows, owner)])
    })
}
