//! Old fonts → Unicode. Before Unicode, Vietnamese was written with fonts whose pictures of Latin
//! letters were other letters; such a text looks like `Céng hoµ x· héi` without its font.
//!
//! A font's name is certain knowledge. Without it a text is turned only if it becomes Vietnamese by
//! it, syllable for syllable: French and German have the same characters and stay as they are.

mod syllable;
mod tcvn3;
mod vni;

use super::{OldFont, Text};
use syllable::is_syllable;

/// How many characters are looked at to tell a font.
const SAMPLE: usize = 20_000;

/// Turns a text into Unicode if an old font wrote it.
pub(super) fn unicode(text: String) -> Text {
    let old_font = detect(&text);
    let text = match old_font {
        Some(font) => convert(font, &text),
        None => text,
    };
    Text { text, old_font }
}

/// Turns what an old font wrote into Unicode, not composed yet.
pub(super) fn convert(font: OldFont, text: &str) -> String {
    match font {
        OldFont::Tcvn3 => tcvn3::convert(text),
        OldFont::Vni => vni::convert(text),
    }
}

/// Says which old font wrote a text. A text with letters that only Unicode has is Unicode.
pub(super) fn detect(text: &str) -> Option<OldFont> {
    if text.is_ascii() {
        return None;
    }
    let sample = sample(text);
    if sample.chars().any(is_unicode_vietnamese) || is_vietnamese(sample) {
        return None;
    }
    let share = |font| (font, made_vietnamese(font, sample));
    let (font, share) = [share(OldFont::Tcvn3), share(OldFont::Vni)]
        .into_iter()
        .max_by(|(_, a), (_, b)| a.total_cmp(b))?;
    (share > 0.85).then_some(font)
}

/// Says whether a letter or a mark is one that Vietnamese needs and no old font has.
pub(super) fn is_unicode_vietnamese(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}' | '\u{1ea0}'..='\u{1ef9}' | 'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư'
    )
}

/// Says whether a text in Unicode is Vietnamese: most of its words with marks are syllables.
pub(super) fn is_vietnamese(text: &str) -> bool {
    let (mut marked, mut right) = (0_u32, 0_u32);
    for word in words(sample(text)).filter(|word| !word.is_ascii()) {
        marked += 1;
        right += u32::from(is_syllable(word));
    }
    marked > 0 && f64::from(right) > 0.85 * f64::from(marked)
}

fn sample(text: &str) -> &str {
    let end = text
        .char_indices()
        .nth(SAMPLE)
        .map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// The share of a text's special words that become Vietnamese by a font; none if there are only a few.
fn made_vietnamese(font: OldFont, sample: &str) -> f64 {
    let (mut special, mut right, mut all) = (0_u32, 0_u32, 0_u32);
    for word in sample.split_whitespace() {
        all += 1;
        if word.is_ascii() {
            continue;
        }
        special += 1;
        let converted = super::clean::clean(&convert(font, word));
        right += u32::from(
            converted != word && words(&converted).all(|word| word.is_ascii() || is_syllable(word)),
        );
    }
    if special < 3 || special * 8 < all {
        return 0.0;
    }
    f64::from(right) / f64::from(special)
}

/// The runs of letters in a text, signs that stick to them included, so that no rest of an old font
/// is overlooked.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| {
        c.is_whitespace()
            || c.is_ascii_punctuation()
            || c.is_ascii_digit()
            || "–—…“”‘’•".contains(c)
    })
    .filter(|word| !word.is_empty())
}
