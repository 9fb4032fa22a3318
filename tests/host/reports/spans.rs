//! Spans begin and end as the rules say, and follow each other without a gap.

use proptest::prelude::*;
use proptest::sample::select;
use so_tien_do::domain::{Cycle, Day, Length, Reckoning, Span};
use so_tien_do::words::report;

fn day(y: i32, m: u32, d: u32) -> Day {
    Day::from_ymd_opt(y, m, d).expect("a day")
}

fn span(text: &str) -> Span {
    text.parse().unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn spans_have_their_days_and_their_names() {
    let table = [
        ("2026-03", "01/03/2026", "31/03/2026", "tháng 3/2026"),
        ("2028-02", "01/02/2028", "29/02/2028", "tháng 2/2028"),
        ("2026-Q3", "01/07/2026", "30/09/2026", "quý III/2026"),
        (
            "2026-H1",
            "01/01/2026",
            "30/06/2026",
            "6 tháng đầu năm 2026",
        ),
        (
            "2026-H2",
            "01/07/2026",
            "31/12/2026",
            "6 tháng cuối năm 2026",
        ),
        (
            "2026-9M",
            "01/01/2026",
            "30/09/2026",
            "9 tháng đầu năm 2026",
        ),
        ("2026", "01/01/2026", "31/12/2026", "năm 2026"),
        (
            "2026-01-15..2026-03-14",
            "15/01/2026",
            "14/03/2026",
            "từ ngày 15/01/2026 đến ngày 14/03/2026",
        ),
        (
            "2026-01.14",
            "15/12/2025",
            "14/01/2026",
            "tháng 1/2026 (từ ngày 15/12/2025 đến ngày 14/01/2026)",
        ),
        (
            "2026-Q1.14",
            "15/12/2025",
            "14/03/2026",
            "quý I/2026 (từ ngày 15/12/2025 đến ngày 14/03/2026)",
        ),
        (
            "2026-Q3.14",
            "15/06/2026",
            "14/09/2026",
            "quý III/2026 (từ ngày 15/06/2026 đến ngày 14/09/2026)",
        ),
        (
            "2026-H1.14",
            "15/12/2025",
            "14/06/2026",
            "6 tháng đầu năm 2026 (từ ngày 15/12/2025 đến ngày 14/06/2026)",
        ),
        (
            "2026-H2.14",
            "15/06/2026",
            "14/12/2026",
            "6 tháng cuối năm 2026 (từ ngày 15/06/2026 đến ngày 14/12/2026)",
        ),
        (
            "2026-9M.14",
            "15/12/2025",
            "14/09/2026",
            "9 tháng đầu năm 2026 (từ ngày 15/12/2025 đến ngày 14/09/2026)",
        ),
        (
            "2026.14",
            "15/12/2025",
            "14/12/2026",
            "năm 2026 (từ ngày 15/12/2025 đến ngày 14/12/2026)",
        ),
    ];
    for (text, first, last, name) in table {
        let it = span(text);
        let days = [it.first(), it.last()].map(so_tien_do::words::date);
        assert_eq!(days, [first, last], "{text}");
        assert_eq!(report::span(it), name);
        assert_eq!(it.to_string(), text);
    }
}

#[test]
fn what_is_compared_with_and_what_follows() {
    let table = [
        ("2026-01", "2025-12", "2026-02"),
        ("2026-Q1.14", "2025-Q4.14", "2026-Q2.14"),
        ("2026-H2", "2026-H1", "2027-H1"),
        ("2026-9M", "2025-9M", "2027-9M"),
        ("2026", "2025", "2027"),
        (
            "2026-03-01..2026-03-10",
            "2026-02-19..2026-02-28",
            "2026-03-11..2026-03-20",
        ),
    ];
    for (text, before, after) in table {
        assert_eq!(span(text).previous(), span(before));
        assert_eq!(span(text).next(), span(after));
    }
}

#[test]
fn other_texts_are_refused() {
    for text in [
        "",
        "2026-Q5",
        "2026-Q0",
        "2026-3",
        "2026-13",
        "2026-H3",
        "2026-6M",
        "2026.15",
        "26",
        "2026-",
        "-1",
        "2026-03-14..2026-01-15",
        "2026-02-30..2026-03-01",
        "2026-01-01..",
        "2026-Q1.14.14",
        "é-Q1",
        "2026-é",
    ] {
        assert!(text.parse::<Span>().is_err(), "{text}");
    }
}

fn any_day() -> impl Strategy<Value = Day> {
    (1990_i32..2100, 1_u32..=366).prop_filter_map("a day", |(y, d)| Day::from_yo_opt(y, d))
}

fn length() -> impl Strategy<Value = Length> {
    use Length::{HalfYear, Month, NineMonths, Quarter, Year};
    select(vec![Month, Quarter, HalfYear, NineMonths, Year])
}

fn reckoning() -> impl Strategy<Value = Reckoning> {
    select(vec![Reckoning::Calendar, Reckoning::CutOff])
}

fn any_span() -> impl Strategy<Value = Span> {
    prop_oneof![
        (length(), reckoning(), any_day())
            .prop_map(|(length, reckoning, day)| Span::Cycle(Cycle::at(length, reckoning, day))),
        (any_day(), any_day()).prop_map(|(one, other)| Span::between(one, other)),
    ]
}

proptest! {
    #[test]
    fn next_and_previous_undo_each_other_and_texts_name_spans(it in any_span()) {
        prop_assert!(it.first() <= it.last());
        prop_assert_eq!(it.next().previous(), it);
        prop_assert_eq!(it.previous().next(), it);
        prop_assert_eq!(it.to_string().parse(), Ok(it));
    }

    #[test]
    fn spans_of_one_kind_leave_no_day_out_and_count_none_twice(it in any_span(), on in any_day()) {
        let is_nine_months = matches!(it, Span::Cycle(it) if it.length() == Length::NineMonths);
        if is_nine_months {
            prop_assert!(it.last() < it.next().first());
        } else {
            prop_assert_eq!(it.last().succ_opt(), Some(it.next().first()));
        }
        if let Span::Cycle(cycle) = it {
            let at = Span::Cycle(Cycle::at(cycle.length(), cycle.reckoning(), on));
            prop_assert!(is_nine_months && at.last() < on || at.contains(on));
        }
    }

    #[test]
    fn shorter_spans_make_up_longer_ones(on in any_day(), reckoning in reckoning()) {
        let year = Span::Cycle(Cycle::at(Length::Year, reckoning, on));
        for (length, count) in [(Length::Month, 12), (Length::Quarter, 4), (Length::HalfYear, 2)] {
            let first = Span::Cycle(Cycle::at(length, reckoning, year.first()));
            let last = (1..count).fold(first, |span, _| span.next());
            prop_assert_eq!((first.first(), last.last()), (year.first(), year.last()));
        }
        let nine = Span::Cycle(Cycle::at(Length::NineMonths, reckoning, year.first()));
        let third = Span::Cycle(Cycle::at(Length::Quarter, reckoning, year.first())).next().next();
        prop_assert_eq!((nine.first(), nine.last()), (year.first(), third.last()));
    }
}

#[test]
fn a_day_belongs_to_the_turn_that_its_cut_off_closes() {
    let at = |length, on| Span::Cycle(Cycle::at(length, Reckoning::CutOff, on)).to_string();
    assert_eq!(at(Length::Month, day(2026, 1, 14)), "2026-01.14");
    assert_eq!(at(Length::Month, day(2026, 1, 15)), "2026-02.14");
    assert_eq!(at(Length::Year, day(2025, 12, 15)), "2026.14");
    assert_eq!(at(Length::Quarter, day(2026, 12, 31)), "2027-Q1.14");
}
