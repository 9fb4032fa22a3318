//! Files made to do harm: each is refused with its own error or taken in safely, in bounded time.

use crate::desks::{
    branches, desk, enrol, file, note, parcels, plan_id, record_id, text, unit_id, write_note,
};
use serde_json::{Map, Value as Json, json};
use so_tien_do::domain::{Day, DeviceId, Status, TaskId, UnitId};
use so_tien_do::file::{
    FileError, Kind, MAX_TEXT_BYTES, PlanFile, Progress, file_name, inspect, open, seal,
};
use so_tien_do::progress::{Comparison, Entry, Field, Record, Value};
use so_tien_do::workspace::{
    Action, ActionError, Arrival, Edit, Finding, Preview, Workspace, preview,
};
use so_tien_do::{view, words};
use std::sync::Arc;
use std::time::{Duration, Instant};

const UNIT: &str = "Chi bộ 1";

/// Far above what anything here takes on a slow machine without optimization, and far below what
/// it would take if it grew with the square of the sizes here.
const BOUND: Duration = Duration::from_mins(1);

/// A coordinator whose roster holds one unit, and a note of that unit.
fn coordinator() -> Workspace {
    let mut desk = desk("a");
    enrol(&mut desk, &[UNIT]);
    write_note(&mut desk, UNIT, "iii-1", "của văn phòng", 1);
    desk
}

/// Mixes numbers, so that nothing arrives in order.
fn mixed(count: u64) -> impl Iterator<Item = u64> {
    (0..count).map(move |number| number * 7919 % count)
}

fn write(dot: (&str, u64), task: &str, field: &Json, value: &Json) -> Json {
    json!({"dot": dot, "task": task, "field": field, "value": value, "at": 5, "by": "Người ghi"})
}

fn note_of(dot: (&str, u64), task: &str, words: &str) -> Json {
    write(dot, task, &json!("note"), &json!({ "text": words }))
}

fn parcel(unit: &Json, record: &Json) -> Json {
    json!({"plan": plan_id(), "plan_name": "96-KH/HU", "sender": unit, "record": record})
}

fn sealed(parcels: &[Json]) -> String {
    seal(Kind::Progress, &json!({ "parcels": parcels }), 0).expect("a text")
}

/// A file with one record of the unit that is known.
fn sent(seen: &Json, writes: &[Json]) -> String {
    let unit = json!({"id": unit_id(UNIT), "name": UNIT});
    sealed(&[parcel(&unit, &json!({"seen": seen, "writes": writes}))])
}

fn arrivals(workspace: &Workspace, text: &str) -> Vec<Arrival> {
    preview(workspace, &[("tệp.json".to_owned(), text.to_owned())]).arrivals
}

/// Takes in whatever a file offers and looks at everything before and after. Says what was offered.
fn take_in(workspace: &mut Workspace, text: &str) -> Vec<Arrival> {
    let begin = Instant::now();
    let arrivals = arrivals(workspace, text);
    let plan = workspace.plans.get(&plan_id()).map(Arc::as_ref);
    for arrival in &arrivals {
        if let Finding::Known(known) = &arrival.finding {
            for change in &known.changes() {
                assert!(!words::exchange::change(change, plan).is_empty());
            }
        }
    }
    let offered = Preview {
        arrivals: arrivals.clone(),
    };
    let accept = Action::Import(offered.all());
    workspace.apply(accept, 0).expect("accepted");
    look_around(workspace);
    assert!(begin.elapsed() < BOUND, "{:?}", begin.elapsed());
    arrivals
}

/// Computes what screens show, and what would be sent; that must open again.
fn look_around(workspace: &Workspace) {
    let (today, unit) = (day(2026, 11, 23), unit_id(UNIT));
    let first = view::today(workspace, Some(&unit), today);
    let checklist = view::checklist(workspace, &plan_id(), &unit, today);
    assert!(first.groups.len() <= 5 && !checklist.is_empty());
    for record in workspace.records.values() {
        let entry = Entry::of(record, &TaskId::new("iii-1"), None);
        assert!(entry.conflicts.len() <= record.conflicts().len());
    }
    let own: Progress = open(Kind::Progress, &file(parcels(workspace))).expect("the own file");
    assert_eq!(own.parcels, parcels(workspace));
}

fn day(year: i32, month: u32, day: u32) -> Day {
    Day::from_ymd_opt(year, month, day).expect("a day")
}

fn record(workspace: &Workspace) -> &Record {
    &workspace.records[&record_id(UNIT)]
}

/// Says that a file is refused with this error, tells it in words, and changes nothing.
fn refused(text: &str, expected: &FileError) {
    let mut desk = coordinator();
    let before = desk.clone();
    let arrivals = take_in(&mut desk, text);
    let [Arrival { finding, .. }] = arrivals.as_slice() else {
        panic!("one arrival, not {}", arrivals.len())
    };
    match (finding, expected) {
        // Behind the words it says where.
        (
            Finding::Unreadable(FileError::Invalid { detail }),
            FileError::Invalid { detail: said },
        ) => assert!(detail.starts_with(said), "{detail}"),
        _ => assert_eq!(finding, &Finding::Unreadable(expected.clone())),
    }
    assert!(!words::file_error(expected).is_empty());
    assert!(desk == before);
}

fn invalid(detail: &str) -> FileError {
    FileError::Invalid {
        detail: detail.to_owned(),
    }
}

#[test]
fn a_missing_or_forged_checksum_is_refused() {
    let whole = sent(&json!({"b": 1}), &[note_of(("b", 1), "iii-1", "thật")]);
    let sum = whole.rfind(",\"sha256\"").expect("a sum");
    let zeros = "0".repeat(64);
    for forged in [
        whole.replace("thật", "giả"),
        format!("{}}}", &whole[..sum]),
        format!("{},\"sha256\":\"\"}}", &whole[..sum]),
        format!("{},\"sha256\":\"{zeros}\"}}", &whole[..sum]),
        format!("{},\"sha256\":null}}", &whole[..sum]),
        whole.replace("\"body\":", "\"body\":{},\"body\":"),
    ] {
        refused(&forged, &FileError::Damaged);
        assert_eq!(inspect(&forged), Err(FileError::Damaged), "{forged}");
    }
}

#[test]
fn an_entry_for_an_unknown_duty_is_told_and_kept_and_shown_nowhere() {
    let mut desk = coordinator();
    let shown = view::checklist(&desk, &plan_id(), &unit_id(UNIT), day(2026, 11, 23));
    let unknown = note_of(("b", 1), "không/có?#\u{202e}", "lời");
    let arrivals = take_in(&mut desk, &sent(&json!({"b": 1}), &[unknown]));
    let Finding::Known(known) = &arrivals[0].finding else {
        panic!("a record of a known plan")
    };
    let line = words::exchange::change(
        &known.changes()[0],
        desk.plans.get(&plan_id()).map(Arc::as_ref),
    );
    assert!(line.starts_with("việc không có trong kế hoạch (không/có?#)"));
    assert_eq!(record(&desk).writes().count(), 2);
    let again = view::checklist(&desk, &plan_id(), &unit_id(UNIT), day(2026, 11, 23));
    assert_eq!(again, shown);
}

#[test]
fn a_unit_that_is_not_on_the_roster_comes_onto_it_under_a_legible_name() {
    let mut desk = coordinator();
    let unit = json!({
        "id": "la/\u{202e}?", "name": " Chi\u{0}\u{1b} bộ\r\n\u{202e}lạ ", "groups": [branches(), "khong-co"],
    });
    let record = json!({"seen": {"b": 1}, "writes": [note_of(("b", 1), "iii-1", "lời")]});
    let arrivals = take_in(&mut desk, &sealed(&[parcel(&unit, &record)]));
    let Finding::Known(known) = &arrivals[0].finding else {
        panic!("a record of a known plan")
    };
    assert!(known.new_unit);
    let id = UnitId::new("la/\u{202e}?");
    assert_eq!(desk.unit_name(&id), Some("Chi bộ lạ"));
    assert_eq!(desk.rosters[&plan_id()].groups_of(&id), [branches()]);
    let name = file_name(&desk.parcels(|known| known.unit == id), day(2026, 11, 23));
    assert_eq!(name, "tien-do-96-kh-hu-chi-bo-la-2026-11-23");
}

#[test]
fn a_unit_without_a_name_is_refused() {
    for name in ["", " \n", "\u{202e}\u{200b}\u{0}"] {
        let unit = json!({"id": "x", "name": name});
        let text = sealed(&[parcel(&unit, &json!({"seen": {}, "writes": []}))]);
        refused(&text, &invalid("a unit without a name"));
    }
}

#[test]
fn ten_thousand_entries_are_taken_in() {
    let seen: Map<String, Json> = (0..7).map(|at| (format!("d{at}"), json!(2_000))).collect();
    let writes: Vec<_> = mixed(10_000)
        .map(|at| {
            note_of(
                (&format!("d{}", at % 7), at / 7 + 1),
                &format!("t{at}"),
                "lời",
            )
        })
        .collect();
    let mut desk = coordinator();
    take_in(&mut desk, &sent(&json!(seen), &writes));
    assert_eq!(record(&desk).writes().count(), 10_001);
}

#[test]
fn ten_thousand_documents_of_one_duty_are_taken_in() {
    let writes: Vec<_> = mixed(10_000)
        .map(|at| {
            let field = json!({"document": format!("b.{}", at + 1)});
            let value = json!({"document": {"title": format!("văn bản {at}")}});
            write(("b", at + 1), "iii-1", &field, &value)
        })
        .collect();
    let mut desk = coordinator();
    take_in(&mut desk, &sent(&json!({"b": 10_000}), &writes));
    let entry = Entry::of(record(&desk), &TaskId::new("iii-1"), None);
    let titles = entry.documents.iter().map(|(_, document)| &document.title);
    let expected = (0..10_000).map(|at| format!("văn bản {at}"));
    assert!(titles.eq(expected.collect::<Vec<_>>().iter()));
}

#[test]
fn ten_thousand_values_in_one_place_are_one_conflict() {
    let seen: Map<String, Json> = mixed(10_000)
        .map(|at| (format!("d{at}"), json!(1)))
        .collect();
    let writes: Vec<_> = mixed(10_000)
        .map(|at| note_of((&format!("d{at}"), 1), "iii-1", &format!("lời {at}")))
        .collect();
    let mut desk = coordinator();
    take_in(&mut desk, &sent(&json!(seen), &writes));
    assert_eq!(record(&desk).at(&note("iii-1")).len(), 10_001);
    write_note(&mut desk, UNIT, "iii-1", "thống nhất", 9);
    assert!(record(&desk).conflicts().is_empty());
    assert_eq!(record(&desk).writes().count(), 1);
}

#[test]
fn ten_thousand_writes_under_one_dot_are_kept_and_settled_one_place_at_a_time() {
    let writes: Vec<_> = mixed(10_000)
        .map(|at| note_of(("b", 1), &format!("t{at}"), "lời"))
        .collect();
    let mut desk = coordinator();
    take_in(&mut desk, &sent(&json!({"b": 1}), &writes));
    write_note(&mut desk, UNIT, "t0", "của văn phòng", 9);
    assert_eq!(record(&desk).writes().count(), 10_001);
    // The others have dots of their own now, and the file brings nothing back.
    let arrivals = take_in(&mut desk, &sent(&json!({"b": 1}), &writes));
    assert!(!arrivals[0].brings());
}

#[test]
fn a_hundred_thousand_devices_are_counted() {
    let seen = |name: &str| -> Map<String, Json> {
        let names = mixed(100_000).map(|at| format!("{at}{name}"));
        names.map(|name| (name, json!(1))).collect()
    };
    let mut desk = coordinator();
    take_in(&mut desk, &sent(&json!(seen("")), &[]));
    take_in(&mut desk, &sent(&json!(seen("x")), &[]));
    let counted = |name: &str| record(&desk).seen().count(&DeviceId::new(name));
    assert_eq!(
        (counted("99999"), counted("99999x"), counted("a")),
        (1, 1, 1)
    );
    write_note(&mut desk, UNIT, "iii-1", "vẫn ghi được", 9);
}

#[test]
fn a_thousand_units_in_one_file_are_taken_in_and_more_than_ten_thousand_are_not() {
    let units = |count: u32| -> String {
        let record = json!({"seen": {"b": 1}, "writes": [note_of(("b", 1), "iii-1", "lời")]});
        let unit = |at| json!({"id": format!("u{at}"), "name": format!("Chi bộ {at}"), "groups": [branches()]});
        sealed(
            &(0..count)
                .map(|at| parcel(&unit(at), &record))
                .collect::<Vec<_>>(),
        )
    };
    let mut desk = coordinator();
    take_in(&mut desk, &units(1_000));
    assert_eq!(desk.records.len(), 1_001);
    refused(&units(10_001), &invalid("10001 records"));
}

#[test]
fn two_records_of_one_unit_in_one_file_are_refused() {
    let unit = json!({"id": "x", "name": "X"});
    let record = parcel(&unit, &json!({"seen": {}, "writes": []}));
    refused(
        &sealed(&vec![record; 10_000]),
        &invalid("two records of one unit on one plan"),
    );
}

#[test]
fn a_count_at_its_end_stops_its_own_device_and_no_other() {
    let sent = sent(
        &json!({"a": u64::MAX, "b": u64::MAX}),
        &[note_of(("b", u64::MAX), "iii-2", "cuối")],
    );
    let mut desk = coordinator();
    take_in(&mut desk, &sent);
    assert_eq!(
        record(&desk).at(&note("iii-2"))[0].value,
        Value::Text("cuối".to_owned())
    );
    let edit = |words: &str| Action::Edit(record_id(UNIT), Edit::Write(note("iii-2"), text(words)));
    assert_eq!(desk.apply(edit("x"), 9), Err(ActionError::CountExhausted));
    desk.device = DeviceId::new("c");
    desk.apply(edit("máy khác"), 9).expect("an edit");
    assert_eq!(record(&desk).at(&note("iii-2"))[0].value, text("máy khác"));
    look_around(&desk);
    for count in ["18446744073709551616", "-1", "1.5", "1e3", "null", "\"1\""] {
        let sealed =
            seal(Kind::Record, &json!({"seen": {"b": 0}, "writes": []}), 0).expect("a text");
        let body = format!("{{\"seen\":{{\"b\":{count}}},\"writes\":[]}}");
        let raw: Box<serde_json::value::RawValue> = serde_json::from_str(&body).expect("JSON");
        let text = seal(Kind::Record, &raw, 0).expect("a text");
        assert!(open::<Record>(Kind::Record, &sealed).is_ok());
        let refused = open::<Record>(Kind::Record, &text);
        assert!(matches!(refused, Err(FileError::Invalid { .. })), "{count}");
    }
}

#[test]
fn a_text_of_a_megabyte_is_refused_wherever_it_stands() {
    let long = "ă".repeat(500_000);
    let error = FileError::TextTooLong { bytes: 1_000_000 };
    let none = json!({"seen": {}, "writes": []});
    let unit = |id: &str, name: &str| json!({"id": id, "name": name});
    let document = write(
        ("b", 1),
        "iii-1",
        &json!({"document": "b.1"}),
        &json!({"document": {"title": long}}),
    );
    let mut by = note_of(("b", 1), "iii-1", "lời");
    by["by"] = json!(long);
    for text in [
        sent(&json!({"b": 1}), &[note_of(("b", 1), "iii-1", &long)]),
        sent(&json!({"b": 1}), &[note_of(("b", 1), &long, "lời")]),
        sent(&json!({"b": 1}), &[document]),
        sent(&json!({"b": 1}), &[by]),
        sent(&json!({ &long: 1 }), &[]),
        sealed(&[parcel(&unit("x", &long), &none)]),
        sealed(&[parcel(&unit(&long, "X"), &none)]),
    ] {
        refused(&text, &error);
    }
}

#[test]
fn whatever_may_be_written_may_be_sent() {
    let mut desk = coordinator();
    let write =
        |words: &str| Action::Edit(record_id(UNIT), Edit::Write(note("iii-1"), text(words)));
    // A character of this kind takes six bytes in a file.
    for longest in [
        "x".repeat(MAX_TEXT_BYTES),
        "\u{1}".repeat(MAX_TEXT_BYTES / 6),
    ] {
        desk.apply(write(&longest), 1).expect("an edit");
        look_around(&desk);
        let before = desk.clone();
        let refused = desk.apply(write(&format!("{longest}\u{1}")), 2);
        assert_eq!(refused, Err(ActionError::TextTooLong));
        let name = format!("{longest}\u{1}");
        for action in [
            Action::SetAuthor(name.clone()),
            Action::RenameUnit(plan_id(), unit_id(UNIT), name.clone()),
            Action::AddMembers(plan_id(), branches(), vec!["Chi bộ 2".to_owned(), name]),
        ] {
            assert_eq!(desk.apply(action, 2), Err(ActionError::TextTooLong));
        }
        assert!(desk == before);
    }
}

#[test]
fn what_a_device_keeps_is_read_whatever_its_length() {
    let mut record = Record::default();
    let device = DeviceId::new("a");
    let author = so_tien_do::progress::Author {
        device: &device,
        name: "",
        at: 0,
    };
    record
        .write(note("iii-1"), text(&"x".repeat(1_000_000)), &author)
        .expect("a dot");
    let stored = seal(Kind::Record, &record, 0).expect("a text");
    assert_eq!(open(Kind::Record, &stored), Ok(record));
}

#[test]
fn control_and_direction_characters_are_kept_in_notes_and_do_nothing_where_they_are_told() {
    let words = "một\u{202e}hai\u{0}\u{1b}[31m<b>&\u{2028}\"\\ba\u{2069}";
    let mut said = note_of(("b", 1), "iii-1", words);
    said["by"] = json!("Người\u{202e} ghi");
    let mut desk = coordinator();
    take_in(&mut desk, &sent(&json!({"b": 1}), &[said]));
    let writes = record(&desk).at(&note("iii-1"));
    assert_eq!(writes[0].value, text(words), "to the letter");
    assert_eq!(
        words::exchange::value(&writes[0].value),
        "“mộthai[31m<b>&\u{2028}\"\\ba”"
    );
    assert_eq!(
        words::screens::written_by(&writes[0].by, "08:00"),
        "Người ghi ghi lúc 08:00"
    );
}

#[test]
fn days_and_moments_at_the_ends_of_the_calendar_break_no_screen() {
    for (at, on) in [(i64::MIN, "-262143-01-01"), (i64::MAX, "+262142-12-31")] {
        let mut done = write(
            ("b", 1),
            "iii-1",
            &json!("status"),
            &json!({"status": {"done": {"on": on}}}),
        );
        done["at"] = json!(at);
        let mut desk = coordinator();
        let arrivals = take_in(&mut desk, &sent(&json!({"b": 1}), &[done]));
        assert!(arrivals[0].brings(), "{:?}", arrivals[0]);
        let entry = Entry::of(record(&desk), &TaskId::new("iii-1"), None);
        let Status::Done { on } = entry.status else {
            panic!("a day")
        };
        assert!(!words::date(on).is_empty());
        assert!(!words::moment(at).is_empty());
    }
}

#[test]
fn a_value_that_does_not_fit_its_field_is_kept_and_shown_nowhere() {
    let wrong = write(
        ("b", 1),
        "iii-2",
        &json!("status"),
        &json!({"text": "xong"}),
    );
    let mut desk = coordinator();
    take_in(&mut desk, &sent(&json!({"b": 1}), &[wrong]));
    let entry = Entry::of(record(&desk), &TaskId::new("iii-2"), None);
    assert_eq!(entry, Entry::default());
    assert_eq!(record(&desk).conflicts().len(), 0);
}

#[test]
fn lists_within_lists_are_refused_however_deep() {
    let (open_lists, closed) = ("[".repeat(1_000_000), "]".repeat(1_000_000));
    refused(&open_lists, &FileError::Foreign);
    let envelope = |body: &str| {
        format!(
            r#"{{"format":"so-tien-do","version":1,"kind":"progress","app":"","written_at":0,"body":{body},"sha256":""}}"#
        )
    };
    refused(&envelope(&open_lists), &FileError::Damaged);
    refused(
        &envelope(&format!("{open_lists}{closed}")),
        &FileError::Damaged,
    );
    let deep: Box<serde_json::value::RawValue> =
        serde_json::from_str(&format!("{open_lists}{closed}")).expect("JSON");
    let sealed = seal(Kind::Progress, &deep, 0).expect("a text");
    refused(&sealed, &FileError::TooDeep);
}

#[test]
fn a_file_older_than_what_is_here_forges_nothing_away() {
    let mut desk = coordinator();
    // It claims to have seen all that was ever written and to hold nothing of it.
    let empty = sent(&json!({"a": 1_000, "b": 1_000}), &[]);
    let arrivals = arrivals(&desk, &empty);
    let Finding::Known(known) = &arrivals[0].finding else {
        panic!("a record of a known plan")
    };
    let (comparison, changes) = (known.comparison, &known.changes());
    // Whoever may send for a unit may clear what it wrote; but not unseen.
    assert_eq!(comparison, Comparison::Newer);
    assert_eq!(changes.len(), 1);
    assert_eq!(
        (&changes[0].slot.field, &changes[0].after),
        (&Field::Note, &None)
    );
    write_note(&mut desk, UNIT, "iii-2", "ghi sau", 9);
}

#[test]
fn names_in_a_plan_file_are_tidied_and_those_beyond_sense_refused() {
    let desk = coordinator();
    let mut file = desk.plan_file(&plan_id()).expect("the plan");
    file.plan.title = "Kế hoạch \u{202e}lạ\u{0}".to_owned();
    file.roster.units[0].name = "Ban\u{2066} một\r\n".to_owned();
    let text = seal(Kind::PlanFile, &file, 0).expect("a text");
    let opened: PlanFile = open(Kind::PlanFile, &text).expect("a plan file");
    assert_eq!(opened.plan.title, "Kế hoạch lạ");
    assert_eq!(opened.roster.units[0].name, "Ban một");
    file.roster.units[0].name = "x".repeat(1_000_000);
    let text = seal(Kind::PlanFile, &file, 0).expect("a text");
    let refused = open::<PlanFile>(Kind::PlanFile, &text);
    assert!(matches!(refused, Err(FileError::Invalid { .. })));
}
