//! Deadlines: phrases in running text, and what stands behind "Thời gian:".
//!
//! In running text a day is a deadline only behind one of the phrases of the table; any other day is
//! background: the date of a cited document, the bounds of a programme.

use super::calendar::Calendar;
use super::leading;
use super::moment::{self, Point};
use super::words::{Phrases, Table, Word};
use crate::domain::{Deadline, Rule};
use std::ops::Range;
use std::sync::LazyLock;

/// A deadline, and where its words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) deadline: Deadline,
    /// In words.
    pub(super) words: Range<usize>,
    /// Whether its year is the plan's, since none is written.
    pub(super) year_assumed: bool,
    /// Whether it may be meant otherwise: "đến ngày X".
    pub(super) doubtful: bool,
}

/// What a phrase makes of the point of time behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// The point itself is late.
    Before,
    /// The point is the last that counts.
    By,
    /// Like [`Form::By`], but a mere year behind it is background: "vào năm 2030".
    ByDay,
    /// "từ … đến …".
    Range,
    /// Like [`Form::ByDay`]; offices read it in two ways.
    Until,
}

struct Row {
    phrase: &'static str,
    form: Form,
    /// An example, and the last day on time by the rule as it is written.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the table's test"))]
    example: (&'static str, &'static str),
}

const fn row(phrase: &'static str, form: Form, example: (&'static str, &'static str)) -> Row {
    Row {
        phrase,
        form,
        example,
    }
}

/// The phrases that make a day a deadline. A new phrase is one line; its example is its test.
#[rustfmt::skip]
const TABLE: [Row; 25] = [
    row("trước",          Form::Before, ("Thời gian: Trước ngày 12/6/2018.", "2018-06-11")),
    row("xong trước",     Form::Before, ("hoàn thành xong trước ngày 01/3/2028", "2028-02-29")),
    row("chậm nhất",      Form::By,     ("gửi báo cáo chậm nhất là ngày 25/10/2026", "2026-10-25")),
    row("chậm nhất vào",  Form::By,     ("chậm nhất vào ngày 05 tháng 3 năm 2026 phải xong", "2026-03-05")),
    row("chậm nhất đến",  Form::By,     ("chậm nhất đến hết tháng 3/2026", "2026-03-31")),
    row("muộn nhất",      Form::By,     ("muộn nhất ngày 28/2/2026", "2026-02-28")),
    row("không quá",      Form::By,     ("không quá ngày 15-11-2026", "2026-11-15")),
    row("hạn cuối",       Form::By,     ("hạn cuối: ngày 20/5/2026", "2026-05-20")),
    row("hạn chót",       Form::By,     ("hạn chót là 20/5/2026", "2026-05-20")),
    row("đến hết",        Form::By,     ("thực hiện đến hết năm 2026", "2026-12-31")),
    row("xong trong",     Form::By,     ("hoàn thành xong trong ngày 25/10/2026", "2026-10-25")),
    row("hoàn thành trong", Form::By,   ("Hoàn thành trong quý II/2026", "2026-06-30")),
    row("hoàn thành vào", Form::By,     ("hoàn thành vào tháng 9 năm 2026", "2026-09-30")),
    row("sơ kết vào",     Form::By,     ("tham mưu sơ kết vào năm 2028", "2028-12-31")),
    row("tổng kết vào",   Form::By,     ("tổng kết vào cuối năm 2030", "2030-12-31")),
    row("hoàn thành",     Form::ByDay,  ("hoàn thành ngày 20/12/2026", "2026-12-20")),
    row("trong",          Form::By,     ("tổ chức trong tháng 3/2025.", "2025-03-31")),
    row("trong khoảng",   Form::By,     ("tổ chức trong khoảng tháng 3/2025.", "2025-03-31")),
    row("dự kiến",        Form::ByDay,  ("dự kiến tháng 11/2025 ban hành", "2025-11-30")),
    row("vào",            Form::ByDay,  ("tổ chức hội nghị vào ngày 02/02/2026", "2026-02-02")),
    row("vào ngày",       Form::ByDay,  ("họp vào ngày 03/02/2026", "2026-02-03")),
    row("trong ngày",     Form::By,     ("tổ chức trong ngày 02/02/2026 đến ngày 03/02/2026", "2026-02-03")),
    row("đến",            Form::Until,  ("nhận hồ sơ đến ngày 20/6/2026", "2026-06-20")),
    row("từ",             Form::Range,  ("từ ngày 01/12/2025 đến hết ngày 14/12/2025", "2025-12-14")),
    row("thời gian từ",   Form::Range,  ("trong thời gian từ 17/12/2025 đến 17 giờ 00, ngày 01/02/2026", "2026-02-01")),
];

static PHRASES: LazyLock<Table<Form>> =
    LazyLock::new(|| Table::with(TABLE.iter().map(|row| (row.phrase, row.form))));

/// Words that may stand between a phrase and its point of time.
static FILLERS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "là",
        "vào",
        "trong",
        "hết",
        ":",
        "khoảng",
        "đến hết",
        "kỳ sinh hoạt",
    ])
});

/// Words before a phrase that make it tell of the past: "tính đến hết ngày …".
const BACKGROUND: [&str; 4] = ["tính", "kể", "số", "có"];

/// Finds the deadlines that running text states, in order.
pub(super) fn in_text(text: &str, words: &[Word], calendar: Calendar) -> Vec<Found> {
    let mut found: Vec<Found> = leading::day(text, words, calendar).into_iter().collect();
    let mut at = found.first().map_or(0, |found| found.words.end);
    while at < words.len() {
        let here = at_phrase(text, words, at, calendar);
        at = here.as_ref().map_or(at + 1, |found| found.words.end);
        found.extend(here.filter(|found| !is_background(words, found, calendar)));
    }
    found
}

fn is_background(words: &[Word], found: &Found, calendar: Calendar) -> bool {
    let before = found.words.start.checked_sub(1).map(|at| &words[at]);
    let tells = before.is_some_and(|word| BACKGROUND.iter().any(|told| word.is(told)));
    let past = found
        .deadline
        .rule
        .last_day(crate::domain::BeforeDay::Excluded)
        .is_some_and(|day| calendar.is_past(day));
    tells || past
}

fn at_phrase(text: &str, words: &[Word], at: usize, calendar: Calendar) -> Option<Found> {
    let (length, form) = PHRASES.find(&words[at..])?;
    let behind = skip_fillers(words, at + length);
    if form == Form::Range {
        return range(text, words, at, behind, calendar);
    }
    let point = moment::point(&words[behind..], calendar)?;
    let (point, end) = extended(words, point, behind, form, calendar);
    let rule = rule(form, &point)?;
    Some(Found {
        deadline: deadline(text, words, at..end, rule),
        words: at..end,
        year_assumed: point.year_assumed,
        doubtful: form == Form::Until,
    })
}

/// "trong ngày 02/02 đến ngày 03/02/2026", "trong tháng 6 và tháng 7": the later end counts.
fn extended(
    words: &[Word],
    point: Point,
    at: usize,
    form: Form,
    calendar: Calendar,
) -> (Point, usize) {
    let end = at + point.taken;
    let to = words.get(end).filter(|_| form != Form::Before);
    let until = to.is_some_and(|word| word.is("đến"));
    let and = to.is_some_and(|word| word.is("và") || word.is_sign(','));
    let from = skip_fillers(words, end + 1);
    let later = (until || and)
        .then(|| moment::point(words.get(from..)?, calendar))
        .flatten()
        .filter(|later| later.last >= point.last && (until || later.is_day == point.is_day));
    match later {
        Some(later) => {
            let end = from + later.taken;
            (later, end)
        }
        None => (point, end),
    }
}

fn skip_fillers(words: &[Word], mut at: usize) -> usize {
    while let Some(length) = words.get(at..).and_then(|rest| FILLERS.at(rest)) {
        at += length;
    }
    at
}

pub(super) fn rule(form: Form, point: &Point) -> Option<Rule> {
    match form {
        Form::Before => Some(Rule::Before(point.first)),
        Form::ByDay | Form::Until if point.is_year => None,
        // "đến tháng 6", "đến năm 2030" tell how far something goes.
        Form::Until if !point.is_day => None,
        _ if point.is_day => Some(Rule::By(point.last)),
        _ => Some(Rule::Within(point.last)),
    }
}

/// "từ ngày 01/12 đến ngày 14/12", "từ nay đến khi kết thúc": the end counts.
fn range(text: &str, words: &[Word], at: usize, from: usize, calendar: Calendar) -> Option<Found> {
    let now = words.get(from)?.is("nay");
    let (begins, taken) = if now {
        (None, 1)
    } else {
        let point = moment::point(&words[from..], calendar)
            .or_else(|| moment::days_of(&words[from..], calendar))?;
        if point.is_year {
            return None;
        }
        let taken = point.taken;
        (Some(point), taken)
    };
    let to = from + taken;
    if !words
        .get(to)
        .is_some_and(|word| word.is("đến") || word.is_sign('-') || word.is_sign('–'))
    {
        return None;
    }
    let behind = skip_fillers(words, to + 1);
    let (rule, end, assumed) = match words
        .get(behind..)
        .and_then(|rest| moment::point(rest, calendar))
    {
        Some(point) => (
            if point.is_day {
                Rule::By(point.last)
            } else {
                Rule::Within(point.last)
            },
            behind + point.taken,
            point.year_assumed,
        ),
        None => (Rule::Event, clause_end(words, behind), false),
    };
    let begun = begins.is_none_or(|begins| {
        rule.last_day(crate::domain::BeforeDay::Excluded)
            .is_none_or(|last| begins.first <= last)
    });
    begun.then(|| Found {
        deadline: deadline(text, words, at..end, rule),
        words: at..end,
        year_assumed: assumed,
        doubtful: false,
    })
}

/// Returns where the clause ends that begins at `at`.
pub(super) fn clause_end(words: &[Word], at: usize) -> usize {
    words[at.min(words.len())..]
        .iter()
        .position(|word| {
            word.sign
                .is_some_and(|sign| matches!(sign, ',' | '.' | ';' | ':' | '(' | ')'))
        })
        .map_or(words.len(), |length| at + length)
}

pub(super) fn deadline(text: &str, words: &[Word], range: Range<usize>, rule: Rule) -> Deadline {
    let range = words[range.start].range.start..words[range.end - 1].range.end;
    Deadline {
        words: text[range].to_owned(),
        rule,
        chosen: None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;
    use crate::domain::{BeforeDay, Day};

    fn calendar() -> Calendar {
        Calendar {
            issued: Day::from_ymd_opt(2025, 3, 1),
            ..Calendar::default()
        }
    }

    fn last(found: &Found) -> Option<String> {
        found
            .deadline
            .last_day(BeforeDay::Excluded)
            .map(|day| day.to_string())
    }

    #[test]
    fn every_phrase_reads_its_example() {
        for row in &TABLE {
            let (text, expected) = row.example;
            let found = in_text(text, &words(text), Calendar::default());
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(last(&found[0]).as_deref(), Some(expected), "{text}");
            assert!(text.contains(&found[0].deadline.words), "{text}");
        }
    }

    #[test]
    fn background_is_no_deadline() {
        for text in [
            "Chỉ thị số 21-CT/TW ngày 20/01/2018 của Ban Bí thư",
            "chiến lược giai đoạn 2011 - 2020 và tầm nhìn đến năm 2030",
            "sau 10 năm thực hiện Nghị quyết số 11-NQ/TW ngày 27/4/2007",
            "trước ngày 31/2/2018",
            "trong quý V/2026",
            "đạt 50% vào năm 2027",
            "tính đến hết ngày 31/12/2025 có 5 hộ",
            "quy định từ Điều 21 đến Điều 28",
            "từ năm 2021 đến năm 2025",
            "đất sử dụng trước ngày 01/7/2014",
            "kể từ ngày 01/7/2025",
        ] {
            assert_eq!(in_text(text, &words(text), calendar()), [], "{text}");
        }
    }

    #[test]
    fn of_two_months_the_later_counts() {
        let text = "tổ chức trong tháng 6 và tháng 7 năm 2026";
        let found = in_text(text, &words(text), calendar());
        assert_eq!(found.len(), 1);
        assert_eq!(last(&found[0]).as_deref(), Some("2026-07-31"));
    }

    #[test]
    fn two_deadlines_are_two() {
        let text = "Gửi dự thảo trước ngày 10/3/2026 và hoàn thành trước ngày 30/4/2026.";
        let found = in_text(text, &words(text), calendar());
        let days: Vec<_> = found.iter().filter_map(last).collect();
        assert_eq!(days, ["2026-03-09", "2026-04-29"]);
    }
}
