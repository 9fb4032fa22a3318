//! Old fonts by their names, and whether their names can be believed.

use super::super::{OldFont, charset};

/// A font from before Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Face {
    font: OldFont,
    /// Shows small letters as capitals: `.VnTimeH`.
    capitals: bool,
}

impl Face {
    /// Tells an old font by its name.
    pub(super) fn of(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        let font = if name.starts_with(".vn") {
            OldFont::Tcvn3
        } else if name.starts_with("vni-") {
            OldFont::Vni
        } else {
            return None;
        };
        let capitals = font == OldFont::Tcvn3 && name.ends_with('h');
        Some(Self { font, capitals })
    }

    pub(super) fn convert(self, text: &str) -> String {
        let converted = charset::convert(self.font, text);
        if self.capitals {
            converted.to_uppercase()
        } else {
            converted
        }
    }
}

/// What was met of old fonts in a document.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Fonts {
    tcvn3: usize,
    vni: usize,
    /// Texts that name an old font, but are Unicode: somebody converted them and left the name.
    unicode: usize,
}

impl Fonts {
    /// Turns what a font wrote into Unicode, if the font is an old one and the text is what it writes.
    pub(super) fn convert(&mut self, face: Option<Face>, text: &str) -> String {
        let Some(face) = face else {
            return text.to_owned();
        };
        if text.chars().any(charset::is_unicode_vietnamese) {
            self.unicode += 1;
            return text.to_owned();
        }
        if !text.is_ascii() {
            match face.font {
                OldFont::Tcvn3 => self.tcvn3 += 1,
                OldFont::Vni => self.vni += 1,
            }
        }
        face.convert(text)
    }

    /// Says whether the names of fonts cannot be believed.
    pub(super) fn lie(self) -> bool {
        self.unicode * 10 > self.tcvn3 + self.vni
    }

    /// The font of which most was converted.
    pub(super) fn converted(self) -> Option<OldFont> {
        match (self.tcvn3, self.vni) {
            (0, 0) => None,
            (tcvn3, vni) if tcvn3 >= vni => Some(OldFont::Tcvn3),
            _ => Some(OldFont::Vni),
        }
    }
}
