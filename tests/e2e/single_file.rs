//! The app as one file, opened from the disk: no server, no worker of a release, and all work goes on.

use std::path::{Path, PathBuf};

use crate::draft::{FIRST, turn_to_adding};
use crate::engines::{in_every_engine, word};
use crate::exchange::tick;
use crate::harness::files::dist;
use crate::harness::{Browser, Engine, Failure, Page, Result, Server, TemporaryFolder};
use crate::offline::visit;
use crate::steps::{MORNING, TICK, UNIT, choose, turn_to, turn_to_plan};

const WHOLE: &str = "so-tien-do.html";
const SMALL: &str = "so-tien-do-nho.html";
const CHOOSE: &str = "Chọn tệp để mở";
const SAVE: &str = "Tải ứng dụng kèm kế hoạch (một tệp)";
const GROUP: &str = "Các chi bộ, đảng bộ trực thuộc";
const PLAN: &str = "96-kh-hu-63a43698";
/// A unit whose name tries to end the script that will hold it.
const EVIL: &str = "Đơn vị thử </script> 1";
const TOO_LITTLE: &str = "Tệp nhỏ này không đọc được kế hoạch từ Word, PDF";

/// A file at an address of its own, as a person has put it somewhere.
struct Disk(TemporaryFolder);

impl Disk {
    fn with(name: &str) -> Result<Self> {
        let disk = Self(TemporaryFolder::new()?);
        std::fs::copy(dist()?.join(name), disk.path("app.html"))?;
        Ok(disk)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn keep(&self, name: &str, bytes: &[u8]) -> Result<PathBuf> {
        let path = self.path(name);
        std::fs::write(&path, bytes)?;
        Ok(path)
    }

    fn url(&self) -> String {
        url(&self.path("app.html"))
    }

    async fn open(&self, browser: Browser) -> Result<Page> {
        start(browser, &self.url()).await
    }
}

fn url(path: &Path) -> String {
    format!("file://{}", path.display())
}

async fn start(browser: Browser, url: &str) -> Result<Page> {
    let page = browser.at(MORNING).open(url).await?;
    page.find("heading", "Hôm nay").await?;
    Ok(page)
}

#[tokio::test]
async fn it_starts_and_keeps_what_is_ticked() -> Result {
    for name in [WHOLE, SMALL] {
        let disk = Disk::with(name)?;
        let page = disk.open(Browser::phone()).await?;
        page.see("gắn với tệp này ở chỗ này").await?;
        page.accessible().await?;
        choose(&page, UNIT).await?;
        page.click_role("checkbox", TICK).await?;
        page.see_checked("checkbox", TICK, true).await?;
        page.reload().await?;
        page.see_checked("checkbox", TICK, true).await?;
        turn_to(&page, "Cài đặt").await?;
        page.see("Sổ Tiến Độ đang chạy từ một tệp").await?;
        page.no_sideways_scrolling().await?;
        page.screenshot(&format!("single-file-settings-{name}"))
            .await?;
        let others: Vec<String> = page
            .js(
                "return performance.getEntriesByType('resource').map((one) => one.name)
                 .filter((name) => !name.startsWith('data:') && !name.startsWith('blob:'))",
            )
            .await?;
        assert!(others.is_empty(), "asked for {others:?}");
        page.no_errors().await?;
    }
    Ok(())
}

#[tokio::test]
async fn documents_are_read_in_it() -> Result {
    let disk = Disk::with(WHOLE)?;
    let page = disk.open(Browser::desktop()).await?;
    let word = disk.keep("plan.docx", &word(FIRST))?;
    read(&page, &word).await?;
    page.see("Văn phòng Đảng ủy · hạn 14/03/2026").await?;
    // A PDF of a plan is what the plan's own screen prints.
    turn_to_plan(&page).await?;
    let pdf = disk.keep("plan.pdf", &page.print("single-file-plan", None).await?)?;
    read(&page, &pdf).await?;
    page.see("TỔ CHỨC THỰC HIỆN").await?;
    page.no_errors().await
}

async fn read(page: &Page, file: &Path) -> Result {
    turn_to_adding(page).await?;
    page.give_file("", file).await?;
    page.find("heading", "Xác nhận kế hoạch").await?;
    Ok(())
}

fn ending(name: &str) -> Option<&str> {
    Path::new(name).extension()?.to_str()
}

#[tokio::test]
async fn reports_are_written_files_signed_and_locked_in_it() -> Result {
    let disk = Disk::with(WHOLE)?;
    let page = disk.open(Browser::desktop()).await?;
    choose(&page, UNIT).await?;
    page.click_role("checkbox", TICK).await?;
    to(&page, &format!("#/bao-cao/{PLAN}")).await?;
    page.click_role("button", "Tải tệp Word").await?;
    page.see("Đã tải tệp báo cáo về máy.").await?;
    let report = page.download().await?;
    assert_eq!(ending(&report.name), Some("docx"));
    assert!(report.bytes.starts_with(b"PK"));
    turn_to(&page, "Cài đặt").await?;
    page.click_role("checkbox", "Ký các tệp gửi từ máy này")
        .await?;
    page.see_checked("checkbox", "Ký các tệp gửi từ máy này", true)
        .await?;
    turn_to(&page, "Gửi – nhận").await?;
    page.click_role("button", "Tải tệp kết quả về máy").await?;
    let signed = page.download().await?;
    assert!(String::from_utf8_lossy(&signed.bytes).contains("\"signature\""));
    page.click_role("checkbox", "Khóa tệp bằng mật khẩu")
        .await?;
    page.fill("Mật khẩu", "lúa chín 2026").await?;
    page.click_role("button", "Tải tệp kết quả về máy").await?;
    let locked = page.download().await?;
    assert!(locked.bytes.starts_with(b"-----BEGIN AGE"));
    page.no_errors().await
}

in_every_engine! { an_assignment_goes_out_with_the_app_and_results_come_back }

async fn an_assignment_goes_out_with_the_app_and_results_come_back(engine: Engine) -> Result {
    let disk = Disk::with(WHOLE)?;
    let office = disk.open(Browser::desktop().of(engine)).await?;
    assert_eq!(
        office.js::<String>("return location.protocol").await?,
        "file:"
    );
    let word = disk.keep("plan.docx", &word(FIRST))?;
    read(&office, &word).await?;
    office.see("Văn phòng Đảng ủy · hạn 14/03/2026").await?;
    assign(&office).await?;
    office.screenshot("single-file-assign").await?;
    let sent = save(&office).await?;
    assert!(sent.0.starts_with("so-tien-do-ke-hoach-"), "{}", sent.0);
    assert_eq!(ending(&sent.0), Some("html"));
    let file = disk.keep(&sent.0, &sent.1)?;

    let unit = Browser::phone().of(engine).at(MORNING);
    let unit = unit.open(&url(&file)).await?;
    unit.see("Bạn là đơn vị nào?").await?;
    report(&unit, EVIL).await?;
    unit.reload().await?;
    unit.see_row(&["III.1", "Xong quá hạn"]).await?;
    turn_to(&unit, "Gửi – nhận").await?;
    unit.click_role("button", "Tải tệp kết quả về máy").await?;
    let result = disk.keep("result.json", &unit.download().await?.bytes)?;
    unit.no_errors().await?;
    drop(unit);

    turn_to(&office, "Gửi – nhận").await?;
    office.give_file(CHOOSE, &result).await?;
    office.see_row(&[EVIL, "1 thay đổi"]).await?;
    office.click_role("button", "Nhận kết quả này").await?;
    office.see("Đã nhận 1 kết quả.").await?;
    office.reload().await?;
    turn_to(&office, "Đơn vị").await?;
    office.fill("Tìm đơn vị", EVIL).await?;
    office.click_role("link", EVIL).await?;
    office.see_row(&["III.1", "Xong quá hạn"]).await?;
    office.no_errors().await
}

#[tokio::test]
async fn opened_again_it_changes_nothing_and_hands_the_assignment_on() -> Result {
    let disk = Disk::with(WHOLE)?;
    let office = disk.open(Browser::desktop()).await?;
    assign(&office).await?;
    office.accessible().await?;
    let file = disk.keep("sent.html", &save(&office).await?.1)?;
    drop(office);
    let unit = Browser::phone().at(MORNING).open(&url(&file)).await?;
    unit.see("Bạn là đơn vị nào?").await?;
    report(&unit, EVIL).await?;
    // Nobody is asked again.
    let unit = Browser::phone()
        .at(MORNING)
        .open_again(unit, &url(&file))
        .await?;
    unit.find("heading", "Hôm nay").await?;
    turn_to(&unit, "Đơn vị").await?;
    unit.see_row(&["III.1", "Xong quá hạn"]).await?;
    turn_to(&unit, "Kế hoạch").await?;
    let plans = "document.querySelectorAll('main a[href^=\"#/ke-hoach/96\"]').length";
    unit.wait_for("the plan", plans).await?;
    assert_eq!(unit.js::<usize>(&format!("return {plans}")).await?, 1);
    // What came with a plan hands a later one on.
    assign_more(&unit).await?;
    let again = save(&unit).await?;
    unit.no_errors().await?;
    let text = String::from_utf8_lossy(&again.1);
    assert_eq!(text.matches("id=\"enclosed\"").count(), 1);
    let next = disk.keep("again.html", &again.1)?;
    let third = Browser::phone().at(MORNING).open(&url(&next)).await?;
    third.see("Bạn là đơn vị nào?").await?;
    third.fill("Tìm đơn vị", "thu 2").await?;
    third.see_row(&["Đơn vị thử 2"]).await?;
    put_away_for_good(&third).await?;
    third.no_errors().await
}

/// What was put away does not come back by opening the file again.
async fn put_away_for_good(page: &Page) -> Result {
    turn_to_plan(page).await?;
    page.click_role("button", "Gửi đi, lưu trữ, xóa").await?;
    page.click_role("button", "Lưu trữ").await?;
    page.see("Đã đưa vào Lưu trữ: 96-KH/HU").await?;
    page.reload().await?;
    to(page, &format!("#/ke-hoach/{PLAN}")).await?;
    page.see("Kế hoạch này đang ở mục Lưu trữ.").await?;
    to(page, "#/hom-nay").await?;
    page.find("heading", "Hôm nay").await?;
    to(page, &format!("#/ke-hoach/{PLAN}")).await?;
    page.see("Kế hoạch này đang ở mục Lưu trữ.").await
}

#[tokio::test]
async fn the_served_app_saves_it_too_and_says_when_it_cannot() -> Result {
    let mut server = Server::start()?;
    let office = visit(&server).await?;
    assert_eq!(server.requests_for("/so-tien-do.html"), 0, "not wanted yet");
    assign(&office).await?;
    server.stop();
    office.click_role("button", SAVE).await?;
    office.see("Chưa lấy được ứng dụng để gửi kèm").await?;
    server.resume()?;
    let sent = save(&office).await?;
    assert_eq!(server.requests_for("/so-tien-do.html"), 1);
    let disk = Disk::with(WHOLE)?;
    let file = disk.keep("sent.html", &sent.1)?;
    let unit = Browser::desktop().at(MORNING).open(&url(&file)).await?;
    unit.see("Bạn là đơn vị nào?").await?;
    report(&unit, EVIL).await?;
    unit.no_errors().await
}

#[tokio::test]
async fn the_small_file_says_what_it_cannot_do() -> Result {
    let disk = Disk::with(SMALL)?;
    let page = disk.open(Browser::desktop()).await?;
    choose(&page, UNIT).await?;
    tick(&page).await?;
    turn_to_adding(&page).await?;
    let word = disk.keep("plan.docx", &word(FIRST))?;
    page.give_file("", &word).await?;
    page.see(TOO_LITTLE).await?;
    to(&page, &format!("#/bao-cao/{PLAN}")).await?;
    page.click_role("button", "Tải tệp Word").await?;
    page.see(TOO_LITTLE).await?;
    turn_to(&page, "Gửi – nhận").await?;
    page.click_role("checkbox", "Khóa tệp bằng mật khẩu")
        .await?;
    page.fill("Mật khẩu", "lúa chín 2026").await?;
    page.click_role("button", "Tải tệp kết quả về máy").await?;
    page.see(TOO_LITTLE).await?;
    turn_to(&page, "Cài đặt").await?;
    page.see(TOO_LITTLE).await?;
    page.no_errors().await
}

#[tokio::test]
async fn it_speaks_to_nobody() -> Result {
    let disk = Disk::with(WHOLE)?;
    let page = disk.open(Browser::desktop()).await?;
    let () = page
        .js("window.broken = [];
             addEventListener('securitypolicyviolation', (event) => broken.push(event.effectiveDirective));
             const script = document.createElement('script');
             script.textContent = 'window.foreign = 1';
             document.body.append(script);
             fetch('https://example.org/').catch(() => {});
             const image = document.createElement('img');
             image.src = 'https://example.org/x.png';
             document.body.append(image);
             return null")
        .await?;
    for directive in ["script-src-elem", "connect-src", "img-src"] {
        page.wait_for(
            &format!("{directive} to be kept"),
            &format!("broken.includes('{directive}')"),
        )
        .await?;
    }
    assert!(
        page.js::<bool>("return window.foreign === undefined")
            .await?
    );
    Ok(())
}

async fn to(page: &Page, address: &str) -> Result {
    page.js(&format!("location.hash = '{address}'; return null"))
        .await
}

async fn assign(page: &Page) -> Result {
    to(page, &format!("#/giao-viec/{PLAN}")).await?;
    list(page, EVIL).await
}

async fn assign_more(page: &Page) -> Result {
    to(page, &format!("#/giao-viec/{PLAN}")).await?;
    list(page, "Đơn vị thử 2").await
}

async fn list(page: &Page, name: &str) -> Result {
    page.paste("Dán danh sách đơn vị", name).await?;
    page.pick("Khối của các dòng không ghi khối", GROUP).await?;
    page.click_role("button", "Đưa 1 đơn vị vào danh sách")
        .await?;
    page.see("Đã đưa 1 đơn vị vào danh sách.").await
}

async fn save(page: &Page) -> Result<(String, Vec<u8>)> {
    page.click_role("button", SAVE).await?;
    page.see("Đã tải ứng dụng kèm kế hoạch về máy.").await?;
    let saved = page.download().await?;
    if saved.bytes.ends_with(b"</html>\n") {
        return Ok((saved.name, saved.bytes));
    }
    Err(Failure::new("the page is not whole"))
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
