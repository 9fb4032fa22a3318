//! Who leads and who supports: the subject of the sentence, "chủ trì", "phối hợp với".

use super::words::{Phrases, Word};
use super::{body, list, support, verb};
use std::ops::Range;
use std::sync::LazyLock;

/// Words that make the verb behind them part of a name: "cán bộ phụ trách công tác tuyên truyền".
const OBJECTS: [&str; 7] = [
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

/// Words that open a sentence before its subject: "Căn cứ kế hoạch này, các đơn vị …".
#[rustfmt::skip]
static OPENINGS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "căn cứ", "trên cơ sở", "trong quá trình", "trong phạm vi", "trong thời gian", "trong tháng", "trong năm", "trong", "kết thúc", "sau khi",
        "ngay sau", "sau", "khi", "định kỳ", "hằng", "hàng", "theo", "đối với", "nếu", "để", "nhằm", "trước", "chậm nhất", "từ", "đến",
        "tùy", "với", "thông qua", "trường hợp", "cuối", "đầu", "mỗi", "thực hiện chỉ đạo", "về", "ngoài", "bên cạnh", "cùng với", "đồng thời", "quý", "tháng",
    ])
});

/// Words that ask somebody to act.
pub(super) static REQUESTS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "đề nghị",
        "giao",
        "giao cho",
        "yêu cầu",
        "kính đề nghị",
        "trân trọng đề nghị",
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

/// Reads who leads and supports. `skip` is a phrase, such as "định kỳ hằng năm", in words, that may
/// stand before the subject.
pub(super) fn find(text: &str, words: &[Word], skip: Option<&Range<usize>>) -> Named {
    let support = support::find(text, words);
    let subject = subjects(words, skip).find_map(|from| {
        let end = subject_end(words, from)?;
        Some((from, end))
    });
    let Some((from, end)) = subject else {
        let from = skip
            .filter(|skip| skip.start == 0)
            .map_or(0, |skip| skip_comma(words, skip.end));
        return Named {
            lead: Vec::new(),
            support,
            action: words.get(from).map_or(0, |word| word.range.start),
        };
    };
    let mut lead = list::split(text, &words[from..end]);
    lead.extend(later_subjects(words, end).flat_map(|range| list::split(text, &words[range])));
    Named {
        lead,
        support,
        action: action(words, end),
    }
}

/// "Phòng A chỉ đạo …; các thôn tổ chức …": a later clause may have a subject of its own.
fn later_subjects(words: &[Word], from: usize) -> impl Iterator<Item = Range<usize>> + '_ {
    (from..words.len())
        .filter(|at| words[*at].is_sign(';'))
        .filter_map(|at| {
            let named = words
                .get(at + 1)
                .is_some_and(|word| word.capital || body::is_plural(word));
            let end = subject_end(words, at + 1).filter(|_| named)?;
            Some(at + 1..end)
        })
}

/// Returns the byte of the first verb behind the names.
fn action(words: &[Word], end: usize) -> usize {
    let mut at = end;
    if words.get(at).is_some_and(|word| word.is("chủ"))
        && words.get(at + 1).is_some_and(|word| word.is("trì"))
    {
        at = skip_comma(words, at + 2);
    }
    if support::is_joint(words, at) {
        at = support::range(words, at).map_or(at, |range| range.end);
    }
    at += usize::from(words.get(at).is_some_and(|word| word.is_sign(':')));
    words
        .get(at)
        .or_else(|| words.get(end))
        .map_or(0, |word| word.range.start)
}

fn skip_comma(words: &[Word], at: usize) -> usize {
    at + usize::from(words.get(at).is_some_and(|word| word.is_sign(',')))
}

/// Returns the places at which the subject may begin.
fn subjects<'w>(
    words: &'w [Word],
    skip: Option<&Range<usize>>,
) -> impl Iterator<Item = usize> + 'w {
    const FAR: usize = 60;
    let asked = REQUESTS.at(words).unwrap_or(0);
    let skipped = skip
        .filter(|skip| skip.start == 0)
        .map(|skip| skip_comma(words, skip.end));
    let opens = OPENINGS.at(words) >= Some(verb::begins(words).max(1));
    let behind = (0..words.len().min(FAR))
        .filter(|at| words[*at].is_sign(',') || words[*at].is_sign(':'))
        // Where a verb follows, the sentence goes on without a subject.
        .take_while(|at| acts(&words[at + 1..]) == 0)
        .filter(move |at| {
            let rest = &words[at + 1..];
            let named = rest
                .first()
                .is_some_and(|word| word.capital || body::is_plural(word));
            let told = opens && named || words[*at].is_sign(':') && *at < 25;
            told || REQUESTS.at(rest).is_some()
        });
    let behind = behind.map(|at| at + 1 + REQUESTS.at(&words[at + 1..]).unwrap_or(0));
    std::iter::once(asked).chain(skipped).chain(behind)
}

/// Returns how many words the verb takes with which a clause begins; words that open another clause
/// before the subject, and requests, are none.
fn acts(words: &[Word]) -> usize {
    let verb = verb::begins(words);
    let other = OPENINGS.at(words).max(REQUESTS.at(words)).unwrap_or(0);
    let name = body::begins(words);
    if other >= verb || name >= verb {
        0
    } else {
        verb
    }
}

/// Returns where the names end that begin at `from`: at a verb, or at a colon behind them.
fn subject_end(words: &[Word], from: usize) -> Option<usize> {
    let rest = words.get(from..)?;
    if body::begins(rest) == 0 {
        return None;
    }
    let end = names_end(words, from);
    let ends = |sign| matches!(sign, '.' | '?' | ';' | '!');
    let acts = words
        .get(end)
        .is_some_and(|word| !word.sign.is_some_and(ends));
    (end > from && acts).then_some(end)
}

/// Returns where a run of names ends: at the next verb, colon or end of the sentence.
pub(super) fn names_end(words: &[Word], from: usize) -> usize {
    let mut at = from;
    let mut depth = 0_i32;
    // Whether the words before make the next verb part of a name.
    let mut object = false;
    while at < words.len() {
        let rest = &words[at..];
        match rest[0].sign {
            Some('(') => depth += 1,
            Some(')') => depth -= 1,
            Some('.' | ':') if depth == 0 => return at,
            Some(';') if depth == 0 && body::begins(&rest[1..]) == 0 => return at,
            _ => {}
        }
        let name = name_part(rest);
        if depth > 0 {
            at += 1;
        } else if name > 0 {
            at += name;
            object = false;
        } else if let Some(length) = object_part(rest, at - from, object) {
            at += length;
            object = true;
        } else if rest[0].capital || verb::begins(rest) == 0 || is_listed(words, at) {
            object = object && rest[0].is("và");
            at += 1;
        } else if object || at == from {
            at += verb::begins(rest);
            // "giám sát và phản biện": what is joined belongs to the same name.
            object = words.get(at).is_some_and(|word| word.is("và"));
        } else {
            return at - usize::from(words[at - 1].is_sign(','));
        }
    }
    words.len()
}

/// Returns how many words belong to a name for sure: its beginning, "được giao chủ trì".
fn name_part(words: &[Word]) -> usize {
    match PASSIVES.at(words) {
        Some(passive) => passive + words.get(passive..).map_or(0, verb::begins),
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
    let joins = |word: &Word| word.is_sign(',') || word.is("và");
    words[at].is("tổ") && at > 0 && joins(&words[at - 1]) && words.get(at + 2).is_some_and(joins)
}

#[cfg(test)]
mod tests {
    use super::super::recurrence;
    use super::super::words::words;
    use super::*;

    fn check(text: &str, lead: &[&str], support: &[&str], action: &str) {
        let words = words(text);
        let skip = recurrence::find(&words)
            .into_iter()
            .next()
            .map(|found| found.1);
        let named = find(text, &words, skip.as_ref());
        assert_eq!(named.lead, lead, "{text}");
        assert_eq!(named.support, support, "{text}");
        assert_eq!(&text[named.action..], action, "{text}");
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
        check(
            "Các đơn vị được giao chủ trì có trách nhiệm báo cáo.",
            &["Các đơn vị được giao chủ trì"],
            &[],
            "có trách nhiệm báo cáo.",
        );
    }

    #[test]
    fn a_phrase_of_time_or_ground_may_stand_first() {
        check(
            "Định kỳ hằng năm, cấp ủy chủ trì làm việc với Hội",
            &["cấp ủy"],
            &[],
            "làm việc với Hội",
        );
        check(
            "Căn cứ nội dung kế hoạch, các phòng, ban chuyên môn và UBND các xã xây dựng kế hoạch riêng.",
            &["các phòng, ban chuyên môn", "UBND các xã"],
            &[],
            "xây dựng kế hoạch riêng.",
        );
        check(
            "Đề nghị Hội Nông dân xã vận động hội viên.",
            &["Hội Nông dân xã"],
            &[],
            "vận động hội viên.",
        );
    }

    #[test]
    fn a_sentence_without_subject_names_nobody() {
        for text in [
            "Tăng cường kiểm tra, giám sát.",
            "Tổ chức thực hiện tốt các chế độ.",
            "Tham mưu Ủy ban nhân dân xã theo dõi, đôn đốc.",
        ] {
            check(text, &[], &[], text);
        }
        check(
            "Kiểm tra việc chủ trì, phối hợp với Trưởng thôn tổ chức hội nghị.",
            &[],
            &[],
            "Kiểm tra việc chủ trì, phối hợp với Trưởng thôn tổ chức hội nghị.",
        );
    }

    #[test]
    fn supporters_stand_anywhere() {
        check(
            "Phối hợp chặt chẽ với Ban Thường trực trong việc cử cán bộ",
            &[],
            &["Ban Thường trực"],
            "Phối hợp chặt chẽ với Ban Thường trực trong việc cử cán bộ",
        );
    }
}
