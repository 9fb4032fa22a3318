//! Reading the plan: the document itself, its outline, the search, and how far its duties are.

use crate::harness::{Page, Result, Server};
use crate::steps::{TICK, first_visit, turn_to_plan, visit_as_unit};

const SEARCH: &str = "Tìm trong kế hoạch";

#[tokio::test]
async fn the_plan_can_be_read_whole() -> Result {
    let server = Server::start()?;
    let page = open_plan(&server).await?;
    for text in [
        "96-KH/HU",
        "Thực hiện Chỉ thị số 21-CT/TW ngày 20/01/2018 của Ban Bí thư về tiếp tục đẩy mạnh công tác phụ nữ trong tình hình mới",
        "ngày ban hành: không rõ",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "vướng mắc và những vấn đề đặt ra trong công tác phụ nữ",
        "Thời gian: Trước ngày 12/6/2018.",
        "định kỳ hàng năm báo cáo Ban Thường vụ Huyện ủy.",
        "Đăng website HU",
    ] {
        page.see(text).await?;
    }
    page.no_errors().await
}

#[tokio::test]
async fn duties_are_marked_where_they_stand_in_the_plan() -> Result {
    let server = Server::start()?;
    let page = open_plan(&server).await?;
    page.see("quá hạn 3.087 ngày Các chi bộ, đảng bộ trực thuộc")
        .await?;
    page.see("năm 2026: còn 38 ngày Ban Dân vận Huyện ủy").await
}

#[tokio::test]
async fn from_the_plan_to_my_duty_and_back() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    page.click_role("checkbox", TICK).await?;
    turn_to_plan(&page).await?;
    page.see("năm 2026: xong ngày 23/11/2026").await?;
    page.click_role("link", "Chủ trì – Việc của đơn vị: III.7")
        .await?;
    page.see_checked("radio", "Đã hoàn thành", true).await?;
    page.click_role("button", "Đóng").await?;
    crate::steps::see_list(&page).await?;
    page.see("năm 2026: xong ngày 23/11/2026").await
}

#[tokio::test]
async fn the_outline_leads_to_a_part() -> Result {
    let server = Server::start()?;
    let page = open_plan(&server).await?;
    page.click_role("button", "Mục lục").await?;
    page.click_role("button", "III. TỔ CHỨC THỰC HIỆN").await?;
    page.wait_for(
        "the part to be at the top",
        "(() => { const at = document.activeElement.getBoundingClientRect().top; return at >= 0 && at < innerHeight / 2; })()",
    )
    .await?;
    assert_eq!(page.focused().await?, "III. TỔ CHỨC THỰC HIỆN");
    let open: bool = page
        .js("return document.querySelector('details.outline').open")
        .await?;
    assert!(!open, "the outline stayed over the text");
    Ok(())
}

#[tokio::test]
async fn a_duty_that_is_nobodys_leads_to_its_place() -> Result {
    let server = Server::start()?;
    let page = first_visit(&server).await?;
    page.click_role("link", "Căn cứ kế hoạch này, tổ chức quán triệt")
        .await?;
    let place = "[...document.querySelectorAll('.task')].some(task => {
        const at = task.getBoundingClientRect().top;
        return task.innerText.startsWith('1. Các chi bộ') && at >= 0 && at < innerHeight / 2;
    })";
    page.wait_for("the duty's place", place).await?;
    page.reload().await?;
    page.wait_for("the same place", place).await?;
    page.no_errors().await
}

#[tokio::test]
async fn the_search_needs_no_tones_and_goes_from_hit_to_hit() -> Result {
    let server = Server::start()?;
    let page = open_plan(&server).await?;
    page.fill(SEARCH, "can bo nu").await?;
    page.see("1/4").await?;
    assert_eq!(marked(&page).await?, vec!["cán bộ nữ"; 9]);
    see_hit(&page, "II.2").await?;
    page.click_role("button", "Chỗ sau").await?;
    page.see("2/4").await?;
    page.click_role("button", "Chỗ trước").await?;
    page.click_role("button", "Chỗ trước").await?;
    page.see("4/4").await?;
    page.fill(SEARCH, "không có trong văn bản này").await?;
    page.see("Không thấy").await?;
    assert_eq!(marked(&page).await?, [""; 0]);
    page.no_errors().await
}

async fn open_plan(server: &Server) -> Result<Page> {
    let page = first_visit(server).await?;
    turn_to_plan(&page).await?;
    page.find("heading", "96-KH/HU").await?;
    Ok(page)
}

async fn marked(page: &Page) -> Result<Vec<String>> {
    page.js("return [...document.querySelectorAll('mark')].map((mark) => mark.innerText)")
        .await
}

async fn see_hit(page: &Page, what: &str) -> Result {
    page.wait_for(
        &format!("the hit in {what} to be in view"),
        "(() => { const box = document.querySelector('mark').getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; })()",
    )
    .await
}
