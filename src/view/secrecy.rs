//! The mark of a state secret on a plan, which does not belong into the app.

use crate::domain::Plan;

/// The degrees of the law on state secrets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secrecy {
    Confidential,
    Secret,
    TopSecret,
}

/// So many paragraphs from the beginning a mark is looked for; it stands beside the number.
const HEAD: usize = 20;

/// Returns the mark that a plan bears: capitals that stand alone near its head.
#[must_use]
pub fn secrecy(plan: &Plan) -> Option<Secrecy> {
    let mut lines = plan.blocks.iter().take(HEAD).flat_map(|block| {
        let lines = block.text.split(['\n', '\t']);
        lines.filter(|_| block.marker.is_empty())
    });
    lines.find_map(mark)
}

fn mark(line: &str) -> Option<Secrecy> {
    let line = line.trim_matches(|c: char| !c.is_alphabetic());
    let words: Vec<_> = line.split_whitespace().collect();
    match words[..] {
        ["MẬT"] => Some(Secrecy::Confidential),
        ["TỐI", "MẬT"] => Some(Secrecy::Secret),
        ["TUYỆT", "MẬT"] => Some(Secrecy::TopSecret),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::read;

    fn check(text: &str, expected: Option<Secrecy>) {
        let text = format!("UỶ BAN NHÂN DÂN\nSố: 12/KH-UBND\n{text}\nKẾ HOẠCH\nCông tác năm\n");
        assert_eq!(secrecy(&read(&text).plan), expected, "{text}");
    }

    #[test]
    fn a_mark_stands_alone_in_capitals() {
        check("MẬT", Some(Secrecy::Confidential));
        check("  (TỐI  MẬT) ", Some(Secrecy::Secret));
        check("Độ dài: 2 trang\nTUYỆT MẬT", Some(Secrecy::TopSecret));
        check("Công tác bảo vệ bí mật", None);
        check("Mật ong", None);
        check("", None);
    }

    #[test]
    fn far_below_the_head_it_is_a_word() {
        let text = format!("{}\nMẬT", "Một đoạn văn.\n\n".repeat(60));
        check(&text, None);
    }
}
