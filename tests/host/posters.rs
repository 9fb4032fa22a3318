//! The sheet of a unit that is hung on a wall.

use crate::desks::{desk, enrol, plan_id, record_id};
use so_tien_do::domain::{Day, Moment, Part, Status, TaskId};
use so_tien_do::progress::{Field, Slot, Value};
use so_tien_do::view::{self, Line, Poster};
use so_tien_do::words::paper;
use so_tien_do::workspace::{Action, Edit, Workspace};

/// 08:00 of 20/11/2026 in Vietnam.
const ASKED: Moment = 1_795_136_400_000;

fn day(y: i32, m: u32, d: u32) -> Day {
    Day::from_ymd_opt(y, m, d).expect("a day")
}

fn poster(desk: &Workspace, unit: &str) -> Option<Poster> {
    let units = &desk.rosters[&plan_id()].units;
    let unit = units.iter().find(|it| it.name == unit)?;
    view::poster(desk, &plan_id(), &unit.id, day(2026, 11, 23))
}

fn line<'p>(poster: &'p Poster, path: &str) -> &'p Line {
    let mut lines = poster.parts.iter().flat_map(|(_, lines)| lines);
    lines
        .find(|line| line.row.duty.path == path)
        .expect("a duty")
}

#[test]
fn every_duty_stands_there_whole_with_its_time() {
    let mut desk = desk("a");
    enrol(&mut desk, &["Chi bộ 1"]);
    let slot = Slot::new(&TaskId::new("iii-1"), None, Field::Status);
    let status = Value::Status(Status::Done {
        on: day(2018, 6, 8),
    });
    let write = Action::Edit(record_id("Chi bộ 1"), Edit::Write(slot, status));
    desk.apply(write, ASKED).expect("an edit");
    let poster = poster(&desk, "Chi bộ 1").expect("a sheet");
    assert_eq!(paper::poster(&poster), "Việc của đơn vị: Chi bộ 1");
    let plan = &desk.plans[&plan_id()];
    assert_eq!(poster.title.as_ref(), Some(&plan.title));
    let done = line(&poster, "III.1");
    assert_eq!(
        done.text,
        plan.task(&TaskId::new("iii-1")).expect("a duty").text
    );
    assert_eq!(paper::last_day(done.row.last_day), "11/06/2018");
    assert_eq!(paper::time(done), "Trước ngày 12/6/2018");
    assert_eq!(paper::beside(&done.row), "xong ngày 08/06/2018");
    assert_eq!(
        paper::state(poster.today, poster.tally),
        "Tình hình đến ngày 23/11/2026: đã xong 1/1 nhiệm vụ, quá hạn chưa xong 0."
    );
}

#[test]
fn what_is_led_comes_before_what_is_supported() {
    let desk = desk("a");
    let poster = poster(&desk, "Hội Liên hiệp Phụ nữ huyện").expect("a sheet");
    let parts: Vec<_> = poster
        .parts
        .iter()
        .map(|(part, lines)| (*part, lines.len()))
        .collect();
    let all: usize = parts.iter().map(|(_, lines)| lines).sum();
    assert_eq!(parts[0].0, Some(Part::Lead));
    assert_eq!(all, poster.tally.all());
    let yearly = line(&poster, "III.7");
    assert_eq!(paper::time(yearly), "Định kỳ hằng năm; năm 2026");
}

#[test]
fn a_unit_without_duties_has_no_sheet() {
    assert_eq!(poster(&desk("a"), "Nơi khác"), None);
}
