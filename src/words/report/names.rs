//! Names of spans, chapters, plans and days, as documents write them.

use super::one_line;
use crate::domain::{Cycle, Day, Length, Plan, Reckoning, Span, capitalised, small};
use crate::words::date;
use crate::workspace::{Chapter, Form};
use chrono::Datelike;

const ROMAN: [&str; 5] = ["I", "II", "III", "IV", "V"];

/// The marker of a heading: the Party writes "I-" and "1-", the state "I." and "1.".
#[must_use]
pub fn marker(form: Form, level: u8, at: usize) -> String {
    let sign = match form {
        Form::Party => '-',
        Form::State => '.',
    };
    match ROMAN.get(at).filter(|_| level == 1) {
        Some(roman) => format!("{roman}{sign}"),
        None => format!("{}{sign}", at + 1),
    }
}

#[must_use]
pub fn chapter(chapter: Chapter) -> &'static str {
    match chapter {
        Chapter::Conduct => "TÌNH HÌNH TRIỂN KHAI",
        Chapter::Results => "KẾT QUẢ THỰC HIỆN",
        Chapter::Shortcomings => "TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN",
        Chapter::Directions => "PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI",
        Chapter::Proposals => "ĐỀ XUẤT, KIẾN NGHỊ",
    }
}

/// A span as people name it; by the cut-offs with its days, since they are not those of the calendar.
#[must_use]
pub fn span(span: Span) -> String {
    match span {
        Span::Cycle(cycle) if cycle.reckoning() == Reckoning::CutOff => {
            format!("{} ({})", span_name(span), days(span))
        }
        _ => span_name(span),
    }
}

/// A span in as few words as name it.
#[must_use]
pub fn span_name(span: Span) -> String {
    match span {
        Span::Cycle(it) => cycle(it),
        Span::Days(..) => days(span),
    }
}

fn days(span: Span) -> String {
    format!(
        "từ ngày {} đến ngày {}",
        date(span.first()),
        date(span.last())
    )
}

fn cycle(cycle: Cycle) -> String {
    let (year, number) = (cycle.year(), cycle.number());
    let roman = |number: usize| ROMAN.get(number - 1).copied().unwrap_or_default();
    match (cycle.length(), number) {
        (Length::Month, _) => format!("tháng {number}/{year}"),
        (Length::Quarter, _) => format!("quý {}/{year}", roman(number)),
        (Length::HalfYear, 1) => format!("6 tháng đầu năm {year}"),
        (Length::HalfYear, _) => format!("6 tháng cuối năm {year}"),
        (Length::NineMonths, _) => format!("9 tháng đầu năm {year}"),
        (Length::Year, _) => format!("năm {year}"),
    }
}

/// A day within a document: "ngày 05 tháng 01 năm 2026"; the months from 3 on take no zero.
#[must_use]
pub fn long_date(day: Day) -> String {
    let month = match day.month() {
        month @ 1..=2 => format!("0{month}"),
        month => month.to_string(),
    };
    format!("ngày {:02} tháng {month} năm {}", day.day(), day.year())
}

/// Place and day of issue, with room to write in what is not known.
#[must_use]
pub fn place_and_day(place: &str, day: Option<Day>) -> String {
    let place = if place.is_empty() { "………" } else { place };
    let day = day.map_or("ngày …… tháng …… năm ………".to_owned(), long_date);
    format!("{place}, {day}")
}

/// Names a plan in as few words as name it: "Kế hoạch số 96-KH/HU".
#[must_use]
pub fn named(plan: &Plan) -> String {
    let kind = plan.kind.as_deref().unwrap_or("kế hoạch");
    let kind: String = kind.chars().map(small).collect();
    let number = plan.number.as_ref().map(|it| format!(" số {it}"));
    capitalised(&kind) + &number.unwrap_or_default()
}

/// Cites a plan: "Kế hoạch số 96-KH/HU, ngày 12/6/2018 của Ban Thường vụ Huyện ủy về …".
#[must_use]
pub fn cited(form: Form, plan: &Plan) -> String {
    let mut cited = named(plan);
    if let Some(issued) = plan.issued {
        cited.push_str(&match form {
            Form::Party => format!(", ngày {}", date(issued)),
            Form::State => format!(" {}", long_date(issued)),
        });
    }
    if let Some(issuer) = &plan.issuer {
        cited.push_str(&format!(" của {issuer}"));
    }
    let title = lowered(&one_line(&plan.title));
    if title.is_empty() {
        return cited;
    }
    let about = if title.starts_with("về ") {
        ""
    } else {
        "về "
    };
    format!("{cited} {about}{title}")
}

/// Names an annex; one of several by its number, counted from 1.
#[must_use]
pub fn annex(number: usize, of: usize) -> String {
    if of < 2 {
        return "Phụ lục".to_owned();
    }
    match ROMAN.get(number - 1) {
        Some(roman) => format!("Phụ lục {roman}"),
        None => format!("Phụ lục {number}"),
    }
}

#[must_use]
pub fn as_of(day: Day) -> String {
    format!("Dữ liệu tính đến ngày {}", date(day))
}

/// Begins a title within a sentence; what is all capitals, such as "UBND", stays.
fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if small(second) == second => {
            std::iter::once(small(first)).chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_annexes_are_counted() {
        assert_eq!(annex(1, 1), "Phụ lục");
        let names = [1, 4, 5, 6].map(|at| annex(at, 6));
        assert_eq!(names, ["Phụ lục I", "Phụ lục IV", "Phụ lục V", "Phụ lục 6"]);
    }
}
