//! CSV: what stands in the bytes.

use super::sample::{sheet_of, workbook};
use so_tien_do::report::csv;

#[test]
fn a_sheet_is_written_by_rfc_4180_with_the_mark_of_utf_8() {
    let text = csv(&workbook().sheets[1]);
    assert_eq!(
        text,
        "\u{feff}Kế hoạch số 96-KH/HU\r\n\
         Dữ liệu tính đến ngày 30/9/2026\r\n\
         Chỉ tiêu,Số lượng,Tỷ lệ\r\n\
         Đã hoàn thành đúng hạn,15533,66.7%\r\n\
         Chưa hoàn thành quá hạn,7001,33.3%\r\n"
    );
}

#[test]
fn days_are_read_alike_everywhere() {
    assert!(csv(&workbook().sheets[0]).contains(",Ban Tổ chức,,2026-09-30,"));
}

#[test]
fn commas_quotes_and_lines_are_quoted() {
    let text = csv(&sheet_of(&[
        "một, hai",
        "gọi là \"ba\"",
        "bốn\r\nnăm",
        "sáu",
    ]));
    let (_, rows) = text.split_once("\r\n").expect("a head");
    assert_eq!(
        rows,
        "\"một, hai\"\r\n\"gọi là \"\"ba\"\"\"\r\n\"bốn\nnăm\"\r\nsáu\r\n"
    );
}

#[test]
fn what_looks_like_a_formula_is_marked() {
    let text = csv(&sheet_of(&[
        "=1+1", "+84", "-2", "@a", "\t=1", " =1", "\u{0}=1", "＝1", "\n=1", "a=1", "",
    ]));
    let rows: Vec<_> = text.split("\r\n").skip(1).collect();
    assert_eq!(
        rows,
        [
            "'=1+1",
            "'+84",
            "'-2",
            "'@a",
            "'\t=1",
            "' =1",
            "'=1",
            "'＝1",
            "\"'\n=1\"",
            "a=1",
            "",
            ""
        ]
    );
}
