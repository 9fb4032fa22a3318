//! Deadlines → a calendar file (iCalendar, RFC 5545) for phones, Outlook and Google Calendar.
//!
//! Whoever takes the file in again has the same events, brought up to date: each keeps its identity, and
//! a later file has a higher sequence number. Google Calendar drops the alarms of files that are taken in,
//! so that each reminder is an event of its own too, on its day.

use super::shown::plain;
use crate::domain::{Day, Moment, Recurrence, tidy_name};
use crate::words::days_left;
use chrono::{DateTime, Datelike, Days, Duration, Utc};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, Property};
use serde::{Deserialize, Serialize};

/// What is due on a day, or again and again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// Its identity in every file that is ever made of it: letters and digits of ASCII, `-`, `.`, `_` and `%`;
    /// anything else is written as [`identity`] writes it.
    pub uid: String,
    /// The last day on time, or the first such day.
    pub day: Day,
    pub title: String,
    pub details: String,
    /// How many days before it is reminded of, such as 7 and 1; less than 28.
    pub ahead: Vec<u8>,
    /// How it comes back, without an end. Where the end is known, each period is an appointment.
    pub repeats: Option<Repeats>,
}

/// How an appointment comes back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repeats {
    pub every: Recurrence,
    /// On which day of its month, from 1 to 30, or [`Repeats::LAST_OF_MONTH`]. A month that is too short for
    /// the day has its last instead.
    pub day_of_month: u8,
    /// Days that are left out.
    pub without: Vec<Day>,
}

impl Repeats {
    /// The last day of each month, however long that is.
    pub const LAST_OF_MONTH: u8 = 31;
}

/// Keeps these events apart from those of other programs.
const SPACE: &str = "so-tien-do";
/// A calendar shows a few lines; and the library takes a time that grows with the square of a text.
const MOST_LETTERS: usize = 2_000;
/// Reminders come at eight in the morning, not at midnight.
const HOUR_OF_REMINDERS: i64 = 8;

/// Writes appointments as the text of an .ics file, under a name, as of a moment.
///
/// The same appointments at the same moment give the same text.
#[must_use]
pub fn calendar(name: &str, appointments: &[Appointment], now: Moment) -> String {
    let mut calendar = Calendar::empty();
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//so-tien-do//VI"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ] {
        calendar.append_property(Property::new(key, value));
    }
    calendar.name(&tidy_name(name));
    for appointment in appointments {
        calendar.push(due(appointment, now));
        for days in &appointment.ahead {
            calendar.push(reminder(appointment, *days, now));
        }
    }
    calendar.to_string()
}

fn due(appointment: &Appointment, now: Moment) -> Event {
    let uid = format!("{}@{SPACE}", identity(&appointment.uid));
    let mut event = event(appointment, &uid, &appointment.title, 0, now);
    for days in &appointment.ahead {
        let before = Duration::hours(i64::from(*days) * 24 - HOUR_OF_REMINDERS);
        let words = written(&days_left(*days, &appointment.title));
        let mut alarm = Alarm::display(&words, -before);
        // Without them the library would read the clock, and make an identity up.
        let alarm_uid = format!("{}~alarm-{days}@{SPACE}", identity(&appointment.uid));
        alarm.uid(&alarm_uid).timestamp(stamp(now));
        event.alarm(alarm);
    }
    event
}

fn reminder(appointment: &Appointment, days: u8, now: Moment) -> Event {
    let uid = format!("{}~{days}@{SPACE}", identity(&appointment.uid));
    let title = days_left(days, &appointment.title);
    event(appointment, &uid, &title, days, now)
}

/// An event of a whole day, some days before the appointment's.
fn event(appointment: &Appointment, uid: &str, title: &str, before: u8, now: Moment) -> Event {
    let day = days_before(appointment.day, before);
    let mut event = Event::new();
    event
        .uid(uid)
        .timestamp(stamp(now))
        .sequence(sequence(now))
        .summary(&written(title))
        .description(&written(&appointment.details))
        .starts(day)
        // The day after is the first that no longer belongs to it.
        .ends(day.succ_opt().unwrap_or(day))
        // Nobody is busy all day for a deadline.
        .add_property("TRANSP", "TRANSPARENT");
    if let Some(repeats) = &appointment.repeats {
        event.add_property("RRULE", rule(repeats, appointment.day, before));
        for without in &repeats.without {
            let day = days_before(*without, before).format("%Y%m%d").to_string();
            let mut property = Property::new("EXDATE", day);
            event.append_multi_property(property.add_parameter("VALUE", "DATE").done());
        }
    }
    event
}

/// Writes how an event comes back, some days before a day that comes back itself.
fn rule(repeats: &Repeats, day: Day, before: u8) -> String {
    let months = match repeats.every {
        Recurrence::Monthly => 1,
        Recurrence::Quarterly => 3,
        Recurrence::HalfYearly => 6,
        Recurrence::Yearly => 12,
        Recurrence::Term => 60,
    };
    let event = days_before(day, before);
    let is_in_february = |it: Day| it.month() == 2;
    let is_last = repeats.day_of_month > 28;
    // February aside, every year has the same days; and Outlook knows no other day counted from the end of a
    // month than the last.
    if months % 12 == 0 && !(is_in_february(day) && is_last) && !is_in_february(event) {
        let (month, date) = (event.month(), event.day());
        let years = months / 12;
        return format!("FREQ=YEARLY;INTERVAL={years};BYMONTH={month};BYMONTHDAY={date}");
    }
    let before = i64::from(before);
    let place = match i64::from(repeats.day_of_month) {
        31.. => format!("BYMONTHDAY=-{}", before + 1),
        // The day before the 30th, or before the last where there is no 30th, whichever comes first.
        date @ 29.. => format!("BYMONTHDAY={},-{};BYSETPOS=1", date - before, before + 1),
        date if date > before => format!("BYMONTHDAY={}", date - before),
        // Of the month before, counted from its end.
        date => format!("BYMONTHDAY=-{}", before - date + 1),
    };
    format!("FREQ=MONTHLY;INTERVAL={months};{place}")
}

fn days_before(day: Day, days: u8) -> Day {
    day.checked_sub_days(Days::new(days.into())).unwrap_or(day)
}

fn stamp(now: Moment) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(now).unwrap_or_default()
}

/// Minutes since 1970: grows with time, and stays within the 31 bits that programs expect.
fn sequence(now: Moment) -> u32 {
    u32::try_from(now / 60_000).unwrap_or(0)
}

/// Writes an identity as every calendar takes it: what is no letter or digit of ASCII, `-`, `.`, `_` or `%` as the
/// hexadecimal numbers of its bytes. Writing it again changes nothing.
pub(super) fn identity(text: &str) -> String {
    let mut written = String::new();
    for byte in text.bytes().take(MOST_LETTERS) {
        if byte.is_ascii_alphanumeric() || b"-._%".contains(&byte) {
            written.push(char::from(byte));
        } else {
            written.push_str(&format!("%{byte:02X}"));
        }
    }
    written
}

fn written(text: &str) -> String {
    plain(text).chars().take(MOST_LETTERS).collect()
}
