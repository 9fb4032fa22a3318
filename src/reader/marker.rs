//! Markers of the outline: `Phần I`, `Điều 2.`, `II.`, `2.`, `1.2.`, `a)`, `(1)`, `*`, `-`, `+`.

/// The kind of a marker; the order is the usual depth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Marker {
    /// Phần, Chương, Mục: headings above the numbered ones.
    Part,
    Chapter,
    Division,
    /// "A.", "B-".
    Capital,
    /// "Điều 1."; its words follow on the same line.
    Article,
    Roman,
    /// "1.", "1.2.", with the count of its figures.
    Number(u8),
    Letter,
    /// "(1)", "(i)".
    Bracket,
    Star,
    Dash,
    Plus,
    None,
}

impl Marker {
    /// Says whether it heads the outline, above all numbered points.
    pub(super) fn is_section(self) -> bool {
        self <= Self::Roman
    }

    /// Says whether it is a bullet, which has no name of its own.
    pub(super) fn is_bullet(self) -> bool {
        matches!(self, Self::Star | Self::Dash | Self::Plus)
    }
}

/// Splits a paragraph into its marker as written and the rest; the marker may be empty.
pub(super) fn split(text: &str) -> (&str, &str) {
    let length = length(text);
    let (marker, rest) = text.split_at(length);
    (marker.trim_end(), rest.trim_start())
}

/// Says what kind of marker a text is; the text is a whole marker, as [`split`] returns it.
pub(super) fn kind(marker: &str) -> Marker {
    if let Some(kind) = named(marker) {
        return kind;
    }
    match marker {
        "*" | "#" => return Marker::Star,
        "-" | "–" | "—" | "−" | "•" | "●" | "▪" | "■" | "◦" | "\u{f0b7}" | "\u{f02d}" =>
        {
            return Marker::Dash;
        }
        "+" => return Marker::Plus,
        _ => {}
    }
    if let Some(inner) = marker
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
    {
        let is_short = (1..=4).contains(&inner.len());
        let plain = inner.bytes().all(|b| b.is_ascii_digit())
            || inner.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'))
            || inner.chars().count() == 1 && inner.chars().all(char::is_lowercase);
        return if is_short && plain {
            Marker::Bracket
        } else {
            Marker::None
        };
    }
    body_kind(marker.trim_end_matches(['.', ')', '-', '/', ':']))
}

fn body_kind(body: &str) -> Marker {
    let mut letters = body.chars();
    let single = letters.next().filter(|_| letters.next().is_none());
    if body.is_empty() {
        Marker::None
    } else if is_roman(body) {
        Marker::Roman
    } else if body
        .split('.')
        .all(|part| matches!(part.len(), 1..=2) && part.bytes().all(|b| b.is_ascii_digit()))
    {
        Marker::Number(u8::try_from(body.split('.').count()).unwrap_or(u8::MAX))
    } else if single.is_some_and(char::is_lowercase) {
        Marker::Letter
    } else if single.is_some_and(char::is_uppercase) {
        Marker::Capital
    } else {
        Marker::None
    }
}

/// Roman figures up to a few dozen. A lone "C", "D" or "M" is a letter.
fn is_roman(body: &str) -> bool {
    body.len() <= 6 && body.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L')) && body != "L"
}

/// "Điều 5", "Phần thứ nhất", "Chương II", "Mục 1".
fn named(marker: &str) -> Option<Marker> {
    let (word, _) = marker.split_once(' ')?;
    match word {
        "Điều" | "ĐIỀU" => Some(Marker::Article),
        "Phần" | "PHẦN" => Some(Marker::Part),
        "Chương" | "CHƯƠNG" => Some(Marker::Chapter),
        "Mục" | "MỤC" => Some(Marker::Division),
        _ => None,
    }
}

/// Returns how many bytes of a text its marker takes.
fn length(text: &str) -> usize {
    let (first, _) = text.split_once(' ').unwrap_or((text, ""));
    if named(text).is_some() {
        return named_length(text, first.len());
    }
    if text.len() > first.len() && (is_complete(first) || is_slashed(first, text)) {
        return first.len();
    }
    glued_length(text)
}

/// Says whether a word is a marker that stands apart: "1.", "a)", "-", "1.3".
fn is_complete(word: &str) -> bool {
    let ended = word.ends_with(['.', ')']) || word.len() > 1 && word.ends_with(['-', '/', ':']);
    match kind(word) {
        Marker::None => false,
        Marker::Star | Marker::Dash | Marker::Plus | Marker::Bracket => true,
        // "1.3 Xây dựng" has lost its last point, "2 tháng" is no marker.
        Marker::Number(figures) => ended && !word.ends_with(['/', ':']) || figures > 1,
        _ => ended,
    }
}

/// "1/ Các thôn"; a day is cut before its year: "12/ 2018".
fn is_slashed(first: &str, text: &str) -> bool {
    let numbered = first.ends_with('/') && matches!(kind(first), Marker::Number(1));
    numbered
        && text[first.len()..]
            .trim_start()
            .starts_with(char::is_uppercase)
}

/// "Điều 2.", "Phần thứ nhất:", "Chương II": the name and its figure.
fn named_length(text: &str, name: usize) -> usize {
    let mut rest = text[name..].trim_start();
    let ordinal = rest
        .strip_prefix("thứ ")
        .or_else(|| rest.strip_prefix("THỨ "));
    rest = ordinal.unwrap_or(rest);
    let figure = rest.find([' ', '.', ':', ',']).unwrap_or(rest.len());
    let (figure, after) = rest.split_at(figure);
    let is_figure = figure.bytes().all(|b| b.is_ascii_digit()) && !figure.is_empty()
        || is_roman(figure)
        || ordinal.is_some();
    // "Điều 5 Luật Kế toán" in a sentence is a reference.
    let ended = after.is_empty() || after.starts_with(['.', ':']) || is_upper(after);
    if !is_figure || !ended {
        return 0;
    }
    text.len() - after.len() + usize::from(after.starts_with(['.', ':']))
}

fn is_upper(text: &str) -> bool {
    text.contains(char::is_uppercase) && !text.contains(char::is_lowercase)
}

/// "I.MỤC ĐÍCH", "1.Mục tiêu", "-Kiểm tra", "a)Tổ chức": no blank behind the marker.
fn glued_length(text: &str) -> usize {
    let Some(at) = text.find(|c: char| c.is_alphabetic() && c.is_uppercase()) else {
        return 0;
    };
    // Roman figures are capitals themselves.
    let figures = text
        .bytes()
        .take_while(|b| matches!(b, b'I' | b'V' | b'X'))
        .count();
    let at = if figures > 0 && text[figures..].starts_with(['.', '-', ')', '/']) {
        figures + 1
    } else {
        at
    };
    let (marker, rest) = text.split_at(at);
    let begins_word = rest.trim_start().starts_with(char::is_uppercase);
    // "02-TT/TU" is the number of a document.
    let joins = marker.starts_with(|c: char| c.is_ascii_digit()) && marker.ends_with(['-', '/']);
    let joined = !marker.contains([' ', '/']) && !joins && is_complete(marker);
    if begins_word && joined { at } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_are_told_from_words() {
        for (text, marker, rest) in [
            ("II. NỘI DUNG", "II.", "NỘI DUNG"),
            ("I- MỤC ĐÍCH", "I-", "MỤC ĐÍCH"),
            ("I.MỤC ĐÍCH", "I.", "MỤC ĐÍCH"),
            ("1.2. Các xã", "1.2.", "Các xã"),
            ("1.3 Xây dựng", "1.3", "Xây dựng"),
            ("2- Phối hợp", "2-", "Phối hợp"),
            ("đ) Các xã", "đ)", "Các xã"),
            ("- Tỉnh ủy,", "-", "Tỉnh ủy,"),
            ("-Kiểm tra", "-", "Kiểm tra"),
            ("(2) Tổ chức", "(2)", "Tổ chức"),
            ("* Thời gian", "*", "Thời gian"),
            ("A. Nội dung", "A.", "Nội dung"),
            ("Điều 2. Nhiệm vụ", "Điều 2.", "Nhiệm vụ"),
            ("Phần thứ nhất MỤC TIÊU", "Phần thứ nhất", "MỤC TIÊU"),
            ("PHẦN THỨ BA", "PHẦN THỨ BA", ""),
            ("1/ Các thôn", "1/", "Các thôn"),
            ("Chương II", "Chương II", ""),
        ] {
            assert_eq!(split(text), (marker, rest), "{text}");
        }
        for text in [
            "và những vấn đề",
            "12/6/2018 là",
            "X",
            "T/M BAN",
            "2018. Năm",
            "HU. Các",
            "2 tháng đầu",
            "Điều 5 Luật Kế toán quy định",
            "Mục tiêu chung",
            "TM. BAN THƯỜNG VỤ",
            "30/6/2026 hoàn thành",
            "02-TT/TU ngày 03",
        ] {
            assert_eq!(split(text).0, "", "{text}");
        }
    }

    #[test]
    fn depth_follows_the_kind() {
        let kinds = ["Phần I", "A.", "II.", "1.", "1.1.", "a)", "(1)", "-", "+"].map(kind);
        assert!(kinds.is_sorted());
        assert!(kind("II.").is_section() && !kind("1.").is_section());
    }
}
