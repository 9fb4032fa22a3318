//! A plan goes out, results come back, are merged and reviewed, and the answer is read: one
//! coordinator and three units, four browsers, all by files.

use std::path::PathBuf;

use crate::harness::{Browser, Page, Result, Server, TemporaryFolder};
use crate::steps::{MORNING, turn_to};

const CHOOSE: &str = "Chọn tệp để mở";
const GROUP: &str = "Các chi bộ, đảng bộ trực thuộc";
const PLAN: &str = "96-kh-hu-63a43698";
const NOON: &str = "2026-11-24T12:00:00+07:00";
const EVENING: &str = "2026-11-24T17:00:00+07:00";
const NEXT_DAY: &str = "2026-11-25T08:00:00+07:00";

/// The files that go by mail, and the server that all four open the app from.
struct Post {
    server: Server,
    folder: TemporaryFolder,
}

#[tokio::test]
async fn a_plan_goes_out_results_come_back_and_answers_are_read() -> Result {
    let post = Post {
        server: Server::start()?,
        folder: TemporaryFolder::new()?,
    };
    let office = Browser::desktop()
        .at(MORNING)
        .open(&post.server.url())
        .await?;
    let plan = post.assign(&office).await?;

    let first = post.unit(&plan, "Đơn vị thử 1").await?;
    let second = post.unit(&plan, "Đơn vị thử 2").await?;
    let third = post.unit(&plan, "Đơn vị thử 3").await?;
    let twin = post.unit(&plan, "Đơn vị thử 3").await?;
    tick(&first).await?;
    write(&second, "Khó khăn, vướng mắc", "thiếu kinh phí").await?;
    write(&third, "Cán bộ phụ trách", "người thứ nhất").await?;
    write(&twin, "Cán bộ phụ trách", "người thứ hai").await?;
    let mut files = Vec::new();
    for (name, page) in [("1", &first), ("2", &second), ("3", &third), ("3b", &twin)] {
        files.push(post.send(page, &format!("{name}.json")).await?);
    }

    post.collect(&office, &files).await?;
    let to_third = post.settle(&office).await?;
    let to_first = post.send_back(&office).await?;
    let to_second = post.put_off(&office).await?;
    office.no_errors().await?;

    // The units read what was said, and up to where they were heard.
    let first = Browser::phone()
        .at(NOON)
        .open_again(first, &post.server.url())
        .await?;
    receive(&first, &to_first).await?;
    let again = post.report_again(&first).await?;
    receive(&second, &to_second).await?;
    turn_to(&second, "Đơn vị").await?;
    second.see_row(&["III.1", "còn 22 ngày"]).await?;
    for page in [&third, &twin] {
        receive(page, &to_third).await?;
        turn_to(page, "Đơn vị").await?;
        open_mine(page).await?;
        page.see_value("Cán bộ phụ trách", "người thứ hai").await?;
        page.see_no_more("Hai nơi ghi khác nhau").await?;
    }

    // The second report is newer than the first; an import is taken back the day after.
    let office = Browser::desktop()
        .at(EVENING)
        .open_again(office, &post.server.url())
        .await?;
    receive(&office, &again).await?;
    open(&office, &post.server, "don-vi-thu-1").await?;
    office.see("Đơn vị đã trả lời sau ý kiến này.").await?;
    office.see("Hoàn thành quá hạn").await?;
    let office = Browser::desktop()
        .at(NEXT_DAY)
        .open_again(office, &post.server.url())
        .await?;
    post.take_back(&office).await?;
    for page in [&office, &first, &second, &third, &twin] {
        page.no_errors().await?;
    }
    Ok(())
}

impl Post {
    /// What is opened is sorted, and nothing changes before it is accepted.
    async fn collect(&self, office: &Page, files: &[PathBuf]) -> Result {
        turn_to(office, "Gửi – nhận").await?;
        let paths: Vec<_> = files.iter().map(PathBuf::as_path).collect();
        office.give_files(CHOOSE, &paths).await?;
        office
            .see("4 tệp: 3 mới, 1 hai bên cùng có thay đổi")
            .await?;
        office
            .see_row(&["Đơn vị thử 3", "3b.json", "Cả hai bên cùng có thay đổi"])
            .await?;
        office.screenshot("round-trip-preview").await?;
        office.click_role("button", "Nhận 4 kết quả").await?;
        office.see("Đã nhận 4 kết quả.").await?;
        open(office, &self.server, "don-vi-thu-3").await?;
        office.see("Đã nhận 3/10, đúng hạn 3").await
    }

    /// The true conflict stands with both values, and one tap settles it.
    async fn settle(&self, office: &Page) -> Result<PathBuf> {
        office.see("người thứ nhất").await?;
        office.see("người thứ hai").await?;
        office
            .click_beside("người thứ hai", "Giữ nội dung này")
            .await?;
        office.see_no_more("Hai nơi ghi khác nhau").await?;
        self.answer(office, "tra-loi-3.json").await
    }

    /// What is returned is not done.
    async fn send_back(&self, office: &Page) -> Result<PathBuf> {
        open(office, &self.server, "don-vi-thu-1").await?;
        office.click_role("button", "Trả lại").await?;
        office.see("Hãy ghi rõ ý kiến").await?;
        office
            .fill("Ý kiến (đơn vị sẽ đọc được)", "thiếu văn bản kèm theo")
            .await?;
        office.click_role("button", "Trả lại").await?;
        office.see("Trả lại: thiếu văn bản kèm theo").await?;
        office.see("Chưa hoàn thành, quá hạn").await?;
        office.screenshot("round-trip-returned").await?;
        office.accessible().await?;
        self.answer(office, "tra-loi-1.json").await
    }

    /// A unit gets a later day, with the ground.
    async fn put_off(&self, office: &Page) -> Result<PathBuf> {
        open(office, &self.server, "don-vi-thu-2").await?;
        office.see("thiếu kinh phí").await?;
        office.click("Gia hạn").await?;
        office.choose_day("Hạn mới", "2026-12-15").await?;
        office.fill("Lý do gia hạn", "chờ kinh phí").await?;
        office.click_role("button", "Ghi gia hạn").await?;
        office
            .see("Gia hạn lần 1 đến 15/12/2026: chờ kinh phí")
            .await?;
        self.answer(office, "tra-loi-2.json").await
    }

    /// The unit reads why its duty came back, and reports it done once more.
    async fn report_again(&self, first: &Page) -> Result<PathBuf> {
        first.see("Nơi tổng hợp đã nhận đến lần cập nhật 08:00 ngày 23/11/2026. Mọi cập nhật đã được nhận.").await?;
        turn_to(first, "Đơn vị").await?;
        first.see_row(&["III.1", "Trả lại", "Quá hạn"]).await?;
        open_mine(first).await?;
        first.see("Trả lại: thiếu văn bản kèm theo").await?;
        first
            .see("Nhiệm vụ chưa được công nhận hoàn thành.")
            .await?;
        first.screenshot("round-trip-read").await?;
        first.accessible().await?;
        first.click_role("radio", "Đã hoàn thành").await?;
        first.see("Đơn vị đã trả lời sau ý kiến này.").await?;
        first.click_role("button", "Đóng").await?;
        turn_to(first, "Gửi – nhận").await?;
        first.see("1 cập nhật chưa được báo nhận.").await?;
        self.send(first, "1-lan-2.json").await
    }

    /// The latest import is taken back, and what was said before it stands.
    async fn take_back(&self, office: &Page) -> Result {
        turn_to(office, "Gửi – nhận").await?;
        office
            .see("Lần nhận gần nhất: 1 kết quả, lúc 17:00 ngày 24/11/2026.")
            .await?;
        office.click_role("button", "Hoàn tác lần nhận này").await?;
        office.see("Đã hoàn tác lần nhận tệp.").await?;
        office.see_no_more("Lần nhận gần nhất").await?;
        open(office, &self.server, "don-vi-thu-1").await?;
        office.see_no_more("Đơn vị đã trả lời").await?;
        office.see("Trả lại: thiếu văn bản kèm theo").await?;
        office.reload().await?;
        office.see_no_more("Đơn vị đã trả lời").await
    }

    /// The coordinator lists the units, asks for a report, and saves the plan file.
    async fn assign(&self, office: &Page) -> Result<PathBuf> {
        turn_to(office, "Đơn vị").await?;
        office.click_role("link", "Giao việc cho đơn vị").await?;
        let list = "STT\tTên đơn vị\tKhối\tEmail\n1\tĐơn vị thử 1\t\tmot@example.vn\n2\tĐơn vị thử 2\n3\tĐơn vị thử 3";
        office.paste("Dán danh sách đơn vị", list).await?;
        office
            .see_row(&["Đơn vị thử 1", "mot@example.vn", "mới"])
            .await?;
        office
            .pick("Khối của các dòng không ghi khối", GROUP)
            .await?;
        office.screenshot("assign-list").await?;
        office
            .click_role("button", "Đưa 3 đơn vị vào danh sách")
            .await?;
        office.see("Đã đưa 3 đơn vị vào danh sách.").await?;
        office
            .choose_day("Các đơn vị gửi báo cáo chậm nhất ngày", "2026-11-27")
            .await?;
        office.click_role("button", "Hẹn ngày này").await?;
        office.see("Báo cáo chậm nhất ngày 27/11/2026.").await?;
        office.accessible().await?;
        office.no_sideways_scrolling().await?;
        office
            .click_role("button", "Tải tệp kế hoạch về máy")
            .await?;
        office.see("Đã tải tệp kế hoạch về máy.").await?;
        let plan = self.keep("ke-hoach.json", office).await?;
        let text = std::fs::read_to_string(&plan)?;
        assert!(!text.contains("mot@example.vn"), "addresses stay here");
        Ok(plan)
    }

    /// A phone on which a unit has opened the plan and said who it is.
    async fn unit(&self, plan: &std::path::Path, name: &str) -> Result<Page> {
        let page = Browser::phone()
            .at(MORNING)
            .open(&self.server.url())
            .await?;
        turn_to(&page, "Gửi – nhận").await?;
        page.give_file(CHOOSE, plan).await?;
        page.click_role("button", "Nhận kế hoạch này").await?;
        page.see("Bạn là đơn vị nào?").await?;
        page.fill("Tìm đơn vị", "don vi thu").await?;
        page.click_role("button", &format!("Tôi là đơn vị này – {name}"))
            .await?;
        page.see_row(&["III.1", "Quá hạn"]).await?;
        Ok(page)
    }

    async fn send(&self, page: &Page, name: &str) -> Result<PathBuf> {
        turn_to(page, "Gửi – nhận").await?;
        page.see("Báo cáo chậm nhất ngày 27/11/2026.").await?;
        page.click_role("button", "Tải tệp kết quả về máy").await?;
        page.see("Đã tải tệp kết quả về máy.").await?;
        self.keep(name, page).await
    }

    async fn answer(&self, office: &Page, name: &str) -> Result<PathBuf> {
        office.click("Gửi trả lời cho đơn vị").await?;
        office
            .click_role("button", "Tải tệp trả lời về máy")
            .await?;
        office.see("Đã tải tệp trả lời về máy.").await?;
        self.keep(name, office).await
    }

    async fn keep(&self, name: &str, page: &Page) -> Result<PathBuf> {
        let file = self.folder.path().join(name);
        std::fs::write(&file, page.download().await?.bytes)?;
        Ok(file)
    }
}

async fn tick(page: &Page) -> Result {
    page.click_role("checkbox", "Đánh dấu đã hoàn thành: III.1")
        .await?;
    page.see_row(&["III.1", "Xong quá hạn"]).await
}

/// Opens the unit's own duty from its checklist.
async fn open_mine(page: &Page) -> Result {
    page.click_role("link", "96-KH/HU · III.1").await?;
    page.find("heading", "III.1").await?;
    Ok(())
}

async fn write(page: &Page, field: &str, text: &str) -> Result {
    open_mine(page).await?;
    page.enter(field, text).await?;
    page.click_role("button", "Đóng").await
}

async fn receive(page: &Page, file: &std::path::Path) -> Result {
    turn_to(page, "Gửi – nhận").await?;
    page.give_file(CHOOSE, file).await?;
    page.click_role("button", "Nhận kết quả này").await?;
    page.see("Đã nhận 1 kết quả.").await
}

/// Opens a unit's duty over the overview, as its cell does.
async fn open(office: &Page, server: &Server, unit: &str) -> Result {
    let links = format!(
        "[...document.querySelectorAll('td a')].find((link) => link.hash.includes('{unit}-') && link.hash.includes('/iii-1'))"
    );
    office
        .go(&format!("{}#/tong-hop/{PLAN}", server.url()))
        .await?;
    office
        .wait_for("the unit's cell", &format!("!!{links}"))
        .await?;
    office.js::<()>(&format!("{links}.click()")).await?;
    office.find("heading", "III.1").await?;
    Ok(())
}
