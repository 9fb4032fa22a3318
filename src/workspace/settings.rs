//! The settings of this device.

use super::RecordId;
use crate::domain::{Moment, PlanId, UnitId};
use crate::json::{field_or_default, from_json, object};
use crate::progress::Version;
use crate::sorted::SortedMap;
use serde::{Serialize, Serializer};

/// What belongs to this device and not to a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// The unit that works on this device ("Tôi là …").
    pub me: Option<UnitId>,
    /// The name of the person who writes; may be empty.
    pub author: String,
    /// What was last sent of each record.
    #[serde(serialize_with = "as_list")]
    pub sent: SortedMap<RecordId, Shipment>,
    /// The plans that are put away; those that are not named here are at work.
    #[serde(
        skip_serializing_if = "SortedMap::is_empty",
        serialize_with = "as_pairs"
    )]
    pub put_away: SortedMap<PlanId, Shelf>,
    /// Plans that were removed for good: the built-in one does not come back by itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<PlanId>,
}

/// Where a plan is that is not at work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shelf {
    /// Lưu trữ: done with, to be looked up.
    Archive,
    /// Đã xóa: can be taken back at any time.
    Bin,
}

/// What was sent of a record: when by this device's clock, and up to which writes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shipment {
    pub at: Moment,
    pub seen: Version,
}

/// JSON has text keys only, so the map is written as a list.
fn as_list<S: Serializer>(
    sent: &SortedMap<RecordId, Shipment>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let rows = sent.iter();
    let rows: Vec<_> = rows
        .map(|(id, shipment)| (&id.plan, &id.unit, shipment))
        .collect();
    rows.serialize(serializer)
}

fn as_pairs<S: Serializer>(
    put_away: &SortedMap<PlanId, Shelf>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    put_away.iter().collect::<Vec<_>>().serialize(serializer)
}

from_json!(Shelf { "archive" => Archive, "bin" => Bin });
from_json!(Settings: |json| {
    let object = object(json)?;
    let rows: Vec<(PlanId, UnitId, Shipment)> = field_or_default(object, "sent")?;
    let mut sent = SortedMap::new();
    for (plan, unit, shipment) in rows {
        sent.insert(RecordId { plan, unit }, shipment);
    }
    Ok(Self {
        me: field_or_default(object, "me")?,
        author: field_or_default(object, "author")?,
        sent,
        put_away: field_or_default::<Vec<_>>(object, "put_away")?.into_iter().collect(),
        removed: field_or_default(object, "removed")?,
    })
});
from_json!(Shipment { at, seen; });
