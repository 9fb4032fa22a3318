//! The further ways by which a file goes out: copied, in a mail, as a file that a double click opens.

use serde_json::{Value, json};

use crate::exchange::tick;
use crate::harness::{Browser, Page, Result, Server};
use crate::steps::{MORNING, UNIT, choose, open_duty, see_list, turn_to};

const ALL_SENT: &str = "Mọi thay đổi đã có trong tệp đó.";
const COPY: &str = "Chép nội dung";
const MAIL: &str = "Soạn e-mail";
const NAME: &str = "tien-do-96-kh-hu-ban-dan-van-huyen-uy-2026-11-23";

/// Remembers what is copied, also by pages that may not use the clipboard.
const CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { value: { async writeText(text) {
        if (window.refuse) throw new DOMException('', 'NotAllowedError');
        window.copied = text; } } });
    document.addEventListener('copy', () => { window.copiedByHand = document.activeElement.value; });";

/// Remembers the mail that is asked for; no mail program opens.
const MAIL_PROGRAM: &str = "document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href^=\"mailto:\"]');
    if (link) { event.preventDefault(); window.mailed = link.href; } }, true);";

#[tokio::test]
async fn the_content_is_copied() -> Result {
    let server = Server::start()?;
    let page = ready_to_send(Browser::phone(), &server).await?;
    page.screenshot("ways-closed").await?;
    page.see_no_more(COPY).await?;
    page.click_role("button", "Cách khác").await?;
    page.click_role("button", COPY).await?;
    page.see("Đã chép nội dung tệp.").await?;
    page.see(ALL_SENT).await?;
    look(&page, "ways-open").await?;
    is_result(&page.js::<String>("return window.copied").await?)?;
    page.no_errors().await
}

#[tokio::test]
async fn a_page_without_permission_copies_what_is_selected() -> Result {
    let server = Server::start()?;
    let page = ready_to_send(Browser::desktop(), &server).await?;
    let () = page.js("window.refuse = true; return null").await?;
    page.click_role("button", COPY).await?;
    page.see("Đã chép nội dung tệp.").await?;
    page.see(ALL_SENT).await?;
    is_result(&page.js::<String>("return window.copiedByHand").await?)?;
    let areas: usize = page
        .js("return document.querySelectorAll('body > textarea').length")
        .await?;
    assert_eq!(areas, 0, "the page keeps what was copied");
    page.no_errors().await
}

#[tokio::test]
async fn a_short_file_goes_into_the_mail_itself() -> Result {
    let server = Server::start()?;
    let page = ready_to_send(Browser::desktop(), &server).await?;
    page.click_role("button", MAIL).await?;
    page.see("Đã soạn thư có sẵn nội dung tệp.").await?;
    page.see(ALL_SENT).await?;
    look(&page, "ways-wide").await?;
    let (length, subject, body) = mailed(&page).await?;
    assert!(length < 1_900, "{length}");
    assert_eq!(subject, format!("Kết quả thực hiện 96-KH/HU – {UNIT}"));
    let (words, file) = body.split_once("\r\n\r\n").unwrap_or_default();
    assert_eq!(words, "Mở bằng Sổ Tiến Độ, mục Gửi – nhận.");
    is_result(file)?;
    page.no_errors().await
}

#[tokio::test]
async fn a_long_file_is_saved_to_be_attached() -> Result {
    let server = Server::start()?;
    let page = ready_to_send(Browser::desktop(), &server).await?;
    turn_to(&page, "Đơn vị").await?;
    open_duty(&page, "III.7").await?;
    page.enter("Ghi chú", &"Đã báo cáo. ".repeat(40)).await?;
    page.click_role("button", "Đóng").await?;
    see_list(&page).await?;
    turn_to(&page, "Gửi – nhận").await?;
    page.click_role("button", MAIL).await?;
    page.see("Đã soạn thư và tải tệp về máy.").await?;
    page.see(ALL_SENT).await?;
    let (length, _, body) = mailed(&page).await?;
    assert!(length < 1_900, "{length}");
    assert!(
        body.ends_with(&format!("Đính kèm tệp: {NAME}.json")),
        "{body}"
    );
    let file = page.download().await?;
    assert_eq!(file.name, format!("{NAME}.json"));
    page.no_errors().await
}

#[tokio::test]
async fn a_file_for_office_computers_is_saved() -> Result {
    let server = Server::start()?;
    let page = ready_to_send(Browser::desktop(), &server).await?;
    page.click_role("button", "Tải dạng .sotiendo").await?;
    page.see("Đã tải tệp .sotiendo về máy.").await?;
    page.see(ALL_SENT).await?;
    let file = page.download().await?;
    assert_eq!(file.name, format!("{NAME}.sotiendo"));
    is_result(&String::from_utf8_lossy(&file.bytes))?;
    page.bring("drop", &[(&file.name, &file.bytes)], "").await?;
    page.see_row(&[".sotiendo", "Giống bản trên máy"]).await?;
    page.no_errors().await
}

#[tokio::test]
async fn a_plan_goes_the_same_ways() -> Result {
    let server = Server::start()?;
    let browser = Browser::desktop().at(MORNING).before_load(CLIPBOARD);
    let page = browser
        .before_load(MAIL_PROGRAM)
        .open(&server.url())
        .await?;
    crate::steps::turn_to_plan(&page).await?;
    page.click_role("button", "Gửi đi, lưu trữ, xóa").await?;
    page.click_role("button", COPY).await?;
    page.see("Đã chép nội dung tệp.").await?;
    let copied: Value = serde_json::from_str(&page.js::<String>("return window.copied").await?)?;
    assert_eq!(copied["kind"], "plan-file");
    page.click_role("button", MAIL).await?;
    page.see("Đã soạn thư và tải tệp về máy.").await?;
    assert_eq!(mailed(&page).await?.1, "Kế hoạch 96-KH/HU");
    page.download().await?;
    page.no_errors().await
}

async fn ready_to_send(browser: Browser, server: &Server) -> Result<Page> {
    let browser = browser.at(MORNING).before_load(CLIPBOARD);
    let page = browser
        .before_load(MAIL_PROGRAM)
        .open(&server.url())
        .await?;
    choose(&page, UNIT).await?;
    tick(&page).await?;
    page.see("Xong đúng hạn").await?;
    turn_to(&page, "Gửi – nhận").await?;
    page.see("Chưa gửi lần nào.").await?;
    Ok(page)
}

async fn look(page: &Page, name: &str) -> Result {
    page.screenshot(name).await?;
    page.no_sideways_scrolling().await?;
    page.accessible().await
}

/// The length of the address that was asked for, its subject and its body.
async fn mailed(page: &Page) -> Result<(usize, String, String)> {
    page.js(
        "const address = new URL(window.mailed), part = (name) => address.searchParams.get(name);
        return [window.mailed.length, part('subject'), part('body')]",
    )
    .await
}

fn is_result(text: &str) -> Result {
    let json: Value = serde_json::from_str(text)?;
    assert_eq!(json["format"], json!("so-tien-do"));
    assert_eq!(json["body"]["parcels"][0]["sender"]["name"], UNIT);
    Ok(())
}
