//! What a report tells is true of the data, and its sums always reconcile.

use crate::desks::{
    actions, branches, desk, enrol, parcels, plan_id, record_id, taking_in, text, unit_id,
};
use crate::overviews::{BRANCHES, take, turn};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use so_tien_do::domain::{Day, Period, PlanId, Span, Standing, Status, TaskId};
use so_tien_do::progress::{Document, Field, Item, Slot, Value};
use so_tien_do::report::{
    Block, Cell, Document as Paper, Facts, Frame, Outcome, Request, Row, Table, compose, facts,
    workbook,
};
use so_tien_do::view::Counts;
use so_tien_do::workspace::{Action, Chapter, Edit, Form, Scope, Workspace};

fn day(y: i32, m: u32, d: u32) -> Day {
    Day::from_ymd_opt(y, m, d).expect("a day")
}

fn span(text: &str) -> Span {
    text.parse().expect("a span")
}

fn of(desk: &Workspace, span: Span, scope: Scope, as_of: Day) -> Facts {
    let request = Request {
        plan: plan_id(),
        span,
        scope,
        as_of,
    };
    facts(desk, &request).expect("facts")
}

fn all(desk: &Workspace, text: &str) -> Facts {
    let span = span(text);
    of(desk, span, Scope::All, span.last())
}

fn edit(desk: &mut Workspace, unit: &str, edit: Edit) {
    desk.apply(Action::Edit(record_id(unit), edit), 0)
        .expect("an edit");
}

fn say(desk: &mut Workspace, unit: &str, task: &str, period: Option<&str>, status: Status) {
    let period = period.map(|text| text.parse::<Period>().expect("a period"));
    let slot = Slot::new(&TaskId::new(task), period, Field::Status);
    edit(desk, unit, Edit::Write(slot, Value::Status(status)));
}

fn done(on: Day) -> Status {
    Status::Done { on }
}

#[test]
fn as_of_a_day_what_was_done_later_was_open() {
    let mut desk = desk("a");
    enrol(&mut desk, &["Chi bộ 1"]);
    say(&mut desk, "Chi bộ 1", "iii-1", None, done(day(2018, 6, 20)));
    let document = |date, title: &str| {
        Item::Document(Document {
            number: String::new(),
            date,
            title: title.to_owned(),
        })
    };
    for (date, title) in [
        (Some(day(2018, 6, 10)), "Kế hoạch"),
        (Some(day(2018, 6, 21)), "Báo cáo"),
        (None, "Ảnh chụp"),
    ] {
        let add = Edit::Add(TaskId::new("iii-1"), None, document(date, title));
        edit(&mut desk, "Chi bộ 1", add);
    }
    let at = |as_of| {
        let unit = Scope::Unit(unit_id("Chi bộ 1"));
        let facts = of(&desk, span("2018-Q2"), unit, as_of);
        let [only] = &facts.outcomes[..] else {
            panic!("one duty");
        };
        let titles = only.documents().map(|it| it.title.clone());
        let titles: Vec<_> = titles.collect();
        (only.cell.standing, only.done_on(), titles.join(", "))
    };
    let early = (Standing::Overdue, None, "Kế hoạch, Ảnh chụp".to_owned());
    assert_eq!(at(day(2018, 6, 19)), early);
    let on = Some(day(2018, 6, 20));
    let late = (
        Standing::DoneLate,
        on,
        "Kế hoạch, Báo cáo, Ảnh chụp".to_owned(),
    );
    assert_eq!(at(day(2018, 6, 30)), late);
}

#[test]
fn a_period_is_told_of_where_it_is_due_and_while_it_runs() {
    let desk = desk("a");
    let periods = |text: &str| {
        let facts = all(&desk, text);
        let duties = facts.duties.iter();
        let duties = duties.filter(|it| it.duty.id.task == TaskId::new("iii-7"));
        let periods: Vec<_> = duties
            .map(|it| it.duty.id.period.expect("a period").to_string())
            .collect();
        periods.join(" ")
    };
    assert_eq!(periods("2026"), "2026");
    assert_eq!(periods("2026-Q1"), "2026");
    assert_eq!(periods("2025-01-01..2026-12-31"), "2025 2026");
    // By the cut-offs what is due on 31/12 belongs to the year that begins on 15/12.
    assert_eq!(periods("2026.14"), "2025 2026");
}

#[test]
fn what_follows_is_told_by_day_with_those_who_owe_it() {
    let mut desk = desk("a");
    enrol(&mut desk, &["Chi bộ 1", "Chi bộ 2"]);
    say(&mut desk, "Chi bộ 2", "iii-1", None, done(day(2018, 5, 2)));
    let facts = of(
        &desk,
        span("2018-05"),
        Scope::Group(branches()),
        day(2018, 5, 31),
    );
    let coming: Vec<_> = facts
        .coming
        .iter()
        .map(|it| (it.path.as_str(), it.day, it.units.join(", ")))
        .collect();
    let due = day(2018, 6, 11);
    assert_eq!(coming, [("III.1", due, "Chi bộ 1".to_owned())]);
    let years_end = all(&desk, "2026-Q3").coming;
    let days: Vec<_> = years_end.iter().map(|it| it.day).collect();
    assert!(days.iter().all(|it| *it == day(2026, 12, 31)) && !days.is_empty());
    assert!(all(&desk, "2026-Q1").coming.is_empty());
}

#[test]
fn numbers_are_compared_with_the_end_of_the_span_before() {
    let mut desk = desk("a");
    enrol(&mut desk, &["Chi bộ 1", "Chi bộ 2"]);
    say(&mut desk, "Chi bộ 1", "iii-1", None, done(day(2018, 5, 30)));
    say(&mut desk, "Chi bộ 2", "iii-1", None, done(day(2018, 6, 5)));
    let branch = |text: &str| {
        let span = span(text);
        of(&desk, span, Scope::Group(branches()), span.last())
    };
    let june = branch("2018-06");
    assert_eq!(june.counts.done_on_time, 2);
    assert_eq!(june.before.map(|it| it.done_on_time), Some(1));
    assert_eq!(june.before, Some(branch("2018-05").counts));
    assert_eq!(june.done_in_span().count(), 1);
    // The plan is not older than what it is based on, which is of 05/4/2018.
    assert_eq!(branch("2018-04").before, None);
}

#[test]
fn duties_of_groups_without_members_are_named_and_not_counted() {
    let mut desk = desk("a");
    let before = all(&desk, "2018-Q2");
    let plan = &desk.plans[&plan_id()];
    let told = |facts: &Facts| {
        let ids = facts.duties.iter().map(|it| it.duty.path.clone());
        let mut all: Vec<_> = ids.chain(facts.unassigned.clone()).collect();
        all.sort();
        all
    };
    let mut paths: Vec<_> = plan.tasks.iter().map(|task| task.path.clone()).collect();
    paths.sort();
    assert_eq!(told(&before), paths);
    assert!(before.unassigned.contains(&"III.1".to_owned()));
    enrol(&mut desk, &["Chi bộ 1"]);
    let after = all(&desk, "2018-Q2");
    assert_eq!(told(&after), paths);
    assert_eq!(after.unassigned.len() + 1, before.unassigned.len());
    let branch = of(
        &desk,
        span("2018-Q2"),
        Scope::Group(branches()),
        day(2018, 6, 30),
    );
    assert!(branch.unassigned.is_empty());
}

#[test]
fn of_what_is_not_known_there_are_no_facts() {
    let desk = desk("a");
    let request = |plan, scope| Request {
        plan,
        span: span("2026"),
        scope,
        as_of: day(2026, 12, 31),
    };
    let nowhere = request(PlanId::new("khong-co"), Scope::All);
    let nobody = request(plan_id(), Scope::Unit(unit_id("Chi bộ 9")));
    assert_eq!(facts(&desk, &nowhere), None);
    assert_eq!(facts(&desk, &nobody), None);
}

fn joined(counts: impl Iterator<Item = Counts>) -> Counts {
    let mut sum = Counts::default();
    counts.for_each(|it| sum.join(it));
    sum
}

/// All the ways to count come to the same.
fn reconciles(facts: &Facts) {
    let counts = facts.counts;
    assert_eq!(joined(facts.sections.iter().map(|it| it.counts)), counts);
    assert_eq!(joined(facts.units.iter().map(|it| it.counts)), counts);
    assert_eq!(joined(facts.duties.iter().map(|it| it.duty.counts)), counts);
    let standing = |wanted: Standing| {
        let outcomes = facts.outcomes.iter();
        outcomes.filter(|it| it.cell.standing == wanted).count()
    };
    let parts = [
        (counts.done_on_time, standing(Standing::DoneOnTime)),
        (counts.done_late, standing(Standing::DoneLate)),
        (
            counts.in_time,
            standing(Standing::InTime) + standing(Standing::DueSoon),
        ),
        (counts.overdue, standing(Standing::Overdue)),
        (counts.done_without_day, standing(Standing::DoneWithoutDay)),
        (counts.open_without_day, standing(Standing::OpenWithoutDay)),
    ];
    for (counted, listed) in parts {
        assert_eq!(counted, listed);
    }
    assert_eq!(counts.all(), parts.iter().map(|(of, _)| of).sum::<usize>());
    assert_eq!(facts.overdue().len(), counts.overdue);
    let dated = facts.outcomes.iter().filter_map(Outcome::done_on);
    assert_eq!(dated.filter(|on| *on <= facts.as_of).count(), counts.done());
    assert!(facts.done_in_span().count() <= counts.done());
    let sections = facts.sections.len();
    assert!(facts.duties.iter().all(|it| it.section < sections));
}

fn has_one_cell_a_column(table: &Table) {
    let columns = table.columns.len();
    for row in &table.rows {
        if let Row::Cells(cells) = row {
            assert_eq!(cells.len(), columns);
        }
    }
}

fn tables(paper: &Paper) -> impl Iterator<Item = &Table> {
    let within = paper.body.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    within.chain(paper.annexes.iter().map(|it| &it.table))
}

/// Tables of numbers come to the sum in their last line, and the annex has each duty once, in order.
fn tables_reconcile(facts: &Facts, paper: &Paper) {
    let figures = |row: &Row| -> Vec<usize> {
        let Row::Cells(cells) = row else {
            panic!("a row of cells");
        };
        let figures = cells.iter().filter_map(|cell| match cell {
            Cell::Count(count) => Some(*count),
            _ => None,
        });
        figures.collect()
    };
    let name = |row: &Row| match row {
        Row::Cells(cells) => match &cells[0] {
            Cell::Text(name) => name.clone(),
            _ => String::new(),
        },
        Row::Across(words) => words.clone(),
    };
    let sums = tables(paper).filter(|it| it.rows.last().is_some_and(|row| name(row) == "Cộng"));
    let mut counted = 0;
    for table in sums {
        counted += 1;
        let (sum, rows) = table.rows.split_last().expect("a sum");
        let mut added = vec![0; figures(sum).len()];
        for row in rows {
            let row = figures(row);
            assert_eq!(row[0], row[1..].iter().sum::<usize>());
            added.iter_mut().zip(row).for_each(|(sum, it)| *sum += it);
        }
        assert_eq!(figures(sum), added);
        assert_eq!(added[0], facts.counts.all());
    }
    let expected = usize::from(facts.sections.len() > 1) + usize::from(facts.units.len() > 1);
    assert_eq!(counted, expected);
    let annex = &paper.annexes[0].table.rows;
    let numbers = annex.iter().filter_map(|row| match row {
        Row::Cells(cells) => Some(cells[0].clone()),
        Row::Across(_) => None,
    });
    let wanted = (1..=facts.duties.len()).map(Cell::Count);
    assert_eq!(numbers.collect::<Vec<_>>(), wanted.collect::<Vec<_>>());
    let across = annex.iter().filter(|row| matches!(row, Row::Across(_)));
    assert_eq!(across.count(), facts.sections.len());
}

#[test]
fn with_many_units_sentences_name_a_few_and_tables_name_all() {
    let mut desk = desk("a");
    let names: Vec<String> = (1..=30).map(|it| format!("Chi bộ thôn {it:02}")).collect();
    enrol(
        &mut desk,
        &names.iter().map(String::as_str).collect::<Vec<_>>(),
    );
    for name in &names[..12] {
        say(&mut desk, name, "iii-1", None, done(day(2018, 6, 5)));
    }
    for name in &names[12..15] {
        let slot = Slot::new(&TaskId::new("iii-1"), None, Field::Difficulty);
        edit(&mut desk, name, Edit::Write(slot, text("Khó họp đủ")));
    }
    let facts = all(&desk, "2018-Q2");
    let paper = compose(&facts, &Frame::blank(Form::Party));
    tables_reconcile(&facts, &paper);
    let body = paper.body.iter().filter_map(|block| match block {
        Block::Paragraph(words) => Some(words.as_str()),
        _ => None,
    });
    let body = body.collect::<Vec<_>>().join("\n");
    for words in [
        "Chi bộ thôn 10 và 2 đơn vị khác: hoàn thành ngày 05/06/2018.",
        "– Chi bộ thôn 13, Chi bộ thôn 14, Chi bộ thôn 15: hạn 11/06/2018, quá hạn 19 ngày; nguyên nhân: Khó họp \
         đủ; Chi bộ thôn 16, ",
        "Chi bộ thôn 25 và 5 đơn vị khác: hạn 11/06/2018, quá hạn 19 ngày.",
        "Đã có báo cáo của 15/37 đơn vị; chưa có báo cáo của: ",
        " và 12 đơn vị khác.",
        "Chi tiết kết quả của từng đơn vị tại Phụ lục II kèm theo.",
        "Chi tiết tiến độ từng nhiệm vụ tại Phụ lục I kèm theo.",
    ] {
        assert!(body.contains(words), "{words}\n{body}");
    }
    let whole = so_tien_do::report::text(&paper);
    for name in &names {
        assert_eq!(whole.matches(&format!("\n{name} |")).count(), 1, "{name}");
    }
    let book = workbook(&facts);
    assert_eq!(book.sheets[2].table.rows.len(), facts.units.len());
}

/// All that units wrote in words is somewhere in the report, and so is what its writer wrote.
fn tells_all(facts: &Facts) {
    let mut frame = Frame::blank(Form::State);
    for chapter in Chapter::ALL {
        let own = format!("Đoạn một {chapter:?}\n\nĐoạn hai {chapter:?}\n");
        frame.paragraphs.insert(chapter, own);
    }
    let paper = compose(facts, &frame);
    tables(&paper).for_each(has_one_cell_a_column);
    tables_reconcile(facts, &paper);
    for table in tables(&paper) {
        let width: u32 = table.columns.iter().map(|it| u32::from(it.width)).sum();
        assert_eq!(width, 100);
    }
    let text = so_tien_do::report::text(&paper);
    for chapter in Chapter::ALL {
        assert!(text.contains(&format!("\nĐoạn một {chapter:?}\nĐoạn hai {chapter:?}\n")));
    }
    for entry in facts.outcomes.iter().map(|it| &it.entry) {
        assert!(text.contains(&entry.difficulty) && text.contains(&entry.proposal));
    }
    let book = workbook(facts);
    for sheet in &book.sheets {
        has_one_cell_a_column(&sheet.table);
        assert!(sheet.name.chars().count() <= 31);
    }
    let rows: Vec<_> = book.sheets.iter().map(|it| it.table.rows.len()).collect();
    let (units, outcomes) = (facts.units.len(), facts.outcomes.len());
    assert_eq!(rows, [outcomes, units + 1, units, facts.counts.overdue]);
}

fn any_span() -> impl Strategy<Value = Span> {
    let texts = vec![
        "2018-05",
        "2018-06",
        "2018-06.14",
        "2018-Q2",
        "2018-Q3.14",
        "2018-H1",
        "2018-9M.14",
        "2018",
        "2026.14",
        "2018-05-20..2018-06-12",
    ];
    select(texts).prop_map(span)
}

fn scope() -> impl Strategy<Value = Scope> {
    let unit = select(BRANCHES.to_vec()).prop_map(|name| Scope::Unit(unit_id(name)));
    prop_oneof![3 => Just(Scope::All), 1 => Just(Scope::Group(branches())), 1 => unit]
}

/// What units write in words beside what else happens.
fn remark() -> impl Strategy<Value = (usize, Field, &'static str)> {
    let field = select(vec![Field::Difficulty, Field::Proposal, Field::Note]);
    let words = select(vec![
        "Thiếu kinh phí",
        "Mưa lũ kéo dài",
        "Bổ sung cán bộ",
        "",
    ]);
    (0..BRANCHES.len(), field, words)
}

proptest! {
    #[test]
    fn sums_reconcile_and_nothing_is_left_out(
        turns in vec(turn(), 0..30),
        remarks in vec(remark(), 0..6),
        span in any_span(),
        scope in scope(),
        days in 0_i64..60,
    ) {
        let mut desk = desk("a");
        enrol(&mut desk, &BRANCHES);
        for turn in &turns {
            take(&mut desk, turn);
        }
        for (unit, field, words) in remarks {
            let slot = Slot::new(&TaskId::new("iii-1"), None, field);
            let write = Edit::Write(slot, text(words));
            // What is refused changes nothing.
            let _ = desk.apply(Action::Edit(record_id(BRANCHES[unit]), write), 0);
        }
        let as_of = span.first() + chrono::TimeDelta::days(days);
        let facts = of(&desk, span, scope.clone(), as_of);
        reconciles(&facts);
        tells_all(&facts);
        let earlier = of(&desk, span.previous(), scope, span.previous().last());
        prop_assert!(facts.before.is_none_or(|it| it == earlier.counts));
    }

    #[test]
    fn sums_reconcile_whatever_people_do(done in actions(20), span in any_span()) {
        let mut desk = desk("a");
        for (action, now) in done {
            // What is refused changes nothing.
            let _ = desk.apply(action, now);
        }
        reconciles(&of(&desk, span, Scope::All, span.last()));
    }

    #[test]
    fn whatever_the_order_of_merging_the_report_is_the_same(
        here in vec(turn(), 0..15),
        there in vec(turn(), 0..15),
        span in any_span(),
    ) {
        let after = |device: &str, turns: &[crate::overviews::Turn]| {
            let mut desk = desk(device);
            enrol(&mut desk, &BRANCHES);
            // Units stay as they are: it is what they say that is merged.
            let told = turns.iter().filter(|turn| turn.is_told());
            told.for_each(|turn| take(&mut desk, turn));
            parcels(&desk)
        };
        let (here, there) = (after("b", &here), after("c", &there));
        let merged = |first: &Vec<_>, second: &Vec<_>| {
            let mut desk = desk("a");
            enrol(&mut desk, &BRANCHES);
            for parcels in [first, second, first] {
                // An import that brings nothing is refused.
                let _ = desk.apply(taking_in(parcels.clone()), 0);
            }
            of(&desk, span, Scope::All, span.last())
        };
        let (one, other) = (merged(&here, &there), merged(&there, &here));
        let frame = Frame::blank(Form::Party);
        prop_assert_eq!(&one, &other);
        prop_assert_eq!(compose(&one, &frame), compose(&other, &frame));
    }
}
