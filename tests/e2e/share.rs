//! Handing the result to another app, in a browser that can: the functions are put into the page, since
//! Chromium has none on this system.

use crate::harness::{Browser, Page, Result, Server};
use crate::steps::{MORNING, TICK, UNIT, choose, turn_to};

/// Remembers what is handed over; as Chrome does, refuses files that are not plain text.
const CAN_SHARE: &str = "
    navigator.canShare = data => data.files.every(file => file.type === 'text/plain');
    navigator.share = async data => {
        if (window.turnBack) throw new DOMException('', 'AbortError');
        if (window.refuse) throw new DOMException('', 'NotAllowedError');
        const [file] = data.files;
        window.handedOver = { name: file.name, keys: Object.keys(data).sort(), text: await file.text() };
    };";

const SHARE: &str = "Gửi qua Zalo, e-mail…";

#[tokio::test]
async fn one_tap_hands_over_the_file_alone() -> Result {
    let server = Server::start()?;
    let page = ready_to_send(&server).await?;
    page.click_role("button", SHARE).await?;
    page.see("Đã chuyển tệp kết quả cho ứng dụng bạn chọn.")
        .await?;
    page.see("Mọi thay đổi đã có trong tệp đó.").await?;
    let (name, keys, text): (String, Vec<String>, String) = page
        .js("const { name, keys, text } = window.handedOver; return [name, keys, text]")
        .await?;
    assert_eq!(
        name,
        "tien-do-96-kh-hu-ban-dan-van-huyen-uy-2026-11-23.json.txt"
    );
    assert_eq!(keys, ["files"]);
    assert!(text.contains(r#""format":"so-tien-do""#) && text.contains(UNIT));
    page.accessible().await?;
    page.no_errors().await
}

#[tokio::test]
async fn turning_back_or_a_refusal_is_not_taken_for_sent() -> Result {
    let server = Server::start()?;
    let page = ready_to_send(&server).await?;
    let () = page.js("window.refuse = true; return null").await?;
    page.click_role("button", SHARE).await?;
    page.see("Chưa chia sẻ được. Hãy tải tệp về máy rồi gửi.")
        .await?;
    page.see("Chưa gửi lần nào.").await?;
    let () = page.js("window.turnBack = true; return null").await?;
    page.click_role("button", SHARE).await?;
    page.see("Chưa gửi lần nào.").await?;
    page.no_errors().await
}

async fn ready_to_send(server: &Server) -> Result<Page> {
    let browser = Browser::phone().at(MORNING).before_load(CAN_SHARE);
    let page = browser.open(&server.url()).await?;
    choose(&page, UNIT).await?;
    page.click_role("checkbox", TICK).await?;
    page.see("Xong đúng hạn").await?;
    turn_to(&page, "Gửi – nhận").await?;
    Ok(page)
}
