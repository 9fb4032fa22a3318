//! Deadlines: the words of the document, the rule that was used, the last day that is on time.

use super::Day;
use crate::json::{from_json, no_variant, variant};
use serde::Serialize;

/// A deadline as a plan states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Deadline {
    /// The phrase as written.
    pub words: String,
    pub rule: Rule,
    /// The day that a person set instead of the computed one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chosen: Option<Day>,
}

/// How the words become a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// "trước ngày X": X is the first day that is late. Luật 72/2025/QH15, art. 54, pairs
    /// "trước ngày 01/7" with "kể từ ngày 01/7" as the two halves of time.
    Before(Day),
    /// "chậm nhất", "đến hết", "xong trong ngày X": X still counts.
    By(Day),
    /// "trong tháng, quý, năm": the last day of that time, given here.
    Within(Day),
    /// Tied to something that has no day yet: "sau khi Nghị định được ban hành". It waits for the
    /// day that a person sets.
    Event,
    /// Without an end: "thường xuyên", "năm 2026 và các năm tiếp theo".
    Ongoing,
}

/// Whether "trước ngày X" leaves X out, as it is written, or takes it in, as many offices count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum BeforeDay {
    #[default]
    Excluded,
    Included,
}

impl Deadline {
    /// Returns the last day that is still on time; of a recurring task, in its first period.
    #[must_use]
    pub fn last_day(&self, before: BeforeDay) -> Option<Day> {
        self.chosen.or_else(|| self.rule.last_day(before))
    }
}

impl Rule {
    /// Returns the last day that is still on time by this rule.
    #[must_use]
    pub fn last_day(self, before: BeforeDay) -> Option<Day> {
        match (self, before) {
            (Self::Before(day), BeforeDay::Excluded) => Some(day.pred_opt().unwrap_or(day)),
            (Self::Before(day), BeforeDay::Included) | (Self::By(day) | Self::Within(day), _) => {
                Some(day)
            }
            (Self::Event | Self::Ongoing, _) => None,
        }
    }

    /// Returns the rule's name in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Before(_) => "before",
            Self::By(_) => "by",
            Self::Within(_) => "within",
            Self::Event => "event",
            Self::Ongoing => "ongoing",
        }
    }
}

from_json!(Deadline { words, rule; chosen });
from_json!(Rule: |json| {
    let (name, day) = variant(json)?;
    match name {
        "before" => Day::from_json(day).map(Self::Before),
        "by" => Day::from_json(day).map(Self::By),
        "within" => Day::from_json(day).map(Self::Within),
        "event" => Ok(Self::Event),
        "ongoing" => Ok(Self::Ongoing),
        _ => Err(no_variant()),
    }
});
from_json!(BeforeDay { "excluded" => Excluded, "included" => Included });

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> Day {
        Day::from_ymd_opt(y, m, d).expect("a day")
    }

    #[test]
    fn before_a_day_ends_on_the_day_before_also_over_month_ends() {
        let last = |y, m, d| Rule::Before(day(y, m, d)).last_day(BeforeDay::Excluded);
        assert_eq!(last(2018, 6, 12), Some(day(2018, 6, 11)));
        assert_eq!(last(2026, 3, 1), Some(day(2026, 2, 28)));
        assert_eq!(last(2028, 3, 1), Some(day(2028, 2, 29)));
        assert_eq!(last(2027, 1, 1), Some(day(2026, 12, 31)));
    }

    #[test]
    fn a_plan_may_count_the_named_day_and_a_person_may_set_another() {
        let mut deadline = Deadline {
            words: String::new(),
            rule: Rule::Before(day(2018, 6, 12)),
            chosen: None,
        };
        assert_eq!(
            deadline.last_day(BeforeDay::Included),
            Some(day(2018, 6, 12))
        );
        deadline.chosen = Some(day(2018, 6, 30));
        assert_eq!(
            deadline.last_day(BeforeDay::Excluded),
            Some(day(2018, 6, 30))
        );
        assert_eq!(
            Rule::By(day(2018, 6, 12)).last_day(BeforeDay::Excluded),
            Some(day(2018, 6, 12))
        );
        deadline.chosen = None;
        deadline.rule = Rule::Event;
        assert_eq!(deadline.last_day(BeforeDay::Excluded), None);
    }
}
