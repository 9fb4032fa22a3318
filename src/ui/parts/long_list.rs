//! A list that may have thousands of rows, as markup.

use super::blocks::{Blocks, Form, Line, Lines, Place};
use crate::browser;
use crate::ui::dom::{El, el};
use crate::ui::state::{Memo, RwSignal};
use crate::view::Markup;
use leptos::prelude::Effect;
use std::any::Any;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many rows are in sight at most, about.
pub(in crate::ui) const IN_SIGHT: usize = 12;

/// Gives what is made of many rows a name of its own in the page.
pub(in crate::ui) fn name_of_rows() -> String {
    static NAMES: AtomicUsize = AtomicUsize::new(0);
    format!("rows-{}", NAMES.fetch_add(1, Ordering::Relaxed))
}

/// Lists lines, so many of them at once. `pressed` is told what the button does that was pressed, the name of its row,
/// and the line.
pub(in crate::ui) fn long_list<T: Line>(
    class: (&str, &'static str),
    at_once: usize,
    lines: Memo<Vec<Arc<T>>>,
    draw: impl Fn(&T) -> Markup + Send + Sync + 'static,
    pressed: impl Fn(&str, &str, &T) + 'static,
) -> El
where
    Vec<Arc<T>>: PartialEq,
{
    let wanted = move || lines.with(|lines| lines.iter().map(|it| it.clone() as _).collect());
    let draw = move |line: &dyn Line| known::<T>(line).map(&draw).unwrap_or_default();
    let pressed = move |what: &str, row: &str, line: &dyn Line| {
        if let Some(line) = known::<T>(line) {
            pressed(what, row, line);
        }
    };
    erased(
        class,
        at_once,
        Box::new(wanted),
        Arc::new(draw),
        Box::new(pressed),
    )
}

type Drawn = Arc<dyn Fn(&dyn Line) -> Markup + Send + Sync>;
type Pressed = Box<dyn Fn(&str, &str, &dyn Line)>;

/// The same for whatever lines, so that it is compiled once.
fn erased(
    (class, row): (&str, &'static str),
    at_once: usize,
    wanted: Box<dyn Fn() -> Lines>,
    draw: Drawn,
    pressed: Pressed,
) -> El {
    let name = name_of_rows();
    let form = Form {
        block: ("div", "presentation"),
        row: ("li", "listitem"),
        class: row,
    };
    let blocks = Blocks::new(name.clone(), form, Place::Within(name.clone()));
    let blocks = RwSignal::new(blocks);
    Effect::new(move |_| {
        let wanted = wanted();
        let mut is_at_work = false;
        blocks.update(|blocks| is_at_work = blocks.follow(wanted, at_once, &*draw));
        if is_at_work {
            let draw = draw.clone();
            browser::bit_by_bit(move || {
                let mut is_at_work = false;
                blocks.try_update(|blocks| is_at_work = blocks.go_on(&*draw));
                is_at_work
            });
        }
    });
    let of = name.clone();
    el("div")
        .class(class)
        .attr("id", &name)
        .attr("role", "list")
        .on("click", move |event| {
            if let Some((what, number)) = browser::pressed_in_row(&event, &of)
                && let Some(line) = blocks.with_untracked(|blocks| blocks.line(number))
            {
                pressed(&what, &format!("{of}-{number}"), line.as_ref());
            }
        })
}

fn known<T: Line>(line: &dyn Line) -> Option<&T> {
    (line as &dyn Any).downcast_ref()
}
