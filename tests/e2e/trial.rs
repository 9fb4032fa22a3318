//! Trying the app on a made-up office, beside real work that it must not touch.

use crate::harness::{Page, Result, Server, TemporaryFolder};
use crate::steps::{TICK, UNIT, choose, first_visit, turn_to};

const BANNER: &str = "Đang dùng thử – dữ liệu này không phải của đơn vị bạn.";
const ENTER: &str = "Dùng thử với số liệu mẫu";
const LEAVE: &str = "Thôi dùng thử";

/// All that real work keeps.
async fn kept(page: &Page) -> Result<String> {
    let all = "return JSON.stringify(Object.entries(localStorage).sort())";
    page.js(all).await
}

/// The file of results that the page sends, as it would lie on the disk.
async fn results(page: &Page, folder: &TemporaryFolder) -> Result<std::path::PathBuf> {
    turn_to(page, "Gửi – nhận").await?;
    page.click_role("button", "Tải tệp kết quả về máy").await?;
    let file = page.download().await?;
    let path = folder.path().join(&file.name);
    std::fs::write(&path, file.bytes)?;
    Ok(path)
}

#[tokio::test]
async fn a_trial_and_real_work_never_meet() -> Result {
    let folder = TemporaryFolder::new()?;
    let server = Server::start()?;
    let page = first_visit(&server).await?;
    page.find("link", ENTER).await?;
    choose(&page, UNIT).await?;
    page.click_role("checkbox", TICK).await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    let real = results(&page, &folder).await?;
    page.see("Đã tải tệp").await?;
    turn_to(&page, "Cài đặt").await?;
    page.click_role("link", "Trợ giúp").await?;
    page.click_role("link", ENTER).await?;

    page.see(BANNER).await?;
    page.see("Đơn vị mẫu 1").await?;
    page.see_no_more(UNIT).await?;
    let before = kept(&page).await?;
    page.screenshot("trial").await?;
    page.accessible().await?;
    page.no_sideways_scrolling().await?;
    let tick = "Đánh dấu đã hoàn thành: III.1";
    page.click_role("checkbox", tick).await?;
    page.see_no_more("Quá hạn 12 ngày").await?;
    page.reload().await?;
    page.see(BANNER).await?;
    turn_to(&page, "Đơn vị").await?;
    page.see_checked("checkbox", tick, true).await?;
    let made_up = results(&page, &folder).await?;
    let name = made_up.file_name().unwrap_or_default().to_string_lossy();
    assert!(name.starts_with("DUNG-THU-"), "{name}");
    page.give_file("Chọn tệp để mở", &real).await?;
    page.see("Đây là tệp thật, không mở khi đang dùng thử")
        .await?;
    page.give_file("Chọn tệp để mở", &made_up).await?;
    page.see_no_more("Đây là tệp thật").await?;
    page.see("Đơn vị mẫu 1").await?;
    page.see(BANNER).await?;
    assert_eq!(kept(&page).await?, before);

    page.click_role("button", LEAVE).await?;
    page.see("Thứ Hai, 23/11/2026").await?;
    page.see_no_more(BANNER).await?;
    page.see(UNIT).await?;
    page.see_no_more("Đơn vị mẫu").await?;
    turn_to(&page, "Gửi – nhận").await?;
    page.give_file("Chọn tệp để mở", &made_up).await?;
    page.see("Tệp này được làm khi dùng thử").await?;
    let () = page
        .js("if (sessionStorage.length > 0) throw Error(Object.keys(sessionStorage)); return null")
        .await?;
    page.no_errors().await
}
