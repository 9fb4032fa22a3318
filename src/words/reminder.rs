//! Reminders: texts to be sent to units that are late or silent.

use super::brief::{duty, plan};
use super::{date, number};
use crate::domain::{Day, Round, legible};
use crate::view::{Owed, Reminder};

/// The most duties that one reminder names.
const MOST_DUTIES: usize = 10;

/// Writes the reminder of one unit.
#[must_use]
pub fn text(reminder: &Reminder) -> String {
    let name = legible(&reminder.unit.name);
    let mut lines = vec![format!("Kính gửi {name}:")];
    lines.push(standing(reminder));
    let named = |owed: &Owed, word: &str| format!("- {} – {word} {}", duty(owed), date(owed.day));
    let overdue = reminder.overdue.iter().map(|owed| {
        let days = number((reminder.today - owed.day).num_days());
        format!("{}, quá {days} ngày", named(owed, "hạn"))
    });
    let soon = reminder.soon.iter().map(|owed| named(owed, "sắp đến hạn"));
    let duties: Vec<String> = overdue.chain(soon).collect();
    lines.extend(duties.iter().take(MOST_DUTIES).cloned());
    if duties.len() > MOST_DUTIES {
        lines.push(format!("… và {} việc khác", duties.len() - MOST_DUTIES));
    }
    lines.push(request(reminder.round.as_ref(), reminder.today));
    lines.join("\n")
}

/// Writes one reminder for all.
#[must_use]
pub fn common(reminders: &[Reminder]) -> String {
    let Some(first) = reminders.first() else {
        return String::new();
    };
    let mut lines = vec![format!(
        "Theo {}, đến ngày {} các đơn vị sau còn nhiệm vụ quá hạn hoặc chưa gửi báo cáo:",
        plan(&first.plan_name),
        date(first.today)
    )];
    let line = |(at, reminder): (usize, &Reminder)| {
        let name = legible(&reminder.unit.name);
        format!("{}. {name}: {}", at + 1, state(reminder))
    };
    lines.extend(reminders.iter().enumerate().map(line));
    lines.push(request(first.round.as_ref(), first.today));
    lines.join("\n")
}

/// What a unit is behind with, in a few words.
#[must_use]
pub fn state(reminder: &Reminder) -> String {
    let count = |count: usize, name: &str| (count > 0).then(|| format!("{count} nhiệm vụ {name}"));
    let told = [
        count(reminder.overdue.len(), "quá hạn"),
        count(reminder.soon.len(), "sắp đến hạn"),
        reminder.is_silent.then(|| "chưa gửi báo cáo".to_owned()),
    ];
    told.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn standing(reminder: &Reminder) -> String {
    let since = format!(
        "Theo {}, đến ngày {}",
        plan(&reminder.plan_name),
        date(reminder.today)
    );
    let (overdue, soon) = (reminder.overdue.len(), reminder.soon.len());
    let report = if reminder.is_silent {
        " và chưa gửi báo cáo"
    } else {
        ""
    };
    match (overdue, soon) {
        (0, 0) => format!("{since}, đơn vị chưa gửi báo cáo."),
        (_, 0) => format!("{since}, đơn vị còn {overdue} nhiệm vụ quá hạn{report}:"),
        (0, _) => format!("{since}, đơn vị còn {soon} nhiệm vụ sắp đến hạn{report}:"),
        _ => format!(
            "{since}, đơn vị còn {overdue} nhiệm vụ quá hạn, {soon} nhiệm vụ sắp đến hạn{report}:"
        ),
    }
}

/// What is asked for, by when, and where it goes.
fn request(round: Option<&Round>, today: Day) -> String {
    let request = "Đề nghị cập nhật kết quả và gửi báo cáo";
    let Some(round) = round else {
        return format!("{request}.");
    };
    let late = (today - round.by).num_days();
    let by = date(round.by);
    let until = if late > 0 {
        format!(
            "{request} ngay (hạn gửi ngày {by}, đã quá {} ngày)",
            number(late)
        )
    } else {
        format!("{request} chậm nhất ngày {by}")
    };
    if round.to.is_empty() {
        format!("{until}.")
    } else {
        format!("{until}; gửi về {}.", legible(&round.to))
    }
}
