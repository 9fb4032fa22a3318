//! What opening files would change, sorted into heaps, before it does.

use super::heap::{SHORT, heap};
use super::signatures::{signature, unlock_form};
use crate::browser;
use crate::domain::{legible, same_name};
use crate::file::{Parcel, PlanFile};
use crate::progress::Change;
use crate::ui::dom::{El, Node, el, live, text};
use crate::ui::session::Session;
use crate::ui::state::{RwSignal, StoredValue};
use crate::view::{Route, Screen};
use crate::words::{self, backup, exchange as say, guard};
use crate::workspace::{Arrival, Finding, Heap, Import, Known, Preview, Relation, Restore};
use std::sync::Arc;

/// What is shown, and which arrivals are chosen.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    session: Session,
    pub(super) found: StoredValue<Arc<Preview>>,
    pub(super) chosen: RwSignal<Vec<bool>>,
}

/// Shows a preview; accepting or rejecting closes it.
pub(super) fn preview(session: Session, found: &Arc<Preview>) -> El {
    let desk = Desk {
        session,
        found: StoredValue::new(found.clone()),
        chosen: RwSignal::new(found.first_choice()),
    };
    let title = el("h3")
        .attr("id", "preview")
        .attr("tabindex", "-1")
        .with(say::PREVIEW);
    let reject = el("button")
        .class("second")
        .flag("disabled", move || session.imports.get())
        .with(say::REJECT)
        .on_click(move || session.incoming.close());
    let is_idle = !found.arrivals.iter().any(Arrival::brings);
    let is_locked = |it: &Arrival| it.finding == Finding::Locked;
    let is_done = is_idle && !found.arrivals.iter().any(is_locked);
    let heaps = heaps(found);
    let counts: Vec<_> = heaps
        .iter()
        .map(|(of, places)| (*of, places.len()))
        .collect();
    let heaps: Vec<_> = heaps
        .into_iter()
        .map(|(of, places)| heap(desk, of, places, &found.arrivals))
        .collect();
    el("section")
        .class("preview")
        .attr("aria-labelledby", "preview")
        .with(title)
        .with(el("p").with(say::heaps(files(found), &counts)))
        .with(unlock_form(session, found))
        .with(heaps)
        .with(is_done.then(|| el("p").attr("role", "status").with(say::NOTHING_NEW)))
        .with(
            el("p")
                .class("buttons")
                .with(accept(desk, is_idle))
                .with(reject),
        )
}

/// Counts the files; one that holds many records is one.
fn files(found: &Preview) -> usize {
    let mut names: Vec<_> = found.arrivals.iter().map(|it| &it.file_name).collect();
    names.dedup();
    names.len()
}

/// Returns the places of the arrivals, heap by heap.
fn heaps(found: &Preview) -> Vec<(Heap, Vec<usize>)> {
    let mut heaps: Vec<(Heap, Vec<usize>)> = Vec::new();
    for (place, arrival) in found.arrivals.iter().enumerate() {
        let heap = arrival.heap();
        match heaps.iter_mut().find(|(known, _)| *known == heap) {
            Some((_, places)) => places.push(place),
            None => heaps.push((heap, vec![place])),
        }
    }
    crate::sorted::sort_by(&mut heaps, |(a, _), (b, _)| a < b);
    heaps
}

fn accept(desk: Desk, is_idle: bool) -> Node {
    let import = move || {
        let chosen = desk.chosen.get();
        desk.found
            .with_value(|found| found.import(|place| chosen.get(place) == Some(&true)))
    };
    let take = move || {
        take_in(desk.session, import());
    };
    let label = text(move || said(&import()).0);
    (!is_idle)
        .then(|| {
            el("button")
                .class("button")
                .flag("disabled", move || {
                    desk.session.imports.get() || import().is_empty()
                })
                .with(label)
                .on_click(take)
        })
        .into()
}

/// Takes in what was chosen, says so, and asks who works here where that is not known.
pub(in crate::ui) fn take_in(session: Session, import: Import) {
    let (_, said) = said(&import);
    let is_strange = is_strange(session, &import);
    let shown = session.incoming.shown.get_untracked();
    session.import_then(import, move || {
        session.say(said);
        session.incoming.close_if(shown.as_ref());
        if is_strange {
            session.say(words::assign::WHO_ARE_YOU);
            browser::go(&Route::to(Screen::Units).address());
        }
    });
}

/// What the button says that takes it in, and what is said afterwards.
fn said(import: &Import) -> (String, String) {
    let (plans, results) = (import.plans.len(), import.deliveries.len());
    if import.backups.is_empty() {
        let accepted = words::plans::accepted(plans, results);
        return (words::plans::accept(plans, results), accepted);
    }
    let accept = if plans + results == 0 {
        backup::RESTORE
    } else {
        backup::TAKE_CHOSEN
    };
    (accept.to_owned(), backup::RESTORED.to_owned())
}

/// Says whether a plan comes on which it is not known yet who works here.
fn is_strange(session: Session, import: &Import) -> bool {
    let me = session.me();
    let knows_me = |file: &PlanFile| {
        session.workspace.with_untracked(|known| {
            let name = me.as_ref().and_then(|me| known.unit_name(me));
            let mut units = file.roster.units.iter();
            units.any(|unit| {
                Some(&unit.id) == me.as_ref()
                    || name.is_some_and(|name| same_name(name, &unit.name))
            })
        })
    };
    !import.plans.iter().all(knows_me)
}

pub(super) fn row(desk: Desk, place: usize, arrival: &Arrival) -> El {
    let file = el("small").with(arrival.file_name.as_str());
    let Some(name) = name(arrival) else {
        return el("li")
            .with(el("p").class("below").with(file))
            .with(facts(desk, place, arrival));
    };
    let name = el("span").class("grow").with(name).with(file);
    let head: Node = if arrival.brings() {
        let is_chosen = move || desk.chosen.with(|chosen| chosen[place]);
        let input = el("input")
            .attr("type", "checkbox")
            .flag("checked", is_chosen)
            .on("change", move |_| {
                desk.chosen.update(|chosen| chosen[place] = !chosen[place]);
            });
        el("label").class("choice").with(input).with(name).into()
    } else {
        el("p").class("choice").with(name).into()
    };
    el("li").with(head).with(facts(desk, place, arrival))
}

/// Names what arrived: a unit with the plan, or a plan.
fn name(arrival: &Arrival) -> Option<Vec<Node>> {
    let named =
        |name: &str, beside: String| vec![el("b").with(name).into(), " · ".into(), beside.into()];
    match &arrival.finding {
        Finding::Known(known) => {
            let parcel = &known.delivery.parcel;
            Some(named(&parcel.sender.name, parcel.plan_name.clone()))
        }
        Finding::Backup(restore) => Some(named(backup::TITLE, backup::made(restore))),
        Finding::Plan(file, _) => {
            let duties = words::plans::duties(file.plan.tasks.len());
            Some(named(file.plan.short_name(), duties))
        }
        _ => None,
    }
}

fn facts(desk: Desk, place: usize, arrival: &Arrival) -> Vec<Node> {
    let content = match &arrival.finding {
        Finding::Unreadable(error) => vec![refusal(&words::file_error(error))],
        Finding::Locked => vec![el("p").with(guard::IS_LOCKED).into()],
        Finding::Nothing => vec![refusal(say::EMPTY_FILE)],
        Finding::Backup(restore) => whole(restore),
        Finding::Plan(file, relation) => plan(file, relation),
        Finding::OtherPlan(parcel) => vec![refusal(&say::other_plan(&parcel.plan_name))],
        Finding::Known(known) => record(desk, place, known, arrival.trust.is_doubtful()),
    };
    let mut lines = signature(desk.session, &arrival.trust);
    lines.extend(content);
    lines
}

/// What a backup holds, and what it would bring.
fn whole(restore: &Restore) -> Vec<Node> {
    let line = |said: &str| Node::from(el("p").with(said));
    let plans = restore.backup.plans.iter();
    let names: Vec<_> = plans.map(|file| legible(file.plan.short_name())).collect();
    let names = el("p").class("below").with(names.join(" · "));
    let mut lines = vec![line(&backup::holds(&restore.backup)), names.into()];
    if restore.brings {
        lines.extend([line(&backup::brings(restore)), line(backup::KEEPS)]);
    } else {
        lines.push(line(backup::ALL_HERE));
    }
    let key = restore.backup.signing_key.as_ref();
    lines.extend(key.map(|key| line(&guard::restored_key(&key.public, restore.takes_key))));
    lines
}

fn plan(PlanFile { plan, .. }: &PlanFile, relation: &Relation) -> Vec<Node> {
    let said = words::plans::relation(relation, plan.revision);
    let title = el("p").class("below").with(plan.title.as_str());
    let verdict = match relation {
        Relation::Differs { .. } => refusal(&said),
        _ => el("p").with(said).into(),
    };
    vec![title.into(), verdict]
}

fn record(desk: Desk, place: usize, known: &Known, is_doubtful: bool) -> Vec<Node> {
    let line = |said: &str| Node::from(el("p").with(said));
    let revision = known.delivery.parcel.revision;
    let changes = known.changes();
    let is_of_others = !known.is_mine
        && !is_doubtful
        && desk.chosen.with_untracked(|chosen| !chosen[place])
        && !changes.is_empty();
    let said = if known.is_report && changes.is_empty() {
        say::IS_REPORT
    } else {
        say::comparison(known.comparison, known.first)
    };
    vec![
        line(said),
        known.new_unit.then(|| line(say::NEW_UNIT)).into(),
        known
            .other_revision
            .map(|here| line(&say::other_revision(revision, here)))
            .into(),
        is_of_others.then(|| line(say::OF_OTHERS)).into(),
        unfolding(desk, place, changes.len()).into(),
    ]
}

fn refusal(said: &str) -> Node {
    el("p").class("refusal").with(said).into()
}

/// The changes of one record. Those of hundreds of files are not written out before they are asked for.
fn unfolding(desk: Desk, place: usize, count: usize) -> Option<El> {
    let is_alone = desk.found.with_value(|found| found.arrivals.len()) == 1 && count <= SHORT;
    let is_open = RwSignal::new(is_alone);
    let lines = live(move || {
        is_open.get().then(|| {
            desk.found
                .with_value(|found| match &found.arrivals[place].finding {
                    Finding::Known(known) => {
                        list(desk.session, &known.delivery.parcel, &known.changes())
                    }
                    _ => el("ul"),
                })
        })
    });
    (count > 0).then(|| {
        el("details")
            .flag("open", move || is_alone)
            .on("toggle", move |_| is_open.set(true))
            .with(el("summary").with(say::changes(count)))
            .with(lines)
    })
}

fn list(session: Session, parcel: &Parcel, changes: &[Change]) -> El {
    let line = |change: &Change, said: String| {
        let warning = change
            .conflict
            .then(|| el("b").class("warn").with(" – ").with(say::WILL_CONFLICT));
        el("li").with(said).with(warning)
    };
    let lines: Vec<_> = session.workspace.with_untracked(|known| {
        let plan = known.plans.get(&parcel.plan).map(Arc::as_ref);
        let lines = changes.iter();
        lines
            .map(|change| line(change, say::change(change, plan)))
            .collect()
    });
    el("ul").class("changes").with(lines)
}
