//! The first steps on a new device.

pub const BEGIN: &str = "Bắt đầu trong ba bước";
pub const PLAN: &str =
    "Kế hoạch nào? Kế hoạch 96-KH/HU có sẵn; thêm được kế hoạch khác từ tệp Word, PDF.";
pub const UNIT: &str =
    "Tôi là đơn vị nào? Chọn đơn vị của bạn để thấy việc của mình và đánh dấu việc đã xong.";
pub const TICK: &str = "Đánh dấu việc đầu tiên đã xong: bấm vào vòng tròn ở đầu dòng.";
pub const SEE_PLANS: &str = "Xem kế hoạch";
pub const ADD_PLAN: &str = "Thêm kế hoạch";
pub const TO_CHECKLIST: &str = "Đến việc của đơn vị";
pub const DONE: &str = "Xong";
pub const SKIP: &str = "Bỏ qua hướng dẫn";
