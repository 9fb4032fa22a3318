//! The plan 96-KH/HU, as the reader reads it.

use expect_test::expect_file;
use so_tien_do::built_in::{self, BuiltIn};
use so_tien_do::docket::Docket;
use so_tien_do::domain::{
    BeforeDay, Block, Day, DeviceId, Party, Plan, Recurrence, Roster, TaskId,
};
use so_tien_do::front::{self, Front};
use so_tien_do::reader::{Puzzle, Reading, read};
use so_tien_do::workspace::Workspace;

const TEXT: &str = include_str!("../data/plans/96-kh-hu.txt");

fn reading() -> Reading {
    read(TEXT)
}

fn day(y: i32, m: u32, d: u32) -> Day {
    Day::from_ymd_opt(y, m, d).expect("a day")
}

/// The letters and signs of a text, without blanks and marks of emphasis.
fn ink(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '*')
        .collect()
}

#[test]
fn the_app_carries_what_the_reader_reads() {
    let Reading { plan, roster, .. } = reading();
    assert_eq!(plan.id.as_str(), built_in::ID);
    let read = BuiltIn { plan, roster };
    let json = serde_json::to_string(&read).expect("JSON");
    expect_file!["../../src/built_in/96-kh-hu.json"].assert_eq(&json);
    assert_eq!(built_in::built_in(), read);
}

#[test]
fn the_first_screen_has_the_duties_of_the_plan() {
    let docket = Docket::of_plan(&reading().plan);
    expect_file!["../../src/built_in/docket.txt"].assert_eq(&docket.to_text());
    assert_eq!(built_in::docket(), Some(docket));
    let mut workspace = Workspace::empty(DeviceId::new("a"));
    let BuiltIn { plan, roster } = built_in::built_in();
    workspace.add_plan(plan, roster);
    assert_eq!(front::first(), Front::of(&workspace));
}

#[test]
fn no_word_is_lost_and_order_is_kept() {
    let kept: String = reading()
        .plan
        .blocks
        .iter()
        .map(|Block { marker, text, .. }| format!("{marker}{text}"))
        .collect();
    assert_eq!(ink(&kept), ink(TEXT));
}

#[test]
fn the_head_is_read_and_nothing_is_guessed() {
    let plan = reading().plan;
    assert_eq!(plan.number.as_deref(), Some("96-KH/HU"));
    assert_eq!(plan.kind.as_deref(), Some("KẾ HOẠCH"));
    assert_eq!(
        plan.title,
        "Thực hiện Chỉ thị số 21-CT/TW ngày 20/01/2018 của Ban Bí thư về tiếp tục đẩy mạnh công tác phụ nữ trong tình hình mới"
    );
    assert_eq!(plan.issuer.as_deref(), Some("Ban Thường vụ Huyện ủy"));
    assert_eq!(plan.issued, None);
    let basis: Vec<_> = plan
        .basis
        .iter()
        .map(|cited| (cited.kind.as_str(), cited.number.as_str(), cited.date))
        .collect();
    assert_eq!(
        basis,
        [
            ("Kế hoạch", "108-KH/TU", Some(day(2018, 4, 5))),
            ("Chỉ thị", "21-CT/TW", Some(day(2018, 1, 20))),
        ]
    );
}

#[test]
fn sections_recipients_and_signature_are_read() {
    let plan = reading().plan;
    let sections: Vec<_> = plan
        .sections()
        .map(|section| (section.marker, section.title))
        .collect();
    assert_eq!(
        sections,
        [
            ("I", "MỤC ĐÍCH, YÊU CẦU"),
            ("II", "NỘI DUNG THỰC HIỆN"),
            ("III", "TỔ CHỨC THỰC HIỆN")
        ]
    );
    assert_eq!(plan.recipients.len(), 10);
    assert_eq!(plan.recipients[0], "Tỉnh ủy");
    assert_eq!(plan.recipients[9], "Lưu VPHU");
    let signature = plan.signature.expect("a signature");
    assert_eq!(signature.authority.as_deref(), Some("T/M BAN THƯỜNG VỤ"));
    assert_eq!(signature.post.as_deref(), Some("Phó Bí Thư thường trực"));
    assert_eq!(signature.name, "Nguyễn Chi Kim Ngọc");
}

#[test]
fn the_sixteen_duties_are_found_in_order() {
    let plan = reading().plan;
    let paths: Vec<_> = plan.tasks.iter().map(|task| task.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "II.1", "II.2", "II.2.p2", "II.2.p3", "II.3", "II.3.p2", "II.4", "II.5", "II.6",
            "III.1", "III.2", "III.3", "III.4", "III.5", "III.6", "III.7",
        ]
    );
    let ids: Vec<_> = plan.tasks.iter().map(|task| task.id.as_str()).collect();
    assert_eq!(&ids[..4], ["ii-1", "ii-2", "ii-2.p2", "ii-2.p3"]);
    let cut = plan
        .task(&TaskId::new("ii-2.p2"))
        .expect("the paragraph that a blank line cuts");
    assert!(cut.text.contains("vướng mắc và những vấn đề đặt ra"));
}

#[test]
fn who_leads_and_who_supports() {
    let Reading { plan, roster, .. } = reading();
    let table: String = plan
        .tasks
        .iter()
        .map(|task| format!("{}\n", who(task, &roster)))
        .collect();
    expect_file!["../data/96-kh-hu.who.txt"].assert_eq(&table);
}

fn who(task: &so_tien_do::domain::Task, roster: &Roster) -> String {
    let list = |list: &[so_tien_do::domain::Assignment]| {
        list.iter()
            .map(|assignment| {
                let names: Vec<_> = assignment
                    .parties
                    .iter()
                    .map(|party| name(party, roster))
                    .collect();
                let from = assignment
                    .inherited_from
                    .as_ref()
                    .map(|path| format!(" (from {path})"))
                    .unwrap_or_default();
                format!("«{}» = {}{from}", assignment.words, names.join(" + "))
            })
            .collect::<Vec<_>>()
            .join("; ")
    };
    format!(
        "{}\n  lead    {}\n  support {}\n  action  {}",
        task.path,
        list(&task.lead),
        list(&task.support),
        first_words(task.action())
    )
}

fn name(party: &Party, roster: &Roster) -> String {
    let kind = if matches!(party, Party::Unit(_)) {
        "unit"
    } else {
        "group"
    };
    format!("{kind} {}", roster.name_of(party).expect("a name"))
}

fn first_words(text: &str) -> String {
    text.split(' ').take(6).collect::<Vec<_>>().join(" ")
}

#[test]
fn deadlines_and_recurrences_are_those_of_the_duties_alone() {
    let plan = reading().plan;
    let dated: Vec<_> = plan
        .tasks
        .iter()
        .filter_map(|task| {
            task.deadline
                .as_ref()
                .map(|deadline| (task.path.as_str(), deadline))
        })
        .map(|(path, deadline)| {
            (
                path,
                deadline.words.as_str(),
                deadline.last_day(BeforeDay::Excluded).expect("a day"),
            )
        })
        .collect();
    assert_eq!(
        dated,
        [
            ("III.1", "Trước ngày 12/6/2018", day(2018, 6, 11)),
            ("III.2", "Trước ngày 12/6/2018", day(2018, 6, 11)),
        ]
    );
    let recurring: Vec<_> = plan
        .tasks
        .iter()
        .filter_map(|task| Some((task.path.as_str(), task.recurrence?)))
        .collect();
    assert_eq!(
        recurring,
        [
            ("II.2.p2", Recurrence::Yearly),
            ("III.5", Recurrence::Term),
            ("III.7", Recurrence::Yearly),
        ]
    );
}

#[test]
fn the_periods_begin_with_the_documents_that_it_cites() {
    let plan = reading().plan;
    let periods = |id: &str| -> Vec<String> {
        let task = plan.task(&TaskId::new(id)).expect("a task");
        plan.periods(task, day(2020, 12, 31))
            .iter()
            .map(ToString::to_string)
            .collect()
    };
    assert_eq!(periods("iii-7"), ["2020", "2019", "2018"]);
    assert_eq!(periods("iii-5"), ["2015-2020"]);
    assert!(periods("iii-1").is_empty());
}

#[test]
fn what_it_could_not_tell_is_said_with_its_line() {
    let notices: Vec<_> = reading()
        .notices
        .iter()
        .map(|notice| (notice.line, notice.puzzle))
        .collect();
    assert_eq!(
        notices,
        [
            (4, Puzzle::IssueDayMissing),
            (29, Puzzle::LeadInherited),
            (33, Puzzle::LeadInherited),
        ]
    );
}

#[test]
fn reading_twice_gives_the_same_plan() {
    let (first, second): (Plan, Plan) = (reading().plan, reading().plan);
    assert_eq!(first, second);
    assert!(first.id.as_str().starts_with("96-kh-hu-"));
}
