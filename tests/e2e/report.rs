//! Báo cáo: a report is chosen, looked at, written on, and fetched in the formats of offices.

use so_tien_do::domain::Day;
use so_tien_do::report::{
    Frame, Request, calendar, compose, csv, deadlines, docx, facts, text, workbook, xlsx,
};
use so_tien_do::workspace::{ReportId, Scope, Workspace};

use crate::harness::{Browser, Page, Result, Server};
use crate::office::Office;
use crate::steps::{UNIT, choose, first_visit};

/// What is out of sight in a long table is not drawn, and stands there all the same.
const PAPERS: &str = "document.querySelector('.report-sheets').textContent";
const CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', {
    value: { writeText: async text => { window.copied = text; } } });";

pub(crate) async fn turn_to_report(office: &Office, page: &Page) -> Result {
    let address = format!("location.hash = '#/bao-cao/{}'; return null", office.plan);
    let () = page.js(&address).await?;
    see_report(page, "Quý IV/2026").await
}

/// The scope of the unit "Chi bộ thôn 3".
fn unit(office: &Office) -> String {
    let mut units = office.workspace.rosters[&office.plan].units.iter();
    let unit = units.find(|unit| unit.name == "Chi bộ thôn 3");
    Scope::Unit(unit.expect("the unit").id.clone()).to_string()
}

/// Waits until the report that is shown has these words.
async fn see_report(page: &Page, words: &str) -> Result {
    page.wait_for(words, &format!("{PAPERS}.includes('{words}')"))
        .await
}

#[tokio::test]
async fn a_report_is_chosen_looked_at_and_written_on() -> Result {
    for browser in Browser::of_all_sizes() {
        let server = Server::start()?;
        let office = Office::of(20, 10).at_work();
        let page = office.open(&server, browser).await?;
        turn_to_report(&office, &page).await?;
        see_report(&page, "Dữ liệu tính đến ngày 23/11/2026").await?;
        look(&page, "report").await?;
        page.pick("Loại kỳ", "Month").await?;
        see_report(&page, "Tháng 11/2026").await?;
        page.pick("Kỳ báo cáo", "2026-10").await?;
        see_report(&page, "Dữ liệu tính đến ngày 31/10/2026").await?;
        page.pick("Cách tính kỳ", "true").await?;
        page.see("Từ ngày 15/09/2026 đến ngày 14/10/2026").await?;
        see_report(&page, "Dữ liệu tính đến ngày 14/10/2026").await?;
        page.pick("Loại kỳ", "days").await?;
        page.choose_day("Đến ngày", "2026-11-20").await?;
        see_report(&page, "Từ ngày 15/09/2026 đến ngày 20/11/2026").await?;
        page.pick("Phạm vi", &unit(&office)).await?;
        see_report(&page, "CHI BỘ THÔN 3").await?;
        write_on(&page, &unit(&office)).await?;
        look(&page, "report-written").await?;
        page.no_errors().await?;
    }
    Ok(())
}

/// What the office writes itself stands in this report alone, and is still there when it is opened again.
async fn write_on(page: &Page, unit: &str) -> Result {
    page.click("Lời của cơ quan").await?;
    page.enter("I. Tình hình triển khai", "Chi bộ đã họp <b>hai</b> lần.")
        .await?;
    see_report(page, "Chi bộ đã họp <b>hai</b> lần.").await?;
    page.see("đã viết 1/5 phần").await?;
    page.click("Đầu văn bản, nơi nhận, chữ ký").await?;
    page.pick("Mẫu văn bản", "State").await?;
    page.enter("Cơ quan cấp trên", "Đảng ủy xã").await?;
    page.enter("Họ và tên người ký", "Người ký thử").await?;
    see_report(page, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").await?;
    see_report(page, "Người ký thử").await?;
    page.pick("Phạm vi", "all").await?;
    page.wait_for(
        "another report",
        &format!("!{PAPERS}.includes('Chi bộ đã họp')"),
    )
    .await?;
    see_report(page, "Người ký thử").await?;
    page.see("chưa viết").await?;
    page.pick("Phạm vi", unit).await?;
    see_report(page, "Chi bộ đã họp <b>hai</b> lần.").await?;
    page.reload().await?;
    // For state offices the cut-offs are what is usual.
    see_report(page, "Người ký thử").await?;
    page.see("chưa viết").await?;
    page.pick("Loại kỳ", "days").await?;
    page.choose_day("Từ ngày", "2026-09-15").await?;
    page.choose_day("Đến ngày", "2026-11-20").await?;
    page.pick("Phạm vi", unit).await?;
    see_report(page, "Chi bộ đã họp <b>hai</b> lần.").await
}

async fn look(page: &Page, name: &str) -> Result {
    page.screenshot(name).await?;
    page.accessible().await?;
    page.no_sideways_scrolling().await
}

/// Of a year that is typed each digit makes another day, of the year 2 at first.
#[tokio::test]
async fn a_day_that_is_typed_counts_when_its_field_is_left() -> Result {
    let server = Server::start()?;
    let office = Office::of(2, 2).at_work();
    let page = office.open(&server, Browser::desktop()).await?;
    turn_to_report(&office, &page).await?;
    page.pick("Loại kỳ", "days").await?;
    let from: String = page
        .find("field", "Từ ngày")
        .await?
        .prop("value")
        .await?
        .unwrap_or_default();
    page.find("field", "Đến ngày").await?.focus().await?;
    let focused = page.browser.active_element().await?;
    focused.send_keys("11112026").await?;
    page.see_value("Đến ngày", "2026-11-11").await?;
    page.see_value("Từ ngày", &from).await?;
    // A page that may be about to go takes it, too.
    page.js::<()>("dispatchEvent(new Event('pagehide')); return null")
        .await?;
    page.see("đến ngày 11/11/2026").await?;
    let again = "const field = document.activeElement; field.blur(); field.focus(); return null";
    page.js::<()>(again).await?;
    focused.send_keys("12122026").await?;
    page.js::<()>(again).await?;
    page.see("đến ngày 12/12/2026").await?;
    page.see_value("Từ ngày", &from).await?;
    page.see_no_more("Ngày này chưa đến").await?;
    page.choose_day("Số liệu tính đến ngày", "2026-12-12")
        .await?;
    page.see("Ngày này chưa đến").await
}

#[tokio::test]
async fn every_file_is_what_the_core_writes() -> Result {
    let server = Server::start()?;
    let office = Office::of(20, 10).at_work();
    let browser = Browser::desktop().before_load(CLIPBOARD);
    let page = office.open(&server, browser).await?;
    turn_to_report(&office, &page).await?;
    let written = Written::of(&office.workspace, &office);
    page.click_role("button", "Tải tệp Word").await?;
    is_saved(&page, "docx", &written.word).await?;
    page.see("Đã tải tệp báo cáo về máy.").await?;
    page.click_role("button", "Tải bảng Excel").await?;
    is_saved(&page, "xlsx", &written.excel).await?;
    page.click("Cách khác").await?;
    page.click_role("button", "Tải bảng CSV").await?;
    is_saved(&page, "csv", &written.csv).await?;
    page.click_role("button", "Đưa hạn vào lịch").await?;
    is_saved(&page, "ics", &written.calendar).await?;
    page.click_role("button", "Chép toàn văn").await?;
    page.see("Đã chép toàn văn báo cáo.").await?;
    assert_eq!(
        page.js::<String>("return window.copied").await?,
        written.text
    );
    page.no_errors().await
}

struct Written {
    word: Vec<u8>,
    excel: Vec<u8>,
    csv: Vec<u8>,
    calendar: Vec<u8>,
    text: String,
}

impl Written {
    fn of(workspace: &Workspace, office: &Office) -> Self {
        let report = ReportId {
            plan: office.plan.clone(),
            span: "2026-Q4".parse().expect("a span"),
            scope: Scope::All,
        };
        let day = Day::from_ymd_opt(2026, 11, 23).expect("a day");
        let facts = facts(workspace, &Request::new(report.clone(), day)).expect("facts");
        let document = compose(&facts, &Frame::of(workspace, &report));
        let book = workbook(&facts);
        let name = facts.plan.short_name();
        let deadlines = deadlines(workspace, None, &Scope::All, day);
        Self {
            word: docx(&document),
            excel: xlsx(&book).expect("a workbook"),
            csv: csv(&book.sheets[0]).into_bytes(),
            calendar: calendar(name, &deadlines, 0).into_bytes(),
            text: text(&document),
        }
    }
}

/// A calendar says when it was written; all else is the same at any moment.
async fn is_saved(page: &Page, ending: &str, expected: &[u8]) -> Result {
    let file = page.download().await?;
    assert_eq!(file.name, format!("bao-cao-96-kh-hu-2026-q4.{ending}"));
    if ending == "ics" {
        let timeless = |bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes);
            let lines = text
                .lines()
                .filter(|line| !line.starts_with("DTSTAMP") && !line.starts_with("SEQUENCE"));
            lines.map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(timeless(&file.bytes), timeless(expected));
    } else {
        assert!(file.bytes == expected, "{ending}");
    }
    Ok(())
}

/// Keeps what workers are asked while `window.held` is set, counts those that are ended, and notes what progress
/// is said.
const WATCH: &str = "window.ended = 0; window.said = [];
    const { postMessage, terminate } = Worker.prototype;
    Worker.prototype.postMessage = function (...question) {
        if (!window.held) postMessage.apply(this, question);
    };
    Worker.prototype.terminate = function () { window.ended += 1; terminate.call(this); };
    new MutationObserver(() => {
        const share = document.querySelector('.report-page progress')?.value;
        if (share !== undefined) window.said.push(share);
    }).observe(document, { subtree: true, childList: true, attributes: true });";

#[tokio::test]
async fn a_large_report_shows_how_far_it_is_and_can_be_stopped() -> Result {
    let server = Server::start()?;
    let office = Office::of(200, 40).at_work();
    let page = office
        .open(&server, Browser::phone().before_load(WATCH))
        .await?;
    let address = format!(
        "window.held = true; location.hash = '#/bao-cao/{}'; return null",
        office.plan
    );
    let () = page.js(&address).await?;
    page.see("Đang lập bản xem trước… 0 %").await?;
    page.screenshot("report-running").await?;
    page.click_role("button", "Dừng").await?;
    page.see("Đã dừng lập báo cáo.").await?;
    assert_eq!(page.js::<usize>("return window.ended").await?, 1);
    assert_eq!(page.js::<String>(&format!("return {PAPERS}")).await?, "");
    let () = page.js("window.held = false; return null").await?;
    page.click_role("button", "Thử lại").await?;
    see_report(&page, "Chi bộ thôn 200").await?;
    page.see_no_more("Đang lập bản xem trước…").await?;
    page.wait_for(
        "a long table",
        "document.querySelector('.annex .long .far')",
    )
    .await?;
    page.accessible().await?;
    let said: Vec<u8> = page.js("return window.said").await?;
    assert!(said.contains(&40) && said.contains(&70), "{said:?}");
    assert!(said.is_sorted(), "{said:?}");
    page.no_errors().await
}

#[tokio::test]
async fn a_unit_puts_its_deadlines_into_a_calendar() -> Result {
    let server = Server::start()?;
    let page = first_visit(&server).await?;
    choose(&page, UNIT).await?;
    page.click_role("button", "Đưa hạn vào lịch").await?;
    let file = page.download().await?;
    assert_eq!(file.name, "lich-nhac-han-ban-dan-van-huyen-uy.ics");
    page.see("Mở tệp đó để đưa vào lịch của điện thoại").await?;
    let text = String::from_utf8(file.bytes).expect("text");
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n"), "{text}");
    // The yearly report comes back on the last day of each year.
    assert!(text.contains("DTSTART;VALUE=DATE:20261231"), "{text}");
    assert!(text.contains("RRULE:FREQ=YEARLY"), "{text}");
    page.no_errors().await
}
