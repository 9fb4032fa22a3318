//! The overview on paper: its numbers, all its lines with sign and word in each cell, and what its duties are.

use super::matrix::legend;
use super::overview::Desk;
use crate::ui::dom::{El, Node, el};
use crate::ui::parts::patterns;
use crate::view::{Block, Cell, Counts, Markup, Overview, UnitLine};
use crate::words::{self, overview as say, paper};
use std::ops::Range;

/// As many columns as have room for words on a wide page. Further duties stand in a further table.
const MOST_COLUMNS: usize = 16;

pub(super) fn paper_matrix(desk: Desk) -> Vec<Node> {
    let today = desk.session.today.get();
    let period = desk.period.get();
    let chosen = desk.chosen();
    desk.shown.with(|shown| {
        let counts = shown.counts();
        let chosen = chosen.map(|said| el("p").with(el("b").with(said)));
        let line = |said: String| el("p").with(said);
        let head = el("section")
            .with(el("h2").with(paper::overview(&shown.plan_name)))
            .with(line(paper::as_of(today, period.as_deref())))
            .with(chosen)
            .with(line(say::sum(counts)))
            .with(line(say::rate_of_due(counts)))
            .with(line(say::rate_of_all(counts)))
            .with(legend())
            .with(patterns());
        let sheets = sheets(shown.duties.len());
        let of = sheets.len();
        let as_of = say::as_of(&shown.plan_name, today);
        let tables = sheets.into_iter().zip(1..);
        let tables = tables.map(|(columns, number)| {
            let name = paper::sheet(number, of, &as_of).map(|name| el("h3").with(name));
            let table = Table { shown, columns };
            el("section").with(name).with(table.drawn())
        });
        let tables: Vec<_> = tables.collect();
        vec![head.into(), tables.into(), duties(shown).into()]
    })
}

/// Parts columns into tables that are about as wide as each other.
fn sheets(columns: usize) -> Vec<Range<usize>> {
    let of = columns.div_ceil(MOST_COLUMNS).max(1);
    (0..of)
        .map(|at| at * columns / of..(at + 1) * columns / of)
        .collect()
}

/// Some of the columns, of all lines.
struct Table<'o> {
    shown: &'o Overview,
    columns: Range<usize>,
}

impl Table<'_> {
    /// Thousands of cells, which are not worth an element of the UI framework each.
    fn drawn(&self) -> El {
        let mut html = Markup::default();
        self.head(&mut html);
        html.open("tbody", &[]);
        let blocks = self.shown.blocks();
        let is_grouped = blocks.iter().any(|block| block.group.is_some());
        for block in &blocks {
            if is_grouped {
                self.block(&mut html, block);
            }
            for line in block
                .lines
                .iter()
                .filter_map(|at| self.shown.units.get(*at))
            {
                self.line(&mut html, line);
            }
        }
        let sums: Vec<Counts> = self.shown.duties.iter().map(|duty| duty.counts).collect();
        self.sums(&mut html, "part", say::SUM, self.shown.counts(), &sums);
        html.close("tbody");
        el("table").class("grid").markup(move || html.clone())
    }

    fn head(&self, html: &mut Markup) {
        html.open("thead", &[]);
        html.open("tr", &[]);
        html.element("th", &[], say::UNIT);
        html.element("th", &[], say::DONE);
        for duty in self
            .shown
            .duties
            .get(self.columns.clone())
            .unwrap_or_default()
        {
            html.open("th", &[]);
            html.text(&words::task_path(&duty.path));
            html.element("small", &[], &paper::last_day(duty.last_day));
            html.close("th");
        }
        html.close("tr");
        html.close("thead");
    }

    fn block(&self, html: &mut Markup, block: &Block) {
        let name = match block.group {
            Some(_) => block.name.as_str(),
            None => say::NO_GROUP,
        };
        let name = format!("{name} ({})", say::units(block.lines.len()));
        self.sums(html, "part", &name, block.counts, &block.sums);
    }

    fn sums(&self, html: &mut Markup, class: &str, name: &str, all: Counts, sums: &[Counts]) {
        html.open("tr", &[("class", class)]);
        html.element("th", &[], name);
        total(html, all);
        for sum in sums.get(self.columns.clone()).unwrap_or_default() {
            total(html, *sum);
        }
        html.close("tr");
    }

    fn line(&self, html: &mut Markup, line: &UnitLine) {
        html.open("tr", &[]);
        html.element("th", &[], &line.unit.name);
        total(html, line.counts);
        for it in line.cells.get(self.columns.clone()).unwrap_or_default() {
            match it {
                Some(it) => cell(html, it),
                None => html.element("td", &[], say::NONE),
            }
        }
        html.close("tr");
    }
}

/// A number breaks behind its stroke, if at all.
fn total(html: &mut Markup, counts: Counts) {
    html.open("td", &[]);
    for part in say::total(counts).split_inclusive('/') {
        html.text(part);
        html.open("wbr", &[]);
    }
    html.close("td");
}

fn cell(html: &mut Markup, cell: &Cell) {
    html.open("td", &[]);
    html.element("b", &[], say::sign(cell.standing));
    if let Some(judged) = say::judged_sign(cell.judged) {
        html.element("sup", &[], judged);
    }
    html.element("small", &[], words::sign_name(cell.standing));
    html.close("td");
}

/// What the numbers above the columns stand for.
fn duties(shown: &Overview) -> El {
    let head = paper::DUTY_COLUMNS.map(|name| el("th").with(name));
    let rows = shown.duties.iter().map(|duty| {
        let period = duty.id.period.map(words::period);
        el("tr")
            .with(el("th").with(words::task_path(&duty.path)))
            .with(
                el("td")
                    .class("plan")
                    .with(crate::domain::capitalised(&duty.action)),
            )
            .with(
                el("td")
                    .with(paper::last_day(duty.last_day))
                    .with(period.map(|period| el("small").with(period))),
            )
            .with(el("td").with(say::total(duty.counts)))
    });
    el("section").with(el("h3").with(paper::DUTIES)).with(
        el("table")
            .class("list")
            .with(el("thead").with(el("tr").with(Vec::from(head))))
            .with(el("tbody").with(rows.collect::<Vec<_>>())),
    )
}
