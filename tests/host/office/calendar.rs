//! Calendar files, as another library reads them and counts their days.

use super::sample::day;
use calcard::common::timezone::Tz;
use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarProperty};
use chrono::Datelike;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use so_tien_do::domain::{Day, Moment, Recurrence};
use so_tien_do::report::{Appointment, Repeats, calendar};

/// 30 September 2026, 8:00 in Vietnam.
const NOW: Moment = 1_790_730_000_000;

fn appointment(uid: &str, due: Day) -> Appointment {
    Appointment {
        uid: uid.to_owned(),
        day: due,
        title: "II.2, Kế hoạch 96-KH/HU: báo cáo; gửi Văn phòng, Ban Tổ chức".to_owned(),
        details: "Thời hạn: trước ngày 15/11\nĐơn vị: Chi bộ 1 \\ Chi bộ 2".to_owned(),
        ahead: vec![7, 1],
        repeats: None,
    }
}

fn parsed(text: &str) -> ICalendar {
    ICalendar::parse(text).expect("a calendar")
}

fn value(component: &ICalendarComponent, property: &ICalendarProperty) -> String {
    let entry = component.property(property).expect("a property");
    entry.values[0].as_text().expect("a text").to_owned()
}

/// The first days of all events in order, as many as there are or as are asked for.
fn days(calendar: &ICalendar, most: usize) -> Vec<Day> {
    let found = calendar.expand_dates(Tz::UTC, most);
    assert!(found.errors.is_empty(), "{:?}", found.errors);
    let events = found.events.iter();
    events.map(|event| event.start.date_naive()).collect()
}

#[test]
fn a_deadline_is_an_event_with_alarms_and_events_ahead_of_it() {
    let text = calendar(
        "Sổ Tiến Độ",
        &[appointment("96-kh-hu.ii-2", day(2026, 11, 14))],
        NOW,
    );
    let calendar = parsed(&text);
    let events: Vec<_> = calendar
        .components
        .iter()
        .filter(|it| it.component_type.is_event())
        .collect();
    let uids: Vec<_> = events.iter().map(|it| it.uid().expect("a uid")).collect();
    assert_eq!(
        uids,
        [
            "96-kh-hu.ii-2@so-tien-do",
            "96-kh-hu.ii-2~7@so-tien-do",
            "96-kh-hu.ii-2~1@so-tien-do"
        ]
    );
    let title = "II.2, Kế hoạch 96-KH/HU: báo cáo; gửi Văn phòng, Ban Tổ chức";
    let titles: Vec<_> = events
        .iter()
        .map(|it| value(it, &ICalendarProperty::Summary))
        .collect();
    assert_eq!(
        titles,
        [
            title.to_owned(),
            format!("Còn 7 ngày: {title}"),
            format!("Còn 1 ngày: {title}")
        ]
    );
    let details = value(events[0], &ICalendarProperty::Description);
    assert_eq!(
        details,
        "Thời hạn: trước ngày 15/11\nĐơn vị: Chi bộ 1 \\ Chi bộ 2"
    );
    assert_eq!(
        days(&calendar, 10),
        [day(2026, 11, 14), day(2026, 11, 7), day(2026, 11, 13)]
    );
    let alarms = calendar.components.iter();
    assert_eq!(alarms.filter(|it| it.component_type.is_alarm()).count(), 2);
}

#[test]
fn events_last_the_whole_day_and_alarms_come_in_the_morning() {
    let text = calendar("Sổ", &[appointment("a", day(2026, 11, 14))], NOW);
    for line in [
        "DTSTART;VALUE=DATE:20261114",
        "DTEND;VALUE=DATE:20261115",
        "DTSTAMP:20260930T010000Z",
        "SEQUENCE:29845500",
        "TRANSP:TRANSPARENT",
        "ACTION:DISPLAY",
        "TRIGGER:-PT576000S",
        "TRIGGER:-PT57600S",
        "METHOD:PUBLISH",
    ] {
        assert!(text.contains(&format!("{line}\r\n")), "{line}\n{text}");
    }
}

#[test]
fn later_files_bring_the_same_events_up_to_date() {
    let appointments = [appointment("a", day(2026, 11, 14))];
    let uids = |text: &str| {
        let lines = text.lines().filter(|line| line.starts_with("UID:"));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    let (first, later) = (
        calendar("Sổ", &appointments, NOW),
        calendar("Sổ", &appointments, NOW + 60_000),
    );
    assert_eq!(uids(&first), uids(&later));
    assert!(later.contains("SEQUENCE:29845501\r\n"));
    assert_eq!(first, calendar("Sổ", &appointments, NOW));
}

#[test]
fn lines_have_at_most_75_bytes_and_end_as_the_standard_wants() {
    let mut long = appointment("a", day(2026, 11, 14));
    long.title = "Đẩy mạnh tuyên truyền, phổ biến; ".repeat(40);
    long.details = "dài ".repeat(300_000);
    let text = calendar("Sổ", &[long], NOW);
    for line in text.strip_suffix("\r\n").expect("an end").split("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line}");
    }
    assert!(text.len() < 20_000);
}

/// The days of an appointment that comes back, and of the events ahead of it, as many as asked for.
fn days_of_each(repeated: &Appointment, most: usize) -> Vec<Vec<Day>> {
    let calendar = parsed(&calendar("Sổ", std::slice::from_ref(repeated), NOW));
    let is_event = |id: &u32| calendar.components[*id as usize].component_type.is_event();
    let events: Vec<u32> = (0..=u32::MAX)
        .take(calendar.components.len())
        .filter(is_event)
        .collect();
    assert_eq!(events.len(), 1 + repeated.ahead.len());
    let of_one = |event: &u32| {
        // One alone, since the count of days is of all together.
        let mut alone = calendar.clone();
        let others: Vec<_> = events.iter().filter(|it| *it != event).copied().collect();
        alone.remove_component_ids(&others);
        // It counts those that are left out.
        let repeats = repeated.repeats.as_ref().expect("it comes back");
        let mut found = days(&alone, most + repeats.without.len());
        found.truncate(most);
        found
    };
    events.iter().map(of_one).collect()
}

fn repeated(every: Recurrence, day_of_month: u8, first: Day) -> Appointment {
    Appointment {
        repeats: Some(Repeats {
            every,
            day_of_month,
            without: Vec::new(),
        }),
        ..appointment("a", first)
    }
}

#[test]
fn what_comes_back_comes_back_on_the_right_days() {
    let check = |every, day_of_month, due: &[Day]| {
        let appointment = repeated(every, day_of_month, due[0]);
        for (found, ahead) in days_of_each(&appointment, due.len()).iter().zip([0, 7, 1]) {
            let expected = due.iter().map(|day| *day - chrono::Days::new(ahead));
            let expected: Vec<_> = expected.collect();
            assert_eq!(*found, expected, "{every:?}, {ahead} days ahead");
        }
    };
    check(
        Recurrence::Monthly,
        14,
        &[day(2026, 11, 14), day(2026, 12, 14), day(2027, 1, 14)],
    );
    // The reminder lies in the month before.
    check(
        Recurrence::Monthly,
        5,
        &[day(2027, 1, 5), day(2027, 2, 5), day(2027, 3, 5)],
    );
    check(
        Recurrence::Monthly,
        30,
        &[day(2027, 1, 30), day(2027, 2, 28), day(2027, 3, 30)],
    );
    check(
        Recurrence::Quarterly,
        31,
        &[day(2026, 12, 31), day(2027, 3, 31), day(2027, 6, 30)],
    );
    check(
        Recurrence::HalfYearly,
        14,
        &[day(2026, 12, 14), day(2027, 6, 14)],
    );
    let leap_year = [day(2027, 2, 28), day(2028, 2, 29), day(2029, 2, 28)];
    check(Recurrence::Yearly, 31, &leap_year);
    let of_all = [day(2027, 2, 28), day(2028, 2, 28), day(2029, 2, 28)];
    check(Recurrence::Yearly, 28, &of_all);
    check(
        Recurrence::Term,
        31,
        &[day(2030, 12, 31), day(2035, 12, 31)],
    );
}

#[test]
fn years_are_counted_as_outlook_knows_them() {
    let text = calendar(
        "Sổ",
        &[repeated(Recurrence::Yearly, 31, day(2026, 12, 31))],
        NOW,
    );
    let rules: Vec<_> = text.lines().filter(|it| it.starts_with("RRULE")).collect();
    let rule = "RRULE:FREQ=YEARLY;INTERVAL=1;BYMONTH=12;BYMONTHDAY=";
    assert_eq!(rules, ["31", "24", "30"].map(|day| format!("{rule}{day}")));
}

#[test]
fn days_that_are_left_out_are_left_out_of_the_events_ahead_too() {
    let mut appointment = repeated(Recurrence::Quarterly, 31, day(2026, 12, 31));
    let repeats = appointment.repeats.as_mut().expect("it comes back");
    repeats.without = vec![day(2027, 3, 31), day(2027, 9, 30)];
    let due = [day(2026, 12, 31), day(2027, 6, 30), day(2027, 12, 31)];
    for (found, ahead) in days_of_each(&appointment, 3).iter().zip([0, 7, 1]) {
        assert_eq!(*found, due.map(|day| day - chrono::Days::new(ahead)));
    }
    assert!(calendar("Sổ", &[appointment], NOW).contains("EXDATE;VALUE=DATE:20270331\r\n"));
}

fn recurrence() -> impl Strategy<Value = Recurrence> {
    use Recurrence::{HalfYearly, Monthly, Quarterly, Term, Yearly};
    select(vec![Monthly, Quarterly, HalfYearly, Yearly, Term])
}

proptest! {
    /// For ten periods from any on, month ends and leap years among them.
    #[test]
    fn rules_give_the_days_that_the_periods_have(
        every in recurrence(),
        at in 0_i64..2_000,
        later in 0_i64..20_000,
        left_out in vec(1_usize..10, 0..3),
    ) {
        let first_known = day(2024, 1, 1) + chrono::TimeDelta::days(at);
        let start = every.period_at(first_known + chrono::TimeDelta::days(later));
        let periods = std::iter::successors(Some(start), |it| Some(it.next()));
        let due: Vec<Day> = periods.take(10).map(|it| it.counterpart(first_known)).collect();
        let is_last = (first_known + chrono::TimeDelta::days(1)).day() == 1;
        let date = if is_last { 31 } else { first_known.day() };
        let date = u8::try_from(date).expect("a day of a month");
        let mut appointment = repeated(every, date, due[0]);
        appointment.ahead = vec![7, 1, 27];
        let without: Vec<Day> = left_out.iter().map(|at| due[*at]).collect();
        appointment.repeats.as_mut().expect("it comes back").without = without.clone();
        let mut expected = due;
        expected.retain(|day| !without.contains(day));
        for (found, ahead) in days_of_each(&appointment, expected.len()).iter().zip([0, 7, 1, 27]) {
            let ahead = chrono::Days::new(ahead);
            let expected: Vec<_> = expected.iter().map(|day| *day - ahead).collect();
            prop_assert_eq!(found, &expected);
        }
    }
}

#[test]
fn any_identity_is_one_that_every_calendar_takes() {
    let uid = |uid: &str| {
        let text = calendar("Sổ", &[appointment(uid, day(2026, 11, 14))], NOW);
        let line = text.lines().find(|line| line.starts_with("UID:"));
        line.expect("an identity").to_owned()
    };
    assert_eq!(uid("a_b-1.c%20"), "UID:a_b-1.c%20@so-tien-do");
    assert_eq!(
        uid("đ\r\nEND:VEVENT"),
        "UID:%C4%91%0D%0AEND%3AVEVENT@so-tien-do"
    );
}
