//! Markers of the outline: `II.`, `2.`, `1.2.`, `a)`, `-`, `+`.

/// The kind of a marker; the order is the usual depth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Marker {
    None,
    Roman,
    Number,
    Letter,
    Dash,
    Plus,
}

/// Splits a paragraph into its marker as written and the rest; the marker may be empty.
pub(super) fn split(text: &str) -> (&str, &str) {
    let Some((first, rest)) = text.split_once(' ') else {
        return ("", text);
    };
    if kind(first) == Marker::None {
        ("", text)
    } else {
        (first, rest.trim_start())
    }
}

/// Says what kind of marker a text is.
pub(super) fn kind(marker: &str) -> Marker {
    match marker {
        "-" | "–" | "—" | "•" => return Marker::Dash,
        "+" => return Marker::Plus,
        _ => {}
    }
    let Some(body) = marker
        .strip_suffix(['.', ')', '-'])
        .filter(|body| !body.is_empty())
    else {
        return Marker::None;
    };
    let mut letters = body.chars();
    if body.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L')) {
        Marker::Roman
    } else if body
        .split('.')
        .all(|part| matches!(part.len(), 1..=2) && part.bytes().all(|b| b.is_ascii_digit()))
    {
        Marker::Number
    } else if letters.next().is_some_and(char::is_lowercase) && letters.next().is_none() {
        Marker::Letter
    } else {
        Marker::None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_are_told_from_words() {
        assert_eq!(split("II. NỘI DUNG"), ("II.", "NỘI DUNG"));
        assert_eq!(split("1.2. Các xã"), ("1.2.", "Các xã"));
        assert_eq!(split("đ) Các xã"), ("đ)", "Các xã"));
        assert_eq!(split("- Tỉnh ủy,"), ("-", "Tỉnh ủy,"));
        for text in [
            "và những vấn đề",
            "12/6/2018 là",
            "X",
            "T/M BAN",
            "2018. Năm",
            "HU. Các",
        ] {
            assert_eq!(split(text).0, "", "{text}");
        }
    }
}
