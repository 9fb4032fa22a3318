//! The choice of an order: a field on every screen, and headings of tables.

use crate::ui::dom::{El, Node, el, text};
use crate::view::{Order, SortBy};
use crate::words::screens as say;

use super::select::{Options, select_field};

/// Orders that a list offers, the first being its own.
pub(in crate::ui) const ORDERS: [Order; 7] = [
    order(SortBy::Given, false),
    order(SortBy::Name, false),
    order(SortBy::Name, true),
    order(SortBy::Done, false),
    order(SortBy::Done, true),
    order(SortBy::Overdue, true),
    order(SortBy::Day, true),
];

const fn order(by: SortBy, is_falling: bool) -> Order {
    Order { by, is_falling }
}

/// Shows the field to choose an order by, and tells what was chosen.
pub(in crate::ui) fn sort_field(
    orders: &'static [Order],
    now: impl Fn() -> Order + Copy + Send + Sync + 'static,
    choose: impl Fn(Order) + 'static,
) -> Node {
    // An order that came from a heading may not be among those that are offered.
    let offered = move |options: &mut Options| {
        let now = now();
        let more = (!orders.contains(&now)).then_some(now);
        for it in orders.iter().copied().chain(more) {
            options.add(say::order(it), say::order(it));
        }
    };
    let field = select_field(
        say::SORT,
        move || say::order(now()).to_owned(),
        offered,
        move |chosen| {
            let found = orders.iter().find(|it| say::order(**it) == chosen);
            choose(found.copied().unwrap_or_default());
        },
    );
    let told = el("p")
        .class("unseen")
        .attr("role", "status")
        .with(text(move || {
            let now = now();
            if now == Order::default() {
                String::new()
            } else {
                say::sorted(now)
            }
        }));
    Node::from(vec![field, told])
}

/// Makes a heading of a column sort by it.
pub(in crate::ui) fn sort_heading(
    heading: El,
    label: &str,
    by: SortBy,
    now: impl Fn() -> Order + Copy + Send + Sync + 'static,
    choose: impl Fn(Order) + 'static,
) -> El {
    let way = move || {
        let now = now();
        (now.by == by).then_some(now.is_falling)
    };
    let told = move || {
        way().map(|is_falling| {
            if is_falling {
                "descending"
            } else {
                "ascending"
            }
            .to_owned()
        })
    };
    let button = el("button")
        .attr("type", "button")
        .class("sort")
        .with(label)
        .on_click(move || choose(now().turned(by)));
    heading.attr_live("aria-sort", told).with(button)
}
