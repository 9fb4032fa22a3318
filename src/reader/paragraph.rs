//! Lines → paragraphs: lines that were wrapped, or cut by a blank line, are joined.

use super::marker;
use icu_normalizer::ComposingNormalizerBorrowed;

const NFC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfc();

/// A paragraph as it stands in the source, marks of emphasis included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// The line on which it begins, counted from 1.
    pub(super) line: u32,
    pub(super) text: String,
}

/// Splits a text into paragraphs. Lines without a letter or digit are ornaments and left out.
pub(super) fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        let line = NFC
            .normalize(line)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        if !line.contains(char::is_alphanumeric) {
            continue;
        }
        match paragraphs.last_mut() {
            Some(last) if continues(&last.text, &line) => {
                last.text.push(' ');
                last.text.push_str(&line);
            }
            _ => paragraphs.push(Paragraph {
                line: number,
                text: line,
            }),
        }
    }
    paragraphs
}

/// Says whether a line goes on with the sentence before: it begins with a small letter, carries
/// no marker, and the sentence is not finished. A blank line between the two does not matter.
fn continues(before: &str, line: &str) -> bool {
    let finished = before
        .trim_end_matches('*')
        .ends_with(['.', ':', ';', '!', '?', '/']);
    let first = line.trim_start_matches('*').chars().next();
    !finished && first.is_some_and(char::is_lowercase) && marker::split(line).0.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = paragraphs(text)
            .into_iter()
            .map(|paragraph| paragraph.text)
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_sentence_cut_by_a_blank_line_is_one() {
        check(
            "giải quyết khó khăn\n\nvà những vấn đề đặt ra.\n\nTăng cường",
            &["giải quyết khó khăn và những vấn đề đặt ra.", "Tăng cường"],
        );
    }

    #[test]
    fn markers_and_finished_sentences_begin_anew() {
        check(
            "nội dung sau\na) thứ nhất\n- thứ hai.\nthứ ba",
            &["nội dung sau", "a) thứ nhất", "- thứ hai.", "thứ ba"],
        );
    }

    #[test]
    fn ornaments_are_no_paragraphs() {
        check("\n *\n---\nSố  96\t-KH/HU\r\n", &["Số 96 -KH/HU"]);
    }
}
