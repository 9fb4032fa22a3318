//! PDF → text. A PDF has no lines and no words, only letters at places.
//!
//! [`bounds`] looks how much it unpacks to, [`content`] plays a page's operators, [`font`] tells which
//! letters are meant, and [`lines`] puts them together again by where they stand.

mod bounds;
mod content;
mod encoding;
mod font;
mod letters;
mod lines;

use super::{MAX_TEXT, SourceError, Text, charset};
use content::Player;
use hayro_syntax::{LoadPdfError, Pdf};

/// More pages than any plan has.
const MAX_PAGES: usize = 2_000;

/// A page with fewer letters than this says nothing, such as a scanned one with a stamp.
const FEWEST_LETTERS: usize = 25;

/// Odd characters that are borne, in hundredths.
const MOST_ODD: usize = 10;

/// Reads a PDF: a line for each line, an empty line where a gap is larger than usual.
pub(super) fn read(bytes: &[u8], progress: &mut dyn FnMut(f64)) -> Result<Text, SourceError> {
    bounds::check(bytes)?;
    progress(0.1);
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => SourceError::EncryptedPdf,
        LoadPdfError::Invalid => SourceError::DamagedPdf,
    })?;
    progress(0.2);
    let pages = pdf.pages();
    let mut player = Player::default();
    let mut text = String::new();
    for (page, number) in pages.iter().take(MAX_PAGES).zip(0_u32..) {
        if text.len() > 2 * MAX_TEXT {
            return Err(SourceError::TooLong);
        }
        let page = lines::text(player.play(page));
        if !page.is_empty() {
            text.push_str(&page);
            text.push('\n');
        }
        let count = u32::try_from(pages.len()).unwrap_or(u32::MAX).max(1);
        progress(0.2 + 0.8 * f64::from(number) / f64::from(count));
    }
    judge(&text, pages.len())?;
    Ok(charset::unicode(text))
}

/// Looks whether there is text, and whether it makes sense.
fn judge(text: &str, pages: usize) -> Result<(), SourceError> {
    let all = text.chars().filter(|c| !c.is_whitespace()).count();
    let odd = text.chars().filter(|c| is_odd(*c)).count();
    if all < FEWEST_LETTERS.saturating_mul(pages.max(1)) {
        return Err(SourceError::ScannedPdf);
    }
    if odd * 100 > MOST_ODD * all {
        let percent = u32::try_from(odd * 100 / all).unwrap_or(100);
        return Err(SourceError::GarbledPdf { percent });
    }
    Ok(())
}

/// Says whether a character is none that people write: a letter that a font does not tell.
fn is_odd(c: char) -> bool {
    matches!(c, '\u{fffd}' | '\u{e000}'..='\u{efff}' | '\u{f100}'..='\u{f8ff}')
        || (c.is_control() && c != '\n')
}
