//! What comes out of the printer: the sheet of a unit to be hung on a wall, and the table of the overview.

use crate::harness::{Browser, Page, Result, Server};
use crate::office::Office;
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
            .map(|it| it.render_dimensions())
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
                (size.0 - width).abs() < 1.0 && (size.1 - height).abs() < 1.0,
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

#[tokio::test]
async fn the_sheet_of_a_unit_holds_its_duties_whole() -> Result {
    let server = Server::start()?;
    let page = first_visit(&server).await?;
    choose(&page, UNIT).await?;
    page.click_role("checkbox", TICK).await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    let print = Print::of(&page, "print-unit").await?;
    print.is_paper(SHORT, LONG);
    println!("{:#?}", print.pages);
    page.no_errors().await
}

#[tokio::test]
async fn the_table_of_an_office_repeats_its_head() -> Result {
    let server = Server::start()?;
    let office = Office::of(20, 0).at_work();
    let page = office.open(&server, Browser::desktop()).await?;
    office.turn_to_overview(&page).await?;
    let print = Print::of(&page, "print-office").await?;
    print.is_paper(LONG, SHORT);
    println!("{:#?}", print.pages);
    page.no_errors().await
}

#[tokio::test]
async fn more_duties_than_a_page_is_wide_stand_in_further_tables() -> Result {
    let server = Server::start()?;
    let office = Office::of(20, 10).at_work();
    let page = office.open(&server, Browser::desktop().dark()).await?;
    office.turn_to_overview(&page).await?;
    let print = Print::of(&page, "print-wide").await?;
    print.is_paper(LONG, SHORT);
    println!("{:#?}", print.pages);
    page.no_errors().await
}
