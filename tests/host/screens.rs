//! What the screens show of the built-in plan, without a browser.

use std::sync::Arc;

use crate::desks::{desk, enrol, plan_id, unit_id};
use so_tien_do::domain::{BeforeDay, Countdown, Day, Standing, Status, TaskId, UnitId};
use so_tien_do::progress::{Field, Slot, Value};
use so_tien_do::view::{self, Horizon, Row};
use so_tien_do::workspace::{Action, Edit, RecordId, Workspace};

fn day(y: i32, m: u32, d: u32) -> Day {
    Day::from_ymd_opt(y, m, d).expect("a day")
}

/// A unit that the plan names.
fn named(desk: &Workspace, name: &str) -> UnitId {
    let roster = &desk.rosters[&plan_id()];
    let unit = roster.units.iter().find(|unit| unit.name == name);
    unit.expect("a unit of the plan").id.clone()
}

fn say(desk: &mut Workspace, unit: &UnitId, task: &str, period: Option<&str>, status: Status) {
    let period = period.map(|period| period.parse().expect("a period"));
    let slot = Slot::new(&TaskId::new(task), period, Field::Status);
    let record = RecordId {
        plan: plan_id(),
        unit: unit.clone(),
    };
    desk.apply(
        Action::Edit(record, Edit::Write(slot, Value::Status(status))),
        0,
    )
    .expect("an edit");
}

fn places(rows: &[Arc<Row>]) -> Vec<String> {
    let period = |row: &Row| {
        row.id
            .period
            .map(|period| format!(" {period}"))
            .unwrap_or_default()
    };
    rows.iter()
        .map(|row| format!("{}{}", row.duty.path, period(row)))
        .collect()
}

fn groups(desk: &Workspace, unit: Option<&UnitId>, today: Day) -> Vec<(Horizon, Vec<String>)> {
    let today = view::today(desk, unit, today);
    today
        .groups
        .iter()
        .map(|(horizon, rows)| (*horizon, places(rows)))
        .collect()
}

#[test]
fn without_a_unit_the_plan_itself_is_shown() {
    let desk = desk("a");
    let expected = [
        (
            Horizon::Overdue,
            vec!["III.1".to_owned(), "III.2".to_owned()],
        ),
        (
            Horizon::Period,
            vec![
                "II.2.p2 2026".to_owned(),
                "III.7 2026".to_owned(),
                "III.5 2025-2030".to_owned(),
            ],
        ),
    ];
    assert_eq!(groups(&desk, None, day(2026, 11, 23)), expected);
    let first = view::today(&desk, None, day(2026, 11, 23));
    assert_eq!(first.without_day, 11);
    assert_eq!(first.earlier, 0, "nobody's periods are looked back at");
}

#[test]
fn a_units_first_screen_has_the_running_period_and_the_latest_missed_one() {
    let mut desk = desk("a");
    let unit = named(&desk, "Ban Dân vận Huyện ủy");
    let missed = (Horizon::Overdue, vec!["III.7 2025".to_owned()]);
    let running = vec!["III.7 2026".to_owned()];
    let at = |desk: &Workspace, today| groups(desk, Some(&unit), today);
    assert_eq!(
        at(&desk, day(2026, 11, 23)),
        [missed.clone(), (Horizon::Period, running.clone())]
    );
    let first = view::today(&desk, Some(&unit), day(2026, 11, 23));
    assert_eq!(first.earlier, 1, "of what is overdue");
    assert_eq!(
        at(&desk, day(2026, 12, 1)),
        [missed.clone(), (Horizon::Month, running.clone())]
    );
    assert_eq!(
        at(&desk, day(2026, 12, 24)),
        [missed.clone(), (Horizon::Week, running.clone())]
    );
    say(
        &mut desk,
        &unit,
        "iii-7",
        Some("2026"),
        Status::Done {
            on: day(2026, 12, 24),
        },
    );
    assert_eq!(
        at(&desk, day(2026, 12, 31)),
        [missed, (Horizon::Period, running)]
    );
    let next_year = [
        (Horizon::Overdue, vec!["III.7 2025".to_owned()]),
        (Horizon::Period, vec!["III.7 2027".to_owned()]),
    ];
    assert_eq!(at(&desk, day(2027, 1, 1)), next_year);
}

#[test]
fn missed_periods_are_those_without_a_result() {
    let mut desk = desk("a");
    let unit = named(&desk, "Ban Dân vận Huyện ủy");
    say(
        &mut desk,
        &unit,
        "iii-7",
        Some("2024"),
        Status::Done {
            on: day(2024, 12, 1),
        },
    );
    let excuse = Status::NotApplicable {
        reason: "chưa có chỉ đạo".to_owned(),
    };
    say(&mut desk, &unit, "iii-7", Some("2023"), excuse);
    let list = view::checklist(&desk, &plan_id(), &unit, day(2026, 11, 23));
    let missed: Vec<_> = list.lead[0]
        .missed
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(missed, ["2025", "2022", "2021", "2020", "2019", "2018"]);
}

#[test]
fn what_was_marked_today_is_seen_and_counted_at_once() {
    let mut desk = desk("a");
    enrol(&mut desk, &["Chi bộ 1"]);
    let unit = unit_id("Chi bộ 1");
    let today = day(2026, 11, 23);
    let before = view::tally(&desk, &unit, today);
    assert_eq!((before.done, before.overdue, before.open), (0, 1, 0));
    say(&mut desk, &unit, "iii-1", None, Status::Done { on: today });
    let after = view::tally(&desk, &unit, today);
    assert_eq!((after.done, after.overdue, after.open), (1, 0, 0));
    assert_eq!(
        groups(&desk, Some(&unit), today),
        [(Horizon::DoneToday, vec!["III.1".to_owned()])]
    );
    assert!(groups(&desk, Some(&unit), day(2026, 11, 24)).is_empty());
}

#[test]
fn the_plans_way_to_count_decides_what_is_late() {
    let mut desk = desk("a");
    enrol(&mut desk, &["Chi bộ 1"]);
    let unit = unit_id("Chi bộ 1");
    say(
        &mut desk,
        &unit,
        "iii-1",
        None,
        Status::Done {
            on: day(2018, 6, 12),
        },
    );
    let standing = |desk: &Workspace| {
        view::checklist(desk, &plan_id(), &unit, day(2026, 11, 23)).lead[0].standing
    };
    assert_eq!(standing(&desk), Standing::DoneLate);
    desk.apply(Action::SetBeforeDay(plan_id(), BeforeDay::Included), 0)
        .expect("a setting");
    assert_eq!(standing(&desk), Standing::DoneOnTime);
}

#[test]
fn a_checklist_keeps_the_plans_order_and_tells_lead_from_support() {
    let desk = desk("a");
    let unit = named(&desk, "Hội Liên hiệp Phụ nữ huyện");
    let list = view::checklist(&desk, &plan_id(), &unit, day(2026, 11, 23));
    assert_eq!(places(&list.lead), ["II.5"]);
    assert_eq!(
        places(&list.support),
        ["III.2", "III.5 2025-2030", "III.6", "III.7 2026"]
    );
    assert_eq!(list.support[0].countdown, Countdown::Over(3_087));
    assert!(
        list.support[0]
            .duty
            .action
            .starts_with("Làm tốt công tác tham mưu")
    );
}

#[test]
fn a_tap_marks_done_and_a_second_one_takes_it_back() {
    let mut desk = desk("a");
    let unit = named(&desk, "UBND huyện");
    let today = day(2026, 11, 23);
    let first = |desk: &Workspace| view::checklist(desk, &plan_id(), &unit, today).lead[0].clone();
    assert_eq!(first(&desk).toggled(today), Status::Done { on: today });
    say(&mut desk, &unit, "ii-3", None, Status::Done { on: today });
    assert_eq!(first(&desk).toggled(today), Status::NotStarted);
    let person = Slot::new(&TaskId::new("ii-3"), None, Field::Person);
    let record = RecordId {
        plan: plan_id(),
        unit: unit.clone(),
    };
    let edit = Edit::Write(person, Value::Text("cán bộ văn phòng".to_owned()));
    desk.apply(Action::Edit(record, edit), 0).expect("an edit");
    assert_eq!(first(&desk).toggled(today), Status::InProgress);
}

fn found(phrase: &str) -> Vec<String> {
    let desk = desk("a");
    let blocks = &desk.plans[&plan_id()].blocks;
    let hits = view::search(blocks, phrase);
    hits.iter()
        .flat_map(|hit| {
            hit.ranges
                .iter()
                .map(|range| blocks[hit.block].text[range.clone()].to_owned())
        })
        .collect()
}

#[test]
fn search_ignores_marks_and_case_unless_marks_are_typed() {
    let plain = found("can bo nu");
    assert!(
        !plain.is_empty() && plain.iter().all(|words| words == "cán bộ nữ"),
        "{plain:?}"
    );
    assert_eq!(found("CÁN  BỘ NỮ"), plain);
    assert!(
        found("phù nữ")
            .iter()
            .all(|words| words.to_lowercase() == "phụ nữ"),
        "no such marks, so marks are ignored"
    );
    let marked = found("hội");
    assert!(
        marked.iter().all(|word| word.to_lowercase() == "hội"),
        "{marked:?}"
    );
    assert!(found("hoi").len() > marked.len());
}

#[test]
fn search_finds_nothing_in_nothing() {
    for phrase in ["", "   ", "không có cụm từ này đâu", "\u{301}"] {
        assert!(found(phrase).is_empty(), "{phrase:?}");
    }
}

#[test]
fn passages_cut_by_style_and_search_lose_no_letter() {
    let desk = desk("a");
    let plan = &desk.plans[&plan_id()];
    let passages = view::passages(&desk, plan, None, day(2026, 11, 23));
    let hits = view::search(&plan.blocks, "phu nu");
    assert_eq!(
        passages
            .iter()
            .filter(|passage| !passage.duties.is_empty())
            .count(),
        16
    );
    for passage in &passages {
        let ranges = hits
            .iter()
            .find(|hit| hit.block == passage.block)
            .map(|hit| hit.ranges.clone())
            .unwrap_or_default();
        let shares = passage.shares(&ranges);
        let whole: String = shares.iter().map(|share| share.text.as_str()).collect();
        assert_eq!(whole, passage.content.text);
        let marked: String = shares
            .iter()
            .filter(|share| share.found)
            .map(|share| share.text.as_str())
            .collect();
        let wanted: String = ranges
            .iter()
            .map(|range| &passage.content.text[range.clone()])
            .collect();
        assert_eq!(marked, wanted);
    }
}
