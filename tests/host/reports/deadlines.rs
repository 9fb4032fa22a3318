//! Deadlines for a calendar: which there are, on which days, and under which identities.

use crate::desks::{branches, desk, enrol, plan_id, record_id, unit_id};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use so_tien_do::domain::{Day, Deadline, Period, Recurrence, Rule, Status, TaskId};
use so_tien_do::progress::{Extension, Field, Item, Slot, Value};
use so_tien_do::report::{Appointment, Repeats, deadlines};
use so_tien_do::workspace::{Action, Edit, Scope, Shelf, Workspace};
use std::collections::BTreeSet;
use std::sync::Arc;

const YEARLY: &str = "iii-7";

fn day(y: i32, m: u32, d: u32) -> Day {
    Day::from_ymd_opt(y, m, d).expect("a day")
}

fn edit(desk: &mut Workspace, unit: &str, edit: Edit) {
    desk.apply(Action::Edit(record_id(unit), edit), 0)
        .expect("an edit");
}

fn finish(desk: &mut Workspace, unit: &str, task: &str, period: Option<&str>, on: Day) {
    let period = period.map(|text| text.parse::<Period>().expect("a period"));
    let slot = Slot::new(&TaskId::new(task), period, Field::Status);
    let done = Value::Status(Status::Done { on });
    edit(desk, unit, Edit::Write(slot, done));
}

fn put_off(desk: &mut Workspace, unit: &str, task: &str, period: Option<&str>, last_day: Day) {
    let period = period.map(|text| text.parse::<Period>().expect("a period"));
    let extension = Item::Extension(Extension {
        last_day,
        ground: "mưa lũ".to_owned(),
    });
    edit(desk, unit, Edit::Add(TaskId::new(task), period, extension));
}

fn of(desk: &Workspace, scope: &Scope, from: Day) -> Vec<Appointment> {
    deadlines(desk, Some(&plan_id()), scope, from)
}

/// The end of an identity behind the plan's, and the day, of the appointments of a duty.
fn told(appointments: &[Appointment], task: &str) -> Vec<(String, Day)> {
    let start = format!("{}_{task}", plan_id());
    let told = appointments.iter().filter_map(|it| {
        let end = it.uid.strip_prefix(&start)?;
        let is_other = end.starts_with(|c: char| c != '_');
        (!is_other).then(|| (end.to_owned(), it.day))
    });
    told.collect()
}

fn mine(name: &str) -> Scope {
    Scope::Unit(unit_id(name))
}

fn mark(name: &str) -> String {
    format!("_u-{}", unit_id(name))
}

#[test]
fn what_is_done_is_left_out_and_what_was_put_off_keeps_its_identity() {
    let mut desk = desk("a");
    enrol(&mut desk, &["Chi bộ 1", "Chi bộ 2", "Chi bộ 3"]);
    let (may, due) = (day(2018, 5, 1), day(2018, 6, 11));
    let of_unit = |desk: &Workspace, name: &str| told(&of(desk, &mine(name), may), "iii-1");
    let of_all = |desk: &Workspace| told(&of(desk, &Scope::All, may), "iii-1");
    let own = |name: &str, day| (mark(name), day);
    assert_eq!(of_unit(&desk, "Chi bộ 1"), [own("Chi bộ 1", due)]);
    assert_eq!(of_all(&desk), [(String::new(), due)]);
    let group = Scope::Group(branches());
    let end = format!("_g-{}", branches());
    assert_eq!(told(&of(&desk, &group, may), "iii-1"), [(end, due)]);

    finish(&mut desk, "Chi bộ 1", "iii-1", None, day(2018, 4, 20));
    assert_eq!(of_unit(&desk, "Chi bộ 1"), []);
    let later = day(2018, 7, 31);
    put_off(&mut desk, "Chi bộ 2", "iii-1", None, later);
    assert_eq!(of_unit(&desk, "Chi bộ 2"), [own("Chi bộ 2", later)]);
    let both = [(String::new(), due), own("Chi bộ 2", later)];
    assert_eq!(of_all(&desk), both);
    let names = |desk: &Workspace| -> Vec<String> {
        let all = of(desk, &Scope::All, may);
        let all = all.into_iter().filter(|it| it.title.contains(" III.1"));
        all.map(|it| it.details.lines().last().expect("units").to_owned())
            .collect()
    };
    assert_eq!(names(&desk), ["Đơn vị: Chi bộ 3", "Đơn vị: Chi bộ 2"]);
    // That the others are done does not bring the shared appointment to the later day, where there is one.
    finish(&mut desk, "Chi bộ 3", "iii-1", None, day(2018, 4, 21));
    assert_eq!(of_all(&desk), both[1..]);
    // Put off for all, it is moved.
    put_off(&mut desk, "Chi bộ 1", "iii-1", None, later);
    put_off(&mut desk, "Chi bộ 3", "iii-1", None, later);
    assert_eq!(of_all(&desk), [(String::new(), later)]);
    // Neither what is past, nor what was done later than the day that is asked about.
    assert_eq!(told(&of(&desk, &Scope::All, day(2018, 8, 1)), "iii-1"), []);
    assert_eq!(
        told(&of(&desk, &mine("Chi bộ 3"), day(2018, 4, 20)), "iii-1").len(),
        1
    );
}

#[test]
fn a_recurring_duty_comes_back_without_the_periods_that_are_done_or_put_off() {
    let mut desk = desk("a");
    let unit = "Ban Dân vận Huyện ủy";
    let id = desk.rosters[&plan_id()]
        .units
        .iter()
        .find(|it| it.name == unit)
        .expect("a unit")
        .id
        .clone();
    let scope = Scope::Unit(id.clone());
    let say = |desk: &mut Workspace, edit: Edit| {
        let record = so_tien_do::workspace::RecordId {
            plan: plan_id(),
            unit: id.clone(),
        };
        desk.apply(Action::Edit(record, edit), 0).expect("an edit");
    };
    let slot = |year: &str| Slot::new(&TaskId::new(YEARLY), year.parse().ok(), Field::Status);
    let seen = |desk: &Workspace, from: Day| {
        let all = of(desk, &scope, from);
        let start = format!("{}_{YEARLY}", plan_id());
        let all = all.into_iter().filter(|it| it.uid.starts_with(&start));
        all.map(|it| {
            (
                it.uid.replace(&start, ""),
                it.day,
                it.repeats.map(|it| it.without),
            )
        })
        .collect::<Vec<_>>()
    };
    let own = format!("_u-{id}");
    let from = day(2026, 3, 1);
    let year_end = |year| day(year, 12, 31);
    let series = |year, without: &[i32]| {
        let without = without.iter().map(|year| year_end(*year)).collect();
        (own.clone(), year_end(year), Some(without))
    };
    assert_eq!(seen(&desk, from), [series(2026, &[])]);
    let done = Value::Status(Status::Done { on: from });
    say(&mut desk, Edit::Write(slot("2026"), done.clone()));
    assert_eq!(seen(&desk, from), [series(2027, &[])]);
    // What was done ahead leaves a gap.
    say(&mut desk, Edit::Write(slot("2028"), done));
    assert_eq!(seen(&desk, from), [series(2027, &[2028])]);
    let put_off = Item::Extension(Extension {
        last_day: day(2026, 4, 15),
        ground: "mưa lũ".to_owned(),
    });
    let add = Edit::Add(TaskId::new(YEARLY), "2025".parse().ok(), put_off);
    say(&mut desk, add);
    let moved = (format!("_2025{own}"), day(2026, 4, 15), None);
    assert_eq!(seen(&desk, from), [moved, series(2027, &[2028])]);
}

#[test]
fn deadlines_of_all_plans_at_work_and_of_duties_that_no_unit_has() {
    let mut desk = desk("a");
    let from = day(2018, 5, 1);
    let all = |desk: &Workspace| deadlines(desk, None, &Scope::All, from);
    // The branches have no members yet.
    let before = all(&desk);
    assert_eq!(told(&before, "iii-1"), [(String::new(), day(2018, 6, 11))]);
    let branches = before.iter().find(|it| it.title.contains(" III.1:"));
    let details = &branches.expect("a duty").details;
    assert!(
        details.ends_with("\nĐơn vị: Các chi bộ, đảng bộ trực thuộc"),
        "{details}"
    );
    let mut other = desk.plans[&plan_id()].as_ref().clone();
    other.id = so_tien_do::domain::PlanId::new("khac");
    let roster = desk.rosters[&plan_id()].clone();
    desk.add_plan(other.clone(), roster);
    assert_eq!(all(&desk).len(), 2 * before.len());
    assert_eq!(of(&desk, &Scope::All, from), before);
    let uids: BTreeSet<_> = all(&desk).into_iter().map(|it| it.uid).collect();
    assert_eq!(uids.len(), 2 * before.len());
    desk.apply(Action::PutAway(other.id, Some(Shelf::Archive)), 0)
        .expect("an archive");
    assert_eq!(all(&desk), before);
    assert!(all(&desk).is_sorted_by_key(|it| it.day));
}

fn scope() -> impl Strategy<Value = Scope> {
    prop_oneof![
        Just(Scope::All),
        Just(Scope::Group(branches())),
        Just(mine("Chi bộ 1"))
    ]
}

proptest! {
    /// Whatever recurs, and whatever is done and put off, the days are those that the plan counts: each
    /// period that all owe as usual comes with the series, and no other.
    #[test]
    fn series_have_the_days_of_the_periods_that_are_owed(
        every in select(vec![Recurrence::Monthly, Recurrence::Quarterly, Recurrence::Yearly]),
        anchor in prop::option::of(0_i64..1_000),
        from in 0_i64..1_500,
        told in vec((0_usize..3, 0_usize..8, any::<bool>()), 0..8),
        scope in scope(),
    ) {
        let names = ["Chi bộ 1", "Chi bộ 2", "Chi bộ 3"];
        let mut desk = desk("a");
        enrol(&mut desk, &names);
        let start = day(2026, 1, 1);
        let from = start + chrono::TimeDelta::days(from);
        let plan = Arc::make_mut(desk.plans.get_mut(&plan_id()).expect("the plan"));
        let task = plan.tasks.iter_mut().find(|it| it.id == TaskId::new("iii-1"));
        let task = task.expect("a duty");
        task.recurrence = Some(every);
        task.deadline = anchor.map(|days| Deadline {
            words: "trước ngày".to_owned(),
            rule: Rule::Before(start + chrono::TimeDelta::days(days)),
            chosen: None,
        });
        let (task, before_day) = (task.clone(), plan.before_day);
        let last_day = |period: Period| task.last_day(Some(period), before_day).expect("a day");
        let periods: Vec<Period> = std::iter::successors(Some(every.period_at(from)), |it| Some(it.next()))
            .take(24)
            .collect();
        let mut odd = BTreeSet::new();
        let is_asked = |unit: usize| !matches!(scope, Scope::Unit(_)) || unit == 0;
        for (unit, at, is_done) in told {
            let name = periods[at].to_string();
            if is_done {
                finish(&mut desk, names[unit], "iii-1", Some(&name), start);
            } else {
                let later = last_day(periods[at]) + chrono::TimeDelta::days(3);
                put_off(&mut desk, names[unit], "iii-1", Some(&name), later);
            }
            if is_asked(unit) {
                odd.insert(periods[at]);
            }
        }
        let all = of(&desk, &scope, from);
        let uids: BTreeSet<_> = all.iter().map(|it| &it.uid).collect();
        prop_assert_eq!(uids.len(), all.len());
        let of_duty = all.iter().filter(|it| it.title.contains(" III.1"));
        let (series, single): (Vec<_>, Vec<_>) = of_duty.partition(|it| it.repeats.is_some());
        let [series] = series[..] else { panic!("one series") };
        let Repeats { every: found, without, .. } = series.repeats.as_ref().expect("it comes back");
        prop_assert_eq!(*found, every);
        let usual: Vec<Day> = periods.iter().filter(|it| !odd.contains(it)).map(|it| last_day(*it)).collect();
        let usual: Vec<Day> = usual.into_iter().filter(|it| *it >= from).collect();
        let within = periods.iter().map(|it| last_day(*it)).filter(|it| *it >= series.day);
        let left: Vec<Day> = within.filter(|it| !without.contains(it)).collect();
        prop_assert_eq!(usual, left);
        prop_assert!(single.iter().all(|it| it.day >= from));
        // Made from a later day, what is still to come has the same identity.
        let later = of(&desk, &scope, from + chrono::TimeDelta::days(20));
        for it in later.iter().filter(|it| it.repeats.is_none()) {
            let same = all.iter().find(|other| other.uid == it.uid);
            prop_assert_eq!(same.map(|it| it.day), Some(it.day));
        }
    }
}
