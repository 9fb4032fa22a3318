//! The matrix of the overview: a line for each unit, a column for each duty, the lines by group.

use super::matrix_row::{block_row, unit_row};
use super::overview::Desk;
use crate::domain::Standing;
use crate::ui::dom::{El, Node, el, list, live};
use crate::ui::parts::{sort_heading, tone};
use crate::ui::state::{Memo, RwSignal};
use crate::view::{Counts, DutyId, Judged, Overview, Route, Screen, SortBy};
use crate::words::{self, overview as say};

/// With more lines than these, groups are closed until somebody opens them.
const MOST_OPEN: usize = 40;

/// What the rows share.
#[derive(Clone, Copy)]
pub(super) struct Matrix {
    pub(super) desk: Desk,
    pub(super) columns: Memo<Vec<Column>>,
    /// Keys of the groups that were opened or closed by hand.
    turned: RwSignal<Vec<String>>,
}

/// A duty, without its counts: it stays while units are chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) id: DutyId,
    pub(super) path: String,
    action: String,
}

pub(super) fn matrix(desk: Desk) -> El {
    let matrix = Matrix {
        desk,
        columns: Memo::new(move || desk.whole.with(columns)),
        turned: RwSignal::new(Vec::new()),
    };
    let none = Memo::new(move || desk.shown.with(|shown| shown.units.is_empty()));
    let keys = Memo::new(move || matrix.keys());
    let rows = list(move || keys.get(), move |key| matrix.row(&key));
    let class = move || {
        let is_long = desk.whole.with(|whole| whole.units.len() > MOST_OPEN);
        if is_long { "matrix long" } else { "matrix" }.to_owned()
    };
    let style = move || Some(format!("--columns: {}", matrix.columns.with(Vec::len)));
    // The style shows lines as grids; the roles say that it is a table all the same.
    let table = el("table")
        .class_live(class)
        .attr("role", "table")
        .attr_live("style", style)
        .with(live(move || {
            matrix.columns.with(|columns| head(desk, columns))
        }))
        .with(el("tbody").attr("role", "rowgroup").with(rows))
        .with(live(move || desk.shown.with(foot)));
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

/// Names a line: its group and its unit, or its group alone. No identity holds a line break.
fn parse(key: &str) -> (&str, Option<&str>) {
    match key.split_once('\n') {
        Some((group, unit)) => (group, Some(unit)),
        None => (key, None),
    }
}

impl Matrix {
    fn keys(self) -> Vec<String> {
        self.desk.shown.with(|shown| {
            let chosen = self.desk.choice.with(|choice| choice.group.clone());
            let mut blocks = shown.blocks();
            blocks.retain(|block| chosen.is_none() || block.group == chosen);
            let is_grouped = blocks.iter().any(|block| block.group.is_some());
            let is_open = self.opens(shown);
            let mut keys = Vec::new();
            for block in &blocks {
                let group = block.group.as_ref().map_or("", |group| group.as_str());
                if is_grouped {
                    keys.push(group.to_owned());
                }
                if !is_grouped || is_open(group) {
                    let lines = block.lines.iter().filter_map(|at| shown.units.get(*at));
                    keys.extend(lines.map(|line| format!("{group}\n{}", line.unit.id)));
                }
            }
            keys
        })
    }

    /// Tells which groups show their lines.
    fn opens(self, shown: &Overview) -> impl Fn(&str) -> bool {
        let turned = self.turned.get();
        let at_first = shown.units.len() <= MOST_OPEN;
        move |group| at_first != turned.iter().any(|it| it == group)
    }

    pub(super) fn is_open(self, group: &str) -> bool {
        self.desk.shown.with(|shown| self.opens(shown)(group))
    }

    pub(super) fn turn(self, group: &str) {
        self.turned.update(|turned| {
            let before = turned.len();
            turned.retain(|it| it != group);
            if turned.len() == before {
                turned.push(group.to_owned());
            }
        });
    }

    fn row(self, key: &str) -> El {
        match parse(key) {
            (_, Some(unit)) => unit_row(self, unit),
            (group, None) => block_row(self, group),
        }
    }
}

fn columns(whole: &Overview) -> Vec<Column> {
    let columns = whole.duties.iter().map(|duty| Column {
        id: duty.id.clone(),
        path: duty.path.clone(),
        action: duty.action.clone(),
    });
    columns.collect()
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

fn foot(shown: &Overview) -> El {
    let duties = shown.duties.iter().map(|duty| duty.counts);
    let line = row()
        .with(heading("rowheader").with(say::SUM))
        .with(total(shown.counts()))
        .with(duties.map(total).collect::<Vec<_>>());
    el("tfoot").attr("role", "rowgroup").with(line)
}

pub(super) fn total(counts: Counts) -> El {
    el("td")
        .class("total")
        .attr("role", "cell")
        .with(say::total(counts))
}

pub(super) fn row() -> El {
    el("tr").attr("role", "row")
}

pub(super) fn heading(role: &str) -> El {
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
