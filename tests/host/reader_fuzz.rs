//! Odd texts: whatever is read, nothing is lost, made up, or gone through for ever.

use crate::cases::{check, share};
use crate::reader::{fault, letters, letters_of_source, samples};
use proptest::prelude::*;
use so_tien_do::domain::Block;
use so_tien_do::reader::read;
use std::sync::LazyLock;

/// The golden plans, each by its lines.
static PLANS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    samples()
        .iter()
        .map(|sample| sample.text.lines().map(str::to_owned).collect())
        .collect()
});

/// Pieces that mean something to the reader, and signs that may confuse it.
#[rustfmt::skip]
const PIECES: [&str; 72] = [
    "\n", "\n\n", "\r\n", " ", "    ", "\t", "\u{a0}", "\u{feff}", "\u{200b}", "\u{301}", "\u{1F1FB}\u{1F1F3}", "\u{202e}",
    "|", "| ", "||", "<br>", "**", "*", "- ", "-", "+ ", "• ", "(", ")", "(1) ", "[", "“", "…", ".", ";", ":", ",", "/",
    "I. ", "II- ", "A. ", "1. ", "1.1. ", "1/ ", "a) ", "đ) ", "Điều 1. ", "PHẦN THỨ BA\n", "Chương I\n", "PHỤ LỤC\n",
    "KẾ HOẠCH\n", "QUYẾT ĐỊNH:\n", "Số: 12/KH-UBND", "Nơi nhận:\n", "TM. ỦY BAN\n", "CHỦ TỊCH\n", "Trần Văn B", "Căn cứ ",
    "Phòng A", "các xã, phường", "Ủy ban nhân dân", "chủ trì", ", phối hợp với ", "tổ chức ", "giao ", "trách nhiệm của ",
    "Thời gian: ", "Cơ quan chủ trì: ", "STT", "Nội dung", "Thời hạn", "trước ngày 12/6/2026", "31/2/2026", "hằng quý", "tháng 13", "2021\n- 2025",
    "trong thời hạn 05 ngày kể từ ",
];

/// A change to a plan; places are shares of its length.
#[derive(Clone, Debug)]
enum Change {
    CutBefore(u16),
    CutBehind(u16),
    Repeat(u16, u8),
    Swap(u16, u16),
    Join(u16),
    Drop(u16),
    Double(u16),
    Insert(u16, &'static str),
    Exclaim(u16, char),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<u16>();
    prop_oneof![
        1 => at.prop_map(Change::CutBefore),
        1 => at.prop_map(Change::CutBehind),
        2 => (at, 1_u8..40).prop_map(|(at, times)| Change::Repeat(at, times)),
        3 => (at, any::<u16>()).prop_map(|(one, other)| Change::Swap(one, other)),
        2 => at.prop_map(Change::Join),
        4 => at.prop_map(Change::Drop),
        2 => at.prop_map(Change::Double),
        5 => (at, prop::sample::select(&PIECES[..])).prop_map(|(at, piece)| Change::Insert(at, piece)),
        2 => (at, any::<char>()).prop_map(|(at, c)| Change::Exclaim(at, c)),
    ]
}

fn mutated() -> impl Strategy<Value = String> {
    (any::<u16>(), prop::collection::vec(change(), 1..12)).prop_map(|(plan, changes)| {
        let mut lines = PLANS[usize::from(plan) % PLANS.len()].clone();
        for change in changes {
            apply(&mut lines, &change);
        }
        lines.join("\n")
    })
}

/// Returns the place that a share of a length means.
fn place(share: u16, length: usize) -> usize {
    usize::from(share) * length / (usize::from(u16::MAX) + 1)
}

fn apply(lines: &mut Vec<String>, change: &Change) {
    if lines.is_empty() {
        return;
    }
    let count = lines.len();
    match *change {
        Change::CutBefore(at) => drop(lines.drain(..place(at, count))),
        Change::CutBehind(at) => lines.truncate(place(at, count) + 1),
        Change::Repeat(at, times) => {
            let line = lines[place(at, count)].clone();
            let copies = std::iter::repeat_n(line, usize::from(times));
            lines.splice(place(at, count)..place(at, count), copies);
        }
        Change::Swap(one, other) => lines.swap(place(one, count), place(other, count)),
        Change::Join(at) => {
            let line = lines.remove(place(at, count));
            if let Some(next) = lines.get_mut(place(at, count)) {
                *next = format!("{line} {next}");
            }
        }
        Change::Drop(at) => within(lines, at, String::clear),
        Change::Double(at) => within(lines, at, |letter| *letter = letter.repeat(2)),
        Change::Insert(at, piece) => within(lines, at, |letter| letter.push_str(piece)),
        Change::Exclaim(at, c) => within(lines, at, |letter| letter.push(c)),
    }
}

/// Changes one letter of the text; the share tells the line, then the place in it.
fn within(lines: &mut [String], share: u16, change: impl Fn(&mut String)) {
    let count = lines.len();
    let line = &mut lines[place(share, count)];
    let letters: Vec<_> = line.chars().collect();
    let at = place(share.wrapping_mul(31), letters.len().max(1));
    let changed = letters.iter().enumerate().map(|(index, letter)| {
        let mut letter = letter.to_string();
        if index == at {
            change(&mut letter);
        }
        letter
    });
    *line = changed.collect();
}

/// Reads a text and checks what holds of every reading.
fn holds(text: &str) -> Result<(), TestCaseError> {
    let reading = read(text);
    prop_assert_eq!(fault(&reading.plan), None);
    let kept: String = reading
        .plan
        .blocks
        .iter()
        .map(|Block { marker, text, .. }| format!("{marker} {text}\n"))
        .collect();
    prop_assert_eq!(sorted(&letters(&kept)), sorted(&letters_of_source(text)));
    // Each duty is asked for by words of its own, and twice at most by the same.
    let words = text.split_whitespace().count();
    prop_assert!(reading.plan.tasks.len() <= words + 1);
    prop_assert!(reading.notices.len() <= 8 * reading.plan.blocks.len() + 8 * words + 3);
    prop_assert!(reading.roster.units.len() + reading.roster.groups.len() <= words);
    // What is read can be handed on.
    prop_assert_eq!(reading.roster.beyond_sense(), None);
    Ok(())
}

fn sorted(text: &str) -> Vec<char> {
    let mut letters: Vec<_> = text.chars().collect();
    letters.sort_unstable();
    letters
}

#[test]
fn any_bytes_are_read() {
    let bytes = prop::collection::vec(any::<u8>(), 0..400);
    check(share(10), &bytes, |bytes| {
        holds(&String::from_utf8_lossy(&bytes))
    });
}

#[test]
fn any_heap_of_pieces_is_read() {
    let pieces = prop::collection::vec(prop::sample::select(&PIECES[..]), 0..120);
    check(share(40), &pieces, |pieces| holds(&pieces.concat()));
}

#[test]
fn plans_that_came_to_harm_are_read() {
    check(share(50), &mutated(), |text| holds(&text));
}

#[test]
fn huge_repeats_come_to_an_end() {
    // Without optimisation, shorter ones.
    let part = if cfg!(debug_assertions) { 20 } else { 1 };
    let outline = "I. A\n1. B\n1.1. C\na) D\n(1) E\n- F\n+ G\n";
    for (piece, size) in [
        (
            "1. Phòng A chủ trì, phối hợp với Công an xã họp trước ngày 12/6/2026.\n",
            2_000_000,
        ),
        ("- ", 1_000_000),
        ("- \n", 1_000_000),
        ("(", 1_000_000),
        (outline, 200_000 / 7 * outline.len()),
        ("|\nSTT\n", 500_000),
        ("; Phòng B", 500_000),
        ("x\n", 300_000),
    ] {
        let text = format!(
            "KẾ HOẠCH\nA\nI. B\n{}",
            piece.repeat(size / part / piece.len())
        );
        assert_eq!(fault(&read(&text).plan), None, "{piece:?}");
    }
}
