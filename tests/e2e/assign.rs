//! The roster of a plan: units that change, and the files that tell of it.

use crate::harness::{Browser, Page, Result, Server, TemporaryFolder};
use crate::steps::{MORNING, turn_to};

#[tokio::test]
async fn units_that_merge_hand_their_results_on_and_stay_readable() -> Result {
    let server = Server::start()?;
    let page = office(&server).await?;
    list(&page, "Đơn vị thử 1\nĐơn vị thử 2", 2).await?;
    report(&page, "Đơn vị thử 1").await?;
    assign(&page).await?;
    page.click_role("button", "Sáp nhập, chia tách đơn vị")
        .await?;
    page.click_role("button", "Thay bằng đơn vị mới").await?;
    page.see("Hãy chọn đơn vị cũ và ghi tên đơn vị mới.")
        .await?;
    page.click_role("checkbox", "Đơn vị thử 1").await?;
    page.click_role("checkbox", "Đơn vị thử 2").await?;
    page.fill("Tên đơn vị mới", "Đơn vị thử chung").await?;
    page.accessible().await?;
    page.click_role("button", "Thay bằng đơn vị mới").await?;
    page.see("Thay các đơn vị đã chọn?").await?;
    page.click_role("button", "Thay bằng đơn vị mới").await?;
    page.see_row(&["Đơn vị thử 1", "nay là Đơn vị thử chung"])
        .await?;
    page.see_row(&["Đơn vị thử 2", "nay là Đơn vị thử chung"])
        .await?;
    page.screenshot("assign-merged").await?;

    // The old unit, whose officer works here, is read, and leads to the one that took its place.
    page.click_role("link", "Đơn vị thử 1").await?;
    page.see("Đơn vị thử 1 đã được sáp nhập hoặc chia tách.")
        .await?;
    page.see_row(&["III.1", "Xong quá hạn"]).await?;
    page.click_role("link", "Đơn vị thử chung").await?;
    page.see_row(&["III.1", "Xong quá hạn"]).await?;
    page.click_role("button", "Tôi là đơn vị này").await?;
    page.see("Đổi đơn vị").await?;
    turn_to(&page, "Hôm nay").await?;
    page.see("Đơn vị thử chung").await?;
    page.no_errors().await
}

#[tokio::test]
async fn a_further_unit_makes_a_further_revision_and_keeps_what_was_reported() -> Result {
    let server = Server::start()?;
    let folder = TemporaryFolder::new()?;
    let (first, second) = (folder.path().join("1.json"), folder.path().join("2.json"));
    let office = office(&server).await?;
    list(&office, "Đơn vị thử 1", 1).await?;
    std::fs::write(&first, plan_file(&office).await?)?;
    list(&office, "Đơn vị thử 2", 1).await?;
    std::fs::write(&second, plan_file(&office).await?)?;

    let unit = Browser::phone().at(MORNING).open(&server.url()).await?;
    turn_to(&unit, "Gửi – nhận").await?;
    unit.give_file("Chọn tệp để mở", &first).await?;
    unit.click_role("button", "Nhận kế hoạch này").await?;
    unit.see("Bạn là đơn vị nào?").await?;
    report(&unit, "Đơn vị thử 1").await?;
    turn_to(&unit, "Gửi – nhận").await?;
    unit.give_file("Chọn tệp để mở", &second).await?;
    unit.see("Bản mới hơn (lần 2; trên máy là lần 1). Kết quả đã ghi đi theo từng nhiệm vụ.")
        .await?;
    unit.click_role("button", "Nhận kế hoạch này").await?;
    unit.see("Đã nhận 1 kế hoạch.").await?;
    unit.give_file("Chọn tệp để mở", &first).await?;
    unit.see("Bản cũ hơn (lần 1; trên máy là lần 2), nên không nhận")
        .await?;
    turn_to(&unit, "Đơn vị").await?;
    unit.see_row(&["III.1", "Xong quá hạn"]).await?;
    unit.click_role("link", "Đổi đơn vị").await?;
    unit.fill("Tìm đơn vị", "thu 2").await?;
    unit.see_row(&["Đơn vị thử 2"]).await?;
    unit.no_errors().await
}

async fn office(server: &Server) -> Result<Page> {
    let page = Browser::desktop().at(MORNING).open(&server.url()).await?;
    assign(&page).await?;
    Ok(page)
}

async fn assign(page: &Page) -> Result {
    turn_to(page, "Đơn vị").await?;
    if !page
        .js::<bool>("return location.hash === '#/don-vi'")
        .await?
    {
        page.click_role("link", "Đổi đơn vị").await?;
    }
    page.click_role("link", "Giao việc cho đơn vị").await?;
    page.find("heading", "Giao việc").await?;
    Ok(())
}

/// Puts units into the group of all branches.
async fn list(page: &Page, names: &str, count: usize) -> Result {
    page.paste("Dán danh sách đơn vị", names).await?;
    page.pick(
        "Khối của các dòng không ghi khối",
        "Các chi bộ, đảng bộ trực thuộc",
    )
    .await?;
    page.click_role("button", &format!("Đưa {count} đơn vị vào danh sách"))
        .await?;
    page.see(&format!("Đã đưa {count} đơn vị vào danh sách."))
        .await
}

async fn plan_file(page: &Page) -> Result<Vec<u8>> {
    page.click_role("button", "Tải tệp kế hoạch về máy").await?;
    page.see("Đã tải tệp kế hoạch về máy.").await?;
    Ok(page.download().await?.bytes)
}

/// Chooses the unit and ticks its duty.
async fn report(page: &Page, unit: &str) -> Result {
    turn_to(page, "Đơn vị").await?;
    page.fill("Tìm đơn vị", unit).await?;
    page.click_role("button", &format!("Tôi là đơn vị này – {unit}"))
        .await?;
    page.click_role("checkbox", "Đánh dấu đã hoàn thành: III.1")
        .await?;
    page.see_row(&["III.1", "Xong quá hạn"]).await
}
