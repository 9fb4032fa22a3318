//! Rows by the thousand, as markup in blocks: what is in sight stands at once, the rest comes when that is seen, bit
//! by bit, and blocks out of sight are not drawn. A change touches the rows that it concerns alone.

use crate::browser;
use crate::view::Markup;
use std::any::Any;
use std::ops::Range;
use std::sync::Arc;

/// A block has so many rows: an even number, since some lists have two columns.
const BLOCK: usize = 24;

/// Of so many rows that come and go, each is put in or taken out by itself; else all are shown anew.
const FEW: usize = 50;

/// The classes of blocks. What is in sight would be drawn twice, were it first left out; and of few rows it is not
/// worth it.
const IN_SIGHT: &str = "";
const OUT_OF_SIGHT: &str = "far";
const MANY: usize = 2 * BLOCK;

/// What a row shows.
pub(in crate::ui) trait Line: Any + Send + Sync {
    /// Names the row among the others.
    fn key(&self) -> &str;
    /// Says whether another one of that name shows the same.
    fn is_same(&self, other: &dyn Any) -> bool;
}

pub(in crate::ui) type Lines = Vec<Arc<dyn Line>>;

/// A row in the page, under the number by which its element is found.
type Standing = (usize, Arc<dyn Line>);

/// Writes what stands within the row of a line.
pub(in crate::ui) type Draw<'d> = &'d dyn Fn(&dyn Line) -> Markup;

/// The elements of blocks and rows, with their roles; the class of rows.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Form {
    pub(in crate::ui) block: (&'static str, &'static str),
    pub(in crate::ui) row: (&'static str, &'static str),
    pub(in crate::ui) class: &'static str,
}

/// Where blocks come in.
pub(in crate::ui) enum Place {
    /// At the end of an element.
    Within(String),
    /// Before an element.
    Before(String),
}

/// Rows that stand in the page, in blocks.
pub(in crate::ui) struct Blocks {
    /// Stands before the numbers of rows and blocks.
    name: String,
    form: Form,
    place: Place,
    wanted: Lines,
    /// The first of what is wanted.
    standing: Vec<Standing>,
    /// The names of the blocks.
    shown: Vec<String>,
    /// Blocks that are hidden, and taken out bit by bit.
    gone: Vec<String>,
    next: usize,
}

impl Blocks {
    pub(in crate::ui) fn new(name: String, form: Form, place: Place) -> Self {
        Self {
            name,
            form,
            place,
            wanted: Vec::new(),
            standing: Vec::new(),
            shown: Vec::new(),
            gone: Vec::new(),
            next: 0,
        }
    }

    /// Makes the page follow what is wanted. Of rows that are all new so many come at once. Returns whether some are
    /// still to come or to go.
    pub(in crate::ui) fn follow(&mut self, wanted: Lines, at_once: usize, draw: Draw<'_>) -> bool {
        let most = self.standing.len().max(at_once).min(wanted.len());
        let (gone, come) = self.changes(&wanted[..most]);
        self.wanted = wanted;
        if gone.len() + come.len() > FEW || self.standing.is_empty() {
            self.clear();
            self.add(0..at_once.min(self.wanted.len()), IN_SIGHT, draw);
        } else {
            self.exchange(gone, come, draw);
            self.renew(draw);
        }
        self.is_at_work()
    }

    /// Takes all rows out.
    pub(in crate::ui) fn clear(&mut self) {
        for block in &self.shown {
            browser::hide(block);
        }
        self.gone.append(&mut self.shown);
        self.standing.clear();
    }

    /// Adds a block, and takes out what is hidden. Returns whether more is to be done.
    pub(in crate::ui) fn go_on(&mut self, draw: Draw<'_>) -> bool {
        let from = self.standing.len();
        self.add(
            from..self.wanted.len().min(from + BLOCK),
            OUT_OF_SIGHT,
            draw,
        );
        if let Some(block) = self.gone.pop() {
            browser::remove_row(&block);
        }
        self.is_at_work()
    }

    /// Returns the line of a row by its number.
    pub(in crate::ui) fn line(&self, number: usize) -> Option<Arc<dyn Line>> {
        let mut standing = self.standing.iter();
        let found = standing.find(|(known, _)| *known == number);
        found.map(|(_, line)| line.clone())
    }

    fn is_at_work(&self) -> bool {
        self.standing.len() < self.wanted.len() || !self.gone.is_empty()
    }

    /// Returns which rows go and which come; what stands before and behind them stays.
    fn changes(&self, wanted: &[Arc<dyn Line>]) -> (Range<usize>, Range<usize>) {
        let is_it = |((_, known), line): &(&Standing, &Arc<dyn Line>)| {
            is_one(known, line) || known.key() == line.key()
        };
        let before = self.standing.iter().zip(wanted).take_while(is_it).count();
        let (old, new) = (&self.standing[before..], &wanted[before..]);
        let pairs = old.iter().rev().zip(new.iter().rev());
        let behind = pairs.take_while(is_it).count();
        (
            before..self.standing.len() - behind,
            before..wanted.len() - behind,
        )
    }

    fn exchange(&mut self, gone: Range<usize>, come: Range<usize>, draw: Draw<'_>) {
        for (number, _) in &self.standing[gone.clone()] {
            browser::remove_of_block(&self.row(*number));
        }
        if gone.end == self.standing.len() {
            self.standing.truncate(gone.start);
            self.add(come, OUT_OF_SIGHT, draw);
        } else {
            let behind = self.standing.split_off(gone.end);
            self.standing.truncate(gone.start);
            let rows = self.rows(come, draw);
            browser::add_before(&self.row(behind[0].0), &rows.into_text());
            self.standing.extend(behind);
        }
    }

    /// Writes those rows anew that show something else now.
    fn renew(&mut self, draw: Draw<'_>) {
        for (at, line) in self.wanted.iter().take(self.standing.len()).enumerate() {
            let (number, known) = &self.standing[at];
            if is_one(known, line) {
                continue;
            }
            if !known.is_same(line.as_ref()) {
                browser::set_markup(&self.row(*number), &draw(line.as_ref()).into_text());
            }
            self.standing[at].1 = line.clone();
        }
    }

    /// Adds rows at the end.
    fn add(&mut self, rows: Range<usize>, class: &str, draw: Draw<'_>) {
        let mut whole = Markup::default();
        let (tag, role) = self.form.block;
        let is_long = self.wanted.len() > MANY;
        let class = if is_long { class } else { IN_SIGHT };
        for from in rows.clone().step_by(BLOCK) {
            let id = format!("{}-block-{}", self.name, self.next);
            let rows = from..rows.end.min(from + BLOCK);
            // By this the style knows how high it is while it is not drawn.
            let count = format!("--rows: {}", rows.len());
            let attributes = [
                ("id", &*id),
                ("role", role),
                ("class", class),
                ("style", &*count),
            ];
            whole.open(tag, &attributes);
            whole.add(&self.rows(rows, draw));
            whole.close(tag);
            self.shown.push(id);
        }
        if rows.is_empty() {
            return;
        }
        match &self.place {
            Place::Within(element) => browser::add_last(element, &whole.into_text()),
            Place::Before(element) => browser::add_before(element, &whole.into_text()),
        }
    }

    /// Writes rows that come to stand behind those that do.
    fn rows(&mut self, rows: Range<usize>, draw: Draw<'_>) -> Markup {
        let mut whole = Markup::default();
        let (tag, role) = self.form.row;
        for line in &self.wanted[rows] {
            self.next += 1;
            let id = format!("{}-{}", self.name, self.next);
            let attributes = [("id", &*id), ("role", role), ("class", self.form.class)];
            whole.open(tag, &attributes);
            whole.add(&draw(line.as_ref()));
            whole.close(tag);
            self.standing.push((self.next, line.clone()));
        }
        whole
    }

    fn row(&self, number: usize) -> String {
        format!("{}-{number}", self.name)
    }
}

/// Says whether two are one and the same; its address alone, since a type may have several tables.
fn is_one(a: &Arc<dyn Line>, b: &Arc<dyn Line>) -> bool {
    std::ptr::addr_eq(Arc::as_ptr(a), Arc::as_ptr(b))
}
