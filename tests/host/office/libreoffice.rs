//! `LibreOffice` opens the files: `make office`.

use super::hostile::all_texts;
use super::sample::{document, workbook};
use super::{letters, xlsx};
use so_tien_do::report::{Block, Cell, Document, Row, docx};
use so_tien_do::workspace::Form;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder of its own, where the pages can be looked at afterwards.
fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("office");
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn run(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    let output = output.unwrap_or_else(|error| panic!("{program}: {error}"));
    assert!(output.status.success(), "{program} {arguments:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Writes a file, turns it into another kind, and returns where that is.
fn converted(name: &str, bytes: &[u8], filter: &str) -> String {
    let file = folder().join(name);
    std::fs::write(&file, bytes).expect("a file");
    let (folder, file) = (folder().display().to_string(), file.display().to_string());
    let profile = format!("-env:UserInstallation=file://{folder}/profile-{name}");
    let convert = [
        "--headless",
        "--convert-to",
        filter,
        "--outdir",
        &folder,
        &file,
    ];
    run("soffice", &[&[profile.as_str()], &convert[..]].concat());
    let (stem, _) = file.rsplit_once('.').expect("a kind");
    let (kind, _) = filter.split_once(':').unwrap_or((filter, ""));
    format!("{stem}.{kind}")
}

fn pages(name: &str, bytes: &[u8]) -> String {
    converted(name, bytes, "pdf")
}

/// The width and height of each page, in whole points.
fn sizes(pdf: &str) -> Vec<(u32, u32)> {
    let told = run("pdfinfo", &["-l", "-1", pdf]);
    let sizes = told
        .lines()
        .filter(|line| line.starts_with("Page ") && line.contains(" size:"));
    let numbers = |line: &str| -> Vec<u32> {
        let words = line.split_whitespace().skip(3);
        let numbers = words.filter_map(|word| word.split('.').next()?.parse().ok());
        numbers.collect()
    };
    sizes
        .map(|line| match numbers(line)[..] {
            [width, height, ..] => (width, height),
            _ => panic!("{line}"),
        })
        .collect()
}

#[test]
#[ignore = "needs LibreOffice: make office"]
fn word_files_become_pages_as_the_rules_want() {
    for (form, name) in [(Form::Party, "party.docx"), (Form::State, "state.docx")] {
        let pdf = pages(name, &docx(&document(form)));
        let text = run("pdftotext", &["-layout", &pdf, "-"]);
        // A4 in points; one page of text, then the annexes, laid across.
        let sizes = sizes(&pdf);
        assert_eq!(sizes[0], (595, 841), "{name}");
        assert!(
            sizes[1..].iter().all(|size| *size == (841, 595)),
            "{sizes:?}"
        );
        let across = sizes.len() - 1;
        assert!(across >= 4, "{sizes:?}");
        // The head of the table on each page of an annex.
        assert_eq!(text.matches("STT").count(), across, "{name}");
        for piece in ["Phụ lục II", "Nguyễn Văn An", "15.533", "66,7%"] {
            assert!(text.contains(piece), "{name}: {piece}");
        }
        assert!(letters(&text).contains(&letters("đến ngày 30/9/2026")));
    }
}

/// What is not in the letters of a text, of all that a document says.
fn lost<'d>(document: &'d Document, read: &str) -> Vec<&'d str> {
    let all = all_texts(document).into_iter();
    all.filter(|text| !read.contains(&letters(text))).collect()
}

#[test]
#[ignore = "needs LibreOffice: make office"]
fn all_that_a_report_says_is_read_in_its_word_file() {
    for (form, name) in [
        (Form::Party, "told-party.docx"),
        (Form::State, "told-state.docx"),
    ] {
        let report = crate::reports::texts::whole(form);
        let path = converted(name, &docx(&report), "txt:Text (encoded):UTF8");
        let read = letters(&std::fs::read_to_string(path).expect("a text"));
        assert_eq!(lost(&report, &read), Vec::<&str>::new(), "{name}");
        // Another figure, another name, and a row that is not there would be missed.
        let mut other = report.clone();
        let Some(Row::Cells(cells)) = other.annexes[0].table.rows.last_mut() else {
            panic!("a row of cells");
        };
        cells[1] = Cell::Text("Nhiệm vụ không có trong kế hoạch".to_owned());
        other
            .body
            .push(Block::Paragraph("Tổng số nhiệm vụ: 18.".to_owned()));
        let missed = ["Tổng số nhiệm vụ: 18.", "Nhiệm vụ không có trong kế hoạch"];
        assert_eq!(lost(&other, &read), missed);
        for row in &report.annexes[0].table.rows {
            let Row::Cells(cells) = row else { continue };
            let [Cell::Count(number), Cell::Text(action), ..] = &cells[..] else {
                panic!("a number and a duty");
            };
            let together = letters(&format!("{number}{action}"));
            assert_eq!(read.matches(&together).count(), 1, "{number}");
        }
    }
}

#[test]
#[ignore = "needs LibreOffice: make office"]
fn excel_files_open() {
    let pdf = pages("tables.xlsx", &xlsx::written(&workbook()));
    let text = run("pdftotext", &["-layout", &pdf, "-"]);
    for piece in ["STT", "30/09/2026", "15,533", "66.7%"] {
        assert!(text.contains(piece), "{piece}");
    }
}
