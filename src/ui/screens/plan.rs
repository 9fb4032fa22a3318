//! Kế hoạch: the plan as a document, with an outline to jump by and a search.

use super::finder::{anchor, finder};
use crate::browser;
use crate::domain::{Plan, PlanId, Role, TaskId};
use crate::ui::dom::{El, Node, el, live};
use crate::ui::parts::{header, sign, tone};
use crate::ui::session::Session;
use crate::ui::state::{Memo, RwSignal, StoredValue};
use crate::view::{self, Hit, Passage, Route, Row, Screen, Share};
use crate::words::{self, screens as say};

pub(in crate::ui) fn plan(session: Session, wanted: Option<&PlanId>, at: Option<&TaskId>) -> Node {
    let found = session.workspace.with_untracked(|workspace| match wanted {
        Some(id) => workspace.plans.get(id).cloned(),
        None => workspace.plans.values().next().cloned(),
    });
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
    let link = el("a").attr("href", "#/ke-hoach").with(say::TO_FIRST_PLAN);
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
    let blocks = StoredValue::new(plan.blocks.clone());
    let hits = Memo::new(move || blocks.with_value(|blocks| view::search(blocks, &phrase.get())));
    let issued = plan.issued.map_or(say::ISSUED_UNKNOWN.to_owned(), |day| {
        say::issued(&words::date(day))
    });
    let head = el("p")
        .class("document-head")
        .with(el("span").with(plan.issuer.clone()))
        .with(el("span").with(issued));
    let text: Vec<_> = (0..plan.blocks.len())
        .map(|block| passage(session, passages, hits, block))
        .collect();
    Node::from(vec![
        header(plan.short_name(), plan.title.as_str()),
        finder(plan, phrase, hits),
        el("article").class("document").with(head).with(text),
    ])
}

/// One paragraph. Only the mark below it follows the progress; the text follows the search.
fn passage(
    session: Session,
    passages: Memo<Vec<Passage>>,
    hits: Memo<Vec<Hit>>,
    block: usize,
) -> Option<El> {
    let content = passages.with_untracked(|all| all.get(block).cloned())?;
    let duty = Memo::new(move || {
        passages.with(|all| all.get(block).and_then(|passage| passage.duty.clone()))
    });
    let found = Memo::new(move || {
        hits.with(|hits| {
            hits.iter()
                .find(|hit| hit.block == block)
                .map(|hit| hit.ranges.clone())
                .unwrap_or_default()
        })
    });
    let (role, marker) = (content.content.role, content.content.marker.clone());
    let marker = (!marker.is_empty()).then(|| el("span").class("marker").with(marker).with(" "));
    let text = live(move || {
        found
            .with(|found| content.shares(found))
            .into_iter()
            .map(share)
            .collect::<Vec<_>>()
    });
    let class = move || match duty.with(|duty| duty.as_ref().map(|duty| tone(duty.standing))) {
        Some(tone) => format!("{} task {tone}", class(role)),
        None => class(role).to_owned(),
    };
    let is_heading = role == Role::Section;
    let whole = el(if is_heading { "h2" } else { "div" })
        .attr("id", &anchor(block))
        .class_live(class);
    Some(if is_heading {
        whole.attr("tabindex", "-1").with(marker).with(text)
    } else {
        let mark = live(move || duty.get().map(|duty| mark(session, &duty)));
        whole.with(el("p").with(marker).with(text)).with(mark)
    })
}

/// The mark below a duty: its standing, its countdown, who leads.
fn mark(session: Session, duty: &Row) -> El {
    let count = words::count_down(duty.countdown);
    let word = match duty.id.period {
        Some(period) => format!("{}: {count}", words::period(period)),
        None => count,
    };
    let open = session.me().zip(duty.part).map(|(me, part)| {
        let screen = Screen::Plan(Some(duty.id.plan.clone()));
        let address = Route {
            screen,
            duty: Some((me, duty.id.clone())),
        }
        .address();
        let label = format!(
            "{} – {}: {}",
            words::part(part),
            say::CHECKLIST,
            words::task_path(&duty.path)
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
        .with(el("span").class("who").with(duty.leads.as_str()))
        .with(open)
}

fn share(share: Share) -> Node {
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

fn class(role: Role) -> &'static str {
    match role {
        Role::Letterhead => "letterhead",
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
