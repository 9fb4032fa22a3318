//! The lines of the matrix: a unit, or the sums of a group.

use super::matrix::{Column, Matrix, heading, row, total};
use crate::domain::{Day, GroupId};
use crate::ui::dom::{El, el, live, text};
use crate::ui::parts::tone;
use crate::ui::state::Memo;
use crate::view::{Cell, Markup, Route, Screen, UnitLine};
use crate::words::{self, overview as say};

/// A unit's line follows the whole, not what is chosen of it: it is not built anew by a choice.
pub(super) fn unit_row(matrix: Matrix, unit: &str) -> El {
    let unit = unit.to_owned();
    let line = Memo::new(move || {
        matrix.desk.whole.with(|whole| {
            let mut lines = whole.units.iter();
            lines.find(|line| line.unit.id.as_str() == unit).cloned()
        })
    });
    row().markup(move || {
        let today = matrix.desk.session.today.get();
        let line = |columns: &Vec<Column>| {
            line.with(|line| line.as_ref().map(|line| cells(line, columns, today)))
        };
        matrix.columns.with(line).unwrap_or_default()
    })
}

/// The sums of a group, and a button that shows its lines.
pub(super) fn block_row(matrix: Matrix, group: &str) -> El {
    let group = group.to_owned();
    let (key, open, wanted) = (group.clone(), group.clone(), group);
    let block = Memo::new(move || {
        matrix.desk.shown.with(|shown| {
            let is_it = |id: Option<&str>| id.unwrap_or_default() == wanted;
            let mut blocks = shown.blocks().into_iter();
            let block = blocks.find(|it| is_it(it.group.as_ref().map(GroupId::as_str)))?;
            let lines = block.lines.iter().filter_map(|at| shown.units.get(*at));
            Some((shown.counts_of(lines), block))
        })
    });
    let name = text(move || {
        block.with(|block| match block {
            Some((_, block)) if block.group.is_some() => block.name.clone(),
            _ => say::NO_GROUP.to_owned(),
        })
    });
    let units = text(move || {
        let count = block.with(|it| it.as_ref().map_or(0, |(_, block)| block.lines.len()));
        say::units(count)
    });
    let button = el("button")
        .attr("type", "button")
        .attr_live("aria-expanded", move || {
            Some(matrix.is_open(&open).to_string())
        })
        .with(el("span").with(name))
        .with(" ")
        .with(el("small").with(units))
        .on_click(move || matrix.turn(&key));
    let sums = live(move || {
        block.with(|block| {
            let (sums, block) = block.as_ref()?;
            let all = std::iter::once(block.counts).chain(sums.iter().copied());
            Some(all.map(total).collect::<Vec<_>>())
        })
    });
    row()
        .class("block")
        .with(heading("rowheader").with(button))
        .with(sums)
}

fn cells(line: &UnitLine, columns: &[Column], today: Day) -> Markup {
    let mut html = Markup::default();
    name(&mut html, line, today);
    html.element(
        "td",
        &[("role", "cell"), ("class", "total")],
        &say::total(line.counts),
    );
    for (it, column) in line.cells.iter().zip(columns) {
        match it {
            Some(it) => cell(&mut html, line, column, it),
            None => html.element("td", &[("role", "cell")], say::NONE),
        }
    }
    html
}

fn name(html: &mut Markup, line: &UnitLine, today: Day) {
    let link = Route::to(Screen::Unit(line.unit.id.clone())).address();
    let told = [
        say::formerly(&line.unit.former),
        Some(say::heard_before(line.days_since(today))),
        say::extended(line.reviews.extensions),
    ];
    let told: Vec<_> = told.into_iter().flatten().collect();
    html.open("th", &[("role", "rowheader")]);
    html.element("a", &[("href", &link)], &line.unit.name);
    html.element("small", &[], &told.join(" · "));
    html.close("th");
}

/// The style shows the signs; what is read out are the words.
fn cell(html: &mut Markup, line: &UnitLine, column: &Column, cell: &Cell) {
    let here = Route::to(Screen::Overview(column.id.plan.clone()));
    let link = here.with_duty(&line.unit.id, &column.id).address();
    let mut said = format!(
        "{}: {}",
        words::task_path(&column.path),
        words::standing(cell.standing)
    );
    let judged = say::judged_sign(cell.judged);
    if judged.is_some() {
        said.push_str(", ");
        said.push_str(say::judged(cell.judged));
    }
    let attributes = [
        ("href", link.as_str()),
        ("aria-label", &said),
        ("data-sign", say::sign(cell.standing)),
        ("data-judged", judged.unwrap_or_default()),
    ];
    html.open("td", &[("role", "cell"), ("class", tone(cell.standing))]);
    html.element("a", &attributes, "");
    html.close("td");
}
