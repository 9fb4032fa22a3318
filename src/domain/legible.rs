//! Text without what nobody sees.

/// Returns a text without control characters, zero-width characters and those that turn the
/// direction of writing: a name that holds one could make the words beside it read otherwise.
#[must_use]
pub fn legible(text: &str) -> String {
    text.chars().filter(|c| !is_unseen(*c)).collect()
}

/// Returns a name as people read it: legible, and with single blanks between its words.
#[must_use]
pub fn tidy_name(name: &str) -> String {
    let name = legible(name);
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_unseen(c: char) -> bool {
    let is_format = matches!(
        c,
        '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
    );
    is_format || c.is_control() && !c.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_words_and_nothing_unseen() {
        let name = "\u{feff}Chi\u{a0}bộ \u{202e}1\u{202c}\u{0}\u{1b}[31m\r\n xã\u{200b} A ";
        assert_eq!(tidy_name(name), "Chi bộ 1[31m xã A");
        assert_eq!(tidy_name("\u{2066}\u{2069}"), "");
    }

    #[test]
    fn lines_stay_lines() {
        assert_eq!(legible("một\n\thai\u{202e}"), "một\n\thai");
    }
}
