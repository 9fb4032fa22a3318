//! Names without a sentence: headings that are nothing but names, and what stands behind "Cơ quan
//! thực hiện:".

use super::extent::names_end;
use super::party::REQUESTS;
use super::words::{Phrases, Word};
use super::{body, list, support, verb};
use std::sync::LazyLock;

/// Reads a heading that is nothing but names: "2. Sở Tài chính (cơ quan thường trực):".
pub(super) fn heading(text: &str, words: &[Word]) -> Option<Vec<String>> {
    const LONGEST: usize = 60;
    if words.len() > LONGEST {
        return None;
    }
    let (from, told) = heading_start(words);
    if is_place(words) {
        return Some(list::split(text, words));
    }
    let end = cut_apposition(words, from);
    let begins = body::begins(&words[from..end]) > 0;
    if !told && !begins {
        return None;
    }
    let names_end = if begins {
        names_end(words, from).min(end)
    } else {
        end
    };
    let whole = words[names_end..end].iter().all(|word| word.sign.is_some());
    let names = &words[from..if told { names_end } else { end }];
    (told || whole)
        .then(|| list::split(text, names))
        .filter(|names| !names.is_empty())
}

/// "Thôn 3", "Xã A": a place that is a heading of its own.
fn is_place(words: &[Word]) -> bool {
    let places = ["thôn", "bản", "ấp", "xóm", "xã", "phường", "khu", "tổ"];
    let [first, name, rest @ ..] = words else {
        return false;
    };
    let named = |word: &Word| word.capital || word.number.is_some() || word.sign.is_some();
    places.iter().any(|place| first.is(place))
        && (name.capital || name.number.is_some())
        && verb::begins(words) == 0
        && rest.len() < 3
        && rest.iter().all(named)
}

/// Reads a heading that begins with a name but goes on with what may be a verb, above lines that all
/// begin with a verb: only a name can stand there.
pub(super) fn loose_heading(text: &str, words: &[Word]) -> Option<Vec<String>> {
    const LONGEST: usize = 60;
    let led = words
        .windows(2)
        .any(|two| two[0].is("trách") && two[1].is("nhiệm"));
    let begins = words.len() <= LONGEST && !led && !text.ends_with('.') && body::begins(words) > 0;
    begins.then(|| list::split(text, &words[..cut_apposition(words, 0)]))
}

/// Words before the names of a heading.
static OWNERS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "trách nhiệm của",
        "nhiệm vụ của",
        "nhiệm vụ cụ thể của",
        "trách nhiệm và quyền hạn của",
        "nhiệm vụ, quyền hạn của",
        "phân công nhiệm vụ cho",
    ])
});

fn heading_start(words: &[Word]) -> (usize, bool) {
    if let Some(owner) = OWNERS.at(words) {
        return (owner, true);
    }
    let asked = REQUESTS.at(words).unwrap_or(0);
    let towards = usize::from(words.first().is_some_and(|word| word.is("đối"))) * 2;
    (asked.max(towards).min(words.len()), false)
}

/// Cuts "(gồm …)" and "- Cơ quan thường trực …" from the end of a heading.
fn cut_apposition(words: &[Word], from: usize) -> usize {
    let closed = |at: usize| {
        let closing = words[at..].iter().position(|word| word.is_sign(')'));
        closing.is_some_and(|closing| words[at + closing..].iter().all(|word| word.sign.is_some()))
    };
    let cut = (from + 1..words.len()).find(|at| {
        words[*at].is_sign('(') && closed(*at)
            || words[*at].is_sign(':')
            || (words[*at].is_sign('-') || words[*at].is_sign('–'))
                && words.get(at + 1).is_some_and(|word| word.is("cơ"))
                && words.get(at + 2).is_some_and(|word| word.is("quan"))
    });
    cut.unwrap_or(words.len())
}

/// Reads what stands behind "Cơ quan thực hiện:": who leads, and who does it with them.
pub(super) fn doers(text: &str, words: &[Word]) -> (Vec<String>, Vec<String>) {
    let led = (1..words.len())
        .find(|at| words[at - 1].is("chủ") && words[*at].is("trì"))
        .map(|at| at - 1)
        .filter(|led| *led > 0);
    let Some(led) = led else {
        return (without_scope(text, words), support::find(text, words));
    };
    let lead = list::split(text, &words[..led]);
    let mut support = support::find(text, words);
    if support.is_empty() {
        let next = (led..words.len()).find(|at| words[*at].is_sign(';'));
        support = next
            .map(|at| (at + 1, names_end(words, at + 1)))
            .map(|(from, end)| list::split(text, &words[from..end]))
            .unwrap_or_default();
    }
    (lead, support)
}

/// Splits names and leaves "trong phạm vi chức năng, nhiệm vụ của mình" out.
fn without_scope(text: &str, words: &[Word]) -> Vec<String> {
    let scope = words
        .windows(2)
        .position(|two| two[0].is("trong") && two[1].is("phạm"));
    let Some(from) = scope else {
        let end = names_end(words, 0);
        return list::split(text, &words[..end]);
    };
    let mut names = list::split(text, &words[..from]);
    if let Some(own) = words[from..].iter().position(|word| word.is("mình")) {
        names.extend(list::split(text, &words[from + own + 1..]));
    }
    names
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    #[test]
    fn headings_that_are_names() {
        for (text, names) in [
            ("Sở Nội vụ (Cơ quan thường trực):", Some(&["Sở Nội vụ"][..])),
            (
                "Trách nhiệm của đối tượng kiểm kê:",
                Some(&["đối tượng kiểm kê"]),
            ),
            (
                "Cán bộ phụ trách lĩnh vực giám sát và phản biện xã hội",
                Some(&["Cán bộ phụ trách lĩnh vực giám sát và phản biện xã hội"]),
            ),
            (
                "Sở Tài chính - Cơ quan thường trực Ban Chỉ đạo",
                Some(&["Sở Tài chính"]),
            ),
            ("Thôn 3", Some(&["Thôn 3"])),
            ("Công tác tuyên truyền", None),
            ("Khu vui chơi", None),
            ("Tổ chức hội nghị hiệp thương", None),
            ("Ban Tổ chức chủ trì tham mưu", None),
        ] {
            assert_eq!(
                heading(text, &words(text)).as_deref(),
                names
                    .map(|names| names
                        .iter()
                        .map(|name| (*name).to_owned())
                        .collect::<Vec<_>>())
                    .as_deref(),
                "{text}"
            );
        }
    }

    #[test]
    fn doers_are_leads_and_those_beside_them() {
        let text = "Phòng A chủ trì tham mưu ban hành; Phòng B và các thôn chủ động triển khai.";
        assert_eq!(
            doers(text, &words(text)),
            (
                vec!["Phòng A".to_owned()],
                vec!["Phòng B".to_owned(), "các thôn".to_owned()]
            )
        );
        let text =
            "Phòng A, các thôn trong phạm vi nhiệm vụ của mình và các cơ quan khác có liên quan.";
        assert_eq!(
            doers(text, &words(text)).0,
            ["Phòng A", "các thôn", "các cơ quan khác có liên quan"]
        );
    }
}
