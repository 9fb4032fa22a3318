//! Verbs with which duties begin.

use super::words::{Phrases, Word};
use std::sync::LazyLock;

/// Verbs with which a duty begins. Only those written small end a subject: "Ban Tổ chức" is a name.
#[rustfmt::skip]
static VERBS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "chủ trì", "phối hợp", "tiếp tục", "chịu trách nhiệm", "có trách nhiệm", "có nhiệm vụ", "có kế hoạch", "chỉ đạo", "lãnh đạo",
        "theo dõi", "phát huy", "căn cứ", "tham mưu", "đẩy mạnh", "giúp", "làm", "hướng dẫn", "tổ chức", "triển khai", "quán triệt",
        "báo cáo", "tăng cường", "rà soát", "ban hành", "thực hiện", "kiểm tra", "giám sát", "đôn đốc", "tổng hợp", "bố trí", "đề xuất",
        "phổ biến", "xây dựng", "nghiên cứu", "vận động", "chủ động", "thường xuyên", "kịp thời", "tích cực", "nghiêm túc", "phải", "cần",
        "trực tiếp", "tham gia", "tiến hành", "đảm bảo", "bảo đảm", "tuyên truyền", "lập", "trình", "gửi", "phản ánh", "phản hồi",
        "đăng tải", "cung cấp", "hoàn thành", "hoàn thiện", "thành lập", "kiện toàn", "phân công", "cử", "chuẩn bị", "quản lý", "lồng ghép",
        "đưa", "nâng cao", "duy trì", "giải quyết", "xử lý", "tiếp nhận", "thẩm định", "phê duyệt", "quyết định", "xem xét", "đề nghị",
        "thông báo", "công bố", "công khai", "niêm yết", "hỗ trợ", "khuyến khích", "huy động", "đánh giá", "sơ kết", "tổng kết",
        "khen thưởng", "tập huấn", "bồi dưỡng", "đào tạo", "cập nhật", "thống kê", "thu thập", "phát động", "hưởng ứng", "tập trung",
        "quan tâm", "đổi mới", "ứng dụng", "nắm", "nắm bắt", "xác định", "xác minh", "tổ chức thực hiện", "tổ chức triển khai", "đấu tranh",
        "ngăn chặn", "phát hiện", "phòng ngừa", "bảo vệ", "sắp xếp", "khảo sát", "điều tra", "biên soạn", "in ấn", "mời", "triệu tập",
        "thẩm tra", "thanh tra", "đối thoại", "ký kết", "điều hành", "vận hành", "khắc phục", "đề ra", "cụ thể hóa", "khai thác", "sử dụng",
        "dự kiến", "thống nhất", "giao", "yêu cầu", "chuyển", "giới thiệu", "lựa chọn", "củng cố", "phát triển", "tạo", "thúc đẩy",
        "sẽ", "được giao", "khẩn trương", "ưu tiên", "đăng ký", "rút kinh nghiệm", "kiểm soát", "hòa giải", "phụ trách",
        "đầu tư", "trao", "tặng", "treo", "trang trí", "lưu trữ", "số hóa", "nhân rộng", "chấp hành", "thực thi",
        "trong quá trình", "trong phạm vi", "theo chức năng", "theo thẩm quyền", "theo nhiệm vụ", "khi", "nếu", "tùy", "xác nhận", "kiến nghị", "giữ vững",
        "mở", "bàn giao", "kê khai", "kiểm định", "cải tạo", "đo đạc", "cho ý kiến", "có ý kiến", "thanh toán", "chi trả", "cấp phát",
        "cung ứng", "kết nối", "ghi chép", "lắp đặt", "lắp", "thay thế", "sửa chữa", "nạo vét", "phát dọn", "soạn thảo", "thực hành",
        "phát thanh", "diễn tập", "thăm hỏi", "nhận", "họp", "đưa tin", "tăng", "phun", "tiêm", "phân bổ", "cân đối",
        "thu gom", "thu hồi", "nộp", "trả lời", "sinh hoạt", "đăng", "làm sạch", "giao ban", "đón tiếp", "đón", "bám sát", "giữ", "cắm",
        "trồng", "bổ sung", "điều chỉnh", "sửa đổi", "bãi bỏ", "ký", "phát sóng", "phát hành", "mua sắm", "trang bị", "tiếp thu",
        "giải trình", "góp ý", "kiểm điểm", "gương mẫu", "khuyến cáo", "cảnh báo", "túc trực", "đảm nhận", "phấn đấu", "đóng góp",
        "là cơ quan", "là đơn vị", "là đầu mối", "là bộ phận", "là thành viên", "có phương án", "có giải pháp", "có biện pháp", "luân phiên",
        "xếp", "biểu dương", "nhắc nhở", "phân tích", "tư vấn", "chăm lo", "chăm sóc", "thăm", "gặp mặt", "ra quân", "đồng hành",
    ])
});

/// Returns how many words the verb takes at the beginning of `words`; 0 where there is none.
pub(super) fn begins(words: &[Word]) -> usize {
    VERBS.at(words).unwrap_or(0)
}

/// Nouns that hold the word of a verb; they end no name: "đơn vị sự nghiệp công lập".
#[rustfmt::skip]
static NOUNS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "công lập", "dân lập", "độc lập", "giao thông", "giao dịch", "giao lưu", "chuyển đổi số", "việc làm", "công trình", "chương trình",
        "quy trình", "tiến trình", "giáo trình", "bầu cử", "ứng cử", "người sử dụng lao động", "người sử dụng đất", "an toàn giao thông",
        "dự án đầu tư", "an sinh xã hội", "khởi nghiệp sáng tạo", "đổi mới sáng tạo", "thi đua, khen thưởng", "thi đua - khen thưởng",
        "phòng cháy, chữa cháy", "phòng, chống", "tìm kiếm cứu nạn", "thu hút đầu tư", "xúc tiến đầu tư", "học tập cộng đồng", "phụ trách thôn",
        "sinh hoạt cộng đồng", "trật tự xây dựng", "tư pháp - hộ tịch",
    ])
});

/// Returns how many words a noun takes that holds the word of a verb; 0 where there is none.
pub(super) fn noun(words: &[Word]) -> usize {
    NOUNS.at(words).unwrap_or(0)
}

/// Bodies that are named by what they do: "Tổ tuyên truyền", "Ban vận động Quỹ".
static COMMITTEES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "tổ",
        "ban",
        "tiểu ban",
        "đội",
        "nhóm",
        "hội đồng",
        "bộ phận",
        "trung tâm",
        "lực lượng",
        "lực lượng tham gia",
        "ban chỉ đạo",
        "quỹ",
    ])
});

/// What they do.
#[rustfmt::skip]
static PURPOSES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "tuyên truyền", "vận động", "kiểm tra", "giám sát", "quản lý", "hỗ trợ", "tư vấn", "thẩm định", "bảo vệ", "hòa giải", "tiếp nhận",
        "điều tra", "đánh giá", "phát triển", "khen thưởng", "điều hành", "soạn thảo", "biên tập", "rà soát", "xây dựng", "thanh tra",
    ])
});

/// Returns how many words belong to a name behind its first `before` words, since they tell what the
/// body is for. A verb must follow, or nothing but the end of a heading.
pub(super) fn purpose(name: &[Word], before: usize) -> usize {
    let bare = COMMITTEES.at(name) == Some(before);
    let Some(length) = name
        .get(before..)
        .and_then(|rest| PURPOSES.at(rest))
        .filter(|_| bare)
    else {
        return 0;
    };
    let rest = &name[before + length..];
    let clause = rest.iter().position(|word| {
        word.sign
            .is_some_and(|sign| matches!(sign, '.' | ';' | ':'))
    });
    let own = &rest[..clause.unwrap_or(rest.len())];
    let acts = (0..own.len()).any(|at| !own[at].capital && begins(&own[at..]) > 0);
    let heads = own.len() <= 8 && clause.is_none_or(|end| rest[end].is_sign(':'));
    if acts || heads { length } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    #[test]
    fn what_a_committee_is_for_belongs_to_its_name() {
        for (text, length) in [
            ("Ban vận động Quỹ xã mở sổ vàng.", 2),
            ("Tổ tuyên truyền", 2),
            ("Ban tuyên truyền sâu rộng trong Nhân dân.", 0),
            ("Ban tổ chức hội nghị, kiểm tra.", 0),
        ] {
            assert_eq!(purpose(&words(text), 1), length, "{text}");
        }
        assert_eq!(noun(&words("công lập")), 2);
    }
}
