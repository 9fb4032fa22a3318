//! Where a run of names ends: names hold commas, verbs and brackets themselves.

use super::words::{Phrases, Word};
use super::{body, verb};
use std::sync::LazyLock;

/// Words that make the verb behind them part of a name: "cán bộ phụ trách công tác tuyên truyền".
const OBJECTS: [&str; 8] = [
    "đối tượng",
    "công tác",
    "lĩnh vực",
    "phụ trách",
    "việc",
    "nhiệm vụ",
    "bộ phận",
    "về",
];

static OBJECT: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(&OBJECTS));

/// "được giao chủ trì": a clause within the name.
static PASSIVES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "được giao",
        "được phân công",
        "được giao nhiệm vụ",
        "được cử",
    ])
});

/// Returns where a run of names ends: at the next verb, colon or end of the sentence.
pub(super) fn names_end(words: &[Word], from: usize) -> usize {
    // No sentence names so many.
    const FARTHEST: usize = 600;
    let all = words.len();
    let words = &words[..all.min(from + FARTHEST)];
    let mut at = from;
    let mut depth = 0_i32;
    // Whether the words before make the next verb part of a name.
    let mut object = false;
    while at < words.len() {
        match words[at].sign {
            Some('(') => depth += 1,
            Some(')') => depth -= 1,
            Some(sign) if depth == 0 && is_end(words, at, sign) => return at,
            _ => {}
        }
        if depth > 0 {
            at += 1;
            continue;
        }
        let Some((taken, makes_object)) = part(words, from, at, object) else {
            return at - usize::from(words[at - 1].is_sign(','));
        };
        at += taken;
        object = makes_object;
    }
    all
}

fn is_end(words: &[Word], at: usize, sign: char) -> bool {
    match sign {
        ':' => !lists_places(words, at),
        ';' => body::begins(&words[at + 1..]) == 0,
        sign => sign == '.',
    }
}

/// Returns how many words at `at` belong to the names, and whether they make the next verb part of
/// a name; `None` where a verb ends the names. `object` says what the words before make of it.
fn part(words: &[Word], from: usize, at: usize, object: bool) -> Option<(usize, bool)> {
    let rest = &words[at..];
    let name = name_part(rest, at == from || joins(&words[at - 1]));
    if name > 0 {
        return Some((name + verb::purpose(rest, name), false));
    }
    if let Some(length) = object_part(rest, at - from, object) {
        return Some((length, true));
    }
    let (verb, noun) = (verb::begins(rest), verb::noun(rest));
    if noun > 0 {
        return Some((noun, object));
    }
    if rest[0].capital || verb == 0 || is_listed(words, at) {
        // "Giáo dục và Đào tạo": the rest of a verb in capitals is no other verb.
        let taken = if rest[0].capital { verb.max(1) } else { 1 };
        return Some((taken, object && rest[0].is("và")));
    }
    if !object && at > from {
        return None;
    }
    // "giám sát và phản biện": what is joined belongs to the same name.
    let next = at + verb;
    let goes_on = goes_on(words, next);
    let joined = words.get(next).is_some_and(|word| word.is("và"));
    Some((verb + usize::from(goes_on), joined || goes_on))
}

/// "đối tượng kiểm tra, giám sát chuẩn bị": of two verbs behind a comma the first belongs to the name.
fn goes_on(words: &[Word], comma: usize) -> bool {
    let next = words.get(comma + 1..).unwrap_or_default();
    let verb = verb::begins(next);
    let then = next.get(verb..).map_or(0, verb::begins);
    words.get(comma).is_some_and(|word| word.is_sign(',')) && verb > 0 && then > 0
}

/// "UBND các xã: X, Y và Z rà soát": names of places follow.
fn lists_places(words: &[Word], colon: usize) -> bool {
    let place = colon > 0
        && body::TERRITORIES
            .iter()
            .any(|place| words[colon - 1].is(place));
    let rest = words.get(colon + 1..).unwrap_or_default();
    let named = rest.first().is_some_and(|word| word.capital) && verb::begins(rest) == 0;
    let more = rest.iter().take(4).any(joins);
    place && named && more && body::begins(rest) == 0
}

/// Says whether a name may begin behind a word: "và", "đại diện", "đồng chí", a comma.
fn joins(word: &Word) -> bool {
    ["và", "các", "giữa", "với", "diện", "chí", "có"]
        .iter()
        .any(|known| word.is(known))
        || word
            .sign
            .is_some_and(|sign| matches!(sign, ',' | ';' | '(' | '-' | ':'))
}

/// Returns how many words belong to a name for sure: its beginning, "được giao chủ trì". Words that
/// are verbs as well begin a name only where one may begin: "Đảng ủy xã lãnh đạo".
fn name_part(words: &[Word], begins: bool) -> usize {
    match PASSIVES.at(words) {
        Some(passive) => passive + words.get(passive..).map_or(0, verb::begins),
        None if !begins && !words[0].capital && verb::begins(words) > 0 => 0,
        None => body::begins(words),
    }
}

/// Returns how many words make the verb behind them part of a name: "phụ trách công tác". Behind a
/// whole name "phụ trách" is a verb itself.
fn object_part(words: &[Word], before: usize, object: bool) -> Option<usize> {
    const NAME: usize = 4;
    let length = OBJECT.at(words).filter(|_| !words[0].capital)?;
    let is_verb = length == 2 && words[0].is("phụ") && !object && before > NAME;
    (!is_verb).then_some(length)
}

/// "các cơ quan, đơn vị, tổ chức, doanh nghiệp": a noun between two commas.
fn is_listed(words: &[Word], at: usize) -> bool {
    let listed = |word: &Word| word.is_sign(',') || word.is("và");
    words[at].is("tổ") && at > 0 && listed(&words[at - 1]) && words.get(at + 2).is_some_and(listed)
}
