//! Texts that would be something else: they stay text, in every format, and nothing is lost.

use super::sample::{day, document, sheet_of};
use super::xlsx::{sheet, written};
use super::{letters, texts, unzip};
use crate::cases;
use proptest::prelude::*;
use so_tien_do::report::{
    Appointment, Block, Cell, Document, Row, Table, Workbook, calendar, csv, docx,
};
use so_tien_do::workspace::Form;

const HOSTILE: [&str; 12] = [
    "<w:p>&amp;]]><!--",
    "</w:t></w:r></w:p>",
    "&#0;&lt;",
    "=cmd|' /C calc'!A0",
    "\u{0}\u{1}\u{b}\u{c}\u{1b}[31m",
    "\u{fffe}\u{ffff}\u{feff}",
    "\u{202e}gnud iộn\u{202c}",
    "một\r\nhai\rba\n\tbốn",
    "_x0041_",
    "END:VEVENT\r\nBEGIN:VALARM",
    "𝄞 👨‍👩‍👧 ắ ằ ẵ",
    "",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => any::<String>(),
        2 => proptest::sample::select(&HOSTILE[..]).prop_map(str::to_owned),
        1 => "[ -~à-ỹ\n]{0,300}",
    ]
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        Just(Cell::Empty),
        text().prop_map(Cell::Text),
        any::<usize>().prop_map(Cell::Count),
        any::<u32>().prop_map(Cell::Rate),
        (1800..2200i32, 1..=12u32).prop_map(|(year, month)| Cell::Day(day(year, month, 28))),
    ]
}

fn table() -> impl Strategy<Value = Table> {
    let columns = prop::collection::vec((text(), any::<u8>()), 1..6);
    columns.prop_flat_map(|columns| {
        let width = columns.len();
        let row = prop_oneof![
            text().prop_map(Row::Across),
            prop::collection::vec(cell(), width).prop_map(Row::Cells),
        ];
        prop::collection::vec(row, 0..8).prop_map(move |rows| Table {
            columns: columns
                .iter()
                .map(|(title, width)| so_tien_do::report::Column {
                    title: title.clone(),
                    width: *width,
                })
                .collect(),
            rows,
        })
    })
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        (any::<u8>(), text()).prop_map(|(level, words)| Block::Heading(level, words)),
        text().prop_map(Block::Paragraph),
        table().prop_map(Block::Table),
    ]
}

fn any_document() -> impl Strategy<Value = Document> {
    let form = prop_oneof![Just(Form::Party), Just(Form::State)];
    let texts = prop::collection::vec(text(), 9);
    let list = || prop::collection::vec(text(), 0..4);
    let body = prop::collection::vec(block(), 0..8);
    (form, texts, list(), list(), body, table()).prop_map(
        |(form, mut texts, title, recipients, body, table)| {
            let mut next = || texts.pop().unwrap_or_default();
            let mut document = document(form);
            document.head.above = next();
            document.head.issuer = next();
            document.head.number = next();
            document.head.place = next();
            document.signature.behalf = next();
            document.signature.role = next();
            document.signature.name = next();
            document.annexes.truncate(1);
            document.annexes[0].title = next();
            document.annexes[0].below = next();
            document.annexes[0].table = table;
            Document {
                title,
                recipients,
                body,
                ..document
            }
        },
    )
}

/// All texts of a document, without those of its cells that are no texts.
pub(super) fn all_texts(document: &Document) -> Vec<&str> {
    let mut all: Vec<&str> = vec![
        &document.head.above,
        &document.head.issuer,
        &document.head.number,
        &document.head.place,
        &document.signature.behalf,
        &document.signature.role,
        &document.signature.name,
    ];
    all.extend(document.title.iter().map(String::as_str));
    all.extend(document.recipients.iter().map(String::as_str));
    for block in &document.body {
        match block {
            Block::Heading(_, words) | Block::Paragraph(words) => all.push(words),
            Block::Table(table) => all.extend(texts_of(table)),
        }
    }
    for annex in &document.annexes {
        all.extend([annex.title.as_str(), &annex.below]);
        all.extend(texts_of(&annex.table));
    }
    all
}

fn texts_of(table: &Table) -> Vec<&str> {
    let titles = table.columns.iter().map(|column| column.title.as_str());
    let rows = table.rows.iter().flat_map(|row| match row {
        Row::Across(words) => vec![words.as_str()],
        Row::Cells(cells) => cells
            .iter()
            .filter_map(|cell| match cell {
                Cell::Text(text) => Some(text.as_str()),
                _ => None,
            })
            .collect(),
    });
    titles.chain(rows).collect()
}

#[test]
fn documents_of_any_texts_are_sound_and_lose_none() {
    cases::check(cases::share(10), &any_document(), |document| {
        let parts = unzip(&docx(&document));
        for (name, xml) in &parts {
            let lost = xml.chars().find(|c| c.is_control() && *c != '\n');
            prop_assert_eq!(lost, None, "{}", name);
            texts(xml);
        }
        let written = letters(&texts(&parts["word/document.xml"]).concat());
        for text in all_texts(&document) {
            prop_assert!(written.contains(&letters(text)), "{}", text);
        }
        Ok(())
    });
}

#[test]
fn cells_of_any_texts_are_texts_and_lose_nothing() {
    let texts = prop::collection::vec(text(), 1..20);
    cases::check(cases::share(10), &texts, |texts| {
        let texts: Vec<_> = texts.iter().map(String::as_str).collect();
        let one = sheet_of(&texts);
        let bytes = written(&Workbook {
            sheets: vec![one.clone()],
        });
        let cells = sheet(&bytes, "Ghi chú");
        for (text, row) in texts.iter().zip(1..) {
            let found = cells.get_value((row, 0)).cloned().unwrap_or_default();
            let is_text = matches!(found, calamine::Data::String(_) | calamine::Data::Empty);
            prop_assert!(is_text, "{:?}", found);
            prop_assert_eq!(letters(&found.to_string()), letters(text));
        }
        let csv = letters(&csv(&one));
        for text in &texts {
            prop_assert!(csv.contains(&letters(text)), "{}", text);
        }
        Ok(())
    });
}

#[test]
fn events_of_any_texts_stay_one_event() {
    let texts = (text(), text(), text());
    cases::check(cases::share(10), &texts, |(name, title, details)| {
        let appointment = Appointment {
            uid: "a".to_owned(),
            day: day(2026, 11, 14),
            title,
            details,
            ahead: vec![1],
            repeats: None,
        };
        let text = calendar(&name, &[appointment], 0);
        for line in text.trim_end().split("\r\n") {
            prop_assert!(line.len() <= 75 && !line.contains(['\r', '\n']));
        }
        let begun = text.split("\r\n").filter(|line| line.starts_with("BEGIN:"));
        prop_assert_eq!(begun.count(), 4);
        prop_assert!(calcard::icalendar::ICalendar::parse(&text).is_ok());
        Ok(())
    });
}

#[test]
fn a_text_of_a_megabyte_is_written_whole() {
    let long = "Nội dung <rất> dài & không hết. ".repeat(30_000);
    let mut document = document(Form::State);
    document.body = vec![Block::Heading(1, long.clone())];
    let xml = &unzip(&docx(&document))["word/document.xml"];
    assert!(texts(xml).contains(&long));
}
