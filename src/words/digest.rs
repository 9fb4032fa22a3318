//! The overview for a chat: as a text, and as what its picture says.

use super::brief::{plan, shortened};
use super::overview::{self, rate, sign};
use super::{count, date, number, paper, standing, task_path};
use crate::domain::{Standing, capitalised};
use crate::view::{Bar, Block, Counts, Digest, Due, Shares, Tile, Told, Tone};

pub const HAND_OUT: &str = "Gửi và in số liệu";
pub const COPY: &str = "Chép số liệu";
pub const COPIED: &str = "Đã chép số liệu. Dán vào Zalo hoặc e-mail để gửi.";
pub const TEXT: &str = "Số liệu để gửi";
pub const SAVE_PICTURE: &str = "Lưu ảnh";
pub const SHARE_PICTURE: &str = "Chia sẻ ảnh";
pub const SAVED: &str = "Đã lưu ảnh về máy. Ảnh nằm trong thư mục tải về.";
pub const SHARED: &str = "Đã chuyển ảnh cho ứng dụng bạn chọn.";
pub const NO_PICTURE: &str = "Chưa làm được ảnh. Hãy chép số liệu rồi gửi.";

const MOST_NAMES: usize = 5;
const MOST_OVERDUE: usize = 3;
const MOST_BARS: usize = 12;
const LONGEST_NAME: usize = 60;
const LONGEST_ACTION: usize = 70;

/// The four official numbers, as they are told everywhere.
fn official(counts: Counts) -> [(Standing, Tone, usize); 4] {
    [
        (Standing::DoneOnTime, Tone::Green, counts.done_on_time),
        (Standing::DoneLate, Tone::Gold, counts.done_late),
        (Standing::InTime, Tone::Indigo, counts.in_time),
        (Standing::Overdue, Tone::Lacquer, counts.overdue),
    ]
}

/// Writes the figures as a text. `period` names the time that they are of, where it is not the running one.
#[must_use]
pub fn text(digest: &Digest, period: Option<&str>) -> String {
    let mut lines = vec![paper::overview(&digest.plan_name)];
    lines.extend(below(digest, period));
    let numbers = official(digest.counts);
    lines.extend(
        numbers.map(|(it, _, all)| format!("{} {}: {}", sign(it), standing(it), count(all))),
    );
    lines.push(overview::without_day(digest.counts));
    lines.push(overview::rate_of_due(digest.counts));
    lines.push(overview::rate_of_all(digest.counts));
    lines.push(silent(digest));
    if !digest.overdue.is_empty() {
        lines.push("Quá hạn lâu nhất:".to_owned());
    }
    let overdue = digest.overdue.iter().take(MOST_OVERDUE);
    lines.extend(overdue.map(|due| late(due, digest)));
    if digest.overdue.len() > MOST_OVERDUE {
        let left = digest.overdue.len() - MOST_OVERDUE;
        lines.push(format!("… và {} việc khác", count(left)));
    }
    lines.join("\n")
}

/// Says what the picture says.
#[must_use]
pub fn told(digest: &Digest, period: Option<&str>) -> Told {
    let tile = |(it, tone, all): (Standing, Tone, usize)| Tile {
        tone,
        sign: sign(it).to_owned(),
        number: count(all),
        word: standing(it).to_owned(),
    };
    let counts = digest.counts;
    let (done, due) = (counts.done(), counts.done() + counts.overdue);
    let share = |of: &str, whole: usize| {
        let said = format!("hoàn thành {of} ({}/{})", count(done), count(whole));
        (rate(done, whole), said)
    };
    let (shares, mut bars, what) = match &digest.shares {
        Shares::Units(units) => {
            let units = units.iter().map(|(name, counts)| bar(name, *counts));
            ("Theo đơn vị", units.collect::<Vec<_>>(), "đơn vị")
        }
        Shares::Groups { blocks, .. } => {
            let blocks = blocks.iter().map(|it| bar(&group(it), it.counts));
            (overview::BY_GROUP, blocks.collect(), "khối")
        }
    };
    let left = bars.len().saturating_sub(MOST_BARS);
    bars.truncate(MOST_BARS);
    let rest = (left > 0).then(|| format!("và {} {what} khác", count(left)));
    let overlap = matches!(digest.shares, Shares::Groups { overlap: true, .. });
    let overlap = overlap
        .then(|| "Có đơn vị thuộc nhiều khối, nên cộng các khối lại nhiều hơn tổng số.".to_owned());
    let tones = [
        Tone::Green,
        Tone::Gold,
        Tone::Indigo,
        Tone::Lacquer,
        Tone::Grey,
    ];
    let key = tones.into_iter().zip(overview::KEY);
    Told {
        title: [paper::OVERVIEW.to_owned(), plan(&digest.plan_name)],
        below: below(digest, period),
        tiles: official(counts).map(tile).into(),
        rates: vec![
            share("trên số đã đến hạn", due),
            share("trên tổng số", counts.all()),
        ],
        said: vec![overview::without_day(counts), silent(digest)],
        shares: shares.to_owned(),
        key: key
            .map(|(tone, (_, name))| (tone, name.to_owned()))
            .collect(),
        bars,
        notes: rest.into_iter().chain(overlap).collect(),
    }
}

fn below(digest: &Digest, period: Option<&str>) -> Vec<String> {
    let (shown, all) = digest.units;
    let of = format!(
        "Số liệu đến ngày {}: {} đơn vị, tổng số {} nhiệm vụ",
        date(digest.today),
        count(shown),
        count(digest.counts.all())
    );
    let period = period.map(|period| format!("{}: {period}", overview::PERIOD));
    let lines = [Some(of), paper::chosen(shown, all), period];
    lines.into_iter().flatten().collect()
}

fn silent(digest: &Digest) -> String {
    let all = digest.silent.len();
    if all == 0 {
        return "Mọi đơn vị đã báo cáo.".to_owned();
    }
    let names = digest.silent.iter().take(MOST_NAMES);
    let mut names: Vec<String> = names.map(|name| shortened(name, LONGEST_NAME)).collect();
    if all > MOST_NAMES {
        names.push(format!("và {} đơn vị khác", count(all - MOST_NAMES)));
    }
    format!(
        "{} {} đơn vị: {}",
        overview::SILENT,
        count(all),
        names.join("; ")
    )
}

fn late(due: &Due, digest: &Digest) -> String {
    let action = capitalised(&due.action);
    let action = shortened(
        action.trim_end_matches(['.', ';', ',', ' ']),
        LONGEST_ACTION,
    );
    format!(
        "- {} {action} – hạn {}, quá {} ngày, {}",
        task_path(&due.path),
        date(due.day),
        number((digest.today - due.day).num_days()),
        overview::owing(due.owing)
    )
}

fn bar(name: &str, counts: Counts) -> Bar {
    let late = (counts.overdue > 0).then(|| format!(" · quá hạn {}", count(counts.overdue)));
    let said = format!(
        "xong {}{}",
        overview::total(counts),
        late.unwrap_or_default()
    );
    let [on_time, late, in_time, overdue] = official(counts).map(|(_, tone, all)| (tone, all));
    let done = (on_time.0, on_time.1 + counts.done_without_day);
    let open = (Tone::Grey, counts.open_without_day);
    Bar {
        name: shortened(name, LONGEST_NAME),
        said,
        parts: vec![done, late, in_time, overdue, open],
    }
}

fn group(block: &Block) -> String {
    match block.group {
        Some(_) => block.name.clone(),
        None => overview::NO_GROUP.to_owned(),
    }
}
