//! The rest of the app, which comes after the first screen, or does not come.

use crate::harness::{Browser, Failure, Page, Release, Result, Server};
use crate::steps::{MORNING, TICK, UNIT, choose, turn_to};
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

#[tokio::test]
async fn a_tick_made_before_the_rest_comes_is_kept_at_once_and_carried_out_later() -> Result {
    let release = Release::copy()?;
    let rest = rest_of(&release)?;
    let content = fs::read(&rest)?;
    let server = Server::start_with(release.folder())?;
    let page = Browser::phone().at(MORNING).open(&server.url()).await?;
    choose(&page, UNIT).await?;
    // Neither the server nor the device has the rest any more.
    fs::remove_file(&rest)?;
    forget_release(&page).await?;
    page.reload().await?;
    page.see_checked("checkbox", TICK, false).await?;
    page.click_role("checkbox", TICK).await?;
    page.see("III.7: Đã hoàn thành ngày 23/11/2026").await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    page.reload().await?;
    page.see_checked("checkbox", TICK, true).await?;
    // A tap by mistake is taken back as ever.
    page.click_role("checkbox", TICK).await?;
    page.click_role("button", "Hoàn tác").await?;
    page.see_checked("checkbox", TICK, true).await?;
    fs::write(&rest, content)?;
    page.reload().await?;
    page.whole().await?;
    let is_carried_out =
        "!Object.keys(localStorage).some((key) => key.startsWith('so-tien-do/tick/'))";
    page.wait_for("the ticks to stand in the record", is_carried_out)
        .await?;
    page.see_checked("checkbox", TICK, true).await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    page.reload().await?;
    page.see_checked("checkbox", TICK, true).await
}

#[tokio::test]
async fn a_store_that_tells_no_front_is_read_whole() -> Result {
    let server = Server::start()?;
    let page = Browser::phone().at(MORNING).open(&server.url()).await?;
    choose(&page, UNIT).await?;
    let forget = "localStorage.removeItem('so-tien-do/front'); return null";
    let () = page.js(forget).await?;
    page.reload().await?;
    page.see_row(&["III.7", "Trong hạn"]).await?;
    page.wait_for(
        "the front to be kept again",
        "localStorage.getItem('so-tien-do/front')",
    )
    .await?;
    page.no_errors().await
}

/// Takes the release from the device, as a browser does that is short of room.
async fn forget_release(page: &Page) -> Result {
    let script = "return (async () => {
        for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
        for (const name of await caches.keys()) await caches.delete(name);
        return null;
    })()";
    page.js(script).await
}

fn rest_of(release: &Release) -> Result<PathBuf> {
    let files = fs::read_dir(release.folder())?.filter_map(|file| Some(file.ok()?.path()));
    let is_rest = |file: &PathBuf| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("so-tien-do-") && name.ends_with(".wasm")
    };
    let mut rest = files.filter(is_rest);
    rest.next()
        .ok_or_else(|| Failure::new("the release has no rest"))
}
