//! A list of duties. Its rows are put into the page as markup, and a change touches those that it concerns alone, so
//! that a list of thousands is ticked as fast as a list of ten.

use super::duty_row::{Owner, Parts, add_row, still};
use crate::browser;
use crate::ui::dom::{El, Node, el, live};
use crate::ui::page::Page;
use crate::ui::state::{Memo, RwSignal};
use crate::view::{Markup, Row, Screen};
use leptos::prelude::Effect;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Lists with more rows than these stand in blocks of so many: browsers lay out those alone that are in sight.
const BLOCK: usize = 50;

type Rows = Memo<Vec<Arc<Row>>>;

/// Lists duties. A row stays in place while its content changes, so that the focus is kept.
pub(in crate::ui) fn duty_list(page: Page, rows: Rows, owner: Owner) -> Node {
    let is_long = Memo::new(move || rows.with(Vec::len) > 2 * BLOCK);
    live(move || {
        let list = if is_long.get() {
            el("div").class("duties long").attr("role", "list")
        } else {
            el("ul").class("duties")
        };
        followed(page, list, rows, owner, is_long.get())
    })
}

/// A row that stands in the page, under the number by which its element is found.
type Standing = (usize, Arc<Row>);

/// What of a list stands in the page.
#[derive(Clone)]
struct List {
    /// Stands before the numbers of its rows.
    name: String,
    screen: Screen,
    owner: Owner,
}

fn followed(page: Page, list: El, rows: Rows, owner: Owner, is_long: bool) -> El {
    static LISTS: AtomicUsize = AtomicUsize::new(0);
    let name = LISTS.fetch_add(1, Ordering::Relaxed);
    let shape = List {
        name: format!("duties-{name}"),
        screen: page.route.with_untracked(|route| route.screen.clone()),
        owner,
    };
    let mut next = 0;
    let standing: Vec<Standing> = rows.with_untracked(|rows| {
        let numbered = rows.iter().map(|row| {
            next += 1;
            (next, row.clone())
        });
        numbered.collect()
    });
    let whole = shape.whole(&standing, is_long);
    let list = list.attr("id", &shape.name).markup_once(whole);
    let standing = RwSignal::new(standing);
    let name = shape.name.clone();
    Effect::new(move |_| {
        rows.with(|rows| {
            standing.update(|standing| shape.follow(standing, rows, &mut next));
        });
    });
    if owner != Owner::Me {
        return list;
    }
    list.on("click", move |event| {
        let number = browser::number_of_row(&event, ".tick", &name);
        let row = number.and_then(|number| {
            standing.with_untracked(|standing| {
                let mut rows = standing.iter();
                let found = rows.find(|(it, _)| *it == number);
                found.map(|(_, row)| row.clone())
            })
        });
        if let Some(row) = row {
            page.toggle(&row);
        }
    })
}

impl List {
    fn id(&self, number: usize) -> String {
        format!("{}-{number}", self.name)
    }

    fn whole(&self, rows: &[Standing], is_long: bool) -> Markup {
        if !is_long {
            return self.items(rows);
        }
        let mut whole = Markup::default();
        for block in rows.chunks(BLOCK) {
            whole.open("div", &[("role", "presentation")]);
            whole.add(&self.items(block));
            whole.close("div");
        }
        whole
    }

    fn items(&self, rows: &[Standing]) -> Markup {
        let mut items = Markup::default();
        for (number, row) in rows {
            add_row(&mut items, &self.id(*number), row, self.owner, &self.screen);
        }
        items
    }

    /// Makes the page follow: rows that changed are written anew in place; of those that came and went, what stands
    /// before and behind them stays.
    fn follow(&self, standing: &mut Vec<Standing>, rows: &[Arc<Row>], next: &mut usize) {
        let is_same = |(known, row): &(&Standing, &Arc<Row>)| known.1.id == row.id;
        let before = standing.iter().zip(rows).take_while(is_same).count();
        let (old, new) = (&standing[before..], &rows[before..]);
        let pairs = old.iter().rev().zip(new.iter().rev());
        let behind = pairs.take_while(is_same).count();
        let gone = before..standing.len() - behind;
        let come = before..rows.len() - behind;
        let came: Vec<Standing> = rows[come.clone()]
            .iter()
            .map(|row| {
                *next += 1;
                (*next, row.clone())
            })
            .collect();
        for (number, _) in &standing[gone.clone()] {
            browser::remove_row(&self.id(*number));
        }
        if !came.is_empty() {
            let items = self.items(&came).into_text();
            match standing.get(gone.end) {
                Some((number, _)) => browser::add_before(&self.id(*number), &items),
                None => browser::add_last(&self.name, &items),
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
            mark,
            is_done,
            body,
            leaf,
        } = Parts::of(row);
        let class = match self.owner {
            Owner::Me => None,
            Owner::Other | Owner::Nobody => Some(still(is_done)),
        };
        let id = self.id(number);
        browser::renew_row(
            &id,
            is_done,
            class,
            &mark.into_text(),
            &body.into_text(),
            &leaf.into_text(),
        );
    }
}
