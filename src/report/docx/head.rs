//! What stands above the body: whose it is, its number, place and day, and the title.

use super::body::gap;
use super::paragraph::{Align, Letters, Place, paragraph, rule};
use super::rules::{Below, Rules, TEXT_WIDTH};
use super::table::side_by_side;
use super::xml::Xml;
use crate::report::{Document, Head};
use crate::words::report::{emblem, place_and_day};
use crate::workspace::Form;

const CENTER: Place = Place::close(Align::Center);
/// Room above the title.
const ABOVE_TITLE: u32 = 240;

pub(super) fn head(xml: &mut Xml, rules: &Rules, document: &Document) {
    let head = &document.head;
    let widths = [rules.left, TEXT_WIDTH - rules.left];
    side_by_side(
        xml,
        widths,
        |xml| issuer(xml, rules, head),
        |xml| names(xml, rules, document.form, widths[1]),
    );
    // Two tables that touch are one to Word.
    gap(xml);
    side_by_side(
        xml,
        widths,
        |xml| paragraph(xml, CENTER, rules.number, &head.number),
        |xml| {
            let words = place_and_day(&head.place, head.day);
            paragraph(xml, CENTER, rules.place, &words);
        },
    );
}

pub(super) fn title(xml: &mut Xml, rules: &Rules, lines: &[String]) {
    let Some((kind, about)) = lines.split_first() else {
        return;
    };
    let first = Place {
        before: ABOVE_TITLE,
        ..CENTER
    };
    paragraph(xml, first, rules.kind, kind);
    for line in about {
        paragraph(xml, CENTER, rules.about, line);
    }
    let last = (rules.about, about.last().map_or("", String::as_str));
    match rules.below {
        Below::Signs { title, .. } => paragraph(xml, CENTER, rules.about, title),
        Below::Rule => short_rule(xml, last, TEXT_WIDTH),
    }
    gap(xml);
}

fn issuer(xml: &mut Xml, rules: &Rules, head: &Head) {
    if !head.above.is_empty() {
        paragraph(xml, CENTER, rules.above, &head.above);
    }
    paragraph(xml, CENTER, rules.issuer, &head.issuer);
    match rules.below {
        Below::Signs { issuer, .. } => paragraph(xml, CENTER, rules.number, issuer),
        Below::Rule => short_rule(xml, (rules.issuer, &head.issuer), rules.left),
    }
}

fn names(xml: &mut Xml, rules: &Rules, form: Form, width: u32) {
    for (name, letters) in emblem(form).iter().zip(rules.names) {
        paragraph(xml, CENTER, *letters, name);
    }
    rule(xml, rules.rule_below_names, width);
}

/// A rule of two fifths of the length of the line above it.
fn short_rule(xml: &mut Xml, (letters, text): (Letters, &str), width: u32) {
    rule(xml, letters.width(text).min(width) / 5 * 2, width);
}
