//! The matrix of the overview: a line for each unit, a column for each duty.

use crate::domain::Standing;
use crate::ui::dom::{El, Node, el, live, text};
use crate::ui::parts::tone;
use crate::ui::session::Session;
use crate::ui::state::Memo;
use crate::view::{Duty, Overview, Route, Row, Screen, UnitLine};
use crate::words::{self, overview as say};

pub(super) fn matrix(session: Session, shown: Memo<Overview>) -> El {
    let table = live(move || {
        let today = session.today.get();
        shown.with(|shown| {
            if shown.units.is_empty() {
                return Node::from(el("p").class("empty").with(say::NONE_MATCHES));
            }
            let lines: Vec<_> = shown.units.iter().map(|line| unit(line, today)).collect();
            let table = el("table")
                .class("matrix")
                .with(head(&shown.duties))
                .with(el("tbody").with(lines))
                .with(foot(shown));
            // What is wider than the screen scrolls within its own frame, also by keyboard.
            Node::from(
                el("div")
                    .class("frame")
                    .attr("tabindex", "0")
                    .attr("role", "region")
                    .attr("aria-label", say::MATRIX)
                    .with(table),
            )
        })
    });
    el("section").with(table).with(legend())
}

fn head(duties: &[Duty]) -> El {
    let columns: Vec<_> = duties
        .iter()
        .map(|duty| {
            let said = format!("{} – {}", words::task_path(&duty.path), duty.action);
            let path = Route::to(Screen::PlanAt(duty.id.plan.clone(), duty.id.task.clone()));
            let link = el("a")
                .attr("href", &path.address())
                .attr("title", &said)
                .with(duty.path.as_str());
            el("th").attr("scope", "col").with(link)
        })
        .collect();
    let line = el("tr")
        .with(el("th").attr("scope", "col").with(say::UNIT))
        .with(el("th").attr("scope", "col").with(say::DONE))
        .with(columns);
    el("thead").with(line)
}

fn unit(line: &UnitLine, today: crate::domain::Day) -> El {
    let link = el("a")
        .attr(
            "href",
            &Route::to(Screen::Unit(line.unit.id.clone())).address(),
        )
        .with(line.unit.name.as_str());
    let name = el("th")
        .attr("scope", "row")
        .with(link)
        .with(el("small").with(say::heard_before(line.days_since(today))));
    let done = format!("{}/{}", line.counts.done(), line.counts.all());
    let cells: Vec<_> = line
        .cells
        .iter()
        .map(|cell| self::cell(cell.as_ref()))
        .collect();
    el("tr")
        .with(name)
        .with(el("td").class("total").with(done))
        .with(cells)
}

fn cell(row: Option<&Row>) -> El {
    let Some(row) = row else {
        return el("td").attr("aria-label", say::NOT_THEIRS).with("·");
    };
    let said = format!("{} – {}", row.path, words::standing(row.standing));
    el("td")
        .class(tone(row.standing))
        .attr("title", &said)
        .attr("aria-label", words::standing(row.standing))
        .with(say::sign(row.standing))
}

fn foot(shown: &Overview) -> El {
    let sums: Vec<_> = shown
        .duties
        .iter()
        .map(|duty| {
            let said = format!("{}/{}", duty.counts.done(), duty.counts.all());
            el("td").class("total").with(said)
        })
        .collect();
    let all = shown.counts();
    let line = el("tr")
        .with(el("th").attr("scope", "row").with(say::SUM))
        .with(
            el("td")
                .class("total")
                .with(format!("{}/{}", all.done(), all.all())),
        )
        .with(sums);
    el("tfoot").with(line)
}

/// What the signs mean, in words.
fn legend() -> El {
    let item = |standing: Standing| {
        let sign = el("b").class(tone(standing)).with(say::sign(standing));
        el("li")
            .with(sign)
            .with(" ")
            .with(words::standing(standing))
    };
    let standings = [
        Standing::DoneOnTime,
        Standing::DoneLate,
        Standing::InTime,
        Standing::DueSoon,
        Standing::Overdue,
        Standing::NotApplicable,
    ];
    let not_theirs = el("li").with(text(|| format!("· {}", say::NOT_THEIRS)));
    el("ul")
        .class("legend")
        .attr("aria-label", say::LEGEND)
        .with(standings.into_iter().map(item).collect::<Vec<_>>())
        .with(not_theirs)
}
