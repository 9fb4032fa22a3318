//! Paragraphs: how letters look, how lines stand, and text that stays text.

use super::xml::Xml;
use crate::report::shown::plain;

/// How letters look.
#[derive(Clone, Copy)]
pub(super) struct Letters {
    half_points: u32,
    marks: &'static [Mark],
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Bold,
    Italic,
    /// Shown in capitals, whatever is written.
    Capital,
    Underlined,
}

impl Letters {
    pub(super) const fn of(half_points: u32, marks: &'static [Mark]) -> Self {
        Self { half_points, marks }
    }

    /// About how wide a text is in twips. Bold letters of Times are half as wide as high, capitals
    /// seven tenths.
    pub(super) fn width(self, text: &str) -> u32 {
        let share = if self.has(Mark::Capital) { 7 } else { 5 };
        let letters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        letters.saturating_mul(self.half_points * share)
    }

    fn has(self, mark: Mark) -> bool {
        self.marks.contains(&mark)
    }

    /// In the order that the schema demands.
    fn write(self, xml: &mut Xml) {
        for (mark, name) in [
            (Mark::Bold, "w:b"),
            (Mark::Italic, "w:i"),
            (Mark::Capital, "w:caps"),
        ] {
            if self.has(mark) {
                xml.empty(name, &[]);
            }
        }
        xml.set_number("w:sz", self.half_points);
        xml.set_number("w:szCs", self.half_points);
        if self.has(Mark::Underlined) {
            xml.set("w:u", "single");
        }
    }
}

/// How far lines stand apart.
#[derive(Clone, Copy)]
pub(super) enum Lines {
    Exactly(u32),
    /// In 240ths of a single line.
    Times(u32),
}

pub(super) const SINGLE: Lines = Lines::Times(240);

#[derive(Clone, Copy)]
pub(super) enum Align {
    Left,
    Center,
    /// Both sides straight.
    Both,
}

/// How a paragraph stands.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// The style by which Word lists headings.
    pub(super) style: Option<&'static str>,
    /// Stays on the page of what follows.
    pub(super) keeps_next: bool,
    pub(super) before: u32,
    pub(super) after: u32,
    pub(super) lines: Lines,
    pub(super) first_line: u32,
    pub(super) align: Align,
}

impl Place {
    /// Single lines without room between paragraphs.
    pub(super) const fn close(align: Align) -> Self {
        Self {
            style: None,
            keeps_next: false,
            before: 0,
            after: 0,
            lines: SINGLE,
            first_line: 0,
            align,
        }
    }

    /// In the order that the schema demands.
    fn write(self, xml: &mut Xml) {
        if let Some(style) = self.style {
            xml.set("w:pStyle", style);
        }
        if self.keeps_next {
            xml.empty("w:keepNext", &[]);
        }
        spacing(xml, self.before, self.after, self.lines);
        if self.first_line > 0 {
            let first_line = self.first_line.to_string();
            xml.empty("w:ind", &[("w:firstLine", &first_line)]);
        }
        let align = match self.align {
            Align::Left => "left",
            Align::Center => "center",
            Align::Both => "both",
        };
        xml.set("w:jc", align);
    }
}

pub(super) fn paragraph(xml: &mut Xml, place: Place, letters: Letters, text: &str) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| place.write(xml));
        run(xml, letters, text);
    });
}

/// A paragraph with nothing but a line of a length, in the middle of a width.
pub(super) fn rule(xml: &mut Xml, length: u32, width: u32) {
    let side = (width.saturating_sub(length) / 2).to_string();
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.element("w:pBdr", &[], |xml| {
                let line = [("w:val", "single"), ("w:sz", "6"), ("w:space", "1")];
                xml.empty("w:top", &line);
            });
            spacing(xml, 60, 0, Lines::Exactly(120));
            xml.empty("w:ind", &[("w:left", &side), ("w:right", &side)]);
        });
    });
}

/// Letters of one look. Lines and tabs of the text stay, and so do its blanks.
pub(super) fn run(xml: &mut Xml, letters: Letters, text: &str) {
    xml.element("w:r", &[], |xml| {
        xml.element("w:rPr", &[], |xml| letters.write(xml));
        for (line, number) in plain(text).split('\n').zip(0..) {
            if number > 0 {
                xml.empty("w:br", &[]);
            }
            for (piece, number) in line.split('\t').zip(0..) {
                if number > 0 {
                    xml.empty("w:tab", &[]);
                }
                xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.text(piece));
            }
        }
    });
}

fn spacing(xml: &mut Xml, before: u32, after: u32, lines: Lines) {
    let (line, rule) = match lines {
        Lines::Exactly(twips) => (twips, "exact"),
        Lines::Times(share) => (share, "auto"),
    };
    let [before, after, line] = [before, after, line].map(|it| it.to_string());
    xml.empty(
        "w:spacing",
        &[
            ("w:before", &before),
            ("w:after", &after),
            ("w:line", &line),
            ("w:lineRule", rule),
        ],
    );
}
