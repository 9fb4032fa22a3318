//! Word files: pages and letters by the rules, every text once, the same bytes each time.

use super::sample::document;
use super::{letters, texts, unzip};
use so_tien_do::report::{Cell, Document, Row, Table, docx};
use so_tien_do::workspace::Form;

fn main_part(document: &Document) -> String {
    unzip(&docx(document))
        .remove("word/document.xml")
        .expect("a text")
}

/// How often a piece stands in the text.
fn times(xml: &str, piece: &str) -> usize {
    xml.matches(piece).count()
}

/// How the letters of a text look.
fn look<'a>(xml: &'a str, text: &str) -> &'a str {
    let at = xml.find(&format!(">{text}</w:t>")).expect(text);
    let (_, look) = xml[..at].rsplit_once("<w:rPr>").expect("a look");
    look.split_once("</w:rPr>").expect("an end").0
}

/// How the paragraph of a text stands.
fn place<'a>(xml: &'a str, text: &str) -> &'a str {
    let at = xml.find(&format!(">{text}</w:t>")).expect(text);
    let (_, place) = xml[..at].rsplit_once("<w:pPr>").expect("a place");
    place.split_once("</w:pPr>").expect("an end").0
}

fn size(half_points: u32) -> String {
    format!(r#"<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>"#)
}

#[test]
fn pages_have_the_size_and_the_edges_of_the_rules() {
    for form in [Form::Party, Form::State] {
        let xml = main_part(&document(form));
        let upright = r#"<w:pgSz w:w="11906" w:h="16838"/>"#;
        let across = r#"<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>"#;
        assert_eq!((times(&xml, upright), times(&xml, across)), (1, 2));
        // 20, 15, 20 and 30 mm; the number of the page 10 mm below the edge.
        let edges = r#"<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>"#;
        assert_eq!(times(&xml, edges), 3);
        // Not on the first page; each annex is counted from 1.
        assert_eq!(times(&xml, "<w:titlePg/>"), 3);
        assert_eq!(times(&xml, r#"<w:pgNumType w:start="1"/>"#), 3);
    }
}

#[test]
fn without_annexes_all_pages_are_upright() {
    let mut document = document(Form::Party);
    document.annexes.clear();
    let xml = main_part(&document);
    assert_eq!(times(&xml, "<w:sectPr>"), 1);
    assert!(!xml.contains("landscape") && !xml.contains("Phụ lục"));
}

#[test]
fn the_head_of_a_table_comes_again_and_rows_stay_whole() {
    let xml = main_part(&document(Form::State));
    assert_eq!(times(&xml, "<w:tblHeader/>"), 3);
    assert_eq!(times(&xml, "<w:cantSplit/>"), times(&xml, "<w:tr>"));
}

#[test]
fn a_row_higher_than_a_page_goes_over_pages_and_a_short_table_does_not() {
    let mut document = document(Form::Party);
    let last = document.annexes.pop().expect("a second annex");
    let xml = main_part(&document);
    assert_eq!(times(&xml, "<w:cantSplit/>"), times(&xml, "<w:tr>"));
    let mut high = last.table;
    let Some(Row::Cells(cells)) = high.rows.last_mut() else {
        panic!("a row of cells");
    };
    cells[5] = Cell::Text("Chi bộ 1: hoàn thành ngày 08/06/2018; ".repeat(30));
    document.annexes[0].table = high;
    let xml = main_part(&document);
    assert_eq!(times(&xml, "<w:cantSplit/>") + 1, times(&xml, "<w:tr>"));
    // Its lines are too many for one page, however few its rows.
    assert!(!place(&xml, "Ban Tổ chức").contains("keepNext"));
    // The rows of a short table keep to each other.
    assert!(place(&xml, "Đã hoàn thành đúng hạn").starts_with("<w:keepNext/>"));
    assert!(!place(&xml, "Chưa hoàn thành quá hạn").contains("keepNext"));
}

#[test]
fn figures_and_differences_stand_in_the_middle_and_sums_are_bold() {
    let mut document = document(Form::State);
    let texts = [
        "Cộng",
        "+1.503",
        "-2",
        "0",
        "+0,1 điểm %",
        "- a",
        "12-BC/CB",
    ];
    let cells = texts.map(|it| Cell::Text(it.to_owned())).to_vec();
    document.annexes[0].table = Table {
        columns: vec![document.annexes[0].table.columns[0].clone(); texts.len()],
        rows: vec![Row::Cells(cells)],
    };
    document.annexes.truncate(1);
    let xml = main_part(&document);
    for (text, is_figure) in texts
        .into_iter()
        .zip([false, true, true, true, true, false, false])
    {
        let is_centred = place(&xml, text).contains(r#"<w:jc w:val="center"/>"#);
        assert_eq!(is_centred, is_figure, "{text}");
        assert!(look(&xml, text).starts_with("<w:b/>"));
    }
}

#[test]
fn letters_of_the_party_are_those_of_its_rule() {
    let xml = main_part(&document(Form::Party));
    for (text, look_expected) in [
        ("ĐẢNG CỘNG SẢN VIỆT NAM", format!("<w:b/>{}", size(30))),
        ("Tỉnh ủy Phú Thọ", format!("<w:caps/>{}", size(28))),
        ("Đảng ủy xã Vân Bán", format!("<w:b/><w:caps/>{}", size(28))),
        ("*", size(28)),
        ("Số       -BC/ĐU", size(28)),
        (
            "Vân Bán, ngày 30 tháng 9 năm 2026",
            format!("<w:i/>{}", size(28)),
        ),
        ("Báo cáo", format!("<w:b/><w:caps/>{}", size(30))),
        ("-----", format!("<w:b/>{}", size(28))),
        ("I. Tình hình triển khai", format!("<w:b/>{}", size(28))),
        ("Đề nghị cấp trên xem xét, hướng dẫn.", size(28)),
        ("Nơi nhận:", format!(r#"{}<w:u w:val="single"/>"#, size(28))),
        ("- Lưu Văn phòng.", size(24)),
        ("T/M Ban Thường vụ", format!("<w:b/><w:caps/>{}", size(28))),
        ("Phó Bí thư", format!("<w:caps/>{}", size(28))),
        ("Nguyễn Văn An", format!("<w:b/>{}", size(28))),
        ("Phụ lục II", format!("<w:b/>{}", size(28))),
    ] {
        assert_eq!(look(&xml, text), look_expected, "{text}");
    }
}

#[test]
fn letters_of_the_state_are_those_of_its_rule() {
    let xml = main_part(&document(Form::State));
    for (text, look_expected) in [
        (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            format!("<w:b/>{}", size(26)),
        ),
        ("Độc lập - Tự do - Hạnh phúc", format!("<w:b/>{}", size(28))),
        ("Tỉnh Phú Thọ", format!("<w:caps/>{}", size(26))),
        (
            "Ủy ban nhân dân xã Vân Bán",
            format!("<w:b/><w:caps/>{}", size(26)),
        ),
        ("Số:       /BC-UBND", size(26)),
        ("Báo cáo", format!("<w:b/><w:caps/>{}", size(28))),
        ("Đề nghị cấp trên xem xét, hướng dẫn.", size(28)),
        ("Nơi nhận:", format!("<w:b/><w:i/>{}", size(24))),
        ("- Lưu Văn phòng.", size(22)),
        ("Chủ tịch", format!("<w:b/><w:caps/>{}", size(28))),
    ] {
        assert_eq!(look(&xml, text), look_expected, "{text}");
    }
}

#[test]
fn paragraphs_stand_as_the_rules_say() {
    let last = "Đề nghị cấp trên xem xét, hướng dẫn";
    let party = main_part(&document(Form::Party));
    // Who signs does not stand alone on a page.
    assert_eq!(
        place(&party, &format!("{last}.")),
        r#"<w:keepNext/><w:spacing w:before="0" w:after="120" w:line="400" w:lineRule="exact"/><w:ind w:firstLine="567"/><w:jc w:val="both"/>"#
    );
    let state = main_part(&document(Form::State));
    assert_eq!(
        place(&state, &format!("{last}.")),
        r#"<w:keepNext/><w:spacing w:before="0" w:after="120" w:line="276" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>"#
    );
    let heading = place(&state, "1. Công tác lãnh đạo, chỉ đạo");
    assert!(heading.starts_with(r#"<w:pStyle w:val="Heading2"/><w:keepNext/>"#));
}

#[test]
fn every_text_is_there_as_often_as_in_the_document() {
    for form in [Form::Party, Form::State] {
        let document = document(form);
        let whole = texts(&main_part(&document)).join("\n");
        for text in document
            .title
            .iter()
            .chain(&document.recipients)
            .chain(document.annexes.iter().map(|annex| &annex.below))
            .chain([&document.head.issuer, &document.signature.name])
        {
            assert_eq!(whole.matches(text.as_str()).count(), 1, "{text}");
        }
        for number in 1..=60 {
            let duty = format!("Tiến độ thực hiện nhiệm vụ ({number}): rà soát");
            assert_eq!(whole.matches(&duty).count(), 1, "{duty}");
        }
        for figure in ["15.533", "7.001", "66,7%", "33,3%"] {
            assert_eq!(whole.matches(figure).count(), 1, "{figure}");
        }
        assert_eq!(whole.matches("30/09/2026").count(), 61);
    }
}

#[test]
fn the_reader_of_documents_reads_it_back() {
    let document = document(Form::Party);
    let text = crate::sources::text(&docx(&document));
    for piece in ["ĐẢNG CỘNG SẢN VIỆT NAM", "Kiến nghị", "Nguyễn Văn An"] {
        assert!(letters(&text).contains(&letters(piece)), "{piece}");
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = document(Form::State);
    assert_eq!(docx(&document), docx(&document));
}

#[test]
fn a_day_that_is_not_known_leaves_blanks() {
    let mut document = document(Form::Party);
    document.head.day = None;
    let xml = main_part(&document);
    assert!(xml.contains("Vân Bán, ngày …… tháng …… năm ………"));
}
