//! What a heading promises: duties, background, or funds.

use super::words::{Phrases, Table, Word};
use std::sync::LazyLock;

/// What stands below a heading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Matter {
    /// Duties.
    #[default]
    Duties,
    /// Nothing is asked of anybody: purposes, targets, slogans.
    Background,
    /// Funds: a duty only where somebody is told to do something.
    Funds,
    /// Forms, participants, members: lists of nouns, unless somebody is told to do something.
    Lists,
}

/// Headings by their first words. A new heading is one line.
#[rustfmt::skip]
static HEADINGS: LazyLock<Table<Matter>> = LazyLock::new(|| {
    use Matter::{Background, Duties, Funds, Lists};
    Table::with([
        ("mục đích", Background), ("yêu cầu", Background), ("quan điểm", Background), ("mục tiêu", Background), ("chỉ tiêu", Background),
        ("các chỉ tiêu", Background), ("các mục tiêu", Background), ("một số chỉ tiêu", Background), ("nguyên tắc", Background), ("căn cứ", Background), ("cơ sở pháp lý", Background),
        ("cơ sở", Background), ("phạm vi", Background), ("đối tượng", Background), ("tình hình", Background), ("đặc điểm", Background), ("thực trạng", Background), ("khái quát", Background),
        ("sự cần thiết", Background), ("khẩu hiệu", Background), ("một số khẩu hiệu", Background), ("thông điệp", Background), ("chủ đề", Background), ("ý nghĩa", Background),
        ("bối cảnh", Background), ("đánh giá", Background), ("kết quả đạt được", Background), ("tồn tại", Background), ("hạn chế", Background),
        ("nguyên nhân", Background), ("thuận lợi", Background), ("khó khăn", Background), ("phương châm", Background), ("phấn đấu", Background), ("định hướng", Background),
        ("giải thích từ ngữ", Background), ("quy định chung", Background), ("hình thức", Background), ("các hình thức", Background), ("phương pháp", Background), ("phương thức", Background),
        ("rủi ro", Background), ("dự báo", Background), ("tầm nhìn", Background), ("tiêu chí", Background), ("tiêu chuẩn", Background), ("số lượng", Background), ("khung", Background),
        ("trình tự", Lists), ("nội dung, trình tự", Lists), ("thủ tục", Lists), ("chương trình hội nghị", Lists), ("thành phần", Lists), ("địa điểm", Lists), ("điều kiện", Lists), ("hồ sơ", Lists), ("phần lễ", Lists), ("phần hội", Lists), ("danh sách", Lists), ("cơ cấu", Lists),
        ("kinh phí", Funds), ("nguồn kinh phí", Funds), ("nguồn lực", Funds), ("dự toán", Funds), ("kinh phí thực hiện", Funds), ("nguồn vốn", Funds), ("về kinh phí", Funds), ("tài chính", Funds), ("cơ chế tài chính", Funds),
        ("nhiệm vụ", Duties), ("các nhiệm vụ", Duties), ("nội dung", Duties), ("các nội dung", Duties), ("hoạt động", Duties), ("các hoạt động", Duties), ("giải pháp", Duties), ("các giải pháp", Duties),
        ("tổ chức thực hiện", Duties), ("tổ chức triển khai", Duties), ("phân công", Duties), ("trách nhiệm", Duties), ("chế độ báo cáo", Duties), ("chế độ thông tin", Duties),
        ("mục tiêu, nhiệm vụ", Duties), ("mục tiêu và nhiệm vụ", Duties), ("yêu cầu, nhiệm vụ", Duties), ("hình thức, nội dung", Duties), ("công tác", Duties), ("tiến độ", Duties), ("thời gian", Duties),
        ("đối tượng, nội dung", Duties), ("phạm vi, nội dung", Duties), ("mục tiêu, chỉ tiêu, nhiệm vụ", Duties), ("thành phần, nhiệm vụ", Duties), ("phương thức, nhiệm vụ", Duties), ("phạm vi, đối tượng, nội dung", Duties), ("thời gian, địa điểm", Lists),
    ])
});

/// Returns what a heading promises by its first words; `None` where they tell nothing.
pub(super) fn matter(words: &[Word]) -> Option<Matter> {
    HEADINGS.find(words).map(|(_, matter)| matter)
}

/// "Hoạt động 1", "Nhiệm vụ 2:", "Nội dung 3": a heading that only counts.
pub(super) fn is_counter(words: &[Word]) -> bool {
    let words: Vec<_> = words.iter().filter(|word| word.sign.is_none()).collect();
    let counts = words.last().is_some_and(|word| {
        word.number.is_some()
            || ["i", "ii", "iii", "iv", "v"]
                .iter()
                .any(|figure| word.is(figure))
    });
    counts
        && (2..=4).contains(&words.len())
        && [
            "hoạt động",
            "nhiệm vụ",
            "nội dung",
            "công việc",
            "mô hình",
            "tiểu dự án",
        ]
        .iter()
        .any(|name| {
            let mut parts = name.split(' ');
            parts.all(|part| words.iter().any(|word| word.is(part)))
        })
}

/// Words with which nothing is asked of anybody: nouns, and the closing words of a plan.
#[rustfmt::skip]
static STATEMENTS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "việc", "kinh phí", "nguồn", "thành phần", "địa điểm", "thời gian", "đối tượng", "trên đây", "lưu ý", "chỉ tiêu", "mục tiêu",
        "cơ cấu", "tiêu chuẩn", "số lượng", "danh sách", "hồ sơ", "kế hoạch này", "chương trình này", "quyết định này", "các nội dung", "nội dung kế hoạch", "về hình thức", "về kinh phí", "về thời gian", "về địa điểm",
        "về thành phần", "ngoài ra", "thư ký", "trưởng đoàn", "thành viên đoàn", "hình thức", "phương pháp", "yêu cầu", "mục đích", "quy mô", "chủ đề", "khẩu hiệu", "tài liệu", "cách", "tư cách", "tỷ lệ", "không xem xét", "người không",
        "nơi nhận", "ghi chú", "kèm theo", "gồm", "bao gồm", "trong đó", "cụ thể", "như vậy", "đây là", "ý kiến", "kết quả", "biên bản", "những", "trường hợp", "thời điểm", "thẻ", "đại diện", "đại biểu", "điều kiện", "phấn đấu",
    ])
});

/// Says whether a paragraph begins like a statement and not like a duty.
pub(super) fn is_statement(words: &[Word]) -> bool {
    STATEMENTS.at(words).is_some()
}

/// "Thực hiện các nhiệm vụ khác do … giao.": nobody can be asked for what it does not name.
static CATCH_ALLS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "thực hiện các nhiệm vụ khác",
        "thực hiện một số nhiệm vụ khác",
        "thực hiện nhiệm vụ khác",
        "thực hiện những nhiệm vụ khác",
        "các nhiệm vụ khác do",
    ])
});

/// Says whether a paragraph asks for whatever else may come.
pub(super) fn is_catch_all(words: &[Word]) -> bool {
    const SHORT: usize = 40;
    words.len() < SHORT && CATCH_ALLS.at(words).is_some()
}

/// Words at the end of a sentence behind which only its details stand.
static DETAILS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "trong đó:",
        "bao gồm:",
        "gồm:",
        "gồm các thành viên:",
        "gồm có:",
        "gồm các ông, bà:",
        "gồm các ông (bà):",
    ])
});

/// Says whether only details stand below a paragraph: "…. Trong đó:".
pub(super) fn has_details(words: &[Word]) -> bool {
    let from = words.len().saturating_sub(8);
    (from..words.len()).any(|at| DETAILS.at(&words[at..]) == Some(words.len() - at))
}

/// The closing words of a plan, outside its outline.
static CLOSINGS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "trên đây",
        "trong quá trình",
        "quyết định này",
        "kế hoạch này",
        "nhận được kế hoạch",
    ])
});

/// Says whether an unmarked paragraph behind the points closes the plan as a whole.
pub(super) fn is_closing(words: &[Word]) -> bool {
    CLOSINGS.at(words).is_some()
}

/// Says whether a text ends the document: "./.", as in the sample forms of Nghị định 30/2020/NĐ-CP.
pub(super) fn ends_document(text: &str) -> bool {
    text.trim_end().ends_with("./.")
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    #[test]
    fn headings_tell_what_stands_below() {
        for (text, expected) in [
            ("MỤC ĐÍCH, YÊU CẦU", Some(Matter::Background)),
            ("NỘI DUNG VÀ TIẾN ĐỘ", Some(Matter::Duties)),
            ("MỤC TIÊU, NHIỆM VỤ", Some(Matter::Duties)),
            ("KINH PHÍ THỰC HIỆN", Some(Matter::Funds)),
            ("KHẨU HIỆU TUYÊN TRUYỀN", Some(Matter::Background)),
            ("Xây dựng văn bản", None),
        ] {
            assert_eq!(matter(&words(text)), expected, "{text}");
        }
    }

    #[test]
    fn counters_and_details() {
        assert!(is_counter(&words("Hoạt động 1")));
        assert!(!is_counter(&words("Hoạt động tuyên truyền")));
        assert!(has_details(&words(
            "Phối hợp hướng dẫn thực hiện. Trong đó:"
        )));
        assert!(!has_details(&words("Thực hiện các hoạt động sau:")));
    }
}
