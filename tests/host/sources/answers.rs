//! What the second module answers, and what users read when there is no answer.

use serde_json::Value as Json;
use so_tien_do::domain::{Plan, Roster};
use so_tien_do::reader;
use so_tien_do::reading::answer;
use so_tien_do::source::{Foreign, OldFont, SourceError, read_text};
use so_tien_do::words::{old_font, reading_broken, source_error};

const ERRORS: [SourceError; 20] = [
    SourceError::Unreadable,
    SourceError::Overwhelming,
    SourceError::TooLarge,
    SourceError::TooLong,
    SourceError::Empty,
    SourceError::Undecodable,
    SourceError::LegacyDoc,
    SourceError::EncryptedDocx,
    SourceError::DamagedDocx,
    SourceError::HostileDocx,
    SourceError::EncryptedPdf,
    SourceError::DamagedPdf,
    SourceError::ScannedPdf,
    SourceError::GarbledPdf { percent: 42 },
    SourceError::Foreign(Foreign::Own),
    SourceError::Foreign(Foreign::Spreadsheet),
    SourceError::Foreign(Foreign::Slides),
    SourceError::Foreign(Foreign::Document),
    SourceError::Foreign(Foreign::Picture),
    SourceError::Foreign(Foreign::Archive),
];

#[test]
fn the_answer_holds_the_text_and_what_the_reader_makes_of_it() {
    let plan = "KẾ HOẠCH\ndọn vệ sinh\n\nI. NHIỆM VỤ\n1. Hội Phụ nữ xã chủ trì dọn vệ sinh trước ngày 15/3/2026.";
    let text = read_text(plan).expect("a text");
    let json: Json = serde_json::from_str(&answer(&text)).expect("JSON");
    let reading = reader::read(plan);
    assert_eq!(json["text"], plan);
    assert_eq!(json["old_font"], Json::Null);
    let plan: Plan = serde_json::from_value(json["plan"].clone()).expect("a plan");
    let roster: Roster = serde_json::from_value(json["roster"].clone()).expect("a roster");
    assert_eq!((plan, roster), (reading.plan, reading.roster));
    assert_eq!(
        json["notices"].as_array().map(Vec::len),
        Some(reading.notices.len())
    );
}

#[test]
fn an_error_comes_back_from_the_worker_as_it_was() {
    for error in ERRORS {
        let json = serde_json::to_string(&error).expect("JSON");
        assert_eq!(
            serde_json::from_str::<SourceError>(&json).ok(),
            Some(error),
            "{json}"
        );
    }
    for json in [
        "\"other\"",
        "{\"foreign\":\"other\"}",
        "{\"garbled-pdf\":1}",
        "5",
    ] {
        assert!(serde_json::from_str::<SourceError>(json).is_err(), "{json}");
    }
}

#[test]
fn every_error_is_a_sentence_with_a_way_out() {
    let mut sentences: Vec<_> = ERRORS.iter().map(source_error).collect();
    sentences.push(reading_broken().to_owned());
    sentences.extend([OldFont::Tcvn3, OldFont::Vni].map(|font| old_font(font).to_owned()));
    for sentence in &sentences {
        assert!(
            sentence.contains("Hãy ") && sentence.ends_with('.'),
            "{sentence}"
        );
    }
    let count = sentences.len();
    sentences.sort_unstable();
    sentences.dedup();
    assert_eq!(sentences.len(), count);
    assert!(source_error(&SourceError::GarbledPdf { percent: 42 }).contains("42 %"));
    assert!(source_error(&SourceError::TooLarge).contains("20 MB"));
}
