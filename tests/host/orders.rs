//! Lists in the order that a person chose.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use so_tien_do::domain::{Alphabetical, alphabetical};
use so_tien_do::view::{Order, SortBy, Sortable, Tally, sort};
use std::cmp::Ordering;
use std::sync::Arc;

const WAYS: [SortBy; 5] = [
    SortBy::Given,
    SortBy::Name,
    SortBy::Done,
    SortBy::Overdue,
    SortBy::Day,
];

#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    place: usize,
    name: &'static str,
    tally: Tally,
    day: Option<i64>,
}

impl Sortable for Line {
    fn place(&self) -> Arc<Alphabetical> {
        Arc::new(alphabetical(self.name))
    }

    fn tally(&self) -> Tally {
        self.tally
    }

    fn day(&self) -> Option<i64> {
        self.day
    }
}

/// Few of each, so that many are equal.
fn lines() -> impl Strategy<Value = Vec<Line>> {
    let name = select(vec![
        "Ấp Đông",
        "Ấp Tây",
        "Chi bộ 2",
        "Chi bộ 10",
        "Đảng ủy",
        "",
    ]);
    let line = (
        name,
        0_usize..3,
        0_usize..3,
        0_usize..3,
        option::of(0_i64..3),
    );
    vec(line, 0..30).prop_map(|lines| {
        let line = |(place, (name, done, overdue, open, day))| Line {
            place,
            name,
            tally: Tally {
                done,
                overdue,
                open,
            },
            day,
        };
        lines.into_iter().enumerate().map(line).collect()
    })
}

/// Whether one has to stand before the other; `None` where there is nothing to compare.
fn compared(a: &Line, b: &Line, by: SortBy) -> Option<Ordering> {
    match by {
        SortBy::Given => Some(Ordering::Equal),
        SortBy::Name => Some(alphabetical(a.name).cmp(&alphabetical(b.name))),
        SortBy::Done if a.tally.all() == 0 || b.tally.all() == 0 => None,
        SortBy::Done => Some((a.tally.done * b.tally.all()).cmp(&(b.tally.done * a.tally.all()))),
        SortBy::Overdue => Some(a.tally.overdue.cmp(&b.tally.overdue)),
        SortBy::Day => Some(a.day?.cmp(&b.day?)),
    }
}

fn is_told(line: &Line, by: SortBy) -> bool {
    match by {
        SortBy::Done => line.tally.all() > 0,
        SortBy::Day => line.day.is_some(),
        _ => true,
    }
}

proptest! {
    #[test]
    fn a_sorted_list_has_all_lines_in_order_and_equal_ones_as_they_were(
        lines in lines(), by in select(WAYS.to_vec()), is_falling: bool,
    ) {
        let mut sorted = lines.clone();
        sort(&mut sorted, Order { by, is_falling });
        for pair in sorted.windows(2) {
            let (a, b) = (&pair[0], &pair[1]);
            let order = compared(a, b, by).map(|it| if is_falling { it.reverse() } else { it });
            match order {
                Some(Ordering::Equal) => prop_assert!(a.place < b.place),
                Some(order) => prop_assert_eq!(order, Ordering::Less),
                None => prop_assert!(is_told(a, by) || (!is_told(b, by) && a.place < b.place)),
            }
        }
        sorted.sort_by_key(|line| line.place);
        prop_assert_eq!(sorted, lines);
    }
}

#[test]
fn a_heading_rises_at_first_and_falls_when_asked_again() {
    let rising = Order::default().turned(SortBy::Done);
    assert!(!rising.is_falling);
    assert!(rising.turned(SortBy::Done).is_falling);
    let other = rising.turned(SortBy::Done).turned(SortBy::Name);
    assert_eq!(
        other,
        Order {
            by: SortBy::Name,
            is_falling: false
        }
    );
}
