//! Tổng hợp: the numbers and the matrix follow what units report.

use crate::harness::{Page, Result, Server};
use crate::steps::{TICK, UNIT, choose, first_visit};

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
    page.see_row(&[UNIT, "ghi lần cuối hôm nay", "1/1"]).await?;
    page.click_role("button", "Quá hạn").await?;
    page.see_no_row(&[UNIT]).await?;
    page.see_row(&["Ban vì sự tiến bộ phụ nữ huyện", "0/1"])
        .await?;
    page.click_role("button", "Chưa báo cáo").await?;
    page.see("0/6 đơn vị đã có báo cáo").await?;
    page.click_role("button", "Tất cả").await?;
    page.fill("Tìm đơn vị", "dan van").await?;
    page.see_no_row(&["Ban vì sự tiến bộ phụ nữ huyện"]).await?;
    page.see_row(&[UNIT]).await?;
    page.no_errors().await
}
