//! The first steps, the help, the keys of a computer, and the app on a home screen.

use crate::harness::{Browser, Page, Result, Server};
use crate::steps::{MORNING, TICK, UNIT, choose, first_visit, turn_to};
use serde_json::json;
use thirtyfour::Key;

const BEGIN: &str = "Bắt đầu trong ba bước";

#[tokio::test]
async fn three_steps_lead_to_the_first_tick_and_are_gone() -> Result {
    let server = Server::start()?;
    let page = first_visit(&server).await?;
    page.see(BEGIN).await?;
    page.see("Kế hoạch 96-KH/HU có sẵn").await?;
    page.screenshot("beginning").await?;
    choose(&page, UNIT).await?;
    turn_to(&page, "Hôm nay").await?;
    page.click_role("link", "Đến việc của đơn vị").await?;
    page.click_role("checkbox", TICK).await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    turn_to(&page, "Hôm nay").await?;
    page.see("Thứ Hai, 23/11/2026").await?;
    page.see_no_more(BEGIN).await?;
    page.no_errors().await
}

#[tokio::test]
async fn who_skips_the_steps_is_not_asked_again() -> Result {
    let server = Server::start()?;
    let page = first_visit(&server).await?;
    page.click_role("button", "Bỏ qua hướng dẫn").await?;
    page.see_no_more(BEGIN).await?;
    page.reload().await?;
    page.see("Thứ Hai, 23/11/2026").await?;
    page.see_no_more(BEGIN).await?;
    page.no_errors().await
}

#[tokio::test]
async fn help_tells_how_and_fits_every_screen() -> Result {
    for browser in Browser::of_all_sizes() {
        let server = Server::start()?;
        let page = browser.at(MORNING).open(&server.url()).await?;
        turn_to(&page, "Cài đặt").await?;
        page.click_role("link", "Trợ giúp").await?;
        for topic in [
            "Gửi kết quả qua Zalo",
            "Cài vào điện thoại Android",
            "Cài vào iPhone",
            "Dữ liệu của tôi ở đâu",
            "Phím tắt trên máy tính",
        ] {
            page.find("heading", topic).await?;
        }
        page.screenshot("help").await?;
        page.accessible().await?;
        page.no_sideways_scrolling().await?;
        page.no_errors().await?;
    }
    Ok(())
}

/// Presses a key by its place on the keyboard; `held` is 1 for Alt and 2 for Ctrl.
async fn press(page: &Page, code: &str, key: &str, held: u8) -> Result {
    for kind in ["rawKeyDown", "keyUp"] {
        let stroke = json!({ "type": kind, "code": code, "key": key, "modifiers": held });
        page.tell_browser("Input.dispatchKeyEvent", stroke).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_computer_is_worked_by_keys() -> Result {
    let server = Server::start()?;
    let page = Browser::desktop().at(MORNING).open(&server.url()).await?;
    page.see("Thứ Hai, 23/11/2026").await?;
    page.whole().await?;
    press(&page, "Digit2", "2", 1).await?;
    page.find("heading", "Kế hoạch").await?;
    press(&page, "Digit3", "3", 1).await?;
    page.find("heading", "Đơn vị").await?;
    // The heading stands before the rest of the app is here.
    let is_there = "document.querySelector('main input[type=search]')";
    page.wait_for("a field to search in", is_there).await?;
    press(&page, "KeyK", "k", 2).await?;
    page.wait_for(
        "the field to search in",
        "document.activeElement.type === 'search'",
    )
    .await?;
    // What is typed stays in the field; no letter is a command.
    press(&page, "Digit1", "1", 0).await?;
    page.find("heading", "Đơn vị").await?;
    press(&page, "Digit1", "1", 1).await?;
    page.find("heading", "Hôm nay").await?;
    let focus = "document.querySelectorAll('main .duty > .body')[0].focus(); return null";
    let () = page.js(focus).await?;
    press(&page, "ArrowDown", "ArrowDown", 0).await?;
    let is_second = "document.activeElement === document.querySelectorAll('main .duty > .body')[1]";
    page.wait_for("the second duty", is_second).await?;
    press(&page, "ArrowUp", "ArrowUp", 0).await?;
    let listed = "document.querySelector('dialog.keys')";
    press(&page, "Slash", "?", 8).await?;
    page.find("heading", "Phím tắt trên máy tính").await?;
    page.see_row(&["Alt + 4", "Gửi – nhận"]).await?;
    page.see_row(&["?", "Mở bảng phím tắt này"]).await?;
    page.screenshot("keys").await?;
    page.accessible().await?;
    // Nothing behind the list is reached.
    press(&page, "Digit2", "2", 1).await?;
    page.press_key(Key::Escape).await?;
    page.wait_for("the list to be closed", &format!("!{listed}"))
        .await?;
    page.wait_for(
        "the focus to be where it was",
        "document.activeElement.closest('.duty')",
    )
    .await?;
    page.find("heading", "Hôm nay").await?;
    // In a field it is a sign like others.
    press(&page, "Digit3", "3", 1).await?;
    page.find("heading", "Đơn vị").await?;
    press(&page, "KeyK", "k", 2).await?;
    page.wait_for(
        "the field to search in",
        "document.activeElement.type === 'search'",
    )
    .await?;
    press(&page, "Slash", "?", 8).await?;
    press(&page, "F1", "F1", 0).await?;
    page.find("heading", "Trợ giúp").await?;
    assert!(
        !page
            .js::<bool>(&format!("return {listed} !== null"))
            .await?
    );
    page.click_role("button", "Xem bảng phím tắt").await?;
    page.click_role("button", "Đóng").await?;
    page.wait_for("the list to be closed", &format!("!{listed}"))
        .await?;
    page.no_errors().await
}

/// Notes what the page asks of the browser for the icon.
const BADGE: &str = "window.badges = [];
    navigator.setAppBadge = (count) => { badges.push(count); return Promise.resolve(); };
    navigator.clearAppBadge = () => { badges.push(0); return Promise.resolve(); };";

#[tokio::test]
async fn the_icon_bears_the_number_of_what_is_overdue() -> Result {
    let server = Server::start()?;
    let browser = Browser::phone().at(MORNING).before_load(BADGE);
    let page = browser.open(&server.url()).await?;
    choose(&page, "Ban vì sự tiến bộ phụ nữ huyện").await?;
    page.wait_for("the number", "badges.at(-1) === 1").await?;
    page.click_role("checkbox", "Đánh dấu đã hoàn thành: III.2")
        .await?;
    page.wait_for("no number", "badges.at(-1) === 0").await?;
    page.no_errors().await
}

/// The browser's own offer may come at any time, and would take the place of the one made here.
const NO_OWN_OFFER: &str = "addEventListener('beforeinstallprompt', (offer) => {
    if (offer.isTrusted) { offer.preventDefault(); offer.stopImmediatePropagation(); }
});";

#[tokio::test]
async fn installing_is_offered_to_who_has_begun_and_once() -> Result {
    let server = Server::start()?;
    let browser = Browser::phone().at(MORNING).before_load(NO_OWN_OFFER);
    let page = browser.open(&server.url()).await?;
    page.see("Thứ Hai, 23/11/2026").await?;
    let offer = "const offer = new Event('beforeinstallprompt', { cancelable: true });
        offer.prompt = () => { window.asked = (window.asked ?? 0) + 1; };
        return !dispatchEvent(offer);";
    assert!(page.js::<bool>(offer).await?, "the browser is left to ask");
    choose(&page, UNIT).await?;
    page.see_no_more("Cài vào máy").await?;
    page.click_role("checkbox", TICK).await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    page.see_no_more("Cài vào máy").await?;
    turn_to(&page, "Gửi – nhận").await?;
    page.click_role("button", "Cài vào máy").await?;
    page.wait_for("the browser's question", "window.asked === 1")
        .await?;
    page.see_no_more("Cài vào máy").await?;
    page.no_errors().await
}
