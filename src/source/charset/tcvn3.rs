//! TCVN3, also called ABC: the fonts `.VnTime` and their like. One character a letter.

/// The letters of the characters U+00A0 to U+00FF, sixteen a line; a dot where there is none.
///
/// Capitals with tones are missing: they are typed as small letters in a font of capitals.
#[rustfmt::skip]
const LETTERS: &str = "\
.ĂÂÊÔƠƯĐăâêôơưđ.\
.....àảãáạ.ằẳẵắ.\
......ặầẩẫấậè.ẻẽ\
éẹềểễếệìỉ...ĩíịò\
.ỏõóọồổỗốộờởỡớợù\
.ủũúụừửữứựỳỷỹýỵ.";

/// Turns a text into Unicode.
pub(super) fn convert(text: &str) -> String {
    let letters: Vec<char> = LETTERS.chars().collect();
    let mut converted = String::with_capacity(text.len() * 3 / 2);
    for c in text.chars() {
        let letter = u32::from(c)
            .checked_sub(0xA0)
            .and_then(|place| letters.get(usize::try_from(place).ok()?))
            .filter(|letter| **letter != '.');
        converted.push(*letter.unwrap_or(&c));
    }
    restore(&converted)
}

/// Puts back the letter ư where it was lost: its character is the soft hyphen, which many programs
/// drop, and no syllable has ơ alone before c or ng.
fn restore(text: &str) -> String {
    let mut restored = String::with_capacity(text.len());
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let after = &text[at + c.len_utf8()..];
        let alone = "ơờớởỡợ".contains(c) && !matches!(before, 'ư' | 'Ư');
        if alone && (after.starts_with('c') || after.starts_with("ng")) {
            restored.push('ư');
        }
        restored.push(c);
        before = c;
    }
    restored
}
