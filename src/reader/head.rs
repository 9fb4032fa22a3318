//! The facts around the outline: number, title, issuer, day, basis, recipients, signature.

use super::body;
use super::calendar::{self, Calendar};
use super::citation;
use super::date;
use super::layout;
use super::marker::{self, Marker};
use super::signing;
use super::words::{Phrases, words};
use crate::domain::{BeforeDay, Block, Citation, Day, Plan, PlanId, Role, Signature, Task, slug};
use chrono::Datelike;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// What an issuer does with its plan, at the end of the opening sentence.
static ISSUES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "xây dựng kế hoạch",
        "ban hành kế hoạch",
        "xây dựng chương trình",
        "ban hành chương trình",
        "xây dựng và ban hành kế hoạch",
        "thống nhất xây dựng kế hoạch",
        "thống nhất ban hành kế hoạch",
        "lập kế hoạch",
        "ban hành lịch",
        "ban hành hướng dẫn",
        "ban hành phương án",
        "xây dựng phương án",
    ])
});

/// Lines of the letterhead that are the same on every document.
static MOTTOS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "cộng hòa xã hội chủ nghĩa việt nam",
        "cộng hòa xã hội",
        "chủ nghĩa việt nam",
        "độc lập - tự do - hạnh phúc",
        "độc lập – tự do – hạnh phúc",
        "đảng cộng sản việt nam",
        "đoàn tncs hồ chí minh",
    ])
});

/// The facts of a document, but for its outline.
pub(super) struct Head {
    pub(super) number: Option<String>,
    kind: Option<String>,
    title: String,
    pub(super) issuer: Option<String>,
    pub(super) issued: Option<Day>,
    basis: Vec<Citation>,
    recipients: Vec<String>,
    signature: Option<Signature>,
}

pub(super) fn read(blocks: &[Block]) -> Head {
    let first = |role| {
        blocks
            .iter()
            .find(|block| block.role == role)
            .map(|block| block.text.as_str())
    };
    let all = |role| {
        blocks
            .iter()
            .filter(move |block| block.role == role)
            .map(|block| block.text.as_str())
    };
    let title = title(blocks);
    let number = all(Role::Number).find_map(number);
    let kind = first(Role::Kind).map(|kind| kind.trim_end_matches([':', ' ']).to_owned());
    Head {
        kind: kind.or_else(|| layout::kind_of(&title)),
        title,
        issuer: all(Role::Opening)
            .find_map(issuer)
            .or_else(|| letterhead(blocks)),
        issued: all(Role::Letterhead)
            .chain(all(Role::Number))
            .find_map(issue_day),
        // "(Kèm theo Quyết định số …)" names the document itself.
        basis: all(Role::Opening)
            .flat_map(citation::find)
            .filter(|cited| number.as_ref() != Some(&cited.number))
            .collect(),
        recipients: recipients(blocks),
        number,
        signature: signing::signature(blocks),
    }
}

impl Head {
    /// Returns the time in which the plan stands.
    pub(super) fn calendar(&self) -> Calendar {
        let dates = self.basis.iter().filter_map(|cited| cited.date);
        Calendar {
            issued: self.issued,
            named: calendar::year_of(&self.title),
            basis: dates.max().map(|day| day.year()),
        }
    }

    /// Joins the facts with the text and its tasks.
    pub(super) fn into_plan(self, blocks: Vec<Block>, tasks: Vec<Task>) -> Plan {
        Plan {
            id: self.id(),
            revision: 1,
            number: self.number,
            kind: self.kind,
            title: self.title,
            issuer: self.issuer,
            issued: self.issued,
            basis: self.basis,
            blocks,
            tasks,
            recipients: self.recipients,
            signature: self.signature,
            before_day: BeforeDay::default(),
            name: None,
            retired: Vec::new(),
        }
    }

    /// A Party number returns each term, so title and issuer belong to the identity.
    fn id(&self) -> PlanId {
        let number = self.number.as_deref().unwrap_or_default();
        let words = [
            number,
            self.issuer.as_deref().unwrap_or_default(),
            &self.title,
        ]
        .map(slug)
        .join("/");
        let fingerprint: String = Sha256::digest(words)
            .iter()
            .take(4)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        PlanId::new(slug(&format!("{number} {fingerprint}")))
    }
}

/// Returns the first title; it may take several lines.
fn title(blocks: &[Block]) -> String {
    let from = blocks.iter().position(|block| block.role == Role::Title);
    let lines: Vec<_> = blocks[from.unwrap_or(blocks.len())..]
        .iter()
        .take_while(|block| block.role == Role::Title)
        .map(|block| block.text.as_str())
        .collect();
    lines.join(" ")
}

/// Returns the number and sign without blanks; `None` where no figure was filled in. What follows on
/// the same line, such as place and date, is left out.
fn number(line: &str) -> Option<String> {
    let rest = line
        .strip_prefix("Số")
        .or_else(|| line.strip_prefix("SỐ"))?
        .trim_start_matches([':', ' ']);
    rest.starts_with(|c: char| c.is_ascii_digit())
        .then_some(())?;
    let mut sign = String::new();
    for part in rest.split(' ') {
        let joins = sign.is_empty() || sign.ends_with(['-', '/']) || part.starts_with(['-', '/']);
        let is_sign = part.chars().all(|c| {
            c.is_ascii_digit()
                || c.is_uppercase()
                || c.is_lowercase() && sign.is_empty()
                || matches!(c, '-' | '/' | '&' | '.' | '–')
        }) || part.contains('/') && sign.is_empty();
        if !joins || !is_sign {
            break;
        }
        sign.push_str(part);
    }
    let sign = sign.trim_end_matches(['.', ',', ';']);
    sign.contains(['-', '/']).then(|| sign.to_owned())
}

/// Returns the day of "Xã A, ngày 18 tháng 11 năm 2025"; `None` where the day was left blank.
fn issue_day(line: &str) -> Option<Day> {
    let words = words(line);
    let at = words
        .iter()
        .position(|word| word.is("ngày") || word.is("ngy"))?;
    date::day(words.get(at + 1..)?).map(|(day, _)| day)
}

/// Returns who issues the plan: the subject of the clause "… xây dựng kế hoạch". In "Quyết định …
/// của Ủy ban nhân dân tỉnh ban hành Kế hoạch …" somebody else does.
fn issuer(opening: &str) -> Option<String> {
    let words = words(opening);
    let mut verbs = (0..words.len()).filter(|at| ISSUES.at(&words[*at..]).is_some());
    verbs.find_map(|verb| {
        let from = words[..verb]
            .iter()
            .rposition(|word| word.is_sign(',') || word.is_sign(';'))
            .map_or(0, |comma| comma + 1);
        let names = body::begins(&words[from..verb]) > 0;
        let name = opening.get(words[from].range.start..words[verb].range.start)?;
        (names && !name.trim().is_empty()).then(|| name.trim().to_owned())
    })
}

/// Returns who issues the plan by its letterhead: the lines that are no motto, number or date.
fn letterhead(blocks: &[Block]) -> Option<String> {
    let lines: Vec<_> = blocks
        .iter()
        .filter(|block| block.role == Role::Letterhead)
        .map(|block| block.text.as_str())
        .filter(|line| {
            let words = words(line);
            MOTTOS.at(&words).is_none() && !line.contains(char::is_lowercase)
        })
        .collect();
    let name = lines.join(" ");
    (!name.is_empty()).then_some(name)
}

/// Returns those to whom the plan goes: the dashes below "Nơi nhận:", or its lines.
fn recipients(blocks: &[Block]) -> Vec<String> {
    let from = blocks
        .iter()
        .position(|block| block.role == Role::RecipientsHeading);
    let lines: Vec<_> = blocks[from.unwrap_or(blocks.len())..]
        .iter()
        .skip(1)
        .take_while(|block| matches!(block.role, Role::Recipient | Role::Authority | Role::Signer))
        .filter(|block| block.role == Role::Recipient)
        .collect();
    let dashed = lines
        .iter()
        .any(|block| marker::kind(&block.marker) == Marker::Dash);
    lines
        .iter()
        .filter(|block| !dashed || marker::kind(&block.marker) == Marker::Dash)
        .map(|block| block.text.trim_end_matches([',', ';', '.', ' ']).to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_both_styles() {
        for (line, expected) in [
            ("Số 96 -KH/HU", Some("96-KH/HU")),
            ("Số: 16/KH-UBND", Some("16/KH-UBND")),
            ("Số:0130/KH-UBND", Some("0130/KH-UBND")),
            ("Số 77 /KH-BTV", Some("77/KH-BTV")),
            (
                "Số: 5/KH-MTTQ-BTT Xã A, ngày 18 tháng 11 năm 2025",
                Some("5/KH-MTTQ-BTT"),
            ),
            ("Số: /KH-UBND", None),
            ("Số: ... /KH-UBND", None),
        ] {
            assert_eq!(number(line).as_deref(), expected, "{line}");
        }
    }

    #[test]
    fn the_day_of_issue_stands_with_the_place() {
        let day = |line| issue_day(line).map(|day| day.to_string());
        assert_eq!(
            day("Xã A, ngày 05 tháng 3 năm 2026").as_deref(),
            Some("2026-03-05")
        );
        assert_eq!(day("Xã A, ngày tháng 11 năm 2025"), None);
    }
}
