//! The facts around the outline: number, title, issuer, basis, recipients, signature.

use super::citation;
use super::words::{Phrases, words};
use crate::domain::{BeforeDay, Block, Citation, Plan, PlanId, Role, Signature, Task, slug};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// What an issuer does with its plan, at the end of the opening sentence.
static ISSUES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "xây dựng kế hoạch",
        "ban hành kế hoạch",
        "xây dựng chương trình",
        "ban hành chương trình",
    ])
});

/// The facts of a document, but for its outline.
pub(super) struct Head {
    pub(super) number: Option<String>,
    kind: Option<String>,
    title: String,
    pub(super) issuer: Option<String>,
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
    Head {
        number: first(Role::Number).and_then(number),
        kind: first(Role::Kind).map(str::to_owned),
        title: first(Role::Title).unwrap_or_default().to_owned(),
        issuer: all(Role::Opening).find_map(issuer),
        basis: all(Role::Opening).flat_map(citation::find).collect(),
        recipients: all(Role::Recipient)
            .map(|name| name.trim_end_matches([',', ';', '.']).to_owned())
            .collect(),
        signature: first(Role::Signer).map(|name| Signature {
            authority: first(Role::Authority).map(str::to_owned),
            post: all(Role::Authority).nth(1).map(str::to_owned),
            name: name.to_owned(),
        }),
    }
}

impl Head {
    /// Joins the facts with the text and its tasks. The day of issue is not guessed.
    pub(super) fn into_plan(self, blocks: Vec<Block>, tasks: Vec<Task>) -> Plan {
        Plan {
            id: self.id(),
            revision: 1,
            number: self.number,
            kind: self.kind,
            title: self.title,
            issuer: self.issuer,
            issued: None,
            basis: self.basis,
            blocks,
            tasks,
            recipients: self.recipients,
            signature: self.signature,
            before_day: BeforeDay::default(),
        }
    }
}

impl Head {
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

/// Returns the number and sign without blanks; `None` where no figure was filled in.
fn number(line: &str) -> Option<String> {
    let sign: String = line
        .strip_prefix("Số")?
        .trim_start_matches([':', ' '])
        .split_whitespace()
        .collect();
    sign.starts_with(|c: char| c.is_ascii_digit())
        .then_some(sign)
}

/// Returns who issues the plan: the subject of the clause "… xây dựng kế hoạch".
fn issuer(opening: &str) -> Option<String> {
    let words = words(opening);
    let verb = (0..words.len()).find(|at| ISSUES.at(&words[*at..]).is_some())?;
    let from = words[..verb]
        .iter()
        .rposition(|word| word.key == ",")
        .map_or(0, |comma| comma + 1);
    let name = opening
        .get(words[from].range.start..words[verb].range.start)?
        .trim();
    (!name.is_empty()).then(|| name.to_owned())
}
