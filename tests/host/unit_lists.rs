//! Units in lists: each as far as its checklist says, and a change makes those rows anew that it touches.

use crate::cases::{check, share};
use crate::desks::{actions, branches, desk, enrol, plan_id, unit_id};
use crate::overviews::{BRANCHES, take, turn};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use so_tien_do::domain::{Day, TaskId, Unit, UnitId, fold};
use so_tien_do::progress::{Field, Slot, Value};
use so_tien_do::view::{self, KeptUnits, UnitRow, Units};
use so_tien_do::workspace::{Action, Edit, Workspace};
use std::sync::Arc;

fn today() -> Day {
    Day::from_ymd_opt(2018, 6, 12).expect("a day")
}

fn units(kept: &mut KeptUnits, desk: &Workspace) -> Units {
    kept.now(desk, &plan_id(), today())
}

fn ids(rows: &[Arc<UnitRow>]) -> Vec<UnitId> {
    rows.iter().map(|row| row.unit.id.clone()).collect()
}

/// Looks each unit up for itself, as slowly as that goes.
fn is_as_defined(desk: &Workspace, units: &Units, today: Day) -> TestCaseResult {
    let roster = &desk.rosters[&plan_id()];
    let at_work: Vec<&Unit> = roster.at_work().collect();
    let listed: Vec<&Unit> = units.rows.iter().map(|row| &row.unit).collect();
    prop_assert_eq!(listed, at_work);
    for row in &units.rows {
        let unit = &row.unit.id;
        let list = view::checklist(desk, &plan_id(), unit, today);
        prop_assert_eq!(row.tally(), list.tally(), "{}", unit);
        prop_assert_eq!(row.is_me, desk.is_me(&plan_id(), unit));
        let is_alone = ids(&units.alone()).contains(unit);
        prop_assert_eq!(is_alone, roster.groups_of(unit).is_empty());
    }
    for group in &roster.groups {
        let is_at_work = |id: &&UnitId| roster.unit(id).is_some_and(Unit::is_at_work);
        let members = group.members.iter().filter(is_at_work).cloned();
        let members: Vec<UnitId> = members.collect();
        prop_assert_eq!(ids(&units.members(&group.id)), members);
    }
    for typed in ["chi bo", " Đảng ", "2", "xyz"] {
        let is_called = |unit: &&Unit| fold(&unit.name).contains(fold(typed).trim());
        let called: Vec<UnitId> = roster
            .at_work()
            .filter(is_called)
            .map(|it| it.id.clone())
            .collect();
        prop_assert_eq!(ids(&units.called(typed)), called);
    }
    Ok(())
}

#[test]
fn a_unit_is_as_far_as_its_checklist_says_whatever_happens() {
    let steps = (vec(turn(), 0..20), actions(10), 0_i64..90);
    check(share(5), &steps, |(turns, work, days)| {
        let mut desk = desk("a");
        enrol(&mut desk, &BRANCHES);
        let today = today() + chrono::TimeDelta::days(days);
        let mut kept = KeptUnits::default();
        let mut follow = |desk: &Workspace| {
            let now = kept.now(desk, &plan_id(), today);
            let fresh = KeptUnits::default().now(desk, &plan_id(), today);
            prop_assert!(now == fresh);
            is_as_defined(desk, &now, today)
        };
        for turn in turns {
            take(&mut desk, &turn);
            follow(&desk)?;
        }
        for (action, now) in work {
            // What is refused changes nothing.
            let _ = desk.apply(action, now);
            follow(&desk)?;
        }
        Ok(())
    });
}

#[test]
fn what_a_unit_writes_makes_its_row_anew_and_no_other() {
    let mut desk = desk("a");
    enrol(&mut desk, &BRANCHES);
    let mut kept = KeptUnits::default();
    let before = units(&mut kept, &desk).members(&branches());
    let slot = Slot::new(&TaskId::new("iii-1"), None, Field::Note);
    let edit = Edit::Write(slot, Value::Text("đã họp".to_owned()));
    let record = crate::desks::record_id(BRANCHES[1]);
    desk.apply(Action::Edit(record, edit), 1).expect("an edit");
    let after = units(&mut kept, &desk).members(&branches());
    let pairs = before.iter().zip(&after);
    let is_kept: Vec<_> = pairs.map(|(a, b)| Arc::ptr_eq(a, b)).collect();
    assert_eq!(is_kept, [true, false, true, true, true]);
}

#[test]
fn who_works_here_is_marked_on_every_plan_that_knows_the_unit() {
    let mut desk = desk("a");
    enrol(&mut desk, &BRANCHES);
    let mut kept = KeptUnits::default();
    let marked = |units: &Units| -> Vec<String> {
        let mine = units.rows.iter().filter(|row| row.is_me);
        mine.map(|row| row.unit.name.clone()).collect()
    };
    assert!(marked(&units(&mut kept, &desk)).is_empty());
    for name in [BRANCHES[3], BRANCHES[0]] {
        desk.apply(Action::ChooseMe(unit_id(name)), 0)
            .expect("a unit");
        assert_eq!(marked(&units(&mut kept, &desk)), [name]);
    }
}
