//! Báo cáo: a report is chosen, looked at, written on, and fetched in the formats of offices.

mod choose;
mod fetch;
mod letterhead;
mod preview;
mod remarks;
mod scope;

use crate::browser;
use crate::domain::{Day, Length, PlanId, Reckoning, Span};
use crate::report::{Format, Order, Wanted, report_file_name};
use crate::ui::dom::{El, Node, el, text};
use crate::ui::parts::{header, one_by_one};
use crate::ui::session::Session;
use crate::ui::state::{Memo, RwSignal, StoredValue};
use crate::view;
use crate::words::{plans, reporting as say};
use crate::workspace::{Form, Letterhead, ReportId, Scope, Workspace};

/// What is asked for, and the report.
const PANES: usize = 2;

/// What the parts of the screen share.
#[derive(Clone, Copy)]
struct Desk {
    session: Session,
    plan: StoredValue<PlanId>,
    span: RwSignal<Span>,
    scope: RwSignal<Scope>,
    /// The day of the data, where somebody asked for one.
    asked: RwSignal<Option<Day>>,
}

pub(in crate::ui) fn report(session: Session, wanted: Option<&PlanId>) -> Node {
    let found = session.workspace.with_untracked(|known| {
        let first = || known.at_work().next().map(|plan| plan.id.clone());
        let plan = wanted.cloned().or_else(first)?;
        Some((known.plans.get(&plan)?.short_name().to_owned(), plan))
    });
    let Some((name, plan)) = found else {
        let link = el("a").attr("href", "#/ke-hoach").with(plans::ADD_PLAN);
        let none = el("p")
            .class("empty")
            .with(plans::NO_PLANS)
            .with(" ")
            .with(link);
        return Node::from(vec![header(say::REPORT, ()), none]);
    };
    let desk = Desk::new(session, plan);
    let below = text(move || format!("{name} · {}", say::option(desk.span.get())));
    let pane = move |at| match at {
        0 => tools(desk),
        _ => preview::preview(desk),
    };
    // With many units the panes come when what was there before is gone.
    let at_once = if desk.has_many_units() { 0 } else { PANES };
    let panes = one_by_one(at_once, PANES, pane);
    Node::from(vec![
        header(say::REPORT, below),
        el("div").class("report-panes").with(panes),
    ])
}

fn tools(desk: Desk) -> El {
    el("div").class("report-tools").with(vec![
        choose::choose(desk),
        fetch::fetch(desk),
        remarks::remarks(desk),
        letterhead::letterhead(desk),
    ])
}

impl Desk {
    fn new(session: Session, plan: PlanId) -> Self {
        let today = session.today.get_untracked();
        let span = view::due_span(Length::Quarter, usual_reckoning(session), today);
        let scope = session
            .workspace
            .with_untracked(|known| first_scope(known, &plan));
        Self {
            session,
            plan: StoredValue::new(plan),
            span: RwSignal::new(span),
            scope: RwSignal::new(scope),
            asked: RwSignal::new(None),
        }
    }

    /// Says whether there are more units to choose from than a list holds.
    fn has_many_units(self) -> bool {
        let plan = self.plan.get_value();
        let at_work = |known: &Workspace| Some(known.rosters.get(&plan)?.at_work().count());
        let count = self.session.workspace.with_untracked(at_work);
        count > Some(view::MOST_OFFERED)
    }

    fn id(self) -> ReportId {
        ReportId {
            plan: self.plan.get_value(),
            span: self.span.get(),
            scope: self.scope.get(),
        }
    }

    /// The day of which the report tells.
    fn as_of(self) -> Day {
        view::told_day(self.span.get(), self.asked.get(), self.session.today.get())
    }

    /// Names the files of the report, without an ending.
    fn file_name(self) -> String {
        let report = self.id();
        self.session
            .workspace
            .with_untracked(|known| report_file_name(known, &report))
            .unwrap_or_default()
    }

    /// Orders the report in a form.
    fn order(self, format: Format) -> Order {
        let (report, as_of) = (self.id(), self.as_of());
        let plan = report.plan.clone();
        self.order_of(&plan, Wanted::Report(report, as_of, format))
    }

    fn order_of(self, plan: &PlanId, wanted: Wanted) -> Order {
        Order {
            known: self.session.workspace.with(|known| known.known_of(plan)),
            wanted,
            now: browser::now(),
        }
    }

    fn letterhead(self) -> Memo<Letterhead> {
        Memo::new(move || {
            let kept = |known: &Workspace| known.settings.letterhead.as_deref().cloned();
            self.session.workspace.with(kept).unwrap_or_default()
        })
    }
}

/// The cut-offs bind state offices alone.
fn usual_reckoning(session: Session) -> Reckoning {
    let form = session.workspace.with_untracked(|known| {
        let letterhead = known.settings.letterhead.as_ref();
        letterhead.map_or(Form::default(), |it| it.form)
    });
    match form {
        Form::Party => Reckoning::Calendar,
        Form::State => Reckoning::CutOff,
    }
}

/// Who has nothing of others here reports of itself.
fn first_scope(known: &Workspace, plan: &PlanId) -> Scope {
    let me = known.settings.me.as_ref();
    let me = me
        .and_then(|me| known.unit_on(plan, me))
        .map(|unit| &unit.id);
    let mut records = known.records.keys().filter(|id| id.plan == *plan);
    match me {
        Some(me) if records.all(|id| id.unit == *me) => Scope::Unit(me.clone()),
        _ => Scope::All,
    }
}
