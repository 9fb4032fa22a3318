//! Which letters a font's codes mean, and how wide they are.

use super::encoding;
use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use std::collections::BTreeMap;

/// A font, as far as text needs it.
pub(super) struct Font {
    /// What the font itself says its codes mean.
    told: Option<CMap>,
    kind: Kind,
    /// Widths by codes, in font sizes.
    widths: BTreeMap<u32, f64>,
    default_width: f64,
}

enum Kind {
    /// One byte a code, and what each means by the font's encoding.
    Simple(Vec<Option<String>>),
    /// Two bytes a code.
    Composite {
        /// The codes are Unicode by themselves.
        unicode: bool,
    },
}

/// One code of a text.
pub(super) struct Code {
    pub(super) text: String,
    /// In font sizes.
    pub(super) width: f64,
    /// The blank of one byte, which word spacing makes wider.
    pub(super) is_blank: bool,
}

/// Widths that are listed; no font has more letters.
const MAX_WIDTHS: u32 = 0x1_0000;

impl Font {
    pub(super) fn read(font: &Dict<'_>) -> Self {
        let told = font
            .get::<Stream<'_>>("ToUnicode")
            .and_then(|stream| CMap::parse(&stream.decoded_data().ok()?, |_| None));
        let descendant = font
            .get::<Array<'_>>("DescendantFonts")
            .and_then(|fonts| fonts.iter::<Dict<'_>>().next());
        match descendant {
            Some(descendant) => Self {
                told,
                kind: Kind::Composite {
                    unicode: is_unicode(font),
                },
                widths: composite_widths(&descendant),
                default_width: f64::from(descendant.get::<f32>("DW").unwrap_or(1000.0)) / 1000.0,
            },
            None => Self {
                told,
                kind: Kind::Simple(encoding::letters(font)),
                widths: simple_widths(font),
                default_width: 0.5,
            },
        }
    }

    /// The codes of a text.
    pub(super) fn codes<'a>(&'a self, bytes: &'a [u8]) -> impl Iterator<Item = Code> + 'a {
        let length = match self.kind {
            Kind::Simple(_) => 1,
            Kind::Composite { .. } => 2,
        };
        bytes.chunks(length).map(move |bytes| {
            let code = bytes
                .iter()
                .fold(0, |code, byte| code << 8 | u32::from(*byte));
            Code {
                text: self.text(code),
                width: self
                    .widths
                    .get(&code)
                    .copied()
                    .unwrap_or(self.default_width),
                is_blank: length == 1 && code == 0x20,
            }
        })
    }

    fn text(&self, code: u32) -> String {
        let told = self
            .told
            .as_ref()
            .and_then(|told| told.lookup_bf_string(code));
        let told = told.map(|text| match text {
            BfString::Char(c) => c.to_string(),
            BfString::String(text) => text,
        });
        let by_encoding = || match &self.kind {
            Kind::Simple(letters) => letters.get(usize::try_from(code).ok()?)?.clone(),
            Kind::Composite { unicode } => {
                Some(char::from_u32(code).filter(|_| *unicode)?.to_string())
            }
        };
        // A letter that is told to be nothing is as good as not told.
        told.filter(|text| !text.starts_with('\0'))
            .or_else(by_encoding)
            .unwrap_or_else(|| "\u{fffd}".to_owned())
    }
}

fn is_unicode(font: &Dict<'_>) -> bool {
    font.get::<Name<'_>>("Encoding")
        .is_some_and(|name| name.as_str().contains("UCS2") || name.as_str().contains("UTF16"))
}

fn simple_widths(font: &Dict<'_>) -> BTreeMap<u32, f64> {
    let first = font.get::<u32>("FirstChar").unwrap_or(0);
    let widths = font.get::<Array<'_>>("Widths");
    let widths = widths.iter().flat_map(Array::iter::<f32>).take(256);
    // The letters of drawn fonts have a measure of their own.
    let measure = font
        .get::<Array<'_>>("FontMatrix")
        .and_then(|matrix| matrix.iter::<f32>().next())
        .map_or(0.001, f64::from);
    widths
        .zip(0..)
        .map(|(width, place)| (first.saturating_add(place), f64::from(width) * measure))
        .collect()
}

/// Reads `c [w1 w2 …]` and `first last w`, mixed.
fn composite_widths(font: &Dict<'_>) -> BTreeMap<u32, f64> {
    let mut widths = BTreeMap::new();
    let mut numbers: Vec<f64> = Vec::new();
    let list = font.get::<Array<'_>>("W");
    for item in list.iter().flat_map(Array::iter::<Object<'_>>) {
        match item {
            Object::Number(number) => numbers.push(number.as_f64()),
            Object::Array(list) => {
                let first = code(numbers.pop());
                for (width, code) in list.iter::<f32>().zip(first..MAX_WIDTHS) {
                    widths.insert(code, f64::from(width) / 1000.0);
                }
                numbers.clear();
            }
            _ => {}
        }
        if let [first, last, width] = numbers[..] {
            for code in code(Some(first))..=code(Some(last)).min(MAX_WIDTHS) {
                widths.insert(code, width / 1000.0);
            }
            numbers.clear();
        }
    }
    widths
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "what is no code becomes the nearest one"
)]
fn code(number: Option<f64>) -> u32 {
    number.unwrap_or(0.0) as u32
}
