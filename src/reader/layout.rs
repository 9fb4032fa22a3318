//! Paragraphs → blocks: what each paragraph is in the document.

use super::emphasis::emphasis;
use super::grid;
use super::marker::{self, Marker};
use super::paragraph::Paragraph;
use super::signing;
pub(super) use super::signing::{begins_signature, is_name};
use super::words::{Phrases, words};
use crate::domain::{Block, Emphasis, Role};
use std::sync::LazyLock;

/// The kinds of documents that carry tasks.
#[rustfmt::skip]
static KINDS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "kế hoạch",
        "kế hoạch liên tịch",
        "kế hoạch phối hợp",
        "chương trình",
        "chương trình hành động",
        "chương trình công tác",
        "chương trình phối hợp",
        "quyết định",
        "chỉ thị",
        "nghị quyết",
        "hướng dẫn",
        "thông báo",
        "thông báo kết luận",
        "thông tri",
        "công điện",
        "phương án",
        "đề án",
        "quy chế",
        "kết luận",
    ])
});

/// Words with which the paragraph behind the title begins.
#[rustfmt::skip]
static OPENINGS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "căn cứ", "thực hiện", "theo", "để", "nhằm", "trên cơ sở", "xét", "sau khi", "kèm theo",
        "triển khai", "tiếp tục", "ban hành kèm theo",
    ])
});

/// Bodies and posts that decide; their name in capitals stands above the basis of a decision.
#[rustfmt::skip]
static DECIDERS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "chủ tịch", "ủy ban", "hội đồng", "ban thường vụ", "ban thường trực", "ban chấp hành",
        "giám đốc", "bộ trưởng", "đảng ủy", "trưởng ban",
    ])
});

/// Gives each paragraph its role.
pub(super) fn blocks(paragraphs: &[Paragraph]) -> Vec<Block> {
    let mut layout = Layout {
        stage: Stage::Head,
        blocks: Vec::with_capacity(paragraphs.len()),
    };
    for paragraph in paragraphs {
        layout.take(paragraph);
    }
    signing::name_signers(&mut layout.blocks);
    layout.blocks
}

/// How far the reading of the document has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Head,
    Title,
    Opening,
    Body,
    Recipients,
    Signature,
}

struct Layout {
    stage: Stage,
    blocks: Vec<Block>,
}

impl Layout {
    fn take(&mut self, paragraph: &Paragraph) {
        let (text, emphasis) = emphasis(&paragraph.text);
        let text = text.trim();
        let role = self.role(text);
        let marked = matches!(role, Role::Section | Role::Point | Role::Recipient);
        let (marker, rest) = if marked {
            marker::split(text)
        } else {
            ("", text)
        };
        if role == Role::Recipient && marker.is_empty() && self.goes_on_recipient(text) {
            return;
        }
        let cut = text.len() - rest.len();
        self.blocks.push(Block {
            role,
            marker: marker.to_owned(),
            text: rest.to_owned(),
            emphasis: emphasis
                .iter()
                .filter_map(|emphasis| shifted(emphasis, cut, rest.len()))
                .collect(),
            line: paragraph.line.max(1),
        });
    }

    /// A recipient's name may be cut: "- Bí thư Chi bộ, Trưởng thôn, Ban công / tác Mặt trận;".
    /// Where no dash tells, a sign ends it.
    fn goes_on_recipient(&mut self, text: &str) -> bool {
        let goes_on = |last: &&mut Block| {
            let open = !last.marker.is_empty() || !last.text.ends_with([';', ',', '.']);
            last.role == Role::Recipient && open
        };
        let Some(last) = self.blocks.last_mut().filter(goes_on) else {
            return false;
        };
        last.text.push(' ');
        last.text.push_str(text);
        true
    }

    fn role(&mut self, text: &str) -> Role {
        let kind = marker::kind(marker::split(text).0);
        if is_kind(text) && matches!(self.stage, Stage::Head | Stage::Signature) {
            self.stage = Stage::Title;
            return Role::Kind;
        }
        if begins_recipients(text) {
            self.stage = Stage::Recipients;
            return Role::RecipientsHeading;
        }
        if is_annex(text) && self.stage != Stage::Head {
            self.stage = Stage::Body;
            return Role::Section;
        }
        match self.stage {
            Stage::Head => self.in_head(text, kind),
            Stage::Title => self.in_title(text, kind),
            Stage::Opening => self.in_opening(text, kind),
            Stage::Body => self.in_body(text, kind),
            Stage::Recipients => self.in_recipients(text, kind),
            Stage::Signature => self.in_signature(text, kind),
        }
    }

    fn in_head(&mut self, text: &str, kind: Marker) -> Role {
        let words = words(text);
        if words.first().is_some_and(|word| word.is("số")) && !text.starts_with("số") {
            return Role::Number;
        }
        if kind.is_section() || matches!(kind, Marker::Number(1)) || grid::is_row(text) {
            return self.in_body(text, kind);
        }
        // "Kế hoạch triển khai công tác …": kind and title in one.
        if KINDS.at(&words).is_some_and(|kind| words.len() > kind) {
            self.stage = Stage::Opening;
            return Role::Title;
        }
        Role::Letterhead
    }

    fn in_title(&mut self, text: &str, kind: Marker) -> Role {
        let first = !self.has_title();
        let words = words(text);
        let opens =
            OPENINGS.at(&words).is_some() && (text.ends_with([';', ':', '.']) || words.len() > 40);
        let decides = is_upper(text) && DECIDERS.at(&words).is_some();
        let ended = text.ends_with([';', ':', '.']) || text.starts_with('(') || words.len() > 45;
        if kind == Marker::None && (first || !opens && !decides && !ended && !is_kind(text)) {
            return Role::Title;
        }
        self.stage = Stage::Opening;
        self.in_opening(text, kind)
    }

    fn has_title(&self) -> bool {
        self.blocks
            .iter()
            .rev()
            .take_while(|block| block.role != Role::Kind)
            .any(|block| block.role == Role::Title)
    }

    fn in_opening(&mut self, text: &str, kind: Marker) -> Role {
        if kind == Marker::None && !grid::is_row(text) || kind.is_bullet() {
            Role::Opening
        } else {
            self.in_body(text, kind)
        }
    }

    fn in_body(&mut self, text: &str, kind: Marker) -> Role {
        if begins_signature(text) {
            self.stage = Stage::Signature;
            return Role::Authority;
        }
        self.stage = Stage::Body;
        if grid::is_row(text) {
            Role::Row
        } else if kind == Marker::None {
            Role::Paragraph
        } else if kind.is_section() {
            Role::Section
        } else {
            Role::Point
        }
    }

    fn in_recipients(&mut self, text: &str, kind: Marker) -> Role {
        if kind.is_bullet() {
            return Role::Recipient;
        }
        let ends = text.ends_with([';', ',', '.']);
        if !is_upper(text) && (ends || self.last_is_cut()) {
            return Role::Recipient;
        }
        self.stage = Stage::Signature;
        Role::Authority
    }

    fn has_recipients(&self) -> bool {
        let mut behind = self.blocks.iter().rev();
        behind
            .find(|block| !matches!(block.role, Role::Authority | Role::Signer))
            .is_some_and(|block| matches!(block.role, Role::RecipientsHeading | Role::Recipient))
    }

    fn last_is_cut(&self) -> bool {
        self.blocks.last().is_some_and(|last| {
            last.role == Role::Recipient && !last.text.ends_with([';', '.', ',', ')'])
        })
    }

    fn in_signature(&mut self, text: &str, kind: Marker) -> Role {
        if kind.is_section() && is_upper(marker::split(text).1) {
            return self.in_body(text, kind);
        }
        // Recipients and signature stood side by side.
        if kind == Marker::Dash && self.has_recipients() {
            return Role::Recipient;
        }
        Role::Authority
    }
}

/// "KẾ HOẠCH", alone on its line.
pub(super) fn is_kind(text: &str) -> bool {
    let text = text.trim_end_matches([':', ' ']);
    is_upper(text) && {
        let words = words(text);
        KINDS.at(&words) == Some(words.len())
    }
}

/// Returns the kind that a title begins with, in capitals.
pub(super) fn kind_of(title: &str) -> Option<String> {
    let words = words(title);
    let length = KINDS.at(&words)?;
    Some(title[..words[length - 1].range.end].to_uppercase())
}

/// "PHỤ LỤC", "Phụ lục II".
pub(super) fn is_annex(text: &str) -> bool {
    const LONGEST: usize = 60;
    if text.len() > LONGEST || !text.starts_with('P') {
        return false;
    }
    let words = words(text);
    words.len() <= 4
        && words
            .first()
            .is_some_and(|word| word.capital && word.is("phụ"))
        && words.get(1).is_some_and(|word| word.is("lục"))
}

pub(super) fn begins_recipients(text: &str) -> bool {
    text.starts_with("Nơi nhận") || text.starts_with("NƠI NHẬN")
}

pub(super) fn is_upper(text: &str) -> bool {
    text.contains(char::is_uppercase) && !text.contains(char::is_lowercase)
}

fn shifted(emphasis: &Emphasis, cut: usize, length: usize) -> Option<Emphasis> {
    let within = |at: usize| at.saturating_sub(cut).min(length);
    let range = within(emphasis.range.start)..within(emphasis.range.end);
    (!range.is_empty()).then_some(Emphasis {
        range,
        strong: emphasis.strong,
    })
}
