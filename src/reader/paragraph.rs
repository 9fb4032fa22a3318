//! Lines → paragraphs: lines that were wrapped, or cut by a blank line, are joined.

use super::grid;
use super::layout;
use super::marker;
use super::sides;
use super::unfold;
use super::wrap::Wrap;
use icu_normalizer::ComposingNormalizerBorrowed;
use std::borrow::Cow;

const NFC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfc();

/// A paragraph as it stands in the source, marks of emphasis included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// The line on which it begins, counted from 1.
    pub(super) line: u32,
    pub(super) text: String,
}

/// A line with single blanks between its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Counted from 1.
    pub(super) number: u32,
    pub(super) text: String,
}

/// Splits a text into paragraphs. Lines without a letter or digit are ornaments and left out.
pub(super) fn paragraphs(text: &str) -> Vec<Paragraph> {
    let text = NFC.normalize(text);
    let lines: Vec<_> = sides::lines(&text).map(line).collect();
    let lines = unfold::unfold(grid::rows_of_bars(lines));
    let mut joiner = Joiner::new(Wrap::of(&lines));
    for line in lines {
        joiner.take(line);
    }
    grid::rows_of_paragraphs(&joiner.paragraphs)
}

fn line((text, number): (&str, u32)) -> Line {
    let mut tidy = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || is_invisible(c)) {
        if !tidy.is_empty() && !word.is_empty() {
            tidy.push(' ');
        }
        tidy.push_str(word);
    }
    Line { number, text: tidy }
}

/// Zero-width blanks and joiners, and the mark at the beginning of a file.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Puts lines together.
struct Joiner {
    wrap: Wrap,
    /// How long the line before is, in letters.
    length: usize,
    /// Within the letterhead or behind "Nơi nhận", where each line stands for itself.
    aside: bool,
    blank: bool,
    paragraphs: Vec<Paragraph>,
}

impl Joiner {
    fn new(wrap: Wrap) -> Self {
        Self {
            wrap,
            length: 0,
            aside: true,
            blank: true,
            paragraphs: Vec::new(),
        }
    }

    fn take(&mut self, line: Line) {
        if !line.text.contains(char::is_alphanumeric) {
            self.take_ornament(&line.text);
            return;
        }
        let length = line.text.chars().count();
        if grid::is_row(&line.text) {
            self.begin(line);
        } else if self.goes_on(&line.text) {
            self.join(&line.text);
        } else {
            self.begin(line);
        }
        self.length = length;
        self.blank = false;
    }

    /// A lone "-" or "+" waits for its words; a lone "**" closes what was opened before it.
    fn take_ornament(&mut self, text: &str) {
        if self.wrap.is_wrapped()
            && !text.is_empty()
            && marker::kind(text).is_bullet()
            && text != "*"
        {
            self.paragraphs.push(Paragraph {
                line: 0,
                text: text.to_owned(),
            });
            self.blank = false;
            return;
        }
        if text.contains('*')
            && let Some(last) = self.paragraphs.last_mut()
            && has_open_emphasis(&last.text)
        {
            last.text.push_str(text);
        }
        self.blank = true;
    }

    fn begin(&mut self, line: Line) {
        let plain = without_stars(&line.text);
        let heads = marker::kind(marker::split(&plain).0).is_section();
        if heads || layout::is_kind(&plain) || layout::is_annex(&plain) {
            self.aside = false;
        } else if layout::begins_recipients(&plain) {
            self.aside = true;
        }
        self.paragraphs.push(Paragraph {
            line: line.number,
            text: line.text,
        });
    }

    fn join(&mut self, text: &str) {
        if let Some(last) = self.paragraphs.last_mut() {
            last.text.push(' ');
            last.text.push_str(text);
        }
    }

    /// Says whether a line belongs to the paragraph before it.
    fn goes_on(&self, text: &str) -> bool {
        let Some(last) = self.paragraphs.last().map(|last| last.text.as_str()) else {
            return false;
        };
        let last = tail(last);
        let (last_plain, plain) = (without_stars(last), without_stars(text));
        if grid::is_row(last) || layout::is_kind(&last_plain) || layout::is_kind(&plain) {
            return false;
        }
        if layout::begins_recipients(&plain) || layout::begins_signature(&plain) {
            return false;
        }
        let (mark, rest) = marker::split(&last_plain);
        let waits = rest.is_empty() && !mark.is_empty() || marker_alone(&last_plain);
        if waits && !self.blank {
            return true;
        }
        if !marker::split(&plain).0.is_empty() || marker_alone(&plain) {
            // A range of years that was cut before its dash: "2021 / - 2025”;".
            return !self.blank && ends_with_year(last) && is_year_end(&plain);
        }
        if goes_on_small(&last_plain, &plain) || !self.blank && has_open_emphasis(last) {
            return true;
        }
        if self.blank {
            return is_all_strong(last)
                && is_all_strong(text)
                && !is_finished(&last_plain)
                && !self.aside
                && is_upper(&last_plain) == is_upper(&plain);
        }
        !self.aside && is_upper_like(&last_plain, &plain) && self.wrap.joins(self.length, &plain)
    }
}

/// Of a paragraph that is long already its end tells enough.
fn tail(text: &str) -> &str {
    const LONG: usize = 4_000;
    if text.len() < LONG {
        return text;
    }
    let from = text.floor_char_boundary(text.len() - LONG / 10);
    text[from..].split_once(' ').map_or("", |(_, end)| end)
}

/// Says whether a line goes on with the sentence before: it begins with a small letter, carries no
/// marker, and the sentence is not finished. A blank line between the two does not matter.
fn goes_on_small(before: &str, line: &str) -> bool {
    !is_finished(before) && line.starts_with(char::is_lowercase)
}

pub(super) fn is_finished(text: &str) -> bool {
    text.ends_with(['.', ':', ';', '!', '?', '/'])
}

/// A heading in capitals and the sentence below it are two paragraphs.
fn is_upper_like(before: &str, line: &str) -> bool {
    !is_upper(before) || is_upper(line) || before.chars().count() < 8
}

fn is_upper(text: &str) -> bool {
    text.contains(char::is_uppercase) && !text.contains(char::is_lowercase)
}

/// "-", "1.", "1.2.": a marker that stands alone on its line.
fn marker_alone(text: &str) -> bool {
    !text.contains(' ')
        && (marker::kind(text).is_bullet()
            || text.ends_with(['.', ')']) && marker::kind(text) != marker::Marker::None)
}

fn ends_with_year(text: &str) -> bool {
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    digits == 4
}

/// "- 2025”;"
fn is_year_end(text: &str) -> bool {
    let (_, rest) = marker::split(text);
    rest.len() >= 4
        && rest.bytes().take(4).all(|b| b.is_ascii_digit())
        && !rest[4..].starts_with(|c: char| c.is_alphanumeric() || c == '/')
}

fn without_stars(text: &str) -> Cow<'_, str> {
    if !text.contains('*') {
        return text.trim().into();
    }
    let plain = text.replace("**", "");
    let plain = plain.trim();
    match plain.strip_prefix("* ") {
        // A bullet, unless its pair is there.
        Some(_) if plain.matches('*').count() == 1 => plain.to_owned().into(),
        _ => plain.replace('*', "").trim().to_owned().into(),
    }
}

fn is_all_strong(text: &str) -> bool {
    text.starts_with("**") && text.len() > 4 && (text.ends_with("**") || has_open_emphasis(text))
}

/// Says whether a mark of emphasis still waits for its pair.
fn has_open_emphasis(text: &str) -> bool {
    let strong = text.matches("**").count();
    let single = text.matches('*').count() - 2 * strong;
    let bullet = usize::from(text.starts_with("* "));
    // "PHÓ CHỦ TỊCH**" ends what an earlier line began.
    let closes = strong == 1 && text.len() > 2 && text.ends_with("**");
    strong % 2 == 1 && !closes || (single - bullet.min(single)) % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = paragraphs(text)
            .into_iter()
            .map(|paragraph| paragraph.text)
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_sentence_cut_by_a_blank_line_is_one() {
        check(
            "giải quyết khó khăn\n\nvà những vấn đề đặt ra.\n\nTăng cường",
            &["giải quyết khó khăn và những vấn đề đặt ra.", "Tăng cường"],
        );
    }

    #[test]
    fn markers_and_finished_sentences_begin_anew() {
        check(
            "nội dung sau\na) thứ nhất\n- thứ hai.\nthứ ba",
            &["nội dung sau", "a) thứ nhất", "- thứ hai.", "thứ ba"],
        );
    }

    #[test]
    fn ornaments_are_no_paragraphs() {
        check("\n *\n---\nSố  96\t-KH/HU\r\n", &["Số 96 -KH/HU"]);
    }

    #[test]
    fn wrapped_lines_are_joined_but_for_letterhead_and_recipients() {
        let body = "Các phòng, ban chuyên môn và các thôn trên địa bàn xã tổ chức\nTuyên truyền sâu rộng trong Nhân dân về nội dung của kế hoạch, kịp\nthời báo cáo.\n\n".repeat(12);
        let text = format!(
            "ỦY BAN NHÂN DÂN\nXÃ A\n\n**KẾ HOẠCH**\n\n**I. MỤC\nĐÍCH**\n\n{body}-\nTriển khai\nkế hoạch\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"
        );
        let found: Vec<_> = paragraphs(&text).into_iter().map(|p| p.text).collect();
        assert_eq!(
            found[..4],
            ["ỦY BAN NHÂN DÂN", "XÃ A", "**KẾ HOẠCH**", "**I. MỤC ĐÍCH**"]
        );
        assert!(found[4].ends_with("kịp thời báo cáo."));
        assert_eq!(
            found[16..],
            [
                "- Triển khai kế hoạch",
                "Nơi nhận:",
                "- Như trên;",
                "- Lưu: VT.",
                "KT. CHỦ TỊCH",
                "PHÓ CHỦ TỊCH"
            ]
        );
    }

    #[test]
    fn a_range_of_years_is_no_bullet() {
        check(
            "trong giai đoạn 2021\n- 2025”;\n- 2025 là năm cuối",
            &["trong giai đoạn 2021 - 2025”;", "- 2025 là năm cuối"],
        );
    }
}
