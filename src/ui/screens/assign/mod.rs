//! Giao việc: the roster of a plan, the report that is asked for, and the plan file.

mod list;
mod one_file;
mod replace;
mod roster;
mod round;

use crate::domain::{PlanId, Roster};
use crate::file::{Kind, plan_file_name};
use crate::ui::dom::{El, Node, el, text};
use crate::ui::parts::{JSON, Letter, header, ways};
use crate::ui::screens::plan_tools::SAYINGS;
use crate::ui::session::Session;
use crate::ui::state::StoredValue;
use crate::words::{assign as say, exchange, plans, screens};
use crate::workspace::Action;

/// A plan whose roster is worked on.
#[derive(Clone, Copy)]
struct Desk {
    session: Session,
    plan: StoredValue<PlanId>,
}

pub(in crate::ui) fn assign(session: Session, plan: &PlanId) -> Node {
    let name = session
        .workspace
        .with_untracked(|known| Some(known.plans.get(plan)?.short_name().to_owned()));
    let Some(name) = name else {
        let link = el("a").attr("href", "#/ke-hoach").with(screens::PLAN);
        let none = el("p").class("empty").with(link);
        return Node::from(vec![header(say::ASSIGN, ()), none]);
    };
    let desk = Desk {
        session,
        plan: StoredValue::new(plan.clone()),
    };
    Node::from(vec![
        header(say::ASSIGN, name),
        list::list(desk),
        round::round(desk),
        send(desk),
        roster::roster(desk),
        replace::replace(desk),
    ])
}

impl Desk {
    fn with_roster<T: Default>(self, read: impl FnOnce(&Roster) -> T) -> T {
        self.session.workspace.with(|known| {
            let roster = known.rosters.get(&self.plan.get_value());
            roster.map(|roster| read(roster)).unwrap_or_default()
        })
    }
}

fn send(desk: Desk) -> El {
    let counts = text(move || {
        desk.with_roster(|roster| say::counts(roster.at_work().count(), roster.groups.len()))
    });
    let buttons = ways(desk.session, "button", SAYINGS, move |_| {
        plan_letter(desk.session, &desk.plan.get_value())
    });
    el("section")
        .class("card")
        .with(el("h2").with(say::SEND))
        .with(el("p").class("below").with(counts))
        .with(el("div").class("ways").with(buttons))
        .with(el("p").class("hint").with(say::SEND_HINT))
        .with(one_file::one_file(desk))
}

/// Writes the plan file, under the revision that it is due.
pub(in crate::ui::screens) fn plan_letter(session: Session, plan: &PlanId) -> Option<Letter> {
    session.act(Action::Issue(plan.clone()));
    let file = session
        .workspace
        .with_untracked(|known| known.plan_file(plan))?;
    let name = plan_file_name(&file.plan);
    let text = session.seal(Kind::PlanFile, &file)?;
    Some(Letter {
        name,
        text,
        ending: JSON,
        sent: None,
        to: None,
        subject: plans::mail_subject(file.plan.short_name()),
        words: exchange::MAIL_WORDS.to_owned(),
    })
}
