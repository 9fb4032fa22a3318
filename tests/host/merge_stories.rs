//! Merging records, as stories of the people who do it; the laws behind them are in `merge.rs`.

use crate::desks;
use so_tien_do::domain::{DeviceId, Moment, Status, TaskId};
use so_tien_do::progress::{
    Author, Comparison, Document, Entry, Field, Item, Record, Slot, Value, changes, compare,
};
use std::collections::BTreeSet;

const YEAR: Moment = 365 * 24 * 60 * 60 * 1000;

fn author(device: &DeviceId, at: Moment) -> Author<'_> {
    Author {
        device,
        name: "",
        at,
    }
}

fn note(task: &str) -> Slot {
    Slot::new(&TaskId::new(task), None, Field::Note)
}

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

/// Writes the note of the task `ii-1`.
fn say(record: &mut Record, device: &str, at: Moment, words: &str) {
    let device = DeviceId::new(device);
    record
        .write(note("ii-1"), text(words), &author(&device, at))
        .expect("a dot");
}

/// Returns what an entry shows as the note of the task `ii-1`.
fn shown(record: &Record) -> String {
    Entry::of(record, &TaskId::new("ii-1"), None).note
}

/// Returns all notes of the task `ii-1`.
fn said(record: &Record) -> Vec<String> {
    let writes = record.at(&note("ii-1")).into_iter();
    let mut said: Vec<_> = writes
        .map(|write| match &write.value {
            Value::Text(words) => words.clone(),
            other => panic!("{other:?}"),
        })
        .collect();
    said.sort();
    said
}

fn add_document(record: &mut Record, device: &str, title: &str) {
    let document = Document {
        title: title.to_owned(),
        ..Document::default()
    };
    let device = DeviceId::new(device);
    record
        .add(
            &TaskId::new("ii-1"),
            None,
            Item::Document(document),
            &author(&device, 1),
        )
        .expect("a dot");
}

#[test]
fn two_people_of_one_unit_tick_different_tasks_on_two_phones() {
    let (first, second) = (DeviceId::new("a"), DeviceId::new("b"));
    let done = |task| Slot::new(&TaskId::new(task), None, Field::Status);
    let (mut here, mut there) = (Record::default(), Record::default());
    here.write(
        done("ii-1"),
        Value::Status(Status::InProgress),
        &author(&first, 1),
    )
    .expect("a dot");
    there
        .write(
            done("ii-2"),
            Value::Status(Status::Paused),
            &author(&second, 2),
        )
        .expect("a dot");
    here.merge(&there);
    assert_eq!(
        Entry::of(&here, &TaskId::new("ii-1"), None).status,
        Status::InProgress
    );
    assert_eq!(
        Entry::of(&here, &TaskId::new("ii-2"), None).status,
        Status::Paused
    );
    assert!(here.conflicts().is_empty());
}

/// Two phones that wrote different words at the same place; times by each one's clock.
fn conflict(first_at: Moment, second_at: Moment) -> (Record, Record) {
    let (mut here, mut there) = (Record::default(), Record::default());
    here.write(
        note("ii-1"),
        text("đã mở lớp"),
        &author(&DeviceId::new("a"), first_at),
    )
    .expect("a dot");
    there
        .write(
            note("ii-1"),
            text("chưa mở lớp"),
            &author(&DeviceId::new("b"), second_at),
        )
        .expect("a dot");
    (here, there)
}

#[test]
fn both_edit_the_same_field_and_both_are_shown() {
    let (here, there) = conflict(1, 2);
    let both = here.merged(&there);
    let values: Vec<_> = both
        .at(&note("ii-1"))
        .iter()
        .map(|write| write.value.clone())
        .collect();
    assert_eq!(values, [text("chưa mở lớp"), text("đã mở lớp")]);
    let entry = Entry::of(&both, &TaskId::new("ii-1"), None);
    assert_eq!(
        (entry.note.as_str(), entry.conflicts),
        ("chưa mở lớp", vec![Field::Note])
    );
    let change = &changes(&here, &both)[0];
    assert!(change.conflict);
    assert_eq!(
        (change.before.clone(), change.after.clone()),
        (Some(text("đã mở lớp")), Some(text("chưa mở lớp")))
    );
}

#[test]
fn one_write_settles_a_conflict_on_every_device() {
    let (here, there) = conflict(1, 2);
    let mut settled = here.merged(&there);
    settled
        .write(
            note("ii-1"),
            text("mở lớp tháng sau"),
            &author(&DeviceId::new("a"), 3),
        )
        .expect("a dot");
    for mut device in [here, there] {
        device.merge(&settled);
        assert!(device.conflicts().is_empty());
        assert_eq!(
            Entry::of(&device, &TaskId::new("ii-1"), None).note,
            "mở lớp tháng sau"
        );
    }
}

#[test]
fn a_clock_that_is_wrong_by_a_year_does_not_matter() {
    let slow = DeviceId::new("b");
    let (mut here, mut there) = (Record::default(), Record::default());
    here.write(
        note("ii-1"),
        text("cũ"),
        &author(&DeviceId::new("a"), 2 * YEAR),
    )
    .expect("a dot");
    there.merge(&here);
    there
        .write(note("ii-1"), text("mới"), &author(&slow, YEAR))
        .expect("a dot");
    assert_eq!(compare(&here, &there), Comparison::Newer);
    here.merge(&there);
    assert_eq!(Entry::of(&here, &TaskId::new("ii-1"), None).note, "mới");
    assert!(here.conflicts().is_empty());
}

#[test]
fn the_same_words_written_twice_are_no_conflict() {
    let (mut here, mut there) = (Record::default(), Record::default());
    here.write(note("ii-1"), text("xong"), &author(&DeviceId::new("a"), 1))
        .expect("a dot");
    there
        .write(note("ii-1"), text("xong"), &author(&DeviceId::new("b"), 9))
        .expect("a dot");
    here.merge(&there);
    assert_eq!(here.at(&note("ii-1")).len(), 2);
    assert!(here.conflicts().is_empty());
    assert!(
        Entry::of(&here, &TaskId::new("ii-1"), None)
            .conflicts
            .is_empty()
    );
}

#[test]
fn every_list_of_writes_shows_the_same_one_first_on_equal_clocks() {
    let (here, there) = conflict(7, 7);
    for both in [here.merged(&there), there.merged(&here)] {
        let entry = Entry::of(&both, &TaskId::new("ii-1"), None);
        assert_eq!(text(&entry.note), both.at(&note("ii-1"))[0].value);
    }
}

#[test]
fn a_third_value_in_a_conflict_is_told_although_another_one_is_shown() {
    let (here, there) = conflict(5, 6);
    let both = here.merged(&there);
    let mut third = Record::default();
    third
        .write(
            note("ii-1"),
            text("không rõ"),
            &author(&DeviceId::new("c"), 1),
        )
        .expect("a dot");
    let told: Vec<_> = changes(&both, &both.merged(&third))
        .into_iter()
        .map(|change| change.slot)
        .collect();
    assert_eq!(told, [note("ii-1")]);
}

#[test]
fn a_value_that_takes_the_place_of_a_hidden_one_is_told() {
    let (here, mut there) = conflict(9, 1);
    let both = here.merged(&there);
    there
        .write(
            note("ii-1"),
            text("sẽ mở lớp"),
            &author(&DeviceId::new("b"), 2),
        )
        .expect("a dot");
    let told = changes(&both, &both.merged(&there));
    assert_eq!(told.len(), 1);
    assert_eq!((&told[0].before, told[0].conflict), (&told[0].after, true));
}

#[test]
fn settling_one_place_keeps_what_a_twin_wrote_elsewhere_under_the_same_dot() {
    let device = DeviceId::new("a");
    let (mut here, mut twin) = (Record::default(), Record::default());
    here.write(note("ii-1"), text("một"), &author(&device, 1))
        .expect("a dot");
    twin.write(note("ii-2"), text("hai"), &author(&device, 2))
        .expect("a dot");
    here.merge(&twin);
    here.write(note("ii-1"), text("ba"), &author(&device, 3))
        .expect("a dot");
    assert_eq!(
        here.at(&note("ii-1"))
            .iter()
            .map(|write| &write.value)
            .collect::<Vec<_>>(),
        [&text("ba")]
    );
    assert_eq!(here.at(&note("ii-2"))[0].value, text("hai"));
    assert_eq!(here.merged(&twin), here, "the old file brings nothing back");
}

#[test]
fn clearing_is_news_and_clearing_nothing_is_none() {
    let device = DeviceId::new("a");
    let mut record = Record::default();
    assert_eq!(record.clear(&note("ii-1"), &author(&device, 1)), None);
    assert!(record.is_empty());
    record
        .write(note("ii-1"), text("lời"), &author(&device, 1))
        .expect("a dot");
    let sent = record.clone();
    record
        .clear(&note("ii-1"), &author(&device, 2))
        .expect("a dot");
    assert!(record.at(&note("ii-1")).is_empty());
    assert!(
        !sent.seen().includes(record.seen()),
        "what was sent does not cover the clearing"
    );
    assert_eq!(compare(&sent, &record), Comparison::Newer);
}

#[test]
fn an_exhausted_count_writes_nothing_and_changes_nothing() {
    let device = DeviceId::new("a");
    let full = format!(r#"{{"seen":{{"a":{}}},"writes":[]}}"#, u64::MAX);
    let mut record: Record = serde_json::from_str(&full).expect("a record");
    let before = record.clone();
    assert_eq!(
        record.write(note("ii-1"), text("lời"), &author(&device, 1)),
        None
    );
    assert_eq!(record, before);
    assert!(
        record
            .write(note("ii-1"), text("lời"), &author(&DeviceId::new("b"), 1))
            .is_some()
    );
}

#[test]
fn two_people_of_one_unit_each_add_a_document_on_their_own_phones() {
    let (mut here, mut there) = (Record::default(), Record::default());
    add_document(&mut here, "a", "Kế hoạch");
    add_document(&mut there, "b", "Báo cáo");
    for both in [here.merged(&there), there.merged(&here)] {
        let entry = Entry::of(&both, &TaskId::new("ii-1"), None);
        let titles: Vec<_> = entry
            .documents
            .iter()
            .map(|(_, document)| document.title.as_str())
            .collect();
        assert_eq!(titles, ["Kế hoạch", "Báo cáo"]);
        assert!(both.conflicts().is_empty());
    }
}

#[test]
fn one_person_goes_from_phone_to_pc_and_back_and_the_last_words_stand() {
    let (mut phone, mut pc) = (Record::default(), Record::default());
    say(&mut phone, "điện thoại", 1, "họp thứ hai");
    pc.merge(&phone);
    say(&mut pc, "máy tính", 2, "họp thứ ba");
    let on_the_way = pc.clone();
    say(&mut pc, "máy tính", 3, "họp thứ tư");
    phone.merge(&pc);
    say(&mut phone, "điện thoại", 4, "đã họp");
    pc.merge(&phone);
    // What was sent in between arrives last.
    pc.merge(&on_the_way);
    assert_eq!(pc, phone);
    assert_eq!(said(&pc), ["đã họp"]);
}

#[test]
fn a_lost_phone_that_is_restored_from_a_file_writes_under_a_new_name_and_makes_no_dot_twice() {
    let mut lost = desks::desk("điện thoại cũ");
    desks::enrol(&mut lost, &["Chi bộ 1"]);
    desks::write_note(&mut lost, "Chi bộ 1", "ii-1", "một", 1);
    let file = desks::parcels(&lost);
    // Written after the file, and sent to the office before the phone was lost.
    desks::write_note(&mut lost, "Chi bộ 1", "ii-1", "hai", 2);
    let at_office = lost.records[&desks::record_id("Chi bộ 1")].clone();

    let mut restored = desks::desk("điện thoại mới");
    restored.apply(desks::taking_in(file), 3).expect("accepted");
    desks::write_note(&mut restored, "Chi bộ 1", "ii-1", "ba", 4);
    let restored = &restored.records[&desks::record_id("Chi bộ 1")];

    assert_eq!(restored.seen().count(&DeviceId::new("điện thoại cũ")), 1);
    assert_eq!(restored.seen().count(&DeviceId::new("điện thoại mới")), 1);
    let both = at_office.merged(restored);
    assert_eq!(both, restored.merged(&at_office));
    // Neither knew of the other; nothing is lost.
    assert_eq!(said(&both), ["ba", "hai"]);
    let dots: Vec<_> = both.writes().map(|(dot, _)| dot).collect();
    assert!(dots.windows(2).all(|pair| pair[0] != pair[1]));
}

#[test]
fn a_clock_that_is_wrong_by_a_year_neither_wins_nor_loses_a_conflict() {
    for wrong in [-YEAR, YEAR] {
        let (here, there) = conflict(2 * YEAR, 2 * YEAR + wrong);
        for both in [here.merged(&there), there.merged(&here)] {
            assert_eq!(said(&both), ["chưa mở lớp", "đã mở lớp"]);
        }
    }
}

#[test]
fn a_conflict_shows_both_contents_with_whose_and_when() {
    let (phone, pc) = (DeviceId::new("a"), DeviceId::new("b"));
    let (mut here, mut there) = (Record::default(), Record::default());
    let of = |device, name, at| Author { device, name, at };
    here.write(note("ii-1"), text("một"), &of(&phone, "Đồng chí A", 10))
        .expect("a dot");
    there
        .write(note("ii-1"), text("hai"), &of(&pc, "Đồng chí B", 20))
        .expect("a dot");
    for both in [here.merged(&there), there.merged(&here)] {
        let told: Vec<_> = both
            .at(&note("ii-1"))
            .into_iter()
            .map(|write| (write.value.clone(), &*write.by, write.at))
            .collect();
        let expected = [
            (text("hai"), "Đồng chí B", 20),
            (text("một"), "Đồng chí A", 10),
        ];
        assert_eq!(told, expected);
        assert_eq!(
            both.conflicts().into_iter().collect::<Vec<_>>(),
            [&note("ii-1")]
        );
    }
}

#[test]
fn what_was_settled_wins_over_all_old_files_and_settling_twice_is_a_new_conflict() {
    let (here, there) = conflict(9, 8);
    let old = [here.clone(), there.clone(), here.merged(&there)];
    let mut settled = here.merged(&there);
    // The clock of whoever settles is behind those of both.
    say(&mut settled, "c", 1, "thống nhất");
    for file in &old {
        assert_eq!(settled.merged(file), settled);
        assert_eq!(file.merged(&settled), settled);
    }
    let mut elsewhere = here.merged(&there);
    say(&mut elsewhere, "d", 2, "thống nhất khác");
    let both = settled.merged(&elsewhere);
    assert_eq!(said(&both), ["thống nhất", "thống nhất khác"]);
}

/// Four files that one unit sent from two devices, in turn.
fn files() -> [Record; 4] {
    let (mut phone, mut pc) = (Record::default(), Record::default());
    say(&mut phone, "a", 1, "một");
    let first = phone.clone();
    say(&mut pc, "b", 2, "hai");
    let second = pc.clone();
    phone.merge(&pc);
    add_document(&mut phone, "a", "Báo cáo");
    let third = phone.clone();
    say(&mut phone, "a", 3, "ba");
    [first, second, third, phone]
}

#[test]
fn files_come_in_any_order_once_twice_or_never() {
    let files = files();
    let after = |order: &[usize]| {
        order
            .iter()
            .fold(Record::default(), |here, file| here.merged(&files[*file]))
    };
    // Every list of five files out of four, so that each comes late or early, again, or not at all.
    for number in 0..4_usize.pow(5) {
        let order: Vec<_> = (0..5)
            .map(|place| number / 4_usize.pow(place) % 4)
            .collect();
        let office = after(&order);
        let in_turn = BTreeSet::from_iter(order.clone());
        assert_eq!(office, after(&Vec::from_iter(in_turn)), "{order:?}");
        let came = |file| order.contains(&file);
        let expected: &[&str] = match (came(0), came(1), came(2), came(3)) {
            (_, _, _, true) => &["ba"],
            (_, _, true, _) | (true, true, ..) => &["hai", "một"],
            (true, ..) => &["một"],
            _ => &["hai"],
        };
        assert_eq!(said(&office), expected, "{order:?}");
    }
}

#[test]
fn a_file_that_never_comes_takes_nothing_with_it_but_its_own_news() {
    let [first, second, third, last] = files();
    let office = first.merged(&second);
    assert_eq!(said(&office), ["hai", "một"]);
    assert_eq!(compare(&office, &third), Comparison::Newer);
    // The third never comes; the last one makes up for it.
    assert_eq!(office.merged(&last), third.merged(&last));
    assert_eq!(shown(&office.merged(&last)), "ba");
}
