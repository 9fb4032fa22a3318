//! The body, and what stands below it: to whom it goes, and who signs.

use super::paragraph::{Align, Letters, Lines, Mark, Place, paragraph};
use super::rules::{BETWEEN_PARAGRAPHS, Rules, TEXT_WIDTH, USUAL_SIZE};
use super::table::{side_by_side, table};
use super::xml::Xml;
use crate::report::{Block, Document, Signature};
use crate::words::report as said;

const LETTERS: Letters = Letters::of(USUAL_SIZE, &[]);
const BOLD: Letters = Letters::of(USUAL_SIZE, &[Mark::Bold]);
const ITALIC: Letters = Letters::of(USUAL_SIZE, &[Mark::Italic]);
/// Room for a hand and a seal.
const ROOM_TO_SIGN: u32 = 1_400;

pub(super) fn body(xml: &mut Xml, rules: &Rules, blocks: &[Block]) {
    for (at, block) in blocks.iter().enumerate() {
        match block {
            Block::Heading(level, words) => heading(xml, rules, *level, words),
            Block::Paragraph(words) => {
                let place = Place {
                    // A table is not parted from the words that lead to it, nor who signs from the last ones.
                    keeps_next: !matches!(
                        blocks.get(at + 1),
                        Some(Block::Heading(..) | Block::Paragraph(_))
                    ),
                    ..usual(rules)
                };
                paragraph(xml, place, LETTERS, words);
            }
            Block::Table(it) => {
                table(xml, it, TEXT_WIDTH);
                gap(xml);
            }
        }
    }
}

/// Recipients on the left, who signs on the right, on one page.
pub(super) fn close(xml: &mut Xml, rules: &Rules, document: &Document) {
    gap_before(xml, true);
    let widths = [TEXT_WIDTH / 2, TEXT_WIDTH - TEXT_WIDTH / 2];
    side_by_side(
        xml,
        widths,
        |xml| recipients(xml, rules, &document.recipients),
        |xml| signature(xml, rules, &document.signature),
    );
}

/// An empty line between what Word would take for one.
pub(super) fn gap(xml: &mut Xml) {
    gap_before(xml, false);
}

fn gap_before(xml: &mut Xml, keeps_next: bool) {
    let place = Place {
        keeps_next,
        lines: Lines::Exactly(BETWEEN_PARAGRAPHS),
        ..Place::close(Align::Left)
    };
    paragraph(xml, place, LETTERS, "");
}

fn usual(rules: &Rules) -> Place {
    Place {
        after: BETWEEN_PARAGRAPHS,
        lines: rules.body,
        first_line: rules.first_line,
        ..Place::close(Align::Both)
    }
}

fn heading(xml: &mut Xml, rules: &Rules, level: u8, words: &str) {
    let (style, letters) = match level {
        0 | 1 => ("Heading1", BOLD),
        2 => ("Heading2", BOLD),
        _ => ("Heading3", ITALIC),
    };
    let place = Place {
        style: Some(style),
        keeps_next: true,
        ..usual(rules)
    };
    paragraph(xml, place, letters, words);
}

fn recipients(xml: &mut Xml, rules: &Rules, recipients: &[String]) {
    let place = Place::close(Align::Left);
    paragraph(xml, place, rules.recipients_title, said::RECIPIENTS);
    for (recipient, at) in recipients.iter().zip(1..) {
        let end = if at == recipients.len() { "." } else { ";" };
        let line = format!("- {recipient}{end}");
        paragraph(xml, place, rules.recipients, &line);
    }
}

fn signature(xml: &mut Xml, rules: &Rules, signature: &Signature) {
    let place = Place::close(Align::Center);
    for (words, letters) in [
        (&signature.behalf, rules.behalf),
        (&signature.role, rules.role),
    ] {
        if !words.is_empty() {
            paragraph(xml, place, letters, words);
        }
    }
    let below = Place {
        before: ROOM_TO_SIGN,
        ..place
    };
    paragraph(xml, below, rules.name, &signature.name);
}
