//! Which units the overview shows: by standing, by group, by name, by a duty; and of which period.

use super::overview::Desk;
use crate::domain::{GroupId, PlanId};
use crate::ui::dom::{El, Node, el, live};
use crate::ui::parts::{ORDERS, sort_field};
use crate::view::{self, Horizon, Overview, Show};
use crate::words::{self, overview as say, screens};

/// Where the choice stands; what comes due leads here.
pub(super) const PLACE: &str = "choose";

pub(super) fn choose(desk: Desk, plan: &PlanId) -> El {
    let shows = el("div")
        .class("filters")
        .attr("role", "group")
        .attr("aria-label", say::SHOW)
        .with(show(desk, Show::All, say::ALL_UNITS))
        .with(show(
            desk,
            Show::Overdue,
            screens::horizon(Horizon::Overdue),
        ))
        .with(show(desk, Show::DueSoon, screens::horizon(Horizon::Week)))
        .with(show(desk, Show::Silent, say::SILENT))
        .with(show(desk, Show::Waiting, say::WAITING));
    el("section")
        .class("choose")
        .attr("id", PLACE)
        .with(shows)
        .with(live(move || owed(desk)))
        .with(find(desk))
        .with(group(desk))
        .with(order(desk))
        .with(period(desk, plan))
}

fn show(desk: Desk, show: Show, word: &'static str) -> El {
    el("button")
        .class("second")
        .attr("type", "button")
        .attr_live("aria-pressed", move || {
            Some(desk.choice.with(|choice| choice.show == show).to_string())
        })
        .with(word)
        .on_click(move || desk.choice.update(|choice| choice.show = show))
}

/// The duty that units are chosen by, and the way back to all.
fn owed(desk: Desk) -> Option<El> {
    let (duty, day) = desk.choice.with(|choice| choice.owed.clone())?;
    let path = desk.whole.with_untracked(|whole| {
        let duty = whole.duties.iter().find(|it| it.id == duty)?;
        Some(words::task_path(&duty.path))
    });
    let drop = el("button")
        .class("plain")
        .with(say::DROP_FILTER)
        .on_click(move || desk.choice.update(|choice| choice.owed = None));
    let said = say::owed(&path.unwrap_or_default(), day);
    Some(el("p").class("owed").with(el("b").with(said)).with(drop))
}

fn find(desk: Desk) -> El {
    let input = el("input")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .value(move || desk.choice.with(|choice| choice.query.clone()))
        .on_value("input", move |typed| {
            desk.choice.update(|choice| choice.query = typed);
        });
    field(say::FIND_UNIT, input)
}

fn group(desk: Desk) -> Option<El> {
    let blocks = desk.whole.with_untracked(Overview::blocks);
    let options: Vec<_> = blocks
        .iter()
        .filter_map(|block| {
            let id = block.group.as_ref()?;
            let option = el("option").attr("value", id.as_str());
            Some(option.with(block.name.as_str()))
        })
        .collect();
    let select = el("select")
        .with(el("option").attr("value", "").with(say::ALL_GROUPS))
        .with(Node::from(options))
        .on_value("change", move |chosen| {
            let group = (!chosen.is_empty()).then(|| GroupId::new(chosen));
            desk.choice.update(|choice| choice.group = group);
        });
    let has_group = blocks.iter().any(|block| block.group.is_some());
    has_group.then(|| field(say::GROUP, select))
}

fn order(desk: Desk) -> Node {
    sort_field(
        &ORDERS,
        move || desk.choice.with(|choice| choice.order),
        move |order| desk.choice.update(|choice| choice.order = order),
    )
}

fn period(desk: Desk, plan: &PlanId) -> Option<El> {
    let steps = desk
        .session
        .workspace
        .with_untracked(|known| view::steps_back(known, plan, desk.session.today.get_untracked()));
    let option = |(back, shared): (usize, &Option<_>)| {
        el("option")
            .attr("value", &back.to_string())
            .with(say::back(back, *shared))
    };
    let options: Vec<_> = steps.iter().enumerate().map(option).collect();
    let select = el("select")
        .with(options)
        .on_value("change", move |chosen| {
            desk.choice.update(|choice| choice.owed = None);
            desk.back.set(chosen.parse().unwrap_or_default());
        });
    (steps.len() > 1).then(|| field(say::PERIOD, select))
}

fn field(label: &str, input: El) -> El {
    el("label")
        .class("field")
        .with(el("span").with(label))
        .with(input)
}
