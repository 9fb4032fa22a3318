//! What must work in every browser, in each engine: Chromium's, Firefox's and `WebKit`'s.

use crate::draft::{FIRST, keep, read, turn_to_adding};
use crate::exchange::download;
use crate::harness::{Browser, Engine, Page, Result, Server, TemporaryFolder};
use crate::office::Office;
use crate::steps::{MORNING, TICK, UNIT, choose, open_duty, see_list, turn_to, turn_to_plan};
use crate::zips::zip;

/// One test for each engine, so that a failure names it.
macro_rules! in_every_engine {
    ($module:ident: $engine:ident $($test:ident)*) => {
        mod $module {
            use crate::harness::{Engine, Result};
            $(
                #[tokio::test]
                async fn $test() -> Result {
                    super::$test(Engine::$engine).await
                }
            )*
        }
    };
    ($($test:ident)*) => {
        in_every_engine!(chromium: Chromium $($test)*);
        in_every_engine!(firefox: Firefox $($test)*);
        in_every_engine!(webkit: WebKit $($test)*);
    };
}

pub(crate) use in_every_engine;

in_every_engine! {
    a_unit_is_chosen_and_its_tick_stays
    every_screen_fits_four_sizes
    a_result_goes_from_one_device_to_another
    a_plan_is_read_from_a_text_and_from_word
    a_report_is_shown_and_fetched
    the_app_starts_without_a_network
}

/// A small and a common phone, a tablet, and an office computer.
const SIZES: [(u32, u32); 4] = [(360, 640), (390, 844), (768, 1024), (1440, 900)];

fn phone(engine: Engine) -> Browser {
    Browser::phone().of(engine).at(MORNING)
}

fn desktop(engine: Engine) -> Browser {
    Browser::desktop().of(engine).at(MORNING)
}

async fn a_unit_is_chosen_and_its_tick_stays(engine: Engine) -> Result {
    let server = Server::start()?;
    let page = phone(engine).open(&server.url()).await?;
    page.see("Thứ Hai, 23/11/2026").await?;
    page.see_row(&["96-KH/HU · III.7", "năm 2026", "còn 38 ngày"])
        .await?;
    page.click_role("link", "Chọn đơn vị của tôi").await?;
    page.click_role("button", &format!("Tôi là đơn vị này – {UNIT}"))
        .await?;
    page.see("Xong 0/1 nhiệm vụ").await?;
    page.click_role("checkbox", TICK).await?;
    page.see_row(&["III.7", "Xong đúng hạn", "xong ngày 23/11/2026"])
        .await?;
    assert_eq!(page.focused().await?, TICK, "the focus went away");
    open_duty(&page, "III.7").await?;
    page.choose_day("Ngày hoàn thành", "2026-11-20").await?;
    page.enter("Ghi chú", "Đã gửi Ủy ban; quý IV còn việc.")
        .await?;
    page.back().await?;
    see_list(&page).await?;
    page.reload().await?;
    page.see_row(&["III.7", "Xong đúng hạn", "xong ngày 20/11/2026"])
        .await?;
    open_duty(&page, "III.7").await?;
    page.see_value("Ghi chú", "Đã gửi Ủy ban; quý IV còn việc.")
        .await?;
    page.click_role("button", "Đóng").await?;
    see_list(&page).await?;
    page.no_errors().await
}

async fn every_screen_fits_four_sizes(engine: Engine) -> Result {
    let server = Server::start()?;
    let office = Office::of(12, 6).at_work();
    let page = office.open(&server, phone(engine)).await?;
    let mut faults = Vec::new();
    look(&page, "today", &mut faults).await?;
    turn_to(&page, "Kế hoạch").await?;
    page.see("nhiệm vụ").await?;
    look(&page, "plans", &mut faults).await?;
    turn_to_plan(&page).await?;
    look(&page, "plan", &mut faults).await?;
    turn_to(&page, "Đơn vị").await?;
    page.find("heading", "Khối gồm nhiều đơn vị").await?;
    look(&page, "units", &mut faults).await?;
    choose(&page, UNIT).await?;
    look(&page, "unit", &mut faults).await?;
    open_duty(&page, "III.7").await?;
    look(&page, "duty", &mut faults).await?;
    page.click_role("button", "Đóng").await?;
    see_list(&page).await?;
    office.turn_to_overview(&page).await?;
    look(&page, "overview", &mut faults).await?;
    turn_to(&page, "Gửi – nhận").await?;
    page.find("heading", "Nhận tệp").await?;
    look(&page, "exchange", &mut faults).await?;
    turn_to(&page, "Cài đặt").await?;
    page.see("Dữ liệu trên máy này").await?;
    look(&page, "settings", &mut faults).await?;
    page.no_errors().await?;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

/// Looks at a screen in all sizes; what is wrong is gathered, so that one run tells all.
async fn look(page: &Page, name: &str, faults: &mut Vec<String>) -> Result {
    for (width, height) in SIZES {
        page.resize(width, height).await?;
        for outcome in [
            page.no_sideways_scrolling().await,
            page.no_clipped_text().await,
        ] {
            if let Err(fault) = outcome {
                faults.push(format!("{name} at {width} × {height}: {fault:?}"));
            }
        }
    }
    let (width, height) = SIZES[1];
    page.resize(width, height).await?;
    page.screenshot(&format!("engines-{name}")).await
}

async fn a_result_goes_from_one_device_to_another(engine: Engine) -> Result {
    let server = Server::start()?;
    let page = phone(engine).open(&server.url()).await?;
    choose(&page, UNIT).await?;
    page.click_role("checkbox", TICK).await?;
    page.see("Xong đúng hạn").await?;
    turn_to(&page, "Gửi – nhận").await?;
    let file = download(&page).await?;
    assert_eq!(
        file.name,
        "tien-do-96-kh-hu-ban-dan-van-huyen-uy-2026-11-23.json"
    );
    page.no_errors().await?;
    drop(page);
    let folder = TemporaryFolder::new()?;
    let result = folder.path().join(&file.name);
    std::fs::write(&result, &file.bytes)?;
    let page = desktop(engine).open(&server.url()).await?;
    turn_to(&page, "Gửi – nhận").await?;
    page.give_file("Chọn tệp để mở", &result).await?;
    page.see_row(&[UNIT, "Mới, chưa từng nhận", "1 thay đổi"])
        .await?;
    page.click_role("button", "Nhận kết quả này").await?;
    page.see("Đã nhận 1 kết quả.").await?;
    turn_to(&page, "Đơn vị").await?;
    page.click_role("link", UNIT).await?;
    page.see_row(&["III.7", "Xong đúng hạn", "xong ngày 23/11/2026"])
        .await?;
    page.no_errors().await
}

async fn a_plan_is_read_from_a_text_and_from_word(engine: Engine) -> Result {
    let server = Server::start()?;
    let page = desktop(engine).open(&server.url()).await?;
    read(&page, FIRST).await?;
    page.see_value("Số, ký hiệu", "12-KH/HPN").await?;
    keep(&page).await?;
    turn_to_adding(&page).await?;
    let folder = TemporaryFolder::new()?;
    let document = folder.path().join("ke-hoach-13.docx");
    std::fs::write(&document, word(&FIRST.replace("12-KH/HPN", "13-KH/HPN")))?;
    page.give_file("Chọn tệp kế hoạch", &document).await?;
    page.see_value("Số, ký hiệu", "13-KH/HPN").await?;
    keep(&page).await?;
    turn_to(&page, "Kế hoạch").await?;
    page.see("3 kế hoạch đang thực hiện").await?;
    page.reload().await?;
    page.see_row(&["13-KH/HPN"]).await?;
    page.no_errors().await
}

/// A document of Word with one paragraph for each line.
pub(crate) fn word(text: &str) -> Vec<u8> {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
    let paragraphs: String = escaped
        .lines()
        .map(|line| format!("<w:p><w:r><w:t xml:space=\"preserve\">{line}</w:t></w:r></w:p>"))
        .collect();
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{paragraphs}</w:body></w:document>"
    );
    let relations = "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    zip(&[
        ("[Content_Types].xml", b"<Types/>".as_slice()),
        ("_rels/.rels", relations.as_bytes()),
        ("word/document.xml", document.as_bytes()),
    ])
}

async fn a_report_is_shown_and_fetched(engine: Engine) -> Result {
    let server = Server::start()?;
    let office = Office::of(12, 6).at_work();
    let page = office.open(&server, desktop(engine)).await?;
    let address = format!("location.hash = '#/bao-cao/{}'; return null", office.plan);
    let () = page.js(&address).await?;
    page.wait_for(
        "the report to be shown",
        "document.querySelector('.report-sheets')?.innerText.includes('Quý IV/2026')",
    )
    .await?;
    let mut faults = Vec::new();
    look(&page, "report", &mut faults).await?;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    page.click_role("button", "Tải tệp Word").await?;
    let file = page.download().await?;
    assert_eq!(file.name, "bao-cao-96-kh-hu-2026-q4.docx");
    let read = so_tien_do::source::read(&file.bytes, &mut |_| {}).expect("a document");
    assert!(read.text.contains("Quý IV/2026"), "{}", read.text);
    page.no_errors().await
}

async fn the_app_starts_without_a_network(engine: Engine) -> Result {
    let mut server = Server::start()?;
    let page = phone(engine).open(&server.url()).await?;
    page.see("Thứ Hai, 23/11/2026").await?;
    page.wait_for(
        "the app to be kept on the device",
        "navigator.serviceWorker?.controller",
    )
    .await?;
    choose(&page, UNIT).await?;
    page.click_role("checkbox", TICK).await?;
    page.see_checked("checkbox", TICK, true).await?;
    server.stop();
    page.reload().await?;
    page.see_checked("checkbox", TICK, true).await?;
    read(&page, FIRST).await?;
    page.see_value("Số, ký hiệu", "12-KH/HPN").await?;
    page.no_errors().await
}
