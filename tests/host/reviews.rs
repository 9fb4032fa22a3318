//! What a coordinator says of what was reported: accepted, returned, explanation asked, more time.

use crate::desks::{desk, enrol, parcels, record_id, taking_in, write_note};
use so_tien_do::domain::{Day, Period, Status, TaskId};
use so_tien_do::file::MAX_TEXT_BYTES;
use so_tien_do::progress::{Entry, Extension, Field, Item, Slot, Value, Verdict};
use so_tien_do::workspace::{Action, ActionError, Edit, Workspace};

const UNIT: &str = "Chi bộ 1";

fn task() -> TaskId {
    TaskId::new("iii-1")
}

fn day(day: u32) -> Day {
    Day::from_ymd_opt(2026, 11, day).expect("a day")
}

fn done(on: u32) -> Status {
    Status::Done { on: day(on) }
}

fn say(desk: &mut Workspace, status: Status, now: i64) {
    let slot = Slot::new(&task(), None, Field::Status);
    let edit = Edit::Write(slot, Value::Status(status));
    desk.apply(Action::Edit(record_id(UNIT), edit), now)
        .expect("an edit");
}

fn review(desk: &mut Workspace, verdict: Verdict, now: i64) {
    let edit = Edit::Review(task(), None, verdict, "vì sao".to_owned());
    desk.apply(Action::Edit(record_id(UNIT), edit), now)
        .expect("a review");
}

fn entry(desk: &Workspace) -> Entry {
    Entry::of(&desk.records[&record_id(UNIT)], &task(), None)
}

/// Takes in all that another device holds.
fn hear(desk: &mut Workspace, from: &Workspace) {
    desk.apply(taking_in(parcels(from)), 50).expect("accepted");
}

/// A unit that says that it is done, and a coordinator who has heard of it.
fn unit_and_coordinator() -> (Workspace, Workspace) {
    let (mut unit, mut office) = (desk("b"), desk("a"));
    enrol(&mut unit, &[UNIT]);
    say(&mut unit, done(20), 1);
    hear(&mut office, &unit);
    (unit, office)
}

#[test]
fn what_is_accepted_stands_and_counts_as_it_was_said() {
    let (mut unit, mut office) = unit_and_coordinator();
    review(&mut office, Verdict::Accepted, 2);
    hear(&mut unit, &office);
    for desk in [&unit, &office] {
        let entry = entry(desk);
        let review = entry.standing_review().expect("a review");
        assert_eq!(
            (review.verdict, review.words.as_str()),
            (Verdict::Accepted, "vì sao")
        );
        assert_eq!(entry.counted_status(), done(20));
        assert!(entry.conflicts.is_empty());
    }
}

#[test]
fn what_is_returned_is_not_done_until_the_unit_says_so_again() {
    let (mut unit, mut office) = unit_and_coordinator();
    review(&mut office, Verdict::Returned, 2);
    hear(&mut unit, &office);
    assert_eq!(entry(&unit).counted_status(), Status::InProgress);
    assert_eq!(entry(&unit).status, done(20), "what it said is still there");
    write_note(&mut unit, UNIT, "iii-1", "đang bổ sung", 3);
    assert_eq!(entry(&unit).counted_status(), Status::InProgress);
    say(&mut unit, done(20), 4);
    assert!(entry(&unit).is_answered, "even with the same words");
    hear(&mut office, &unit);
    assert_eq!(entry(&office).counted_status(), done(20));
    assert_eq!(entry(&office).standing_review(), None);
    assert!(entry(&office).review.is_some(), "it can still be read");
    review(&mut office, Verdict::Returned, 5);
    assert_eq!(entry(&office).counted_status(), Status::InProgress);
    hear(&mut unit, &office);
    review(&mut office, Verdict::Accepted, 6);
    assert_eq!(entry(&office).counted_status(), done(20));
}

#[test]
fn what_is_not_done_is_not_changed_by_a_return() {
    let (mut unit, mut office) = unit_and_coordinator();
    for status in [
        Status::NotStarted,
        Status::InProgress,
        Status::Paused,
        Status::NotApplicable {
            reason: "không có".to_owned(),
        },
    ] {
        say(&mut unit, status.clone(), 2);
        hear(&mut office, &unit);
        review(&mut office, Verdict::Returned, 3);
        assert_eq!(entry(&office).counted_status(), status);
        hear(&mut unit, &office);
    }
}

#[test]
fn an_explanation_is_asked_and_given_without_touching_the_status() {
    let (mut unit, mut office) = unit_and_coordinator();
    review(&mut office, Verdict::ExplanationAsked, 2);
    hear(&mut unit, &office);
    assert_eq!(entry(&unit).counted_status(), done(20));
    let slot = Slot::new(&task(), None, Field::Explanation);
    let words = Value::Text("do mưa lũ".to_owned());
    let edit = Edit::Write(slot, words);
    unit.apply(Action::Edit(record_id(UNIT), edit), 3)
        .expect("an edit");
    hear(&mut office, &unit);
    let given = entry(&office);
    assert_eq!(given.explanation, "do mưa lũ");
    assert_eq!(given.counted_status(), done(20));
    assert!(given.is_answered);
    review(&mut office, Verdict::Accepted, 4);
    assert!(!entry(&office).is_answered);
}

#[test]
fn an_explanation_does_not_make_done_what_was_returned() {
    let (mut unit, mut office) = unit_and_coordinator();
    review(&mut office, Verdict::Returned, 2);
    hear(&mut unit, &office);
    let slot = Slot::new(&task(), None, Field::Explanation);
    let edit = Edit::Write(slot, Value::Text("đã đủ văn bản".to_owned()));
    unit.apply(Action::Edit(record_id(UNIT), edit), 3)
        .expect("an edit");
    assert!(!entry(&unit).is_answered);
    assert_eq!(entry(&unit).counted_status(), Status::InProgress);
}

#[test]
fn a_status_that_changed_before_the_review_was_heard_of_has_not_been_reviewed() {
    for verdict in [
        Verdict::Accepted,
        Verdict::Returned,
        Verdict::ExplanationAsked,
    ] {
        let (mut unit, mut office) = unit_and_coordinator();
        // Neither knows of the other; the coordinator's clock is ahead.
        say(&mut unit, done(22), 3);
        review(&mut office, verdict, 1_000);
        hear(&mut unit, &office);
        hear(&mut office, &unit);
        assert_eq!(entry(&unit), entry(&office));
        assert!(entry(&unit).is_answered);
        assert_eq!(entry(&unit).counted_status(), done(22));
    }
}

#[test]
fn of_two_statuses_that_contradict_each_other_both_are_reviewed_or_none() {
    let (mut unit, mut office) = unit_and_coordinator();
    let mut other = desk("c");
    hear(&mut other, &unit);
    say(&mut unit, done(21), 3);
    say(&mut other, done(22), 4);
    hear(&mut office, &unit);
    let mut early = office.clone();
    review(&mut early, Verdict::Returned, 5);
    hear(&mut early, &other);
    assert!(entry(&early).is_answered, "one of them was not seen");
    hear(&mut office, &other);
    review(&mut office, Verdict::Returned, 5);
    assert_eq!(entry(&office).conflicts, [Field::Status]);
    assert!(!entry(&office).is_answered);
    assert_eq!(entry(&office).counted_status(), Status::InProgress);
}

#[test]
fn a_review_of_nothing_is_answered_by_the_first_status() {
    let (mut unit, mut office) = (desk("b"), desk("a"));
    for desk in [&mut unit, &mut office] {
        enrol(desk, &[UNIT]);
    }
    review(&mut office, Verdict::ExplanationAsked, 1);
    hear(&mut unit, &office);
    assert!(entry(&unit).standing_review().is_some());
    say(&mut unit, done(20), 2);
    assert!(entry(&unit).standing_review().is_none());
}

#[test]
fn reviews_of_other_periods_and_duties_are_left_alone() {
    let (_, mut office) = unit_and_coordinator();
    let period: Option<Period> = "2026".parse().ok();
    for (task, period) in [(task(), period), (TaskId::new("iii-2"), None)] {
        let edit = Edit::Review(task, period, Verdict::Returned, String::new());
        office
            .apply(Action::Edit(record_id(UNIT), edit), 2)
            .expect("a review");
    }
    assert_eq!(entry(&office).review, None);
    assert_eq!(entry(&office).counted_status(), done(20));
}

#[test]
fn two_reviews_that_did_not_know_of_each_other_both_stand() {
    let (_, mut office) = unit_and_coordinator();
    let mut second = office.clone();
    second.device = so_tien_do::domain::DeviceId::new("a2");
    review(&mut office, Verdict::Accepted, 2);
    review(&mut second, Verdict::Returned, 3);
    hear(&mut office, &second);
    assert_eq!(entry(&office).conflicts, [Field::Review]);
    let review = entry(&office).review.expect("a review");
    assert_eq!(review.verdict, Verdict::Returned, "the later is shown");
}

#[test]
fn more_time_changes_the_last_day_and_can_be_taken_away() {
    let (mut unit, mut office) = unit_and_coordinator();
    assert_eq!(entry(&office).extended_to(), None);
    for last_day in [day(28), day(25)] {
        let extension = Extension {
            last_day,
            ground: "bão".to_owned(),
        };
        let edit = Edit::Add(task(), None, Item::Extension(extension));
        office
            .apply(Action::Edit(record_id(UNIT), edit), 2)
            .expect("an extension");
    }
    hear(&mut unit, &office);
    assert_eq!(entry(&unit).extended_to(), Some(day(28)));
    assert_eq!(entry(&unit).extensions.len(), 2);
    let latest = entry(&unit).extensions[0].0.clone();
    let slot = Slot::new(&task(), None, Field::Extension(latest));
    office
        .apply(Action::Edit(record_id(UNIT), Edit::Clear(slot)), 3)
        .expect("cleared");
    hear(&mut unit, &office);
    assert_eq!(entry(&unit).extended_to(), Some(day(25)));
    assert!(!entry(&unit).is_blank());
}

#[test]
fn words_that_nobody_else_could_open_are_refused() {
    let (_, mut office) = unit_and_coordinator();
    let before = office.clone();
    let words = "x".repeat(MAX_TEXT_BYTES + 1);
    let edit = Edit::Review(task(), None, Verdict::Returned, words);
    let refused = office.apply(Action::Edit(record_id(UNIT), edit), 2);
    assert_eq!(refused, Err(ActionError::TextTooLong));
    assert!(office == before);
}
