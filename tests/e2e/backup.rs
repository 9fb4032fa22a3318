//! Everything is saved by one tap and comes back on another device; those who forget are reminded.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::harness::{Browser, Result, Server, TemporaryFolder};
use crate::steps::{MORNING, TICK, UNIT, choose, open_duty, turn_to, visit_as_unit};

const CHOOSE: &str = "Chọn tệp để mở";
const SAVE: &str = "Tải bản sao lưu về máy";
const RESTORE: &str = "Phục hồi từ bản sao lưu";
const LATER: &str = "2026-12-10T08:00:00+07:00";
const AFTER_PUTTING_OFF: &str = "2026-12-13T08:00:00+07:00";
const REMINDER: &str = "chưa sao lưu lần nào";

#[tokio::test]
async fn everything_comes_back_on_another_device_and_can_be_taken_back() -> Result {
    let server = Server::start()?;
    let folder = TemporaryFolder::new()?;
    let file = saved(&server, &folder).await?;

    for browser in [Browser::phone(), Browser::desktop()] {
        let page = browser.at(MORNING).open(&server.url()).await?;
        turn_to(&page, "Gửi – nhận").await?;
        page.give_file(CHOOSE, &file).await?;
        let by = format!("Làm lúc 08:00 ngày 23/11/2026, của {UNIT}");
        let preview = [
            "Bản sao lưu",
            by.as_str(),
            "Có 1 kế hoạch, 1 sổ kết quả của 1 đơn vị.",
            "96-KH/HU",
            "Sẽ thêm hoặc bổ sung 1 sổ kết quả.",
        ];
        page.see_row(&preview).await?;
        page.screenshot("backup-preview").await?;
        page.accessible().await?;
        page.no_sideways_scrolling().await?;
        turn_to(&page, "Hôm nay").await?;
        page.see("Chọn đơn vị của tôi").await?;
        turn_to(&page, "Gửi – nhận").await?;
        page.give_file(CHOOSE, &file).await?;
        page.click_role("button", RESTORE).await?;
        page.see("Đã phục hồi từ bản sao lưu.").await?;
        page.reload().await?;
        turn_to(&page, "Đơn vị").await?;
        page.see_row(&["III.7", "Xong đúng hạn"]).await?;
        open_duty(&page, "III.7").await?;
        page.see_value("Ghi chú", "Từ máy cũ.").await?;
        page.click_role("button", "Đóng").await?;
        turn_to(&page, "Cài đặt").await?;
        page.see_value("Tên người ghi", "Người ghi").await?;
        page.see("Chưa sao lưu lần nào.").await?;

        turn_to(&page, "Gửi – nhận").await?;
        page.give_file(CHOOSE, &file).await?;
        page.see("Mọi thứ trong bản này đã có trên máy.").await?;
        page.click_role("button", "Bỏ qua").await?;
        page.click_role("button", "Hoàn tác lần nhận này").await?;
        page.see("Đã hoàn tác lần nhận tệp.").await?;
        turn_to(&page, "Hôm nay").await?;
        page.see("Chọn đơn vị của tôi").await?;
        page.no_errors().await?;
    }
    Ok(())
}

#[tokio::test]
async fn settings_tell_of_the_last_backup_and_how_lasting_all_is() -> Result {
    let server = Server::start()?;
    for browser in [Browser::phone(), Browser::desktop()] {
        let page = browser.at(MORNING).open(&server.url()).await?;
        choose(&page, UNIT).await?;
        page.click_role("checkbox", TICK).await?;
        page.see_row(&["III.7", "Xong đúng hạn"]).await?;
        turn_to(&page, "Cài đặt").await?;
        page.see("Chưa sao lưu lần nào. Có 1 thay đổi chưa sao lưu.")
            .await?;
        page.click_role("button", SAVE).await?;
        page.see("Sao lưu lần cuối lúc 08:00 ngày 23/11/2026. Chưa có thay đổi nào cần sao lưu.")
            .await?;
        page.see("chỗ mà trình duyệt thường dành cho một trang.")
            .await?;
        page.see("Trình duyệt").await?;
        page.screenshot("backup-settings").await?;
        page.accessible().await?;
        page.no_sideways_scrolling().await?;
        page.no_errors().await?;
    }
    Ok(())
}

#[tokio::test]
async fn who_never_backed_up_is_reminded_and_can_put_it_off() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    page.click_role("checkbox", TICK).await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    turn_to(&page, "Hôm nay").await?;
    page.see("xong ngày 23/11/2026").await?;
    page.see_no_more(REMINDER).await?;

    let at = |time: &'static str| Browser::phone().at(time);
    let page = at(LATER).open_again(page, &server.url()).await?;
    page.see(REMINDER).await?;
    page.screenshot("backup-reminder").await?;
    page.accessible().await?;
    page.no_sideways_scrolling().await?;
    page.click_role("button", "Để sau").await?;
    page.see_no_more(REMINDER).await?;
    page.reload().await?;
    page.see("Thứ Năm, 10/12/2026").await?;
    page.see_no_more(REMINDER).await?;

    let page = at(AFTER_PUTTING_OFF)
        .open_again(page, &server.url())
        .await?;
    page.see(REMINDER).await?;
    page.click_role("link", "Sao lưu ngay").await?;
    page.click_role("button", SAVE).await?;
    page.see("Đã tải bản sao lưu về máy.").await?;
    turn_to(&page, "Hôm nay").await?;
    page.see("Chủ nhật, 13/12/2026").await?;
    page.see_no_more(REMINDER).await?;
    page.no_errors().await
}

#[tokio::test]
async fn little_room_is_told_with_ways_that_free_it() -> Result {
    let server = Server::start()?;
    for browser in Browser::of_all_sizes() {
        let page = browser.at(MORNING).open(&server.url()).await?;
        let () = page
            .js("localStorage.setItem('so-tien-do/damaged/1/plan/x', 'x'.repeat(4_200_000));
                localStorage.setItem('so-tien-do/snapshot/1/import/1763856000000', 'y'.repeat(90_000)); return null")
            .await?;
        page.reload().await?;
        page.see("Chỗ lưu của trình duyệt đã dùng 8").await?;
        page.see("nhiều nhất là “Phần hỏng đã cất riêng”").await?;
        page.screenshot("room-banner").await?;
        page.accessible().await?;
        page.click_role("link", "Xem cách lấy lại chỗ").await?;
        page.see_row(&["Phần hỏng đã cất riêng", "4.201 kB"])
            .await?;
        page.see_row(&["Kế hoạch, danh sách đơn vị"]).await?;
        let () = page
            .js("document.querySelector('#cho-luu').scrollIntoView(); return null")
            .await?;
        page.screenshot("room").await?;
        page.accessible().await?;
        page.no_sideways_scrolling().await?;

        page.click_role("button", "Xóa mọi bản lưu tự động").await?;
        page.see("Những gì đang dùng không bị ảnh hưởng.").await?;
        page.screenshot("room-asked").await?;
        page.no_sideways_scrolling().await?;
        page.click_role("button", "Xóa mọi bản lưu tự động").await?;
        page.see("Đã xóa bản lưu tự động.").await?;
        page.click_role("button", "Lưu phần hỏng ra tệp").await?;
        let file = page.download().await?;
        assert!(file.bytes.len() > 4_200_000, "all of it");
        page.click_role("button", "Xóa phần hỏng").await?;
        page.click_role("button", "Xóa phần hỏng").await?;
        page.see_no_more("Chỗ lưu của trình duyệt đã dùng").await?;
        let left: usize = page
            .js("return Object.keys(localStorage).filter((key) => /damaged|snapshot/.test(key)).length")
            .await?;
        assert_eq!(left, 0);
        page.no_errors().await?;
    }
    Ok(())
}

#[tokio::test]
async fn within_another_app_it_is_told_once_that_all_may_be_lost() -> Result {
    let server = Server::start()?;
    let browser = Browser::phone().at(MORNING).before_load(
        "Object.defineProperty(navigator, 'userAgent', { get: () => 'Mozilla/5.0 (Linux; Android 14) Zalo android/24' });",
    );
    let page = browser.open(&server.url()).await?;
    page.see("Đang mở trong ứng dụng khác (Zalo, Facebook…)")
        .await?;
    page.screenshot("backup-in-app").await?;
    page.accessible().await?;
    page.click_role("button", "Đã hiểu").await?;
    page.see_no_more("Đang mở trong ứng dụng khác").await?;
    page.reload().await?;
    page.see("Thứ Hai, 23/11/2026").await?;
    page.see_no_more("Đang mở trong ứng dụng khác").await?;
    turn_to(&page, "Cài đặt").await?;
    page.see("Đang mở trong ứng dụng khác").await?;
    page.no_errors().await
}

#[tokio::test]
async fn the_browser_is_asked_once_to_keep_what_is_stored() -> Result {
    let server = Server::start()?;
    let browser = Browser::phone().at(MORNING).before_load(
        "navigator.storage.persist = async () => { window.asked = (window.asked || 0) + 1; return true; };
         navigator.storage.persisted = async () => Boolean(window.asked);",
    );
    let page = browser.open(&server.url()).await?;
    choose(&page, UNIT).await?;
    page.wait_for("the question", "window.asked === 1").await?;
    turn_to(&page, "Cài đặt").await?;
    page.see("Trình duyệt đã nhận giữ lâu dài dữ liệu này.")
        .await?;
    page.click_role("button", SAVE).await?;
    page.see("Đã tải bản sao lưu về máy.").await?;
    page.wait_for("no further question", "window.asked === 1")
        .await?;
    page.no_errors().await
}

/// The backup of a unit with a tick, a note and a name.
async fn saved(server: &Server, folder: &TemporaryFolder) -> Result<PathBuf> {
    let page = visit_as_unit(server).await?;
    page.click_role("checkbox", TICK).await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    open_duty(&page, "III.7").await?;
    page.enter("Ghi chú", "Từ máy cũ.").await?;
    page.click_role("button", "Đóng").await?;
    turn_to(&page, "Cài đặt").await?;
    page.enter("Tên người ghi", "Người ghi").await?;
    page.click_role("button", SAVE).await?;
    page.see("Đã tải bản sao lưu về máy.").await?;
    let file = page.download().await?;
    assert_eq!(
        file.name,
        "sao-luu-so-tien-do-ban-dan-van-huyen-uy-2026-11-23.json"
    );
    let json: Value = serde_json::from_slice(&file.bytes)?;
    assert_eq!(json["kind"], "backup");
    assert_eq!(json["body"]["settings"]["author"], "Người ghi");
    page.no_errors().await?;
    keep(folder.path(), &file.bytes)
}

fn keep(folder: &Path, bytes: &[u8]) -> Result<PathBuf> {
    let path = folder.join("sao-luu.json");
    std::fs::write(&path, bytes)?;
    Ok(path)
}
