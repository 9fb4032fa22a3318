//! Paragraphs → blocks: what each paragraph is in the document.

use super::marker::{self, Marker};
use super::paragraph::Paragraph;
use super::words::{Phrases, words};
use crate::domain::{Block, Emphasis, Role};
use std::sync::LazyLock;

/// The kinds of documents that carry tasks.
static KINDS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "kế hoạch",
        "chương trình",
        "quyết định",
        "chỉ thị",
        "nghị quyết",
        "hướng dẫn",
        "thông báo",
        "đề án",
    ])
});

/// Words that begin the signature block.
const AUTHORITIES: [&str; 10] = [
    "T/M", "K/T", "T/L", "TM.", "KT.", "TL.", "TUQ.", "Q.", "TM", "KT",
];

/// Gives each paragraph its role.
pub(super) fn blocks(paragraphs: &[Paragraph]) -> Vec<Block> {
    let mut stage = Stage::Head;
    let mut blocks: Vec<Block> = paragraphs
        .iter()
        .map(|paragraph| place(paragraph, &mut stage))
        .collect();
    name_signer(&mut blocks);
    blocks
}

/// How far the reading of the document has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Head,
    Title,
    Opening,
    Body,
    Recipients,
    Signature,
}

fn place(paragraph: &Paragraph, stage: &mut Stage) -> Block {
    let (text, emphasis) = emphasis(&paragraph.text);
    let (role, marked) = role(&text, stage);
    let (marker, rest) = if marked {
        marker::split(&text)
    } else {
        ("", text.as_str())
    };
    let cut = text.len() - rest.len();
    Block {
        role,
        marker: marker.to_owned(),
        text: rest.to_owned(),
        emphasis: emphasis
            .iter()
            .filter_map(|emphasis| shifted(emphasis, cut))
            .collect(),
        line: paragraph.line,
    }
}

/// Returns the role, and whether the paragraph's marker is to be split off.
fn role(text: &str, stage: &mut Stage) -> (Role, bool) {
    let (marker, rest) = marker::split(text);
    let kind = marker::kind(marker);
    if *stage == Stage::Title {
        *stage = Stage::Opening;
        return (Role::Title, false);
    }
    if *stage == Stage::Head && is_upper(text) && KINDS.at(&words(text)) == Some(words(text).len())
    {
        *stage = Stage::Title;
        return (Role::Kind, false);
    }
    if *stage == Stage::Head
        && words(text)
            .first()
            .is_some_and(|word| &text[word.range.clone()] == "Số")
    {
        return (Role::Number, false);
    }
    if text.starts_with("Nơi nhận") {
        *stage = Stage::Recipients;
        return (Role::RecipientsHeading, false);
    }
    if matches!(*stage, Stage::Body | Stage::Recipients) && begins_signature(text) {
        *stage = Stage::Signature;
    }
    match *stage {
        Stage::Signature => (Role::Authority, false),
        Stage::Recipients if kind == Marker::Dash => (Role::Recipient, true),
        Stage::Recipients => {
            *stage = Stage::Signature;
            (Role::Authority, false)
        }
        _ if kind == Marker::Roman && is_upper(rest) => {
            *stage = Stage::Body;
            (Role::Section, true)
        }
        Stage::Head => (Role::Letterhead, false),
        Stage::Opening | Stage::Title if kind == Marker::None => (Role::Opening, false),
        _ => {
            *stage = Stage::Body;
            (
                if kind == Marker::None {
                    Role::Paragraph
                } else {
                    Role::Point
                },
                kind != Marker::None,
            )
        }
    }
}

fn begins_signature(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or_default();
    AUTHORITIES.contains(&first) && is_upper(text)
}

/// The last line of the signature block is the signer's name.
fn name_signer(blocks: &mut [Block]) {
    if let Some(last) = blocks
        .last_mut()
        .filter(|block| block.role == Role::Authority)
    {
        last.role = Role::Signer;
    }
}

fn is_upper(text: &str) -> bool {
    text.contains(char::is_uppercase) && !text.contains(char::is_lowercase)
}

/// Takes `**bold**` and `*italic*` out of a text; a mark without its pair is left as it stands.
fn emphasis(text: &str) -> (String, Vec<Emphasis>) {
    let strong = text.matches("**").count();
    let all = text.matches('*').count();
    if !strong.is_multiple_of(2) || !(all - 2 * strong).is_multiple_of(2) {
        return (text.to_owned(), Vec::new());
    }
    let mut plain = String::with_capacity(text.len());
    let mut found = Vec::new();
    let mut open = [None, None];
    let mut rest = text;
    while let Some(at) = rest.find('*') {
        plain.push_str(&rest[..at]);
        let strong = rest[at..].starts_with("**");
        rest = &rest[at + 1 + usize::from(strong)..];
        match open[usize::from(strong)].take() {
            Some(from) if from < plain.len() => found.push(Emphasis {
                range: from..plain.len(),
                strong,
            }),
            Some(_) => {}
            None => open[usize::from(strong)] = Some(plain.len()),
        }
    }
    plain.push_str(rest);
    (plain, found)
}

fn shifted(emphasis: &Emphasis, cut: usize) -> Option<Emphasis> {
    let range = emphasis.range.start.saturating_sub(cut)..emphasis.range.end.saturating_sub(cut);
    (!range.is_empty()).then_some(Emphasis {
        range,
        strong: emphasis.strong,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emphasis_is_taken_out_and_remembered() {
        let (text, found) = emphasis("a “*b c*” **d.**");
        assert_eq!(text, "a “b c” d.");
        let words: Vec<_> = found
            .iter()
            .map(|found| (&text[found.range.clone()], found.strong))
            .collect();
        assert_eq!(words, [("b c", false), ("d.", true)]);
    }

    #[test]
    fn a_mark_without_its_pair_stays() {
        assert_eq!(emphasis("* Ghi chú").0, "* Ghi chú");
        assert_eq!(emphasis("**Ghi *chú**").0, "**Ghi *chú**");
    }
}
