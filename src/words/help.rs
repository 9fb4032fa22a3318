//! What the app says about itself: how files go by Zalo, how it is installed, what happens to data.

use super::screens;
use crate::view::{Command, Held, Shortcut};

pub const HELP: &str = "Trợ giúp";
pub const BELOW: &str = "Cách dùng, cách cài vào máy, và dữ liệu của bạn ở đâu";

/// A question with what is to be done, step by step.
pub struct Topic {
    pub title: &'static str,
    pub steps: &'static [&'static str],
    /// A word of caution, or what else is worth knowing.
    pub note: &'static str,
}

pub const DAILY: Topic = Topic {
    title: "Hằng ngày làm gì",
    steps: &[
        "Mở Hôm nay: việc quá hạn và sắp đến hạn của đơn vị bạn đứng trên cùng.",
        "Việc xong thì bấm vào vòng tròn ở đầu dòng. Bấm vào nội dung để ghi văn bản, khó khăn, đề xuất.",
        "Đánh dấu nhầm thì bấm Hoàn tác, hoặc bấm lại vào vòng tròn.",
    ],
    note: "Mọi thay đổi được lưu ngay trên máy, không cần bấm Lưu và không cần mạng.",
};

pub const ZALO: Topic = Topic {
    title: "Gửi kết quả qua Zalo",
    steps: &[
        "Mở Gửi – nhận, bấm Gửi qua Zalo, e-mail…",
        "Chọn Zalo, rồi chọn người hoặc nhóm nhận.",
        "Nơi nhận bấm vào tệp trong Zalo, chọn Mở bằng ứng dụng khác rồi chọn Sổ Tiến Độ; hoặc tải tệp về rồi mở ở mục Gửi – nhận.",
    ],
    note: "Máy không có nút gửi qua Zalo thì chọn Tải tệp kết quả về máy, rồi đính kèm tệp đó vào tin nhắn.",
};

pub const ANDROID: Topic = Topic {
    title: "Cài vào điện thoại Android",
    steps: &[
        "Mở trang này bằng Chrome.",
        "Bấm dấu ba chấm ở góc trên bên phải.",
        "Bấm Thêm vào màn hình chính, rồi Cài đặt.",
    ],
    note: "Sau khi cài, Sổ Tiến Độ có biểu tượng riêng, mở được cả khi không có mạng và nhận tệp từ Zalo.",
};

pub const IPHONE: Topic = Topic {
    title: "Cài vào iPhone",
    steps: &[
        "Mở trang này bằng Safari.",
        "Bấm nút Chia sẻ: ô vuông có mũi tên đi lên.",
        "Bấm Thêm vào MH chính, rồi Thêm.",
    ],
    note: "Trên iPhone nên cài: trang chưa cài mà bảy ngày không mở thì Safari có thể xóa dữ liệu.",
};

pub const DATA: Topic = Topic {
    title: "Dữ liệu của tôi ở đâu",
    steps: &[
        "Dữ liệu chỉ nằm trong trình duyệt của máy này. Không có máy chủ, không có tài khoản, không ai khác xem được.",
        "Dữ liệu rời máy chỉ khi bạn gửi hoặc tải tệp.",
        "Xóa dữ liệu trình duyệt, gỡ ứng dụng hoặc mất máy là mất dữ liệu. Hãy sao lưu đều ở mục Cài đặt.",
        "Đổi máy: sao lưu ở máy cũ, gửi tệp sang máy mới rồi mở ở mục Gửi – nhận.",
    ],
    note: "Tài liệu mật không đưa vào đây.",
};

pub const KEYS: &str = "Phím tắt trên máy tính";

pub const SHOW_KEYS: &str = "Xem bảng phím tắt";

/// Names a key as it stands on keyboards.
#[must_use]
pub fn key_name(Shortcut { key, held, .. }: &Shortcut) -> String {
    let name = match *key {
        "ArrowDown" => "↓",
        "ArrowUp" => "↑",
        "Space" => "Phím cách",
        "Escape" => "Esc",
        other => other.trim_start_matches("Digit").trim_start_matches("Key"),
    };
    match held {
        Held::Nothing => name.to_owned(),
        Held::Alt => format!("Alt + {name}"),
        Held::Ctrl => format!("Ctrl + {name}"),
    }
}

/// Says what a key does.
#[must_use]
pub fn does(command: Command) -> &'static str {
    const SCREENS: [&str; 5] = [
        screens::TODAY,
        screens::PLAN,
        screens::UNITS,
        screens::EXCHANGE,
        screens::SETTINGS,
    ];
    match command {
        Command::Turn(place) => SCREENS.get(place).copied().unwrap_or_default(),
        Command::Search => "Đến ô tìm kiếm của trang",
        Command::Next => "Việc sau trong danh sách",
        Command::Previous => "Việc trước trong danh sách",
        Command::Tick => "Đánh dấu việc đang chọn đã xong",
        Command::Close => "Đóng việc đang mở, đóng bảng này",
        Command::Keys => "Mở bảng phím tắt này",
        Command::Help => "Mở trang trợ giúp",
    }
}

pub const INSTALL_OFFER: &str =
    "Cài Sổ Tiến Độ vào máy để mở nhanh, dùng khi không có mạng và giữ dữ liệu chắc hơn.";
pub const INSTALL: &str = "Cài vào máy";
pub const NOT_NOW: &str = "Chưa cài";

/// What the drawings show, for those who do not see them.
pub const SHARE_DRAWING: &str = "Từ Sổ Tiến Độ, tệp kết quả đi qua Zalo đến nơi nhận";
pub const MENU_DRAWING: &str = "Dấu ba chấm ở góc trên bên phải, và dòng Thêm vào màn hình chính";
pub const BUTTON_DRAWING: &str = "Nút Chia sẻ của Safari ở giữa, cạnh dưới màn hình";
pub const DATA_DRAWING: &str = "Dữ liệu nằm trong máy; tệp sao lưu cất ở một nơi khác";
