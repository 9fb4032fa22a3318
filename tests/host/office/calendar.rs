//! Calendar files, as another library reads them and counts their days.

use super::sample::day;
use calcard::common::timezone::Tz;
use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarProperty};
use so_tien_do::domain::{Day, Moment, Recurrence};
use so_tien_do::report::{Appointment, calendar};

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
            "96-kh-hu.ii-2-7@so-tien-do",
            "96-kh-hu.ii-2-1@so-tien-do"
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

/// The days of the next periods, and of the events ahead of them.
fn check_repeats(recurrence: Recurrence, first: Day, due: &[Day]) {
    let mut repeated = appointment("a", first);
    repeated.repeats = Some(recurrence);
    let calendar = parsed(&calendar("Sổ", &[repeated], NOW));
    let is_event = |id: &u32| calendar.components[*id as usize].component_type.is_event();
    let events: Vec<u32> = (0..=u32::MAX)
        .take(calendar.components.len())
        .filter(is_event)
        .collect();
    assert_eq!(events.len(), 3);
    for (event, ahead) in events.iter().zip([0, 7, 1]) {
        // One alone, since the count of days is of all together.
        let mut alone = calendar.clone();
        let others: Vec<_> = events.iter().filter(|it| *it != event).copied().collect();
        alone.remove_component_ids(&others);
        let expected: Vec<_> = due
            .iter()
            .map(|day| *day - chrono::Days::new(ahead))
            .collect();
        let mut found = days(&alone, due.len());
        found.truncate(due.len());
        assert_eq!(found, expected, "{recurrence:?}, {ahead} days ahead");
    }
}

#[test]
fn what_comes_back_comes_back_on_the_right_days() {
    check_repeats(
        Recurrence::Monthly,
        day(2026, 11, 14),
        &[day(2026, 11, 14), day(2026, 12, 14), day(2027, 1, 14)],
    );
    // The reminder lies in the month before.
    check_repeats(
        Recurrence::Monthly,
        day(2027, 1, 5),
        &[day(2027, 1, 5), day(2027, 2, 5), day(2027, 3, 5)],
    );
    check_repeats(
        Recurrence::Quarterly,
        day(2026, 12, 31),
        &[day(2026, 12, 31), day(2027, 3, 31), day(2027, 6, 30)],
    );
    check_repeats(
        Recurrence::HalfYearly,
        day(2026, 12, 14),
        &[day(2026, 12, 14), day(2027, 6, 14)],
    );
    check_repeats(
        Recurrence::Yearly,
        day(2027, 2, 28),
        &[day(2027, 2, 28), day(2028, 2, 29), day(2029, 2, 28)],
    );
    check_repeats(
        Recurrence::Term,
        day(2030, 6, 30),
        &[day(2030, 6, 30), day(2035, 6, 30)],
    );
}

#[test]
fn a_month_too_short_for_a_day_has_its_last() {
    let mut repeated = appointment("a", day(2027, 1, 30));
    repeated.repeats = Some(Recurrence::Monthly);
    repeated.ahead.clear();
    let text = calendar("Sổ", &[repeated], NOW);
    assert_eq!(
        days(&parsed(&text), 3),
        [day(2027, 1, 30), day(2027, 2, 28), day(2027, 3, 30)]
    );
}
