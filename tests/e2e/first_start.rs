//! The first minutes: what the plan asks for, and what of it is mine.

use crate::harness::{Result, Server};
use crate::steps::{UNIT, choose, first_visit, turn_to};

#[tokio::test]
async fn the_first_screen_tells_what_the_plan_asks_for() -> Result {
    let server = Server::start()?;
    let page = first_visit(&server).await?;
    page.find("heading", "Hôm nay").await?;
    let late = [
        "96-KH/HU · III.1",
        "Quá hạn",
        "3.087",
        "Trước ngày 12/6/2018",
    ];
    page.see_row(&late).await?;
    page.see_row(&["96-KH/HU · III.7", "năm 2026", "còn 38 ngày"])
        .await?;
    page.see("Chọn đơn vị của bạn để thấy việc của mình")
        .await?;
    assert_eq!(
        page.js::<String>("return document.title").await?,
        "Hôm nay – Sổ Tiến Độ"
    );
    page.no_errors().await
}

#[tokio::test]
async fn a_unit_that_is_chosen_gets_its_own_checklist() -> Result {
    let server = Server::start()?;
    let page = first_visit(&server).await?;
    page.click_role("link", "Chọn đơn vị của tôi").await?;
    page.click_role("button", &format!("Tôi là đơn vị này – {UNIT}"))
        .await?;
    page.find("heading", "Việc của đơn vị").await?;
    page.find("heading", "Chủ trì").await?;
    let duty = ["III.7", "Trong hạn", "còn 38 ngày", "năm 2026"];
    page.see_row(&duty).await?;
    page.see("Xong 0/1 nhiệm vụ").await?;
    turn_to(&page, "Hôm nay").await?;
    page.see(&format!("Thứ Hai, 23/11/2026 · {UNIT}")).await?;
    page.see_row(&["III.7", "năm 2026", "còn 38 ngày"]).await?;
    page.see_no_row(&["III.1"]).await?;
    page.no_errors().await
}

#[tokio::test]
async fn the_chosen_unit_is_remembered_and_can_be_changed() -> Result {
    let server = Server::start()?;
    let page = first_visit(&server).await?;
    choose(&page, UNIT).await?;
    page.reload().await?;
    page.see("Đổi đơn vị").await?;
    page.click_role("link", "Đổi đơn vị").await?;
    page.see(&format!("Tôi là: {UNIT}")).await?;
    page.click_role("button", "Tôi là đơn vị này – UBND huyện")
        .await?;
    page.see_row(&["III.3", "Chủ trì"]).await
}
