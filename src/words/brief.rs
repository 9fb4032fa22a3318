//! A unit's report in few words, for a chat: plain text, as Zalo shows it.

use super::overview::rate;
use super::{date, number, task_path};
use crate::domain::{capitalised, legible};
use crate::view::{Brief, Counts, Owed};

/// The most letters of a brief: more than that nobody reads in a chat.
const MOST: usize = 1_200;
const MOST_OVERDUE: usize = 5;
const LONGEST_NAME: usize = 100;
const LONGEST_ACTION: usize = 70;
const LONGEST_REMARK: usize = 160;

/// Writes the brief.
#[must_use]
pub fn text(brief: &Brief) -> String {
    let mut page = Page(String::new());
    page.line(&shortened(&brief.unit, LONGEST_NAME));
    page.line(&format!(
        "Tiến độ thực hiện {}, đến ngày {}",
        plan(&brief.plan_name),
        date(brief.today)
    ));
    page.numbers(brief.counts);
    let overdue = brief.overdue.iter();
    let overdue = overdue.map(|owed| late(owed, brief)).collect();
    page.list("Quá hạn chưa xong:", overdue, MOST_OVERDUE);
    page.list(
        "Khó khăn, vướng mắc:",
        remarks(&brief.difficulties),
        usize::MAX,
    );
    page.list("Đề xuất, kiến nghị:", remarks(&brief.proposals), usize::MAX);
    page.0
}

/// Names a plan within a sentence: "Kế hoạch 96-KH/HU".
pub(super) fn plan(name: &str) -> String {
    let name = shortened(name, LONGEST_NAME);
    if name.to_lowercase().starts_with("kế hoạch") {
        name
    } else {
        format!("Kế hoạch {name}")
    }
}

/// Names a duty in few words: "III.1 Tổ chức quán triệt …".
pub(super) fn duty(owed: &Owed) -> String {
    let action = capitalised(&owed.action);
    let action = action.trim_end_matches(['.', ';', ',', ' ']);
    format!(
        "{} {}",
        task_path(&owed.path),
        shortened(action, LONGEST_ACTION)
    )
}

fn late(owed: &Owed, brief: &Brief) -> String {
    let days = (brief.today - owed.day).num_days();
    format!(
        "{} – hạn {}, quá {} ngày",
        duty(owed),
        date(owed.day),
        number(days)
    )
}

fn remarks(told: &[(String, String)]) -> Vec<String> {
    let remark = |(path, text): &(String, String)| {
        format!("{}: {}", task_path(path), shortened(text, LONGEST_REMARK))
    };
    told.iter().map(remark).collect()
}

/// Cuts a text at a blank, so that it is not longer than so many letters. One line stays one line.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let text = legible(text);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let cut: String = text.chars().take(most.saturating_sub(2)).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(cut, _)| cut);
    format!("{} …", cut.trim_end_matches([',', ';', '.', ' ']))
}

struct Page(String);

impl Page {
    fn line(&mut self, line: &str) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(line);
    }

    fn numbers(&mut self, counts: Counts) {
        let done = counts.done_on_time + counts.done_late;
        let open = counts.in_time + counts.overdue;
        let parts = |all: usize, in_time: &str, first: usize, late: usize| {
            if all == 0 {
                return String::new();
            }
            format!(", trong đó {in_time} {first}, quá hạn {late}")
        };
        self.line(&format!(
            "Tổng số nhiệm vụ: {}. Có hạn {}: đã hoàn thành {done}{}; chưa hoàn thành {open}{}.",
            counts.all(),
            done + open,
            parts(done, "đúng hạn", counts.done_on_time, counts.done_late),
            parts(open, "trong hạn", counts.in_time, counts.overdue),
        ));
        let without = counts.done_without_day + counts.open_without_day;
        if without > 0 {
            self.line(&format!(
                "Không có hạn {without}: đã hoàn thành {}, chưa hoàn thành {}.",
                counts.done_without_day, counts.open_without_day
            ));
        }
        self.line(&format!(
            "Tỷ lệ hoàn thành: {} ({}/{}).",
            rate(counts.done(), counts.all()),
            counts.done(),
            counts.all()
        ));
    }

    /// Adds a list, as much of it as there is room for; tells how many are left out.
    fn list(&mut self, head: &str, items: Vec<String>, most: usize) {
        if items.is_empty() {
            return;
        }
        let all = items.len();
        let mut room = MOST.saturating_sub(self.0.chars().count() + head.chars().count() + 2);
        let rest = |left: usize| format!("… và {left} việc khác");
        // The line that tells of the rest must find room at any time.
        room = room.saturating_sub(rest(all).chars().count() + 1);
        let fits = |item: &String| {
            let needed = item.chars().count() + 3;
            let is_room = needed <= room;
            room = room.saturating_sub(needed);
            is_room
        };
        let shown: Vec<String> = items.into_iter().take(most).take_while(fits).collect();
        let line = |item: &String| format!("- {item}");
        let mut lines: Vec<String> = shown.iter().map(line).collect();
        if shown.len() < all {
            lines.push(rest(all - shown.len()));
        }
        if self.0.chars().count() + head.chars().count() + 30 > MOST {
            return;
        }
        self.line(head);
        for line in lines {
            self.line(&line);
        }
    }
}
