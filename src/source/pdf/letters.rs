//! Letters by the names that fonts give them.

/// Names that are neither letters nor numbers of Unicode.
const NAMES: [(&str, &str); 61] = [
    ("space", " "),
    ("exclam", "!"),
    ("quotedbl", "\""),
    ("numbersign", "#"),
    ("dollar", "$"),
    ("percent", "%"),
    ("ampersand", "&"),
    ("quotesingle", "'"),
    ("parenleft", "("),
    ("parenright", ")"),
    ("asterisk", "*"),
    ("plus", "+"),
    ("comma", ","),
    ("hyphen", "-"),
    ("minus", "-"),
    ("period", "."),
    ("slash", "/"),
    ("zero", "0"),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("colon", ":"),
    ("semicolon", ";"),
    ("less", "<"),
    ("equal", "="),
    ("greater", ">"),
    ("question", "?"),
    ("at", "@"),
    ("bracketleft", "["),
    ("backslash", "\\"),
    ("bracketright", "]"),
    ("underscore", "_"),
    ("braceleft", "{"),
    ("bar", "|"),
    ("braceright", "}"),
    ("asciitilde", "~"),
    ("bullet", "•"),
    ("endash", "–"),
    ("emdash", "—"),
    ("ellipsis", "…"),
    ("quoteleft", "‘"),
    ("quoteright", "’"),
    ("quotedblleft", "“"),
    ("quotedblright", "”"),
    ("degree", "°"),
    ("section", "§"),
    ("mu", "µ"),
    ("registered", "®"),
    ("copyright", "©"),
    ("dcroat", "đ"),
    ("Dcroat", "Đ"),
    ("dong", "₫"),
    ("fi", "fi"),
    ("fl", "fl"),
    ("nbspace", " "),
];

/// Marks as names spell them behind a letter: `acircumflexacute`.
const MARKS: [(&str, char); 12] = [
    ("circumflex", '\u{302}'),
    ("breve", '\u{306}'),
    ("horn", '\u{31b}'),
    ("grave", '\u{300}'),
    ("acute", '\u{301}'),
    ("hookabove", '\u{309}'),
    ("hook", '\u{309}'),
    ("tilde", '\u{303}'),
    ("dotbelow", '\u{323}'),
    ("dieresis", '\u{308}'),
    ("cedilla", '\u{327}'),
    ("caron", '\u{30c}'),
];

/// The letter of a name; nothing if the name says nothing.
pub(super) fn named(name: &str) -> Option<String> {
    let name = name.split('.').next().unwrap_or(name);
    let known = NAMES.iter().find(|(known, _)| *known == name);
    known
        .map(|(_, letter)| (*letter).to_owned())
        .or_else(|| by_number(name))
        .or_else(|| marked(name))
}

/// `uni1EA1` or `u1EA1`.
fn by_number(name: &str) -> Option<String> {
    let digits = name
        .strip_prefix("uni")
        .or_else(|| name.strip_prefix('u'))?;
    let number = u32::from_str_radix(digits.get(..4)?, 16).ok()?;
    char::from_u32(number).map(String::from)
}

/// A letter, with the names of its marks behind it.
fn marked(name: &str) -> Option<String> {
    let letter = name.chars().next().filter(char::is_ascii_alphabetic)?;
    let mut letters = letter.to_string();
    let mut rest = &name[1..];
    while !rest.is_empty() {
        let (mark, sign) = MARKS.iter().find(|(mark, _)| rest.starts_with(mark))?;
        letters.push(*sign);
        rest = &rest[mark.len()..];
    }
    Some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_known_by_their_names() {
        let check = |name, letter: Option<&str>| assert_eq!(named(name).as_deref(), letter);
        check("A", Some("A"));
        check("uni1EA1", Some("ạ"));
        check("u1EBF", Some("ế"));
        check("ecircumflexacute", Some("e\u{302}\u{301}"));
        check("uhorn", Some("u\u{31b}"));
        check("dcroat", Some("đ"));
        check("a.alt", Some("a"));
        check("g123", None);
        check("", None);
    }
}
