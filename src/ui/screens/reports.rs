//! Who has reported: how many of those who are asked, who not, and when each report arrived.

use super::fold::fold;
use super::overview::Desk;
use crate::domain::{Day, Standing};
use crate::sorted::sort_by;
use crate::ui::dom::{El, Node, el, live, text};
use crate::ui::parts::tone;
use crate::view::{Answer, Overview, Reports, UnitLine};
use crate::words::{overview as say, round};

pub(super) fn reports(desk: Desk) -> El {
    let facts = text(move || desk.whole.with(facts));
    fold(say::REPORTS, facts, move || {
        live(move || {
            let today = desk.session.today.get();
            desk.whole.with(|whole| content(whole, today))
        })
    })
}

fn facts(whole: &Overview) -> String {
    let all = whole.units.len();
    match whole.reports() {
        Some(reports) => round::reports_short(reports),
        None => say::heard(all - whole.silent().len(), all),
    }
}

fn content(whole: &Overview, today: Day) -> Vec<Node> {
    let mut lines: Vec<&UnitLine> = whole.units.iter().map(AsRef::as_ref).collect();
    sort_by(&mut lines, |a, b| urgency(a) < urgency(b));
    let lines: Vec<_> = lines.iter().map(|line| unit(line, today)).collect();
    let list = el("ul").class("reports").with(lines);
    let mut content = Vec::new();
    if let (Some(asked), Some(reports)) = (&whole.round, whole.reports()) {
        content.push(el("p").with(round::asked(asked.by, &asked.to)).into());
        content.push(tiles(reports).into());
        content.push(el("p").class("hint").with(round::reports(reports)).into());
    }
    content.push(list.into());
    content
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

fn unit(line: &UnitLine, today: Day) -> El {
    let arrived = line.arrived.zip(line.age(today));
    let when = match arrived {
        Some((at, age)) => round::arrived(at, age),
        None => say::heard_before(line.days_since(today)),
    };
    let answer = line.answer.map(|answer| {
        el("b")
            .class(&format!("answer {}", tone(standing(answer))))
            .with(round::answer(answer))
    });
    el("li")
        .with(el("span").class("name").with(line.unit.name.as_str()))
        .with(answer)
        .with(el("small").with(when))
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
