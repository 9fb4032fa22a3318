//! Names of the domain's things.

use super::date;
use crate::domain::{Part, Period, Recurrence, Standing, Status};
use crate::progress::{Field, Verdict};
use chrono::Datelike;

/// The official words, and what stands beside them.
#[must_use]
pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::DoneOnTime => "Hoàn thành đúng hạn",
        Standing::DoneLate => "Hoàn thành quá hạn",
        Standing::InTime => "Chưa hoàn thành, trong hạn",
        Standing::DueSoon => "Chưa hoàn thành, sắp đến hạn",
        Standing::Overdue => "Chưa hoàn thành, quá hạn",
        Standing::DoneWithoutDay => "Hoàn thành (không có hạn)",
        Standing::OpenWithoutDay => "Chưa hoàn thành (không có hạn)",
        Standing::NotApplicable => "Không áp dụng",
    }
}

/// A standing in as few words as it can be told.
#[must_use]
pub fn sign_name(standing: Standing) -> &'static str {
    match standing {
        Standing::DoneOnTime => "Xong đúng hạn",
        Standing::DoneLate => "Xong quá hạn",
        Standing::InTime => "Trong hạn",
        Standing::DueSoon => "Sắp đến hạn",
        Standing::Overdue => "Quá hạn",
        Standing::DoneWithoutDay => "Đã xong",
        Standing::OpenWithoutDay => "Không có hạn",
        Standing::NotApplicable => "Không áp dụng",
    }
}

/// The status as a unit says it, without its day or reason.
#[must_use]
pub fn status_name(status: &Status) -> &'static str {
    match status {
        Status::NotStarted => "Chưa thực hiện",
        Status::InProgress => "Đang thực hiện",
        Status::Done { .. } => "Đã hoàn thành",
        Status::Paused => "Tạm dừng",
        Status::NotApplicable { .. } => "Không áp dụng",
    }
}

/// The status with its day or reason.
#[must_use]
pub fn status(status: &Status) -> String {
    let name = status_name(status);
    match status {
        Status::Done { on } => format!("{name} ngày {}", date(*on)),
        Status::NotApplicable { reason } if !reason.is_empty() => format!("{name}: {reason}"),
        _ => name.to_owned(),
    }
}

#[must_use]
pub fn part(part: Part) -> &'static str {
    match part {
        Part::Lead => "Chủ trì",
        Part::Support => "Phối hợp",
    }
}

#[must_use]
pub fn recurrence(recurrence: Recurrence) -> &'static str {
    match recurrence {
        Recurrence::Yearly => "Định kỳ hằng năm",
        Recurrence::HalfYearly => "Định kỳ 6 tháng",
        Recurrence::Quarterly => "Định kỳ hằng quý",
        Recurrence::Monthly => "Định kỳ hằng tháng",
        Recurrence::Term => "Theo nhiệm kỳ",
    }
}

/// A period as people name it.
#[must_use]
pub fn period(period: Period) -> String {
    let last = period.last_day();
    let year = last.year();
    match period.recurrence() {
        Recurrence::Yearly => format!("năm {year}"),
        Recurrence::HalfYearly if last.month() == 6 => format!("6 tháng đầu năm {year}"),
        Recurrence::HalfYearly => format!("6 tháng cuối năm {year}"),
        Recurrence::Quarterly => format!(
            "quý {}/{year}",
            ["I", "II", "III", "IV"][last.month0() as usize / 3]
        ),
        Recurrence::Monthly => format!("tháng {}/{year}", last.month()),
        Recurrence::Term => format!("nhiệm kỳ {}", period.to_string().replace('-', "–")),
    }
}

/// Says how many earlier periods have no result.
#[must_use]
pub fn missed(earlier: usize) -> String {
    format!("{earlier} kỳ trước chưa có kết quả")
}

/// The place of a task in the words of the document: "II.2, đoạn 2". Of several duties at one place
/// the later ones are counted: "II.2 (2)".
#[must_use]
pub fn task_path(path: &str) -> String {
    let (place, turn) = match path.split_once('#') {
        Some((place, turn)) => (place, format!(" ({turn})")),
        None => (path, String::new()),
    };
    match place.rsplit_once(".p") {
        Some((point, paragraph)) => format!("{point}, đoạn {paragraph}{turn}"),
        None => format!("{place}{turn}"),
    }
}

#[must_use]
pub fn field(field: &Field) -> &'static str {
    match field {
        Field::Status => "Trạng thái",
        Field::Person => "Cán bộ phụ trách",
        Field::Note => "Ghi chú",
        Field::Difficulty => "Khó khăn, vướng mắc",
        Field::Proposal => "Đề xuất, kiến nghị",
        Field::Document(_) => "Văn bản kết quả",
        Field::Step(_) => "Việc nhỏ",
        Field::Explanation => "Giải trình",
        Field::Review => "Ý kiến thẩm định",
        Field::Extension(_) => "Gia hạn",
    }
}

/// The outcome of a review.
#[must_use]
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Accepted => "Đạt",
        Verdict::Returned => "Trả lại",
        Verdict::ExplanationAsked => "Yêu cầu giải trình",
    }
}

/// The two ways to count "trước ngày".
#[must_use]
pub fn before_day(included: bool) -> &'static str {
    if included {
        "Tính cả ngày đó (nhiều cơ quan đang tính như vậy)"
    } else {
        "Không tính ngày đó (đúng theo câu chữ)"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_named_as_offices_do() {
        let names: Vec<_> = [
            "2026",
            "2026-H1",
            "2026-H2",
            "2026-Q3",
            "2026-11",
            "2025-2030",
        ]
        .into_iter()
        .map(|text| period(text.parse().expect("a period")))
        .collect();
        assert_eq!(
            names,
            [
                "năm 2026",
                "6 tháng đầu năm 2026",
                "6 tháng cuối năm 2026",
                "quý III/2026",
                "tháng 11/2026",
                "nhiệm kỳ 2025–2030",
            ]
        );
    }

    #[test]
    fn paragraphs_of_a_point_are_counted() {
        assert_eq!(task_path("II.2.p2"), "II.2, đoạn 2");
        assert_eq!(task_path("III.7"), "III.7");
        assert_eq!(task_path("III.7#2"), "III.7 (2)");
    }
}
