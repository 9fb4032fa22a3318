//! Plain text in its encodings.

use super::{check, fault};
use so_tien_do::source::{Foreign, SourceError, read_text};

const PLAN: &str = "KẾ HOẠCH\nthực hiện nhiệm vụ năm 2026\n\nI. MỤC TIÊU\n- Đường làng, ngõ xóm sạch sẽ; 100 % hộ ký cam kết.";

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

#[test]
fn unicode_is_read_with_and_without_its_mark() {
    check(PLAN.as_bytes(), PLAN);
    check(&[b"\xEF\xBB\xBF", PLAN.as_bytes()].concat(), PLAN);
    for unit in [u16::to_le_bytes, u16::to_be_bytes] {
        check(&utf16(PLAN, unit), PLAN);
        check(&utf16(&format!("\u{feff}{PLAN}"), unit), PLAN);
    }
}

#[test]
fn letters_are_composed_and_what_nobody_sees_is_gone() {
    check(
        "\u{feff}Ke\u{302}\u{301} hoạ\u{ad}ch\u{a0}số\u{200b} 1\r\nmột\rhai\u{2028}ba  \u{0b}"
            .as_bytes(),
        "Kế hoạch số 1\nmột\nhai\nba",
    );
    check("Số:\t05/KH-UBND".as_bytes(), "Số:\t05/KH-UBND");
    check("\u{f0b7} Thống kê".as_bytes(), "- Thống kê");
}

/// In Windows-1258 a vowel with its mark is one byte, and the tone follows.
#[test]
fn the_vietnamese_code_page_is_read() {
    let plan = b"K\xEA\xEC hoa\xF2ch th\xFD\xF2c hi\xEA\xF2n nhi\xEA\xF2m vu\xF2 n\xE3m 2026 cu\xD2a \xD0a\xD2ng u\xD2y";
    check(plan, "Kế hoạch thực hiện nhiệm vụ năm 2026 của Đảng ủy");
}

#[test]
fn a_text_in_no_encoding_is_not_guessed() {
    let western = b"D\xE9j\xE0 vu: la r\xE9union \xE9tait tr\xE8s r\xE9ussie \xE0 l'h\xF4tel";
    assert_eq!(fault(western), SourceError::Undecodable);
    assert_eq!(fault(&"Kế hoạch".as_bytes()[..3]), SourceError::Undecodable);
    assert_eq!(fault(b"ab\0cd"), SourceError::Undecodable);
    // A half of a pair.
    assert_eq!(fault(b"\xFF\xFEa\0\x00\xD8"), SourceError::Undecodable);
}

#[test]
fn nothing_is_told_from_something() {
    for nothing in [
        &b""[..],
        b" \r\n\t",
        b"\xEF\xBB\xBF",
        b"\0\0\0",
        "—\n***".as_bytes(),
    ] {
        assert_eq!(fault(nothing), SourceError::Empty, "{nothing:?}");
    }
    assert_eq!(read_text("\n\n"), Err(SourceError::Empty));
}

#[test]
fn other_kinds_of_files_are_told_by_their_content() {
    let own = br#"{"format":"so-tien-do","version":1,"kind":"progress"}"#;
    for (bytes, kind) in [
        (&own[..], Foreign::Own),
        (b"{\\rtf1\\ansi K\\'ea}", Foreign::Document),
        (b"<!DOCTYPE html><p>a", Foreign::Document),
        (
            b"<?xml version=\"1.0\"?><w:wordDocument/>",
            Foreign::Document,
        ),
        (b"\x89PNG\r\n\x1a\n", Foreign::Picture),
        (b"\xFF\xD8\xFF\xE0", Foreign::Picture),
        (b"Rar!\x1a\x07", Foreign::Archive),
    ] {
        assert_eq!(fault(bytes), SourceError::Foreign(kind));
    }
    // A note that begins like a bitmap.
    check(b"BM: ban mat", "BM: ban mat");
}

#[test]
fn a_pasted_text_is_cleaned_as_a_file_is() {
    let text = read_text("Ke\u{302}\u{301} hoạch\r\n").expect("a text");
    assert_eq!(text.text, "Kế hoạch");
    assert_eq!(text.old_font, None);
}
