//! Excel files, as another library reads them.

use super::sample::{day, sheet_of, workbook};
use super::unzip;
use calamine::{Data, DataType, Range, Reader, Xlsx};
use so_tien_do::report::{Cell, MOST_LETTERS, Row, Workbook, xlsx};
use std::io::Cursor;

pub(super) fn written(workbook: &Workbook) -> Vec<u8> {
    xlsx(workbook).expect("a file")
}

fn opened(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    Xlsx::new(Cursor::new(bytes)).expect("a workbook")
}

pub(super) fn sheet(bytes: &[u8], name: &str) -> Range<Data> {
    opened(bytes).worksheet_range(name).expect(name)
}

#[test]
fn days_are_days_and_numbers_are_numbers() {
    let bytes = written(&workbook());
    let duties = sheet(&bytes, "Nhiệm vụ");
    assert_eq!(
        duties.get_value((2, 0)),
        Some(&Data::String("STT".to_owned()))
    );
    assert_eq!(duties.get_value((4, 0)), Some(&Data::Float(1.0)));
    let due = duties.get_value((4, 4)).expect("a day");
    assert_eq!(due.as_date(), Some(day(2026, 9, 30)));
    let figures = sheet(&bytes, "Số liệu");
    assert_eq!(figures.get_value((3, 1)), Some(&Data::Float(15_533.0)));
    assert_eq!(figures.get_value((3, 2)), Some(&Data::Float(0.667)));
}

#[test]
fn every_row_is_there() {
    let bytes = written(&workbook());
    assert_eq!(
        opened(&bytes).sheet_names(),
        ["Nhiệm vụ", "Số liệu"].map(str::to_owned)
    );
    let duties = sheet(&bytes, "Nhiệm vụ");
    let first = |row| duties.get_value((row, 0)).cloned().unwrap_or_default();
    assert_eq!(first(0).to_string(), "Kế hoạch số 96-KH/HU");
    assert_eq!(first(1).to_string(), "Dữ liệu tính đến ngày 30/9/2026");
    assert_eq!(first(3).to_string(), "Nhiệm vụ: khối các chi bộ");
    assert_eq!(duties.height(), 3 + 1 + 12);
}

#[test]
fn the_head_stays_and_can_be_filtered_and_texts_are_wrapped() {
    let mut parts = unzip(&written(&workbook()));
    let sheet = parts.remove("xl/worksheets/sheet1.xml").expect("a sheet");
    for piece in [
        r#"<pane xSplit="1" ySplit="3" topLeftCell="B4" activePane="bottomRight" state="frozen"/>"#,
        r#"<autoFilter ref="A3:H16"/>"#,
        r#"<pageSetup paperSize="9""#,
        r#"orientation="landscape""#,
        r#"fitToHeight="0""#,
        "<oddFooter>&amp;C&amp;P/&amp;N</oddFooter>",
        r#"customWidth="1""#,
    ] {
        assert!(sheet.contains(piece), "{piece}");
    }
    let book = parts.remove("xl/workbook.xml").expect("a workbook");
    // What comes again on each page: the first column and the titles.
    assert!(book.contains("'Nhiệm vụ'!$A:$A,'Nhiệm vụ'!$3:$3"), "{book}");
    let styles = parts.remove("xl/styles.xml").expect("styles");
    assert!(styles.contains(r#"wrapText="1""#) && styles.contains("dd/mm/yyyy"));
}

#[test]
fn a_sum_is_not_sorted_and_a_wide_sheet_is_printed_on_pages_side_by_side() {
    let (narrow, mut wide) = (workbook(), workbook());
    let table = &mut wide.sheets[1].table;
    let column = table.columns[1].clone();
    table.columns.extend(vec![column; 30]);
    for row in &mut table.rows {
        let Row::Cells(cells) = row else { continue };
        cells.extend(vec![Cell::Count(1); 30]);
    }
    let sum = std::iter::once(Cell::Text("Cộng".to_owned()));
    table
        .rows
        .push(Row::Cells(sum.chain(vec![Cell::Count(2); 32]).collect()));
    let second = |book: &Workbook| {
        let parts = unzip(&written(book));
        parts["xl/worksheets/sheet2.xml"].clone()
    };
    assert!(!second(&narrow).contains("fitToWidth"));
    let wide = second(&wide);
    assert!(
        wide.contains(r#"fitToWidth="6""#),
        "{}",
        &wide[wide.len() - 600..]
    );
    assert!(wide.contains(r#"<autoFilter ref="A3:AG5"/>"#));
}

#[test]
fn rows_are_as_high_as_their_words_need() {
    let words = "Rà soát, lập danh sách các hộ thuộc diện hỗ trợ, báo cáo về Văn phòng. ";
    let long = words.repeat(40);
    let unbroken = "a".repeat(1_000);
    let bytes = written(&Workbook {
        sheets: vec![sheet_of(&[
            "một dòng",
            words.repeat(4).trim(),
            &unbroken,
            &long,
        ])],
    });
    let xml = &unzip(&bytes)["xl/worksheets/sheet1.xml"];
    let rows = xml.split("<row ").skip(2);
    let height = |row: &str| {
        let (_, of) = row.split_once("ht=\"").unwrap_or(("", "15\""));
        of.split_once('"').expect("a height").0.to_owned()
    };
    let heights: Vec<_> = rows.map(height).collect();
    assert_eq!(heights, ["15.75", "32.25", "111.75", "288"]);
}

#[test]
fn what_looks_like_a_formula_stays_text() {
    let texts = [
        "=1+1",
        "+84 912 345 678",
        "-2+3",
        "@SUM(A1)",
        "=HYPERLINK(\"http://a\",\"b\")",
        "\t=1+1",
        "{=1}",
        "'x",
        "0123",
        "1E5",
        "TRUE",
        "30/9/2026",
    ];
    let bytes = written(&Workbook {
        sheets: vec![sheet_of(&texts)],
    });
    let cells = sheet(&bytes, "Ghi chú");
    for (text, row) in texts.iter().zip(1..) {
        let found = cells.get_value((row, 0));
        assert_eq!(found, Some(&Data::String((*text).to_owned())));
    }
    let formulas = opened(&bytes)
        .worksheet_formula("Ghi chú")
        .expect("a sheet");
    assert!(formulas.is_empty());
    assert!(!unzip(&bytes)["xl/worksheets/sheet1.xml"].contains("<f>"));
}

#[test]
fn a_text_beyond_what_a_cell_takes_is_cut() {
    let long = "𝄞".repeat(MOST_LETTERS);
    let bytes = written(&Workbook {
        sheets: vec![sheet_of(&[&long])],
    });
    let cells = sheet(&bytes, "Ghi chú");
    let found = cells.get_value((1, 0)).expect("a text").to_string();
    assert_eq!(found.encode_utf16().count(), MOST_LETTERS - 1);
}

#[test]
fn the_same_workbook_gives_the_same_bytes() {
    assert_eq!(written(&workbook()), written(&workbook()));
}

#[test]
fn names_that_excel_does_not_take_are_refused() {
    let mut workbook = workbook();
    workbook.sheets[0].name = "a/b".to_owned();
    assert!(xlsx(&workbook).is_err());
}
