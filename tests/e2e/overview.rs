//! Tổng hợp: the numbers and the matrix follow what units report.

use crate::harness::{Browser, Page, Result, Server};
use crate::office::Office;
use crate::steps::{TICK, UNIT, choose, first_visit};

/// Remembers what is copied.
const CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', {
    value: { writeText: async text => { window.copied = text; } } });";

async fn turn_to_overview(page: &Page) -> Result {
    page.click_role("link", "Đổi đơn vị").await?;
    page.click_role("link", "Xem tổng hợp").await?;
    page.see("đơn vị đã có báo cáo").await
}

#[tokio::test]
async fn a_tick_is_counted_and_units_are_chosen_by_how_they_stand() -> Result {
    let server = Server::start()?;
    let page = first_visit(&server).await?;
    choose(&page, UNIT).await?;
    page.click_role("checkbox", TICK).await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    turn_to_overview(&page).await?;
    page.see("1/7 đơn vị đã có báo cáo").await?;
    page.see("33,3% = 1 ÷ (1 đã xong + 2 quá hạn)").await?;
    page.see("Thẩm định: 1 chờ thẩm định.").await?;
    page.see_row(&[UNIT, "ghi lần cuối hôm nay", "1/1"]).await?;
    page.click_role("button", "Quá hạn").await?;
    page.see_no_row(&[UNIT]).await?;
    page.see_row(&["Ban vì sự tiến bộ phụ nữ huyện", "0/1"])
        .await?;
    page.click_role("button", "Chờ thẩm định").await?;
    page.see_row(&[UNIT, "1/1"]).await?;
    page.see_no_row(&["Ban vì sự tiến bộ phụ nữ huyện", "0/1"])
        .await?;
    page.click_role("button", "Tất cả").await?;
    page.fill("Tìm đơn vị", "dan van").await?;
    page.see_no_row(&["Ban vì sự tiến bộ phụ nữ huyện", "0/1"])
        .await?;
    page.see_row(&[UNIT]).await?;
    page.no_errors().await
}

#[tokio::test]
async fn a_cell_opens_the_duty_of_the_unit_and_earlier_periods_are_shown() -> Result {
    let server = Server::start()?;
    let page = first_visit(&server).await?;
    choose(&page, UNIT).await?;
    page.click_role("checkbox", TICK).await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    turn_to_overview(&page).await?;
    page.click_role("link", "III.7: Hoàn thành đúng hạn, chờ thẩm định")
        .await?;
    page.find("heading", "III.7").await?;
    page.see("năm 2026").await?;
    page.click_role("button", "Đóng").await?;
    page.see_row(&[UNIT, "1/1"]).await?;
    let () = page
        .js(
            "const select = [...document.querySelectorAll('select')].pop();
            select.value = '1';
            select.dispatchEvent(new Event('change'));
            return null",
        )
        .await?;
    page.see_row(&[UNIT, "0/1"]).await?;
    page.find("link", "III.7: Chưa hoàn thành, quá hạn").await?;
    page.no_errors().await
}

#[tokio::test]
async fn an_office_sees_who_has_reported_and_what_comes_due_on_a_phone() -> Result {
    look_at_an_office(Browser::phone()).await
}

#[tokio::test]
async fn an_office_sees_who_has_reported_and_what_comes_due_on_a_computer() -> Result {
    look_at_an_office(Browser::desktop()).await
}

async fn look_at_an_office(browser: Browser) -> Result {
    let server = Server::start()?;
    let office = Office::of(20, 10).at_work();
    let page = office.open(&server, browser.before_load(CLIPBOARD)).await?;
    office.turn_to_overview(&page).await?;
    page.screenshot("overview-office").await?;
    page.click("Báo cáo đã nhận").await?;
    page.see("Báo cáo yêu cầu gửi chậm nhất ngày 20/11/2026, về vanphong@vd.vn.")
        .await?;
    page.see("27 phải báo cáo = ").await?;
    page.click("Việc sắp đến hạn").await?;
    page.see("đơn vị chưa xong").await?;
    page.screenshot("overview-office-open").await?;
    page.click_role("button", "IV.9").await?;
    page.see("Đơn vị chưa xong IV.9, hạn 10/11/2026").await?;
    page.see("đơn vị được chọn").await?;
    page.screenshot("overview-office-owed").await?;
    page.click_role("button", "Bỏ lọc").await?;
    page.see_no_more("đơn vị được chọn").await?;
    page.pick("Sắp xếp", "Tên, từ Z đến A").await?;
    page.see("Đã xếp: Tên, từ Z đến A").await?;
    page.wait_for(
        "the order to be told on the heading",
        "document.querySelector('.matrix [aria-sort=descending]')",
    )
    .await?;
    page.click("Nhắc việc").await?;
    page.click_role("button", "Chép lời nhắc – Chi bộ thôn 4")
        .await?;
    page.see("Đã chép lời nhắc.").await?;
    let copied: String = page.js("return window.copied").await?;
    assert!(
        copied.starts_with("Kính gửi Chi bộ thôn 4:\nTheo Kế hoạch 96-KH/HU"),
        "{copied}"
    );
    assert_eq!(
        page.js::<String>("return document.querySelector('.copied textarea').value")
            .await?,
        copied
    );
    page.click_role("button", "Chép lời nhắc chung").await?;
    page.wait_for("the list", "window.copied.includes('1. ')")
        .await?;
    page.screenshot("overview-office-remind").await?;
    page.accessible().await?;
    page.no_sideways_scrolling().await?;
    page.no_errors().await
}

/// Sorts the lines by name and back, by the heading alone.
async fn sort_by_heading(page: &Page) -> Result {
    const NAMES: &str = "[...document.querySelectorAll('.matrix tbody tr:not(.block) a[href^=\"#/don-vi\"]')].map((it) => it.textContent)";
    page.click_role("button", "Đơn vị").await?;
    let is_rising = "document.querySelector('.matrix [aria-sort=ascending]')";
    page.wait_for("the lines from A", is_rising).await?;
    let rising: Vec<String> = page.js(&format!("return {NAMES}")).await?;
    let numbers = rising
        .iter()
        .filter_map(|name| name.strip_prefix("Chi bộ thôn "));
    let numbers: Vec<u32> = numbers.filter_map(|it| it.parse().ok()).collect();
    assert!(numbers.len() > 1 && numbers.is_sorted(), "{rising:?}");
    page.click_role("button", "Đơn vị").await?;
    let first = rising.last().map(String::as_str).unwrap_or_default();
    page.wait_for("the lines from Z", &format!("{NAMES}[0] === '{first}'"))
        .await
}

#[tokio::test]
async fn many_units_are_shown_by_group_and_paper_shows_all() -> Result {
    let server = Server::start()?;
    let office = Office::of(200, 30).at_work();
    let page = office.open(&server, Browser::desktop()).await?;
    office.turn_to_overview(&page).await?;
    let lines = "return document.querySelectorAll('.matrix tbody tr:not(.block)').length";
    assert_eq!(page.js::<usize>(lines).await?, 0);
    page.screenshot("overview-many").await?;
    page.click_role("button", "Cấp ủy").await?;
    page.see_row(&["Chi bộ thôn 6"]).await?;
    sort_by_heading(&page).await?;
    page.no_sideways_scrolling().await?;
    page.accessible().await?;
    // Each of the three tables beside each other has all lines, whatever is closed on the screen.
    let all: usize = page
        .js("window.dispatchEvent(new Event('beforeprint'));
            return Promise.resolve().then(() => document.querySelectorAll('.grid tbody tr:not(.part)').length)")
        .await?;
    assert_eq!(all, 3 * 247);
    assert_eq!(page.js::<usize>(lines).await?, 40);
    page.no_errors().await
}
