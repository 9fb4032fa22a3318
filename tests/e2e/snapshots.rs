//! Automatic snapshots: taken before what is hard to take back, opened like any backup.

use crate::harness::{Browser, Page, Result, Server};
use crate::steps::{MORNING, TICK, UNIT, choose, turn_to, turn_to_plan};

const REMOVE: &str = "Xóa hẳn: 96-KH/HU";
const EMPTY_BIN: &str = "Xóa hẳn kế hoạch trong mục Đã xóa";
const SNAPSHOT: &str = "08:00 ngày 23/11/2026";

#[tokio::test]
async fn what_was_removed_for_good_comes_back_from_a_snapshot() -> Result {
    let server = Server::start()?;
    for browser in Browser::of_all_sizes() {
        let page = browser.at(MORNING).open(&server.url()).await?;
        choose(&page, UNIT).await?;
        page.click_role("checkbox", TICK).await?;
        page.see_row(&["III.7", "Xong đúng hạn"]).await?;
        remove_plan(&page).await?;

        turn_to(&page, "Cài đặt").await?;
        page.see_row(&[SNAPSHOT, "Trước khi xóa hẳn kế hoạch"])
            .await?;
        let () = page
            .js("document.querySelector('#sao-luu').scrollIntoView(); return null")
            .await?;
        page.screenshot("snapshots").await?;
        page.accessible().await?;
        page.no_sideways_scrolling().await?;
        page.click_role("button", &format!("Mở: {SNAPSHOT}"))
            .await?;
        page.see("Có 1 kế hoạch, 1 sổ kết quả của 1 đơn vị.")
            .await?;
        page.screenshot("snapshot-opened").await?;
        page.click_role("button", "Phục hồi từ bản sao lưu").await?;
        page.see("Đã phục hồi từ bản sao lưu.").await?;
        // It was in the bin, and is again.
        turn_to(&page, "Kế hoạch").await?;
        page.click_role("button", "Đã xóa").await?;
        page.click_role("button", "Đưa lại: 96-KH/HU").await?;
        turn_to(&page, "Đơn vị").await?;
        page.see_row(&["III.7", "Xong đúng hạn"]).await?;

        turn_to(&page, "Cài đặt").await?;
        page.see_row(&["Trước khi phục hồi"]).await?;
        page.see_row(&["Trước khi xóa hẳn kế hoạch"]).await?;
        page.no_errors().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_snapshot_is_saved_to_a_file_and_removed_after_a_question() -> Result {
    let server = Server::start()?;
    let page = Browser::phone().at(MORNING).open(&server.url()).await?;
    choose(&page, UNIT).await?;
    remove_plan(&page).await?;
    turn_to(&page, "Cài đặt").await?;
    page.click_role("button", &format!("Lưu ra tệp: {SNAPSHOT}"))
        .await?;
    let file = page.download().await?;
    assert_eq!(file.name, "sao-luu-so-tien-do-2026-11-23.json");
    assert!(String::from_utf8(file.bytes)?.contains("\"kind\":\"backup\""));
    let remove = format!("Xóa: {SNAPSHOT}");
    page.click_role("button", &remove).await?;
    page.see("Xóa bản lưu này?").await?;
    page.screenshot("snapshot-asked").await?;
    page.accessible().await?;
    page.click_role("button", &remove).await?;
    page.see("Chưa có bản lưu tự động nào.").await?;
    page.no_errors().await
}

#[tokio::test]
async fn the_bin_is_emptied_where_room_is_told() -> Result {
    let server = Server::start()?;
    let page = Browser::phone().at(MORNING).open(&server.url()).await?;
    choose(&page, UNIT).await?;
    page.click_role("checkbox", TICK).await?;
    bin_plan(&page).await?;
    turn_to(&page, "Cài đặt").await?;
    page.click_role("button", EMPTY_BIN).await?;
    page.see("Xóa hẳn 1 kế hoạch trong mục Đã xóa").await?;
    page.screenshot("room-bin").await?;
    page.accessible().await?;
    page.click_role("button", EMPTY_BIN).await?;
    page.see("Đã lấy lại chỗ.").await?;
    page.see_row(&["Trước khi xóa hẳn kế hoạch"]).await?;
    let left: usize = page
        .js("return Object.keys(localStorage).filter((key) => /plan|record|roster/.test(key)).length")
        .await?;
    assert_eq!(left, 0);
    page.no_errors().await
}

#[tokio::test]
async fn another_version_finds_a_snapshot_of_what_was_here() -> Result {
    let server = Server::start()?;
    let page = Browser::phone().at(MORNING).open(&server.url()).await?;
    choose(&page, UNIT).await?;
    let () = page
        .js("localStorage.setItem('so-tien-do/version', '0.0.1'); return null")
        .await?;
    page.reload().await?;
    turn_to(&page, "Cài đặt").await?;
    page.see_row(&[SNAPSHOT, "Trước khi dùng phiên bản mới"])
        .await?;
    page.no_errors().await
}

#[tokio::test]
async fn without_room_for_a_snapshot_the_change_goes_on_and_it_is_told() -> Result {
    let server = Server::start()?;
    let page = Browser::phone().at(MORNING).open(&server.url()).await?;
    choose(&page, UNIT).await?;
    let () = page
        .js("localStorage.setItem('so-tien-do/damaged/1/plan/x', 'x'.repeat(4_200_000)); return null")
        .await?;
    remove_plan(&page).await?;
    page.see("Máy không đủ chỗ để tự lưu lại mọi thứ").await?;
    page.screenshot("snapshot-without-room").await?;
    page.accessible().await?;
    page.no_errors().await
}

/// Removes the one plan for good.
async fn remove_plan(page: &Page) -> Result {
    bin_plan(page).await?;
    page.click_role("button", "Đã xóa").await?;
    page.click_role("button", REMOVE).await?;
    page.see("cùng mọi kết quả đã ghi?").await?;
    page.click_role("button", REMOVE).await?;
    page.see("Đã xóa hẳn").await
}

/// Puts the one plan into the bin.
async fn bin_plan(page: &Page) -> Result {
    turn_to_plan(page).await?;
    page.click_role("button", "Gửi đi, lưu trữ, xóa").await?;
    page.click_role("button", "Xóa").await?;
    page.see("Đã xóa: 96-KH/HU").await
}
