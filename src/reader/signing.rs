//! The signature: by whose authority, the post, the name.

use super::layout::is_upper;
use super::words::{Phrases, words};
use crate::domain::{Block, Role, Signature};
use std::sync::LazyLock;

/// Words that begin the signature block.
const AUTHORITIES: [&str; 12] = [
    "T/M", "K/T", "T/L", "TM.", "KT.", "TL.", "TUQ.", "Q.", "TM", "KT", "TL", "T.M",
];

/// Posts of those who sign, in capitals on a line of their own.
#[rustfmt::skip]
static POSTS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "chủ tịch",
        "phó chủ tịch",
        "bí thư",
        "phó bí thư",
        "trưởng ban",
        "phó trưởng ban",
        "giám đốc",
        "phó giám đốc",
        "chánh văn phòng",
        "trưởng phòng",
        "hiệu trưởng",
        "thủ trưởng",
        "tổ trưởng",
        "trưởng tiểu ban",
    ])
});

/// "TM. BAN THƯỜNG VỤ", or the post of the signer in capitals.
pub(super) fn begins_signature(text: &str) -> bool {
    let first = text.split([' ', '\u{a0}']).next().unwrap_or_default();
    if !is_upper(text) {
        return false;
    }
    AUTHORITIES.contains(&first) || is_post(text)
}

/// "PHÓ CHỦ TỊCH", in capitals and alone.
pub(super) fn is_post(text: &str) -> bool {
    const LONGEST: usize = 6;
    if !is_upper(text) {
        return false;
    }
    let words = words(text);
    words.len() <= LONGEST && POSTS.at(&words) == Some(words.len())
}

/// The signers are the lines of a signature block that look like names of persons, or its last.
pub(super) fn name_signers(blocks: &mut [Block]) {
    for run in
        blocks.chunk_by_mut(|a, b| (a.role == Role::Authority) == (b.role == Role::Authority))
    {
        if run[0].role != Role::Authority {
            continue;
        }
        let is_last_name = |at: usize| {
            is_name(&run[at].text) && run.get(at + 1).is_none_or(|next| !is_name(&next.text))
        };
        let mut named: Vec<_> = (0..run.len()).filter(|at| is_last_name(*at)).collect();
        if named.is_empty() && run.len() > 1 {
            named.push(run.len() - 1);
        }
        for at in named {
            run[at].role = Role::Signer;
        }
    }
}

/// Returns the first signature: the first line that is a post is the signer's, what stands above it
/// tells the authority.
pub(super) fn signature(blocks: &[Block]) -> Option<Signature> {
    let signer = blocks.iter().position(|block| block.role == Role::Signer)?;
    let mut above: Vec<_> = blocks[..signer]
        .iter()
        .rev()
        .take_while(|block| {
            matches!(
                block.role,
                Role::Authority | Role::Recipient | Role::RecipientsHeading
            )
        })
        .filter(|block| block.role == Role::Authority)
        .map(|block| block.text.as_str())
        .collect();
    above.reverse();
    let post = above.iter().position(|line| names_post(line));
    let by = post.unwrap_or_else(|| {
        above
            .iter()
            .take_while(|line| names_authority(line))
            .count()
    });
    Some(Signature {
        authority: (by > 0).then(|| above[..by].join(" ")),
        post: above.get(by).map(|post| (*post).to_owned()),
        name: blocks[signer].text.clone(),
    })
}

/// "PHÓ CHỦ TỊCH", but not "KT. CHỦ TỊCH".
fn names_post(line: &str) -> bool {
    !names_authority(line) && POSTS.at(&words(line)).is_some()
}

/// "TM. ỦY BAN NHÂN DÂN", "KT.CHỦ TỊCH".
fn names_authority(line: &str) -> bool {
    AUTHORITIES.iter().any(|by| {
        line.strip_prefix(by)
            .is_some_and(|rest| by.ends_with('.') || rest.starts_with([' ', '.', ':']))
    })
}

/// Ranks that stand before a name.
const RANKS: [&str; 10] = [
    "Đại tá ",
    "Thượng tá ",
    "Trung tá ",
    "Thiếu tá ",
    "Đại úy ",
    "Thượng úy ",
    "Trung úy ",
    "Thiếu tướng ",
    "ThS. ",
    "TS. ",
];

/// Two to six words that all begin with a capital: "Trần Thị B".
pub(super) fn is_name(text: &str) -> bool {
    let text = RANKS
        .iter()
        .find_map(|rank| text.strip_prefix(rank))
        .unwrap_or(text);
    let words: Vec<_> = text.split(' ').collect();
    (2..=6).contains(&words.len())
        && !is_upper(text)
        && words.iter().all(|word| {
            word.starts_with(char::is_uppercase)
                && word.chars().all(|c| c.is_alphabetic() || c == '.')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signed(lines: &[&str]) -> (Option<String>, Option<String>, String) {
        let mut blocks: Vec<_> = lines
            .iter()
            .map(|line| Block {
                role: Role::Authority,
                marker: String::new(),
                text: (*line).to_owned(),
                emphasis: Vec::new(),
                line: 1,
            })
            .collect();
        name_signers(&mut blocks);
        let Signature {
            authority,
            post,
            name,
        } = signature(&blocks).expect("a signature");
        (authority, post, name)
    }

    #[test]
    fn authority_and_post_are_told_apart() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            signed(&[
                "TM. ỦY BAN NHÂN DÂN",
                "KT.CHỦ TỊCH",
                "PHÓ CHỦ TỊCH",
                "(Đã ký)",
                "Trần Văn B"
            ]),
            (
                some("TM. ỦY BAN NHÂN DÂN KT.CHỦ TỊCH"),
                some("PHÓ CHỦ TỊCH"),
                "Trần Văn B".to_owned()
            )
        );
        assert_eq!(
            signed(&["TRƯỞNG BAN", "Phó Chủ Tịch", "Trần Văn B"]),
            (None, some("TRƯỞNG BAN"), "Trần Văn B".to_owned())
        );
        assert_eq!(
            signed(&[
                "SỞ A",
                "GIÁM ĐỐC",
                "Đại tá Trần Văn B",
                "SỞ C",
                "PHÓ GIÁM ĐỐC",
                "Lê Thị D"
            ]),
            (
                some("SỞ A"),
                some("GIÁM ĐỐC"),
                "Đại tá Trần Văn B".to_owned()
            )
        );
    }
}
