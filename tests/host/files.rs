//! Files: what is written opens again, what was damaged is refused, old files open for good.

use crate::cases::{check, share};
use crate::models::{plan, progress, record, remarks, roster, settings};
use proptest::collection::vec;
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};
use so_tien_do::domain::{Day, Recurrence, Status, TaskId};
use so_tien_do::file::{
    Cover, FileError, Kind, MAX_BYTES, Parcel, PlanFile, Progress, VERSION, file_name, inspect,
    open, open_with_cover, seal,
};
use so_tien_do::progress::{Document, Entry, Field, Record, Step, Verdict};
use std::fmt::Debug;

/// Written by the first release. Never written anew: what people hold must open.
const VERSION_1: &str = include_str!("../data/files/progress-v1.json");

/// With a review, an explanation and an extension, and with who sent it.
const REVIEWED: &str = include_str!("../data/files/progress-v1-reviewed.json");

/// With a unit that took another's place, and with a report that is asked for.
const ASSIGNED: &str = include_str!("../data/files/plan-v1-assigned.json");

fn opens_again<T>(kind: Kind, model: impl Strategy<Value = T>)
where
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    check(share(5), &(model, any::<i64>()), |(model, now)| {
        let text = seal(kind, &model, now).expect("a text");
        let cover = inspect(&text).expect("a cover");
        prop_assert_eq!(
            cover,
            Cover {
                from: None,
                signature: None,
                kind,
                version: VERSION,
                app: env!("CARGO_PKG_VERSION").to_owned(),
                written_at: now
            }
        );
        prop_assert_eq!(open::<T>(kind, &text), Ok(model));
        Ok(())
    });
}

#[test]
fn progress_opens_as_it_was_sealed() {
    opens_again(Kind::Progress, progress());
}

#[test]
fn a_plan_opens_as_it_was_sealed() {
    opens_again(Kind::Plan, plan());
}

#[test]
fn a_roster_opens_as_it_was_sealed() {
    opens_again(Kind::Roster, roster());
}

#[test]
fn a_record_opens_as_it_was_sealed() {
    opens_again(Kind::Record, record());
}

#[test]
fn remarks_open_as_they_were_sealed() {
    opens_again(Kind::Remarks, remarks());
}

#[test]
fn settings_open_as_they_were_sealed() {
    opens_again(Kind::Settings, settings());
}

fn version_1() -> Vec<Parcel> {
    open::<Progress>(Kind::Progress, VERSION_1)
        .expect("the frozen file")
        .parcels
}

#[test]
fn a_file_of_version_1_opens_with_all_that_it_holds() {
    let parcels = version_1();
    let [first, second] = parcels.as_slice() else {
        panic!("two units, not {}", parcels.len())
    };
    assert_eq!(
        (first.plan.as_str(), first.plan_name.as_str()),
        ("96-kh-hu-00000000", "96-KH/HU")
    );
    assert_eq!(
        (first.sender.id.as_str(), first.sender.name.as_str()),
        ("chi-bo-1", "Chi bộ 1")
    );
    assert_eq!(
        first.sender.groups[0].as_str(),
        "cac-chi-bo-dang-bo-truc-thuoc"
    );
    assert_eq!(second.sender.name, "Đơn vị A");
    assert!(second.sender.groups.is_empty());
}

#[test]
fn what_a_coordinator_said_in_version_1_is_still_shown() {
    let (cover, progress) =
        open_with_cover::<Progress>(Kind::Progress, REVIEWED).expect("the frozen file");
    assert_eq!(cover.from.expect("an office").name, "Văn phòng");
    let parcel = &progress.parcels[0];
    assert_eq!(parcel.revision, 2);
    let entry = |task: &str| Entry::of(&parcel.record, &TaskId::new(task), None);
    let returned = entry("iii-1");
    let review = returned.standing_review().expect("a review");
    assert_eq!(review.verdict, Verdict::Returned);
    assert_eq!(review.words, "thiếu văn bản kèm theo");
    assert_eq!(returned.counted_status(), Status::InProgress);
    let extended = entry("iii-2");
    assert_eq!(extended.explanation, "chờ kinh phí");
    assert_eq!(extended.extended_to(), Day::from_ymd_opt(2026, 12, 15));
    assert_eq!(extended.extensions[0].1.ground, "chờ kinh phí");
}

#[test]
fn units_that_changed_and_the_report_asked_for_in_version_1_are_still_there() {
    let file: PlanFile = open(Kind::PlanFile, ASSIGNED).expect("the frozen file");
    let heir = file.roster.units.last().expect("a unit");
    assert_eq!(heir.former, ["Đơn vị thử"]);
    let replaced = file.roster.replaced();
    assert_eq!(replaced.len(), 1);
    assert_eq!(replaced[0].successors, std::slice::from_ref(&heir.id));
    let round = file.roster.round.expect("a report asked for");
    assert_eq!(Some(round.by), Day::from_ymd_opt(2026, 11, 27));
    assert_eq!(round.mail(), Some("vanphong@example.vn"));
}

#[test]
fn every_field_of_version_1_is_still_shown() {
    let record = &version_1()[0].record;
    let day = Day::from_ymd_opt(2018, 6, 8).expect("a day");
    let entry = Entry::of(record, &TaskId::new("iii-1"), None);
    assert_eq!(entry.status, Status::Done { on: day });
    assert_eq!(entry.person, "Đồng chí phụ trách");
    assert_eq!(entry.note, "Đã gửi kế hoạch \"bản ký\"");
    assert_eq!(entry.difficulty, "Thiếu kinh phí");
    assert_eq!(entry.proposal, "Đề nghị hướng dẫn");
    let document = Document {
        number: "01-KH/CB".to_owned(),
        date: Some(day),
        title: "Kế hoạch thực hiện".to_owned(),
    };
    assert_eq!(
        entry
            .documents
            .iter()
            .map(|(_, document)| document)
            .collect::<Vec<_>>(),
        [&document]
    );
    let steps = [
        Step {
            text: "Họp chi bộ".to_owned(),
            done: true,
        },
        Step {
            text: "Gửi báo cáo".to_owned(),
            done: false,
        },
    ];
    assert_eq!(
        entry
            .steps
            .iter()
            .map(|(_, step)| step.clone())
            .collect::<Vec<_>>(),
        steps
    );
    assert!(entry.conflicts.is_empty());
}

#[test]
fn periods_reasons_conflicts_and_doubles_of_version_1_are_still_there() {
    let parcels = version_1();
    let (first, second) = (&parcels[0].record, &parcels[1].record);
    let task = TaskId::new("iii-7");
    let year = |text: &str| Some(text.parse().expect("a period"));
    assert_eq!(
        year("2026").map(so_tien_do::domain::Period::recurrence),
        Some(Recurrence::Yearly)
    );
    let reason = "không có đối tượng".to_owned();
    assert_eq!(
        Entry::of(first, &task, year("2026")).status,
        Status::NotApplicable { reason }
    );
    assert_eq!(Entry::of(first, &task, year("2025")).status, Status::Paused);
    let entry = Entry::of(second, &TaskId::new("ii-1"), None);
    assert_eq!(entry.conflicts, [Field::Status, Field::Note]);
    assert_eq!(
        (entry.status, entry.note.as_str()),
        (Status::InProgress, "hai")
    );
    let dots: Vec<_> = second.writes().map(|(dot, _)| dot).collect();
    assert!(
        dots.windows(2).any(|pair| pair[0] == pair[1]),
        "a dot of two devices under one name"
    );
}

#[test]
fn version_1_is_written_as_it_was() {
    let cover = inspect(VERSION_1).expect("a cover");
    assert_eq!(
        (cover.kind, cover.version, cover.written_at),
        (Kind::Progress, 1, 1_795_400_000_000)
    );
    let again = seal(
        Kind::Progress,
        &Progress {
            parcels: version_1(),
        },
        cover.written_at,
    )
    .expect("a text");
    let body = |text: &str| serde_json::from_str::<Json>(text).expect("JSON")["body"].clone();
    assert_eq!(body(&again), body(VERSION_1));
}

/// Opens bytes as a device would that got them: what is no text is no file either.
fn opens(bytes: Vec<u8>) -> Option<Progress> {
    open(Kind::Progress, &String::from_utf8(bytes).ok()?).ok()
}

#[test]
fn a_changed_byte_is_refused_or_makes_no_difference() {
    let whole = opens(VERSION_1.into());
    assert!(whole.is_some());
    for at in 0..VERSION_1.len() {
        for bit in 0..8 {
            let mut bytes = VERSION_1.as_bytes().to_vec();
            bytes[at] ^= 1 << bit;
            let opened = opens(bytes);
            assert!(opened.is_none() || opened == whole, "byte {at}, bit {bit}");
        }
    }
}

#[test]
fn a_byte_of_the_body_cannot_be_changed_at_all() {
    check(
        share(5),
        &(progress(), any::<prop::sample::Index>(), 1_u8..=255),
        |(progress, at, change)| {
            let text = seal(Kind::Progress, &progress, 0).expect("a text");
            let body = text.find("\"body\":").expect("a body") + 7
                ..text.rfind(",\"sha256\"").expect("a sum");
            let mut bytes = text.into_bytes();
            bytes[body.start + at.index(body.len())] ^= change;
            prop_assert_eq!(opens(bytes), None);
            Ok(())
        },
    );
}

#[test]
fn a_file_that_was_cut_off_is_refused_at_every_length() {
    let whole = VERSION_1.trim_end();
    for length in (0..whole.len()).filter(|length| whole.is_char_boundary(*length)) {
        let expected = match length {
            0 => FileError::Empty,
            // So little of it does not tell whose it is.
            1..=21 => FileError::NotJson,
            _ => FileError::Damaged,
        };
        assert_eq!(
            open::<Progress>(Kind::Progress, &whole[..length]),
            Err(expected),
            "{length}"
        );
    }
}

#[test]
fn a_newer_format_is_told_whatever_its_body_looks_like() {
    for version in [VERSION + 1, u32::MAX] {
        let text =
            format!(r#"{{"format":"so-tien-do","version":{version},"parts":[],"sha512":"x"}}"#);
        assert_eq!(
            open::<Progress>(Kind::Progress, &text),
            Err(FileError::TooNew { version })
        );
        assert_eq!(inspect(&text), Err(FileError::TooNew { version }));
    }
}

#[test]
fn what_others_wrote_is_foreign() {
    let texts = [
        "{}",
        "[]",
        "null",
        "1",
        "\"so-tien-do\"",
        r#"{"format":"excalidraw","version":2}"#,
        r#"{"format":"so-tien-do"}"#,
        r#"{"format":"so-tien-do","version":0}"#,
        r#"{"format":"so-tien-do","version":-1}"#,
        r#"{"format":1}"#,
    ];
    for text in texts {
        assert_eq!(
            open::<Progress>(Kind::Progress, text),
            Err(FileError::Foreign),
            "{text}"
        );
    }
}

#[test]
fn a_text_that_is_too_large_is_not_even_looked_at() {
    let blanks = " ".repeat(MAX_BYTES - VERSION_1.len());
    assert!(open::<Progress>(Kind::Progress, &format!("{VERSION_1}{blanks}")).is_ok());
    let larger = format!("{VERSION_1}{blanks} ");
    assert_eq!(
        open::<Progress>(Kind::Progress, &larger),
        Err(FileError::TooLarge {
            bytes: MAX_BYTES + 1
        })
    );
}

#[test]
fn another_kind_is_named() {
    let text = seal(Kind::Roster, &json!({"units": [], "groups": []}), 0).expect("a text");
    let error = FileError::OtherKind {
        found: "roster".to_owned(),
        wanted: Kind::Progress,
    };
    assert_eq!(open::<Progress>(Kind::Progress, &text), Err(error));
}

fn sealed_record(record: &Json) -> Result<Record, FileError> {
    open(
        Kind::Record,
        &seal(Kind::Record, record, 0).expect("a text"),
    )
}

#[test]
fn a_write_that_is_newer_than_its_version_is_refused() {
    let write = |count: u64| json!({"dot": ["a", count], "task": "ii-1", "field": "note", "value": {"text": "lời"}, "at": 0});
    assert!(sealed_record(&json!({"seen": {"a": 2}, "writes": [write(1), write(2)]})).is_ok());
    for seen in [json!({"a": 1}), json!({"b": 9}), json!({})] {
        let opened = sealed_record(&json!({"seen": seen, "writes": [write(2)]}));
        assert!(
            matches!(opened, Err(FileError::Invalid { .. })),
            "{opened:?}"
        );
    }
}

#[test]
fn a_field_that_is_added_later_does_not_keep_older_apps_from_opening() {
    let write = json!({
        "dot": ["a", 1], "task": "ii-1", "field": "note", "value": {"text": "lời"}, "at": 0, "later": [1]
    });
    assert!(sealed_record(&json!({"seen": {"a": 1}, "writes": [write], "later": {}})).is_ok());
}

#[test]
fn no_text_makes_opening_panic() {
    let text = prop_oneof![
        vec(any::<u8>(), 0..200).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        r#"(\{|\}|\[|\]|"format"|:|,|"so-tien-do"|"version"|1|"body"|"sha256"|"kind"|"progress"){0,24}"#,
    ];
    check(share(10), &text, |text| {
        prop_assert!(open::<Progress>(Kind::Progress, &text).is_err());
        prop_assert!(inspect(&text).is_err());
        Ok(())
    });
}

#[test]
fn no_sealed_content_makes_opening_panic() {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<i64>().prop_map(Json::from),
        any::<u64>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        prop_oneof![
            "[a-z]{1,6}",
            "20[0-9]{2}(-[HQ]?[0-9]{1,4})?",
            Just("iii-1".to_owned())
        ]
        .prop_map(Json::from),
    ];
    let key = "(parcels|plan|plan_name|sender|id|name|groups|record|seen|writes|dot|task|period|field|value|at|by|status|text)";
    let json = leaf.prop_recursive(5, 40, 6, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Json::from),
            prop::collection::hash_map(key, inner, 0..6)
                .prop_map(|map| Json::Object(map.into_iter().collect())),
        ]
    });
    check(share(10), &json, |json| {
        for kind in [
            Kind::Progress,
            Kind::Plan,
            Kind::Roster,
            Kind::Record,
            Kind::Settings,
        ] {
            let text = seal(kind, &json, 0).expect("a text");
            let opened = [
                open::<Progress>(kind, &text).err(),
                open::<Record>(kind, &text).err(),
                open::<so_tien_do::domain::Plan>(kind, &text).err(),
                open::<so_tien_do::workspace::Settings>(kind, &text).err(),
            ];
            let expected = opened
                .into_iter()
                .flatten()
                .all(|error| matches!(error, FileError::Invalid { .. }));
            prop_assert!(expected, "{text}");
        }
        Ok(())
    });
}

#[test]
fn the_name_of_a_file_is_safe_on_every_system() {
    let today = Day::from_ymd_opt(2026, 11, 23).expect("a day");
    check(share(5), &progress(), |Progress { parcels }| {
        let name = file_name(&parcels, today);
        prop_assert!(
            name.starts_with("tien-do-") && name.ends_with("-2026-11-23"),
            "{name}"
        );
        prop_assert!(
            name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') && name.len() < 120,
            "{name}"
        );
        Ok(())
    });
    assert_eq!(
        file_name(&version_1()[..1], today),
        "tien-do-96-kh-hu-chi-bo-1-2026-11-23"
    );
    assert_eq!(
        file_name(&version_1(), today),
        "tien-do-2-don-vi-2026-11-23"
    );
}
