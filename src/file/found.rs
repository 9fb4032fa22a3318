//! Files within a text: what is pasted may be a chat message with words around.

use super::envelope::FORMAT;
use super::trial::TRIAL;
use serde::de::IgnoredAny;

/// Finds each envelope within a text, in order. One that is cut off reaches up to the next one or to
/// the end, so that opening it tells what is wrong. Where there is none, nothing is found.
#[must_use]
pub fn found_in(text: &str) -> Vec<&str> {
    let braces = text.match_indices('{').map(|(at, _)| at);
    let starts: Vec<usize> = braces.filter(|at| begins_file(&text[*at..])).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| first_object(&text[*start..end]))
        .collect()
}

/// Says whether the first field of an object says that it is this app's, or of a trial of it. Blanks and line breaks may
/// stand between its parts, as mail programs put them. Within the texts of a file nothing begins so:
/// quotes are escaped there.
fn begins_file(text: &str) -> bool {
    let mut parts = ["{", "\"format\"", ":", "\""].into_iter();
    let behind = parts.try_fold(text, |rest, part| {
        rest.trim_ascii_start().strip_prefix(part)
    });
    let format = behind.and_then(|rest| rest.split_once('"'));
    format.is_some_and(|(format, _)| format == FORMAT || format == TRIAL)
}

/// Cuts a text behind the object that it begins with, if that is whole.
fn first_object(text: &str) -> &str {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>();
    let is_whole = values.next().is_some_and(|value| value.is_ok());
    let end = if is_whole {
        values.byte_offset()
    } else {
        text.len()
    };
    text[..end].trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = r#"{"format":"so-tien-do","body":{"a":"} \" {"}}"#;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(found_in(text), expected, "{text}");
    }

    #[test]
    fn words_may_stand_around() {
        check("", &[]);
        check("Kính gửi {văn phòng}", &[]);
        check(r#"{"format":"other"} {"name":"so-tien-do"}"#, &[]);
        check(ONE, &[ONE]);
        let message = format!("Đồng chí {{xem}} “tệp” này:\r\n{ONE}– hết –\u{a0}");
        check(&message, &[ONE]);
        check(&format!("1) {ONE}2) {ONE}{ONE}."), &[ONE, ONE, ONE]);
    }

    #[test]
    fn line_breaks_may_stand_between_its_parts() {
        let broken = ONE.replace("\":", "\" :\r\n\t").replacen("{\"", "{\n\"", 2);
        check(&format!("Gửi {broken}\n-- \n"), &[&broken]);
    }

    #[test]
    fn what_is_cut_off_reaches_to_the_next() {
        let cut = &ONE[..30];
        check(&format!("a {cut}\n{ONE} b"), &[cut, ONE]);
        check(&format!("{ONE} b {cut} \n"), &[ONE, cut]);
    }
}
