//! Who has reported: how many of those who are asked, who not, and when each report arrived.

use super::fold::fold;
use super::overview::Desk;
use crate::domain::{Day, Standing};
use crate::sorted::sort_by;
use crate::ui::dom::{El, Node, el, live, text};
use crate::ui::parts::{IN_SIGHT, long_list, tone};
use crate::ui::state::Memo;
use crate::view::{Answer, Markup, Overview, Reports, UnitLine};
use crate::words::{overview as say, round};

pub(super) fn reports(desk: Desk) -> El {
    let facts = text(move || desk.whole.with(facts));
    fold(say::REPORTS, facts, move || {
        live(move || content(desk, desk.session.today.get()))
    })
}

fn facts(whole: &Overview) -> String {
    let all = whole.units.len();
    match whole.reports() {
        Some(reports) => round::reports_short(reports),
        None => say::heard(all - whole.silent().len(), all),
    }
}

fn content(desk: Desk, today: Day) -> Vec<Node> {
    let lines = Memo::new(move || {
        let mut lines = desk.whole.with(|whole| whole.units.clone());
        sort_by(&mut lines, |a, b| urgency(a) < urgency(b));
        lines
    });
    let draw = move |line: &UnitLine| unit(line, today);
    let list = long_list(("reports", ""), IN_SIGHT, lines, draw, |_, _, _| {});
    vec![live(move || desk.whole.with(asked)), list.into()]
}

/// What is asked for, and how many have answered.
fn asked(whole: &Overview) -> Vec<El> {
    let (Some(asked), Some(reports)) = (&whole.round, whole.reports()) else {
        return Vec::new();
    };
    vec![
        el("p").with(round::asked(asked.by, &asked.to)),
        tiles(reports),
        el("p").class("hint").with(round::reports(reports)),
    ]
}

/// Those who are latest come first.
fn urgency(line: &UnitLine) -> (bool, i64) {
    match line.answer {
        Some(Answer::Missing(late)) => (false, -late),
        Some(Answer::Late(late)) => (true, -late),
        Some(Answer::OnTime) => (true, 0),
        None => (line.heard.is_some(), 0),
    }
}

fn tiles(reports: Reports) -> El {
    let tile = |name: &str, count: usize| {
        el("li")
            .class("tile")
            .with(el("b").with(count.to_string()))
            .with(el("span").with(name))
    };
    el("ul")
        .class("tiles")
        .with(tile(say::EXPECTED, reports.expected))
        .with(tile(say::RECEIVED, reports.received))
        .with(tile(say::ON_TIME, reports.on_time))
        .with(tile(say::MISSING, reports.missing))
}

fn unit(line: &UnitLine, today: Day) -> Markup {
    let arrived = line.arrived.zip(line.age(today));
    let when = match arrived {
        Some((at, age)) => round::arrived(at, age),
        None => say::heard_before(line.days_since(today)),
    };
    let mut html = Markup::default();
    html.element("span", &[("class", "name")], &line.unit.name);
    if let Some(answer) = line.answer {
        let class = ["answer ", tone(standing(answer))].concat();
        html.element("b", &[("class", &class)], &round::answer(answer));
    }
    html.element("small", &[], &when);
    html
}

/// The standing whose colour an answer takes.
fn standing(answer: Answer) -> Standing {
    match answer {
        Answer::OnTime => Standing::DoneOnTime,
        Answer::Late(_) => Standing::DoneLate,
        Answer::Missing(0) => Standing::InTime,
        Answer::Missing(_) => Standing::Overdue,
    }
}
