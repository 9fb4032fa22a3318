//! What the browser keeps, and what people are told where it does not.

use crate::harness::{Browser, Page, Result, Server, TemporaryFolder};
use crate::steps::{MORNING, TICK, UNIT, choose, open_duty, see_list, turn_to, visit_as_unit};

const RECORD: &str =
    "Object.keys(localStorage).find((key) => /^so-tien-do.[ab].record./.test(key))";
const FULL: &str = "Bộ nhớ dành cho trang đã đầy";
const CLEARED: &str = "Dữ liệu của trang này trong trình duyệt vừa bị xóa";
const DAMAGED: &str = "Một phần dữ liệu trên máy bị hỏng, không đọc được.";

/// Takes all the room that is left, to the last letter.
const FILL: &str = "let text = 'x'.repeat(1 << 22), kept = '';
    while (text) {
        try { localStorage.setItem('somebody else', kept + text); kept += text; }
        catch { text = text.slice(text.length / 2 + 0.5); }
    }
    return null";

/// Makes a stored text one of a newer version, whole in its slot.
const MADE_NEWER: &str = r#"
    const [head, text] = localStorage[key].split('\n');
    const newer = text.replace('"version":1', '"version":2');
    const bytes = new TextEncoder().encode(newer);
    let sum = 0xcbf29ce484222325n;
    for (const byte of bytes) sum = BigInt.asUintN(64, (sum ^ BigInt(byte)) * 0x100000001b3n);
    const front = [head.split(' ')[0], bytes.length, sum.toString(16).padStart(16, '0')].join(' ');
    return (localStorage[key] = front + '\n' + newer);"#;

/// Ticks, and waits until that is kept.
async fn tick(page: &Page) -> Result {
    page.click_role("checkbox", TICK).await?;
    page.wait_for("the tick to be kept", RECORD).await
}

#[tokio::test]
async fn where_nothing_is_kept_the_app_says_so_and_offers_a_file() -> Result {
    let server = Server::start()?;
    let browser = Browser::phone().at(MORNING).without_storage();
    let page = browser.open(&server.url()).await?;
    page.see("Trình duyệt không cho lưu trên máy này").await?;
    page.see("Những gì ghi bây giờ sẽ mất khi đóng trang.")
        .await?;
    page.click_role("button", "Lưu ra tệp ngay").await?;
    let file = page.download().await?;
    assert_eq!(file.name, "sao-luu-so-tien-do-2026-11-23.json");
    choose(&page, UNIT).await?;
    page.click_role("checkbox", TICK).await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    page.see("Trình duyệt không cho lưu trên máy này").await?;
    page.click_role("button", "Lưu ra tệp ngay").await?;
    let file = page.download().await?;
    assert_eq!(
        file.name,
        "sao-luu-so-tien-do-ban-dan-van-huyen-uy-2026-11-23.json"
    );
    page.no_errors().await
}

#[tokio::test]
async fn a_full_store_is_told_and_what_was_ticked_is_saved_later() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    let () = page.js(FILL).await?;
    page.click_role("checkbox", TICK).await?;
    page.see(FULL).await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    assert!(!has_record(&page).await?, "there was room after all");
    turn_to(&page, "Hôm nay").await?;
    page.see(FULL).await?;
    page.see_row(&["III.7", "xong ngày 23/11/2026"]).await?;
    page.js::<()>("localStorage.removeItem('somebody else'); return null")
        .await?;
    turn_to(&page, "Đơn vị").await?;
    open_duty(&page, "III.7").await?;
    page.enter("Ghi chú", "Đã có chỗ.").await?;
    page.click_role("button", "Đóng").await?;
    see_list(&page).await?;
    page.see_no_more(FULL).await?;
    page.reload().await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    open_duty(&page, "III.7").await?;
    page.see_value("Ghi chú", "Đã có chỗ.").await
}

#[tokio::test]
async fn a_full_store_leaves_what_was_kept_before() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    tick(&page).await?;
    let () = page.js(FILL).await?;
    open_duty(&page, "III.7").await?;
    page.enter("Ghi chú", &"Chữ ".repeat(50)).await?;
    // Told where the writing goes on: what lies behind an open sheet is neither seen nor reached.
    page.find("button", "Lưu ra tệp ngay").await?;
    page.fill("Khó khăn, vướng mắc", "Đang viết dở.").await?;
    page.click_role("button", "Lưu ra tệp ngay").await?;
    let file = page.download().await?;
    assert!(
        file.name.starts_with("sao-luu-so-tien-do-"),
        "{}",
        file.name
    );
    let text = String::from_utf8(file.bytes)?;
    for held in [
        "Chữ Chữ Chữ",
        "Đang viết dở.",
        "96-KH/HU",
        "\"kind\":\"backup\"",
    ] {
        assert!(text.contains(held), "{held} is not in the file");
    }
    page.click_role("button", "Đóng").await?;
    page.see(FULL).await?;
    page.reload().await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await
}

#[tokio::test]
async fn what_could_not_be_taken_back_is_not_taken_in() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    page.click_role("checkbox", TICK).await?;
    turn_to(&page, "Gửi – nhận").await?;
    page.click_role("button", "Tải tệp kết quả về máy").await?;
    let folder = TemporaryFolder::new()?;
    let file = folder.path().join("ket-qua.json");
    std::fs::write(&file, page.download().await?.bytes)?;
    let office = Browser::desktop().at(MORNING).open(&server.url()).await?;
    turn_to(&office, "Gửi – nhận").await?;
    let () = office.js(FILL).await?;
    office.give_file("Chọn tệp để mở", &file).await?;
    office.click_role("button", "Nhận kết quả này").await?;
    office.see("Chưa nhận gì, vì máy không lưu được").await?;
    assert!(!has_record(&office).await?, "something was taken in");
    let () = office
        .js("localStorage.removeItem('somebody else'); return null")
        .await?;
    office.click_role("button", "Nhận kết quả này").await?;
    office.see("Đã nhận 1 kết quả.").await?;
    assert!(has_record(&office).await?);
    office.no_errors().await
}

#[tokio::test]
async fn a_damaged_record_is_told_and_kept_aside() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    tick(&page).await?;
    let damaged: String = page
        .js(&format!(
            "const key = {RECORD}; localStorage[key] = localStorage[key].replace('2026-11-23', '2026-11-22'); return localStorage[key]"
        ))
        .await?;
    page.reload().await?;
    page.see(DAMAGED).await?;
    page.see_row(&["III.7", "Trong hạn"]).await?;
    // Writing goes on beside it, and overwrites nothing.
    page.click_role("checkbox", TICK).await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    assert_eq!(set_aside(&page).await?, std::slice::from_ref(&damaged));
    turn_to(&page, "Cài đặt").await?;
    page.find("heading", "Dữ liệu không đọc được, đã cất riêng")
        .await?;
    page.click_role("button", "Lưu ra tệp").await?;
    assert_eq!(page.download().await?.bytes, damaged.as_bytes());
    page.reload().await?;
    page.see("Dữ liệu không đọc được, đã cất riêng").await?;
    assert_eq!(set_aside(&page).await?, [damaged]);
    turn_to(&page, "Đơn vị").await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    page.see_no_more(DAMAGED).await
}

#[tokio::test]
async fn what_a_newer_version_wrote_is_left_alone() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    tick(&page).await?;
    let newer: String = page
        .js(&format!("const key = {RECORD}; {MADE_NEWER}"))
        .await?;
    page.reload().await?;
    page.see("Một phần dữ liệu do phiên bản mới hơn ghi.")
        .await?;
    // It is shown as far as it is understood, and nothing changes it.
    page.see_checked("checkbox", TICK, true).await?;
    page.click_role("checkbox", TICK).await?;
    page.see("nên không ghi đè lên").await?;
    page.see_checked("checkbox", TICK, true).await?;
    let kept: String = page.js(&format!("return localStorage[{RECORD}]")).await?;
    assert_eq!(kept, newer);
    Ok(())
}

#[tokio::test]
async fn a_tick_in_one_tab_shows_in_the_other() -> Result {
    let server = Server::start()?;
    let browser = Browser::phone().at(MORNING);
    let page = visit_as_unit(&server).await?;
    let first = page.browser.window().await?;
    let address = page.browser.current_url().await?.to_string();
    browser.open_tab(&page, &address).await?;
    page.see_checked("checkbox", TICK, false).await?;
    page.click_role("checkbox", TICK).await?;
    page.see_checked("checkbox", TICK, true).await?;
    let second = page.browser.window().await?;
    page.browser.switch_to_window(first).await?;
    page.see_checked("checkbox", TICK, true).await?;
    // What is written here builds on what was written there.
    open_duty(&page, "III.7").await?;
    page.enter("Ghi chú", "Từ thẻ thứ nhất.").await?;
    page.browser.switch_to_window(second).await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    open_duty(&page, "III.7").await?;
    page.see_value("Ghi chú", "Từ thẻ thứ nhất.").await?;
    page.see_no_more("Hai nơi ghi khác nhau").await
}

#[tokio::test]
async fn what_was_cleared_from_the_same_page_is_written_again() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    page.click_role("checkbox", TICK).await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    let () = page.js("localStorage.clear(); return null").await?;
    open_duty(&page, "III.7").await?;
    page.enter("Ghi chú", "Sau khi bị xóa.").await?;
    page.click_role("button", "Đóng").await?;
    see_list(&page).await?;
    page.see(CLEARED).await?;
    page.screenshot("storage-cleared").await?;
    page.accessible().await?;
    page.click_role("button", "Đã hiểu").await?;
    page.see_no_more(CLEARED).await?;
    page.reload().await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    open_duty(&page, "III.7").await?;
    page.see_value("Ghi chú", "Sau khi bị xóa.").await
}

#[tokio::test]
async fn what_another_tab_cleared_is_written_again() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    page.click_role("checkbox", TICK).await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    let first = page.browser.window().await?;
    // A page of the same site that is not the app.
    let address = format!("{}manifest.webmanifest", server.url());
    page.browser.new_tab().await?;
    let windows = page.browser.windows().await?;
    let second = windows.into_iter().find(|known| *known != first);
    page.browser
        .switch_to_window(second.expect("a second tab"))
        .await?;
    page.browser.goto(&address).await?;
    let () = page.js("localStorage.clear(); return null").await?;
    page.browser.switch_to_window(first).await?;
    page.see(CLEARED).await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    page.reload().await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    page.see("Đổi đơn vị").await
}

async fn has_record(page: &Page) -> Result<bool> {
    page.js(&format!("return Boolean({RECORD})")).await
}

/// The damaged texts that are kept.
async fn set_aside(page: &Page) -> Result<Vec<String>> {
    page.js("return Object.keys(localStorage).filter((key) => key.startsWith('so-tien-do/damaged/')).map((key) => localStorage[key])")
        .await
}
