//! The progress file: what one unit or many report on plans.

use crate::domain::{Day, GroupId, PlanId, UnitId, slug, tidy_name};
use crate::json::{ByText, Fault};
use crate::progress::Record;
use crate::sorted::sort_by;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// A file with more records than this is not opened: far above the units of a province.
const MAX_RECORDS: usize = 10_000;

/// The body of a progress file. An office in between may send many units at once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Sent")]
pub struct Progress {
    pub parcels: Vec<Parcel>,
}

/// The same, as it was sent.
#[derive(Deserialize)]
struct Sent {
    parcels: Vec<Parcel>,
}

/// One unit's record on one plan, with what the receiver must know to place it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parcel {
    pub plan: PlanId,
    /// What people call the plan, for a receiver who does not have it.
    #[serde(deserialize_with = "name")]
    pub plan_name: String,
    /// The revision of the plan by which it was written; 0 where the file does not tell.
    #[serde(default, skip_serializing_if = "is_unknown")]
    pub revision: u32,
    pub sender: Sender,
    pub record: Record,
}

/// The unit whose record it is. The receiver adds it to the roster where it is not known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sender {
    pub id: UnitId,
    #[serde(deserialize_with = "name_of_some")]
    pub name: String,
    /// The groups of the plan that it belongs to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<GroupId>,
}

impl TryFrom<Sent> for Progress {
    type Error = Fault;

    fn try_from(Sent { parcels }: Sent) -> Result<Self, Fault> {
        let mut records: Vec<_> = parcels
            .iter()
            .map(|parcel| (&parcel.plan, &parcel.sender.id))
            .collect();
        sort_by(&mut records, |a, b| a < b);
        // The app writes one record of a unit; thousands of them would be merged one by one.
        if records.windows(2).any(|pair| pair[0] == pair[1]) {
            return Err("two records of one unit on one plan".to_owned());
        }
        if parcels.len() > MAX_RECORDS {
            return Err(format!("{} records", parcels.len()));
        }
        Ok(Self { parcels })
    }
}

/// Names are shown beside other words, so they may not change how those read.
pub(super) fn name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    deserializer.deserialize_str(ByText(|text| Ok(tidy_name(text))))
}

fn name_of_some<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let name = name(deserializer)?;
    if name.is_empty() {
        return Err(D::Error::custom("a unit without a name"));
    }
    Ok(name)
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands on a reference"
)]
fn is_unknown(revision: &u32) -> bool {
    *revision == 0
}

/// Returns a name for a progress file, without its ending: letters, digits and hyphens only.
#[must_use]
pub fn file_name(parcels: &[Parcel], today: Day) -> String {
    let words = match parcels {
        [one] => format!("{} {}", one.plan_name, one.sender.name),
        [first, rest @ ..]
            if rest
                .iter()
                .all(|parcel| parcel.sender.id == first.sender.id) =>
        {
            first.sender.name.clone()
        }
        _ => format!("{} đơn vị", parcels.len()),
    };
    let words: String = slug(&words)
        .chars()
        .filter(char::is_ascii)
        .take(80)
        .collect();
    format!("tien-do-{}-{today}", words.trim_end_matches('-'))
}
