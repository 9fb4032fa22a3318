//! Lists of names: where one ends and the next begins.

use super::body::{TERRITORIES, begins, is_plural};
use super::words::{Phrases, Word};
use std::sync::LazyLock;

/// Bodies that the trade names in one breath, as one collective.
static COLLECTIVES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "mặt trận tổ quốc, các đoàn thể",
        "mặt trận tổ quốc và các đoàn thể",
        "mặt trận tổ quốc và các tổ chức chính trị - xã hội",
        "ủy ban mặt trận tổ quốc việt nam và các tổ chức chính trị - xã hội",
        "ủy ban mttq việt nam và các tổ chức chính trị - xã hội",
    ])
});

/// Splits a list of names. "Các sở, ban, ngành" is one name, since "các sở" alone says nothing.
pub(super) fn split(text: &str, words: &[Word]) -> Vec<String> {
    if COLLECTIVES.at(words).is_some() {
        return name(text, words).into_iter().collect();
    }
    let mut names = Vec::new();
    let mut start = 0;
    let mut depth = 0_i32;
    for at in 0..words.len() {
        match words[at].sign {
            Some('(') => depth += 1,
            Some(')') => depth -= 1,
            _ => {}
        }
        let opening = general_words(&words[start..]).max(1);
        if depth == 0 && at >= start + opening && separates(words, start, at) {
            names.extend(name(text, &words[start..at]));
            start = at + 1;
        }
    }
    names.extend(name(text, words.get(start..).unwrap_or_default()));
    names
}

fn separates(words: &[Word], start: usize, at: usize) -> bool {
    let word = &words[at];
    let rest = &words[at + 1..];
    let and = word.is("và") || word.is("v") || word.is("cùng");
    let comma = word.is_sign(',') || and;
    if word.is_sign(';') {
        return !rest.is_empty();
    }
    let Some(plural) = rest.first().map(is_plural).filter(|_| comma) else {
        return false;
    };
    let item = &words[start..at];
    if begins(rest) == 0 && !(plural && is_complete(item)) || item.is_empty() {
        return false;
    }
    if is_apposition(item, rest) || and && is_levels(rest) {
        return false;
    }
    if is_person(item) {
        return plural || begins_post(rest);
    }
    let proper = rest[0].capital && (and || last_part(item)[0].capital || is_whole(rest));
    plural || is_complete(item) || proper && item.len() > 1
}

/// "các sở, ban, ngành, Ủy ban nhân dân các xã": a whole name in capitals begins anew.
fn is_whole(rest: &[Word]) -> bool {
    let end = rest
        .iter()
        .position(|word| word.is_sign(',') || word.is("và"));
    let committee = rest[0].is("ủy") && rest.get(1).is_some_and(|word| word.is("ban"));
    committee || is_complete(&rest[..end.unwrap_or(rest.len())])
}

/// "… và thủ trưởng các cơ quan": another person.
fn begins_post(rest: &[Word]) -> bool {
    rest.windows(2)
        .next()
        .is_some_and(|two| two[0].is("thủ") && two[1].is("trưởng"))
}

/// "Đồng chí Ủy viên Ban Thường vụ, Chủ tịch Ủy ban …": one person with two posts.
fn is_apposition(item: &[Word], rest: &[Word]) -> bool {
    item[0].is("đồng")
        && begins(rest) > 0
        && [
            "chủ",
            "phó",
            "trưởng",
            "bí",
            "giám",
            "ủy",
            "chánh",
            "kế",
            "công",
            "cán",
            "chuyên",
            "văn",
            "thư",
        ]
        .iter()
        .any(|post| rest[0].is(post))
}

/// "Hội Nông dân huyện và các xã": the name is shortened, not ended.
fn is_levels(rest: &[Word]) -> bool {
    let level = |word: &Word| {
        ["xã", "phường", "huyện", "cấp"]
            .iter()
            .any(|level| word.is(level))
    };
    is_plural(&rest[0])
        && rest.get(1).is_some_and(level)
        && rest
            .get(2)
            .is_none_or(|word| !word.is_sign(',') && !word.capital)
}

/// "Người đứng đầu cấp ủy, chính quyền …": the list belongs to the post.
fn is_person(item: &[Word]) -> bool {
    item[0].is("người")
}

/// Says whether a name says enough to stand alone: something follows its general words.
fn is_complete(item: &[Word]) -> bool {
    if is_person(item) {
        return false;
    }
    let part = last_part(item);
    let general = general_words(part);
    let abbreviation = part.len() == 1 && part[0].range.len() > 2 && is_abbreviation(part);
    let whole = part.len() > general && general > 0 || abbreviation;
    whole || general == 0 && part.len() > 1 && !is_territory(part)
}

/// Returns how many words of a name are general ones: all of "Thủ trưởng các sở".
fn general_words(part: &[Word]) -> usize {
    let mut general = begins(part);
    while general > 0
        && let more = begins(&part[general..])
        && more > 0
    {
        general += more;
    }
    general
}

/// "UBND", "HĐND": a capital that no table knows as a general word.
fn is_abbreviation(part: &[Word]) -> bool {
    part[0].capital
        && [
            "UBND", "HĐND", "UBBC", "UBKT", "UBMTTQ", "MTTQ", "BTV", "BTT",
        ]
        .iter()
        .any(|known| part[0].is(known))
}

fn is_territory(part: &[Word]) -> bool {
    TERRITORIES.iter().any(|name| part[0].is(name))
}

/// Returns what stands behind the last comma or "và" of an item, where a name begins there.
fn last_part(item: &[Word]) -> &[Word] {
    let from = (0..item.len())
        .rev()
        .find(|at| {
            let word = &item[*at];
            (word.is_sign(',') || word.is("và"))
                && item.get(at + 1..).is_some_and(|rest| begins(rest) > 0)
        })
        .map_or(0, |at| at + 1);
    &item[from..]
}

fn name(text: &str, words: &[Word]) -> Option<String> {
    let mut words = words;
    while let [first, rest @ ..] = words
        && (first.sign.is_some_and(|sign| sign != '(') || first.is("và"))
    {
        words = rest;
    }
    let range = words.first()?.range.start..words.last()?.range.end;
    let name = text[range].trim_end_matches([',', ';', ':', '.', ' ', '-']);
    name.chars()
        .any(char::is_alphabetic)
        .then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    #[test]
    fn lists_are_split_where_a_name_says_enough() {
        for (text, names) in [
            (
                "các sở, ban, ngành, đoàn thể Thành phố, Ủy ban nhân dân phường, xã, đặc khu, báo, đài và các đơn vị có liên quan",
                &[
                    "các sở, ban, ngành, đoàn thể Thành phố",
                    "Ủy ban nhân dân phường, xã, đặc khu",
                    "báo, đài",
                    "các đơn vị có liên quan",
                ][..],
            ),
            (
                "Các sở, ban, ngành, Ủy ban nhân dân các xã, phường",
                &["Các sở, ban, ngành", "Ủy ban nhân dân các xã, phường"],
            ),
            (
                "Văn phòng HĐND và UBND xã, các siêu thị",
                &["Văn phòng HĐND và UBND xã", "các siêu thị"],
            ),
            (
                "Sở Giáo dục và Đào tạo và Sở Y tế",
                &["Sở Giáo dục và Đào tạo", "Sở Y tế"],
            ),
            (
                "Các chi bộ, đảng bộ trực thuộc",
                &["Các chi bộ, đảng bộ trực thuộc"],
            ),
            (
                "Thường trực HĐND, UBND, Ủy ban Kiểm tra Đảng ủy xã",
                &["Thường trực HĐND", "UBND", "Ủy ban Kiểm tra Đảng ủy xã"],
            ),
            (
                "Hội Nông dân, Văn phòng và các Ban xây dựng Đảng",
                &["Hội Nông dân", "Văn phòng", "các Ban xây dựng Đảng"],
            ),
            (
                "Mặt trận Tổ quốc, các đoàn thể",
                &["Mặt trận Tổ quốc, các đoàn thể"],
            ),
            (
                "Thủ trưởng các sở, ban, ngành và Ủy ban nhân dân phường, xã",
                &[
                    "Thủ trưởng các sở, ban, ngành",
                    "Ủy ban nhân dân phường, xã",
                ],
            ),
            (
                "Người đứng đầu cấp ủy, chính quyền các cấp",
                &["Người đứng đầu cấp ủy, chính quyền các cấp"],
            ),
            (
                "Trung tâm Dịch vụ (Sở A, Sở B), Công an xã",
                &["Trung tâm Dịch vụ (Sở A, Sở B)", "Công an xã"],
            ),
            (
                "Công an xã; Trạm Y tế xã; các thôn.",
                &["Công an xã", "Trạm Y tế xã", "các thôn"],
            ),
            (
                "các cơ quan, đơn vị có liên quan",
                &["các cơ quan, đơn vị có liên quan"],
            ),
            (
                "các tổ chức chính trị - xã hội, tổ chức thành viên của Mặt trận",
                &[
                    "các tổ chức chính trị - xã hội",
                    "tổ chức thành viên của Mặt trận",
                ],
            ),
        ] {
            assert_eq!(split(text, &words(text)), names, "{text}");
        }
    }
}
