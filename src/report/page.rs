//! A document → a page to be looked at and printed, as the form lays it out.

mod table;

use super::{Annex, Block, Document, Head, Signature};
use crate::domain::capital;
use crate::view::Markup;
use crate::words::report as said;
use crate::workspace::Form;
use table::add_table;

/// Writes a document as the markup of a page; how it looks is the matter of styles.
#[must_use]
pub fn page(document: &Document) -> Markup {
    let mut page = Markup::default();
    page.open("section", &[("class", form(document.form))]);
    head(document, &mut page);
    title(&document.title, &mut page);
    for it in &document.body {
        block(it, &mut page);
    }
    foot(document, &mut page);
    page.close("section");
    let of = document.annexes.len();
    for (it, number) in document.annexes.iter().zip(1..) {
        annex(it, &said::annex(number, of), &mut page);
    }
    page
}

fn form(form: Form) -> &'static str {
    match form {
        Form::Party => "report-sheet party",
        Form::State => "report-sheet state",
    }
}

fn head(document: &Document, page: &mut Markup) {
    let Head {
        above,
        issuer,
        number,
        place,
        day,
    } = &document.head;
    page.open("div", &[("class", "letterhead")]);
    page.open("div", &[]);
    line(page, "above", &capitals(above));
    line(page, "issuer", &capitals(issuer));
    line(page, "number", number);
    page.close("div");
    page.open("div", &[]);
    for (at, words) in said::emblem(document.form).iter().enumerate() {
        line(page, if at == 0 { "emblem" } else { "motto" }, words);
    }
    line(page, "place", &said::place_and_day(place, *day));
    page.close("div");
    page.close("div");
}

fn title(lines: &[String], page: &mut Markup) {
    for (at, words) in lines.iter().enumerate() {
        match at {
            0 => page.element("h2", &[("class", "title")], words),
            _ => line(page, "about", words),
        }
    }
}

fn block(block: &Block, page: &mut Markup) {
    match block {
        Block::Heading(level, words) => {
            let tag = match level {
                1 => "h3",
                2 => "h4",
                _ => "h5",
            };
            page.element(tag, &[], words);
        }
        Block::Paragraph(words) => page.element("p", &[], words),
        Block::Table(it) => add_table(it, page),
    }
}

fn foot(document: &Document, page: &mut Markup) {
    let Signature { behalf, role, name } = &document.signature;
    page.open("div", &[("class", "signing")]);
    page.open("div", &[("class", "recipients")]);
    if !document.recipients.is_empty() {
        line(page, "to", said::RECIPIENTS);
        for (at, it) in document.recipients.iter().enumerate() {
            let is_last = at + 1 == document.recipients.len();
            let end = if is_last { "." } else { ";" };
            line(page, "recipient", &format!("- {it}{end}"));
        }
    }
    page.close("div");
    page.open("div", &[("class", "signature")]);
    line(page, "behalf", &capitals(behalf));
    line(page, "role", &capitals(role));
    line(page, "signer", name);
    page.close("div");
    page.close("div");
}

fn annex(annex: &Annex, name: &str, page: &mut Markup) {
    page.open("section", &[("class", "report-sheet annex")]);
    page.element("h3", &[], name);
    line(page, "about", &annex.title);
    line(page, "as-of", &annex.below);
    add_table(&annex.table, page);
    page.close("section");
}

/// A line of its own; nothing where there are no words.
fn line(page: &mut Markup, class: &str, words: &str) {
    if !words.is_empty() {
        page.element("p", &[("class", class)], words);
    }
}

fn capitals(words: &str) -> String {
    words.chars().map(capital).collect()
}
