//! `**bold**` and `*italic*`, as texts that were copied from the web carry them.

use crate::domain::Emphasis;

/// Takes the marks out of a text and remembers what stood between them. A mark without its pair says
/// nothing: doubled ones go, a single one stays, since it may be a bullet.
pub(super) fn emphasis(text: &str) -> (String, Vec<Emphasis>) {
    let strong = text.matches("**").count();
    let all = text.matches('*').count();
    if !strong.is_multiple_of(2) {
        return (text.replace("**", ""), Vec::new());
    }
    if !(all - 2 * strong).is_multiple_of(2) {
        return if all > 2 * strong + 1 || !text.starts_with("* ") {
            (text.to_owned(), Vec::new())
        } else {
            bullet(text)
        };
    }
    marked(text)
}

/// "* **Thời gian:** …"
fn bullet(text: &str) -> (String, Vec<Emphasis>) {
    let (plain, mut found) = marked(&text[2..]);
    for emphasis in &mut found {
        emphasis.range = emphasis.range.start + 2..emphasis.range.end + 2;
    }
    (format!("* {plain}"), found)
}

fn marked(text: &str) -> (String, Vec<Emphasis>) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emphasis_is_taken_out_and_remembered() {
        for (text, plain) in [
            ("a “*b c*” **d.**", "a “b c” d."),
            ("* **b c**: **d.**", "* b c: d."),
        ] {
            let (found, ranges) = emphasis(text);
            assert_eq!(found, plain);
            let words: Vec<_> = ranges
                .iter()
                .map(|emphasis| &found[emphasis.range.clone()])
                .collect();
            assert_eq!(words, ["b c", "d."]);
        }
    }

    #[test]
    fn a_mark_without_its_pair_says_nothing() {
        assert_eq!(emphasis("* Ghi chú").0, "* Ghi chú");
        assert_eq!(emphasis("**Ghi chú").0, "Ghi chú");
        assert_eq!(emphasis("2 * 3").0, "2 * 3");
    }
}
