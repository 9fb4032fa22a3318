//! What the rules on the form of documents say, in Word's units: half points, and twips, twenty a point.
//!
//! Sources: Hướng dẫn 05-HD/VPTW of 27/5/2026 for bodies of the Party, Nghị định 30/2020/NĐ-CP, Phụ lục I,
//! for those of the state. Where a rule leaves a choice, what both allow is taken.

use super::paragraph::Mark::{Bold, Capital, Italic, Underlined};
use super::paragraph::{Letters, Lines};
use crate::workspace::Form;

/// A4, upright.
pub(super) const PAGE_WIDTH: u32 = 11_906;
pub(super) const PAGE_HEIGHT: u32 = 16_838;
/// 20 mm above and below, 30 mm on the side of the binding, 15 mm on the other.
pub(super) const MARGIN_TOP: u32 = 1_134;
pub(super) const MARGIN_BOTTOM: u32 = 1_134;
pub(super) const MARGIN_LEFT: u32 = 1_701;
pub(super) const MARGIN_RIGHT: u32 = 850;
/// The page number stands 10 mm below the edge.
pub(super) const TO_HEADER: u32 = 567;
/// How wide the lines are on an upright page, and on one laid across.
pub(super) const TEXT_WIDTH: u32 = PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT;
pub(super) const TEXT_WIDTH_ACROSS: u32 = PAGE_HEIGHT - MARGIN_LEFT - MARGIN_RIGHT;
pub(super) const FONT: &str = "Times New Roman";
/// 14 points, of the body and of page numbers.
pub(super) const USUAL_SIZE: u32 = 28;
/// 6 points between paragraphs.
pub(super) const BETWEEN_PARAGRAPHS: u32 = 120;

/// What differs between the two forms.
pub(super) struct Rules {
    /// How wide the left column of the head is; the right one has the rest of the line.
    pub(super) left: u32,
    /// How the lines at the top right look.
    pub(super) names: &'static [Letters],
    /// The rule below them, as long as the last of them.
    pub(super) rule_below_names: u32,
    pub(super) above: Letters,
    pub(super) issuer: Letters,
    /// What stands below the issuer and below the title.
    pub(super) below: Below,
    pub(super) number: Letters,
    pub(super) place: Letters,
    pub(super) kind: Letters,
    pub(super) about: Letters,
    pub(super) body: Lines,
    /// How far the first line of a paragraph is set in.
    pub(super) first_line: u32,
    pub(super) recipients_title: Letters,
    pub(super) recipients: Letters,
    pub(super) behalf: Letters,
    pub(super) role: Letters,
    pub(super) name: Letters,
    pub(super) annex: Letters,
    pub(super) annex_title: Letters,
    pub(super) annex_below: Letters,
}

/// What ends a block of lines.
pub(super) enum Below {
    /// Signs: one below the issuer, others below the title.
    Signs {
        issuer: &'static str,
        title: &'static str,
    },
    /// A rule of a third to a half of the length of the text.
    Rule,
}

pub(super) fn of(form: Form) -> &'static Rules {
    match form {
        Form::Party => &PARTY,
        Form::State => &STATE,
    }
}

static PARTY: Rules = Rules {
    left: 4_300,
    names: &[Letters::of(30, &[Bold])],
    rule_below_names: 4_090,
    above: Letters::of(28, &[Capital]),
    issuer: Letters::of(28, &[Bold, Capital]),
    below: Below::Signs {
        issuer: "*",
        title: "-----",
    },
    number: Letters::of(28, &[]),
    place: Letters::of(28, &[Italic]),
    kind: Letters::of(30, &[Bold, Capital]),
    about: Letters::of(28, &[Bold]),
    // Exactly 18 to 22 points.
    body: Lines::Exactly(400),
    // 10 mm.
    first_line: 567,
    recipients_title: Letters::of(28, &[Underlined]),
    recipients: Letters::of(24, &[]),
    behalf: Letters::of(28, &[Bold, Capital]),
    role: Letters::of(28, &[Capital]),
    name: Letters::of(28, &[Bold]),
    annex: Letters::of(28, &[Bold]),
    annex_title: Letters::of(28, &[Bold, Capital]),
    annex_below: Letters::of(28, &[Italic]),
};

static STATE: Rules = Rules {
    left: 3_500,
    names: &[Letters::of(26, &[Bold]), Letters::of(28, &[Bold])],
    rule_below_names: 3_560,
    above: Letters::of(26, &[Capital]),
    issuer: Letters::of(26, &[Bold, Capital]),
    below: Below::Rule,
    number: Letters::of(26, &[]),
    place: Letters::of(28, &[Italic]),
    kind: Letters::of(28, &[Bold, Capital]),
    about: Letters::of(28, &[Bold]),
    // Single to one and a half: 1.15.
    body: Lines::Times(276),
    // 12.7 mm.
    first_line: 720,
    recipients_title: Letters::of(24, &[Bold, Italic]),
    recipients: Letters::of(22, &[]),
    behalf: Letters::of(28, &[Bold, Capital]),
    role: Letters::of(28, &[Bold, Capital]),
    name: Letters::of(28, &[Bold]),
    annex: Letters::of(28, &[Bold]),
    annex_title: Letters::of(28, &[Bold, Capital]),
    annex_below: Letters::of(28, &[Italic]),
};
