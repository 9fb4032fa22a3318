//! Who leads and who supports: the subject of the sentence, "chủ trì", "phối hợp với".

use super::extent::names_end;
use super::words::{Phrases, Word};
use super::{body, list, support, verb};
use std::ops::Range;
use std::sync::LazyLock;

/// Words that open a sentence before its subject: "Căn cứ kế hoạch này, các đơn vị …".
#[rustfmt::skip]
static OPENINGS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "căn cứ", "trên cơ sở", "trong quá trình", "trong phạm vi", "trong thời gian", "trong tháng", "trong năm", "trong", "kết thúc", "sau khi",
        "ngay sau", "sau", "khi", "định kỳ", "hằng", "hàng", "theo", "đối với", "nếu", "để", "nhằm", "trước", "chậm nhất", "từ", "đến",
        "tùy", "với", "thông qua", "trường hợp", "cuối", "đầu", "mỗi", "thực hiện chỉ đạo", "về", "ngoài", "bên cạnh", "cùng với", "đồng thời", "quý", "tháng", "nhiệm kỳ",
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
        "giao nhiệm vụ cho",
        "giao trách nhiệm cho",
        "trách nhiệm của",
    ])
});

static CHARGES: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(&["giao", "giao cho"]));

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
    let subject = subject.map(|(from, end)| charged(words, end).unwrap_or((from, end)));
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
    let later = later_subjects(words, end).into_iter();
    lead.extend(later.flat_map(|range| list::split(text, &words[range])));
    Named {
        lead,
        support,
        action: action(words, end),
    }
}

/// "Phân công đồng chí …", "Phân công Phòng A …", but not "Phân công cán bộ" in general: who leads
/// where nobody else does.
pub(super) fn appointed(text: &str, words: &[Word]) -> Option<Named> {
    let named = |word: &Word| word.capital || word.is("đồng") || word.is("đ");
    let plural = usize::from(words.get(2).is_some_and(body::is_plural));
    let begins = words.first()?.is("phân") && words.get(1)?.is("công");
    let named = begins && words.get(2 + plural).is_some_and(named);
    named
        .then(|| find(text, &words[2..], None))
        .filter(|named| !named.lead.is_empty())
}

/// "Ủy ban nhân dân xã giao Phòng A chủ trì": who is charged leads, not who charges.
fn charged(words: &[Word], at: usize) -> Option<(usize, usize)> {
    let from = at + CHARGES.at(words.get(at..)?)?;
    let end = subject_end(words, from)?;
    words[from].capital.then_some((from, end))
}

/// "Phòng A chỉ đạo …; các thôn tổ chức …": a later clause may have a subject of its own.
fn later_subjects(words: &[Word], from: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = from;
    while at < words.len() {
        let next = words.get(at + 1).filter(|_| words[at].is_sign(';'));
        at += 1;
        if next.is_some_and(|word| word.capital || body::is_plural(word)) {
            let end = names_end(words, at);
            if subject_end(words, at).is_some() {
                found.push(at..end);
            }
            // Names that nobody acts by hold no other subject.
            at = end.max(at);
        }
    }
    found
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
    // "Giao ban" is a verb of its own.
    let asked = REQUESTS
        .at(words)
        .filter(|asked| *asked >= verb::begins(words));
    let asked = asked.unwrap_or(0);
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
            let told =
                opens && (named || body::begins(rest) > 1) || words[*at].is_sign(':') && *at < 25;
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
