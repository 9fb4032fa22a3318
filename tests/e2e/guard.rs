//! Files that are signed and files that are locked, from one device to another.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::exchange::{coordinator, keep, tick};
use crate::harness::{Browser, Page, Result, Server, TemporaryFolder};
use crate::steps::{MORNING, UNIT, choose, turn_to, visit_as_unit};

const CHOOSE: &str = "Chọn tệp để mở";
const ACCEPT: &str = "Nhận kết quả này";
const SIGN: &str = "Ký các tệp gửi từ máy này";
const LOCK: &str = "Khóa tệp bằng mật khẩu";
const PASSPHRASE: &str = "lúa chín 2026";

#[tokio::test]
async fn a_signature_is_known_from_the_first_file_on() -> Result {
    let server = Server::start()?;
    let folder = TemporaryFolder::new()?;
    let unit = visit_as_unit(&server).await?;
    sign(&unit).await?;
    unit.screenshot("signing-settings").await?;
    let first = ticked(&unit, &folder, "first.json").await?;
    let json: Value = serde_json::from_slice(&std::fs::read(&first)?)?;
    assert!(json["signature"]["key"].is_string(), "{json}");
    let second = ticked(&unit, &folder, "second.json").await?;
    turn_off(&unit).await?;
    let bare = ticked(&unit, &folder, "bare.json").await?;
    drop(unit);
    let stranger = visit_as_unit(&server).await?;
    sign(&stranger).await?;
    let other = ticked(&stranger, &folder, "other.json").await?;
    drop(stranger);

    let page = coordinator(&server).await?;
    page.give_file(CHOOSE, &first).await?;
    page.see_row(&[UNIT, "Đã ký, lần đầu thấy chữ ký của nơi này."])
        .await?;
    page.click_role("button", ACCEPT).await?;
    page.see("Đã nhận 1 kết quả.").await?;
    page.give_file(CHOOSE, &second).await?;
    page.see_row(&[UNIT, "Đã ký, đúng khóa đã biết."]).await?;
    page.click_role("button", ACCEPT).await?;
    page.see_no_more("Xem trước").await?;
    page.give_file(CHOOSE, &bare).await?;
    page.see("Cần xem lại chữ ký").await?;
    page.see_row(&[UNIT, "Không có chữ ký, trong khi nơi này vẫn ký tệp."])
        .await?;
    page.click_role("button", "Bỏ qua").await?;
    page.give_file(CHOOSE, &other).await?;
    page.see_row(&[UNIT, "Ký bằng khóa khác với khóa đã biết."])
        .await?;
    look(&page, "signature-other-key").await?;
    page.click_role("button", "Chấp nhận khóa mới này").await?;
    page.see_row(&[UNIT, "Đã ký, đúng khóa đã biết."]).await?;
    page.click_role("button", ACCEPT).await?;
    page.see_no_more("Xem trước").await?;
    let forged = changed_after_signing(&second, &folder)?;
    page.give_file(CHOOSE, &forged).await?;
    page.see_row(&["forged.json", "chữ ký không còn khớp"])
        .await?;
    page.see("Không có gì mới để nhận.").await?;
    turn_to(&page, "Cài đặt").await?;
    page.click_role("button", "Chữ ký đã biết").await?;
    look(&page, "signers").await?;
    page.no_errors().await
}

#[tokio::test]
async fn without_the_second_module_a_signed_file_opens_all_the_same() -> Result {
    let server = Server::start()?;
    let folder = TemporaryFolder::new()?;
    let unit = visit_as_unit(&server).await?;
    sign(&unit).await?;
    let file = ticked(&unit, &folder, "signed.json").await?;
    drop(unit);
    let broken = "delete window.Worker; window.Worker = class { constructor() { throw new Error('none'); } };";
    let browser = Browser::phone().at(MORNING).before_load(broken);
    let page = browser.open(&server.url()).await?;
    turn_to(&page, "Gửi – nhận").await?;
    page.give_file(CHOOSE, &file).await?;
    page.see_row(&[UNIT, "Có chữ ký, nhưng máy này chưa kiểm tra được."])
        .await?;
    page.click_role("button", ACCEPT).await?;
    page.see("Đã nhận 1 kết quả.").await?;
    turn_to(&page, "Cài đặt").await?;
    page.click_role("checkbox", SIGN).await?;
    page.see("Chưa tạo được khóa ký trên máy này.").await?;
    page.see_checked("checkbox", SIGN, false).await
}

#[tokio::test]
async fn a_locked_file_opens_by_its_passphrase_alone() -> Result {
    let server = Server::start()?;
    let folder = TemporaryFolder::new()?;
    for (browser, name) in [
        (Browser::phone(), "lock-phone"),
        (Browser::sized(320, 568).dark(), "lock-small-dark"),
        (Browser::desktop(), "lock-desktop"),
    ] {
        let page = browser.at(MORNING).open(&server.url()).await?;
        choose(&page, UNIT).await?;
        tick(&page).await?;
        turn_to(&page, "Gửi – nhận").await?;
        page.click_role("checkbox", LOCK).await?;
        page.fill("Mật khẩu", "ngắn").await?;
        page.click_role("button", "Tải tệp kết quả về máy").await?;
        page.see("Mật khẩu cần ít nhất 8 chữ hoặc số.").await?;
        page.fill("Mật khẩu", PASSPHRASE).await?;
        look(&page, name).await?;
        page.click_role("button", "Tải tệp kết quả về máy").await?;
        page.see("Đã tải tệp kết quả về máy.").await?;
        let file = page.download().await?;
        assert!(file.name.ends_with("-khoa.txt"), "{}", file.name);
        let file = keep(&folder, &file.name, &file.bytes)?;
        drop(page);

        let page = coordinator(&server).await?;
        page.give_file(CHOOSE, &file).await?;
        page.fill("Mật khẩu của 1 tệp có khóa", "sai mật khẩu")
            .await?;
        page.click_role("button", "Mở khóa").await?;
        page.see("Mật khẩu chưa đúng.").await?;
        // Often one letter is to be mended.
        page.see_value("Mật khẩu của 1 tệp có khóa", "sai mật khẩu")
            .await?;
        look(&page, &format!("{name}-wrong")).await?;
        page.fill("Mật khẩu của 1 tệp có khóa", PASSPHRASE).await?;
        page.click_role("button", "Mở khóa").await?;
        page.see_row(&[UNIT, "Mới, chưa từng nhận"]).await?;
        page.click_role("button", ACCEPT).await?;
        page.see("Đã nhận 1 kết quả.").await?;
        page.no_errors().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_locked_backup_brings_the_key_back() -> Result {
    let server = Server::start()?;
    let folder = TemporaryFolder::new()?;
    let page = visit_as_unit(&server).await?;
    tick(&page).await?;
    sign(&page).await?;
    let mark: String = page
        .js("return document.querySelector('.key').textContent.slice(-19)")
        .await?;
    page.click_role("checkbox", LOCK).await?;
    page.fill("Mật khẩu", PASSPHRASE).await?;
    page.click_role("button", "Tải bản sao lưu về máy").await?;
    page.see("Đã tải bản sao lưu về máy.").await?;
    let file = keep(&folder, "backup.txt", &page.download().await?.bytes)?;
    drop(page);

    let page = coordinator(&server).await?;
    page.give_file(CHOOSE, &file).await?;
    page.fill("Mật khẩu của 1 tệp có khóa", PASSPHRASE).await?;
    page.click_role("button", "Mở khóa").await?;
    page.see(&format!(
        "Có kèm khóa ký {mark}; máy này sẽ ký bằng khóa đó."
    ))
    .await?;
    look(&page, "locked-backup").await?;
    page.click_role("button", "Phục hồi từ bản sao lưu").await?;
    page.see("Đã phục hồi từ bản sao lưu.").await?;
    page.reload().await?;
    turn_to(&page, "Cài đặt").await?;
    page.see(&format!("Dấu khóa của máy này: {mark}")).await?;
    page.see_checked("checkbox", SIGN, true).await?;
    page.no_errors().await
}

#[tokio::test]
async fn a_plan_with_the_mark_of_a_secret_is_told() -> Result {
    let server = Server::start()?;
    let page = Browser::phone().at(MORNING).open(&server.url()).await?;
    crate::draft::turn_to_adding(&page).await?;
    page.see("Không đưa tài liệu mật").await?;
    let text = crate::draft::FIRST.replacen('\n', "\nTỐI MẬT\n\n", 1);
    crate::draft::read(&page, &text).await?;
    page.see("Văn bản này đóng dấu “TỐI MẬT”.").await?;
    look(&page, "draft-secret").await
}

async fn sign(page: &Page) -> Result {
    turn_to(page, "Cài đặt").await?;
    page.click_role("checkbox", SIGN).await?;
    page.see("Dấu khóa của máy này:").await?;
    page.see_checked("checkbox", SIGN, true).await
}

async fn turn_off(page: &Page) -> Result {
    turn_to(page, "Cài đặt").await?;
    page.click_role("checkbox", SIGN).await?;
    page.see_checked("checkbox", SIGN, false).await
}

/// Presses the tick of the unit's duty and keeps the file that is sent then.
async fn ticked(page: &Page, folder: &TemporaryFolder, name: &str) -> Result<PathBuf> {
    tick(page).await?;
    turn_to(page, "Gửi – nhận").await?;
    let file = crate::exchange::download(page).await?;
    keep(folder, name, &file.bytes)
}

fn changed_after_signing(file: &Path, folder: &TemporaryFolder) -> Result<PathBuf> {
    let text = std::fs::read_to_string(file)?;
    let changed = text.replacen("\"written_at\":1", "\"written_at\":2", 1);
    assert_ne!(changed, text);
    keep(folder, "forged.json", changed.as_bytes())
}

async fn look(page: &Page, name: &str) -> Result {
    page.screenshot(name).await?;
    page.no_sideways_scrolling().await?;
    page.accessible().await
}
