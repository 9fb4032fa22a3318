//! The overview for a chat: its figures as a text, and as a picture that is made on the device.

use crate::harness::{Browser, Page, Result, Server};
use crate::office::Office;

/// Remembers what is copied.
const CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', {
    value: { writeText: async text => { window.copied = text; } } });";

/// Takes pictures, as browsers on phones do, and remembers them.
const TAKES_PICTURES: &str = "
    navigator.canShare = data => data.files.every(file => file.type === 'image/png');
    navigator.share = async data => {
        const [file] = data.files;
        window.handedOver = [file.name, Object.keys(data).join(), String(file.size > 20000)];
    };";

/// The width and height that a PNG tells in its head.
fn size(bytes: &[u8]) -> (u32, u32) {
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"), "no PNG");
    let number = |at: usize| {
        let four = bytes[at..at + 4].try_into().expect("four bytes");
        u32::from_be_bytes(four)
    };
    (number(16), number(20))
}

fn keep(name: &str, bytes: &[u8]) -> Result {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots");
    std::fs::create_dir_all(&folder)?;
    Ok(std::fs::write(folder.join(name), bytes)?)
}

#[tokio::test]
async fn the_figures_are_copied_and_the_picture_is_saved() -> Result {
    let server = Server::start()?;
    let office = Office::of(20, 10).at_work();
    // The picture is of the light theme at night, too.
    let browser = Browser::desktop().dark().before_load(CLIPBOARD);
    let page = office.open(&server, browser).await?;
    office.turn_to_overview(&page).await?;
    page.click_role("button", "Chép số liệu").await?;
    page.see("Đã chép số liệu.").await?;
    let copied: String = page.js("return window.copied").await?;
    assert!(
        copied.starts_with(
            "Tổng hợp tiến độ thực hiện Kế hoạch 96-KH/HU\nSố liệu đến ngày 23/11/2026"
        ),
        "{copied}"
    );
    page.accessible().await?;
    let picture = saved(&page).await?;
    keep("picture-office.png", &picture)?;
    page.screenshot("overview-hand-out").await?;
    page.no_errors().await
}

#[tokio::test]
async fn a_small_office_gets_a_picture_with_a_bar_for_each_unit() -> Result {
    let server = Server::start()?;
    let office = Office::of(5, 4).at_work();
    let page = office.open(&server, Browser::sized(320, 568)).await?;
    office.turn_to_overview(&page).await?;
    keep("picture-few.png", &saved(&page).await?)?;
    page.screenshot("overview-hand-out").await?;
    page.no_sideways_scrolling().await?;
    page.no_errors().await
}

#[tokio::test]
async fn a_phone_hands_the_picture_over() -> Result {
    let server = Server::start()?;
    let office = Office::of(5, 4).at_work();
    let browser = Browser::phone().before_load(TAKES_PICTURES);
    let page = office.open(&server, browser).await?;
    office.turn_to_overview(&page).await?;
    page.screenshot("overview-hand-out").await?;
    page.click_role("button", "Chia sẻ ảnh").await?;
    page.see("Đã chuyển ảnh cho ứng dụng bạn chọn.").await?;
    let handed: Vec<String> = page.js("return window.handedOver").await?;
    assert_eq!(
        handed,
        ["tong-hop-96-kh-hu-2026-11-23.png", "files", "true"]
    );
    page.no_errors().await
}

async fn saved(page: &Page) -> Result<Vec<u8>> {
    page.click_role("button", "Lưu ảnh").await?;
    page.see("Đã lưu ảnh về máy.").await?;
    let file = page.download().await?;
    assert_eq!(file.name, "tong-hop-96-kh-hu-2026-11-23.png");
    let (width, height) = size(&file.bytes);
    assert_eq!(width, 1080);
    assert!((1000..4000).contains(&height), "{height}");
    Ok(file.bytes)
}
