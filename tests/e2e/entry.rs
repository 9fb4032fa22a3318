//! What a unit writes about a duty, and the ways out of the duty's sheet.

use thirtyfour::Key;

use crate::harness::{Browser, Page, Result, Server};
use crate::steps::{MORNING, UNIT, choose, open_duty, see_list, visit_as_unit};

/// Fields of one text each.
const TEXTS: [(&str, &str); 4] = [
    ("Cán bộ phụ trách", "Người thử 1"),
    ("Ghi chú", "Đã họp."),
    ("Khó khăn, vướng mắc", "Chưa có kinh phí."),
    ("Đề xuất, kiến nghị", "Đề nghị hướng dẫn thêm."),
];

#[tokio::test]
async fn every_status_can_be_chosen_and_stays() -> Result {
    let server = Server::start()?;
    let page = open_sheet(&server).await?;
    for (status, facts) in [
        ("Đang thực hiện", "còn 38 ngày"),
        ("Tạm dừng", "còn 38 ngày"),
        ("Không áp dụng", "không áp dụng"),
        ("Đã hoàn thành", "xong ngày 23/11/2026"),
        ("Chưa thực hiện", "còn 38 ngày"),
    ] {
        page.click_role("radio", status).await?;
        page.see(facts).await?;
        page.reload().await?;
        page.see_checked("radio", status, true).await?;
        page.see(facts).await?;
    }
    page.no_errors().await
}

#[tokio::test]
async fn why_a_duty_does_not_apply_is_kept() -> Result {
    let server = Server::start()?;
    let page = open_sheet(&server).await?;
    page.click_role("radio", "Không áp dụng").await?;
    page.enter("Lý do không áp dụng", "Không có đối tượng.")
        .await?;
    page.reload().await?;
    page.see_checked("radio", "Không áp dụng", true).await?;
    page.see_value("Lý do không áp dụng", "Không có đối tượng.")
        .await
}

#[tokio::test]
async fn a_duty_can_be_done_on_another_day() -> Result {
    let server = Server::start()?;
    let page = open_sheet(&server).await?;
    page.click_role("radio", "Đã hoàn thành").await?;
    page.see_value("Ngày hoàn thành", "2026-11-23").await?;
    page.choose_day("Ngày hoàn thành", "2026-10-05").await?;
    page.see("xong ngày 05/10/2026").await?;
    page.reload().await?;
    page.see_value("Ngày hoàn thành", "2026-10-05").await?;
    page.click_role("button", "Đóng").await?;
    page.see_row(&["III.7", "Xong đúng hạn", "xong ngày 05/10/2026"])
        .await
}

#[tokio::test]
async fn a_day_to_come_is_not_taken_for_one_on_which_a_duty_was_done() -> Result {
    let server = Server::start()?;
    let page = open_sheet(&server).await?;
    page.click_role("radio", "Đã hoàn thành").await?;
    page.see_value("Ngày hoàn thành", "2026-11-23").await?;
    page.choose_day("Ngày hoàn thành", "2026-11-24").await?;
    page.see("Chỉ nhận ngày từ 01/01/1900 đến 23/11/2026.")
        .await?;
    page.accessible().await?;
    page.choose_day("Ngày hoàn thành", "2026-11-20").await?;
    page.see_no_more("Chỉ nhận ngày từ").await?;
    page.see("xong ngày 20/11/2026").await
}

#[tokio::test]
async fn a_slip_to_another_status_costs_neither_the_day_nor_the_reason() -> Result {
    let server = Server::start()?;
    let page = open_sheet(&server).await?;
    page.click_role("radio", "Đã hoàn thành").await?;
    page.choose_day("Ngày hoàn thành", "2026-10-05").await?;
    page.click_role("radio", "Không áp dụng").await?;
    page.enter("Lý do không áp dụng", "Không có đối tượng.")
        .await?;
    page.click_role("radio", "Tạm dừng").await?;
    page.click_role("radio", "Không áp dụng").await?;
    page.see_value("Lý do không áp dụng", "Không có đối tượng.")
        .await?;
    page.click_role("radio", "Đã hoàn thành").await?;
    page.see_value("Ngày hoàn thành", "2026-10-05").await
}

#[tokio::test]
async fn what_is_written_about_a_duty_survives() -> Result {
    let server = Server::start()?;
    let page = open_sheet(&server).await?;
    for (label, text) in TEXTS {
        page.enter(label, text).await?;
    }
    page.reload().await?;
    for (label, text) in TEXTS {
        page.see_value(label, text).await?;
    }
    page.click_role("button", "Đóng").await?;
    page.see_row(&["III.7", "Người thử 1"]).await?;
    page.no_errors().await
}

#[tokio::test]
async fn closing_while_typing_loses_no_letter() -> Result {
    let server = Server::start()?;
    let page = open_sheet(&server).await?;
    page.fill("Ghi chú", "Gõ rồi đóng ngay.").await?;
    page.press_key(Key::Escape).await?;
    see_list(&page).await?;
    open_duty(&page, "III.7").await?;
    page.see_value("Ghi chú", "Gõ rồi đóng ngay.").await?;
    page.fill("Ghi chú", "Gõ rồi quay lại ngay.").await?;
    page.back().await?;
    see_list(&page).await?;
    open_duty(&page, "III.7").await?;
    page.see_value("Ghi chú", "Gõ rồi quay lại ngay.").await
}

#[tokio::test]
async fn leaving_the_page_while_typing_loses_no_letter() -> Result {
    let server = Server::start()?;
    let page = open_sheet(&server).await?;
    page.fill("Ghi chú", "Gõ rồi tải lại ngay.").await?;
    page.reload().await?;
    page.see_value("Ghi chú", "Gõ rồi tải lại ngay.").await
}

#[tokio::test]
async fn a_document_that_was_typed_and_not_added_is_added_when_the_sheet_is_left() -> Result {
    let server = Server::start()?;
    let page = open_sheet(&server).await?;
    page.fill("Số, ký hiệu", "12-BC/BDV").await?;
    page.fill("Việc cần làm", "Họp chi bộ").await?;
    // As when a phone took the room of the page for another app.
    page.reload().await?;
    page.see_value("Số, ký hiệu", "12-BC/BDV").await?;
    page.see_value("Việc cần làm", "Họp chi bộ").await?;
    page.click_role("button", "Đóng").await?;
    page.see("Đã thêm: “Họp chi bộ”").await?;
    open_duty(&page, "III.7").await?;
    page.see_row(&["12-BC/BDV"]).await?;
    page.see_row(&["Họp chi bộ"]).await?;
    page.see_value("Số, ký hiệu", "").await?;
    page.no_errors().await
}

#[tokio::test]
async fn documents_are_listed_and_can_be_removed() -> Result {
    let server = Server::start()?;
    let page = open_sheet(&server).await?;
    page.click_role("button", "Thêm văn bản").await?;
    page.see("Hãy ghi số hoặc tên văn bản.").await?;
    page.fill("Số, ký hiệu", "12-BC/BDV").await?;
    page.choose_day("Ngày", "2026-11-20").await?;
    page.fill("Tên, trích yếu", "Báo cáo năm").await?;
    page.click_role("button", "Thêm văn bản").await?;
    let document = "12-BC/BDV, ngày 20/11/2026, Báo cáo năm";
    page.see_row(&[document]).await?;
    page.see_value("Số, ký hiệu", "").await?;
    page.reload().await?;
    page.see_row(&[document]).await?;
    page.click_role("button", &format!("Xóa: {document}"))
        .await?;
    page.see_no_row(&[document]).await?;
    page.click_role("button", "Hoàn tác").await?;
    page.see_row(&[document]).await?;
    page.click_role("button", "Đóng").await?;
    page.see_row(&["III.7", "12-BC/BDV"]).await
}

#[tokio::test]
async fn small_steps_are_added_turned_and_removed() -> Result {
    let server = Server::start()?;
    let page = open_sheet(&server).await?;
    for step in ["Soạn dự thảo", "Trình ký"] {
        page.fill("Việc cần làm", step).await?;
        page.press_key(Key::Enter).await?;
        page.see_row(&[step]).await?;
    }
    page.click_role("checkbox", "Soạn dự thảo").await?;
    page.reload().await?;
    page.see_checked("checkbox", "Soạn dự thảo", true).await?;
    page.see_checked("checkbox", "Trình ký", false).await?;
    page.click_role("button", "Xóa: Trình ký").await?;
    page.see_no_row(&["Trình ký"]).await?;
    page.click_role("button", "Hoàn tác").await?;
    page.see_row(&["Trình ký"]).await?;
    page.reload().await?;
    page.see_checked("checkbox", "Trình ký", false).await?;
    page.click_role("button", "Đóng").await?;
    page.see_row(&["III.7", "việc nhỏ 1/2"]).await
}

#[tokio::test]
async fn an_earlier_year_is_filled_in_on_its_own() -> Result {
    let server = Server::start()?;
    let page = open_sheet(&server).await?;
    page.enter("Ghi chú", "Của năm nay.").await?;
    page.click_role("button", "năm 2025").await?;
    page.see("quá hạn 327 ngày").await?;
    page.see_value("Ghi chú", "").await?;
    page.click_role("radio", "Đã hoàn thành").await?;
    page.choose_day("Ngày hoàn thành", "2025-12-20").await?;
    page.enter("Ghi chú", "Của năm ngoái.").await?;
    page.click_role("button", "năm 2026").await?;
    page.see_value("Ghi chú", "Của năm nay.").await?;
    page.see_checked("radio", "Chưa thực hiện", true).await?;
    page.reload().await?;
    page.click_role("button", "năm 2025").await?;
    page.see_value("Ghi chú", "Của năm ngoái.").await?;
    page.see_value("Ngày hoàn thành", "2025-12-20").await
}

#[tokio::test]
async fn the_sheet_closes_by_button_key_and_back() -> Result {
    let server = Server::start()?;
    let page = open_sheet(&server).await?;
    page.click_role("button", "Đóng").await?;
    see_list(&page).await?;
    open_duty(&page, "III.7").await?;
    page.press_key(Key::Escape).await?;
    see_list(&page).await?;
    open_duty(&page, "III.7").await?;
    page.back().await?;
    see_list(&page).await?;
    page.find("heading", "Việc của đơn vị").await?;
    page.no_errors().await
}

#[tokio::test]
async fn a_sheet_opened_by_its_address_closes_too() -> Result {
    let server = Server::start()?;
    let page = open_sheet(&server).await?;
    // A page loaded anew has nothing within the app to go back to.
    page.reload().await?;
    page.find("heading", "III.7").await?;
    page.click_role("button", "Đóng").await?;
    see_list(&page).await?;
    page.find("heading", "Việc của đơn vị").await?;
    Ok(())
}

#[tokio::test]
async fn beside_the_list_a_duty_follows_the_tick() -> Result {
    let server = Server::start()?;
    let page = Browser::desktop().at(MORNING).open(&server.url()).await?;
    choose(&page, UNIT).await?;
    open_duty(&page, "III.7").await?;
    page.see_checked("radio", "Chưa thực hiện", true).await?;
    page.click_role("checkbox", crate::steps::TICK).await?;
    page.see_checked("radio", "Đã hoàn thành", true).await?;
    page.see_value("Ngày hoàn thành", "2026-11-23").await?;
    page.click_role("button", "Đóng").await?;
    see_list(&page).await?;
    page.no_errors().await
}

#[tokio::test]
async fn the_duty_of_another_unit_can_only_be_looked_at() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    page.click_role("link", "Đổi đơn vị").await?;
    page.click_role("link", "UBND huyện").await?;
    page.see("Đang xem của đơn vị khác").await?;
    open_duty(&page, "III.3").await?;
    page.see("nên không sửa được ở đây").await?;
    page.see("lồng ghép vấn đề bình đẳng giới").await?;
    let open: usize = page
        .js("return document.querySelectorAll('dialog :is(input, textarea):enabled').length")
        .await?;
    assert_eq!(open, 0, "{open} fields can be written in");
    Ok(())
}

async fn open_sheet(server: &Server) -> Result<Page> {
    let page = visit_as_unit(server).await?;
    open_duty(&page, "III.7").await?;
    Ok(page)
}
