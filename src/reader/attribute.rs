//! Lines that say one thing of the task above them: "- Cơ quan chủ trì: …", "Thời gian hoàn thành: …".

use super::words::{Table, Word};
use std::sync::LazyLock;

/// What such a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attribute {
    /// What is to be done.
    Content,
    /// Who leads.
    Lead,
    /// Who does it; may name both leads and supporters.
    Doers,
    Support,
    Time,
    Product,
    /// Place, form, funds: nothing that a person is asked for.
    Other,
}

/// The labels. A new label is one line.
#[rustfmt::skip]
static LABELS: LazyLock<Table<Attribute>> = LazyLock::new(|| {
    use Attribute::{Content, Doers, Lead, Other, Product, Support, Time};
    Table::with([
        ("nội dung", Content), ("nội dung thực hiện", Content), ("nội dung công việc", Content), ("nội dung nhiệm vụ", Content),
        ("nhiệm vụ", Content), ("tên nhiệm vụ", Content), ("công việc", Content), ("nội dung hoạt động", Content), ("nội dung cụ thể", Content), ("nội dung, biện pháp", Content), ("nội dung, giải pháp", Content), ("nội dung và giải pháp", Content), ("nội dung và biện pháp", Content), ("biện pháp thực hiện", Content),
        ("chủ trì", Lead), ("cơ quan chủ trì", Lead), ("đơn vị chủ trì", Lead), ("cơ quan, đơn vị chủ trì", Lead), ("chủ trì thực hiện", Lead),
        ("cơ quan chủ trì thực hiện", Lead), ("đơn vị chủ trì thực hiện", Lead), ("đơn vị đầu mối", Lead), ("đầu mối", Lead), ("cơ quan đầu mối", Lead),
        ("người phụ trách", Lead), ("cán bộ phụ trách", Lead), ("đơn vị phụ trách", Lead), ("cơ quan phụ trách", Lead), ("phụ trách", Lead), ("lãnh đạo phụ trách", Lead),
        ("đơn vị chủ trì, tham mưu", Lead), ("cơ quan chủ trì tham mưu", Lead), ("cơ quan tham mưu", Lead), ("đơn vị tham mưu", Lead),
        ("cơ quan thực hiện", Doers), ("đơn vị thực hiện", Doers), ("cơ quan, đơn vị thực hiện", Doers), ("đơn vị, cá nhân thực hiện", Doers), ("phân công thực hiện", Doers),
        ("người thực hiện", Doers), ("đơn vị triển khai", Doers), ("trách nhiệm thực hiện", Doers), ("đơn vị chịu trách nhiệm", Doers), ("cơ quan chủ trì, phối hợp", Doers), ("cơ quan chủ trì và phối hợp", Doers), ("đơn vị chủ trì, phối hợp", Doers), ("phân công trách nhiệm", Doers), ("phân công", Doers),
        ("cơ quan, tổ chức thực hiện", Doers), ("bộ phận thực hiện", Doers), ("đơn vị tổ chức", Doers), ("tổ chức, cá nhân thực hiện", Doers), ("thực hiện", Doers),
        ("phối hợp", Support), ("cơ quan phối hợp", Support), ("đơn vị phối hợp", Support), ("cơ quan, đơn vị phối hợp", Support), ("phối hợp thực hiện", Support),
        ("đơn vị phối hợp thực hiện", Support), ("cơ quan phối hợp thực hiện", Support), ("thành phần phối hợp", Support), ("cơ quan, tổ chức phối hợp", Support),
        ("thời gian", Time), ("thời gian thực hiện", Time), ("thời gian hoàn thành", Time), ("thời gian tổ chức", Time), ("thời gian triển khai", Time),
        ("thời hạn", Time), ("thời hạn hoàn thành", Time), ("thời hạn thực hiện", Time), ("thời hạn gửi", Time), ("thời điểm", Time), ("thời điểm thực hiện", Time), ("thời điểm hoàn thành", Time),
        ("hoàn thành", Time), ("tiến độ", Time), ("tiến độ thực hiện", Time), ("tiến độ hoàn thành", Time), ("thời gian báo cáo", Time), ("thời hạn báo cáo", Time), ("thời gian dự kiến", Time), ("dự kiến hoàn thành", Time),
        ("thời gian, địa điểm", Time), ("thời gian và địa điểm", Time), ("thời gian dự kiến thực hiện", Time), ("lộ trình thực hiện", Time), ("lộ trình", Time), ("thời gian gửi báo cáo", Time), ("hạn hoàn thành", Time),
        ("sản phẩm", Product), ("kết quả", Product), ("sản phẩm đầu ra", Product), ("kết quả đầu ra", Product), ("kết quả đạt được", Product), ("sản phẩm dự kiến", Product), ("kết quả, sản phẩm", Product), ("sản phẩm, kết quả", Product), ("kết quả dự kiến", Product), ("dự kiến sản phẩm", Product), ("sản phẩm hoàn thành", Product),
        ("địa điểm", Other), ("địa điểm tổ chức", Other), ("thành phần", Other), ("thành phần tham dự", Other), ("thành phần tham gia", Other), ("đối tượng", Other), ("đối tượng tham gia", Other), ("hình thức", Other), ("hình thức tổ chức", Other), ("hình thức thực hiện", Other),
        ("kinh phí", Other), ("kinh phí thực hiện", Other), ("nguồn kinh phí", Other), ("số lượng", Other), ("chủ đề", Other), ("phạm vi", Other), ("yêu cầu", Other), ("mục đích", Other), ("mục tiêu", Other), ("ghi chú", Other), ("lưu ý", Other), ("chỉ tiêu", Other),
        ("quy mô", Other), ("phương pháp", Other), ("nguyên tắc", Other), ("tài liệu", Other), ("giảng viên", Other), ("báo cáo viên", Other), ("thành phần đoàn", Other), ("giải pháp", Other), ("cách thức", Other), ("cách thức thực hiện", Other),
    ])
});

/// A label: what it says, how many words it takes with its colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) attribute: Attribute,
    pub(super) taken: usize,
}

/// Reads the label at the beginning of a line: a phrase of the table, then a colon, with a few words
/// or a bracket between them at most.
pub(super) fn label(words: &[Word]) -> Option<Label> {
    const BETWEEN: usize = 6;
    let (length, attribute) = LABELS.find(words)?;
    // "a) Cơ quan chủ trì", with the names below.
    let ends = words.get(length..).unwrap_or_default();
    if ends
        .iter()
        .all(|word| word.is_sign('.') || word.is_sign(':'))
    {
        return Some(Label {
            attribute,
            taken: words.len(),
        });
    }
    let colon = (length..words.len().min(length + BETWEEN)).find(|at| words[*at].is_sign(':'))?;
    // "Nguyên tắc tổ chức hiệp thương: …" is told by its first words, a duty is not.
    let plain = colon == length
        || words[length].is_sign('(')
        || matches!(attribute, Attribute::Other | Attribute::Time);
    plain.then_some(Label {
        attribute,
        taken: colon + 1,
    })
}

/// Returns where a label stands at the beginning of a later sentence of a task: "… gửi Sở. Thời gian
/// hoàn thành: Trước ngày 31/5/2026."
pub(super) fn inner(words: &[Word]) -> Vec<(usize, Label)> {
    (1..words.len())
        .filter(|at| {
            words[at - 1]
                .sign
                .is_some_and(|sign| matches!(sign, '.' | ';' | '('))
        })
        .filter_map(|at| {
            let label = label(&words[at..])?;
            matches!(
                label.attribute,
                Attribute::Time
                    | Attribute::Lead
                    | Attribute::Support
                    | Attribute::Doers
                    | Attribute::Product
            )
            .then_some((at, label))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    #[test]
    fn labels_are_told_from_sentences() {
        for (text, attribute) in [
            ("Cơ quan chủ trì: Phòng A", Attribute::Lead),
            ("Đơn vị phối hợp: các thôn", Attribute::Support),
            ("Thời gian hoàn thành: Quý I", Attribute::Time),
            ("Thời gian thực hiện:", Attribute::Time),
            ("Kết quả: Báo cáo", Attribute::Product),
            ("Nguyên tắc tổ chức hiệp thương: Dân chủ", Attribute::Other),
            ("Nội dung: Họp", Attribute::Content),
        ] {
            assert_eq!(
                label(&words(text)).map(|label| label.attribute),
                Some(attribute),
                "{text}"
            );
        }
        for text in [
            "Phối hợp với các thôn tuyên truyền",
            "Thời gian qua, các đơn vị đã có nhiều cố gắng trong việc: tuyên truyền",
            "Nhiệm vụ của Tổ công tác:",
            "Hoàn thành hồ sơ trước ngày 5/3/2026",
        ] {
            assert_eq!(label(&words(text)), None, "{text}");
        }
    }

    #[test]
    fn a_label_may_begin_a_later_sentence() {
        let words = words("Tổng hợp, báo cáo. Thời hạn hoàn thành: Trước ngày 31/5/2026.");
        let found = inner(&words);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].1.attribute, Attribute::Time);
    }
}
