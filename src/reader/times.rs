//! When a duty is due: its deadline, its recurrence, and both together.

use super::calendar::Calendar;
use super::deadline::{self, Found};
use super::due::due;
use super::event;
use super::notice::Puzzle;
use super::recurrence;
use super::sentence;
use super::value;
use super::words::Word;
use crate::domain::{BeforeDay, Deadline, Recurrence, Rule};

/// When a duty is due.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Time {
    pub(super) deadline: Option<Deadline>,
    pub(super) recurrence: Option<Recurrence>,
    /// What a person should look at.
    pub(super) puzzles: Vec<Puzzle>,
}

/// Reads the times that running text states; several are several duties.
pub(super) fn in_text(text: &str, words: &[Word], calendar: Calendar) -> Vec<Time> {
    let recurrences = recurrence::find(words);
    let mut deadlines = deadline::in_text(text, words, calendar);
    if deadlines.is_empty() && recurrences.is_empty() {
        deadlines.extend(event::find(text, words));
    }
    joined(text, words, &recurrences, deadlines, calendar)
}

/// Reads what stands behind "Thời gian:".
pub(super) fn of_value(text: &str, words: &[Word], calendar: Calendar) -> Vec<Time> {
    cell(text, words, calendar, false)
}

/// Reads a cell of a column of times. `before` says that its head reads "trước ngày".
pub(super) fn cell(text: &str, words: &[Word], calendar: Calendar, before: bool) -> Vec<Time> {
    let recurrences = recurrence::find(words);
    if recurrences.is_empty() {
        let found = value::read(text, words, calendar, before);
        return found
            .map(|found| time(found, None, calendar))
            .into_iter()
            .collect();
    }
    let deadlines = deadline::in_text(text, words, calendar);
    joined(text, words, &recurrences, deadlines, calendar)
}

fn joined(
    text: &str,
    words: &[Word],
    recurrences: &[recurrence::Found],
    deadlines: Vec<Found>,
    calendar: Calendar,
) -> Vec<Time> {
    if recurrences.is_empty() {
        return distinct(deadlines)
            .into_iter()
            .map(|found| time(found, None, calendar))
            .collect();
    }
    if let [(recurrence, range)] = recurrences {
        return once_and_again(text, words, *recurrence, range.start, deadlines, calendar);
    }
    // Each recurrence has the day that stands behind it, up to the next.
    let ends = recurrences.iter().skip(1).map(|(_, range)| range.start);
    recurrences
        .iter()
        .zip(ends.chain([words.len()]))
        .map(|((recurrence, range), end)| {
            let own: Vec<_> = deadlines
                .iter()
                .filter(|found| (range.start..end).contains(&found.words.start))
                .cloned()
                .collect();
            Time {
                deadline: due(text, &words[..end], *recurrence, &own, calendar),
                recurrence: Some(*recurrence),
                puzzles: Vec::new(),
            }
        })
        .collect()
}

/// "Xây dựng kế hoạch trước ngày 01/3/2026; báo cáo trước ngày 30/11 hằng năm": a day with its year in
/// another clause is that of a duty which comes once.
fn once_and_again(
    text: &str,
    words: &[Word],
    recurrence: Recurrence,
    at: usize,
    deadlines: Vec<Found>,
    calendar: Calendar,
) -> Vec<Time> {
    let clause = sentence::clause(words, at);
    let (once, own): (Vec<_>, Vec<_>) = deadlines
        .into_iter()
        .partition(|found| !found.year_assumed && !clause.contains(&found.words.start));
    let again = Time {
        deadline: due(text, words, recurrence, &own, calendar),
        recurrence: Some(recurrence),
        puzzles: Vec::new(),
    };
    let earlier = once.iter().filter(|found| found.words.start < at).count();
    let mut times: Vec<_> = distinct(once)
        .into_iter()
        .map(|found| time(found, None, calendar))
        .collect();
    times.insert(earlier.min(times.len()), again);
    times
}

/// Deadlines that end on the same day are one.
fn distinct(deadlines: Vec<Found>) -> Vec<Found> {
    let mut kept: Vec<Found> = Vec::new();
    for found in deadlines {
        let last = |found: &Found| found.deadline.last_day(BeforeDay::Excluded);
        if kept.iter().all(|known| last(known) != last(&found)) {
            kept.push(found);
        }
    }
    kept
}

fn time(found: Found, recurrence: Option<Recurrence>, calendar: Calendar) -> Time {
    let last = found.deadline.last_day(BeforeDay::Excluded);
    let mut puzzles = Vec::new();
    if found.year_assumed {
        puzzles.push(Puzzle::YearAssumed);
    }
    if found.doubtful {
        puzzles.push(Puzzle::DayDoubtful);
    }
    if found.deadline.rule == Rule::Event {
        puzzles.push(Puzzle::DayMissing);
    }
    if let (Some(last), Some(issued)) = (last, calendar.issued)
        && last < issued
    {
        puzzles.push(Puzzle::DayBeforeIssue);
    }
    Time {
        deadline: Some(found.deadline),
        recurrence,
        puzzles,
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;
    use crate::domain::Day;

    fn read(text: &str) -> Vec<(Option<String>, Option<Recurrence>)> {
        let calendar = Calendar {
            issued: Day::from_ymd_opt(2026, 5, 10),
            ..Calendar::default()
        };
        in_text(text, &words(text), calendar)
            .into_iter()
            .map(|time| {
                let last = time
                    .deadline
                    .and_then(|deadline| deadline.last_day(BeforeDay::Excluded));
                (last.map(|day| day.to_string()), time.recurrence)
            })
            .collect()
    }

    fn check(text: &str, expected: &[(Option<&str>, Option<Recurrence>)]) {
        let expected: Vec<_> = expected
            .iter()
            .map(|(day, recurrence)| (day.map(str::to_owned), *recurrence))
            .collect();
        assert_eq!(read(text), expected, "{text}");
    }

    #[test]
    fn a_recurring_duty_first_falls_due_after_the_issue() {
        use Recurrence::{HalfYearly, Monthly, Quarterly, Yearly};
        check(
            "báo cáo trước ngày 15/11 hằng năm",
            &[(Some("2026-11-14"), Some(Yearly))],
        );
        check(
            "Hằng năm (trước ngày 10/5) tổng hợp",
            &[(Some("2027-05-09"), Some(Yearly))],
        );
        check(
            "báo cáo trước ngày 25 hằng tháng",
            &[(Some("2026-05-24"), Some(Monthly))],
        );
        check(
            "Định kỳ hằng quý báo cáo trước ngày 20 của tháng cuối quý",
            &[(Some("2026-06-19"), Some(Quarterly))],
        );
        check(
            "Định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 15/12) gửi báo cáo",
            &[(Some("2026-06-14"), Some(HalfYearly))],
        );
        check("Định kỳ hằng quý kiểm tra.", &[(None, Some(Quarterly))]);
    }

    #[test]
    fn a_duty_of_its_own_day_comes_once() {
        check(
            "Xây dựng kế hoạch trước ngày 01/6/2026; báo cáo trước ngày 30/11 hằng năm.",
            &[
                (Some("2026-05-31"), None),
                (Some("2026-11-29"), Some(Recurrence::Yearly)),
            ],
        );
    }

    #[test]
    fn two_recurrences_are_two_duties() {
        use Recurrence::{HalfYearly, Quarterly};
        check(
            "Định kỳ hằng quý (trước ngày 20 tháng cuối quý), 6 tháng (trước ngày 15/6) và năm (trước ngày 15/12) báo cáo.",
            &[
                (Some("2026-06-19"), Some(Quarterly)),
                (Some("2026-06-14"), Some(HalfYearly)),
            ],
        );
    }
}
