//! Days, moments and countdowns in words.

use super::number;
use crate::domain::{
    BeforeDay, Countdown, Day, Deadline, Moment, Rule, day_in_vietnam, millis_until_midnight,
};
use chrono::{Datelike, Weekday};

/// Writes a day as dd/mm/yyyy.
#[must_use]
pub fn date(day: Day) -> String {
    format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year())
}

/// Says of a field which days it takes.
#[must_use]
pub fn days_within((first, last): (Day, Day)) -> String {
    format!("Chỉ nhận ngày từ {} đến {}.", date(first), date(last))
}

/// Says of something how many days are left for it: "Còn 7 ngày: …".
#[must_use]
pub fn days_left(days: u8, of: &str) -> String {
    format!("Còn {days} ngày: {of}")
}

/// Writes a day with its weekday: "Thứ Hai, 23/11/2026".
#[must_use]
pub fn weekday_date(day: Day) -> String {
    let weekday = match day.weekday() {
        Weekday::Mon => "Thứ Hai",
        Weekday::Tue => "Thứ Ba",
        Weekday::Wed => "Thứ Tư",
        Weekday::Thu => "Thứ Năm",
        Weekday::Fri => "Thứ Sáu",
        Weekday::Sat => "Thứ Bảy",
        Weekday::Sun => "Chủ nhật",
    };
    format!("{weekday}, {}", date(day))
}

/// Writes a moment by Vietnam's clock: "14:05 ngày 23/11/2026".
#[must_use]
pub fn moment(moment: Moment) -> String {
    let minutes = (24 * 60 * 60 * 1000 - millis_until_midnight(moment)) / 60_000;
    format!(
        "{:02}:{:02} ngày {}",
        minutes / 60,
        minutes % 60,
        date(day_in_vietnam(moment))
    )
}

/// Writes a countdown as a phrase.
#[must_use]
pub fn count_down(countdown: Countdown) -> String {
    match countdown {
        Countdown::Left(days) => format!("còn {} ngày", number(days)),
        Countdown::Today => "hôm nay là hạn cuối".to_owned(),
        Countdown::Over(days) => format!("quá hạn {} ngày", number(days)),
        Countdown::Done(day) => format!("xong ngày {}", date(day)),
        Countdown::NoDay => "không có hạn".to_owned(),
        Countdown::NotApplicable => "không áp dụng".to_owned(),
    }
}

/// The three lines of the calendar leaf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    pub head: &'static str,
    pub number: String,
    pub foot: String,
}

/// Writes a countdown on the calendar leaf.
#[must_use]
pub fn leaf(countdown: Countdown) -> Leaf {
    let (head, number, foot) = match countdown {
        Countdown::Left(days) => ("CÒN", number(days), "ngày".to_owned()),
        Countdown::Today => ("HÔM NAY", "0".to_owned(), "hạn cuối".to_owned()),
        Countdown::Over(days) => ("QUÁ HẠN", number(days), "ngày".to_owned()),
        Countdown::Done(day) => (
            "XONG",
            day.day().to_string(),
            format!("{}/{}", day.month(), day.year()),
        ),
        Countdown::NoDay => ("KHÔNG", "—".to_owned(), "có hạn".to_owned()),
        Countdown::NotApplicable => ("KHÔNG", "·".to_owned(), "áp dụng".to_owned()),
    };
    Leaf { head, number, foot }
}

/// Writes a deadline: the document's words, and the last day on time with the reason for it.
#[must_use]
pub fn deadline(deadline: &Deadline, before: BeforeDay) -> String {
    let words = &deadline.words;
    let Some(last) = deadline.last_day(before) else {
        return format!("{words} ({})", rule(deadline.rule, before));
    };
    let reason = match deadline.chosen {
        Some(_) => "do đơn vị đặt lại",
        None => rule(deadline.rule, before),
    };
    format!("{words} – ngày cuối đúng hạn: {} ({reason})", date(last))
}

/// Says how the words of a deadline become its last day.
#[must_use]
pub fn rule(rule: Rule, before: BeforeDay) -> &'static str {
    match (rule, before) {
        (Rule::Before(_), BeforeDay::Excluded) => "“trước ngày” không tính ngày đó",
        (Rule::Before(_), BeforeDay::Included) => "kế hoạch này tính cả ngày đó",
        (Rule::By(_), _) => "tính cả ngày đó",
        (Rule::Within(_), _) => "ngày cuối của thời gian đó",
        (Rule::Event, _) => "chờ đơn vị đặt ngày",
        (Rule::Ongoing, _) => "thường xuyên, không có ngày cuối",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> Day {
        Day::from_ymd_opt(y, m, d).expect("a day")
    }

    #[test]
    fn countdowns_read_as_people_speak() {
        let said = [
            Countdown::Left(12),
            Countdown::Today,
            Countdown::Over(3_086),
        ]
        .map(count_down);
        assert_eq!(
            said,
            ["còn 12 ngày", "hôm nay là hạn cuối", "quá hạn 3.086 ngày"]
        );
    }

    #[test]
    fn days_and_moments_are_vietnamese() {
        assert_eq!(weekday_date(day(2026, 11, 22)), "Chủ nhật, 22/11/2026");
        // 17:30 UTC is half past midnight of the next day in Vietnam.
        assert_eq!(moment(1_795_455_000_000), "00:30 ngày 24/11/2026");
    }

    #[test]
    fn a_deadline_tells_its_words_its_day_and_why() {
        let asked = Deadline {
            words: "Trước ngày 12/6/2018".to_owned(),
            rule: Rule::Before(day(2018, 6, 12)),
            chosen: None,
        };
        assert_eq!(
            deadline(&asked, BeforeDay::Excluded),
            "Trước ngày 12/6/2018 – ngày cuối đúng hạn: 11/06/2018 (“trước ngày” không tính ngày đó)"
        );
    }
}
