//! A document that was pasted as one line → its lines again.

use super::marker::{self, Marker};
use super::paragraph::Line;
use super::words::words;
use super::{body, layout, signing, verb};

/// A line longer than this, in bytes, may hold a whole document.
const LONG: usize = 1_000;

/// Cuts a text that lost its line breaks where markers and fixed words begin a paragraph.
pub(super) fn unfold(lines: Vec<Line>) -> Vec<Line> {
    let written = lines.iter().filter(|line| !line.text.is_empty()).count();
    let size: usize = lines.iter().map(|line| line.text.len()).sum();
    if written == 0 || size / written < LONG {
        return lines;
    }
    lines.iter().flat_map(cut).collect()
}

fn cut(line: &Line) -> Vec<Line> {
    let words: Vec<&str> = line.text.split(' ').collect();
    let mut parts: Vec<Vec<&str>> = vec![Vec::new()];
    let mut figures = Figures::default();
    for (at, word) in words.iter().enumerate() {
        let before = at.checked_sub(1).map_or("", |at| words[at]);
        if begins(before, &words[at..], &mut figures) {
            figures.heads = marker::kind(word) == Marker::Number(1);
            parts.push(Vec::new());
        }
        figures.heads &= parts.last().is_some_and(|part| part.len() < 25)
            && (marker::kind(word) != Marker::None || !word.ends_with(['.', ';', ':']));
        if let Some(part) = parts.last_mut() {
            part.push(word);
        }
    }
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .map(|part| Line {
            number: line.number,
            text: part.join(" "),
        })
        .collect()
}

/// The figures that may come next, so that "Điều 2." in a sentence is not taken for a point.
#[derive(Default)]
struct Figures {
    roman: usize,
    number: usize,
    /// Whether the words since the last point may be its heading.
    heads: bool,
    /// Whether the signature has begun.
    signs: bool,
}

fn begins(before: &str, words: &[&str], figures: &mut Figures) -> bool {
    let next = words.get(1).copied().unwrap_or_default();
    let capital = next.starts_with(char::is_uppercase);
    let ended = before.ends_with(['.', ';', ':', ',', '/']);
    if matches!(
        before,
        "Điều" | "điều" | "khoản" | "điểm" | "Mục" | "mục" | "số"
    ) {
        return false;
    }
    match marker::kind(words[0]) {
        Marker::Roman if capital && words[0].ends_with('.') => figures.take_roman(words[0]),
        Marker::Number(1) if capital && words[0].ends_with('.') => figures.take_number(words[0]),
        Marker::Dash | Marker::Plus => {
            // Behind a heading or a day no sign ends the line before.
            let bare = is_capitals(before) || before.ends_with(|c: char| c.is_ascii_digit());
            capital && (ended || bare || figures.heads && asks(&words[1..]))
        }
        Marker::Letter if words[0].ends_with(')') => ended,
        _ => {
            let signs = matches!(words[0], "TM." | "T/M" | "KT." | "K/T");
            figures.signs |= signs;
            begins_fixed(before, words) || figures.signs && begins_post(before, words)
        }
    }
}

/// "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH": behind the authority the post begins anew.
fn begins_post(before: &str, words: &[&str]) -> bool {
    let stands = |length| {
        words
            .get(..length)
            .is_some_and(|post| signing::is_post(&post.join(" ")))
    };
    !matches!(before, "KT." | "K/T" | "PHÓ") && (stands(2) || stands(3))
}

/// Says whether words begin a point below a heading: "Phòng A - Tham mưu", not "Văn hóa - Xã hội".
fn asks(rest: &[&str]) -> bool {
    let words = words(&rest[..rest.len().min(6)].join(" "));
    verb::begins(&words) > 0 || body::begins(&words) > 0
}

impl Figures {
    fn take_roman(&mut self, word: &str) -> bool {
        const ROMANS: [&str; 10] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
        let is_next = ROMANS
            .get(self.roman)
            .is_some_and(|next| *next == word.trim_end_matches('.'));
        if is_next {
            self.roman += 1;
            self.number = 0;
        }
        is_next
    }

    fn take_number(&mut self, word: &str) -> bool {
        let number = word.trim_end_matches('.').parse().unwrap_or(0);
        // A list may begin anew under each heading.
        let fits = number == self.number + 1 || number == 1;
        if fits {
            self.number = number;
        }
        fits
    }
}

/// Words with which parts of the head and the end begin.
fn begins_fixed(before: &str, words: &[&str]) -> bool {
    let two = words.get(..2).map(|two| two.join(" ")).unwrap_or_default();
    let kind = before.chars().any(char::is_alphanumeric) && layout::is_kind(&two);
    let behind_kind = layout::is_kind(before)
        || words[0].starts_with(char::is_uppercase) && {
            before == "HOẠCH" || before == "ĐỊNH"
        };
    let capitals = is_capitals(words[0]);
    kind || behind_kind && !capitals
        || two == "Nơi nhận:"
        || two == "Căn cứ"
        || matches!(words[0], "Số:" | "TM." | "T/M" | "KT.")
        || two == "CỘNG HÒA"
        || two == "Độc lập"
        || two == "CHỦ TỊCH" && !before.chars().all(char::is_uppercase)
        || begins_name(before, words)
}

fn is_capitals(word: &str) -> bool {
    word.len() > 2 && word.chars().all(char::is_uppercase)
}

/// Behind the post, the signer's name ends the document.
fn begins_name(before: &str, words: &[&str]) -> bool {
    is_capitals(before)
        && words.len() <= 5
        && words
            .iter()
            .all(|word| word.starts_with(char::is_uppercase) && !is_capitals(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_on_one_line_gets_its_lines_back() {
        let filler = "nội dung ".repeat(400);
        let text = format!(
            "Số: 12/KH-UBND KẾ HOẠCH Tổ chức hội nghị Căn cứ Luật số 5; I. MỤC ĐÍCH 1. Nâng cao {filler}theo Điều 2. Của luật. 2. Yêu cầu II. NỘI DUNG 1. Họp: - Phòng A chủ trì; - Phòng B. Nơi nhận: - Như trên; - Lưu: VT. CHỦ TỊCH Trần Văn B"
        );
        let lines = unfold(vec![Line { number: 1, text }]);
        let found: Vec<_> = lines
            .iter()
            .map(|line| line.text.split(' ').take(3).collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(
            found,
            [
                "Số: 12/KH-UBND",
                "KẾ HOẠCH",
                "Tổ chức hội",
                "Căn cứ Luật",
                "I. MỤC ĐÍCH",
                "1. Nâng cao",
                "2. Yêu cầu",
                "II. NỘI DUNG",
                "1. Họp:",
                "- Phòng A",
                "- Phòng B.",
                "Nơi nhận:",
                "- Như trên;",
                "- Lưu: VT.",
                "CHỦ TỊCH",
                "Trần Văn B",
            ]
        );
    }

    #[test]
    fn texts_with_lines_are_left_alone() {
        let lines = vec![Line {
            number: 1,
            text: "a. 1. B".to_owned(),
        }];
        assert_eq!(unfold(lines.clone()), lines);
    }
}
