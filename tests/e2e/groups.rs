//! Units that the plan does not name: members of its groups.

use crate::harness::{Page, Result, Server};
use crate::steps::{first_visit, turn_to};

const GROUP: &str = "Các chi bộ, đảng bộ trực thuộc";
const ADD: &str = "Thêm đơn vị vào khối (mỗi dòng một tên)";

#[tokio::test]
async fn a_pasted_list_becomes_units_with_the_groups_duties() -> Result {
    let server = Server::start()?;
    let page = visit_with_members(&server).await?;
    page.click_role("button", "Tôi là đơn vị này – Đơn vị thử 1")
        .await?;
    page.see("Đổi đơn vị").await?;
    page.find("heading", "Chủ trì").await?;
    page.see_row(&["III.1", "Quá hạn", "quá hạn 3.087 ngày"])
        .await?;
    page.click_role("checkbox", "Đánh dấu đã hoàn thành: III.1")
        .await?;
    page.see_row(&["III.1", "Xong quá hạn"]).await?;
    page.reload().await?;
    page.see_row(&["III.1", "Xong quá hạn"]).await?;
    page.no_errors().await
}

#[tokio::test]
async fn a_member_is_renamed_and_keeps_its_results() -> Result {
    let server = Server::start()?;
    let page = visit_with_members(&server).await?;
    page.click_role("button", "Tôi là đơn vị này – Đơn vị thử 2")
        .await?;
    page.click_role("checkbox", "Đánh dấu đã hoàn thành: III.1")
        .await?;
    page.click_role("link", "Đổi đơn vị").await?;
    open_group(&page).await?;
    page.click_beside("Đơn vị thử 2", "Đổi tên").await?;
    page.fill("Tên mới – Đơn vị thử 2", "Đơn vị thử 1").await?;
    page.click_role("button", "Lưu").await?;
    page.see("Đã có đơn vị khác mang tên này.").await?;
    page.fill("Tên mới – Đơn vị thử 2", "Đơn vị thử 3").await?;
    page.click_role("button", "Lưu").await?;
    page.see_row(&["Đơn vị thử 3", "Xong 1/1 nhiệm vụ"]).await?;
    page.see_no_row(&["Đơn vị thử 2"]).await?;
    page.reload().await?;
    page.see("Tôi là: Đơn vị thử 3").await
}

#[tokio::test]
async fn taking_a_member_out_is_asked_first() -> Result {
    let server = Server::start()?;
    let page = visit_with_members(&server).await?;
    let question = "Đưa “Đơn vị thử 2” ra khỏi khối?";
    page.click_beside("Đơn vị thử 2", "Đưa ra khỏi khối")
        .await?;
    page.see(question).await?;
    page.click_role("button", "Thôi").await?;
    page.see_no_more(question).await?;
    page.see_row(&["Đơn vị thử 2"]).await?;
    page.click_beside("Đơn vị thử 2", "Đưa ra khỏi khối")
        .await?;
    page.see(question).await?;
    page.click_beside(question, "Đưa ra khỏi khối").await?;
    page.see_no_more(question).await?;
    page.see(&format!("{GROUP} 1 đơn vị")).await?;
    page.reload().await?;
    page.see(&format!("{GROUP} 1 đơn vị")).await?;
    page.click(GROUP).await?;
    page.click_beside("Đơn vị thử 1", "Đưa ra khỏi khối")
        .await?;
    page.click_beside("Đưa “Đơn vị thử 1” ra khỏi khối?", "Đưa ra khỏi khối")
        .await?;
    page.see("Đã đưa Đơn vị thử 1 ra khỏi khối.").await?;
    page.click_role("button", "Hoàn tác").await?;
    page.see(&format!("{GROUP} 1 đơn vị")).await?;
    page.see_row(&["Đơn vị thử 1"]).await
}

#[tokio::test]
async fn a_name_that_is_known_is_not_added_twice() -> Result {
    let server = Server::start()?;
    let page = visit_with_members(&server).await?;
    page.paste(ADD, "  đơn vị   thử 1 \n\nĐơn vị thử 3").await?;
    page.click_beside(ADD, "Thêm").await?;
    page.see_row(&["Đơn vị thử 3"]).await?;
    page.see(&format!("{GROUP} 3 đơn vị")).await?;
    page.click_beside(ADD, "Thêm").await?;
    page.see("Hãy ghi tên đơn vị.").await
}

async fn visit_with_members(server: &Server) -> Result<Page> {
    let page = first_visit(server).await?;
    turn_to(&page, "Đơn vị").await?;
    page.see(&format!("{GROUP} Chưa có đơn vị nào")).await?;
    open_group(&page).await?;
    page.paste(ADD, "Đơn vị thử 1\nĐơn vị thử 2").await?;
    page.click_beside(ADD, "Thêm").await?;
    page.see_row(&["Đơn vị thử 1"]).await?;
    page.see_row(&["Đơn vị thử 2"]).await?;
    page.see_value(ADD, "").await?;
    Ok(page)
}

async fn open_group(page: &Page) -> Result {
    page.click_role("button", GROUP).await?;
    page.find("field", ADD).await?;
    Ok(())
}
