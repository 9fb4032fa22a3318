//! The overview: units × duties, and numbers that always come to their sums.

use crate::desks::{actions, branches, desk, enrol, group_named, plan_id, record_id, unit_id};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use so_tien_do::domain::{
    Day, Moment, Period, Recurrence, Standing, Status, TaskId, day_in_vietnam,
};
use so_tien_do::progress::{Entry, Extension, Field, Item, Slot, Value, Verdict};
use so_tien_do::view::{
    self, Answer, Choice, Counts, Horizon, Judged, KeptOverview, Overview, Reviews, Show, UnitLine,
};
use so_tien_do::workspace::{Action, Edit, Received, Workspace};

const HOUR: Moment = 3_600_000;
const DAY: Moment = 24 * HOUR;
/// 08:00 of 01/06/2018 in Vietnam.
const JUNE: Moment = 1_527_814_800_000;

fn day(y: i32, m: u32, d: u32) -> Day {
    Day::from_ymd_opt(y, m, d).expect("a day")
}

fn on(desk: &Workspace, today: Day) -> Overview {
    view::overview(desk, &plan_id(), today)
}

fn edit(desk: &mut Workspace, unit: &str, edit: Edit) {
    desk.apply(Action::Edit(record_id(unit), edit), JUNE)
        .expect("an edit");
}

fn say(desk: &mut Workspace, unit: &str, task: &str, status: Status) {
    let slot = Slot::new(&TaskId::new(task), None, Field::Status);
    edit(desk, unit, Edit::Write(slot, Value::Status(status)));
}

fn review(desk: &mut Workspace, unit: &str, task: &str, verdict: Verdict) {
    let review = Edit::Review(TaskId::new(task), None, verdict, "thiếu văn bản".to_owned());
    edit(desk, unit, review);
}

fn extend(desk: &mut Workspace, unit: &str, task: &str, last_day: Day) {
    let extension = Item::Extension(Extension {
        last_day,
        ground: "mưa lũ".to_owned(),
    });
    edit(desk, unit, Edit::Add(TaskId::new(task), None, extension));
}

fn done(d: u32) -> Status {
    Status::Done {
        on: day(2018, 6, d),
    }
}

fn arrive(desk: &mut Workspace, unit: &str, at: Moment) {
    let received = Received {
        first: at,
        last: at,
        written_at: at,
    };
    desk.settings.received.insert(record_id(unit), received);
}

fn line<'o>(overview: &'o Overview, unit: &str) -> &'o UnitLine {
    let found = overview.units.iter().find(|line| line.unit.name == unit);
    found.expect("a unit of the overview")
}

/// Returns the cell of a unit's only duty.
fn only_cell(overview: &Overview, unit: &str) -> view::Cell {
    let mut cells = line(overview, unit).cells.iter().flatten();
    let cell = *cells.next().expect("a duty");
    assert_eq!(cells.next(), None);
    cell
}

fn names(overview: &Overview) -> Vec<&str> {
    let units = overview.units.iter();
    units.map(|line| line.unit.name.as_str()).collect()
}

fn of_branches(show: Show) -> Choice {
    Choice {
        show,
        group: Some(branches()),
        ..Choice::default()
    }
}

#[test]
fn each_unit_has_its_duties_and_all_others_a_blank() {
    let mut desk = desk("a");
    enrol(&mut desk, &["Chi bộ 1", "Chi bộ 2"]);
    say(&mut desk, "Chi bộ 1", "iii-1", done(11));
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
    say(&mut desk, "Chi bộ 1", "iii-1", done(11));
    let today = day(2018, 6, 12);
    let whole = on(&desk, today);
    let kept = |choice: &Choice| {
        let kept = whole.kept(choice);
        reconciles(&kept, today);
        kept
    };
    let by_name = Choice {
        query: "chi bo 2".to_owned(),
        ..Choice::default()
    };
    assert_eq!(names(&kept(&by_name)), ["Chi bộ 2"]);
    let shown = |show| kept(&of_branches(show));
    assert_eq!(names(&shown(Show::All)), ["Chi bộ 1", "Chi bộ 2"]);
    assert_eq!(names(&shown(Show::Overdue)), ["Chi bộ 2"]);
    assert_eq!(names(&shown(Show::Silent)), ["Chi bộ 2"]);
    assert_eq!(names(&shown(Show::Waiting)), ["Chi bộ 1"]);
    assert!(names(&shown(Show::DueSoon)).is_empty());
}

#[test]
fn a_unit_whose_place_was_taken_has_no_line_and_its_name_is_still_found() {
    let mut desk = desk("a");
    enrol(&mut desk, &["Chi bộ 1", "Chi bộ 2"]);
    say(&mut desk, "Chi bộ 1", "iii-1", done(11));
    let units = vec![unit_id("Chi bộ 1"), unit_id("Chi bộ 2")];
    desk.apply(
        Action::ReplaceUnits(plan_id(), units, vec!["Đảng bộ A".to_owned()]),
        JUNE,
    )
    .expect("a merger");
    let rename = |name: &str| Action::RenameUnit(plan_id(), unit_id("Đảng bộ A"), name.to_owned());
    desk.apply(rename("Chi bộ mới"), JUNE).expect("a name");
    let today = day(2018, 6, 12);
    let overview = on(&desk, today);
    reconciles(&overview, today);
    let branch = overview.kept(&of_branches(Show::All));
    assert_eq!(names(&branch), ["Chi bộ mới"]);
    assert_eq!(branch.units[0].unit.former, ["Đảng bộ A"]);
    assert_eq!(branch.counts().all(), 1);
    let by_old_name = Choice {
        query: "dang bo a".to_owned(),
        ..Choice::default()
    };
    assert_eq!(names(&overview.kept(&by_old_name)), ["Chi bộ mới"]);
}

#[test]
fn what_was_returned_is_not_done_until_it_is_reported_again() {
    let mut desk = desk("a");
    enrol(&mut desk, &["Chi bộ 1"]);
    let today = day(2018, 6, 20);
    let cell = |desk: &Workspace| only_cell(&on(desk, today), "Chi bộ 1");
    assert_eq!(cell(&desk).judged, Judged::NotYet);
    say(&mut desk, "Chi bộ 1", "iii-1", done(10));
    assert_eq!(cell(&desk).judged, Judged::Waiting);
    review(&mut desk, "Chi bộ 1", "iii-1", Verdict::Returned);
    let row = |desk: &Workspace| {
        let (plan, roster) = (&desk.plans[&plan_id()], &desk.rosters[&plan_id()]);
        let unit = unit_id("Chi bộ 1");
        let task = plan.task(&TaskId::new("iii-1")).expect("a task");
        let record = desk.record(&plan_id(), &unit);
        view::row(plan, roster, &unit, record, task, None, today)
    };
    let returned = cell(&desk);
    assert_eq!(returned.judged, Judged::Returned);
    assert_eq!(on(&desk, today).reviews().returned, 1);
    assert_eq!(line(&on(&desk, today), "Chi bộ 1").counts.overdue, 1);
    let shown = row(&desk);
    assert_eq!(shown.gist.status, Status::InProgress);
    assert_eq!(shown.standing, returned.standing);
    assert_eq!(shown.gist.verdict, Some(Verdict::Returned));
    assert_eq!(shown.toggled(today), Status::Done { on: today });
    say(&mut desk, "Chi bộ 1", "iii-1", done(11));
    assert_eq!(cell(&desk).judged, Judged::Waiting);
    assert!(row(&desk).gist.verdict.is_none() && row(&desk).is_done());
    review(&mut desk, "Chi bộ 1", "iii-1", Verdict::Accepted);
    assert_eq!(cell(&desk).judged, Judged::Accepted);
    review(&mut desk, "Chi bộ 1", "iii-1", Verdict::ExplanationAsked);
    assert_eq!(cell(&desk).judged, Judged::ExplanationAsked);
    assert_eq!(line(&on(&desk, today), "Chi bộ 1").counts.done_on_time, 1);
}

#[test]
fn extensions_put_the_day_off_and_are_counted() {
    let mut desk = desk("a");
    enrol(&mut desk, &["Chi bộ 1", "Chi bộ 2"]);
    extend(&mut desk, "Chi bộ 1", "iii-1", day(2018, 6, 20));
    extend(&mut desk, "Chi bộ 1", "iii-1", day(2018, 6, 30));
    let overview = on(&desk, day(2018, 6, 25));
    let cell = only_cell(&overview, "Chi bộ 1");
    assert_eq!(
        (cell.last_day, cell.extensions),
        (Some(day(2018, 6, 30)), 2)
    );
    assert_eq!(line(&overview, "Chi bộ 1").counts.due_soon, 1);
    assert_eq!(line(&overview, "Chi bộ 2").counts.overdue, 1);
    assert_eq!(overview.reviews().extensions, 2);
}

#[test]
fn reports_are_counted_by_the_day_they_arrive_in_vietnam() {
    let mut desk = desk("a");
    let units = ["Chi bộ 1", "Chi bộ 2", "Chi bộ 3", "Chi bộ 4"];
    enrol(&mut desk, &units);
    desk.apply(
        Action::AskReport(plan_id(), day(2018, 6, 5), "vp@vd.vn".to_owned()),
        JUNE,
    )
    .expect("a round");
    // The last minute of 05/06 in Vietnam, the first of 06/06, and one from before it was asked for.
    let midnight = JUNE + 4 * DAY + 16 * HOUR;
    arrive(&mut desk, "Chi bộ 1", midnight - 1);
    arrive(&mut desk, "Chi bộ 2", midnight);
    arrive(&mut desk, "Chi bộ 3", JUNE - 1);
    let today = day(2018, 6, 8);
    let branch = on(&desk, today).kept(&of_branches(Show::All));
    let answers: Vec<_> = branch.units.iter().map(|line| line.answer).collect();
    let expected = [
        Answer::OnTime,
        Answer::Late(1),
        Answer::Missing(3),
        Answer::Missing(3),
    ];
    assert_eq!(answers, expected.map(Some));
    let reports = branch.reports().expect("a round");
    assert_eq!((reports.expected, reports.received), (4, 2));
    assert_eq!((reports.on_time, reports.late, reports.missing), (1, 1, 2));
    assert_eq!(branch.units[0].age(today), Some(3));
    assert_eq!(branch.kept(&of_branches(Show::Silent)).units.len(), 2);
    let before = on(&desk, day(2018, 6, 5));
    assert_eq!(line(&before, "Chi bộ 4").answer, Some(Answer::Missing(0)));
}

#[test]
fn what_is_written_on_this_device_needs_no_file_to_arrive() {
    let mut desk = desk("a");
    enrol(&mut desk, &["Chi bộ 1"]);
    desk.apply(Action::ChooseMe(unit_id("Chi bộ 1")), 0)
        .expect("a unit");
    let ask = Action::AskReport(plan_id(), day(2018, 6, 5), String::new());
    desk.apply(ask, JUNE - HOUR).expect("a round");
    let answer = |desk: &Workspace| line(&on(desk, day(2018, 6, 5)), "Chi bộ 1").answer;
    assert_eq!(answer(&desk), Some(Answer::Missing(0)));
    say(&mut desk, "Chi bộ 1", "iii-1", Status::InProgress);
    assert_eq!(answer(&desk), Some(Answer::OnTime));
}

#[test]
fn earlier_periods_are_looked_at_and_other_duties_stay() {
    let mut desk = desk("a");
    enrol(&mut desk, &["Chi bộ 1"]);
    let today = day(2026, 11, 23);
    let year = |text: &str| text.parse::<Period>().expect("a period");
    // The term runs beside the year, so that the running step has no one name.
    let steps = view::steps_back(&desk, &plan_id(), today);
    assert_eq!(steps.len(), 9, "{steps:?}");
    assert_eq!((steps[0], steps[8]), (None, Some(year("2018"))));
    let at = |back| view::overview_back(&desk, &plan_id(), today, back);
    let (now, before, never) = (at(0), at(1), at(99));
    assert_eq!(now, on(&desk, today));
    let years = |overview: &Overview| -> Vec<Period> {
        let duties = overview.duties.iter().filter_map(|duty| duty.id.period);
        let yearly = |period: &Period| period.recurrence() == Recurrence::Yearly;
        duties.filter(yearly).collect()
    };
    assert!(!years(&now).is_empty() && years(&never).is_empty());
    assert!(years(&now).iter().all(|it| *it == year("2026")));
    assert!(years(&before).iter().all(|it| *it == year("2025")));
    assert_eq!(years(&now).len(), years(&before).len());
    let once = |overview: &Overview| {
        let duties = overview.duties.iter();
        duties.filter(|duty| duty.id.period.is_none()).count()
    };
    assert_eq!(once(&now), never.duties.len());
    reconciles(&before, today);
    reconciles(&never, today);
    assert!(before.counts().overdue > now.counts().overdue);
}

#[test]
fn what_comes_due_leads_to_those_who_owe_it() {
    let mut desk = desk("a");
    enrol(&mut desk, &["Chi bộ 1", "Chi bộ 2", "Chi bộ 3"]);
    say(&mut desk, "Chi bộ 3", "iii-1", done(1));
    extend(&mut desk, "Chi bộ 2", "iii-1", day(2018, 7, 1));
    let at = |today: Day| {
        let overview = on(&desk, today);
        let due = overview.due(today).into_iter();
        let due: Vec<_> = due.filter(|due| due.path == "III.1").collect();
        let told = |due: &view::Due| {
            let owed = Some((due.duty.clone(), due.day));
            let choice = Choice {
                owed,
                ..Choice::default()
            };
            let kept = overview.kept(&choice);
            assert_eq!(kept.units.len(), due.owing);
            (due.horizon, due.owing)
        };
        due.iter().map(told).collect::<Vec<_>>()
    };
    assert_eq!(at(day(2018, 5, 1)), []);
    assert_eq!(
        at(day(2018, 6, 1)),
        [(Horizon::Month, 1), (Horizon::Month, 1)]
    );
    assert_eq!(
        at(day(2018, 6, 4)),
        [(Horizon::Week, 1), (Horizon::Month, 1)]
    );
    let late = [(Horizon::Overdue, 1), (Horizon::Week, 1)];
    assert_eq!(at(day(2018, 6, 29)), late);
}

#[test]
fn units_of_several_groups_are_in_each() {
    let mut desk = desk("a");
    enrol(&mut desk, &["Chi bộ 1", "Chi bộ 2"]);
    let both = Action::AddMembers(
        plan_id(),
        group_named("Cấp ủy"),
        vec!["Chi bộ 1".to_owned()],
    );
    desk.apply(both, 0).expect("a member");
    let overview = on(&desk, day(2018, 6, 1));
    let blocks = overview.blocks();
    assert!(overview.has_overlap());
    let of = |name: &str| {
        let block = blocks.iter().find(|block| block.name == name);
        block.map(|block| block.lines.len())
    };
    assert_eq!(of("Các chi bộ, đảng bộ trực thuộc"), Some(2));
    assert_eq!(of("Cấp ủy"), Some(1));
    let last = blocks.last().expect("a block");
    assert_eq!(last.group, None);
    assert_eq!(last.lines.len(), overview.units.len() - 2);
}

/// All the ways to count come to the same.
fn reconciles(overview: &Overview, today: Day) {
    let counts = overview.counts();
    let mut over_duties = Counts::default();
    for duty in &overview.duties {
        over_duties.join(duty.counts);
    }
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
    reviews_reconcile(overview);
    reports_reconcile(overview);
    blocks_reconcile(overview);
    due_reconciles(overview, today);
    assert_eq!(overview.reminders(today).len(), overview.to_remind().len());
    for (reminder, line) in overview.reminders(today).iter().map(|reminder| {
        let mut lines = overview.units.iter();
        let line = lines.find(|line| line.unit == reminder.unit);
        (reminder, line.expect("a line"))
    }) {
        assert_eq!(reminder.overdue.len(), line.counts.overdue);
        assert_eq!(reminder.soon.len(), line.counts.due_soon);
    }
}

fn reviews_reconcile(overview: &Overview) {
    let judged = |wanted: Judged| {
        let cells = overview.units.iter().flat_map(|line| &line.cells).flatten();
        cells.filter(|cell| cell.judged == wanted).count()
    };
    let mut sum = Reviews::default();
    for line in &overview.units {
        assert!(line.unit.is_at_work());
        sum.join(line.reviews);
    }
    assert_eq!(sum, overview.reviews());
    assert_eq!(sum.waiting, judged(Judged::Waiting));
    assert_eq!(sum.accepted, judged(Judged::Accepted));
    assert_eq!(sum.returned, judged(Judged::Returned));
    assert_eq!(sum.explanation_asked, judged(Judged::ExplanationAsked));
}

fn reports_reconcile(overview: &Overview) {
    let Some(reports) = overview.reports() else {
        return assert!(overview.round.is_none());
    };
    assert_eq!(reports.expected, overview.units.len());
    assert_eq!(reports.expected, reports.received + reports.missing);
    assert_eq!(reports.received, reports.on_time + reports.late);
    assert_eq!(reports.missing, overview.silent().len());
}

fn blocks_reconcile(overview: &Overview) {
    let blocks = overview.blocks();
    let mut seen: Vec<usize> = blocks.iter().flat_map(|it| it.lines.clone()).collect();
    seen.sort_unstable();
    let listed = seen.len();
    seen.dedup();
    assert_eq!(seen.len(), overview.units.len());
    assert_eq!(listed > seen.len(), overview.has_overlap());
    let mut sum = Counts::default();
    for block in &blocks {
        let mut over_duties = Counts::default();
        for counts in &block.sums {
            over_duties.join(*counts);
        }
        assert_eq!(over_duties, block.counts);
        sum.join(block.counts);
    }
    assert!(overview.has_overlap() || sum == overview.counts());
}

fn due_reconciles(overview: &Overview, today: Day) {
    let due = overview.due(today);
    assert!(due.is_sorted_by_key(|due| due.day));
    let within = |horizon: Horizon| -> usize {
        let due = due.iter().filter(|due| due.horizon == horizon);
        due.map(|due| due.owing).sum()
    };
    assert_eq!(within(Horizon::Overdue), overview.counts().overdue);
    assert_eq!(within(Horizon::Week), overview.counts().due_soon);
}

/// What happens to a plan, beyond what its units write.
#[derive(Clone, Debug)]
pub(crate) enum Turn {
    Say(usize, usize, u32),
    Review(usize, usize, Verdict),
    Extend(usize, usize, u32),
    Ask(u32, u32),
    Arrive(usize, u32),
    Merge(usize, usize),
    Join(usize),
}

impl Turn {
    /// Says whether it is a word about a duty, not a change of who is there or of what is asked.
    pub(crate) fn is_told(&self) -> bool {
        matches!(self, Self::Say(..) | Self::Review(..) | Self::Extend(..))
    }
}

pub(crate) const BRANCHES: [&str; 5] =
    ["Chi bộ 1", "Chi bộ 2", "Chi bộ 3", "Đảng bộ A", "Đảng bộ B"];
const TASKS: [&str; 3] = ["iii-1", "iii-2", "ii-1"];

pub(crate) fn turn() -> impl Strategy<Value = Turn> {
    let verdicts = vec![
        Verdict::Accepted,
        Verdict::Returned,
        Verdict::ExplanationAsked,
    ];
    prop_oneof![
        4 => (0..5_usize, 0..3_usize, 0..40_u32).prop_map(|(unit, task, at)| Turn::Say(unit, task, at)),
        2 => (0..5_usize, 0..3_usize, select(verdicts)).prop_map(|(unit, task, it)| Turn::Review(unit, task, it)),
        1 => (0..5_usize, 0..3_usize, 0..60_u32).prop_map(|(unit, task, at)| Turn::Extend(unit, task, at)),
        1 => (0..20_u32, 0..40_u32).prop_map(|(at, by)| Turn::Ask(at, by)),
        2 => (0..5_usize, 0..40_u32).prop_map(|(unit, at)| Turn::Arrive(unit, at)),
        1 => (0..5_usize, 0..5_usize).prop_map(|(unit, heir)| Turn::Merge(unit, heir)),
        1 => (0..5_usize).prop_map(Turn::Join),
    ]
}

pub(crate) fn take(desk: &mut Workspace, turn: &Turn) {
    let at = |days: u32| JUNE + Moment::from(days) * DAY;
    let on = |days: u32| day_in_vietnam(at(days));
    let named = |unit: usize| BRANCHES[unit].to_owned();
    let (plan, cell) = (plan_id(), |task: usize| TaskId::new(TASKS[task]));
    let write = |unit: usize, edit: Edit| Action::Edit(record_id(BRANCHES[unit]), edit);
    let action = match *turn {
        Turn::Say(unit, task, days) => {
            let slot = Slot::new(&cell(task), None, Field::Status);
            let status = Value::Status(Status::Done { on: on(days) });
            write(unit, Edit::Write(slot, status))
        }
        Turn::Review(unit, task, verdict) => {
            write(unit, Edit::Review(cell(task), None, verdict, String::new()))
        }
        Turn::Extend(unit, task, days) => {
            let extension = Item::Extension(Extension {
                last_day: on(days),
                ground: String::new(),
            });
            write(unit, Edit::Add(cell(task), None, extension))
        }
        Turn::Ask(asked, by) => {
            let ask = Action::AskReport(plan, on(by), String::new());
            // What is refused changes nothing, here and below.
            let _ = desk.apply(ask, at(asked));
            return;
        }
        Turn::Arrive(unit, days) => return arrive(desk, BRANCHES[unit], at(days)),
        Turn::Merge(unit, heir) => {
            Action::ReplaceUnits(plan, vec![unit_id(BRANCHES[unit])], vec![named(heir)])
        }
        Turn::Join(unit) => Action::AddMembers(plan, group_named("Cấp ủy"), vec![named(unit)]),
    };
    let _ = desk.apply(action, JUNE);
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
        reconciles(&on(&desk, today), today);
    }

    #[test]
    fn sums_reconcile_whatever_happens_to_a_plan(
        turns in vec(turn(), 0..30),
        days in 0_i64..90,
        back in 0_usize..3,
        shows in select(vec![Show::All, Show::Overdue, Show::DueSoon, Show::Silent, Show::Waiting]),
    ) {
        let mut desk = desk("a");
        enrol(&mut desk, &BRANCHES);
        for turn in turns {
            take(&mut desk, &turn);
        }
        let today = day(2018, 5, 20) + chrono::TimeDelta::days(days);
        let whole = view::overview_back(&desk, &plan_id(), today, back);
        reconciles(&whole, today);
        let kept = whole.kept(&Choice { show: shows, ..Choice::default() });
        reconciles(&kept, today);
        prop_assert!(kept.units.len() <= whole.units.len());
    }

    #[test]
    fn an_overview_that_is_followed_is_the_one_that_is_gathered_anew(
        turns in vec(turn(), 0..30),
        days in 0_i64..90,
        back in 0_usize..3,
    ) {
        let mut desk = desk("a");
        enrol(&mut desk, &BRANCHES);
        let today = day(2018, 5, 20) + chrono::TimeDelta::days(days);
        let mut followed = KeptOverview::default();
        for turn in turns {
            take(&mut desk, &turn);
            let fresh = view::overview_back(&desk, &plan_id(), today, back);
            prop_assert_eq!(&now(&mut followed, &desk, today, back), &fresh);
            is_as_defined(&desk, &fresh, today);
        }
        let running = view::overview(&desk, &plan_id(), today);
        prop_assert_eq!(&now(&mut followed, &desk, today, 0), &running);
        let next = today + chrono::TimeDelta::days(1);
        let of_next = view::overview(&desk, &plan_id(), next);
        prop_assert_eq!(&now(&mut followed, &desk, next, 0), &of_next);
    }
}

/// Follows a workspace: what is begun otherwise and given up after some lines leaves nothing behind, and then one line is
/// gathered at a time.
fn now(followed: &mut KeptOverview, desk: &Workspace, today: Day, back: usize) -> Overview {
    let mut other = desk.clone();
    take(&mut other, &Turn::Say(0, 0, 39));
    take(&mut other, &Turn::Say(1, 1, 38));
    followed.begin(&other, &plan_id(), today, back);
    let mut lines = 2;
    let given_up = followed.go_on(|| {
        lines -= 1;
        lines > 0
    });
    assert_eq!(given_up, None);
    followed.begin(desk, &plan_id(), today, back);
    let lines = std::iter::from_fn(|| Some(followed.go_on(|| false)));
    let now = lines.flatten().next().expect("the end");
    assert_eq!(followed.go_on(|| true), None);
    now
}

/// Looks up each line and each cell for itself, as slowly as that goes.
fn is_as_defined(desk: &Workspace, overview: &Overview, today: Day) {
    let (plan, roster) = (&desk.plans[&plan_id()], &desk.rosters[&plan_id()]);
    let ties = roster.ties();
    for line in &overview.units {
        let unit = &line.unit.id;
        assert_eq!(line.groups, roster.groups_of(unit));
        assert_eq!(ties.bearer(unit), roster.bearer(unit));
        let record = desk.record(&plan.id, unit).cloned().unwrap_or_default();
        for (duty, cell) in overview.duties.iter().zip(&line.cells) {
            let task = plan.tasks.iter().find(|task| task.id == duty.id.task);
            let task = task.expect("a task");
            assert_eq!(cell.map(|cell| cell.part), roster.part_of(unit, task));
            let Some(cell) = cell else { continue };
            let entry = Entry::of(&record, &task.id, duty.id.period);
            let last_day = entry.extended_to().or(duty.last_day);
            let standing = Standing::of(&entry.counted_status(), last_day, today);
            assert_eq!((cell.standing, cell.last_day), (standing, last_day));
            assert_eq!(cell.extensions, entry.extensions.len());
            let verdict = entry.standing_review().map(|review| review.verdict);
            assert_eq!(
                cell.judged == Judged::Accepted,
                verdict == Some(Verdict::Accepted)
            );
            assert_eq!(
                cell.judged == Judged::Returned,
                verdict == Some(Verdict::Returned)
            );
            let is_waiting = verdict.is_none() && (entry.status.is_done() || entry.is_answered);
            assert_eq!(cell.judged == Judged::Waiting, is_waiting);
        }
    }
}

#[test]
fn the_overview_of_a_plan_that_goes_meanwhile_is_empty() {
    let mut desk = desk("a");
    enrol(&mut desk, &BRANCHES);
    let today = day(2018, 6, 20);
    let mut followed = KeptOverview::default();
    followed.begin(&desk, &plan_id(), today, 0);
    assert_eq!(followed.go_on(|| false), None);
    assert!(followed.is_at_work());
    let mut without = desk.clone();
    without.plans.remove(&plan_id());
    followed.begin(&without, &plan_id(), today, 0);
    assert_eq!(followed.go_on(|| false), Some(Overview::default()));
    assert!(!followed.is_at_work());
    assert_eq!(
        now(&mut followed, &desk, today, 0),
        view::overview(&desk, &plan_id(), today)
    );
}

#[test]
fn a_unit_without_duties_has_no_line() {
    let overview = on(&desk("a"), day(2026, 11, 23));
    for line in &overview.units {
        assert!(line.cells.iter().any(Option::is_some));
        assert_ne!(line.unit.id, unit_id("Chi bộ 1"));
    }
}
