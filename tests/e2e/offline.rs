//! The service worker's promises: after one visit the app needs no network; an update is whole, waits to be
//! wanted, and fetches only what changed; nobody else's requests and caches are touched.

use std::fs;

use crate::harness::{Browser, Page, Release, Result, Server};
use crate::steps::{TICK, UNIT, choose, open_duty, turn_to, turn_to_plan};

const FIRST_SCREEN: &str = "Hôm nay";

#[tokio::test]
async fn after_one_visit_the_app_opens_without_a_network() -> Result {
    let mut server = Server::start()?;
    let page = visit(&server).await?;
    server.stop();
    page.reload().await?;
    page.see(FIRST_SCREEN).await?;
    page.no_errors().await
}

#[tokio::test]
async fn the_app_may_live_in_a_folder_of_a_site() -> Result {
    let mut server = Server::start_under("/so/")?;
    let page = visit(&server).await?;
    server.stop();
    page.go(&format!("{}?from=icon", server.url())).await?;
    page.see(FIRST_SCREEN).await?;
    let beside: Vec<_> = server
        .requests()
        .into_keys()
        .filter(|path| !path.starts_with("/so/"))
        .collect();
    // Chromium itself looks for this one where a site names no icon.
    assert!(
        beside.is_empty() || beside == ["/favicon.ico"],
        "asked for {beside:?}"
    );
    Ok(())
}

#[tokio::test]
async fn a_new_release_waits_until_it_is_wanted() -> Result {
    let release = Release::copy()?;
    let server = Server::start_with(release.folder())?;
    let page = visit(&server).await?;
    release.publish_next("next")?;
    look_for_update(&page).await?;
    page.wait_for("a waiting release", WAITING).await?;
    page.reload().await?;
    page.see(FIRST_SCREEN).await?;
    assert_eq!(
        shown_release(&page).await?,
        None,
        "the new release came unasked"
    );
    take_waiting(&page).await?;
    page.reload().await?;
    page.see(FIRST_SCREEN).await?;
    assert_eq!(shown_release(&page).await?.as_deref(), Some("next"));
    Ok(())
}

#[tokio::test]
async fn a_new_release_is_offered_and_taken_with_one_tap() -> Result {
    let release = Release::copy()?;
    let mut server = Server::start_with(release.folder())?;
    let page = visit(&server).await?;
    choose(&page, UNIT).await?;
    page.click_role("checkbox", TICK).await?;
    release.publish_next("next")?;
    look_for_update(&page).await?;
    page.see("Đã có phiên bản mới của Sổ Tiến Độ.").await?;
    assert_eq!(
        shown_release(&page).await?,
        None,
        "the new release came unasked"
    );
    page.click_role("button", "Cập nhật").await?;
    page.wait_for(
        "the new release to be shown",
        "document.querySelector('meta[name=release]')?.content === 'next'",
    )
    .await?;
    page.see_checked("checkbox", TICK, true).await?;
    page.see_no_more("Đã có phiên bản mới").await?;
    server.stop();
    page.reload().await?;
    page.see_checked("checkbox", TICK, true).await?;
    assert_eq!(shown_release(&page).await?.as_deref(), Some("next"));
    Ok(())
}

#[tokio::test]
async fn what_is_being_typed_outlives_an_update() -> Result {
    let release = Release::copy()?;
    let server = Server::start_with(release.folder())?;
    let page = visit(&server).await?;
    choose(&page, UNIT).await?;
    open_duty(&page, "III.7").await?;
    page.fill("Ghi chú", "Đang gõ dở").await?;
    release.publish_next("next")?;
    look_for_update(&page).await?;
    page.wait_for("a waiting release", WAITING).await?;
    assert_eq!(shown_release(&page).await?, None, "it came amid typing");
    page.see_value("Ghi chú", "Đang gõ dở").await?;
    page.click_role("button", "Đóng").await?;
    let report = "location.hash = '#/bao-cao/96-kh-hu-63a43698'; return null";
    let () = page.js(report).await?;
    page.click("Lời của cơ quan").await?;
    page.fill("I. Tình hình triển khai", "Đang viết dở").await?;
    let paste = "location.hash = '#/them-ke-hoach'; return null";
    let () = page.js(paste).await?;
    page.fill("Dán văn bản kế hoạch vào đây", "Kế hoạch đang dán dở")
        .await?;
    let () = page.js(report).await?;
    page.click("Lời của cơ quan").await?;
    page.fill("I. Tình hình triển khai", "Đang viết tiếp")
        .await?;
    // Neither the focus nor a key leaves the field before the page goes.
    let () = page
        .js("[...document.querySelectorAll('button')].find((one) => one.innerText === 'Cập nhật').click(); return null")
        .await?;
    page.wait_for(
        "the new release to be shown",
        "document.querySelector('meta[name=release]')?.content === 'next'",
    )
    .await?;
    page.click("Lời của cơ quan").await?;
    page.see_value("I. Tình hình triển khai", "Đang viết tiếp")
        .await?;
    let () = page.js(paste).await?;
    page.see_value("Dán văn bản kế hoạch vào đây", "Kế hoạch đang dán dở")
        .await?;
    turn_to(&page, "Đơn vị").await?;
    open_duty(&page, "III.7").await?;
    page.see_value("Ghi chú", "Đang gõ dở").await?;
    page.no_errors().await
}

#[tokio::test]
async fn an_offer_that_was_passed_over_is_made_again() -> Result {
    let release = Release::copy()?;
    let server = Server::start_with(release.folder())?;
    let page = visit(&server).await?;
    release.publish_next("next")?;
    look_for_update(&page).await?;
    page.see("Đã có phiên bản mới của Sổ Tiến Độ.").await?;
    page.reload().await?;
    page.see("Đã có phiên bản mới của Sổ Tiến Độ.").await?;
    page.click_role("button", "Cập nhật").await?;
    page.wait_for(
        "the new release to be shown",
        "document.querySelector('meta[name=release]')?.content === 'next'",
    )
    .await
}

#[tokio::test]
async fn without_a_network_all_work_goes_on() -> Result {
    let mut server = Server::start()?;
    let page = visit(&server).await?;
    server.stop();
    page.reload().await?;
    choose(&page, UNIT).await?;
    page.click_role("checkbox", TICK).await?;
    page.see_checked("checkbox", TICK, true).await?;
    page.click_role("link", "Gửi – nhận").await?;
    page.click_role("button", "Tải tệp kết quả về máy").await?;
    page.download().await?;
    turn_to_plan(&page).await?;
    page.reload().await?;
    page.see("TỔ CHỨC THỰC HIỆN").await?;
    page.no_errors().await
}

#[tokio::test]
async fn an_update_fetches_only_what_changed_and_tidies_up() -> Result {
    let release = Release::copy()?;
    let server = Server::start_with(release.folder())?;
    let page = visit(&server).await?;
    let () = page
        .js("return caches.open('somebody else').then(() => null)")
        .await?;
    let before = server.requests();
    release.publish_next("next")?;
    look_for_update(&page).await?;
    page.wait_for("a waiting release", WAITING).await?;
    // A phone loads no pictures of screens that it shows anyway.
    let pictures = server.requests().into_keys();
    let mut pictures = pictures.filter(|path| path.starts_with("/screenshots/"));
    assert_eq!(pictures.next(), None);
    take_waiting(&page).await?;
    page.wait_for(
        "the old release to be removed",
        "caches.keys().then((names) => names.length === 2)",
    )
    .await?;
    let kept: Vec<String> = page.js("return caches.keys()").await?;
    assert!(
        kept.contains(&"somebody else".to_owned()),
        "caches: {kept:?}"
    );
    let mut fetched: Vec<_> = server
        .requests()
        .into_iter()
        .filter(|(path, count)| before.get(path) != Some(count))
        .map(|(path, _)| path)
        .collect();
    fetched.sort();
    assert_eq!(fetched, ["/", "/service-worker.js"]);
    Ok(())
}

#[tokio::test]
async fn half_a_release_is_refused_and_fetched_later() -> Result {
    let release = Release::copy()?;
    let mut server = Server::start_with(release.folder())?;
    let page = visit(&server).await?;
    let page_file = release.folder().join("index.html");
    let old_page = fs::read(&page_file)?;
    release.publish_next("next")?;
    let new_page = fs::read(&page_file)?;
    fs::write(&page_file, old_page)?;
    look_for_update(&page).await?;
    page.wait_for("the release to be refused", NO_NEWER).await?;
    server.stop();
    page.reload().await?;
    page.see(FIRST_SCREEN).await?;
    server.resume()?;
    fs::write(&page_file, new_page)?;
    look_for_update(&page).await?;
    page.wait_for("a waiting release", WAITING).await
}

#[tokio::test]
async fn stale_copies_in_the_browsers_cache_do_no_harm() -> Result {
    let release = Release::copy()?;
    let mut server = Server::start_with_long_caches(release.folder())?;
    let page = visit(&server).await?;
    release.publish_next("next")?;
    look_for_update(&page).await?;
    page.wait_for("a waiting release", WAITING).await?;
    take_waiting(&page).await?;
    server.stop();
    page.reload().await?;
    page.see(FIRST_SCREEN).await?;
    assert_eq!(shown_release(&page).await?.as_deref(), Some("next"));
    Ok(())
}

pub(crate) const WAITING: &str =
    "navigator.serviceWorker.getRegistration().then((r) => r?.waiting)";
const NO_NEWER: &str = "navigator.serviceWorker.getRegistration().then((r) => r.active && !r.installing && !r.waiting)";

/// A first visit, up to the moment at which the whole release is kept.
pub(crate) async fn visit(server: &Server) -> Result<Page> {
    let page = Browser::phone().open(&server.url()).await?;
    page.see(FIRST_SCREEN).await?;
    page.wait_for(
        "the app to be kept on the device",
        "navigator.serviceWorker?.controller",
    )
    .await?;
    Ok(page)
}

/// Asks for a newer release as browsers do from time to time.
pub(crate) async fn look_for_update(page: &Page) -> Result {
    page.js("return navigator.serviceWorker.getRegistration().then((r) => r.update()).then(() => null, () => null)").await
}

/// Sends the message that the app's “use the new version” sends, and waits until it is in charge.
pub(crate) async fn take_waiting(page: &Page) -> Result {
    page.js::<()>(
        "return navigator.serviceWorker.getRegistration().then((r) => { r.waiting.postMessage({ type: 'skip-waiting' }); return null; })",
    )
    .await?;
    page.wait_for("the new release to be in charge", "navigator.serviceWorker.getRegistration().then((r) => !r.waiting && r.active?.state === 'activated')")
        .await
}

async fn shown_release(page: &Page) -> Result<Option<String>> {
    page.js("return document.querySelector('meta[name=release]')?.content ?? null")
        .await
}
