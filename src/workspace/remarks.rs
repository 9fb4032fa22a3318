//! What people write into a report themselves, beside what the data say.

use super::{ActionError, Key, Workspace};
use crate::domain::{GroupId, Moment, PlanId, Span, UnitId};
use crate::json::{Json, field, from_json, no_variant, object, text};
use crate::sorted::SortedMap;
use serde::{Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A report: what it is about, when, and whose duties it tells of.
///
/// As text: `96-kh-hu/2026-Q3/all`, `…/group.chi-bo`, `…/unit.chi-bo-1`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReportId {
    pub plan: PlanId,
    pub span: Span,
    pub scope: Scope,
}

/// Whose duties are told of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    All,
    Group(GroupId),
    Unit(UnitId),
}

/// The usual parts of a progress report, of state offices and of the Party alike (Quyết định
/// 99/2025/QĐ-UBND of Nghệ An joins some of them).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Chapter {
    /// Tình hình triển khai.
    Conduct,
    /// Kết quả thực hiện.
    Results,
    /// Tồn tại, hạn chế và nguyên nhân.
    Shortcomings,
    /// Phương hướng, nhiệm vụ thời gian tới.
    Directions,
    /// Đề xuất, kiến nghị.
    Proposals,
}

/// Free paragraphs of a report, by chapter; a line of text is a paragraph. None of the texts is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Remarks {
    /// When something was last written into them.
    pub at: Moment,
    #[serde(serialize_with = "as_pairs")]
    pub paragraphs: SortedMap<Chapter, String>,
}

/// What stood in a report before an import, and after it.
pub(super) type ChangedRemarks = (ReportId, Option<Remarks>, Remarks);

impl Chapter {
    pub const ALL: [Self; 5] = [
        Self::Conduct,
        Self::Results,
        Self::Shortcomings,
        Self::Directions,
        Self::Proposals,
    ];
}

impl Workspace {
    /// Returns what stands in a chapter of a report; empty where nothing was written.
    #[must_use]
    pub fn remark(&self, report: &ReportId, chapter: Chapter) -> &str {
        let remarks = self.remarks.get(report);
        let written = remarks.and_then(|remarks| remarks.paragraphs.get(&chapter));
        written.map_or("", String::as_str)
    }

    /// Writes into a chapter of a report, in place of what stood there.
    pub(super) fn set_remark(
        &mut self,
        report: ReportId,
        chapter: Chapter,
        words: String,
        now: Moment,
    ) -> Result<Vec<Key>, ActionError> {
        if !self.plans.contains_key(&report.plan) {
            return Err(ActionError::NoSuchPlan);
        }
        let remarks = self.remarks.or_default(report.clone());
        remarks.at = now;
        if words.trim().is_empty() {
            remarks.paragraphs.remove(&chapter);
        } else {
            remarks.paragraphs.insert(chapter, words);
        }
        if remarks.paragraphs.is_empty() {
            self.remarks.remove(&report);
        }
        Ok(vec![Key::Remarks(report)])
    }

    /// Returns what was written into the reports on a plan.
    pub(super) fn remarks_on(&self, plan: &PlanId) -> Vec<(ReportId, Remarks)> {
        let of_plan = self.remarks.iter().filter(|(id, _)| id.plan == *plan);
        of_plan.map(|(id, it)| (id.clone(), it.clone())).collect()
    }

    /// Takes in what another device wrote later than what stands here.
    pub(super) fn take_remarks(&mut self, there: Vec<(ReportId, Remarks)>) -> Vec<Key> {
        let mut keys = Vec::new();
        for (report, remarks) in there {
            let here = self.remarks.get(&report);
            if here.is_none_or(|here| here.at < remarks.at) {
                self.remarks.insert(report.clone(), remarks);
                keys.push(Key::Remarks(report));
            }
        }
        keys
    }

    /// Puts back what stood in reports, where nobody wrote on since.
    pub(super) fn revert_remarks(&mut self, changed: &[ChangedRemarks]) -> Vec<Key> {
        let mut keys = Vec::new();
        for (id, before, after) in changed {
            if self.remarks.get(id) != Some(after) {
                continue;
            }
            match before {
                Some(before) => self.remarks.insert(id.clone(), before.clone()),
                None => self.remarks.remove(id),
            }
            keys.push(Key::Remarks(id.clone()));
        }
        keys
    }
}

/// Returns what stands in reports that stood there otherwise before.
pub(super) fn changed_remarks(
    before: &SortedMap<ReportId, Remarks>,
    after: &SortedMap<ReportId, Remarks>,
) -> Vec<ChangedRemarks> {
    let changed = after.iter().filter(|(id, now)| before.get(id) != Some(now));
    let changed = changed.map(|(id, now)| (id.clone(), before.get(id).cloned(), now.clone()));
    changed.collect()
}

fn as_pairs<S: Serializer>(
    paragraphs: &SortedMap<Chapter, String>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    paragraphs.iter().collect::<Vec<_>>().serialize(serializer)
}

const ALL: &str = "all";
const GROUP: &str = "group.";
const UNIT: &str = "unit.";

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => f.write_str(ALL),
            Self::Group(group) => write!(f, "{GROUP}{group}"),
            Self::Unit(unit) => write!(f, "{UNIT}{unit}"),
        }
    }
}

impl FromStr for Scope {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if text == ALL {
            return Ok(Self::All);
        }
        let group = text
            .strip_prefix(GROUP)
            .map(|id| Self::Group(GroupId::new(id)));
        let unit = || {
            text.strip_prefix(UNIT)
                .map(|id| Self::Unit(UnitId::new(id)))
        };
        group.or_else(unit).ok_or(())
    }
}

impl fmt::Display for ReportId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}", self.plan, self.span, self.scope)
    }
}

impl FromStr for ReportId {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.splitn(3, '/');
        let mut part = || parts.next().ok_or(());
        Ok(Self {
            plan: PlanId::new(part()?),
            span: part()?.parse().map_err(|_| ())?,
            scope: part()?.parse()?,
        })
    }
}

impl Serialize for Scope {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for ReportId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

from_json!(Scope: |json| text(json)?.parse().map_err(|()| no_variant()));
from_json!(ReportId: |json| text(json)?.parse().map_err(|()| "no report".to_owned()));
from_json!(Chapter {
    "conduct" => Conduct,
    "results" => Results,
    "shortcomings" => Shortcomings,
    "directions" => Directions,
    "proposals" => Proposals
});
from_json!(Remarks: |json: &Json| {
    let object = object(json)?;
    let paragraphs: Vec<(Chapter, String)> = field(object, "paragraphs")?;
    Ok(Self {
        at: field(object, "at")?,
        paragraphs: paragraphs.into_iter().collect(),
    })
});
