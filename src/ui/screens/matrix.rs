//! The matrix of the overview: a line for each unit, a column for each duty, the lines by group.

use super::matrix_row::{Column, columns};
use super::matrix_rows::Rows;
use super::overview::Desk;
use crate::browser;
use crate::domain::Standing;
use crate::ui::dom::{El, Node, el, live};
use crate::ui::parts::{name_of_rows, sort_heading, tone};
use crate::ui::state::{Memo, RwSignal};
use crate::view::{Counts, Judged, Markup, Overview, Route, Screen, SortBy};
use crate::words::{self, overview as say};
use leptos::prelude::Effect;
use std::sync::Arc;

/// With more lines than these, groups are closed until somebody opens them.
const MOST_OPEN: usize = 40;

pub(super) fn matrix(desk: Desk) -> El {
    let columns = Memo::new(move || Arc::new(desk.whole.with(columns)));
    let none = Memo::new(move || desk.shown.with(|shown| shown.units.is_empty()));
    // Keys of the groups that were opened or closed by hand.
    let turned = RwSignal::new(Vec::<String>::new());
    let name = name_of_rows();
    let foot_id = format!("{name}-foot");
    let rows = RwSignal::new(Rows::new(name, foot_id.clone()));
    Effect::new(move |_| {
        let is_at_work = columns.with(|columns| follow(desk, columns, turned, rows));
        if is_at_work {
            browser::bit_by_bit(move || {
                let mut is_at_work = false;
                rows.try_update(|rows| is_at_work = rows.go_on());
                is_at_work
            });
        }
    });
    let style = move || Some(format!("--columns: {}", columns.with(|it| it.len())));
    let foot = el("tfoot").attr("id", &foot_id).attr("role", "rowgroup");
    let foot = foot.markup(move || desk.shown.with(sums));
    // The style shows lines as grids; the roles say that it is a table all the same. The rows come before its foot.
    let table = el("table")
        .class("matrix")
        .attr("role", "table")
        .attr_live("style", style)
        .with(live(move || columns.with(|columns| head(desk, columns))))
        .with(foot)
        .on("click", move |event| {
            if let Some(group) = browser::pressed(&event) {
                turn(turned, group);
            }
        });
    // What is wider than the screen scrolls within its own frame, also by keyboard.
    let frame = el("div")
        .class("frame")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", say::MATRIX)
        .flag("hidden", move || none.get())
        .with(table);
    let none = live(move || {
        none.get()
            .then(|| el("p").class("empty").with(say::NONE_MATCHES))
    });
    el("section")
        .class("wide")
        .with(el("div").attr("role", "status").with(none))
        .with(frame)
        .with(legend())
}

/// Makes the rows follow what is shown. Returns whether some are still to come.
fn follow(
    desk: Desk,
    columns: &Arc<Vec<Column>>,
    turned: RwSignal<Vec<String>>,
    rows: RwSignal<Rows>,
) -> bool {
    let chosen = desk.choice.with(|choice| choice.group.clone());
    let turned = turned.get();
    let today = desk.session.today.get();
    let mut is_at_work = false;
    desk.shown.with(|shown| {
        let at_first = shown.units.len() <= MOST_OPEN;
        let is_open = |group: &str| at_first != turned.iter().any(|it| it == group);
        rows.update(|rows| {
            rows.begin(columns, &shown.groups, today);
            let blocks = desk.blocks.get();
            let blocks = blocks
                .iter()
                .filter(|block| chosen.is_none() || block.group == chosen);
            is_at_work = rows.follow(shown, blocks, is_open);
        });
    });
    is_at_work
}

fn turn(turned: RwSignal<Vec<String>>, group: String) {
    turned.update(|turned| {
        let before = turned.len();
        turned.retain(|it| *it != group);
        if turned.len() == before {
            turned.push(group);
        }
    });
}

fn head(desk: Desk, columns: &[Column]) -> El {
    let column = |column: &Column| {
        let path = words::task_path(&column.path);
        let period = column.id.period.map(words::period);
        let place = [Some(path.clone()), period];
        let place = place.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let said = format!("{place} – {}", column.action);
        let id = &column.id;
        let target = Route::to(Screen::PlanAt(id.plan.clone(), id.task.clone()));
        let link = el("a")
            .attr("href", &target.address())
            .attr("title", &said)
            .with(path);
        heading("columnheader").with(link)
    };
    let sorting = |label: &str, by: SortBy| {
        let now = move || desk.choice.with(|choice| choice.order);
        let choose = move |order| desk.choice.update(|choice| choice.order = order);
        sort_heading(heading("columnheader"), label, by, now, choose)
    };
    let line = row()
        .with(sorting(say::UNIT, SortBy::Name))
        .with(sorting(say::DONE, SortBy::Done))
        .with(columns.iter().map(column).collect::<Vec<_>>());
    el("thead").attr("role", "rowgroup").with(line)
}

/// The row that sums up all lines.
fn sums(shown: &Overview) -> Markup {
    let mut row = Markup::default();
    row.open("tr", &[("role", "row")]);
    row.element("th", &[("role", "rowheader")], say::SUM);
    add_total(&mut row, shown.counts());
    for duty in &shown.duties {
        add_total(&mut row, duty.counts);
    }
    row.close("tr");
    row
}

pub(super) fn add_total(row: &mut Markup, counts: Counts) {
    let attributes = [("role", "cell"), ("class", "total")];
    row.open("td", &attributes);
    let total = say::total(counts);
    // A line may end behind the stroke, for which no rule of line breaking asks before a figure.
    match total.split_once('/') {
        Some((done, all)) => {
            row.text(done);
            row.text("/");
            row.open("wbr", &[]);
            row.text(all);
        }
        None => row.text(&total),
    }
    row.close("td");
}

fn row() -> El {
    el("tr").attr("role", "row")
}

fn heading(role: &str) -> El {
    el("th").attr("role", role)
}

/// What the signs mean, in words.
pub(super) fn legend() -> El {
    let item = |standing: Standing| {
        let sign = el("b").class(tone(standing)).with(say::sign(standing));
        el("li")
            .with(sign)
            .with(" ")
            .with(words::standing(standing))
    };
    let judged = |judged: Judged| {
        let sign = el("sup").with(say::judged_sign(judged).unwrap_or_default());
        el("li").with(sign).with(" ").with(say::judged(judged))
    };
    let standings = [
        Standing::DoneOnTime,
        Standing::DoneLate,
        Standing::InTime,
        Standing::DueSoon,
        Standing::Overdue,
        Standing::NotApplicable,
    ];
    let verdicts = [
        Judged::Waiting,
        Judged::Accepted,
        Judged::Returned,
        Judged::ExplanationAsked,
    ];
    let not_theirs = el("li").with(format!("{} {}", say::NONE, say::NOT_THEIRS));
    el("ul")
        .class("legend")
        .attr("aria-label", say::LEGEND)
        .with(Node::from(
            standings.into_iter().map(item).collect::<Vec<_>>(),
        ))
        .with(verdicts.into_iter().map(judged).collect::<Vec<_>>())
        .with(not_theirs)
}
