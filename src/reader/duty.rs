//! Blocks → duties: which paragraphs are tasks, and whom and when they name.

use super::marker::{self, Marker};
use super::words::{Phrases, words};
use super::{deadline, party, recurrence};
use crate::domain::{Block, Deadline, Recurrence, Role};
use std::sync::LazyLock;

/// Headings under which nothing is asked of anybody.
static BACKGROUND: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "mục đích",
        "yêu cầu",
        "quan điểm",
        "mục tiêu",
        "chỉ tiêu",
        "nguyên tắc",
        "căn cứ",
        "phạm vi",
        "đối tượng",
        "tình hình",
        "đặc điểm",
        "sự cần thiết",
        "kinh phí",
    ])
});

/// A duty before its names are matched to units.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) path: String,
    pub(super) block: usize,
    pub(super) text: String,
    pub(super) action: usize,
    pub(super) lead: Vec<String>,
    /// The path of the point whose lead this is.
    pub(super) inherited_from: Option<String>,
    pub(super) support: Vec<String>,
    pub(super) deadline: Option<Deadline>,
    pub(super) recurrence: Option<Recurrence>,
}

/// Finds the duties of a plan, in order.
pub(super) fn find(blocks: &[Block]) -> Vec<Mention> {
    let mut place = Place::default();
    let mut mentions: Vec<Mention> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let is_duty = place.enter(block);
        if is_duty {
            let mention = mention(place.path(), index, &block.text);
            mentions.push(inherit(mention, &mentions, &place.point_path()));
        }
    }
    mentions
}

fn mention(path: String, block: usize, text: &str) -> Mention {
    let recurrence = recurrence::find(text);
    let named = party::find(text, recurrence.as_ref().map(|found| found.1.clone()));
    Mention {
        path,
        block,
        text: text.to_owned(),
        action: named.action,
        lead: named.lead,
        inherited_from: None,
        support: named.support,
        deadline: deadline::find(text),
        recurrence: recurrence.map(|found| found.0),
    }
}

/// A further paragraph that names nobody goes on speaking of those who lead its point.
fn inherit(mut mention: Mention, before: &[Mention], point: &str) -> Mention {
    if mention.lead.is_empty()
        && let Some(first) = before
            .iter()
            .find(|earlier| earlier.path == point && mention.path != point)
    {
        mention.lead.clone_from(&first.lead);
        mention.inherited_from = Some(first.path.clone());
    }
    mention
}

/// Where in the outline the reading stands.
#[derive(Default)]
struct Place {
    /// The marker of the section, without punctuation.
    section: String,
    background: bool,
    /// The points that are open, outermost first, with their markers.
    points: Vec<(Marker, String)>,
    /// The paragraph of the innermost point: 1 is the point itself.
    paragraph: u32,
    dashes: u32,
}

impl Place {
    /// Moves on to a block and says whether it is a duty.
    fn enter(&mut self, block: &Block) -> bool {
        match block.role {
            Role::Section => {
                self.section = bare(&block.marker);
                self.background = is_background(&block.text);
                self.points.clear();
                self.paragraph = 0;
                self.dashes = 0;
                false
            }
            Role::Point => {
                self.enter_point(&block.marker);
                !self.background
            }
            Role::Paragraph => {
                self.paragraph += 1;
                !self.background && !self.points.is_empty()
            }
            _ => false,
        }
    }

    fn enter_point(&mut self, written: &str) {
        let kind = marker::kind(written);
        self.points.retain(|(open, _)| *open < kind);
        let name = if matches!(kind, Marker::Dash | Marker::Plus) {
            self.dashes += 1;
            format!("-{}", self.dashes)
        } else {
            self.dashes = 0;
            bare(written)
        };
        self.points.push((kind, name));
        self.paragraph = 1;
    }

    fn point_path(&self) -> String {
        let points = self.points.iter().map(|(_, name)| name.as_str());
        std::iter::once(self.section.as_str())
            .chain(points)
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(".")
    }

    fn path(&self) -> String {
        let point = self.point_path();
        if self.paragraph > 1 {
            format!("{point}.p{}", self.paragraph)
        } else {
            point
        }
    }
}

fn bare(marker: &str) -> String {
    marker.trim_end_matches(['.', ')', '-']).to_owned()
}

fn is_background(title: &str) -> bool {
    BACKGROUND.at(&words(title)).is_some()
}
