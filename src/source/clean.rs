//! What every text goes through: NFC, one kind of line end, and nothing that nobody sees.

use icu_normalizer::ComposingNormalizerBorrowed;

const NFC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfc();

/// Cleans a text; words stay as they are.
pub(super) fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let seen: String = text.chars().filter_map(seen).collect();
    let text = NFC.normalize(&seen);
    let lines: Vec<_> = text.split('\n').map(str::trim_end).collect();
    let mut text = lines.join("\n");
    // Empty lines at the top stay, so that lines count as in the file.
    text.truncate(text.trim_end().len());
    text
}

/// What is left of a character; `None` for those that nobody sees.
fn seen(c: char) -> Option<char> {
    match c {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some('\t'),
        // Soft hyphens, joiners, directions, variation selectors, the byte order mark.
        '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => None,
        // Signs of symbol fonts, which hardly ever are more than bullets.
        '\u{f020}'..='\u{f0ff}' => Some('-'),
        _ if c.is_control() => None,
        _ if c.is_whitespace() => Some(' '),
        _ => Some(c),
    }
}
