//! The rest of the app, which comes after the first screen, or does not come.

use crate::harness::{Browser, Failure, Release, Result, Server};
use crate::steps::{MORNING, turn_to};
use std::fs;
use std::path::PathBuf;

#[tokio::test]
async fn a_screen_that_does_not_come_is_told_and_fetched_again() -> Result {
    let release = Release::copy()?;
    let rest = rest_of(&release)?;
    let content = fs::read(&rest)?;
    fs::remove_file(&rest)?;
    let server = Server::start_with(release.folder())?;
    let page = Browser::phone().at(MORNING).open(&server.url()).await?;
    page.see("Thứ Hai, 23/11/2026").await?;
    turn_to(&page, "Kế hoạch").await?;
    page.see("Chưa tải được phần này của ứng dụng.").await?;
    fs::write(&rest, content)?;
    page.click_role("button", "Thử lại").await?;
    page.see("16 nhiệm vụ").await?;
    turn_to(&page, "Đơn vị").await?;
    page.see("Đơn vị nêu trong kế hoạch").await
}

#[tokio::test]
async fn a_screen_that_comes_takes_the_focus_like_any_other() -> Result {
    let server = Server::start()?;
    let page = Browser::phone().at(MORNING).open(&server.url()).await?;
    page.see("Thứ Hai, 23/11/2026").await?;
    turn_to(&page, "Gửi – nhận").await?;
    page.see("Nhận tệp").await?;
    page.wait_for(
        "the focus on the title",
        "document.activeElement?.id === 'title'",
    )
    .await?;
    page.no_errors().await
}

fn rest_of(release: &Release) -> Result<PathBuf> {
    let files = fs::read_dir(release.folder())?.filter_map(|file| Some(file.ok()?.path()));
    let mut rest = files.filter(|file| file.to_string_lossy().ends_with("_rest.wasm"));
    rest.next()
        .ok_or_else(|| Failure::new("the release has no rest"))
}
