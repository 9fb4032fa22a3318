//! A document → the bytes of a .docx file (ECMA-376), as the rules on its form want it.
//!
//! Written with the libraries for XML and for zips that read such files too: the one for Word that is light
//! enough, `docx-rs`, cannot repeat the head of a table on every page.

mod body;
mod head;
mod package;
mod pages;
mod paragraph;
mod rules;
mod styles;
mod table;
mod xml;

use super::{Annex, Document};
use crate::report::zip::zip;
use crate::words::report as said;
use pages::Lie;
use paragraph::{Align, Place, paragraph};
use rules::{BETWEEN_PARAGRAPHS, Rules, TEXT_WIDTH_ACROSS};
use xml::Xml;

/// Writes a document. The same document gives the same bytes.
#[must_use]
pub fn docx(document: &Document) -> Vec<u8> {
    let mut parts = package::parts(&document.title.join(" "));
    parts.push(("word/document.xml", text(document)));
    zip(&parts)
}

fn text(document: &Document) -> Vec<u8> {
    let rules = rules::of(document.form);
    Xml::part("w:document", &package::NAMES, |xml| {
        xml.element("w:body", &[], |xml| {
            head::head(xml, rules, document);
            head::title(xml, rules, &document.title);
            body::body(xml, rules, &document.body);
            body::close(xml, rules, document);
            annexes(xml, rules, &document.annexes);
        });
    })
}

/// Annexes, each on pages of its own. The pages of what comes last are described at the very end.
fn annexes(xml: &mut Xml, rules: &Rules, annexes: &[Annex]) {
    let mut lie = Lie::Upright;
    for (annex, number) in annexes.iter().zip(1..) {
        pages::end(xml, lie);
        lie = Lie::Across;
        let name = said::annex(number, annexes.len());
        write_annex(xml, rules, &name, annex);
    }
    body::gap(xml);
    pages::section(xml, lie);
}

fn write_annex(xml: &mut Xml, rules: &Rules, name: &str, annex: &Annex) {
    let place = Place::close(Align::Center);
    paragraph(xml, place, rules.annex, name);
    paragraph(xml, place, rules.annex_title, &annex.title);
    let below = Place {
        after: BETWEEN_PARAGRAPHS,
        ..place
    };
    paragraph(xml, below, rules.annex_below, &annex.below);
    table::table(xml, &annex.table, TEXT_WIDTH_ACROSS);
}
