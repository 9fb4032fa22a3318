//! The overview: units × duties, and numbers that always come to their sums.

use crate::desks::{actions, desk, enrol, plan_id, record_id, unit_id};
use proptest::prelude::*;
use so_tien_do::domain::{Day, Status, TaskId};
use so_tien_do::progress::{Field, Slot, Value};
use so_tien_do::view::{self, Choice, Counts, Overview, Show};
use so_tien_do::workspace::{Action, Edit, Workspace};

fn day(y: i32, m: u32, d: u32) -> Day {
    Day::from_ymd_opt(y, m, d).expect("a day")
}

fn on(desk: &Workspace, today: Day) -> Overview {
    view::overview(desk, &plan_id(), today)
}

fn say(desk: &mut Workspace, unit: &str, task: &str, status: Status) {
    let slot = Slot::new(&TaskId::new(task), None, Field::Status);
    let edit = Edit::Write(slot, Value::Status(status));
    desk.apply(Action::Edit(record_id(unit), edit), 1_790_000_000_000)
        .expect("an edit");
}

fn line<'o>(overview: &'o Overview, unit: &str) -> &'o view::UnitLine {
    let found = overview.units.iter().find(|line| line.unit.name == unit);
    found.expect("a unit of the overview")
}

#[test]
fn each_unit_has_its_duties_and_all_others_a_blank() {
    let mut desk = desk("a");
    enrol(&mut desk, &["Chi bộ 1", "Chi bộ 2"]);
    say(
        &mut desk,
        "Chi bộ 1",
        "iii-1",
        Status::Done {
            on: day(2018, 6, 11),
        },
    );
    let overview = on(&desk, day(2018, 6, 12));
    let one = line(&overview, "Chi bộ 1");
    assert_eq!(one.cells.len(), overview.duties.len());
    assert_eq!((one.counts.done_on_time, one.counts.overdue), (1, 0));
    assert!(one.heard.is_some());
    let two = line(&overview, "Chi bộ 2");
    assert_eq!((two.counts.done_on_time, two.counts.overdue), (0, 1));
    assert_eq!(two.heard, None);
    assert!(one.cells.iter().any(Option::is_none));
}

#[test]
fn a_choice_keeps_units_and_counts_them_anew() {
    let mut desk = desk("a");
    enrol(&mut desk, &["Chi bộ 1", "Chi bộ 2"]);
    say(
        &mut desk,
        "Chi bộ 1",
        "iii-1",
        Status::Done {
            on: day(2018, 6, 11),
        },
    );
    let whole = on(&desk, day(2018, 6, 12));
    let names = |choice: Choice| -> Vec<String> {
        let kept = whole.clone().kept(&choice);
        reconciles(&kept);
        kept.units.into_iter().map(|line| line.unit.name).collect()
    };
    let by_name = Choice {
        query: "chi bo 2".to_owned(),
        ..Choice::default()
    };
    assert_eq!(names(by_name), ["Chi bộ 2"]);
    let of_branches = |show| Choice {
        show,
        group: Some(crate::desks::branches()),
        query: String::new(),
    };
    assert_eq!(names(of_branches(Show::All)), ["Chi bộ 1", "Chi bộ 2"]);
    assert_eq!(names(of_branches(Show::Overdue)), ["Chi bộ 2"]);
    assert_eq!(names(of_branches(Show::Silent)), ["Chi bộ 2"]);
    assert!(names(of_branches(Show::DueSoon)).is_empty());
}

/// All the ways to count come to the same.
fn reconciles(overview: &Overview) {
    let mut over_duties = Counts::default();
    for duty in &overview.duties {
        over_duties.join(duty.counts);
    }
    let counts = overview.counts();
    assert_eq!(counts, over_duties);
    assert_eq!(
        counts.all(),
        counts.done_on_time
            + counts.done_late
            + counts.in_time
            + counts.overdue
            + counts.done_without_day
            + counts.open_without_day
    );
    assert!(counts.due_soon <= counts.in_time);
}

proptest! {
    #[test]
    fn sums_reconcile_whatever_people_do(done in actions(20), days in 0_i64..4000) {
        let mut desk = desk("a");
        for (action, now) in done {
            // What is refused changes nothing.
            let _ = desk.apply(action, now);
        }
        let today = day(2018, 1, 1) + chrono::TimeDelta::days(days);
        reconciles(&on(&desk, today));
    }
}

#[test]
fn a_unit_without_duties_has_no_line() {
    let desk = desk("a");
    let overview = on(&desk, day(2026, 11, 23));
    assert!(
        overview
            .units
            .iter()
            .all(|line| line.cells.iter().any(Option::is_some))
    );
    assert!(
        overview
            .units
            .iter()
            .all(|line| line.unit.id != unit_id("Chi bộ 1"))
    );
}
