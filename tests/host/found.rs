//! Files within pasted texts.

use crate::cases::{check, share};
use crate::models::progress;
use proptest::collection::vec;
use proptest::prelude::*;
use so_tien_do::file::{FileError, Kind, Progress, found_in, open, seal};

/// Anything that people write, also what comes near to the beginning of a file.
fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<String>(),
        "[{}\"\\\\ \n:,a-zđ“”]{0,12}",
        Just("{\"format\":".to_owned()),
        Just("{ \"format\" : \"so-tien-d\"".to_owned()),
        Just("\"so-tien-do\"".to_owned()),
    ];
    vec(piece, 0..4).prop_map(|pieces| pieces.concat())
}

/// Puts line breaks between the parts of JSON, as mail programs do.
fn broken(json: &str) -> String {
    let mut in_text = false;
    let mut before = ' ';
    json.chars().fold(String::new(), |mut broken, c| {
        in_text ^= c == '"' && before != '\\';
        // Of two backslashes the second escapes nothing.
        before = if before == '\\' && c == '\\' { ' ' } else { c };
        broken.push(c);
        if !in_text && matches!(c, '{' | ',' | ':' | '[') {
            broken.push_str("\r\n ");
        }
        broken
    })
}

#[test]
fn every_file_is_found_whatever_stands_around() {
    let cases = (vec((progress(), any::<bool>(), words()), 0..4), words());
    check(share(10), &cases, |(files, before)| {
        let mut text = before;
        let mut expected = Vec::new();
        // Words that begin a file and do not end it would swallow what follows.
        prop_assume!(found_in(&text).is_empty());
        for (model, is_broken, after) in files {
            let file = seal(Kind::Progress, &model, 0).expect("a text");
            text.push_str(&if is_broken { broken(&file) } else { file });
            prop_assume!(found_in(&after).is_empty());
            text.push_str(&after);
            expected.push(model);
        }
        let found = found_in(&text);
        let opened: Result<Vec<Progress>, FileError> = found
            .iter()
            .map(|file| open(Kind::Progress, file))
            .collect();
        prop_assert_eq!(opened, Ok(expected));
        Ok(())
    });
}

#[test]
fn no_text_takes_long() {
    let start = "{\"format\":\"so-tien-do\",\"a\":";
    for text in [
        start.repeat(200_000),
        "{".repeat(5_000_000),
        format!("{start}{}", "[".repeat(5_000_000)),
        format!("{start}\"{}", "{ ".repeat(2_500_000)),
    ] {
        let begun = std::time::Instant::now();
        let found = found_in(&text);
        assert!(found.len() <= 200_000);
        assert!(begun.elapsed().as_secs() < 20);
    }
}
