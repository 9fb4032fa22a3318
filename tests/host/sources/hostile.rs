//! Files that are broken, or made to do harm: each is told what it is, soon.

use super::make::{Docx, compound, docx_of, item, level, list, p, zip};
use super::{fault, read, text};
use crate::cases;
use proptest::prelude::*;
use so_tien_do::source::{Foreign, MAX_BYTES, SourceError, read_text};
use std::time::{Duration, Instant};

/// Runs something that has to end soon, even unoptimised and on a busy machine.
fn soon<T>(run: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = run();
    let passed = start.elapsed();
    assert!(passed < Duration::from_secs(20), "{passed:?}");
    result
}

fn wrapped(content: &str) -> Vec<u8> {
    docx_of(format!("<w:document><w:body>{content}</w:body></w:document>").as_bytes())
}

#[test]
fn a_file_that_is_too_large_is_not_even_looked_at() {
    assert_eq!(fault(&vec![b'a'; MAX_BYTES + 1]), SourceError::TooLarge);
    assert_eq!(
        soon(|| fault(&vec![b'a'; 50_000_000])),
        SourceError::TooLarge
    );
}

#[test]
fn a_line_of_five_million_letters_is_too_long() {
    assert_eq!(soon(|| fault(&vec![b'a'; 5_000_000])), SourceError::TooLong);
    assert_eq!(
        soon(|| fault("ế".repeat(1_000_000).as_bytes())),
        SourceError::TooLong
    );
    assert_eq!(
        soon(|| read_text(&"µ".repeat(1_500_000))),
        Err(SourceError::TooLong)
    );
    assert_eq!(
        soon(|| fault(&wrapped(&p(&"a".repeat(5_000_000))))),
        SourceError::TooLong
    );
    let many = p(&"một hai ba ".repeat(50)).repeat(10_000);
    assert_eq!(soon(|| fault(&wrapped(&many))), SourceError::TooLong);
}

#[test]
fn a_zip_bomb_goes_off_within_bounds() {
    // 200 MB of blanks in 200 kB.
    let bomb = docx_of(&vec![b' '; 200_000_000]);
    assert!(bomb.len() < 1_000_000);
    assert_eq!(soon(|| fault(&bomb)), SourceError::TooLong);
    let tags = "<w:p/>".repeat(2_000_000);
    assert_eq!(soon(|| fault(&wrapped(&tags))), SourceError::TooLong);
}

#[test]
fn pictures_in_a_document_cost_nothing() {
    let document = b"<w:document><w:body><w:p><w:r><w:t>A</w:t></w:r></w:p></w:body></w:document>";
    let picture = vec![0; 100_000_000];
    let bytes = zip(&[
        ("word/document.xml", document),
        ("word/media/a.png", &picture),
    ]);
    assert_eq!(soon(|| text(&bytes)), "A");
}

#[test]
fn a_document_cut_anywhere_is_told_to_be_damaged() {
    let body: String = (0..200)
        .map(|number| item(1, 0, &format!("việc {number}")))
        .collect();
    let whole = Docx::new(body)
        .numbering(&list(1, &[level(0, "decimal", "%1.", "")]))
        .bytes();
    assert!(read(&whole).is_ok());
    for part in 1..20 {
        let cut = &whole[..whole.len() * part / 20];
        assert_eq!(fault(cut), SourceError::DamagedDocx, "{part}/20");
    }
}

#[test]
fn entities_are_never_resolved() {
    for (declared, used) in [
        (r#"<!ENTITY a SYSTEM "file:///etc/passwd">"#, "&a;"),
        (r#"<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">"#, "&b;"),
    ] {
        let xml = format!(
            "<?xml version=\"1.0\"?><!DOCTYPE x [{declared}]><w:document><w:body><w:p><w:r><w:t>{used}</w:t></w:r></w:p></w:body></w:document>"
        );
        assert_eq!(fault(&docx_of(xml.as_bytes())), SourceError::HostileDocx);
    }
    assert_eq!(
        fault(&wrapped("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>")),
        SourceError::HostileDocx
    );
}

#[test]
fn xml_that_is_broken_or_too_deep_is_told_to_be_damaged() {
    let deep = "<w:sdt>".repeat(100_000) + &"</w:sdt>".repeat(100_000);
    assert_eq!(soon(|| fault(&wrapped(&deep))), SourceError::DamagedDocx);
    for broken in ["<w:p>", "</w:p>", "<w:p></w:r>", "<w:p", "<w:p><w:r><w:t>a"] {
        assert_eq!(
            fault(&wrapped(broken)),
            SourceError::DamagedDocx,
            "{broken}"
        );
    }
    assert_eq!(fault(&docx_of(b"")), SourceError::DamagedDocx);
    assert_eq!(fault(&docx_of(b"\xFF\xFF\xFF")), SourceError::DamagedDocx);
    assert_eq!(fault(&wrapped("")), SourceError::Empty);
    assert_eq!(fault(&docx_of(b"<other/>")), SourceError::Empty);
}

/// Tables nested as deep as is allowed are walked without a deep stack, in the time that one takes.
#[test]
fn nested_tables_and_odd_numbers_do_no_harm() {
    let mut nested = p("trong cùng");
    for _ in 0..40 {
        nested = format!("<w:tbl><w:tr><w:tc>{nested}</w:tc></w:tr></w:tbl>");
    }
    assert_eq!(soon(|| text(&wrapped(&nested))), "trong cùng");
    let spans = "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"4000000000\"/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    assert_eq!(text(&wrapped(spans)), "a");
    let lists = format!(
        "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"K\"/><w:styleLink w:val=\"K\"/>{}{}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>",
        level(
            0,
            "upperRoman",
            "%1%9%0%x%",
            "<w:start w:val=\"4294967295\"/>"
        ),
        level(4_000_000, "decimal", "%1", "")
    );
    let body = item(1, 0, "a") + &item(1, 4_000_000, "b") + &item(1, 8, "c");
    assert_eq!(
        text(&Docx::new(body).numbering(&lists).bytes()),
        "I%0%x% a\n\nb\n\nc"
    );
}

#[test]
fn styles_that_are_based_on_each_other_do_no_harm() {
    let styles = r#"<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>"#;
    let body = "<w:p><w:pPr><w:pStyle w:val=\"A\"/></w:pPr><w:r><w:rPr><w:rStyle w:val=\"B\"/></w:rPr><w:t>a</w:t></w:r></w:p>";
    assert_eq!(text(&Docx::new(body).styles(styles).bytes()), "a");
}

#[test]
fn compound_files_are_told_apart() {
    for (name, error) in [
        ("WordDocument", SourceError::LegacyDoc),
        ("EncryptedPackage", SourceError::EncryptedDocx),
        ("Workbook", SourceError::Foreign(Foreign::Spreadsheet)),
        ("PowerPoint Document", SourceError::Foreign(Foreign::Slides)),
        ("", SourceError::LegacyDoc),
    ] {
        assert_eq!(fault(&compound(name)), error, "{name}");
    }
}

#[test]
fn zips_that_are_no_documents_are_told_apart() {
    for (name, kind) in [
        ("xl/workbook.xml", Foreign::Spreadsheet),
        ("ppt/presentation.xml", Foreign::Slides),
        ("content.xml", Foreign::Document),
        ("photo.jpg", Foreign::Archive),
    ] {
        assert_eq!(
            fault(&zip(&[(name, b"<x/>")])),
            SourceError::Foreign(kind),
            "{name}"
        );
    }
}

/// How files of each kind begin, so that junk gets past the first look.
const STARTS: [&[u8]; 6] = [
    b"",
    b"PK\x03\x04",
    b"%PDF-1.7\n",
    b"\xFF\xFE",
    b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
    b"{\"format\":",
];

#[test]
fn junk_is_read_or_refused_and_never_more() {
    let junk = (
        prop::sample::select(STARTS.to_vec()),
        prop::collection::vec(any::<u8>(), 0..600),
    );
    cases::check(cases::share(30), &junk, |(start, junk)| {
        let _ = read(&[start, &junk].concat());
        Ok(())
    });
}

#[test]
fn a_document_with_changed_bytes_is_read_or_refused() {
    let body = p("một") + &item(1, 0, "hai");
    let whole = Docx::new(body).bytes();
    let change = (0..whole.len(), any::<u8>());
    cases::check(cases::share(30), &change, |(place, byte)| {
        let mut changed = whole.clone();
        changed[place] = byte;
        let _ = read(&changed);
        Ok(())
    });
}

#[test]
fn any_xml_within_a_document_is_read_or_refused() {
    let piece = prop::sample::select(vec![
        "<w:p>",
        "</w:p>",
        "<w:r>",
        "</w:r>",
        "<w:t>",
        "</w:t>",
        "<w:tbl>",
        "</w:tbl>",
        "<w:tr>",
        "</w:tr>",
        "<w:tc>",
        "</w:tc>",
        "<w:p/>",
        "<w:br/>",
        "<w:pPr/>",
        "một",
        "&amp;",
        "<w:sdt>",
        "</w:sdt>",
        "<!-- x -->",
        "<![CDATA[x]]>",
        "<?x y?>",
    ]);
    let content = prop::collection::vec(piece, 0..30);
    cases::check(cases::share(30), &content, |content| {
        let _ = read(&wrapped(&content.concat()));
        Ok(())
    });
}
