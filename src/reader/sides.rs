//! The two columns of a letterhead and of a signature, copied side by side, → a line each.

use super::layout;
use super::words::{Phrases, words};
use std::sync::LazyLock;

/// Words with which the right column begins.
#[rustfmt::skip]
static RIGHT: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "cộng hòa xã hội", "độc lập", "đảng cộng sản", "đoàn tncs", "số",
    ])
});

/// Returns the lines of a text, counted from 1; a line of two columns is two, both with its count.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (&str, u32)> {
    let mut signing = false;
    text.lines().zip(1..).flat_map(move |(line, number)| {
        signing |= layout::begins_recipients(line.trim_start());
        let cut = gap(line).filter(|cut| is_right(line[*cut..].trim(), signing));
        let (left, right) = cut.map_or((line, None), |cut| (&line[..cut], Some(&line[cut..])));
        std::iter::once((left, number)).chain(right.map(|right| (right, number)))
    })
}

/// Returns where a run of blanks stands between words that is too wide for one.
fn gap(line: &str) -> Option<usize> {
    const WIDE: &str = "    ";
    let start = line.len() - line.trim_start().len();
    let at = start + line[start..].find(WIDE)?;
    (!line[at..].trim().is_empty()).then_some(at)
}

/// Says whether words are those of a right column: a motto, place and day, or who signs.
fn is_right(text: &str, signing: bool) -> bool {
    let dated = text.starts_with(char::is_uppercase) && text.contains(", ngày");
    let signs = signing && (layout::begins_signature(text) || layout::is_name(text));
    dated || signs || text.starts_with(char::is_uppercase) && RIGHT.at(&words(text)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_side_by_side_are_lines_of_their_own() {
        let text = "XÃ A        Độc lập - Tự do - Hạnh phúc\nSố:      /KH-UBND\nNơi nhận:      TM. ỦY BAN\n- Lưu: VT.      Trần Văn B\n- Các     xã;";
        let found: Vec<_> = lines(text)
            .map(|(line, number)| (line.trim(), number))
            .collect();
        assert_eq!(
            found,
            [
                ("XÃ A", 1),
                ("Độc lập - Tự do - Hạnh phúc", 1),
                ("Số:      /KH-UBND", 2),
                ("Nơi nhận:", 3),
                ("TM. ỦY BAN", 3),
                ("- Lưu: VT.", 4),
                ("Trần Văn B", 4),
                ("- Các     xã;", 5),
            ]
        );
    }
}
