//! PDF: letters at places become lines; scans, secrets and odd fonts are told.

use super::{check, fault, read, text};
use crate::cases;
use miniz_oxide::deflate::compress_to_vec_zlib;
use proptest::prelude::*;
use so_tien_do::source::SourceError;

/// What a font says of its letters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    All,
    Nothing,
}

/// A text at a place, in a font of 12 points whose letters are 6 points wide.
fn at(x: i32, y: i32, text: &str) -> String {
    format!("BT /F1 12 Tf 1 0 0 1 {x} {y} Tm <{}> Tj ET\n", codes(text))
}

/// Codes are not Unicode: only the font's own table tells the letters.
fn codes(text: &str) -> String {
    text.encode_utf16()
        .map(|unit| format!("{:04x}", unit ^ 0x5000))
        .collect()
}

fn table() -> String {
    let letters = (0x20..0x180)
        .chain(0x1A0..0x1B1)
        .chain(0x1EA0..0x1EFA)
        .chain(0x300..0x324)
        .chain([0x2013, 0xFB01]);
    let lines: Vec<_> = letters
        .map(|unit: u16| format!("<{:04x}> <{unit:04x}>", unit ^ 0x5000))
        .collect();
    let mut table = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n".to_owned();
    for lines in lines.chunks(100) {
        let lines = format!(
            "{} beginbfchar\n{}\nendbfchar\n",
            lines.len(),
            lines.join("\n")
        );
        table.push_str(&lines);
    }
    table + "endcmap end"
}

fn stream(dictionary: &str, content: &[u8]) -> Vec<u8> {
    let packed = compress_to_vec_zlib(content, 6);
    let head = format!(
        "<< {dictionary} /Filter /FlateDecode /Length {} >>\nstream\n",
        packed.len()
    );
    [head.as_bytes(), &packed, b"\nendstream"].concat()
}

/// Puts objects into a file, numbered from 1; the first is the catalogue.
fn file(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (object, number) in objects.iter().zip(1..) {
        places.push(bytes.len());
        bytes.extend(format!("{number} 0 obj\n").bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let start = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        bytes.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let size = objects.len() + 1;
    bytes.extend(
        format!("trailer << /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF")
            .bytes(),
    );
    bytes
}

/// A file of pages with one font.
fn pdf(pages: &[&str], told: Told) -> Vec<u8> {
    let kids: Vec<_> = (0..pages.len())
        .map(|page| format!("{} 0 R", 6 + 2 * page))
        .collect();
    let to_unicode = if told == Told::All {
        "/ToUnicode 5 0 R"
    } else {
        ""
    };
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Type /Pages /Count {} /Kids [{}] >>", pages.len(), kids.join(" ")).into_bytes(),
        format!("<< /Type /Font /Subtype /Type0 /BaseFont /Chu /Encoding /Identity-H /DescendantFonts [4 0 R] {to_unicode} >>").into_bytes(),
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Chu /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>".to_vec(),
        stream("", table().as_bytes()),
    ];
    for (page, number) in pages.iter().zip(0..) {
        let content = 7 + 2 * number;
        objects.push(
            format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R /Resources << /Font << /F1 3 0 R >> >> >>")
                .into_bytes(),
        );
        objects.push(stream("", page.as_bytes()));
    }
    file(&objects, "")
}

/// Holds the text of one page against the one that is expected.
fn check_page(content: &str, expected: &str) {
    check(&pdf(&[content], Told::All), expected);
}

#[test]
fn lines_are_read_from_the_top_and_larger_gaps_part_paragraphs() {
    let content = [
        at(70, 700, "thực hiện nhiệm vụ năm 2026 trên địa bàn xã"),
        at(70, 718, "KẾ HOẠCH"),
        at(70, 670, "I. MỤC TIÊU"),
        at(70, 652, "Đường làng sạch sẽ, mỗi hộ ký cam kết trước ngày"),
        at(70, 634, "15 tháng 3 năm 2026."),
    ];
    check_page(
        &content.concat(),
        "KẾ HOẠCH\nthực hiện nhiệm vụ năm 2026 trên địa bàn xã\n\nI. MỤC TIÊU\nĐường làng sạch sẽ, mỗi hộ ký cam kết trước ngày\n15 tháng 3 năm 2026.",
    );
}

/// Word sets justified lines word by word, and kerned ones letter by letter.
#[test]
fn words_are_joined_and_parted_by_where_they_stand() {
    let justified = at(70, 700, "Văn")
        + &at(94, 700, "phòng")
        + &at(130, 700, "xã")
        + &at(142, 700, "A tham mưu");
    let kerned = format!(
        "BT /F1 12 Tf 1 0 0 1 70 680 Tm [<{}> 40 <{}> -50 <{}> -600 <{}>] TJ ET\n",
        codes("T"),
        codes("ổ"),
        codes("ng"),
        codes("hợp")
    );
    let bold = at(70, 660, "CHỦ TỊCH") + &at(70, 660, "CHỦ TỊCH");
    check_page(
        &(justified + &kerned + &bold),
        "Văn phòng xãA tham mưu\nTổng hợp\nCHỦ TỊCH",
    );
}

#[test]
fn marks_and_ligatures_become_letters() {
    check_page(
        &at(70, 700, "Tha\u{301}ng ba: báo cáo o\u{fb01}ce định kỳ"),
        "Tháng ba: báo cáo ofice định kỳ",
    );
}

#[test]
fn the_numbers_of_pages_are_dropped() {
    let first = at(70, 700, "Trang đầu của kế hoạch năm 2026, có số ở dưới") + &at(290, 40, "1");
    let second = at(290, 800, "- 2 -")
        + &at(70, 700, "Trang sau của kế hoạch, có số ở trên\u{20}")
        + &at(70, 680, "15");
    check(
        &pdf(&[&first, &second], Told::All),
        "Trang đầu của kế hoạch năm 2026, có số ở dưới\nTrang sau của kế hoạch, có số ở trên",
    );
}

#[test]
fn the_head_of_a_letter_is_read_column_after_column() {
    let content = [
        at(60, 780, "ỦY BAN NHÂN DÂN"),
        at(300, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        at(90, 764, "XÃ A"),
        at(340, 764, "Độc lập - Tự do - Hạnh phúc"),
        at(60, 740, "Số: 05/KH-UBND"),
        at(330, 740, "Xã A, ngày 05 tháng 01 năm 2026"),
        at(200, 700, "KẾ HOẠCH"),
        at(
            100,
            684,
            "Một dòng chạy suốt chiều ngang của trang giấy này",
        ),
    ];
    check_page(
        &content.concat(),
        "ỦY BAN NHÂN DÂN\nXÃ A\nSố: 05/KH-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nXã A, ngày 05 tháng 01 năm 2026\n\nKẾ HOẠCH\nMột dòng chạy suốt chiều ngang của trang giấy này",
    );
}

#[test]
fn rows_of_a_table_stay_lines() {
    let content = [
        at(60, 700, "STT") + &at(120, 700, "Nội dung") + &at(300, 700, "Chủ trì"),
        at(60, 684, "1") + &at(120, 684, "Rà soát hộ nghèo") + &at(300, 684, "Văn phòng"),
    ];
    check_page(
        &content.concat(),
        "STT Nội dung Chủ trì\n1 Rà soát hộ nghèo Văn phòng",
    );
}

#[test]
fn matrices_states_and_line_operators_are_followed() {
    let content = format!(
        "q 2 0 0 2 0 0 cm BT /F1 6 Tf 14 TL 35 350 Td <{}> Tj T* <{}> Tj 0 -14 Td <{}> Tj ET Q\n{}",
        codes("Dòng một của văn bản"),
        codes("dòng hai của văn bản"),
        codes("dòng ba của văn bản"),
        // Askew, as watermarks are.
        format_args!(
            "BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 100 Tm <{}> Tj ET",
            codes("BẢN SAO")
        ),
    );
    check_page(
        &content,
        "Dòng một của văn bản\ndòng hai của văn bản\ndòng ba của văn bản",
    );
}

#[test]
fn simple_fonts_are_read_by_their_encoding() {
    let content = b"BT /F1 12 Tf 70 700 Td (K\xea ho\x80ch n\x81m nay c\xf3 b\xe2y vi\x82c) Tj ET";
    let font = "<< /Type /Font /Subtype /TrueType /BaseFont /Chu /FirstChar 32 /Widths [250] /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [128 /adotbelow /abreve /ecircumflexdotbelow] >> >>";
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>".to_vec(),
        font.as_bytes().to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> >>".to_vec(),
        stream("", content),
    ];
    check(&file(&objects, ""), "Kê hoạch năm nay có bây việc");
}

#[test]
fn a_scan_is_told_to_have_no_text() {
    assert_eq!(
        fault(&pdf(&["q 595 0 0 842 0 0 cm Q"], Told::All)),
        SourceError::ScannedPdf
    );
    assert_eq!(
        fault(&pdf(&["", &at(70, 700, "ĐÃ KÝ SỐ"), ""], Told::All)),
        SourceError::ScannedPdf
    );
}

#[test]
fn fonts_that_tell_no_letters_are_told() {
    let content = at(70, 700, "thực hiện nhiệm vụ năm 2026 trên địa bàn xã");
    let error = fault(&pdf(&[&content], Told::Nothing));
    assert_eq!(error, SourceError::GarbledPdf { percent: 100 });
}

#[test]
fn a_file_with_a_password_is_told() {
    let bytes = pdf(&[&at(70, 700, "bí mật")], Told::All);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    assert!(text.contains("/Root 1 0 R"));
    let secret = "00".repeat(32);
    let encrypt = format!(
        "/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <{secret}> /U <{secret}> >>"
    );
    let mut secured = bytes;
    let place = secured
        .windows(11)
        .rposition(|window| window == b"/Root 1 0 R")
        .expect("a trailer");
    secured.splice(place..place + 11, encrypt.into_bytes());
    assert_eq!(fault(&secured), SourceError::EncryptedPdf);
}

#[test]
fn a_bomb_in_a_stream_is_not_kept() {
    let blanks = vec![b' '; 150_000_000];
    let page = String::from_utf8(blanks).expect("text");
    assert_eq!(fault(&pdf(&[&page], Told::All)), SourceError::TooLong);
}

#[test]
fn a_cut_or_changed_file_is_read_or_refused() {
    let content = at(70, 700, "thực hiện nhiệm vụ năm 2026 trên địa bàn xã");
    let whole = pdf(&[&content], Told::All);
    assert_eq!(text(&whole), "thực hiện nhiệm vụ năm 2026 trên địa bàn xã");
    for part in 1..20 {
        let _ = read(&whole[..whole.len() * part / 20]);
    }
    let changes = prop::collection::vec((0..whole.len(), any::<u8>()), 1..4);
    cases::check(cases::share(30), &changes, |changes| {
        let mut changed = whole.clone();
        for (place, byte) in changes {
            changed[place] = byte;
        }
        let _ = read(&changed);
        Ok(())
    });
}

#[test]
fn any_operators_are_played_or_passed_over() {
    let operator = prop::sample::select(vec![
        "q",
        "Q",
        "BT",
        "ET",
        "Tj",
        "T*",
        "(a)",
        "<0041>",
        "[(a) 5]",
        "TJ",
        "/F1 12 Tf",
        "/F9 0 Tf",
        "1 0 0 1 5 5 cm",
        "0 0 0 0 0 0 Tm",
        "1e30 0 0 1e30 1e30 1e30 cm",
        "/X Do",
        "'",
        "5 5 (x) \"",
        "9999999999 TL",
        "-1 Tz",
        "BI",
        "ID",
        "EI",
        "<<",
        ">>",
        "[",
        "]",
    ]);
    let content = prop::collection::vec(operator, 0..40);
    cases::check(cases::share(20), &content, |content| {
        let _ = read(&pdf(&[&content.join(" ")], Told::All));
        Ok(())
    });
}
