//! A document → plain text: to be looked at before it is written, and to be copied into a chat.

use super::shown::shown;
use super::{Annex, Block, Document, Head, Row, Signature, Table};
use crate::domain::capital;
use crate::words::report as said;

/// Writes a document as lines of text. Cells stand between bars, and nothing is laid out by blanks.
#[must_use]
pub fn text(document: &Document) -> String {
    let mut lines = head(document);
    lines.push(String::new());
    lines.extend(document.title.iter().cloned());
    lines.push(String::new());
    lines.extend(document.body.iter().flat_map(block));
    let mut foot = signature(&document.signature);
    foot.extend(recipients(&document.recipients));
    if !foot.is_empty() {
        lines.push(String::new());
        lines.append(&mut foot);
    }
    let of = document.annexes.len();
    for (it, number) in document.annexes.iter().zip(1..) {
        lines.extend([String::new(), said::annex(number, of)]);
        lines.extend(annex(it));
    }
    let mut text = lines.join("\n");
    text.push('\n');
    text
}

fn head(document: &Document) -> Vec<String> {
    let Head {
        above,
        issuer,
        number,
        place,
        day,
    } = &document.head;
    let emblem = said::emblem(document.form);
    let emblem = emblem.iter().map(|line| (*line).to_owned());
    let place = said::place_and_day(place, *day);
    let office = [capitals(above), capitals(issuer), number.clone()];
    emblem
        .chain(office)
        .chain([place])
        .filter(|line| !line.is_empty())
        .collect()
}

fn block(block: &Block) -> Vec<String> {
    match block {
        Block::Heading(_, words) | Block::Paragraph(words) => vec![words.clone()],
        Block::Table(table) => rows(table),
    }
}

fn rows(table: &Table) -> Vec<String> {
    let titles = table.columns.iter().map(|column| column.title.clone());
    let head = between_bars(titles);
    let rows = table.rows.iter().map(|row| match row {
        Row::Across(words) => words.clone(),
        Row::Cells(cells) => between_bars(cells.iter().map(shown)),
    });
    std::iter::once(head).chain(rows).collect()
}

fn between_bars(cells: impl Iterator<Item = String>) -> String {
    let line = cells.collect::<Vec<_>>().join(" | ");
    line.trim_end().to_owned()
}

fn signature(signature: &Signature) -> Vec<String> {
    let Signature { behalf, role, name } = signature;
    let lines = [capitals(behalf), capitals(role), name.clone()];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

fn recipients(recipients: &[String]) -> Vec<String> {
    if recipients.is_empty() {
        return Vec::new();
    }
    let lines = recipients.iter().map(|it| format!("- {it}"));
    std::iter::once(said::RECIPIENTS.to_owned())
        .chain(lines)
        .collect()
}

fn annex(annex: &Annex) -> Vec<String> {
    let above = [annex.title.clone(), annex.below.clone()];
    above.into_iter().chain(rows(&annex.table)).collect()
}

fn capitals(words: &str) -> String {
    words.chars().map(capital).collect()
}
