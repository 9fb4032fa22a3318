//! The overview as a picture: what stands where, as a list of marks that a canvas carries out.
//!
//! All lengths are pixels of a picture that is as wide as most phones are sharp. A chat shows it at about a third
//! of that, so no letter is smaller than three times what can be read.

use super::pen::{EDGE, GAP, HEAD, PLAIN, Pen, TITLE, WIDTH};

/// A picture that is to be drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    pub width: f64,
    pub height: f64,
    /// Later marks lie over earlier ones.
    pub marks: Vec<Mark>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    Block {
        x: f64,
        y: f64,
        width: f64,
        height: f64,
        tone: Tone,
    },
    /// `x` is where it begins, `y` the line that it stands on.
    Text {
        x: f64,
        y: f64,
        font: Font,
        tone: Tone,
        text: String,
    },
}

/// A size in whole pixels, and whether it is bold. Whole, since writing out a fraction takes code that nothing else in
/// the first load needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Font(pub u16, pub bool);

/// The colours of the light theme: a picture looks the same wherever it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Paper,
    Rule,
    Ink,
    Soft,
    Green,
    Gold,
    Indigo,
    Lacquer,
    Grey,
}

/// What the picture says, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// What it is, and of which plan: a line each.
    pub title: [String; 2],
    /// Lines below the title.
    pub below: Vec<String>,
    pub tiles: Vec<Tile>,
    /// Each a share, and of what.
    pub rates: Vec<(String, String)>,
    /// Sentences below the figures.
    pub said: Vec<String>,
    pub shares: String,
    /// What the colours of the bars mean.
    pub key: Vec<(Tone, String)>,
    pub bars: Vec<Bar>,
    /// What is said below the bars: how many are left out.
    pub notes: Vec<String>,
}

/// A big figure with its sign and its word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tile {
    pub tone: Tone,
    pub sign: String,
    pub number: String,
    pub word: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    pub name: String,
    pub said: String,
    pub parts: Vec<(Tone, usize)>,
}

/// Lays the picture out; `measure` tells how wide a text is in a font.
#[must_use]
pub fn picture(told: &Told, measure: &dyn Fn(&str, Font) -> f64) -> Picture {
    let mut pen = Pen {
        marks: Vec::new(),
        y: EDGE,
        measure,
    };
    for line in &told.title {
        pen.lines(line, TITLE, Tone::Ink, 2);
    }
    for line in &told.below {
        pen.lines(line, PLAIN, Tone::Soft, 2);
    }
    for pair in told.tiles.chunks(2) {
        pen.tiles(pair);
    }
    pen.y += GAP;
    for (share, of) in &told.rates {
        pen.rate(share, of);
    }
    for line in &told.said {
        pen.lines(line, PLAIN, Tone::Ink, 3);
    }
    pen.rule();
    pen.lines(&told.shares, HEAD, Tone::Ink, 1);
    pen.key(&told.key);
    for bar in &told.bars {
        pen.bar(bar);
    }
    for note in &told.notes {
        pen.lines(note, PLAIN, Tone::Soft, 2);
    }
    let height = (pen.y + EDGE).ceil();
    let ground = Mark::Block {
        x: 0.0,
        y: 0.0,
        width: WIDTH,
        height,
        tone: Tone::Paper,
    };
    Picture {
        width: WIDTH,
        height,
        marks: std::iter::once(ground).chain(pen.marks).collect(),
    }
}

impl Font {
    #[must_use]
    pub fn size(self) -> f64 {
        f64::from(self.0)
    }
}

impl Tone {
    /// The colour as the style of the screen has it by day.
    #[must_use]
    pub fn colour(self) -> &'static str {
        match self {
            Self::Paper => "#ffffff",
            Self::Rule => "#e3dfd4",
            Self::Ink => "#1c2126",
            Self::Soft => "#555d66",
            Self::Green => "#1a6e46",
            Self::Gold => "#8a5a00",
            Self::Indigo => "#24407c",
            Self::Lacquer => "#b0241c",
            Self::Grey => "#5c6066",
        }
    }
}
