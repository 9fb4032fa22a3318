//! A unit sends its result as a file; another device opens it, looks, and takes it in.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::harness::{Browser, Download, Page, Result, Server, TemporaryFolder};
use crate::letter::Letter;
use crate::steps::{MORNING, TICK, UNIT, first_visit, open_duty, see_list, turn_to, visit_as_unit};

pub(crate) const CHOOSE: &str = "Chọn tệp để mở";
pub(crate) const ACCEPT: &str = "Nhận kết quả này";

#[tokio::test]
async fn a_unit_saves_its_result_as_a_file() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    turn_to(&page, "Gửi – nhận").await?;
    page.see("Chưa ghi kết quả nào, nên chưa có gì để gửi.")
        .await?;
    tick(&page).await?;
    turn_to(&page, "Gửi – nhận").await?;
    page.see("Chưa gửi lần nào.").await?;
    let file = download(&page).await?;
    assert_eq!(
        file.name,
        "tien-do-96-kh-hu-ban-dan-van-huyen-uy-2026-11-23.json"
    );
    let json: Value = serde_json::from_slice(&file.bytes)?;
    assert_eq!(json["format"], "so-tien-do");
    assert_eq!(json["kind"], "progress");
    assert_eq!(json["body"]["parcels"][0]["sender"]["name"], UNIT);
    page.see("Lập tệp gửi lần cuối lúc 08:00 ngày 23/11/2026. Mọi thay đổi đã có trong tệp đó.")
        .await?;
    tick(&page).await?;
    turn_to(&page, "Gửi – nhận").await?;
    page.see("Có thay đổi chưa gửi.").await?;
    page.no_errors().await
}

#[tokio::test]
async fn the_coordinator_looks_first_and_then_takes_the_result_in() -> Result {
    let server = Server::start()?;
    let (folder, result) = ticked_result(&server).await?;
    let page = coordinator(&server).await?;
    page.give_file(CHOOSE, &result).await?;
    page.find("heading", "Xem trước").await?;
    let preview = [
        UNIT,
        "96-KH/HU",
        "Mới, chưa từng nhận",
        "1 thay đổi",
        "III.7, năm 2026 · Trạng thái: Đã hoàn thành ngày 23/11/2026",
    ];
    page.see_row(&preview).await?;
    assert_eq!(page.focused().await?, "Xem trước");
    see_unit(&page, &["III.7", "Trong hạn"]).await?;
    turn_to(&page, "Gửi – nhận").await?;
    page.give_file(CHOOSE, &result).await?;
    page.click_role("button", ACCEPT).await?;
    page.see("Đã nhận 1 kết quả.").await?;
    page.see_no_more("Xem trước").await?;
    see_unit(&page, &["III.7", "Xong đúng hạn", "xong ngày 23/11/2026"]).await?;
    page.see("Đang xem của đơn vị khác, nên không sửa được ở đây.")
        .await?;
    let boxes: usize = page
        .js("return document.querySelectorAll('[role=checkbox]').length")
        .await?;
    assert_eq!(boxes, 0, "another unit's duties can be ticked");
    page.reload().await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    drop(folder);
    page.no_errors().await
}

#[tokio::test]
async fn the_same_file_again_brings_nothing_new() -> Result {
    let server = Server::start()?;
    let (_folder, result) = ticked_result(&server).await?;
    let page = coordinator(&server).await?;
    page.give_file(CHOOSE, &result).await?;
    page.click_role("button", ACCEPT).await?;
    page.see_no_more("Xem trước").await?;
    page.give_file(CHOOSE, &result).await?;
    page.see("Giống bản trên máy, không có gì mới").await?;
    page.see("Không có gì mới để nhận.").await?;
    page.click_role("button", "Bỏ qua").await?;
    page.see_no_more("Xem trước").await
}

#[tokio::test]
async fn a_unit_of_a_group_arrives_with_its_place() -> Result {
    let server = Server::start()?;
    let folder = TemporaryFolder::new()?;
    let page = first_visit(&server).await?;
    turn_to(&page, "Đơn vị").await?;
    page.click_role("button", "Các chi bộ, đảng bộ trực thuộc")
        .await?;
    let field = "Thêm đơn vị vào khối (mỗi dòng một tên)";
    page.fill(field, "Đơn vị thử 1").await?;
    page.click_beside(field, "Thêm").await?;
    page.click_role("button", "Tôi là đơn vị này – Đơn vị thử 1")
        .await?;
    page.click_role("checkbox", "Đánh dấu đã hoàn thành: III.1")
        .await?;
    turn_to(&page, "Gửi – nhận").await?;
    let result = keep(&folder, "one.json", &download(&page).await?.bytes)?;
    let page = coordinator(&server).await?;
    page.give_file(CHOOSE, &result).await?;
    page.see("Đơn vị chưa có trong danh sách, sẽ được thêm vào")
        .await?;
    page.click_role("button", ACCEPT).await?;
    page.see("Đã nhận 1 kết quả.").await?;
    turn_to(&page, "Đơn vị").await?;
    page.see("Các chi bộ, đảng bộ trực thuộc 1 đơn vị").await?;
    page.click_role("button", "Các chi bộ, đảng bộ trực thuộc")
        .await?;
    page.see_row(&["Đơn vị thử 1", "Xong 1/1 nhiệm vụ"]).await
}

#[tokio::test]
async fn two_contents_of_one_field_are_shown_and_settled_by_a_tap() -> Result {
    let server = Server::start()?;
    let folder = TemporaryFolder::new()?;
    let page = note(&server, "Bản thứ nhất").await?;
    let first = keep(&folder, "first.json", &download(&page).await?.bytes)?;
    drop(page);
    let page = note(&server, "Bản thứ hai").await?;
    page.give_file(CHOOSE, &first).await?;
    page.see("Cả hai bên cùng có thay đổi, sẽ gộp lại").await?;
    page.see("hai nơi ghi khác nhau, giữ cả hai để chọn")
        .await?;
    page.click_role("button", ACCEPT).await?;
    page.see("Đã nhận 1 kết quả.").await?;
    turn_to(&page, "Đơn vị").await?;
    page.see_row(&["III.7", "Có hai nội dung khác nhau"])
        .await?;
    open_duty(&page, "III.7").await?;
    let question = "Hai nơi ghi khác nhau. Chọn nội dung đúng:";
    page.see(question).await?;
    page.see_row(&["“Bản thứ nhất”", "ghi lúc 08:00 ngày 23/11/2026"])
        .await?;
    page.see_row(&["“Bản thứ hai”", "Giữ nội dung này"]).await?;
    page.click_beside("“Bản thứ nhất”", "Giữ nội dung này")
        .await?;
    page.see_no_more(question).await?;
    page.see_value("Ghi chú", "Bản thứ nhất").await?;
    page.click_role("button", "Đóng").await?;
    see_list(&page).await?;
    page.see_no_more("Có hai nội dung khác nhau").await?;
    page.reload().await?;
    page.see_row(&["III.7"]).await?;
    page.see_no_more("Có hai nội dung khác nhau").await?;
    page.no_errors().await
}

#[tokio::test]
async fn each_bad_file_is_refused_in_its_own_words() -> Result {
    let server = Server::start()?;
    let (folder, result) = ticked_result(&server).await?;
    let letter = Letter::read(&result)?;
    let page = coordinator(&server).await?;
    for (name, text, sentence) in [
        (
            "damaged.json",
            letter.damaged(),
            "Tệp bị hỏng, bị cắt mất một phần hoặc đã bị sửa sau khi xuất ra.",
        ),
        (
            "cut.json",
            letter.cut(),
            "Tệp bị hỏng, bị cắt mất một phần hoặc đã bị sửa sau khi xuất ra.",
        ),
        (
            "foreign.json",
            r#"{"name":"x"}"#.to_owned(),
            "Tệp này do chương trình khác làm ra, không phải tệp của Sổ Tiến Độ.",
        ),
        (
            "newer.json",
            letter.of_newer_version(),
            "Tệp được làm bằng phiên bản Sổ Tiến Độ mới hơn.",
        ),
        (
            "other-plan.json",
            letter.of_other_plan(),
            "Tệp này của kế hoạch khác: 97-KH/HU. Trên máy chưa có kế hoạch đó, nên không nhận.",
        ),
        (
            "empty.json",
            String::new(),
            "Tệp trống. Hãy nhờ nơi gửi gửi lại.",
        ),
    ] {
        let file = keep(&folder, name, text.as_bytes())?;
        page.give_file(CHOOSE, &file).await?;
        page.see_row(&[name, sentence]).await?;
        page.see("Không có gì mới để nhận.").await?;
        page.click_role("button", "Bỏ qua").await?;
        page.see_no_more("Xem trước").await?;
    }
    see_unit(&page, &["III.7", "Trong hạn"]).await?;
    page.no_errors().await
}

#[tokio::test]
async fn among_several_files_a_bad_one_does_not_hinder_the_good() -> Result {
    let server = Server::start()?;
    let (folder, good) = ticked_result(&server).await?;
    let bad = keep(
        &folder,
        "bad.json",
        Letter::read(&good)?.damaged().as_bytes(),
    )?;
    let page = coordinator(&server).await?;
    page.give_files(CHOOSE, &[&bad, &good]).await?;
    page.see_row(&["bad.json", "Tệp bị hỏng"]).await?;
    page.see_row(&["good.json", UNIT, "1 thay đổi"]).await?;
    page.click_role("button", "Bỏ qua").await?;
    page.see_no_more("Xem trước").await?;
    see_unit(&page, &["III.7", "Trong hạn"]).await?;
    turn_to(&page, "Gửi – nhận").await?;
    page.give_files(CHOOSE, &[&bad, &good]).await?;
    page.click_role("button", ACCEPT).await?;
    page.see("Đã nhận 1 kết quả.").await?;
    see_unit(&page, &["III.7", "Xong đúng hạn"]).await
}

/// The file of a unit whose one duty is done, in a folder that lasts as long as the test.
pub(crate) async fn ticked_result(server: &Server) -> Result<(TemporaryFolder, PathBuf)> {
    let page = visit_as_unit(server).await?;
    tick(&page).await?;
    turn_to(&page, "Gửi – nhận").await?;
    let folder = TemporaryFolder::new()?;
    let file = keep(&folder, "good.json", &download(&page).await?.bytes)?;
    Ok((folder, file))
}

/// A device that reports nothing itself.
pub(crate) async fn coordinator(server: &Server) -> Result<Page> {
    let page = Browser::desktop().at(MORNING).open(&server.url()).await?;
    turn_to(&page, "Gửi – nhận").await?;
    page.find("heading", "Nhận tệp").await?;
    Ok(page)
}

/// A device of the unit with this note on its duty, where files are sent and opened.
async fn note(server: &Server, text: &str) -> Result<Page> {
    let page = visit_as_unit(server).await?;
    open_duty(&page, "III.7").await?;
    page.enter("Ghi chú", text).await?;
    page.click_role("button", "Đóng").await?;
    see_list(&page).await?;
    turn_to(&page, "Gửi – nhận").await?;
    Ok(page)
}

/// Presses the tick of the unit's duty, wherever the app is.
pub(crate) async fn tick(page: &Page) -> Result {
    turn_to(page, "Đơn vị").await?;
    page.click_role("checkbox", TICK).await
}

pub(crate) async fn download(page: &Page) -> Result<Download> {
    page.click_role("button", "Tải tệp kết quả về máy").await?;
    page.see("Đã tải tệp kết quả về máy.").await?;
    page.download().await
}

/// Looks at the unit's checklist.
pub(crate) async fn see_unit(page: &Page, row: &[&str]) -> Result {
    turn_to(page, "Đơn vị").await?;
    page.click_role("link", UNIT).await?;
    page.see_row(row).await
}

pub(crate) fn keep(folder: &TemporaryFolder, name: &str, bytes: &[u8]) -> Result<PathBuf> {
    let file: &Path = &folder.path().join(name);
    std::fs::write(file, bytes)?;
    Ok(file.to_owned())
}
