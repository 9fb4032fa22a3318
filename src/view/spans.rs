//! Which spans a report can be asked for, and which one is meant when nobody says.

use crate::domain::{Cycle, Day, Length, Reckoning, Span};
use chrono::Days;

/// For so many days after its end a span is still the one that is reported on.
const AFTERMATH: Days = Days::new(15);

/// Returns the cycle that is reported on by a day: the running one, but at its beginning the one before.
#[must_use]
pub fn due_span(length: Length, reckoning: Reckoning, today: Day) -> Span {
    let day = today.checked_sub_days(AFTERMATH).unwrap_or(today);
    Span::Cycle(Cycle::at(length, reckoning, day))
}

/// Returns the spans that people choose from: the running one and those before it, about two years.
#[must_use]
pub fn recent_spans(length: Length, reckoning: Reckoning, today: Day) -> Vec<Span> {
    let count = match length {
        Length::Month => 24,
        Length::Quarter => 8,
        Length::HalfYear => 4,
        Length::NineMonths | Length::Year => 3,
    };
    let running = Span::Cycle(Cycle::at(length, reckoning, today));
    std::iter::successors(Some(running), |span| Some(span.previous()))
        .take(count)
        .collect()
}

/// Returns the day of which a report tells: the one that is asked for, or else the last day of its span,
/// as far as that is over. A report never tells of a day before its span.
#[must_use]
pub fn told_day(span: Span, asked: Option<Day>, today: Day) -> Day {
    let day = asked.unwrap_or(span.last().min(today));
    day.max(span.first())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Day {
        Day::from_ymd_opt(year, month, day).expect("a day")
    }

    fn due(length: Length, reckoning: Reckoning, today: Day) -> String {
        due_span(length, reckoning, today).to_string()
    }

    #[test]
    fn a_span_is_reported_on_for_half_a_month_after_its_end() {
        let quarter = |today| due(Length::Quarter, Reckoning::Calendar, today);
        assert_eq!(quarter(day(2026, 9, 30)), "2026-Q3");
        assert_eq!(quarter(day(2026, 10, 15)), "2026-Q3");
        assert_eq!(quarter(day(2026, 10, 16)), "2026-Q4");
        let month = |today| due(Length::Month, Reckoning::CutOff, today);
        assert_eq!(month(day(2026, 9, 29)), "2026-09.14");
        assert_eq!(month(day(2026, 9, 30)), "2026-10.14");
        assert_eq!(
            due(Length::Year, Reckoning::Calendar, day(2027, 1, 3)),
            "2026"
        );
    }

    #[test]
    fn the_running_span_comes_first_and_the_due_one_is_among_them() {
        for length in Length::ALL {
            for reckoning in [Reckoning::Calendar, Reckoning::CutOff] {
                for today in day(2025, 12, 1).iter_days().take(420) {
                    let spans = recent_spans(length, reckoning, today);
                    let due = due_span(length, reckoning, today);
                    assert!(spans.contains(&due), "{length:?} {today}");
                    let follow = spans.windows(2).all(|two| two[0].previous() == two[1]);
                    assert!(follow, "{length:?} {today}");
                }
            }
        }
    }

    #[test]
    fn the_day_is_in_the_span_or_later_and_never_in_the_future_unasked() {
        let span: Span = "2026-Q3".parse().expect("a span");
        let asked = |asked, today| told_day(span, asked, today);
        assert_eq!(asked(None, day(2026, 8, 2)), day(2026, 8, 2));
        assert_eq!(asked(None, day(2026, 11, 2)), day(2026, 9, 30));
        assert_eq!(
            asked(Some(day(2026, 10, 5)), day(2026, 11, 2)),
            day(2026, 10, 5)
        );
        assert_eq!(
            asked(Some(day(2026, 1, 5)), day(2026, 11, 2)),
            day(2026, 7, 1)
        );
    }
}
