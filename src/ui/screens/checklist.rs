//! What a unit leads and supports on each plan.

use crate::domain::{Part, PlanId};
use crate::front::List;
use crate::ui::dom::{El, Node, el, live};
use crate::ui::page::Page;
use crate::ui::parts::{Owner, duty_list, one_by_one, progress};
use crate::ui::state::Memo;
use crate::view::{Checklist, KeptChecklist, Row};
use crate::words::{self, screens as say};
use std::sync::Arc;

/// Shows the checklist on each plan, one below the other.
pub(super) fn checklists(page: Page, lists: Memo<Vec<List>>, owner: Owner) -> Node {
    let plans = Memo::new(move || {
        lists.with(|lists| {
            let plan = |list: &List| (list.docket.plan.clone(), list.docket.plan_name.clone());
            lists.iter().map(plan).collect::<Vec<_>>()
        })
    });
    // A plan's part is built once; its rows follow.
    live(move || {
        let plans = plans.get();
        page.begin_rows();
        let at_once = lists.with_untracked(|lists| plans_in_sight(page, lists));
        one_by_one(at_once, plans.len(), move |at| {
            let (plan, name) = &plans[at];
            on_plan(page, lists, plan.clone(), name, owner)
        })
    })
}

/// Returns how many plans have duties in sight at most.
fn plans_in_sight(page: Page, lists: &[List]) -> usize {
    let mut above = 0;
    let is_in_sight = |list: &&List| {
        let begins = above;
        above += list.docket.duties.len();
        page.is_row_in_sight(begins)
    };
    lists.iter().take_while(is_in_sight).count()
}

fn on_plan(page: Page, lists: Memo<Vec<List>>, plan: PlanId, name: &str, owner: Owner) -> El {
    let checklist = Memo::kept(KeptChecklist::default(), move |kept| {
        let today = page.today.get();
        lists.with(|lists| {
            let list = lists.iter().find(|list| list.docket.plan == plan);
            list.map(|list| kept.now(list, today)).unwrap_or_default()
        })
    });
    let tally = Memo::new(move || checklist.with(Checklist::tally));
    let is_empty = move || checklist.with(Checklist::is_empty);
    el("section")
        .with(el("h2").with(name))
        .with(progress(tally, move || {
            words::percent_done(tally.get().done, tally.get().all())
        }))
        .with(live(move || {
            is_empty().then(|| el("p").class("empty").with(say::NO_DUTIES))
        }))
        .with(part(
            page,
            words::part(Part::Lead),
            checklist,
            |list| &list.lead,
            owner,
        ))
        .with(part(
            page,
            words::part(Part::Support),
            checklist,
            |list| &list.support,
            owner,
        ))
        .with(part(
            page,
            words::plans::GONE_DUTIES,
            checklist,
            |list| &list.gone,
            Owner::Other,
        ))
}

/// The duties of one kind; nothing where there are none.
fn part(
    page: Page,
    title: &'static str,
    list: Memo<Checklist>,
    of: fn(&Checklist) -> &Vec<Arc<Row>>,
    owner: Owner,
) -> Node {
    let rows = Memo::new(move || list.with(|list| of(list).clone()));
    let is_empty = Memo::new(move || rows.with(Vec::is_empty));
    live(move || {
        let part = || duty_list(page, el("div").class("piece"), ("h3", title), rows, owner);
        (!is_empty.get()).then(part)
    })
}
