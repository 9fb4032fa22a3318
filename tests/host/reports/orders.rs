//! Reports that the second module is asked for: what goes over says all that is needed, and what comes back is
//! what would be written here.

use super::texts::office;
use crate::desks::{branches, plan_id, unit_id};
use so_tien_do::domain::{Day, PlanId, UnitId};
use so_tien_do::report::{
    Annex, Cell, Column, Facts, Format, Frame, Order, Request, Row, SentAhead, Table, Wanted,
    calendar, compose, csv, deadlines, docx, facts, page, text, workbook, xlsx,
};
use so_tien_do::workspace::{Action, Chapter, Form, Letterhead, ReportId, Scope, Workspace};

const NOW: i64 = 1_530_400_000_000;

fn day() -> Day {
    Day::from_ymd_opt(2018, 6, 30).expect("a day")
}

fn id(scope: Scope) -> ReportId {
    ReportId {
        plan: plan_id(),
        span: "2018-Q2".parse().expect("a span"),
        scope,
    }
}

/// An office with a letterhead, and words of its own in one of its reports.
fn desk() -> Workspace {
    let mut desk = office().0;
    let letterhead = Letterhead {
        form: Form::State,
        above: "UBND tỉnh".to_owned(),
        issuer: "UBND huyện".to_owned(),
        recipients: "Như trên\n\n Lưu: VT ".to_owned(),
        ..Letterhead::default()
    };
    for action in [
        Action::SetLetterhead(Box::new(letterhead)),
        Action::Remark(
            id(Scope::All),
            Chapter::Conduct,
            "Đã họp.\nĐã giao việc.".to_owned(),
        ),
        Action::Remark(
            id(Scope::All),
            Chapter::Proposals,
            "Bố trí kinh phí <b>&".to_owned(),
        ),
    ] {
        desk.apply(action, NOW).expect("done");
    }
    desk
}

fn order(desk: &Workspace, report: ReportId, format: Format) -> Order {
    Order {
        known: desk.known_of(&report.plan),
        wanted: Wanted::Report(report, day(), format),
        now: NOW,
    }
}

fn answer(order: &Order) -> Option<Vec<u8>> {
    let mut shares = Vec::new();
    let (mut order, mut ahead) = (order.clone(), SentAhead::default());
    while let Some(part) = order.ahead() {
        ahead.add(&part);
    }
    let answer = Order::answer(&order.question(), ahead, &mut |share| shares.push(share));
    assert!(shares.is_sorted());
    assert_eq!(shares.last() == Some(&1.0), answer.is_some());
    answer
}

fn known(desk: &Workspace, report: &ReportId) -> Facts {
    facts(desk, &Request::new(report.clone(), day())).expect("facts")
}

#[test]
fn every_format_comes_back_as_it_would_be_written_here() {
    let desk = desk();
    for scope in [
        Scope::All,
        Scope::Group(branches()),
        Scope::Unit(unit_id("Chi bộ 1")),
    ] {
        let report = id(scope);
        let facts = known(&desk, &report);
        let document = compose(&facts, &Frame::of(&desk, &report));
        let book = workbook(&facts);
        for (format, written) in [
            (Format::Page, page(&document).into_text().into_bytes()),
            (Format::Text, text(&document).into_bytes()),
            (Format::Word, docx(&document)),
            (Format::Excel, xlsx(&book).expect("a workbook")),
            (Format::Csv, csv(&book.sheets[0]).into_bytes()),
        ] {
            assert!(
                answer(&order(&desk, report.clone(), format)) == Some(written),
                "{format:?}"
            );
        }
    }
}

#[test]
fn of_many_records_those_that_go_ahead_count_as_the_others_do() {
    let desk = desk();
    let few = order(&desk, id(Scope::All), Format::Page);
    let known = &few.known.records;
    let (plan, _, record) = known.first().expect("a record").clone();
    let elsewhere = |number: usize| {
        let unit = UnitId::new(format!("elsewhere-{number}"));
        (plan.clone(), unit, record.clone())
    };
    let others: Vec<_> = (0..250).map(elsewhere).collect();
    let page = answer(&few).expect("a page");
    for records in [[known.clone(), others.clone()], [others, known.clone()]] {
        let mut many = few.clone();
        many.known.records = records.concat();
        assert!(answer(&many).as_ref() == Some(&page));
        let mut ahead = SentAhead::default();
        while let Some(part) = many.ahead() {
            ahead.add(&part);
        }
        assert!(many.known.records.len() <= 100);
        ahead.add("[[\"half a rec");
        assert_eq!(Order::answer(&many.question(), ahead, &mut |_| {}), None);
    }
}

#[test]
fn a_calendar_has_the_deadlines_of_all_plans_at_work() {
    let desk = desk();
    let first = Day::from_ymd_opt(2018, 6, 1).expect("a day");
    for scope in [Scope::All, Scope::Unit(unit_id("Chi bộ 3"))] {
        let deadlines = deadlines(&desk, None, &scope, first);
        assert!(!deadlines.is_empty());
        let order = Order {
            known: desk.backup(),
            wanted: Wanted::Deadlines("Lịch".to_owned(), scope, first),
            now: NOW,
        };
        let written = calendar("Lịch", &deadlines, NOW);
        assert!(answer(&order) == Some(written.into_bytes()));
    }
}

#[test]
fn own_words_and_the_letterhead_stand_in_the_report_that_they_were_written_for() {
    let desk = desk();
    let told = |report| {
        let text = answer(&order(&desk, report, Format::Text)).expect("a report");
        String::from_utf8(text).expect("text")
    };
    let all = told(id(Scope::All));
    for words in [
        "UBND TỈNH\n",
        "UBND HUYỆN\n",
        "\nĐã họp.\nĐã giao việc.\n",
        "- Lưu: VT\n",
    ] {
        assert!(all.contains(words), "{words}");
    }
    let other = told(id(Scope::Group(branches())));
    assert!(other.contains("UBND HUYỆN\n") && !other.contains("Đã họp."));
}

#[test]
fn a_page_says_what_the_text_says_and_no_word_of_it_is_markup() {
    let desk = desk();
    let report = id(Scope::All);
    let document = compose(&known(&desk, &report), &Frame::of(&desk, &report));
    let page = page(&document).into_text();
    assert!(page.contains("Bố trí kinh phí &lt;b&gt;&amp;"), "{page}");
    let mut seen = words(&bare(&page));
    let mut said = words(&text(&document));
    // The page has signature before recipients or after, and sets the ends of a list.
    seen.sort_unstable();
    said.sort_unstable();
    assert_eq!(seen, said);
}

#[test]
fn a_long_table_stands_in_blocks_whose_roles_say_what_they_are() {
    assert!(!page_with(Vec::new()).contains("role=\"row\""));
    let rows = (0..449).map(|number| Row::Cells(vec![Cell::Count(number), Cell::Empty]));
    let across = [Row::Across("Khối xã".to_owned())].into_iter();
    let long = page_with(across.chain(rows).collect());
    let blocks = "<tbody role=\"rowgroup\" class=\"far\" style=\"--lines: 50; --rows: 50\">";
    let columns = "--columns: minmax(0, 40fr) minmax(0, 60fr)";
    for (part, count) in [
        (blocks, 9),
        (columns, 1),
        ("role=\"table\"", 1),
        ("role=\"row\"", 451),
        ("role=\"columnheader\"", 2),
        ("role=\"rowheader\"", 1),
        ("role=\"cell\"", 898),
    ] {
        assert_eq!(long.matches(part).count(), count, "{part}");
    }
    for number in 0..449 {
        let cell = format!("<td class=\"figure\" role=\"cell\">{number}</td>");
        assert_eq!(long.matches(&cell).count(), 1, "{number}");
    }
}

#[test]
fn a_table_of_few_rows_that_say_much_stands_in_blocks_too() {
    let row = |at: usize, letters: usize| {
        let words = format!("{at}{}", "ế".repeat(letters - 1));
        Row::Cells(vec![Cell::Count(at), Cell::Text(words)])
    };
    // Two of them fill a block; what would fill more than one stands alone.
    let mut rows: Vec<_> = (0..9).map(|at| row(at, 1_900)).collect();
    rows.push(row(9, 6_000));
    let long = page_with(rows.clone());
    let block = |rows: usize, lines: usize| {
        let style = format!("style=\"--lines: {lines}; --rows: {rows}\"");
        long.matches(&style).count()
    };
    assert_eq!((block(2, 2 * 32), block(1, 32), block(1, 100)), (4, 1, 1));
    assert_eq!(long.matches("class=\"far\"").count(), 6);
    for at in 0..10 {
        let cell = format!(" role=\"cell\">{at}ế");
        assert_eq!(long.matches(&cell).count(), 1, "{at}");
    }
    rows.pop();
    assert!(!page_with(rows).contains("class=\"far\""));
}

/// Writes a page with an annex of these rows.
fn page_with(rows: Vec<Row>) -> String {
    let desk = desk();
    let report = id(Scope::All);
    let mut document = compose(&known(&desk, &report), &Frame::of(&desk, &report));
    let column = |width| Column {
        title: format!("Cột {width}"),
        width,
    };
    document.annexes.push(Annex {
        title: "Dài".to_owned(),
        below: String::new(),
        table: Table {
            columns: vec![column(40), column(60)],
            rows,
        },
    });
    page(&document).into_text()
}

/// The letters and figures of a text, word by word.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Markup without its tags, and with its letters as they are meant.
fn bare(markup: &str) -> String {
    let mut bare = String::new();
    for part in markup.split('<') {
        let text = part.split_once('>').map_or(part, |(_, text)| text);
        bare.push(' ');
        bare.push_str(text);
    }
    let letters = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    letters
        .iter()
        .fold(bare, |text, (from, to)| text.replace(from, to))
}

#[test]
fn what_makes_no_sense_is_not_answered() {
    let desk = desk();
    let mut progress = |_: f64| {};
    assert_eq!(
        Order::answer("{}", SentAhead::default(), &mut progress),
        None
    );
    assert_eq!(Order::answer("", SentAhead::default(), &mut progress), None);
    for scope in [
        Scope::Unit(unit_id("Chi bộ 77")),
        Scope::Group(so_tien_do::domain::GroupId::new("khong-co")),
    ] {
        assert_eq!(answer(&order(&desk, id(scope), Format::Word)), None);
    }
    let other = ReportId {
        plan: PlanId::new("khong-co"),
        ..id(Scope::All)
    };
    assert_eq!(answer(&order(&desk, other, Format::Page)), None);
}
