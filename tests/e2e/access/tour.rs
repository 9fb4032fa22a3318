//! Every screen of the app in its main states, for whatever has to hold on all of them.

use crate::draft::{FIRST, read};
use crate::harness::{Browser, Failure, Page, Result, Server, TemporaryFolder};
use crate::office::Office;

const MINE: &str = "Chi bộ thôn 1";
const TICK: &str = "Đánh dấu đã hoàn thành: III.1";

/// Looks at a screen as it is now and gives what is wrong with it.
pub(super) type Faults = Result<Vec<String>>;

/// A visit to all screens; what is wrong is gathered, so that one run tells all.
struct Tour<'a, Check> {
    page: &'a Page,
    office: Office,
    check: Check,
    faults: Vec<String>,
}

/// Fails with all that the check finds wrong on whatever screen.
pub(super) async fn on_every_screen(
    browser: Browser,
    check: impl AsyncFn(&Page) -> Faults,
) -> Result {
    let server = Server::start()?;
    let office = Office::of(7, 3).at_work().working_as(MINE);
    let page = browser
        .at(crate::steps::MORNING)
        .open(&server.url())
        .await?;
    page.see("Thứ Hai, 23/11/2026").await?;
    let mut tour = Tour {
        page: &page,
        office,
        check,
        faults: Vec::new(),
    };
    tour.begin().await?;
    tour.office.put(&page).await?;
    page.reload().await?;
    tour.turn("/hom-nay", "Hôm nay").await?;
    page.see(MINE).await?;
    tour.work().await?;
    tour.take_in().await?;
    tour.coordinate().await?;
    tour.exchange().await?;
    page.no_errors().await?;
    if tour.faults.is_empty() {
        return Ok(());
    }
    Err(Failure::new(tour.faults.join("\n")))
}

impl<Check: AsyncFn(&Page) -> Faults> Tour<'_, Check> {
    async fn stop(&mut self, name: &str) -> Result {
        let still = "document.getAnimations().every((one) => one.playState !== 'running')";
        self.page
            .wait_for("what moves to come to rest", still)
            .await?;
        let found = (self.check)(self.page).await?;
        self.faults
            .extend(found.iter().map(|fault| format!("{name}: {fault}")));
        Ok(())
    }

    /// The first start, and addresses that lead nowhere.
    async fn begin(&mut self) -> Result {
        self.stop("today at the first start").await?;
        self.turn("/don-vi", "Đơn vị").await?;
        self.page.fill("Tìm đơn vị", "không ai").await?;
        self.page.see("Không có đơn vị nào").await?;
        self.stop("units, none found").await?;
        self.turn("/don-vi/khong-co", "Đơn vị").await?;
        self.stop("no such unit").await?;
        self.turn("/ke-hoach/khong-co", "Kế hoạch").await?;
        self.stop("no such plan").await
    }

    /// What a unit sees day by day.
    async fn work(&mut self) -> Result {
        let page = self.page;
        self.stop("today").await?;
        let mine = format!("/don-vi/{}", self.office.unit(MINE));
        self.turn(&mine, "Việc của đơn vị").await?;
        self.stop("checklist").await?;
        page.click_role("checkbox", TICK).await?;
        page.see("Hoàn tác").await?;
        self.stop("checklist with a message").await?;
        page.click_role("link", "96-KH/HU · III.1").await?;
        page.find("heading", "III.1").await?;
        page.click_role("radio", "Không áp dụng").await?;
        page.find("field", "Lý do không áp dụng").await?;
        page.fill("Việc cần làm", "Soạn dự thảo").await?;
        page.click_role("button", "Thêm việc nhỏ").await?;
        page.see_row(&["Soạn dự thảo"]).await?;
        page.fill("Số, ký hiệu", "12-BC/CB").await?;
        page.click_role("button", "Thêm văn bản").await?;
        page.see_row(&["12-BC/CB"]).await?;
        self.stop("duty").await?;
        let other = format!("/don-vi/{}", self.office.unit("Chi bộ thôn 2"));
        self.turn(&other, "Việc của đơn vị").await?;
        self.stop("checklist of another").await?;
        self.turn("/ke-hoach", "Kế hoạch").await?;
        self.stop("plans").await?;
        let plan = format!("/ke-hoach/{}", self.office.plan);
        self.turn(&plan, "96-KH/HU").await?;
        page.fill("Tìm trong kế hoạch", "can bo nu").await?;
        page.see("1/4").await?;
        self.stop("plan, searched").await?;
        page.click_role("button", "Mục lục").await?;
        page.find("button", "III. TỔ CHỨC THỰC HIỆN").await?;
        self.stop("plan with its outline").await?;
        self.turn("/tro-giup", "Trợ giúp").await?;
        self.stop("help").await?;
        self.turn("/cai-dat", "Cài đặt").await?;
        self.unfold().await?;
        self.stop("settings").await
    }

    /// Taking in a plan.
    async fn take_in(&mut self) -> Result {
        let page = self.page;
        self.turn("/them-ke-hoach", "Thêm kế hoạch").await?;
        page.click_role("button", "Đọc văn bản").await?;
        page.wait_for("a message", "document.querySelector('.toast.shown')")
            .await?;
        self.stop("adding nothing").await?;
        let folder = TemporaryFolder::new()?;
        let harmed = folder.path().join("hong.docx");
        std::fs::write(&harmed, b"PK\x03\x04 harmed")?;
        page.give_file("Chọn tệp kế hoạch", &harmed).await?;
        page.wait_for(
            "what is wrong",
            "document.querySelector('main [role=alert]')",
        )
        .await?;
        self.stop("a file that cannot be read").await?;
        read(page, FIRST).await?;
        page.see("Văn phòng Đảng ủy").await?;
        self.unfold().await?;
        self.stop("draft").await?;
        crate::draft::open(page, "II.2").await?;
        page.click_role("button", "Sửa phạm vi").await?;
        self.stop("duty of the draft").await?;
        crate::draft::close(page).await
    }

    /// What a coordinator sees.
    async fn coordinate(&mut self) -> Result {
        let page = self.page;
        self.turn("/don-vi", "Đơn vị").await?;
        self.unfold().await?;
        page.click_beside("Chi bộ thôn 2", "Đổi tên").await?;
        page.find("field", "Tên mới – Chi bộ thôn 2").await?;
        page.click_beside("Chi bộ thôn 2", "Đưa ra khỏi khối")
            .await?;
        page.see("Đưa “Chi bộ thôn 2” ra khỏi khối?").await?;
        self.stop("units").await?;
        self.turn(&format!("/giao-viec/{}", self.office.plan), "Giao việc")
            .await?;
        self.unfold().await?;
        self.stop("assigning").await?;
        let overview = format!("/tong-hop/{}", self.office.plan);
        self.turn(&overview, "Tổng hợp").await?;
        page.see("số liệu đến ngày 23/11/2026").await?;
        self.unfold().await?;
        self.stop("overview").await?;
        page.click_role("button", "Quá hạn").await?;
        page.wait_for(
            "fewer units",
            "document.querySelector('.filters [aria-pressed=true]')",
        )
        .await?;
        self.stop("overview, filtered").await?;
        let script = "document.querySelector('.matrix td a').click(); return null";
        let () = page.js(script).await?;
        page.wait_for("a duty", "document.querySelector('dialog[open]')")
            .await?;
        self.unfold().await?;
        self.stop("review").await?;
        page.click_role("button", "Đóng").await?;
        self.turn(&format!("/bao-cao/{}", self.office.plan), "Báo cáo")
            .await?;
        page.wait_for(
            "the report",
            "document.querySelector('.report-sheets')?.innerText.includes('Quý IV/2026')",
        )
        .await?;
        self.unfold().await?;
        self.stop("report").await
    }

    /// Sending and receiving.
    async fn exchange(&mut self) -> Result {
        let page = self.page;
        self.turn("/gui-nhan", "Gửi – nhận").await?;
        page.click_role("button", "Tải tệp kết quả về máy").await?;
        let folder = TemporaryFolder::new()?;
        let (whole, bad) = (folder.path().join("1.json"), folder.path().join("2.json"));
        std::fs::write(&whole, page.download().await?.bytes)?;
        std::fs::write(&bad, "{}")?;
        page.give_files("Chọn tệp để mở", &[&whole, &bad]).await?;
        page.find("heading", "Xem trước").await?;
        page.click_role("checkbox", "Khóa tệp bằng mật khẩu")
            .await?;
        page.click_role("button", "Dán từ bộ nhớ tạm").await?;
        self.unfold().await?;
        self.stop("exchange").await
    }

    /// Goes to an address behind `#` and waits for the screen's heading.
    async fn turn(&self, address: &str, heading: &str) -> Result {
        let script = format!("location.hash = '#{address}'; return null");
        let () = self.page.js(&script).await?;
        let shown = format!(
            "!document.querySelector('dialog') && decodeURI(location.hash) === '#{address}' && document.querySelector('h1')?.innerText.includes('{heading}')"
        );
        self.page.wait_for(address, &shown).await
    }

    /// Opens all that is folded.
    async fn unfold(&self) -> Result {
        let all = "document.querySelectorAll('details').forEach((one) => { one.open = true; }); return null";
        self.page.js(all).await
    }
}
