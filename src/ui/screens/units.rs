//! Đơn vị: all units and groups; who I am.

use super::groups::group;
use super::unit_list::unit_list;
use crate::browser;
use crate::domain::{GroupId, PlanId};
use crate::ui::dom::{El, Node, el, list, live, text};
use crate::ui::parts::{IN_SIGHT, ORDERS, form_field, header, link, sort_field};
use crate::ui::session::Session;
use crate::ui::state::{Memo, RwSignal, StoredValue};
use crate::view::{KeptUnits, Order, Screen, UnitRow, Units, sort};
use crate::words::{assign, overview, reporting, screens as say};
use std::sync::Arc;

/// The units of a plan, and how they are put into order.
#[derive(Clone, Copy)]
pub(super) struct Listed {
    pub(super) session: Session,
    pub(super) plan: StoredValue<PlanId>,
    units: Memo<Units>,
    order: RwSignal<Order>,
}

pub(in crate::ui) fn units(session: Session) -> Node {
    let me = text(move || {
        let name = session.me().and_then(|me| {
            session
                .workspace
                .with(|known| known.unit_name(&me).map(str::to_owned))
        });
        name.map_or(say::CHOOSE_FIRST.to_owned(), |name| {
            format!("{}: {name}", say::I_AM)
        })
    });
    let query = RwSignal::new(String::new());
    let order = RwSignal::new(Order::default());
    let plans: Vec<PlanId> = session
        .workspace
        .with_untracked(|known| known.at_work().map(|plan| plan.id.clone()).collect());
    let plans = plans.into_iter();
    let plans: Vec<_> = plans.map(|id| Listed::new(session, id, order)).collect();
    Node::from(vec![
        header(say::UNITS, me).into(),
        form_field(assign::FIND, el("input").attr("type", "search"), query).into(),
        told(plans.clone(), query).into(),
        sort_field(&ORDERS[..6], move || order.get(), move |it| order.set(it)),
        lists(plans, query),
    ])
}

/// Says how many units are found, for those who do not see the list.
fn told(plans: Vec<Listed>, query: RwSignal<String>) -> El {
    let said = text(move || {
        let wanted = query.get();
        if wanted.trim().is_empty() {
            return String::new();
        }
        let count = |plan: &Listed| plan.units.with(|units| units.called(&wanted).len());
        match plans.iter().map(count).sum() {
            0 => overview::NONE_MATCHES.to_owned(),
            count => overview::units(count),
        }
    });
    el("p").class("unseen").attr("role", "status").with(said)
}

/// All plans, and in their place what is found in them. The first one comes at once, the others when that is seen.
fn lists(plans: Vec<Listed>, query: RwSignal<String>) -> Node {
    let is_asked = Memo::new(move || query.with(|query| !query.trim().is_empty()));
    let all = plans.len();
    let shown = RwSignal::new(1);
    browser::bit_by_bit(move || {
        let mut is_more = false;
        shown.try_update(|shown| {
            *shown += 1;
            is_more = *shown < 2 * all;
        });
        is_more
    });
    let plans = StoredValue::new(plans);
    let plan =
        move |at: String| plans.with_value(|plans| at.parse().ok().map(|at: usize| plans[at]));
    let numbers = |to: usize| (0..to).map(|at| at.to_string()).collect::<Vec<_>>();
    let of_plans = list(
        move || numbers(shown.get().min(all)),
        move |at| plan(at).map_or_else(|| el("section"), of_plan),
    );
    // They stand ready when somebody begins to type.
    let found = list(
        move || {
            numbers(if is_asked.get() {
                all
            } else {
                shown.get().saturating_sub(all)
            })
        },
        move |at| plan(at).map_or_else(|| el("section"), |plan| found(plan, query)),
    );
    Node::from(vec![
        el("div")
            .flag("hidden", move || is_asked.get())
            .with(of_plans),
        el("div")
            .flag("hidden", move || !is_asked.get())
            .with(found),
    ])
}

impl Listed {
    fn new(session: Session, plan: PlanId, order: RwSignal<Order>) -> Self {
        let id = plan.clone();
        let units = Memo::kept(KeptUnits::default(), move |kept| {
            let today = session.today.get();
            session.workspace.with(|known| kept.now(known, &id, today))
        });
        Self {
            session,
            plan: StoredValue::new(plan),
            units,
            order,
        }
    }

    /// Returns some of the units, in the order that a person chose.
    pub(super) fn chosen(
        self,
        choose: impl Fn(&Units) -> Vec<Arc<UnitRow>> + Send + Sync + 'static,
    ) -> Memo<Vec<Arc<UnitRow>>> {
        Memo::new(move || {
            let mut chosen = self.units.with(&choose);
            sort(&mut chosen, self.order.get());
            chosen
        })
    }

    fn plan_name(self) -> String {
        let plan = self.plan.get_value();
        self.session.workspace.with_untracked(|known| {
            let plan = known.plans.get(&plan);
            plan.map(|plan| plan.short_name().to_owned())
                .unwrap_or_default()
        })
    }

    fn groups(self) -> Vec<GroupId> {
        let plan = self.plan.get_value();
        self.session.workspace.with_untracked(|known| {
            let roster = known.rosters.get(&plan).into_iter();
            let groups = roster.flat_map(|roster| &roster.groups);
            groups.map(|group| group.id.clone()).collect()
        })
    }
}

/// The units of a plan whose names hold what is typed.
fn found(plan: Listed, query: RwSignal<String>) -> El {
    let units = plan.chosen(move |units| match query.get() {
        query if query.trim().is_empty() => Vec::new(),
        query => units.called(&query),
    });
    let none = live(move || {
        let is_empty = units.with(Vec::is_empty);
        is_empty.then(|| el("p").class("empty").with(overview::NONE_MATCHES))
    });
    el("section")
        .with(el("h2").with(plan.plan_name()))
        .with(none)
        .with(unit_list(plan.session, units, IN_SIGHT))
}

fn of_plan(plan: Listed) -> El {
    // Units that stand in a group are listed there.
    let alone = plan.chosen(Units::alone);
    let groups = plan.groups().into_iter();
    let groups: Vec<_> = groups.map(|id| group(plan, id)).collect();
    let id = plan.plan.get_value();
    let links = el("p")
        .class("buttons")
        .with(link(Screen::Assign(id.clone()), assign::OPEN))
        .with(link(Screen::Overview(id.clone()), overview::OPEN_OVERVIEW))
        .with(link(Screen::Report(Some(id)), reporting::MAKE_REPORT));
    el("section")
        .with(
            el("h2")
                .with(say::NAMED_UNITS)
                .with(el("span").class("count").with(plan.plan_name())),
        )
        .with(links)
        .with(unit_list(plan.session, alone, IN_SIGHT))
        .with(el("h2").with(say::GROUPS))
        .with(el("p").class("hint").with(say::GROUPS_HINT))
        .with(groups)
}
