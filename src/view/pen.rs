//! What draws the lines, figures and bars of a [`Picture`](super::Picture), one below the other.

use super::picture::{Bar, Font, Mark, Tile, Tone};

pub(super) const WIDTH: f64 = 1080.0;
pub(super) const EDGE: f64 = 56.0;
pub(super) const GAP: f64 = 28.0;
pub(super) const INNER: f64 = WIDTH - 2.0 * EDGE;

pub(super) const TITLE: Font = Font(56, true);
pub(super) const HEAD: Font = Font(44, true);
pub(super) const FIGURE: Font = Font(96, true);
pub(super) const RATE: Font = Font(64, true);
pub(super) const STRONG: Font = Font(38, true);
pub(super) const PLAIN: Font = Font(36, false);
pub(super) const IN_BAR: Font = Font(30, true);

pub(super) struct Pen<'m> {
    pub(super) marks: Vec<Mark>,
    /// Where the next line begins.
    pub(super) y: f64,
    pub(super) measure: &'m dyn Fn(&str, Font) -> f64,
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
    pub(super) fn lines(&mut self, text: &str, font: Font, tone: Tone, most: usize) {
        for line in self.wrapped(text, font, INNER, most) {
            self.text(EDGE, self.y + font.size(), font, tone, line);
            self.y += font.size() * 1.4;
        }
    }

    pub(super) fn rule(&mut self) {
        self.block(EDGE, self.y + GAP, (INNER, 2.0), Tone::Rule);
        self.y += 2.0 * GAP;
    }

    pub(super) fn tiles(&mut self, pair: &[Tile]) {
        let width = (INNER - GAP) / 2.0;
        let inner = width - 2.0 * GAP;
        let lines = |tile: &Tile| self.wrapped(&tile.word, STRONG, inner, 2);
        let words: Vec<_> = pair.iter().map(lines).collect();
        let rows = words.iter().map(Vec::len).max().unwrap_or_default();
        let mut height = GAP + FIGURE.size() * 1.2;
        for _ in 0..rows {
            height += STRONG.size() * 1.3;
        }
        height += GAP / 2.0;
        let top = self.y + GAP;
        let mut x = EDGE;
        for (tile, words) in pair.iter().zip(words) {
            self.block(x, top, (width, height), Tone::Rule);
            self.block(x + 2.0, top + 2.0, (width - 4.0, height - 4.0), Tone::Paper);
            self.block(x, top, (12.0, height), tile.tone);
            let base = top + GAP / 2.0 + FIGURE.size();
            let sign = (self.measure)(&tile.sign, RATE);
            let number = self.fitting(&tile.number, FIGURE, inner - sign - GAP);
            self.text(x + GAP, base, FIGURE, tile.tone, number);
            let right = x + width - GAP - sign;
            self.text(right, base, RATE, tile.tone, tile.sign.clone());
            let mut below = base + STRONG.size() * 0.3;
            for word in words {
                below += STRONG.size() * 1.3;
                self.text(x + GAP, below, STRONG, Tone::Ink, word);
            }
            x += width + GAP;
        }
        self.y = top + height;
    }

    pub(super) fn rate(&mut self, share: &str, of: &str) {
        let base = self.y + RATE.size();
        self.text(EDGE, base, RATE, Tone::Ink, share.to_owned());
        let from = (self.measure)("100,0%", RATE) + GAP;
        let mut below = base;
        for line in self.wrapped(of, PLAIN, INNER - from, 2) {
            self.text(EDGE + from, below, PLAIN, Tone::Ink, line);
            below += PLAIN.size() * 1.3;
        }
        self.y = below - PLAIN.size() * 0.6;
    }

    /// Names the colours, beside each other as far as there is room.
    pub(super) fn key(&mut self, key: &[(Tone, String)]) {
        let (swatch, mut x) = (PLAIN.size() * 0.8, EDGE);
        let line = PLAIN.size() * 1.5;
        for (tone, name) in key {
            let name = self.fitting(name, PLAIN, INNER - swatch - GAP / 2.0);
            let width = swatch + GAP / 2.0 + (self.measure)(&name, PLAIN);
            if x > EDGE && x + width > WIDTH - EDGE {
                x = EDGE;
                self.y += line;
            }
            let base = self.y + PLAIN.size();
            self.block(x, base - swatch, (swatch, swatch), *tone);
            self.text(x + swatch + GAP / 2.0, base, PLAIN, Tone::Soft, name);
            x += width + GAP;
        }
        self.y += line + GAP / 2.0;
    }

    pub(super) fn bar(&mut self, bar: &Bar) {
        let height = IN_BAR.size() * 1.4;
        let mut base = self.y + STRONG.size();
        let said = self.fitting(&bar.said, PLAIN, INNER);
        let width = (self.measure)(&said, PLAIN);
        let name = self.fitting(&bar.name, STRONG, INNER);
        // A figure is never cut: where a long name leaves it no room, it stands on a line of its own.
        let is_crowded = (self.measure)(&name, STRONG) + GAP + width > INNER;
        self.text(EDGE, base, STRONG, Tone::Ink, name);
        if is_crowded {
            base += STRONG.size() * 1.3;
        }
        self.text(WIDTH - EDGE - width, base, PLAIN, Tone::Ink, said);
        let top = base + STRONG.size() * 0.35;
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
