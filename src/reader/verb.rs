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
        "xếp", "biểu dương", "nhắc nhở", "phân tích", "tư vấn", "chăm lo", "chăm sóc", "thăm", "gặp mặt", "ra quân", "đồng hành",
    ])
});

/// Returns how many words the verb takes at the beginning of `words`; 0 where there is none.
pub(super) fn begins(words: &[Word]) -> usize {
    VERBS.at(words).unwrap_or(0)
}
