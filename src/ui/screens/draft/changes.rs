//! A further text of a plan: which plan it amends, and what became of each duty.

use super::desk::Desk;
use crate::domain::{BeforeDay, Part, Plan, PlanId, Task, TaskId, capitalised};
use crate::draft::{Difference, Edit};
use crate::ui::dom::{El, Node, el, list, live, text};
use crate::ui::parts::choice;
use crate::ui::state::{Memo, StoredValue};
use crate::view::Route;
use crate::view::draft::{Pair, assigned, first_words, pairs};
use crate::words::{self, draft as say};
use crate::workspace::{Action, Shelf, Workspace};
use std::sync::Arc;

/// The kinds in the order of the screen, each told from the others by its heading.
const KINDS: [Difference; 4] = [
    Difference::New,
    Difference::Changed {
        text: true,
        lead: true,
        support: true,
        time: true,
    },
    Difference::Gone,
    Difference::Unchanged,
];

/// Asks whether this is a new plan or a further text of one that is here.
pub(super) fn which(desk: Desk) -> Node {
    let session = desk.session;
    let plans: Vec<(PlanId, String)> = session.workspace.with_untracked(|known| {
        let is_in_bin =
            |plan: &&Arc<Plan>| known.settings.put_away.get(&plan.id) == Some(&Shelf::Bin);
        let named = |plan: &Arc<Plan>| (plan.id.clone(), plan.short_name().to_owned());
        let plans = known.plans.values();
        plans.filter(|plan| !is_in_bin(plan)).map(named).collect()
    });
    if plans.is_empty() {
        return ().into();
    }
    let amends = Memo::new(move || desk.with(|draft| draft.origin().amends.clone()));
    let option = move |plan: Option<PlanId>, label: String| {
        let (same, chosen) = (plan.clone(), plan);
        choice(
            "radio",
            "which",
            label,
            move || amends.get() == same,
            move || {
                session.act(Action::AmendDraft(chosen.clone()));
            },
        )
    };
    let namesake = session.workspace.with_untracked(|known| {
        known
            .namesake()
            .map(|plan| say::namesake(plan.short_name()))
    });
    let is_open = namesake.is_some() || amends.with_untracked(Option::is_some);
    let mut options = vec![option(None, say::NEW_PLAN.to_owned())];
    options.extend(
        plans
            .into_iter()
            .map(|(id, name)| option(Some(id), say::amends(&name))),
    );
    let said = text(move || {
        let name = amends.get().and_then(|id| {
            let name = |known: &Workspace| {
                known
                    .plans
                    .get(&id)
                    .map(|plan| plan.short_name().to_owned())
            };
            session.workspace.with(name)
        });
        name.map_or(say::NEW_PLAN.to_owned(), |name| say::amends(&name))
    });
    let summary = el("summary").with(
        el("span")
            .class("name")
            .with(say::WHICH)
            .with(": ")
            .with(said),
    );
    let form = el("form").with(
        el("fieldset")
            .class("status")
            .attr("aria-label", say::WHICH)
            .with(options),
    );
    el("details")
        .class("group card")
        .flag("open", move || is_open)
        .with(summary)
        .with(namesake.map(|said| el("p").class("hint").with(said)))
        .with(form)
        .into()
}

/// Shows the duties of both texts side by side, kind by kind.
pub(super) fn changes(desk: Desk) -> Node {
    let all = Memo::new(move || desk.session.workspace.with(pairs));
    let is_there = Memo::new(move || all.with(|all| !all.is_empty()));
    live(move || {
        is_there.get().then(|| {
            let kinds: Vec<_> = KINDS.map(|difference| kind(desk, all, difference)).into();
            el("section")
                .class("card compared")
                .with(el("h2").with(say::COMPARED))
                .with(kinds)
        })
    })
}

fn kind(desk: Desk, all: Memo<Vec<Pair>>, of: Difference) -> Node {
    let is_of =
        move |pair: &&Pair| std::mem::discriminant(&pair.difference) == std::mem::discriminant(&of);
    let here =
        Memo::new(move || all.with(|all| all.iter().filter(is_of).cloned().collect::<Vec<_>>()));
    let is_empty = Memo::new(move || here.with(Vec::is_empty));
    let row = move |wanted: String| {
        let pair =
            here.with_untracked(|here| here.iter().find(|pair| key(pair) == wanted).cloned());
        el("li").with(pair.map(|pair| row(desk, all, &pair)))
    };
    live(move || {
        let keys = move || here.with(|here| here.iter().map(key).collect());
        let count = el("span")
            .class("count")
            .with(text(move || here.with(Vec::len).to_string()));
        (!is_empty.get()).then(|| {
            el("details")
                .class("group")
                .flag("open", move || of != Difference::Unchanged)
                .with(
                    el("summary")
                        .with(el("span").class("name").with(say::difference(of)))
                        .with(count),
                )
                .with(el("ul").class("pairs").with(list(keys, row)))
        })
    })
}

/// Another name whenever a side says something else.
fn key(pair: &Pair) -> String {
    let side = |task: &Option<Task>| {
        task.as_ref()
            .map(|task| format!("{}/{}", task.id, facts(task).join("/")))
    };
    let side = |task| side(task).unwrap_or_default();
    format!("{}|{}", side(&pair.old), side(&pair.new))
}

fn row(desk: Desk, all: Memo<Vec<Pair>>, pair: &Pair) -> Vec<Node> {
    let is_same = pair.difference == Difference::Unchanged;
    let old = pair.old.as_ref().filter(|_| !is_same);
    let sides = el("div")
        .class("sides")
        .with(old.map(|task| side(say::BEFORE, task, None)))
        .with(
            pair.new
                .as_ref()
                .map(|task| side(say::NOW, task, Some(&task.id))),
        );
    let said = say::changed(pair.difference);
    let tool = match (&pair.old, &pair.new) {
        (Some(_), Some(new)) => separate(desk, new).into(),
        (None, Some(new)) => rematch(desk, all, &new.id),
        _ => ().into(),
    };
    vec![
        (!said.is_empty())
            .then(|| el("p").class("below").with(said))
            .into(),
        sides.into(),
        tool,
    ]
}

fn side(name: &str, task: &Task, open: Option<&TaskId>) -> El {
    let place = words::task_path(&task.path);
    let place = match open {
        Some(id) => el("a")
            .attr("href", &Route::to_draft(id).address())
            .with(place),
        None => el("b").with(place),
    };
    let facts: Vec<_> = facts(task)
        .into_iter()
        .map(|fact| el("p").class("below").with(fact))
        .collect();
    el("div")
        .class("side")
        .with(el("p").class("below").with(name).with(" · ").with(place))
        .with(el("p").class("quote").with(task.text.as_str()))
        .with(facts)
}

fn facts(task: &Task) -> Vec<String> {
    let who = |part: Part| {
        let names = assigned(task, part).join(", ");
        (!names.is_empty()).then(|| format!("{}: {}", words::part(part), capitalised(&names)))
    };
    let when = say::when(task, BeforeDay::default()).map(|when| capitalised(&when));
    [who(Part::Lead), who(Part::Support), when]
        .into_iter()
        .flatten()
        .collect()
}

fn separate(desk: Desk, new: &Task) -> El {
    let id = new.id.clone();
    el("button")
        .class("plain")
        .with(say::SEPARATE)
        .on_click(move || {
            desk.edit_with_undo(Edit::Pair(id.clone(), None), say::SEPARATED);
        })
}

/// Offers the duties that are gone: one of them may be this one.
fn rematch(desk: Desk, all: Memo<Vec<Pair>>, new: &TaskId) -> Node {
    let new = StoredValue::new(new.clone());
    let gone = Memo::new(move || {
        all.with(|all| {
            let gone = all
                .iter()
                .filter(|pair| pair.difference == Difference::Gone);
            gone.filter_map(|pair| pair.old.clone()).collect::<Vec<_>>()
        })
    });
    let option = move |task: &Task| {
        let id = task.id.clone();
        let words = format!(
            "{}: {}",
            words::task_path(&task.path),
            first_words(&task.text)
        );
        el("li").with(el("button").class("plain").with(words).on_click(move || {
            desk.edit_with_undo(Edit::Pair(new.get_value(), Some(id.clone())), say::MATCHED);
        }))
    };
    live(move || {
        let options: Vec<_> = gone.with(|gone| gone.iter().map(option).collect());
        (!options.is_empty()).then(|| {
            el("details")
                .class("group")
                .with(el("summary").with(el("span").class("name").with(say::MATCH)))
                .with(el("ul").with(options))
        })
    })
}
