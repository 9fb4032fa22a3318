//! Texts for the chat: briefs and reminders, as they are read.

use crate::desks::{desk, enrol, plan_id, record_id, unit_id};
use expect_test::expect;
use so_tien_do::domain::{Day, Moment, PlanId, Status, TaskId, UnitId};
use so_tien_do::progress::{Field, Slot, Value};
use so_tien_do::view::{self, Brief, Counts, Owed, Reminder};
use so_tien_do::words::{brief, reminder};
use so_tien_do::workspace::{Action, Edit, Workspace};

/// 08:00 of 20/11/2026 in Vietnam.
const ASKED: Moment = 1_795_136_400_000;

fn day(y: i32, m: u32, d: u32) -> Day {
    Day::from_ymd_opt(y, m, d).expect("a day")
}

fn today() -> Day {
    day(2026, 11, 23)
}

fn write(desk: &mut Workspace, unit: &str, field: Field, value: Value) {
    let slot = Slot::new(&TaskId::new("iii-1"), None, field);
    let edit = Edit::Write(slot, value);
    desk.apply(Action::Edit(record_id(unit), edit), ASKED)
        .expect("an edit");
}

fn tell(desk: &mut Workspace, field: Field, words: &str) {
    write(desk, "Chi bộ 1", field, Value::Text(words.to_owned()));
}

fn of(desk: &Workspace, unit: &str) -> Brief {
    view::brief(desk, &plan_id(), &unit_id(unit), today()).expect("a brief")
}

fn reminders(desk: &Workspace) -> Vec<Reminder> {
    let all = view::overview(desk, &plan_id(), today()).reminders(today());
    let is_branch = |it: &Reminder| it.unit.name.starts_with("Chi bộ");
    all.into_iter().filter(is_branch).collect()
}

#[test]
fn a_brief_reads_well_in_a_chat() {
    let mut desk = desk("a");
    enrol(&mut desk, &["Chi bộ 1"]);
    tell(
        &mut desk,
        Field::Difficulty,
        "Đảng viên đi làm ăn xa nhiều.\nKhó họp đủ.",
    );
    tell(&mut desk, Field::Proposal, "Cho họp trực tuyến.");
    expect![[r"
        Chi bộ 1
        Tiến độ thực hiện Kế hoạch 96-KH/HU, đến ngày 23/11/2026
        Tổng số nhiệm vụ: 1. Có hạn 1: đã hoàn thành 0; chưa hoàn thành 1, trong đó trong hạn 0, quá hạn 1.
        Tỷ lệ hoàn thành: 0,0% (0/1).
        Quá hạn chưa xong:
        - III.1 Căn cứ kế hoạch này, tổ chức quán triệt và ban hành văn bản cụ thể … – hạn 11/06/2018, quá 3.087 ngày
        Khó khăn, vướng mắc:
        - III.1: Đảng viên đi làm ăn xa nhiều. Khó họp đủ.
        Đề xuất, kiến nghị:
        - III.1: Cho họp trực tuyến."]].assert_eq(&brief::text(&of(&desk, "Chi bộ 1")));
}

#[test]
fn a_brief_of_what_is_done_has_nothing_to_add() {
    let mut desk = desk("a");
    enrol(&mut desk, &["Chi bộ 1"]);
    let done = Status::Done {
        on: day(2018, 6, 8),
    };
    write(&mut desk, "Chi bộ 1", Field::Status, Value::Status(done));
    expect![[r"
        Chi bộ 1
        Tiến độ thực hiện Kế hoạch 96-KH/HU, đến ngày 23/11/2026
        Tổng số nhiệm vụ: 1. Có hạn 1: đã hoàn thành 1, trong đó đúng hạn 1, quá hạn 0; chưa hoàn thành 0.
        Tỷ lệ hoàn thành: 100,0% (1/1)."]].assert_eq(&brief::text(&of(&desk, "Chi bộ 1")));
}

#[test]
fn of_a_plan_or_a_unit_that_is_not_known_there_is_no_brief() {
    let desk = desk("a");
    let none = UnitId::new("khong-co");
    assert_eq!(view::brief(&desk, &plan_id(), &none, today()), None);
    let plan = PlanId::new("khong-co");
    assert_eq!(
        view::brief(&desk, &plan, &unit_id("Chi bộ 1"), today()),
        None
    );
}

fn owed(number: usize) -> Owed {
    Owed {
        path: format!("II.{number}"),
        action: "tổ chức quán triệt, triển khai ".repeat(20),
        day: day(2026, 10, 1),
    }
}

#[test]
fn a_brief_is_never_longer_than_a_chat_bears() {
    for (overdue, remarks, length) in [(40, 0, 9), (6, 30, 900), (0, 60, 90), (9, 9, 5), (5, 1, 1)]
    {
        let remark = |at: usize| (format!("III.{at}"), "khó khăn về kinh phí ".repeat(length));
        let told = Brief {
            unit: "Chi bộ thôn 1 ".repeat(50),
            plan_name: "Kế hoạch số 1 ".repeat(50),
            today: today(),
            counts: Counts {
                overdue,
                ..Counts::default()
            },
            overdue: (1..=overdue).map(owed).collect(),
            difficulties: (1..=remarks).map(remark).collect(),
            proposals: (1..=remarks).map(remark).collect(),
        };
        let text = brief::text(&told);
        assert!(text.chars().count() <= 1_200, "{}", text.chars().count());
        let left = overdue.saturating_sub(5);
        assert_eq!(left > 0, text.contains(&format!("… và {left} việc khác")));
    }
}

#[test]
fn a_reminder_names_what_is_late_and_where_to_report() {
    let mut desk = desk("a");
    enrol(&mut desk, &["Chi bộ 1", "Chi bộ 2"]);
    write(
        &mut desk,
        "Chi bộ 2",
        Field::Status,
        Value::Status(Status::Done {
            on: day(2018, 6, 8),
        }),
    );
    expect![[r"
        Kính gửi Chi bộ 1:
        Theo Kế hoạch 96-KH/HU, đến ngày 23/11/2026, đơn vị còn 1 nhiệm vụ quá hạn và chưa gửi báo cáo:
        - III.1 Căn cứ kế hoạch này, tổ chức quán triệt và ban hành văn bản cụ thể … – hạn 11/06/2018, quá 3.087 ngày
        Đề nghị cập nhật kết quả và gửi báo cáo."]].assert_eq(&reminder::text(&reminders(&desk)[0]));
    let ask = |by: Day, to: &str| Action::AskReport(plan_id(), by, to.to_owned());
    desk.apply(ask(day(2026, 11, 30), "vanphong@vd.vn"), ASKED + 1)
        .expect("a round");
    let told = reminders(&desk);
    expect![[r"
        Kính gửi Chi bộ 1:
        Theo Kế hoạch 96-KH/HU, đến ngày 23/11/2026, đơn vị còn 1 nhiệm vụ quá hạn và chưa gửi báo cáo:
        - III.1 Căn cứ kế hoạch này, tổ chức quán triệt và ban hành văn bản cụ thể … – hạn 11/06/2018, quá 3.087 ngày
        Đề nghị cập nhật kết quả và gửi báo cáo chậm nhất ngày 30/11/2026; gửi về vanphong@vd.vn."]].assert_eq(&reminder::text(&told[0]));
    expect![[r"
        Kính gửi Chi bộ 2:
        Theo Kế hoạch 96-KH/HU, đến ngày 23/11/2026, đơn vị chưa gửi báo cáo.
        Đề nghị cập nhật kết quả và gửi báo cáo chậm nhất ngày 30/11/2026; gửi về vanphong@vd.vn."]]
    .assert_eq(&reminder::text(&told[1]));
    expect![[r"
        Theo Kế hoạch 96-KH/HU, đến ngày 23/11/2026 các đơn vị sau còn nhiệm vụ quá hạn hoặc chưa gửi báo cáo:
        1. Chi bộ 1: 1 nhiệm vụ quá hạn, chưa gửi báo cáo
        2. Chi bộ 2: chưa gửi báo cáo
        Đề nghị cập nhật kết quả và gửi báo cáo chậm nhất ngày 30/11/2026; gửi về vanphong@vd.vn."]].assert_eq(&reminder::common(&told));
    desk.apply(ask(day(2026, 11, 20), ""), ASKED + 2)
        .expect("a round");
    expect![[r"
        Kính gửi Chi bộ 2:
        Theo Kế hoạch 96-KH/HU, đến ngày 23/11/2026, đơn vị chưa gửi báo cáo.
        Đề nghị cập nhật kết quả và gửi báo cáo ngay (hạn gửi ngày 20/11/2026, đã quá 3 ngày)."]]
    .assert_eq(&reminder::text(&reminders(&desk)[1]));
}

#[test]
fn with_nobody_to_remind_there_is_nothing_to_say() {
    assert_eq!(reminder::common(&[]), "");
}
