//! Today, as the whole country counts it.

use super::Day;
use crate::json::{ByText, Fault, FromJson, Json, text};
use chrono::{DateTime, FixedOffset};
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use std::borrow::Cow;

/// A point in time: milliseconds since 1 January 1970, UTC.
pub type Moment = i64;

const MILLIS_PER_HOUR: i64 = 60 * 60 * 1000;
/// `Asia/Ho_Chi_Minh`: UTC+7 all year, without daylight saving.
const HOURS_EAST: i32 = 7;

/// Returns the date in `Asia/Ho_Chi_Minh`, whatever zone the device is set to.
///
/// A moment outside the calendar's range gives its nearest end.
#[must_use]
pub fn day_in_vietnam(moment: Moment) -> Day {
    local(moment).map_or_else(
        || if moment < 0 { Day::MIN } else { Day::MAX },
        |time| time.date_naive(),
    )
}

/// Returns how many milliseconds are left of the day in `Asia/Ho_Chi_Minh`; at least 1.
#[must_use]
pub fn millis_until_midnight(moment: Moment) -> i64 {
    let day = 24 * MILLIS_PER_HOUR;
    let into_day = moment
        .saturating_add(i64::from(HOURS_EAST) * MILLIS_PER_HOUR)
        .rem_euclid(day);
    day - into_day
}

fn local(moment: Moment) -> Option<DateTime<FixedOffset>> {
    let zone = FixedOffset::east_opt(HOURS_EAST * 3600)?;
    let time = DateTime::from_timestamp_millis(moment)?;
    // Adding the offset overflows at the calendar's very ends.
    time.naive_utc().checked_add_offset(zone)?;
    Some(time.with_timezone(&zone))
}

/// Reads a day as files and date fields write it: 2026-11-23.
#[must_use]
pub fn day_from_iso(text: &str) -> Option<Day> {
    if let Some(day) = in_ten_letters(text) {
        return Some(day);
    }
    let mut parts = text.rsplitn(3, '-');
    let (day, month) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Day::from_ymd_opt(parts.next()?.parse().ok()?, month, day)
}

/// Reads a day of a year of four figures; there may be many thousands of them.
fn in_ten_letters(text: &str) -> Option<Day> {
    let number = |figures: &[u8]| {
        figures.iter().try_fold(0_u16, |number, figure| {
            let figure = figure.checked_sub(b'0').filter(|it| *it < 10)?;
            Some(10 * number + u16::from(figure))
        })
    };
    match text.as_bytes() {
        [year @ .., b'-', m, n, b'-', d, e] if year.len() == 4 => {
            let (month, day) = (number(&[*m, *n])?, number(&[*d, *e])?);
            Day::from_ymd_opt(number(year)?.into(), month.into(), day.into())
        }
        _ => None,
    }
}

impl FromJson for Day {
    fn from_json(json: &Json) -> Result<Self, Fault> {
        day_from_iso(text(json)?).ok_or_else(|| "no day".to_owned())
    }
}

/// Reads a day without a tree.
pub(crate) fn day_in_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
    deserializer.deserialize_str(ByText(|text| {
        day_from_iso(text).ok_or_else(|| "no day".to_owned())
    }))
}

/// Reads a day that may be missing.
pub(crate) fn day_or_none<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Day>, D::Error> {
    let text: Option<Cow<'de, str>> = Deserialize::deserialize(deserializer)?;
    let day = |text: Cow<'de, str>| day_from_iso(&text).ok_or_else(|| D::Error::custom("no day"));
    text.map(day).transpose()
}

/// Returns the moment at which a day begins in `Asia/Ho_Chi_Minh`.
#[cfg(test)]
pub(crate) fn moment_at(day: Day, hour: u32, minute: u32) -> Moment {
    let local = day.and_hms_opt(hour, minute, 0).expect("a time of day");
    local.and_utc().timestamp_millis() - i64::from(HOURS_EAST) * MILLIS_PER_HOUR
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> Day {
        Day::from_ymd_opt(y, m, d).expect("a day")
    }

    #[test]
    fn the_day_turns_at_seven_hours_before_utc_midnight() {
        for date in [day(2026, 2, 28), day(2028, 2, 29), day(2026, 12, 31)] {
            for (hour, minute) in [(0, 0), (6, 59), (7, 0), (12, 30), (23, 59)] {
                assert_eq!(
                    day_in_vietnam(moment_at(date, hour, minute)),
                    date,
                    "{hour}:{minute}"
                );
            }
            let next = date.succ_opt().expect("a next day");
            assert_eq!(day_in_vietnam(moment_at(date, 23, 59) + 60_000), next);
        }
    }

    #[test]
    fn days_are_read_as_they_are_written() {
        for date in [
            day(2026, 11, 3),
            day(9, 2, 28),
            day(-4, 2, 29),
            day(12_026, 1, 31),
            Day::MAX,
        ] {
            assert_eq!(day_from_iso(&date.to_string()), Some(date));
        }
        assert_eq!(day_from_iso("2026-1-5"), Some(day(2026, 1, 5)));
        for odd in [
            "",
            "2026-02-30",
            "2026-1x-05",
            "2026/01/05",
            "20260-1-05x",
            "2026-01-05 ",
        ] {
            assert_eq!(day_from_iso(odd), None, "{odd}");
        }
    }

    #[test]
    fn what_is_left_of_the_day_leads_to_the_next() {
        for millis in [0, 1, -1, 1_795_000_000_123, -86_400_001] {
            let left = millis_until_midnight(millis);
            assert!(left > 0);
            assert_eq!(day_in_vietnam(millis + left - 1), day_in_vietnam(millis));
            assert_ne!(day_in_vietnam(millis + left), day_in_vietnam(millis));
        }
    }

    #[test]
    fn moments_beyond_the_calendar_are_bounded() {
        assert_eq!(day_in_vietnam(i64::MAX), Day::MAX);
        assert_eq!(day_in_vietnam(i64::MIN), Day::MIN);
        assert!(millis_until_midnight(i64::MAX) > 0);
    }
}
