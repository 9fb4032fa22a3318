//! A list of duties. Its rows are put into the page as markup, and a change touches those that it concerns alone, so
//! that a list of thousands is ticked as fast as a list of ten.

use super::duty_row::{Owner, Parts, add_row, still};
use crate::browser;
use crate::ui::dom::El;
use crate::ui::page::Page;
use crate::ui::state::{Memo, RwSignal};
use crate::view::{Markup, Row, Screen};
use crate::words;
use leptos::prelude::Effect;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A list that is longer than two blocks, or begins out of sight, stands in blocks of so many rows: browsers draw those
/// alone that are in sight.
const BLOCK: usize = 100;

/// So many further rows come into the page at a time, so that it answers in between, on a slow phone too.
const SLICE: usize = 20;

type Rows = Memo<Vec<Arc<Row>>>;

/// A row that stands in the page, under the number by which its element is found.
type Standing = (usize, Arc<Row>);

/// How much came into the page so far.
#[derive(Default)]
struct Placed {
    rows: usize,
    blocks: usize,
    /// How many more rows the last block takes.
    room: usize,
}

/// What of a list stands in the page.
#[derive(Clone)]
struct List {
    /// Stands before the numbers of its rows.
    name: String,
    screen: Screen,
    owner: Owner,
    is_in_blocks: bool,
}

/// Lists duties within an element, below a heading that counts them. A row stays in place while its content changes, so
/// that the focus is kept.
pub(in crate::ui) fn duty_list(
    page: Page,
    within: El,
    heading: (&'static str, &str),
    rows: Rows,
    owner: Owner,
) -> El {
    static LISTS: AtomicUsize = AtomicUsize::new(0);
    let count = rows.with_untracked(Vec::len);
    // What is in sight comes at once, the rest when that is seen.
    let most = page.first_rows(count);
    let list = List {
        name: format!("duties-{}", LISTS.fetch_add(1, Ordering::Relaxed)),
        screen: page.route.with_untracked(|route| route.screen.clone()),
        owner,
        is_in_blocks: most == 0 || count > 2 * BLOCK,
    };
    let mut placed = Placed::default();
    let mut standing = Vec::new();
    rows.with_untracked(|rows| placed.number(&rows[..most], &mut standing));
    let whole = list.whole(heading, count, &standing);
    let name = list.name.clone();
    let shown = RwSignal::new(most);
    let standing = RwSignal::new(standing);
    Effect::new(move |_| {
        let most = shown.get();
        rows.with(|rows| {
            let in_page = &rows[..most.min(rows.len())];
            let more = rows.len() - in_page.len();
            standing.update(|standing| list.follow(standing, in_page, more, &mut placed));
            browser::set_text(&list.count(), &words::count(rows.len()));
            if more > 0 {
                browser::bit_by_bit(move || {
                    shown.try_update(|shown| *shown = most + SLICE);
                    false
                });
            }
        });
    });
    let within = within.markup_once(whole);
    if owner != Owner::Me {
        return within;
    }
    within.on("click", move |event| {
        let number = browser::number_of_row(&event, ".tick", &name);
        let pressed = number.and_then(|number| {
            standing.with_untracked(|standing| {
                let mut rows = standing.iter();
                rows.find(|(it, _)| *it == number).cloned()
            })
        });
        if let Some((number, row)) = pressed {
            toggle(page, format!("{name}-{number}"), row, rows);
        }
    })
}

/// Ticks a row or takes the tick back. The box shows it at once; all else follows when that has been seen.
fn toggle(page: Page, id: String, pressed: Arc<Row>, rows: Rows) {
    // As it stands by then: who is quick has pressed it again.
    let now = move || {
        let is_it = |row: &&Arc<Row>| Arc::ptr_eq(row, &pressed) || row.id == pressed.id;
        let found = rows.try_with_untracked(|rows| rows.iter().find(is_it).cloned());
        found.flatten().unwrap_or_else(|| pressed.clone())
    };
    browser::hold();
    browser::press(&id);
    browser::once_painted(move || {
        page.toggle(&now());
        // What was refused must not stay ticked.
        browser::after_paint(move || browser::set_ticked(&id, now().is_done()));
    });
}

impl List {
    fn id(&self, number: usize) -> String {
        format!("{}-{number}", self.name)
    }

    /// The name of what counts the rows.
    fn count(&self) -> String {
        [&self.name, "-count"].concat()
    }

    /// The heading, and the list with its first rows.
    fn whole(&self, (tag, title): (&str, &str), count: usize, rows: &[Standing]) -> Markup {
        let mut whole = Markup::default();
        whole.open(tag, &[]);
        whole.text(title);
        let attributes = [("class", "count"), ("id", &*self.count())];
        whole.element("span", &attributes, &words::count(count));
        whole.close(tag);
        let (tag, class) = if self.is_in_blocks {
            ("div", "duties blocks")
        } else {
            ("ul", "duties")
        };
        whole.open(
            tag,
            &[("class", class), ("id", &self.name), ("role", "list")],
        );
        // What is in sight would be drawn twice, were it first left out.
        if self.is_in_blocks && !rows.is_empty() {
            whole.open("div", &[("role", "presentation")]);
            whole.add(&self.items(rows));
            whole.close("div");
        } else {
            whole.add(&self.items(rows));
        }
        whole.close(tag);
        whole
    }

    /// Adds rows at the end of the list, behind which so many more are to come.
    fn add(&self, mut rows: &[Standing], more: usize, placed: &mut Placed) {
        if !self.is_in_blocks {
            return browser::add_last(&self.name, &self.items(rows).into_text());
        }
        while !rows.is_empty() {
            if placed.room == 0 {
                placed.room = BLOCK;
                placed.blocks += 1;
                let block = self.block(placed.blocks, BLOCK.min(rows.len() + more));
                browser::add_last(&self.name, &block.into_text());
            }
            let (now, later) = rows.split_at(rows.len().min(placed.room));
            let block = self.name_of_block(placed.blocks);
            browser::add_last(&block, &self.items(now).into_text());
            placed.room -= now.len();
            rows = later;
        }
    }

    /// An empty block, for so many rows.
    fn block(&self, number: usize, rows: usize) -> Markup {
        let name = self.name_of_block(number);
        // By this the style knows how high it is while it is not drawn.
        let rows = format!("--rows: {rows}");
        let attributes = [
            ("id", &*name),
            ("role", "presentation"),
            ("class", "far"),
            ("style", &*rows),
        ];
        let mut block = Markup::default();
        block.element("div", &attributes, "");
        block
    }

    fn name_of_block(&self, number: usize) -> String {
        format!("{}-block-{number}", self.name)
    }

    fn items(&self, rows: &[Standing]) -> Markup {
        let mut items = Markup::default();
        for (number, row) in rows {
            add_row(&mut items, &self.id(*number), row, self.owner, &self.screen);
        }
        items
    }

    /// Makes the page follow: rows that changed are written anew in place; of those that came and went, what stands
    /// before and behind them stays. So many more are still to come at the end.
    fn follow(
        &self,
        standing: &mut Vec<Standing>,
        rows: &[Arc<Row>],
        more: usize,
        placed: &mut Placed,
    ) {
        let is_same = |(known, row): &(&Standing, &Arc<Row>)| {
            Arc::ptr_eq(&known.1, row) || known.1.id == row.id
        };
        let before = standing.iter().zip(rows).take_while(is_same).count();
        let (old, new) = (&standing[before..], &rows[before..]);
        let pairs = old.iter().rev().zip(new.iter().rev());
        let behind = pairs.take_while(is_same).count();
        let gone = before..standing.len() - behind;
        let come = before..rows.len() - behind;
        let mut came = Vec::new();
        placed.number(&rows[come], &mut came);
        for (number, _) in &standing[gone.clone()] {
            browser::remove_row(&self.id(*number));
        }
        if !came.is_empty() {
            match standing.get(gone.end) {
                Some((number, _)) => {
                    browser::add_before(&self.id(*number), &self.items(&came).into_text());
                }
                None => self.add(&came, more, placed),
            }
        }
        standing.splice(gone, came);
        for ((number, known), row) in standing.iter_mut().zip(rows) {
            if !Arc::ptr_eq(known, row) {
                if *known != *row {
                    self.renew(*number, row);
                }
                *known = row.clone();
            }
        }
    }

    fn renew(&self, number: usize, row: &Row) {
        let Parts {
            is_done,
            body,
            leaf,
        } = Parts::of(row);
        let class = match self.owner {
            Owner::Me => None,
            Owner::Other | Owner::Nobody => Some(still(is_done)),
        };
        let id = self.id(number);
        browser::renew_row(&id, is_done, class, &body.into_text(), &leaf.into_text());
    }
}

impl Placed {
    /// Numbers rows that come.
    fn number(&mut self, rows: &[Arc<Row>], numbered: &mut Vec<Standing>) {
        for row in rows {
            self.rows += 1;
            numbered.push((self.rows, row.clone()));
        }
    }
}
