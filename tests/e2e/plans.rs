//! Plans as a whole: put away and taken back, removed and restored, handed on as files.

use crate::draft::{FIRST, keep, read};
use crate::harness::{Browser, Page, Result, Server, TemporaryFolder};
use crate::steps::{MORNING, first_visit, turn_to, turn_to_plan};

const TOOLS: &str = "Gửi đi, lưu trữ, xóa";

async fn tools(page: &Page) -> Result {
    turn_to_plan(page).await?;
    page.click_role("button", TOOLS).await
}

#[tokio::test]
async fn an_archived_plan_is_out_of_sight_until_it_is_taken_back() -> Result {
    let server = Server::start()?;
    let page = first_visit(&server).await?;
    tools(&page).await?;
    page.click_role("button", "Lưu trữ").await?;
    page.see("Đã đưa vào Lưu trữ: 96-KH/HU").await?;
    page.see("0 kế hoạch đang thực hiện").await?;
    page.click_role("button", "Hoàn tác").await?;
    page.see("1 kế hoạch đang thực hiện").await?;
    tools(&page).await?;
    page.click_role("button", "Lưu trữ").await?;
    page.see("0 kế hoạch đang thực hiện").await?;
    turn_to(&page, "Hôm nay").await?;
    page.see("Không có việc nào quá hạn hay sắp đến hạn.")
        .await?;
    page.reload().await?;
    turn_to(&page, "Kế hoạch").await?;
    page.click_role("button", "Lưu trữ").await?;
    page.click_role("button", "Đưa lại: 96-KH/HU").await?;
    page.see("1 kế hoạch đang thực hiện").await?;
    turn_to(&page, "Hôm nay").await?;
    page.see_row(&["96-KH/HU · III.1"]).await?;
    page.no_errors().await
}

#[tokio::test]
async fn a_deleted_plan_can_be_removed_for_good_and_does_not_come_back_by_itself() -> Result {
    let server = Server::start()?;
    let page = first_visit(&server).await?;
    tools(&page).await?;
    page.click_role("button", "Xóa").await?;
    page.see("Đã xóa: 96-KH/HU").await?;
    page.click_role("button", "Đã xóa").await?;
    page.click_role("button", "Xóa hẳn: 96-KH/HU").await?;
    page.see("Xóa hẳn “96-KH/HU” cùng mọi kết quả đã ghi?")
        .await?;
    page.click_role("button", "Thôi: 96-KH/HU").await?;
    page.click_role("button", "Xóa hẳn: 96-KH/HU").await?;
    page.see("Xóa hẳn “96-KH/HU”").await?;
    page.click_role("button", "Xóa hẳn: 96-KH/HU").await?;
    page.see("Đã xóa hẳn: 96-KH/HU").await?;
    page.click_role("button", "Hoàn tác").await?;
    page.click_role("button", "Đã xóa").await?;
    page.see_row(&["96-KH/HU"]).await?;
    page.click_role("button", "Xóa hẳn: 96-KH/HU").await?;
    page.see("Xóa hẳn “96-KH/HU”").await?;
    page.click_role("button", "Xóa hẳn: 96-KH/HU").await?;
    page.see("Đã xóa hẳn: 96-KH/HU").await?;
    page.reload().await?;
    page.see("Chưa có kế hoạch nào đang thực hiện.").await?;
    page.see_no_row(&["96-KH/HU"]).await?;
    turn_to(&page, "Hôm nay").await?;
    page.see("Không có việc nào quá hạn hay sắp đến hạn.")
        .await?;
    page.no_errors().await
}

#[tokio::test]
async fn a_plan_is_handed_on_as_a_file_and_opened_with_a_preview() -> Result {
    let server = Server::start()?;
    let page = first_visit(&server).await?;
    read(&page, FIRST).await?;
    keep(&page).await?;
    page.click_role("button", TOOLS).await?;
    page.click_role("button", "Tải tệp kế hoạch về máy").await?;
    let file = page.download().await?;
    page.see("Đã tải tệp kế hoạch về máy.").await?;
    assert_eq!(file.name, "ke-hoach-12-kh-hpn.json");
    drop(page);
    let folder = TemporaryFolder::new()?;
    let path = folder.path().join(&file.name);
    std::fs::write(&path, &file.bytes)?;
    let page = Browser::phone().at(MORNING).open(&server.url()).await?;
    turn_to(&page, "Gửi – nhận").await?;
    page.give_file("Chọn tệp để mở", &path).await?;
    page.see("Kế hoạch mới, trên máy chưa có").await?;
    page.click_role("button", "Nhận kế hoạch này").await?;
    page.see("Đã nhận kế hoạch. Bạn là đơn vị nào?").await?;
    turn_to(&page, "Gửi – nhận").await?;
    page.give_file("Chọn tệp để mở", &path).await?;
    page.see("Giống kế hoạch trên máy, không có gì mới").await?;
    turn_to(&page, "Kế hoạch").await?;
    page.see_row(&["12-KH/HPN"]).await?;
    turn_to(&page, "Hôm nay").await?;
    page.see_row(&["12-KH/HPN · II.1"]).await?;
    page.no_errors().await
}
