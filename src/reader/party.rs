//! Who leads and who supports: the subject of the sentence, "chủ trì", "phối hợp với".

use super::words::{Phrases, Word, words};
use std::ops::Range;
use std::sync::LazyLock;

/// Words that begin the name of a body or of those who act for it.
static BODIES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "ban",
        "ủy ban",
        "UBND",
        "HĐND",
        "UBMTTQ",
        "hội",
        "hội đồng",
        "mặt trận tổ quốc",
        "đoàn",
        "đoàn thể",
        "liên đoàn",
        "chi bộ",
        "đảng bộ",
        "chi, đảng bộ",
        "đảng ủy",
        "huyện ủy",
        "tỉnh ủy",
        "cấp ủy",
        "tổ chức đảng",
        "chính quyền",
        "văn phòng",
        "sở",
        "phòng",
        "trung tâm",
        "công an",
        "người đứng đầu",
        "thủ trưởng",
        "cơ quan",
        "đơn vị",
        "trường",
        "trạm",
        "bộ chỉ huy",
        "viện kiểm sát",
        "tòa án",
        "chi cục",
        "ngành",
        "địa phương",
        "chủ tịch",
        "bí thư",
        "tổ công tác",
    ])
});

/// Verbs with which a duty begins. Only those written small are taken: "Ban Tổ chức" is a name.
static VERBS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "chủ trì",
        "phối hợp",
        "tiếp tục",
        "chịu trách nhiệm",
        "chỉ đạo",
        "lãnh đạo",
        "theo dõi",
        "phát huy",
        "căn cứ",
        "tham mưu",
        "đẩy mạnh",
        "giúp",
        "làm",
        "hướng dẫn",
        "tổ chức thực hiện",
        "tổ chức triển khai",
        "triển khai",
        "quán triệt",
        "báo cáo",
        "tăng cường",
        "rà soát",
        "ban hành",
        "thực hiện",
        "kiểm tra",
        "đôn đốc",
        "tổng hợp",
        "bố trí",
        "đề xuất",
        "phổ biến",
        "có trách nhiệm",
        "xây dựng kế hoạch",
        "xây dựng đề án",
        "nghiên cứu",
        "vận động",
    ])
});

/// Bodies that the trade names in one breath, as one collective.
static COLLECTIVES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "mặt trận tổ quốc, các đoàn thể",
        "mặt trận tổ quốc và các đoàn thể",
    ])
});

/// Whom a sentence names, in its own words.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) lead: Vec<String>,
    pub(super) support: Vec<String>,
    /// The byte at which the action begins.
    pub(super) action: usize,
}

/// Reads who leads and supports. `skip` is a phrase, such as "định kỳ hằng năm", that may stand
/// before the subject.
pub(super) fn find(text: &str, skip: Option<Range<usize>>) -> Named {
    let words = words(text);
    let from = subject_start(&words, skip);
    let Some(verb) = subject_end(&words, from) else {
        return Named {
            action: words.get(from).map_or(0, |word| word.range.start),
            ..Named::default()
        };
    };
    let lead = split(text, &words[from..verb], true);
    let led = phrase(&words, verb, "chủ trì");
    let after_lead = skip_comma(&words, verb + led);
    let with =
        phrase(&words, after_lead, "phối hợp với").max(phrase(&words, after_lead, "phối hợp cùng"));
    let (support, action) = if with > 0 {
        let end = next_verb(&words, after_lead + with).unwrap_or(words.len());
        (split(text, &words[after_lead + with..end], false), end)
    } else {
        (Vec::new(), verb + led)
    };
    Named {
        lead,
        support,
        action: words.get(action).map_or(0, |word| word.range.start),
    }
}

/// Returns where the subject may begin: behind a leading phrase of time.
fn subject_start(words: &[Word], skip: Option<Range<usize>>) -> usize {
    let Some(skip) = skip.filter(|skip| {
        words
            .first()
            .is_some_and(|word| word.range.start == skip.start)
    }) else {
        return 0;
    };
    let behind = words
        .iter()
        .position(|word| word.range.start >= skip.end)
        .unwrap_or(words.len());
    skip_comma(words, behind)
}

/// Returns the verb that ends the subject, if the sentence begins with a body's name.
fn subject_end(words: &[Word], from: usize) -> Option<usize> {
    begins_body(words.get(from..)?)
        .then(|| next_verb(words, from + 1))
        .flatten()
}

fn begins_body(words: &[Word]) -> bool {
    let plural = usize::from(words.first().is_some_and(is_plural));
    words
        .get(plural..)
        .is_some_and(|words| BODIES.at(words).is_some())
}

/// "các", "những".
pub(super) fn is_plural(word: &Word) -> bool {
    word.is("các") || word.is("những")
}

/// Returns the next verb within the sentence.
fn next_verb(words: &[Word], from: usize) -> Option<usize> {
    let sentence_end = words[from..]
        .iter()
        .position(|word| word.key == ".")
        .map_or(words.len(), |at| from + at);
    (from..sentence_end).find(|at| !words[*at].capital && VERBS.at(&words[*at..]).is_some())
}

fn phrase(words: &[Word], at: usize, text: &str) -> usize {
    words
        .get(at..)
        .and_then(|words| super::words::Phrase::new(text).at(words))
        .unwrap_or(0)
}

fn skip_comma(words: &[Word], at: usize) -> usize {
    at + usize::from(words.get(at).is_some_and(|word| word.key == ","))
}

/// Splits a list of names where "," or "và" is followed by the beginning of another body's name.
///
/// As a subject, a list that begins with "các" names one group: "Các chi bộ, đảng bộ trực thuộc".
fn split(text: &str, words: &[Word], subject: bool) -> Vec<String> {
    let whole = COLLECTIVES.at(words).is_some()
        || (subject && (words.first().is_some_and(is_plural) || is_persons(words)));
    let mut names = Vec::new();
    let mut start = 0;
    for at in 0..=words.len() {
        let cut = words.get(at).is_none_or(|word| {
            !whole
                && (word.key == "," || word.key == ";" || word.is("và"))
                && begins_body(&words[at + 1..])
        });
        if cut {
            names.extend(name(text, &words[start..at]));
            start = at + 1;
        }
    }
    names
}

/// "Người đứng đầu cấp ủy, chính quyền …": the list belongs to the post.
fn is_persons(words: &[Word]) -> bool {
    phrase(words, 0, "người đứng đầu") > 0 || phrase(words, 0, "thủ trưởng") > 0
}

fn name(text: &str, words: &[Word]) -> Option<String> {
    let range = words.first()?.range.start..words.last()?.range.end;
    Some(text[range].trim_end_matches([',', ';', ' ']).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, lead: &[&str], support: &[&str], action: &str) {
        let skip = super::super::recurrence::find(text).map(|found| found.1);
        let named = find(text, skip);
        assert_eq!(named.lead, lead, "{text}");
        assert_eq!(named.support, support, "{text}");
        assert_eq!(&text[named.action..], action);
    }

    #[test]
    fn a_lead_and_a_list_of_supporters() {
        check(
            "Ban Dân vận chủ trì, phối hợp với Hội Nông dân, Văn phòng và các Ban xây dựng Đảng giúp theo dõi",
            &["Ban Dân vận"],
            &["Hội Nông dân", "Văn phòng", "các Ban xây dựng Đảng"],
            "giúp theo dõi",
        );
    }

    #[test]
    fn without_chu_tri_the_subject_leads() {
        check(
            "Ban Tổ chức phối hợp với Hội Nông dân tham mưu",
            &["Ban Tổ chức"],
            &["Hội Nông dân"],
            "tham mưu",
        );
        check(
            "UBND xã chỉ đạo tổ chức thực hiện.",
            &["UBND xã"],
            &[],
            "chỉ đạo tổ chức thực hiện.",
        );
    }

    #[test]
    fn a_phrase_of_time_may_stand_first() {
        check(
            "Định kỳ hằng năm, cấp ủy chủ trì làm việc với Hội",
            &["cấp ủy"],
            &[],
            "làm việc với Hội",
        );
    }

    #[test]
    fn a_list_under_cac_is_one_group_and_several_names_are_several() {
        check(
            "Các chi bộ, đảng bộ trực thuộc căn cứ",
            &["Các chi bộ, đảng bộ trực thuộc"],
            &[],
            "căn cứ",
        );
        check(
            "Mặt trận Tổ quốc, các đoàn thể căn cứ",
            &["Mặt trận Tổ quốc, các đoàn thể"],
            &[],
            "căn cứ",
        );
        check(
            "Công an xã và Trạm Y tế xã thực hiện",
            &["Công an xã", "Trạm Y tế xã"],
            &[],
            "thực hiện",
        );
    }

    #[test]
    fn a_sentence_without_subject_names_nobody() {
        check(
            "Tăng cường kiểm tra, giám sát.",
            &[],
            &[],
            "Tăng cường kiểm tra, giám sát.",
        );
        check(
            "Tổ chức thực hiện tốt các chế độ.",
            &[],
            &[],
            "Tổ chức thực hiện tốt các chế độ.",
        );
    }
}
