//! Sentences about signatures, passphrases and what does not belong here.

use super::count;
use crate::domain::legible;
use crate::file::PublicKey;
use crate::view::Secrecy;
use crate::workspace::{Signer, Trust};

pub const SIGNING: &str = "Ký tệp gửi đi";
pub const SIGN: &str = "Ký các tệp gửi từ máy này";
pub const SIGN_HINT: &str = "Nơi nhận biết chắc tệp do máy này gửi và chưa bị ai sửa. Khóa ký chỉ nằm trên máy này; muốn mang sang máy khác thì sao lưu có khóa mật khẩu.";
pub const NOT_MADE: &str = "Chưa tạo được khóa ký trên máy này. Hãy thử lại khi có mạng, hoặc mở bằng Chrome, Edge, Firefox hay Safari.";
pub const NOT_SIGNED: &str = "Chưa ký được tệp trên máy này nên chưa gửi gì. Hãy thử lại khi có mạng, hoặc tắt “Ký các tệp gửi từ máy này” trong Cài đặt.";
pub const KNOWN_SIGNERS: &str = "Chữ ký đã biết";
pub const FORGET: &str = "Quên khóa này";
pub const FORGOTTEN: &str = "Đã quên khóa ký.";

pub const LOCK: &str = "Khóa tệp bằng mật khẩu";
pub const PASSPHRASE: &str = "Mật khẩu";
pub const LOCK_HINT: &str = "Quên mật khẩu thì không ai mở lại được tệp. Hãy báo mật khẩu cho nơi nhận qua điện thoại, đừng gửi kèm tệp.";
pub const LOCK_BACKUP_HINT: &str = "Bản sao lưu có khóa chứa cả khóa ký của máy này.";
pub const TOO_SHORT: &str = "Mật khẩu cần ít nhất 8 chữ hoặc số.";
pub const FINISHING: &str = "Đang chuẩn bị tệp…";
pub const NOT_LOCKED: &str =
    "Chưa khóa được tệp trên máy này nên chưa gửi gì. Hãy thử lại khi có mạng.";

pub const UNLOCK: &str = "Mở khóa";
pub const UNLOCKING: &str = "Đang mở khóa…";
pub const PASSPHRASE_MISSING: &str = "Hãy nhập mật khẩu.";
pub const NOT_UNLOCKED: &str =
    "Chưa mở khóa được trên máy này. Hãy thử lại, hoặc mở tệp trên máy khác.";
pub const IS_LOCKED: &str = "Tệp có khóa; nhập mật khẩu ở trên để xem bên trong.";

pub const KNOW: &str = "Chấp nhận khóa mới này";

/// The fewest letters of a passphrase.
pub const SHORTEST: usize = 8;

/// Where files are sent and plans are added.
pub const NO_SECRETS: &str = "Không đưa tài liệu mật (Mật, Tối mật, Tuyệt mật) vào Sổ Tiến Độ.";

/// Says that a plan's text bears the mark of a state secret.
#[must_use]
pub fn secret(mark: Secrecy) -> String {
    let mark = match mark {
        Secrecy::Confidential => "MẬT",
        Secrecy::Secret => "TỐI MẬT",
        Secrecy::TopSecret => "TUYỆT MẬT",
    };
    format!(
        "Văn bản này đóng dấu “{mark}”. Tài liệu mật không được đưa vào Sổ Tiến Độ; hãy xóa bản nháp."
    )
}

/// Asks for the passphrase of what was opened.
#[must_use]
pub fn passphrase_of(files: usize) -> String {
    format!("Mật khẩu của {} tệp có khóa", count(files))
}

/// Says that some files wait for another passphrase.
#[must_use]
pub fn still_locked(files: usize) -> String {
    format!("Còn {} tệp khóa bằng mật khẩu khác.", count(files))
}

/// Shows the mark of a key, for comparing on the telephone.
#[must_use]
pub fn own_key(key: &PublicKey) -> String {
    format!("Dấu khóa của máy này: {}", key.fingerprint())
}

#[must_use]
pub fn signer(signer: &Signer) -> String {
    let name = match signer.office.name.as_str() {
        "" => "Nơi gửi không ghi tên",
        name => name,
    };
    legible(&format!("{name} · {}", signer.key.fingerprint()))
}

/// Says that a key was accepted.
#[must_use]
pub fn known(signer: &Signer) -> String {
    legible(&format!("Đã nhận khóa mới của {}.", signer.office.name))
}

/// Says what a file's signature tells; nothing of most files.
#[must_use]
pub fn trust(trust: &Trust) -> Option<String> {
    Some(match trust {
        Trust::Unsigned => return None,
        Trust::Unchecked => "Có chữ ký, nhưng máy này chưa kiểm tra được.".to_owned(),
        Trust::Known(_) => "Đã ký, đúng khóa đã biết.".to_owned(),
        Trust::First(signer) => format!(
            "Đã ký, lần đầu thấy chữ ký của nơi này. Dấu khóa: {}.",
            signer.key.fingerprint()
        ),
        Trust::OtherKey(signer) => format!(
            "Ký bằng khóa khác với khóa đã biết. Hãy gọi điện hỏi nơi gửi có đổi máy không và so dấu khóa: {}.",
            signer.key.fingerprint()
        ),
        Trust::Missing => {
            "Không có chữ ký, trong khi nơi này vẫn ký tệp. Hãy gọi điện hỏi trước khi nhận."
                .to_owned()
        }
    })
}

/// Says what becomes of the key by which another device signed.
#[must_use]
pub fn restored_key(key: &PublicKey, is_taken: bool) -> String {
    let mark = key.fingerprint();
    if is_taken {
        format!("Có kèm khóa ký {mark}; máy này sẽ ký bằng khóa đó.")
    } else {
        format!("Có kèm khóa ký {mark}; máy này vẫn giữ khóa của mình.")
    }
}
