//! Every screen and main state, as they look: nothing too wide, nothing that assistive technology cannot use,
//! nothing that the console complains of, and nothing fetched from elsewhere.

use crate::draft::{FIRST, close, keep, open, read, turn_to_adding};
use crate::harness::{Browser, Page, Result, Server, TemporaryFolder};
use crate::steps::{MORNING, TICK, UNIT, choose, open_duty, see_list, turn_to, turn_to_plan};

#[tokio::test]
async fn every_screen_fits_a_phone() -> Result {
    look_at_every_screen(Browser::phone()).await
}

#[tokio::test]
async fn every_screen_fits_an_office_computer_at_night() -> Result {
    look_at_every_screen(Browser::desktop().dark()).await
}

#[tokio::test]
async fn every_screen_fits_the_smallest_phone() -> Result {
    look_at_every_screen(Browser::sized(320, 568)).await
}

/// All that is looked at, in one visit; what is wrong is gathered, so that one run tells all.
async fn look_at_every_screen(browser: Browser) -> Result {
    let server = Server::start()?;
    let page = browser.at(MORNING).open(&server.url()).await?;
    let mut faults = Vec::new();
    page.see("Thứ Hai, 23/11/2026").await?;
    look(&page, "today-without-unit", &mut faults).await?;
    visit_plan(&page, &mut faults).await?;
    visit_units(&page, &mut faults).await?;
    choose(&page, UNIT).await?;
    page.click_role("checkbox", TICK).await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    look(&page, "unit", &mut faults).await?;
    visit_duty(&page, &mut faults).await?;
    turn_to(&page, "Hôm nay").await?;
    page.see(UNIT).await?;
    look(&page, "today", &mut faults).await?;
    visit_exchange(&page, &mut faults).await?;
    visit_draft(&page, &mut faults).await?;
    visit_amended(&page, &mut faults).await?;
    turn_to(&page, "Cài đặt").await?;
    page.see("Dữ liệu trên máy này").await?;
    look(&page, "settings", &mut faults).await?;
    page.no_errors().await?;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

async fn visit_plan(page: &Page, faults: &mut Vec<String>) -> Result {
    turn_to(page, "Kế hoạch").await?;
    page.see("16 nhiệm vụ").await?;
    look(page, "plans", faults).await?;
    turn_to_plan(page).await?;
    look(page, "plan", faults).await?;
    page.click_role("button", "Mục lục").await?;
    page.find("button", "III. TỔ CHỨC THỰC HIỆN").await?;
    page.fill("Tìm trong kế hoạch", "can bo nu").await?;
    page.see("1/4").await?;
    look(page, "plan-search", faults).await
}

async fn visit_draft(page: &Page, faults: &mut Vec<String>) -> Result {
    turn_to_adding(page).await?;
    look(page, "add", faults).await?;
    read(page, FIRST).await?;
    page.see("Văn phòng Đảng ủy").await?;
    look(page, "draft", faults).await?;
    let () = page
        .js("document.querySelector('.document.draft .section').scrollIntoView(); return null")
        .await?;
    look(page, "draft-text", faults).await?;
    open(page, "II.2").await?;
    page.click_role("button", "Sửa phạm vi").await?;
    look(page, "draft-duty", faults).await?;
    let () = page
        .js("document.querySelector('.scope').scrollIntoView(); return null")
        .await?;
    look(page, "draft-scope", faults).await?;
    close(page).await?;
    keep(page).await?;
    turn_to(page, "Kế hoạch").await?;
    page.see("2 kế hoạch").await?;
    look(page, "plans-two", faults).await
}

async fn visit_amended(page: &Page, faults: &mut Vec<String>) -> Result {
    read(page, include_str!("../data/drafts/amended.txt")).await?;
    page.see("So với bản đang có").await?;
    look(page, "amended", faults).await?;
    let () = page
        .js("document.querySelector('.compared').scrollIntoView(); return null")
        .await?;
    look(page, "amended-pairs", faults).await?;
    turn_to(page, "Kế hoạch").await?;
    page.see("Bản nháp chưa lưu").await?;
    look(page, "plans-draft", faults).await
}

async fn visit_units(page: &Page, faults: &mut Vec<String>) -> Result {
    turn_to(page, "Đơn vị").await?;
    page.find("heading", "Khối gồm nhiều đơn vị").await?;
    page.click_role("button", "Các chi bộ, đảng bộ trực thuộc")
        .await?;
    let field = "Thêm đơn vị vào khối (mỗi dòng một tên)";
    page.fill(field, "Đơn vị thử 1").await?;
    page.click_beside(field, "Thêm").await?;
    page.see_row(&["Đơn vị thử 1"]).await?;
    page.click_beside("Đơn vị thử 1", "Đổi tên").await?;
    page.find("field", "Tên mới – Đơn vị thử 1").await?;
    page.click_beside("Đơn vị thử 1", "Đưa ra khỏi khối")
        .await?;
    page.see("Đưa “Đơn vị thử 1” ra khỏi khối?").await?;
    look(page, "units", faults).await?;
    page.click_role("link", "Xem tổng hợp").await?;
    page.see("0/8 đơn vị đã có báo cáo").await?;
    look(page, "overview", faults).await?;
    turn_to(page, "Đơn vị").await?;
    page.find("heading", "Khối gồm nhiều đơn vị").await?;
    Ok(())
}

async fn visit_duty(page: &Page, faults: &mut Vec<String>) -> Result {
    open_duty(page, "III.7").await?;
    page.fill("Số, ký hiệu", "12-BC/BDV").await?;
    page.fill("Tên, trích yếu", "Báo cáo năm").await?;
    page.click_role("button", "Thêm văn bản").await?;
    page.see_row(&["12-BC/BDV, Báo cáo năm"]).await?;
    page.fill("Việc cần làm", "Soạn dự thảo").await?;
    page.click_role("button", "Thêm việc nhỏ").await?;
    page.see_row(&["Soạn dự thảo"]).await?;
    look(page, "duty", faults).await?;
    page.click_role("button", "Đóng").await?;
    see_list(page).await
}

async fn visit_exchange(page: &Page, faults: &mut Vec<String>) -> Result {
    turn_to(page, "Gửi – nhận").await?;
    page.click_role("button", "Tải tệp kết quả về máy").await?;
    let folder = TemporaryFolder::new()?;
    let file = folder.path().join("result.json");
    std::fs::write(&file, page.download().await?.bytes)?;
    let bad = folder.path().join("bad.json");
    std::fs::write(&bad, "{}")?;
    let () = page
        .js("document.querySelector('.more').open = true; return null")
        .await?;
    page.give_files("Chọn tệp để mở", &[&file, &bad]).await?;
    page.find("heading", "Xem trước").await?;
    look(page, "exchange", faults).await
}

async fn look(page: &Page, name: &str, faults: &mut Vec<String>) -> Result {
    page.screenshot(name).await?;
    for outcome in [page.no_sideways_scrolling().await, page.accessible().await] {
        if let Err(fault) = outcome {
            faults.push(format!("{name}: {fault:?}"));
        }
    }
    Ok(())
}

/// Everything of the app's own, and nothing else. What breaks this is reported, also by the service worker.
const ONLY_OURS: &str = "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self' blob: data:; report-uri /elsewhere";

#[tokio::test]
async fn nothing_is_fetched_from_elsewhere() -> Result {
    let server = Server::start_watching(ONLY_OURS)?;
    let page = Browser::phone().at(MORNING).open(&server.url()).await?;
    for screen in ["Kế hoạch", "Đơn vị", "Gửi – nhận", "Cài đặt", "Hôm nay"] {
        turn_to(&page, screen).await?;
        page.find("heading", screen).await?;
    }
    choose(&page, UNIT).await?;
    open_duty(&page, "III.7").await?;
    page.wait_for(
        "the app to be kept on the device",
        "navigator.serviceWorker?.controller",
    )
    .await?;
    assert_eq!(
        server.requests_for("/elsewhere"),
        0,
        "something broke the policy"
    );
    // Had there been anything, it would have been noticed as this is.
    let () = page
        .js("return fetch('http://127.0.0.1:9/').then(() => null, () => null)")
        .await?;
    page.until("the report of a request to elsewhere", async || {
        Ok((server.requests_for("/elsewhere") > 0).then_some(()))
    })
    .await
}
