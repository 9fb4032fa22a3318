//! Browsers that lack what newer ones have: the app does without, and says nothing in the console.

use crate::draft::{FIRST, keep, read};
use crate::exchange::download;
use crate::harness::{Browser, Result, Server};
use crate::steps::{MORNING, TICK, UNIT, choose, turn_to};

/// Takes away what an old browser has not, and what none has on a page that is not secure.
const OLD: &str = "
    for (const name of ['locks', 'serviceWorker', 'clipboard', 'share', 'canShare', 'storage', 'wakeLock'])
        delete Navigator.prototype[name];
    for (const name of ['DecompressionStream', 'CompressionStream', 'launchQueue', 'BroadcastChannel', 'caches', 'structuredClone'])
        delete window[name];
    delete Crypto.prototype.randomUUID;
    delete Crypto.prototype.subtle;
    document.addEventListener('copy', () => { window.copied = document.activeElement.value; });";

#[tokio::test]
async fn an_old_browser_does_all_that_is_daily() -> Result {
    let server = Server::start()?;
    let browser = Browser::phone().at(MORNING).before_load(OLD);
    let page = browser.open(&server.url()).await?;
    for lacking in [
        "navigator.locks",
        "navigator.serviceWorker",
        "navigator.clipboard",
        "window.DecompressionStream",
    ] {
        let script = format!("return {lacking} === undefined");
        assert!(page.js::<bool>(&script).await?, "{lacking} is there");
    }
    choose(&page, UNIT).await?;
    page.click_role("checkbox", TICK).await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    page.reload().await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    turn_to(&page, "Gửi – nhận").await?;
    page.see_no_more("Gửi qua Zalo, e-mail…").await?;
    let file = download(&page).await?;
    page.click_role("button", "Cách khác").await?;
    page.click_role("button", "Chép nội dung").await?;
    page.see("Đã chép nội dung tệp.").await?;
    let copied: String = page.js("return window.copied").await?;
    assert!(copied.contains(UNIT), "{copied}");
    page.click_role("button", "Dán từ bộ nhớ tạm").await?;
    page.paste("Dán nội dung ở đây", &copied).await?;
    page.click_role("button", "Mở nội dung đã dán").await?;
    page.see("Giống bản trên máy").await?;
    page.bring("drop", &[(&file.name, &file.bytes)], "").await?;
    page.see_row(&[&file.name, "Giống bản trên máy"]).await?;
    page.click_role("button", "Bỏ qua").await?;
    read(&page, FIRST).await?;
    keep(&page).await?;
    page.no_errors().await
}
