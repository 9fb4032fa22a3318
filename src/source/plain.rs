//! Bytes of text → characters: UTF-8, UTF-16, and the code pages of old Vietnamese files.

use super::SourceError;
use super::charset;

/// What Windows-1252 has between 0x80 and 0x9F; elsewhere it is Latin-1.
const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// Where Windows-1258, the Vietnamese code page, differs: tones are characters of their own.
const WINDOWS_1258: [(u8, char); 14] = [
    (0xC3, 'Ă'),
    (0xE3, 'ă'),
    (0xCC, '\u{300}'),
    (0xD0, 'Đ'),
    (0xF0, 'đ'),
    (0xD2, '\u{309}'),
    (0xD5, 'Ơ'),
    (0xF5, 'ơ'),
    (0xDD, 'Ư'),
    (0xFD, 'ư'),
    (0xDE, '\u{303}'),
    (0xEC, '\u{301}'),
    (0xF2, '\u{323}'),
    (0xFE, '₫'),
];

/// Fewer tones than this may come about by chance.
const FEWEST_TONES: usize = 3;

/// Decodes text. The first encoding that fits is taken, and none is guessed that makes no words.
pub(super) fn decode(bytes: &[u8]) -> Result<String, SourceError> {
    let text = unicode(bytes).or_else(|| code_page(bytes));
    text.filter(|text| is_text(text))
        .ok_or(SourceError::Undecodable)
}

/// Decodes UTF-8 or UTF-16, with or without a byte order mark.
pub(super) fn unicode(bytes: &[u8]) -> Option<String> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => match zeros(bytes) {
            (even, odd) if odd > even && odd > bytes.len() / 8 => utf16(bytes, u16::from_le_bytes),
            (even, odd) if even > odd && even > bytes.len() / 8 => utf16(bytes, u16::from_be_bytes),
            _ => utf8(bytes),
        },
    }
}

fn utf8(bytes: &[u8]) -> Option<String> {
    str::from_utf8(bytes).ok().map(str::to_owned)
}

fn utf16(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| unit(*pair));
    let text: Result<String, _> = char::decode_utf16(units).collect();
    text.ok().filter(|_| rest.is_empty())
}

/// Counts the zeros at even and at odd places: in UTF-16 the blanks have theirs all on one side.
fn zeros(bytes: &[u8]) -> (usize, usize) {
    let (mut even, mut odd) = (0, 0);
    for pair in bytes.chunks_exact(2) {
        even += usize::from(pair[0] == 0);
        odd += usize::from(pair[1] == 0);
    }
    (even, odd)
}

/// Decodes the Vietnamese code page; or the western one, if an old font makes Vietnamese of it.
fn code_page(bytes: &[u8]) -> Option<String> {
    if bytes.contains(&0) {
        return None;
    }
    let vietnamese: String = bytes.iter().map(|byte| windows_1258(*byte)).collect();
    let tones = vietnamese
        .chars()
        .filter(|c| ('\u{300}'..='\u{323}').contains(c));
    if tones.count() >= FEWEST_TONES && charset::is_vietnamese(&super::clean::clean(&vietnamese)) {
        return Some(vietnamese);
    }
    let western: String = bytes.iter().map(|byte| windows_1252(*byte)).collect();
    charset::detect(&western).map(|_| western)
}

fn windows_1258(byte: u8) -> char {
    let own = WINDOWS_1258.iter().find(|(code, _)| *code == byte);
    own.map_or_else(|| windows_1252(byte), |(_, letter)| *letter)
}

pub(super) fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => WINDOWS_1252
            .chars()
            .nth(usize::from(byte - 0x80))
            .unwrap_or('\u{fffd}'),
        _ => char::from(byte),
    }
}

/// Says whether people wrote this: text has no control characters but those that part lines and words.
fn is_text(text: &str) -> bool {
    !text.chars().any(|c| {
        c.is_control()
            && !matches!(
                c,
                '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{1a}'
            )
    })
}
