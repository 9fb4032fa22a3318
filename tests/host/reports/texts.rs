//! Whole reports as they are read, of the built-in plan and results that were made up.
//!
//! `UPDATE_EXPECT=1 cargo test --test host reports` writes the files anew.

use crate::desks::{branches, desk, enrol, plan_id, unit_id};
use expect_test::expect_file;
use so_tien_do::domain::{Day, Period, Status, TaskId, UnitId};
use so_tien_do::progress::{Document, Extension, Field, Item, Slot, Value};
use so_tien_do::report::{
    Document as Report, Facts, Frame, Head, Request, Row, Signature, Workbook, compose, facts,
    text, workbook,
};
use so_tien_do::words;
use so_tien_do::workspace::{Action, Chapter, Edit, Form, RecordId, Scope, Workspace};

fn day(m: u32, d: u32) -> Day {
    Day::from_ymd_opt(2018, m, d).expect("a day")
}

/// An office that keeps the plan with three branches.
pub(super) struct Office(pub(super) Workspace);

impl Office {
    fn edit(&mut self, unit: &UnitId, edit: Edit) {
        let id = RecordId {
            plan: plan_id(),
            unit: unit.clone(),
        };
        self.0.apply(Action::Edit(id, edit), 0).expect("an edit");
    }

    fn write(&mut self, unit: &UnitId, task: &str, field: Field, value: Value) {
        let yearly = ["iii-7", "ii-2.p2"].contains(&task);
        let period = yearly.then(|| "2018".parse::<Period>().expect("a period"));
        let slot = Slot::new(&TaskId::new(task), period, field);
        self.edit(unit, Edit::Write(slot, value));
    }

    fn say(&mut self, unit: &UnitId, task: &str, field: Field, words: &str) {
        self.write(unit, task, field, Value::Text(words.to_owned()));
    }

    fn finish(&mut self, unit: &UnitId, task: &str, on: Day) {
        self.write(
            unit,
            task,
            Field::Status,
            Value::Status(Status::Done { on }),
        );
    }

    fn prove(&mut self, unit: &UnitId, task: &str, number: &str, title: &str, date: Day) {
        let document = Item::Document(Document {
            number: number.to_owned(),
            date: Some(date),
            title: title.to_owned(),
        });
        self.edit(unit, Edit::Add(TaskId::new(task), None, document));
    }
}

pub(super) fn office() -> Office {
    let mut desk = desk("a");
    enrol(&mut desk, &["Chi bộ 1", "Chi bộ 2", "Chi bộ 3"]);
    let mut office = Office(desk);
    let [one, two, three] = ["Chi bộ 1", "Chi bộ 2", "Chi bộ 3"].map(unit_id);
    office.finish(&one, "iii-1", day(6, 8));
    office.prove(&one, "iii-1", "05-KH/CB", "Kế hoạch", day(6, 8));
    office.prove(
        &one,
        "iii-1",
        "12-BC/CB",
        "Báo cáo kết quả quán triệt",
        day(6, 9),
    );
    office.finish(&two, "iii-1", day(6, 20));
    office.say(&two, "iii-1", Field::Note, "Họp cùng sinh hoạt tháng 6");
    office.say(
        &three,
        "iii-1",
        Field::Difficulty,
        "Đảng viên đi làm ăn xa nhiều.\nKhó họp đủ.",
    );
    office.say(&three, "iii-1", Field::Proposal, "Cho họp trực tuyến.");
    let committee = UnitId::new("ban-vi-su-tien-bo-phu-nu-huyen");
    let extension = Item::Extension(Extension {
        last_day: day(7, 31),
        ground: "bổ sung số liệu".to_owned(),
    });
    office.write(
        &committee,
        "iii-2",
        Field::Status,
        Value::Status(Status::InProgress),
    );
    office.edit(&committee, Edit::Add(TaskId::new("iii-2"), None, extension));
    let people = UnitId::new("ubnd-huyen");
    office.say(&people, "iii-3", Field::Difficulty, "Chưa có kinh phí.");
    office.finish(&people, "ii-3", day(7, 2));
    office
}

fn of(office: &Office, span: &str, scope: Scope, as_of: Day) -> Facts {
    let request = Request {
        plan: plan_id(),
        span: span.parse().expect("a span"),
        scope,
        as_of,
    };
    facts(&office.0, &request).expect("facts")
}

/// A report with all that there can be in one.
pub(crate) fn whole(form: Form) -> Report {
    let facts = of(&office(), "2018-Q3.14", Scope::All, day(9, 14));
    let mut frame = Frame::blank(form);
    let own = "Đã tổ chức hội nghị quán triệt.".to_owned();
    frame.paragraphs.insert(Chapter::Conduct, own);
    frame.recipients = vec!["Như trên".to_owned()];
    compose(&facts, &frame)
}

#[test]
fn a_report_in_the_form_of_the_party() {
    let facts = of(&office(), "2018-Q2", Scope::All, day(6, 30));
    let paper = compose(&facts, &Frame::blank(Form::Party));
    expect_file!["../../data/report/party-2018-q2.txt"].assert_eq(&text(&paper));
}

#[test]
fn a_report_in_the_form_of_the_state_with_words_of_its_own() {
    let facts = of(&office(), "2018-Q3.14", Scope::All, day(9, 14));
    let mut frame = Frame::blank(Form::State);
    frame.head = Head {
        above: "UBND tỉnh".to_owned(),
        issuer: "UBND huyện".to_owned(),
        number: "Số: 15/BC-UBND".to_owned(),
        place: "Huyện".to_owned(),
        day: Some(day(9, 17)),
    };
    frame.recipients = ["Như trên", "Lưu: VT"].map(str::to_owned).to_vec();
    frame.signature = Signature {
        behalf: "TM. Ủy ban nhân dân".to_owned(),
        role: "Chủ tịch".to_owned(),
        name: String::new(),
    };
    let own =
        "Ủy ban nhân dân huyện đã tổ chức hội nghị quán triệt.\nĐã phân công thành viên phụ trách.";
    frame.paragraphs.insert(Chapter::Conduct, own.to_owned());
    let asked = "Đề nghị cấp trên bố trí kinh phí.";
    frame
        .paragraphs
        .insert(Chapter::Proposals, asked.to_owned());
    expect_file!["../../data/report/state-2018-q3.txt"].assert_eq(&text(&compose(&facts, &frame)));
}

#[test]
fn a_report_of_one_unit() {
    let unit = Scope::Unit(unit_id("Chi bộ 1"));
    let facts = of(&office(), "2018-06", unit, day(6, 30));
    let paper = compose(&facts, &Frame::blank(Form::Party));
    expect_file!["../../data/report/unit-2018-06.txt"].assert_eq(&text(&paper));
}

#[test]
fn the_sheets_of_a_group() {
    let facts = of(&office(), "2018-H1", Scope::Group(branches()), day(6, 30));
    expect_file!["../../data/report/sheets-2018-h1.txt"].assert_eq(&sheets(&workbook(&facts)));
}

fn sheets(book: &Workbook) -> String {
    let mut lines = Vec::new();
    for sheet in &book.sheets {
        lines.push(format!("[{}]", sheet.name));
        lines.extend(sheet.above.iter().cloned());
        let titles: Vec<_> = sheet
            .table
            .columns
            .iter()
            .map(|it| it.title.as_str())
            .collect();
        lines.push(titles.join(" | "));
        lines.extend(sheet.table.rows.iter().map(row));
        lines.push(String::new());
    }
    lines.join("\n")
}

fn row(row: &Row) -> String {
    use so_tien_do::report::Cell;
    let Row::Cells(cells) = row else {
        panic!("a row of cells");
    };
    let cells = cells.iter().map(|cell| match cell {
        Cell::Empty => String::new(),
        Cell::Text(words) => words.clone(),
        Cell::Count(count) => count.to_string(),
        Cell::Rate(rate) => format!("{rate}‰"),
        Cell::Day(day) => words::date(*day),
    });
    cells.collect::<Vec<_>>().join(" | ")
}
