//! The overview as a picture: what stands where, as a list of marks that a canvas carries out.
//!
//! All lengths are pixels of a picture that is as wide as most phones are sharp. A chat shows it at about a third
//! of that, so no letter is smaller than three times what can be read.

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

/// A size, and whether it is bold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font(pub f64, pub bool);

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

const WIDTH: f64 = 1080.0;
const EDGE: f64 = 56.0;
const GAP: f64 = 28.0;
const INNER: f64 = WIDTH - 2.0 * EDGE;

const TITLE: Font = Font(56.0, true);
const HEAD: Font = Font(44.0, true);
const FIGURE: Font = Font(96.0, true);
const RATE: Font = Font(64.0, true);
const STRONG: Font = Font(38.0, true);
const PLAIN: Font = Font(36.0, false);
const IN_BAR: Font = Font(30.0, true);

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

struct Pen<'m> {
    marks: Vec<Mark>,
    /// Where the next line begins.
    y: f64,
    measure: &'m dyn Fn(&str, Font) -> f64,
}

impl Pen<'_> {
    fn block(&mut self, x: f64, y: f64, (width, height): (f64, f64), tone: Tone) {
        self.marks.push(Mark::Block {
            x,
            y,
            width,
            height,
            tone,
        });
    }

    fn text(&mut self, x: f64, y: f64, font: Font, tone: Tone, text: String) {
        self.marks.push(Mark::Text {
            x,
            y,
            font,
            tone,
            text,
        });
    }

    /// Writes a text over as many lines as it needs, and no more than allowed.
    fn lines(&mut self, text: &str, font: Font, tone: Tone, most: usize) {
        for line in self.wrapped(text, font, INNER, most) {
            self.text(EDGE, self.y + font.0, font, tone, line);
            self.y += font.0 * 1.4;
        }
    }

    fn rule(&mut self) {
        self.block(EDGE, self.y + GAP, (INNER, 2.0), Tone::Rule);
        self.y += 2.0 * GAP;
    }

    fn tiles(&mut self, pair: &[Tile]) {
        let width = (INNER - GAP) / 2.0;
        let inner = width - 2.0 * GAP;
        let lines = |tile: &Tile| self.wrapped(&tile.word, STRONG, inner, 2);
        let words: Vec<_> = pair.iter().map(lines).collect();
        let rows = words.iter().map(Vec::len).max().unwrap_or_default();
        let mut height = GAP + FIGURE.0 * 1.2;
        for _ in 0..rows {
            height += STRONG.0 * 1.3;
        }
        height += GAP / 2.0;
        let top = self.y + GAP;
        let mut x = EDGE;
        for (tile, words) in pair.iter().zip(words) {
            self.block(x, top, (width, height), Tone::Rule);
            self.block(x + 2.0, top + 2.0, (width - 4.0, height - 4.0), Tone::Paper);
            self.block(x, top, (12.0, height), tile.tone);
            let base = top + GAP / 2.0 + FIGURE.0;
            let sign = (self.measure)(&tile.sign, RATE);
            let number = self.fitting(&tile.number, FIGURE, inner - sign - GAP);
            self.text(x + GAP, base, FIGURE, tile.tone, number);
            let right = x + width - GAP - sign;
            self.text(right, base, RATE, tile.tone, tile.sign.clone());
            let mut below = base + STRONG.0 * 0.3;
            for word in words {
                below += STRONG.0 * 1.3;
                self.text(x + GAP, below, STRONG, Tone::Ink, word);
            }
            x += width + GAP;
        }
        self.y = top + height;
    }

    fn rate(&mut self, share: &str, of: &str) {
        let base = self.y + RATE.0;
        self.text(EDGE, base, RATE, Tone::Ink, share.to_owned());
        let from = (self.measure)("100,0%", RATE) + GAP;
        let mut below = base;
        for line in self.wrapped(of, PLAIN, INNER - from, 2) {
            self.text(EDGE + from, below, PLAIN, Tone::Ink, line);
            below += PLAIN.0 * 1.3;
        }
        self.y = below - PLAIN.0 * 0.6;
    }

    /// Names the colours, beside each other as far as there is room.
    fn key(&mut self, key: &[(Tone, String)]) {
        let (swatch, mut x) = (PLAIN.0 * 0.8, EDGE);
        let line = PLAIN.0 * 1.5;
        for (tone, name) in key {
            let name = self.fitting(name, PLAIN, INNER - swatch - GAP / 2.0);
            let width = swatch + GAP / 2.0 + (self.measure)(&name, PLAIN);
            if x > EDGE && x + width > WIDTH - EDGE {
                x = EDGE;
                self.y += line;
            }
            let base = self.y + PLAIN.0;
            self.block(x, base - swatch, (swatch, swatch), *tone);
            self.text(x + swatch + GAP / 2.0, base, PLAIN, Tone::Soft, name);
            x += width + GAP;
        }
        self.y += line + GAP / 2.0;
    }

    fn bar(&mut self, bar: &Bar) {
        let height = IN_BAR.0 * 1.4;
        let mut base = self.y + STRONG.0;
        let said = self.fitting(&bar.said, PLAIN, INNER);
        let width = (self.measure)(&said, PLAIN);
        let name = self.fitting(&bar.name, STRONG, INNER);
        // A figure is never cut: where a long name leaves it no room, it stands on a line of its own.
        let is_crowded = (self.measure)(&name, STRONG) + GAP + width > INNER;
        self.text(EDGE, base, STRONG, Tone::Ink, name);
        if is_crowded {
            base += STRONG.0 * 1.3;
        }
        self.text(WIDTH - EDGE - width, base, PLAIN, Tone::Ink, said);
        let top = base + STRONG.0 * 0.35;
        let whole: usize = bar.parts.iter().map(|(_, part)| part).sum();
        let place = |part: usize| INNER * length(part) / length(whole.max(1));
        self.block(EDGE, top, (INNER, height), Tone::Rule);
        let mut from = 0;
        for (tone, part) in bar.parts.iter().filter(|(_, part)| *part > 0) {
            let (start, end) = (EDGE + place(from), EDGE + place(from + part));
            // A narrow gap parts neighbours also where colours look the same.
            let gap = if from + part < whole { 3.0 } else { 0.0 };
            self.block(start, top, ((end - start - gap).max(1.0), height), *tone);
            let count = part.to_string();
            let needed = (self.measure)(&count, IN_BAR);
            if needed + GAP / 2.0 < end - start {
                let x = (start + end - gap - needed) / 2.0;
                self.text(x, top + height * 0.75, IN_BAR, Tone::Paper, count);
            }
            from += part;
        }
        self.y = top + height + GAP;
    }

    /// Breaks a text into lines; what is beyond the last one is cut.
    fn wrapped(&self, text: &str, font: Font, width: f64, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut words = text.split_whitespace().peekable();
        while let Some(word) = words.next() {
            let mut line = word.to_owned();
            if lines.len() + 1 == most {
                for word in words.by_ref() {
                    line = [&line, " ", word].concat();
                }
            }
            while let Some(word) = words.peek() {
                let longer = [&line, " ", word].concat();
                if (self.measure)(&longer, font) > width {
                    break;
                }
                line = longer;
                words.next();
            }
            lines.push(self.fitting(&line, font, width));
        }
        lines
    }

    /// Cuts a text that is too wide, and says so by dots.
    fn fitting(&self, text: &str, font: Font, width: f64) -> String {
        if (self.measure)(text, font) <= width {
            return text.to_owned();
        }
        let mut cut: Vec<char> = text.chars().collect();
        while cut.pop().is_some() {
            let kept: String = cut.iter().collect();
            let kept = [kept.trim_end(), "…"].concat();
            if (self.measure)(&kept, font) <= width {
                return kept;
            }
        }
        String::new()
    }
}

fn length(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
