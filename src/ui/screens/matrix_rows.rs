//! The rows of the matrix in the page: each group with a row of its own, and below it its units where it is open.

use super::matrix_row::{Column, expanded, group_row, unit_row};
use crate::browser;
use crate::domain::{Day, GroupId};
use crate::ui::parts::{Blocks, Form, IN_SIGHT, Line, Place};
use crate::view::{Block, Markup, Overview, UnitLine};
use std::any::Any;
use std::sync::Arc;

const FORM: Form = Form {
    block: ("tbody", "rowgroup"),
    row: ("tr", "row"),
    class: "",
};

/// The rows that stand in the page.
pub(super) struct Rows {
    /// Stands before the names of all elements.
    name: String,
    /// The element that they stand before.
    foot: String,
    basis: Option<Basis>,
    sections: Vec<Section>,
    /// What was there on another basis, and is taken out bit by bit.
    gone: Vec<Section>,
    next: usize,
}

/// What all rows are made of.
#[derive(Clone, PartialEq)]
struct Basis {
    columns: Arc<Vec<Column>>,
    groups: Vec<GroupId>,
    today: Day,
}

/// A group, or the units that are in none.
struct Section {
    group: Option<GroupId>,
    head: Head,
    units: Blocks,
}

/// The row of a group.
struct Head {
    id: String,
    /// What is shown of the group; `None` where it is hidden.
    shown: Option<Markup>,
}

impl Rows {
    pub(super) fn new(name: String, foot: String) -> Self {
        Self {
            name,
            foot,
            basis: None,
            sections: Vec::new(),
            gone: Vec::new(),
            next: 0,
        }
    }

    /// Begins anew where something changed that all rows are made of.
    pub(super) fn begin(
        &mut self,
        columns: &Arc<Vec<Column>>,
        groups: &[(GroupId, String)],
        today: Day,
    ) {
        let groups: Vec<GroupId> = groups.iter().map(|(id, _)| id.clone()).collect();
        let basis = Some(Basis {
            columns: columns.clone(),
            groups,
            today,
        });
        if self.basis == basis {
            return;
        }
        for mut section in std::mem::take(&mut self.sections) {
            browser::remove_row(&section.head.id);
            section.units.clear();
            section.units.follow(Vec::new(), 0, &|_| Markup::default());
            self.gone.push(section);
        }
        self.basis = basis;
        self.add_sections();
    }

    /// Puts in the rows of all groups, hidden for now.
    fn add_sections(&mut self) {
        let groups = self.basis.iter().flat_map(|basis| &basis.groups);
        let groups: Vec<_> = groups.cloned().map(Some).chain([None]).collect();
        let names: Vec<_> = groups
            .iter()
            .map(|_| {
                self.next += 1;
                format!("{}-group-{}", self.name, self.next)
            })
            .collect();
        let mut heads = Markup::default();
        for name in &names {
            heads.open(
                "tbody",
                &[("id", name), ("role", "rowgroup"), ("hidden", "")],
            );
            let row = format!("{name}-row");
            heads.open("tr", &[("id", &row), ("role", "row"), ("class", "block")]);
            heads.close("tr");
            heads.close("tbody");
        }
        browser::add_before(&self.foot, &heads.into_text());
        let behind = names.iter().skip(1).chain([&self.foot]);
        let sections = groups.into_iter().zip(&names).zip(behind);
        self.sections = sections
            .map(|((group, name), behind)| Section {
                group,
                head: Head {
                    id: name.clone(),
                    shown: None,
                },
                units: Blocks::new(format!("{name}-unit"), FORM, Place::Before(behind.clone())),
            })
            .collect();
    }

    /// Makes the page follow what is shown. Returns whether some rows are still to come or to go.
    pub(super) fn follow<'b>(
        &mut self,
        shown: &Overview,
        blocks: impl Iterator<Item = &'b Block> + Clone,
        is_open: impl Fn(&str) -> bool,
    ) -> bool {
        let is_grouped = blocks.clone().any(|block| block.group.is_some());
        let Some(basis) = self.basis.clone() else {
            return false;
        };
        let draw = |line: &dyn Line| basis.draw(line);
        let mut blocks = blocks.peekable();
        let mut at_once = IN_SIGHT;
        let mut is_at_work = !self.gone.is_empty();
        for section in &mut self.sections {
            let block = blocks.next_if(|block| block.group == section.group);
            let key = section.group.as_ref().map_or("", GroupId::as_str);
            let is_open = !is_grouped || is_open(key);
            section
                .head
                .follow(key, block.filter(|_| is_grouped), is_open);
            let lines = block.filter(|_| is_open).map(|block| &block.lines);
            let lines = lines.into_iter().flatten();
            let lines = lines.filter_map(|at| shown.units.get(*at));
            let lines: Vec<_> = lines.map(|line| line.clone() as _).collect();
            let rest = at_once.saturating_sub(lines.len());
            is_at_work |= section.units.follow(lines, at_once, &draw);
            at_once = rest;
        }
        is_at_work
    }

    /// Adds some rows, and takes some out. Returns whether more is to be done.
    pub(super) fn go_on(&mut self) -> bool {
        let Some(basis) = self.basis.clone() else {
            return false;
        };
        let draw = |line: &dyn Line| basis.draw(line);
        if let Some(section) = self.gone.last_mut() {
            if !section.units.go_on(&draw) {
                self.gone.pop();
            }
            return true;
        }
        self.sections
            .iter_mut()
            .any(|section| section.units.go_on(&draw))
    }
}

impl Basis {
    fn draw(&self, line: &dyn Line) -> Markup {
        let line = (line as &dyn Any).downcast_ref::<UnitLine>();
        let row = |line| unit_row(line, &self.columns, self.today);
        line.map(row).unwrap_or_default()
    }
}

impl Head {
    fn follow(&mut self, key: &str, block: Option<&Block>, is_open: bool) {
        let Some(block) = block else {
            if self.shown.take().is_some() {
                browser::hide(&self.id);
            }
            return;
        };
        let button = format!("{}-button", self.id);
        // Whether it is open is told by the button alone, which stays when it is pressed, and keeps the focus.
        let row = group_row(&button, key, block);
        if self.shown.as_ref() != Some(&row) {
            browser::set_markup(&format!("{}-row", self.id), &row.clone().into_text());
        }
        browser::set_attribute(&button, "aria-expanded", expanded(is_open));
        if self.shown.replace(row).is_none() {
            browser::unhide(&self.id);
        }
    }
}
