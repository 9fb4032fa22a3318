//! Facts and a frame → a document.

use super::chapters::{self, Page};
use super::{Annex, Document, Facts, Frame, Head, Table, tables};
use crate::domain::capitalised;
use crate::words::report as words;
use crate::workspace::{Chapter, Scope};

/// Composes the report.
#[must_use]
pub fn compose(facts: &Facts, frame: &Frame) -> Document {
    let head = head(facts, frame);
    let cited = words::cited(frame.form, &facts.plan);
    let mut page = Page::new(frame.form);
    page.paragraph(words::opening(&cited, &head.issuer, facts.span));
    for chapter in Chapter::ALL {
        page.heading(1, words::chapter(chapter));
        let before = page.blocks.len();
        let own = frame.paragraphs.get(&chapter);
        for line in own.into_iter().flat_map(|text| text.lines()) {
            page.paragraph(words::one_line(line));
        }
        chapters::write(chapter, facts, &mut page);
        if page.blocks.len() == before {
            page.paragraph(words::NOTHING.to_owned());
        }
    }
    page.paragraph(words::closing(frame.form, &facts.plan, facts.span));
    let annex = |title: &str, table: Table| Annex {
        title: title.to_owned(),
        below: format!("{}\n{}", words::attached(&head), words::as_of(facts.as_of)),
        table,
    };
    let mut annexes = vec![annex(words::ANNEX, tables::annex(facts))];
    if chapters::has_annex_of_units(facts) {
        annexes.push(annex(words::BY_UNIT, tables::by_unit(facts)));
    }
    Document {
        form: frame.form,
        title: title(facts, &cited, &head.issuer),
        head,
        body: page.blocks,
        recipients: frame.recipients.clone(),
        signature: frame.signature.clone(),
        annexes,
    }
}

fn title(facts: &Facts, cited: &str, issuer: &str) -> Vec<String> {
    // Who reports of itself is named at the head.
    let scope = facts.scope_name.as_deref().filter(|name| *name != issuer);
    vec![
        words::REPORT.to_owned(),
        capitalised(&words::about(cited, scope)),
        capitalised(&words::span(facts.span)),
    ]
}

/// Fills in who reports: a unit of itself, or else the office that issued the plan.
fn head(facts: &Facts, frame: &Frame) -> Head {
    let mut head = frame.head.clone();
    if head.issuer.is_empty() {
        let unit = facts.scope_name.as_ref();
        let unit = unit.filter(|_| matches!(facts.scope, Scope::Unit(_)));
        let issuer = unit.or(facts.plan.issuer.as_ref());
        head.issuer = issuer.cloned().unwrap_or_default();
    }
    if head.number.is_empty() {
        words::blank_number(frame.form).clone_into(&mut head.number);
    }
    head
}
