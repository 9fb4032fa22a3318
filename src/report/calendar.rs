//! Deadlines → a calendar file (iCalendar, RFC 5545) for phones, Outlook and Google Calendar.
//!
//! Whoever takes the file in again has the same events, brought up to date: each keeps its identity, and
//! a later file has a higher sequence number. Google Calendar drops the alarms of files that are taken in,
//! so that each reminder is an event of its own too, on its day.

use super::shown::plain;
use crate::domain::{Day, Moment, Recurrence, tidy_name};
use crate::words::days_left;
use chrono::{DateTime, Datelike, Days, Duration, Months, Utc};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, Property};
use serde::{Deserialize, Serialize};

/// What is due on a day, or again and again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// Its identity in every file that is ever made of it: letters, digits, `-` and `.`.
    pub uid: String,
    /// The last day on time, or the first such day.
    pub day: Day,
    pub title: String,
    pub details: String,
    /// How many days before it is reminded of, such as 7 and 1; less than 28.
    pub ahead: Vec<u8>,
    /// How often it comes back, without an end. Where the end is known, each period is an appointment.
    pub repeats: Option<Recurrence>,
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
    let uid = format!("{}@{SPACE}", appointment.uid);
    let mut event = event(appointment, &uid, &appointment.title, 0, now);
    for days in &appointment.ahead {
        let before = Duration::hours(i64::from(*days) * 24 - HOUR_OF_REMINDERS);
        let words = written(&days_left(*days, &appointment.title));
        let mut alarm = Alarm::display(&words, -before);
        // Without them the library would read the clock, and make an identity up.
        let alarm_uid = format!("{}-alarm-{days}@{SPACE}", appointment.uid);
        alarm.uid(&alarm_uid).timestamp(stamp(now));
        event.alarm(alarm);
    }
    event
}

fn reminder(appointment: &Appointment, days: u8, now: Moment) -> Event {
    let uid = format!("{}-{days}@{SPACE}", appointment.uid);
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
    if let Some(recurrence) = appointment.repeats {
        event.add_property("RRULE", rule(recurrence, appointment.day, before));
    }
    event
}

/// Writes how an event comes back, some days before a day that comes back itself.
///
/// A day that is the last of its month is the last of each, and days before it are counted from there.
/// In a month that is too short for a day, the rule takes its last; a reminder of such a day is then up to
/// two days late, in February alone.
fn rule(recurrence: Recurrence, day: Day, before: u8) -> String {
    let months = match recurrence {
        Recurrence::Monthly => 1,
        Recurrence::Quarterly => 3,
        Recurrence::HalfYearly => 6,
        Recurrence::Yearly => 12,
        Recurrence::Term => 60,
    };
    let before = i64::from(before);
    let place = if is_last_of_month(day) {
        format!("BYMONTHDAY=-{}", before + 1)
    } else {
        match i64::from(day.day()) - before {
            // Of the month before, counted from its end: 0 is its last day.
            at @ ..1 => format!("BYMONTHDAY={}", at - 1),
            29 => "BYMONTHDAY=28,29;BYSETPOS=-1".to_owned(),
            30 => "BYMONTHDAY=28,29,30;BYSETPOS=-1".to_owned(),
            at => format!("BYMONTHDAY={at}"),
        }
    };
    format!("FREQ=MONTHLY;INTERVAL={months};{place}")
}

fn is_last_of_month(day: Day) -> bool {
    let first = day
        .with_day(1)
        .and_then(|it| it.checked_add_months(Months::new(1)));
    first.is_none_or(|first| first.pred_opt() == Some(day))
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

fn written(text: &str) -> String {
    plain(text).chars().take(MOST_LETTERS).collect()
}
