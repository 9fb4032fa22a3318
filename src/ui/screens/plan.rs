//! Kế hoạch: the plan as a document, with an outline to jump by and a search.

use super::finder::{anchor, finder};
use super::marks::{mark, words};
use super::plan_tools::{plan_tools, shelf_banner};
use crate::browser;
use crate::domain::{Plan, PlanId, Role, Task, TaskId};
use crate::ui::dom::{El, Node, el, live};
use crate::ui::parts::{header, sign, tone};
use crate::ui::session::Session;
use crate::ui::state::{Memo, RwSignal, StoredValue};
use crate::view::{self, Letters, Passage, Route, Row, Screen, Share};
use crate::words::{self, screens as say};

pub(in crate::ui) fn plan(session: Session, wanted: &PlanId, at: Option<&TaskId>) -> Node {
    let found = session
        .workspace
        .with_untracked(|known| known.plans.get(wanted).cloned());
    match found {
        Some(plan) => {
            let task = at.and_then(|task| plan.task(task));
            if let Some(block) = task.map(|task| task.block) {
                // A screen begins at its top; the place is looked for when it is there.
                browser::after(0, move || browser::scroll_to(&anchor(block)));
            }
            document(session, &plan)
        }
        None => Node::from(vec![header(say::PLAN, ()), missing()]),
    }
}

fn missing() -> El {
    let link = el("a").attr("href", "#/ke-hoach").with(say::TO_PLANS);
    el("p")
        .class("empty")
        .with(say::NO_PLAN)
        .with(" ")
        .with(link)
}

fn document(session: Session, plan: &Plan) -> Node {
    let id = plan.id.clone();
    let passages = Memo::new(move || {
        session.workspace.with(|workspace| {
            let plan = workspace.plans.get(&id);
            let me = session.me();
            plan.map(|plan| view::passages(workspace, plan, me.as_ref(), session.today.get()))
                .unwrap_or_default()
        })
    });
    let phrase = RwSignal::new(String::new());
    let letters = StoredValue::new(Letters::of(&plan.blocks));
    let hits = Memo::new(move || letters.with_value(|letters| letters.search(&phrase.get())));
    mark(passages, hits);
    let issued = plan.issued.map_or(say::ISSUED_UNKNOWN.to_owned(), |day| {
        say::issued(&words::date(day))
    });
    let head = el("p")
        .class("document-head")
        .with(el("span").with(plan.issuer.clone()))
        .with(el("span").with(issued));
    let text: Vec<_> = (0..plan.blocks.len())
        .map(|block| passage(passages, block))
        .collect();
    Node::from(vec![
        header(plan.short_name(), plan.title.as_str()).into(),
        shelf_banner(session, &plan.id),
        plan_tools(session, &plan.id).into(),
        finder(plan, phrase, hits).into(),
        el("article").class("document").with(head).with(text).into(),
        gone(plan).into(),
    ])
}

/// Duties of earlier revisions that this one has no longer.
fn gone(plan: &Plan) -> Option<El> {
    let item = |task: &Task| {
        let place = el("b").with(words::task_path(&task.path));
        el("li").with(el("span").with(place).with(" ").with(task.text.as_str()))
    };
    let items: Vec<_> = plan.retired.iter().map(item).collect();
    (!items.is_empty()).then(|| {
        el("section")
            .class("card gone")
            .with(el("h2").with(words::plans::GONE_DUTIES))
            .with(el("p").class("hint").with(words::plans::GONE_DUTIES_HINT))
            .with(el("ul").class("items").with(items))
    })
}

/// One paragraph. Only the duties below it follow the progress.
fn passage(passages: Memo<Vec<Passage>>, block: usize) -> Option<El> {
    let content = passages.with_untracked(|all| all.get(block).cloned())?;
    let duties = Memo::new(move || {
        let here = passages.with(|all| all.get(block).map(|passage| passage.duties.clone()));
        here.unwrap_or_default()
    });
    let role = content.content.role;
    let text = words(&content, &[]);
    let class = move || match duties.with(|all| all.first().map(|duty| tone(duty.standing))) {
        Some(tone) => format!("{} task {tone}", class(role)),
        None => class(role).to_owned(),
    };
    let is_heading = role == Role::Section;
    let whole = el(if is_heading { "h2" } else { "div" })
        .attr("id", &anchor(block))
        .class_live(class);
    Some(if is_heading {
        whole.attr("tabindex", "-1").markup_once(text)
    } else {
        let duties = live(move || duties.with(|all| all.iter().map(duty).collect::<Vec<_>>()));
        whole.with(el("p").markup_once(text)).with(duties)
    })
}

/// What stands below a duty: its standing, its countdown, who leads.
fn duty(duty: &Row) -> El {
    let count = words::count_down(duty.countdown);
    let word = match duty.id.period {
        Some(period) => format!("{}: {count}", words::period(period)),
        None => count,
    };
    let mine = duty.unit.as_ref().zip(duty.part());
    let open = mine.map(|(me, part)| {
        let plan = Route::to(Screen::Plan(duty.id.plan.clone()));
        let address = plan.with_duty(me, &duty.id).address();
        let label = format!(
            "{} – {}: {}",
            words::part(part),
            say::CHECKLIST,
            words::task_path(&duty.duty.path)
        );
        el("a")
            .class("mine")
            .attr("href", &address)
            .attr("aria-label", &label)
            .with(words::part(part))
    });
    el("div")
        .class("mark")
        .with(sign(duty.standing, &word))
        .with(el("span").class("who").with(duty.duty.leads.as_str()))
        .with(open)
}

pub(super) fn share(share: Share) -> Node {
    let Share {
        text,
        strong,
        italic,
        found,
    } = share;
    let mut node = Node::from(text);
    for (tag, wanted) in [("mark", found), ("em", italic), ("strong", strong)] {
        if wanted {
            node = el(tag).with(node).into();
        }
    }
    node
}

pub(super) fn class(role: Role) -> &'static str {
    match role {
        Role::Letterhead => "plan-head",
        Role::Number => "number",
        Role::Kind => "kind",
        Role::Title => "title",
        Role::Opening => "opening",
        Role::Section => "section",
        Role::Point => "point",
        Role::Paragraph => "paragraph",
        Role::Row => "row",
        Role::RecipientsHeading => "recipients",
        Role::Recipient => "recipient",
        Role::Authority => "authority",
        Role::Signer => "signer",
    }
}
