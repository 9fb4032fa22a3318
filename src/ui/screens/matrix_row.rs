//! What stands in the rows of the matrix: a unit with its cells, or the sums of a group.

use super::matrix::add_total;
use crate::domain::{Day, UnitId};
use crate::ui::parts::{Line, tone};
use crate::view::{Block, Cell, DutyId, Markup, Overview, Route, Screen, UnitLine};
use crate::words::{self, overview as say};
use std::any::Any;

/// A duty, without its counts: it stays while units are chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) id: DutyId,
    pub(super) path: String,
    pub(super) action: String,
    /// The address of a cell, before its unit and behind it.
    address: (String, String),
}

pub(super) fn columns(whole: &Overview) -> Vec<Column> {
    let columns = whole.duties.iter().map(|duty| Column {
        id: duty.id.clone(),
        path: duty.path.clone(),
        action: duty.action.clone(),
        address: address(&duty.id),
    });
    columns.collect()
}

/// Writes the address of a cell once for all units. No identity holds a line break.
fn address(duty: &DutyId) -> (String, String) {
    let here = Route::to(Screen::Overview(duty.plan.clone()));
    let whole = here.with_duty(&UnitId::new("\n"), duty).address();
    let (before, behind) = whole.split_once('\n').unwrap_or((&whole, ""));
    (before.to_owned(), behind.to_owned())
}

impl Line for UnitLine {
    fn key(&self) -> &str {
        self.unit.id.as_str()
    }

    fn is_same(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

/// What stands in the row of a unit.
pub(super) fn unit_row(line: &UnitLine, columns: &[Column], today: Day) -> Markup {
    let mut html = Markup::default();
    name(&mut html, line, today);
    add_total(&mut html, line.counts);
    for (it, column) in line.cells.iter().zip(columns) {
        match it {
            Some(it) => cell(&mut html, line, column, it),
            None => html.element("td", &[("role", "cell")], say::NONE),
        }
    }
    html
}

/// What stands in the row of a group: a button of that name that shows its lines, and their sums.
pub(super) fn group_row(button: &str, key: &str, block: &Block) -> Markup {
    let mut html = Markup::default();
    let name = match block.group {
        Some(_) => block.name.as_str(),
        None => say::NO_GROUP,
    };
    html.open("th", &[("role", "rowheader")]);
    let attributes = [("id", button), ("type", "button"), ("data-do", key)];
    html.open("button", &attributes);
    html.element("span", &[], name);
    html.text(" ");
    html.element("small", &[], &say::units(block.lines.len()));
    html.close("button");
    html.close("th");
    add_total(&mut html, block.counts);
    for sum in &block.sums {
        add_total(&mut html, *sum);
    }
    html
}

pub(super) fn expanded(is_open: bool) -> &'static str {
    if is_open { "true" } else { "false" }
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
    let (before, behind) = &column.address;
    let link = [before, line.unit.id.as_str(), behind].concat();
    let standing = words::standing(cell.standing);
    let mut said = [&words::task_path(&column.path), ": ", standing].concat();
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
