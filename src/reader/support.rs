//! Who supports: those whom a sentence names behind "phối hợp với".

use super::body;
use super::extent::names_end;
use super::list;
use super::words::{Phrases, Word};
use std::ops::Range;
use std::sync::LazyLock;

/// Words behind which a name in a list of supporters has ended.
#[rustfmt::skip]
static ENDS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&["trong việc", "trong công tác", "trong quá trình", "trong tổ chức", "trong triển khai", "trong thực hiện", "để", "nhằm", "khi", "theo", "về", "tại", "từ", "đối với", "do", "bằng", "nếu", "hoặc",
        "trong quý", "trong tháng", "trong năm", "trong thời gian", "trong đợt", "trước", "trước ngày", "vào", "chậm nhất", "hoàn thành"])
});

/// "Sau khi thống nhất với Ban Thường trực …": who agrees beforehand supports.
static AGREEMENTS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "thống nhất với",
        "thống nhất ý kiến với",
        "trao đổi, thống nhất với",
        "trao đổi thống nhất với",
    ])
});

/// How well bodies work together; it stands between "phối hợp" and their names.
static MANNERS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "chặt chẽ",
        "đồng bộ",
        "thường xuyên",
        "hiệu quả",
        "tốt",
        "kịp thời",
        "có hiệu quả",
    ])
});

static WITH: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(&["với", "cùng", "cùng với", "của"]));

/// Returns those whom a sentence names behind "phối hợp với".
pub(super) fn find(text: &str, words: &[Word]) -> Vec<String> {
    let joint = (0..words.len())
        .filter(|at| is_joint(words, *at) && !is_thing(words, *at))
        .find_map(|at| range(words, at));
    joint
        .or_else(|| agreed_range(words))
        .map(|range| list::split(text, &words[range]))
        .unwrap_or_default()
}

fn agreed_range(words: &[Word]) -> Option<Range<usize>> {
    let (at, length, ()) = AGREEMENTS.first(words)?;
    let from = at + length;
    let mut end = names_end(words, from);
    // The subject of the sentence comes behind a comma, with a capital.
    let subject = (from..end)
        .find(|at| words[*at].is_sign(',') && words.get(at + 1).is_some_and(|word| word.capital));
    end = subject.unwrap_or(end);
    (end > from).then_some(from..end)
}

/// "việc phối hợp", "cơ chế phối hợp", "được phối hợp": not asked of anybody.
fn is_thing(words: &[Word], at: usize) -> bool {
    let before = &words[at.saturating_sub(4)..at];
    before.iter().any(|word| word.is("việc") || word.is("chế"))
        || before.last().is_some_and(|word| {
            ["sự", "quan", "tác", "trình", "hoạch"]
                .iter()
                .any(|thing| word.is(thing))
        })
}

/// Returns the words that name the supporters behind "phối hợp" at `at`.
pub(super) fn range(words: &[Word], at: usize) -> Option<Range<usize>> {
    let mut from = at + 2;
    while let Some(length) = words.get(from..).and_then(|rest| MANNERS.at(rest)) {
        from += length;
    }
    let with = words
        .get(from..)
        .and_then(|rest| WITH.at(rest))
        .unwrap_or(0);
    from += with;
    let rest = words.get(from..)?;
    if rest.is_empty()
        || with == 0 && (body::begins(rest) == 0 || !rest[0].capital && !body::is_plural(&rest[0]))
    {
        return None;
    }
    let end = names_end(words, from);
    let end = (from..end)
        .find(|at| {
            *at > from
                && !words[*at].capital
                && ENDS.at(&words[*at..]).is_some()
                && is_outside(&words[from..*at])
        })
        .unwrap_or(end);
    let end = (from..end)
        .find(|at| words[*at].is_sign(';'))
        .unwrap_or(end);
    (end > from).then_some(from..end)
}

fn is_outside(words: &[Word]) -> bool {
    let count = |sign| words.iter().filter(|word| word.is_sign(sign)).count();
    count('(') == count(')')
}

pub(super) fn is_joint(words: &[Word], at: usize) -> bool {
    words.get(at).is_some_and(|word| word.is("phối"))
        && words.get(at + 1).is_some_and(|word| word.is("hợp"))
}
