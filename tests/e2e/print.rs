//! What comes out of the printer: the sheet of a unit to be hung on a wall, and the table of the overview.

use crate::harness::{Browser, Engine, Page, Result, Server};
use crate::office::Office;
use crate::report::turn_to_report;
use crate::steps::{TICK, UNIT, choose, first_visit};
use hayro_syntax::Pdf;

/// Labels of buttons, links and fields, none of which belongs on paper.
const OF_THE_SCREEN: [&str; 12] = [
    "In phiếu treo tường",
    "In bảng tổng hợp",
    "Đổi đơn vị",
    "Gửi kết quả",
    "Gửi – nhận",
    "Cài đặt",
    "Tìm đơn vị",
    "Chọn xem",
    "Nhắc việc",
    "Gửi lên cấp trên",
    "Đến nội dung chính",
    "Hoàn tác",
];

/// Printed paper, read back.
struct Print {
    /// The width and height of each page in points.
    sizes: Vec<(f32, f32)>,
    /// The text of each page, with single blanks.
    pages: Vec<String>,
}

impl Print {
    async fn of(page: &Page, name: &str) -> Result<Self> {
        let bytes = page.print(name, None).await?;
        let pdf = Pdf::new(bytes).expect("a PDF");
        let sizes: Vec<_> = pdf
            .pages()
            .iter()
            .map(hayro_syntax::page::Page::render_dimensions)
            .collect();
        let mut pages = Vec::new();
        for number in 1..=sizes.len() {
            let only = Some(u64::try_from(number)?);
            pages.push(text_of(&page.print(name, only).await?));
        }
        Ok(Self { sizes, pages })
    }

    fn whole(&self) -> String {
        self.pages.join(" ")
    }

    /// Holds what is true of all paper: A4 this way round, and nothing that only a screen needs.
    fn is_paper(&self, width: f32, height: f32) {
        for (at, (size, text)) in self.sizes.iter().zip(&self.pages).enumerate() {
            assert!(
                (size.0 - width).abs() < 1.5 && (size.1 - height).abs() < 1.5,
                "page {} is {size:?}",
                at + 1
            );
            let stray: Vec<_> = OF_THE_SCREEN
                .iter()
                .filter(|label| text.contains(*label))
                .collect();
            assert!(stray.is_empty(), "page {}: {stray:?}", at + 1);
        }
    }
}

/// A4 in points.
const SHORT: f32 = 595.0;
const LONG: f32 = 842.0;

/// The text of a PDF by the app's own reader, with single blanks.
fn text_of(bytes: &[u8]) -> String {
    let read = so_tien_do::source::read(bytes, &mut |_| {}).expect("a text");
    read.text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn count(text: &str, part: &str) -> usize {
    text.matches(part).count()
}

/// Puts a word beside the number of the page: a number that stands alone on its line is left out by the reader as
/// what it is.
const BESIDE_NUMBER: &str = "const style = document.createElement('style');
    style.textContent = '@page { @bottom-right { content: \"(chân trang)\" } }';
    document.head.append(style);
    return null";

#[tokio::test]
async fn the_sheet_of_a_unit_holds_its_duties_whole() -> Result {
    let server = Server::start()?;
    let page = first_visit(&server).await?;
    choose(&page, UNIT).await?;
    page.click_role("checkbox", TICK).await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    let () = page.js(BESIDE_NUMBER).await?;
    let print = Print::of(&page, "print-unit").await?;
    print.is_paper(SHORT, LONG);
    assert_eq!(print.pages.len(), 1);
    let text = &print.pages[0];
    for said in [
        "Việc của đơn vị: Ban Dân vận Huyện ủy",
        "Kế hoạch 96-KH/HU: Thực hiện Chỉ thị số 21-CT/TW",
        "đã xong 1/1 nhiệm vụ",
        "Chủ trì (1)",
        "định kỳ hàng năm báo cáo Ban Thường vụ Huyện ủy.",
        "31/12/2026",
        // The column is narrow: where the line breaks, and what stands beside it, the font decides.
        "Định kỳ",
        "✓ Hoàn thành",
        "xong ngày 23/11/2026",
        "Chủ trì: Ban Dân vận Huyện ủy",
        "Phối hợp: Hội liên hiệp Phụ nữ huyện",
        "Trang 1/1",
    ] {
        assert!(text.contains(said), "“{said}” is not in {text}");
    }
    page.no_errors().await
}

#[tokio::test]
async fn a_long_sheet_goes_on_with_its_head_and_the_button_asks_for_it() -> Result {
    let server = Server::start()?;
    let office = Office::of(3, 30).at_work();
    let browser = Browser::phone().dark();
    let page = office.open(&server, browser).await?;
    office.turn_to_unit(&page, "Chi bộ thôn 1").await?;
    // Chromium has no window for printing here; what it would print is what stands there at the call.
    let () = page
        .js("window.print = () => { window.printed = document.querySelectorAll('.poster tbody tr').length; }; return null")
        .await?;
    page.click_role("button", "In phiếu treo tường").await?;
    page.wait_for("the call", "window.printed > 30").await?;
    page.accessible().await?;
    let () = page.js(BESIDE_NUMBER).await?;
    let print = Print::of(&page, "print-unit-long").await?;
    print.is_paper(SHORT, LONG);
    let of = print.pages.len();
    assert!(of >= 3, "{of} pages");
    for (text, number) in print.pages.iter().zip(1..) {
        assert!(text.contains("Nhiệm vụ Thời hạn Tình trạng"), "{text}");
        assert!(text.contains(&format!("Trang {number}/{of}")), "{text}");
    }
    let whole = print.whole();
    // Each duty once, with all of its words, however long the screen makes them.
    for number in 1..=30 {
        assert_eq!(count(&whole, &format!(" IV.{number} ")), 1, "IV.{number}");
    }
    assert_eq!(count(&whole, "Thời gian: Trước ngày 12/6/2018."), 31);
    page.no_errors().await
}

#[tokio::test]
async fn the_table_of_an_office_repeats_its_head() -> Result {
    let server = Server::start()?;
    let office = Office::of(20, 0).at_work();
    let page = office.open(&server, Browser::desktop()).await?;
    office.turn_to_overview(&page).await?;
    let () = page.js(BESIDE_NUMBER).await?;
    let print = Print::of(&page, "print-office").await?;
    print.is_paper(LONG, SHORT);
    let of = print.pages.len();
    for (text, number) in print.pages.iter().zip(1..) {
        assert!(text.contains(&format!("Trang {number}/{of}")), "{text}");
    }
    let first = &print.pages[0];
    assert!(
        first.contains("Tổng hợp tiến độ thực hiện Kế hoạch 96-KH/HU"),
        "{first}"
    );
    assert!(first.contains("Số liệu đến ngày 23/11/2026"), "{first}");
    // The head stands on both pages of the table, and each cell says its standing in words.
    for text in &print.pages[..2] {
        assert_eq!(
            count(text, "II.2, đoạn 2 II.3 II.3, đoạn 2 II.4"),
            1,
            "{text}"
        );
        assert!(
            text.contains("Xong quá hạn") && text.contains("✓!"),
            "{text}"
        );
    }
    let whole = print.whole();
    for number in 1..=20 {
        assert!(
            whole.contains(&format!("Chi bộ thôn {number} ")),
            "{number}"
        );
    }
    assert_eq!(count(&whole, "Cộng 12/38"), 1);
    page.no_errors().await
}

#[tokio::test]
async fn more_duties_than_a_page_is_wide_stand_in_further_tables() -> Result {
    let server = Server::start()?;
    let office = Office::of(20, 10).at_work();
    let page = office.open(&server, Browser::desktop().dark()).await?;
    office.turn_to_overview(&page).await?;
    page.click_role("button", "Quá hạn").await?;
    let print = Print::of(&page, "print-wide").await?;
    print.is_paper(LONG, SHORT);
    let whole = print.whole();
    let late = office.late_units();
    let chosen = format!("Chỉ gồm {late}/27 đơn vị được chọn");
    assert!(whole.contains(&chosen), "{late}: {whole}");
    assert!(whole.contains("Bảng 1/2") && whole.contains("Bảng 2/2"));
    assert!(count(&whole, "IV.8 IV.9 IV.10") >= 2, "{whole}");
    page.no_errors().await
}

#[tokio::test]
async fn a_report_has_its_pages_upright_and_its_annexes_laid_across() -> Result {
    let server = Server::start()?;
    let office = Office::of(24, 10).at_work();
    let page = office.open(&server, Browser::desktop().dark()).await?;
    turn_to_report(&office, &page).await?;
    let () = page
        .js("const style = document.createElement('style');
            style.textContent = ['report', 'annex'].map(name =>
                `@page ${name} { @top-right { content: '(đầu trang)' } }`).join('');
            document.head.append(style);
            return null")
        .await?;
    let print = Print::of(&page, "print-report").await?;
    let is_upright = |size: &(f32, f32)| size.0 < size.1;
    let upright = print.sizes.iter().filter(|size| is_upright(size)).count();
    assert!(upright >= 3, "{:?}", print.sizes);
    assert!(print.sizes.len() > upright + 2, "{:?}", print.sizes);
    assert!(print.sizes[..upright].iter().all(is_upright));
    for (at, text) in print.pages.iter().enumerate() {
        let number = format!("{} (đầu trang)", at + 1);
        assert_eq!(text.contains(&number), at > 0, "page {}: {text}", at + 1);
        assert!(
            !text.contains("Tải tệp Word") && !text.contains("Trang "),
            "{text}"
        );
    }
    let annexes = &print.pages[upright..];
    let units = annexes.iter().position(|text| text.contains("Phụ lục II"));
    for text in &annexes[..units.expect("an annex by unit")] {
        assert!(text.contains("STT Nội dung nhiệm vụ Chủ trì"), "{text}");
    }
    assert!(print.pages[0].contains("ĐẢNG CỘNG SẢN VIỆT NAM"));
    assert!(annexes[0].contains("Dữ liệu tính đến ngày 23/11/2026"));
    page.no_errors().await
}

/// On the screen its rows are grids, in blocks that are not drawn while they are out of sight.
#[tokio::test]
async fn a_long_table_is_one_table_on_paper() -> Result {
    const UNITS: usize = 210;
    let server = Server::start()?;
    let office = Office::of(UNITS, 2).at_work();
    let page = office.open(&server, Browser::desktop()).await?;
    turn_to_report(&office, &page).await?;
    page.wait_for(
        "a long table",
        "document.querySelector('.annex .long .far')",
    )
    .await?;
    let print = Print::of(&page, "print-report-long").await?;
    let units = print
        .pages
        .iter()
        .rposition(|text| text.contains("Phụ lục II"));
    let pages = &print.pages[units.expect("an annex by unit")..];
    assert!(pages.len() >= 4, "{} pages", pages.len());
    for text in pages {
        assert!(text.contains("Đơn vị Tổng số"), "no head: {text}");
    }
    let whole = pages.join(" ");
    for number in 1..=UNITS {
        let name = format!("Chi bộ thôn {number} ");
        assert!(whole.contains(&name), "{name} is missing");
    }
    page.no_errors().await
}

/// Firefox writes its own numbers of pages, since it knows none of a style's; `WebKit`'s driver cannot print.
#[tokio::test]
async fn firefox_prints_the_same_paper() -> Result {
    let server = Server::start()?;
    let office = Office::of(30, 10).at_work();
    let browser = Browser::desktop().of(Engine::Firefox);
    let page = office.open(&server, browser).await?;
    office.turn_to_unit(&page, "Chi bộ thôn 1").await?;
    let print = Print::of(&page, "print-unit-firefox").await?;
    print.is_paper(SHORT, LONG);
    let text = print.whole();
    assert!(text.contains("Nhiệm vụ Thời hạn Tình trạng"), "{text}");
    office.turn_to_overview(&page).await?;
    let print = Print::of(&page, "print-overview-firefox").await?;
    print.is_paper(LONG, SHORT);
    let whole = print.whole();
    for number in 1..=30 {
        assert!(
            whole.contains(&format!("Chi bộ thôn {number} ")),
            "{number}: {whole}"
        );
    }
    let () = page
        .js(&format!(
            "location.hash = '#/bao-cao/{}'; return null",
            office.plan
        ))
        .await?;
    page.wait_for(
        "the report",
        "document.querySelector('.report-sheets')?.innerText.includes('Quý IV/2026')",
    )
    .await?;
    let print = Print::of(&page, "print-report-firefox").await?;
    let turned = |size: &(f32, f32)| size.0 > size.1;
    let upright = print.sizes.iter().take_while(|size| !turned(size)).count();
    assert!(upright > 0, "{:?}", print.sizes);
    assert!(
        upright < print.sizes.len() && print.sizes[upright..].iter().all(turned),
        "{:?}",
        print.sizes
    );
    page.no_errors().await
}
