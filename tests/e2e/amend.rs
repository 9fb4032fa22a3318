//! A second text of a plan: the duties side by side, and the progress stays.

use crate::draft::{FIRST, keep, read};
use crate::harness::{Page, Result, Server};
use crate::steps::{choose, first_visit, turn_to};

const AMENDED: &str = include_str!("../data/drafts/amended.txt");
const UNIT: &str = "Hội Phụ nữ xã";

/// A visit on which the first text was kept and the unit has reported on II.2.
async fn reported(server: &Server) -> Result<Page> {
    let page = first_visit(server).await?;
    read(&page, FIRST).await?;
    keep(&page).await?;
    choose(&page, UNIT).await?;
    page.click_role("checkbox", "Đánh dấu đã hoàn thành: II.2")
        .await?;
    page.see_row(&["12-KH/HPN · II.2", "Đã xong"]).await?;
    Ok(page)
}

#[tokio::test]
async fn what_was_reported_follows_its_duty_into_the_amended_plan() -> Result {
    let server = Server::start()?;
    let page = reported(&server).await?;
    read(&page, AMENDED).await?;
    page.see("Bản sửa đổi của 12-KH/HPN").await?;
    page.see("So với bản đang có").await?;
    for kind in [
        "Nhiệm vụ mới",
        "Nhiệm vụ thay đổi",
        "Nhiệm vụ không còn",
        "Nhiệm vụ giữ nguyên",
    ] {
        page.see(kind).await?;
    }
    page.see("Khác: câu chữ").await?;
    keep(&page).await?;
    turn_to(&page, "Kế hoạch").await?;
    page.see_row(&["12-KH/HPN", "bản sửa lần 1"]).await?;
    turn_to(&page, "Đơn vị").await?;
    page.see_row(&["12-KH/HPN · II.4", "Đã xong"]).await?;
    page.see_row(&["12-KH/HPN · II.3", "Không có hạn"]).await?;
    page.reload().await?;
    page.see_row(&["12-KH/HPN · II.4", "Đã xong"]).await?;
    page.no_errors().await
}

#[tokio::test]
async fn duties_are_matched_and_separated_by_tap() -> Result {
    let server = Server::start()?;
    let page = reported(&server).await?;
    read(&page, AMENDED).await?;
    let count = |kind: &str| {
        format!(
            "Number([...document.querySelectorAll('.compared summary')].find((one) => one.innerText.includes('{kind}'))?.querySelector('.count').innerText ?? 0)"
        )
    };
    page.wait_for("one new duty", &format!("{} === 1", count("Nhiệm vụ mới")))
        .await?;
    page.click_role("button", "Là một nhiệm vụ cũ…").await?;
    page.click_role("button", "II.3, đoạn 2: Vận động").await?;
    page.see("Đã nối với nhiệm vụ cũ").await?;
    page.wait_for("no new duty", &format!("{} === 0", count("Nhiệm vụ mới")))
        .await?;
    page.click_role("button", "Hoàn tác").await?;
    page.wait_for(
        "the new duty again",
        &format!("{} === 1", count("Nhiệm vụ mới")),
    )
    .await?;
    page.click_role("button", "Không phải cùng một nhiệm vụ")
        .await?;
    page.wait_for(
        "two new duties",
        &format!("{} === 2", count("Nhiệm vụ mới")),
    )
    .await?;
    page.no_errors().await
}
