//! Tổng hợp: units × duties of one plan, with the official numbers.

use super::matrix::matrix;
use crate::domain::{GroupId, PlanId, Standing};
use crate::ui::dom::{El, Node, el, live, text};
use crate::ui::parts::{bar, header, sign};
use crate::ui::session::Session;
use crate::ui::state::{Memo, RwSignal};
use crate::view::{self, Choice, Counts, Overview, Show};
use crate::words::{self, overview as say, screens};

pub(in crate::ui) fn overview(session: Session, plan: &PlanId) -> Node {
    let Some(name) = session
        .workspace
        .with_untracked(|known| Some(known.plans.get(plan)?.short_name().to_owned()))
    else {
        let link = el("a").attr("href", "#/ke-hoach").with(screens::PLAN);
        let none = el("p").class("empty").with(link);
        return Node::from(vec![header(say::OVERVIEW, ()), none]);
    };
    let choice = RwSignal::new(Choice::default());
    let id = plan.clone();
    let whole = Memo::new(move || {
        session
            .workspace
            .with(|known| view::overview(known, &id, session.today.get()))
    });
    let shown =
        Memo::new(move || whole.with(|whole| choice.with(|choice| whole.clone().kept(choice))));
    let is_empty = Memo::new(move || whole.with(|whole| whole.units.is_empty()));
    let groups = groups(session, plan);
    let body = live(move || {
        if is_empty.get() {
            return Node::from(el("p").class("empty").with(say::NOBODY));
        }
        Node::from(vec![
            numbers(shown),
            choose(choice, &groups),
            matrix(session, shown),
        ])
    });
    Node::from(vec![header(say::OVERVIEW, name).into(), body])
}

fn groups(session: Session, plan: &PlanId) -> Vec<(GroupId, String)> {
    session.workspace.with_untracked(|known| {
        let roster = known.rosters.get(plan);
        let groups = roster.map(|roster| roster.groups.iter());
        groups
            .into_iter()
            .flatten()
            .filter(|group| !group.members.is_empty())
            .map(|group| (group.id.clone(), group.name.clone()))
            .collect()
    })
}

/// The four official numbers, both rates with their formulas, and how the sum comes about.
fn numbers(shown: Memo<Overview>) -> El {
    let counts = Memo::new(move || shown.with(Overview::counts));
    let tile = move |standing: Standing, of: fn(Counts) -> usize| {
        el("li")
            .class("tile")
            .with(el("b").with(text(move || of(counts.get()).to_string())))
            .with(sign(standing, words::standing(standing)))
    };
    let four = el("ul")
        .class("tiles")
        .with(tile(Standing::DoneOnTime, |counts| counts.done_on_time))
        .with(tile(Standing::DoneLate, |counts| counts.done_late))
        .with(tile(Standing::InTime, |counts| counts.in_time))
        .with(tile(Standing::Overdue, |counts| counts.overdue));
    let heard = move || {
        shown.with(|shown| {
            let all = shown.units.len();
            say::heard(all - shown.silent().len(), all)
        })
    };
    el("section")
        .class("card numbers")
        .attr("aria-label", say::OFFICIAL_NUMBERS)
        .with(four)
        .with(live(move || stacked(counts.get())))
        .with(el("p").with(text(move || say::rate_of_due(counts.get()))))
        .with(el("p").with(text(move || say::rate_of_all(counts.get()))))
        .with(
            el("p")
                .class("hint")
                .with(text(move || say::sum(counts.get()))),
        )
        .with(
            el("p")
                .class("hint")
                .with(text(move || say::without_day(counts.get()))),
        )
        .with(el("p").class("name").with(text(heard)))
}

fn stacked(counts: Counts) -> Node {
    let parts = [
        ("green", counts.done_on_time + counts.done_without_day),
        ("gold", counts.done_late),
        ("indigo", counts.in_time),
        ("lacquer", counts.overdue),
        ("grey", counts.open_without_day),
    ];
    bar(&parts, say::sum(counts))
}

/// Which units are shown: by standing, by group, by name.
fn choose(choice: RwSignal<Choice>, groups: &[(GroupId, String)]) -> El {
    let button = move |show: Show, word: &'static str| {
        el("button")
            .class("second")
            .attr("type", "button")
            .attr_live("aria-pressed", move || {
                Some(choice.with(|choice| choice.show == show).to_string())
            })
            .with(word)
            .on_click(move || choice.update(|choice| choice.show = show))
    };
    let shows = el("div")
        .class("filters")
        .attr("role", "group")
        .attr("aria-label", say::SHOW)
        .with(button(Show::All, say::ALL_UNITS))
        .with(button(
            Show::Overdue,
            screens::horizon(view::Horizon::Overdue),
        ))
        .with(button(Show::DueSoon, screens::horizon(view::Horizon::Week)))
        .with(button(Show::Silent, say::SILENT));
    let find = el("label")
        .class("field")
        .with(el("span").with(say::FIND_UNIT))
        .with(
            el("input")
                .attr("type", "search")
                .attr("autocomplete", "off")
                .value(move || choice.with(|choice| choice.query.clone()))
                .on_value("input", move |typed| {
                    choice.update(|choice| choice.query = typed);
                }),
        );
    let group = (!groups.is_empty()).then(|| group_field(choice, groups));
    el("section")
        .class("choose")
        .with(shows)
        .with(find)
        .with(group)
}

fn group_field(choice: RwSignal<Choice>, groups: &[(GroupId, String)]) -> El {
    let options: Vec<_> = groups
        .iter()
        .map(|(id, name)| el("option").attr("value", id.as_str()).with(name.as_str()))
        .collect();
    let select = el("select")
        .with(el("option").attr("value", "").with(say::ALL_GROUPS))
        .with(options)
        .on_value("change", move |chosen| {
            let group = (!chosen.is_empty()).then(|| GroupId::new(chosen));
            choice.update(|choice| choice.group = group);
        });
    el("label")
        .class("field")
        .with(el("span").with(say::GROUP))
        .with(select)
}
