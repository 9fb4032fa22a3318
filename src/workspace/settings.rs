//! The settings of this device.

use super::{Letterhead, RecordId, Signer};
use crate::domain::{Moment, PlanId, UnitId};
use crate::json::{Fault, FromJson, Json, field_or_default, from_json, object};
use crate::progress::Version;
use crate::sorted::SortedMap;
use serde::{Serialize, Serializer};
use serde_json::Map;

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
    /// What other offices have received of my own records.
    #[serde(
        skip_serializing_if = "SortedMap::is_empty",
        serialize_with = "as_list"
    )]
    pub receipts: SortedMap<RecordId, Receipt>,
    /// When others' records arrived.
    #[serde(
        skip_serializing_if = "SortedMap::is_empty",
        serialize_with = "as_list"
    )]
    pub received: SortedMap<RecordId, Received>,
    /// Under which revision each plan was sent or received last.
    #[serde(
        skip_serializing_if = "SortedMap::is_empty",
        serialize_with = "as_pairs"
    )]
    pub issued: SortedMap<PlanId, Issue>,
    /// The plans that are put away; those that are not named here are at work.
    #[serde(
        skip_serializing_if = "SortedMap::is_empty",
        serialize_with = "as_pairs"
    )]
    pub put_away: SortedMap<PlanId, Shelf>,
    /// Plans that were removed for good: the built-in one does not come back by itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<PlanId>,
    /// When each plan, its units or its shelf were last changed here, by hand or by a plan file. Of
    /// two devices' contents under one revision a backup has the right one if it was touched later.
    #[serde(
        skip_serializing_if = "SortedMap::is_empty",
        serialize_with = "as_pairs"
    )]
    pub touched: SortedMap<PlanId, Moment>,
    /// When a draft was last begun, kept or dropped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub drafted: Option<Moment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub backed_up: Option<BackedUp>,
    /// When the reminder to back up was put off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub backup_put_off: Option<Moment>,
    /// The keys by which offices are known to sign.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub signers: Vec<Signer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub letterhead: Option<Box<Letterhead>>,
    /// Whether the first steps were skipped.
    #[serde(skip_serializing_if = "is_false")]
    pub has_begun: bool,
    /// Whether the user was told that this browser may forget what it keeps.
    #[serde(skip_serializing_if = "is_false")]
    pub told_of_risk: bool,
}

/// The latest backup made here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BackedUp {
    pub at: Moment,
    /// How many writes there were in all.
    pub writes: u64,
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

/// What another office has received of a record of mine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Receipt {
    /// When its file was written, by its clock.
    pub at: Moment,
    /// What the office calls itself; may be empty.
    pub by: String,
    /// The writes that it has seen.
    pub seen: Version,
}

/// When a record arrived, by this device's clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Received {
    /// The first time since a report was asked for.
    pub first: Moment,
    pub last: Moment,
    /// When the latest file was written, by its sender's clock.
    pub written_at: Moment,
}

/// A plan with its roster as it was sent or received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Issue {
    pub revision: u32,
    /// The [`mark`](crate::file::mark) of the content.
    pub mark: String,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands on a reference"
)]
fn is_false(said: &bool) -> bool {
    !said
}

/// JSON has text keys only, so the map is written as a list.
fn as_list<T: Serialize, S: Serializer>(
    records: &SortedMap<RecordId, T>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let rows = records.iter();
    let rows: Vec<_> = rows.map(|(id, it)| (&id.plan, &id.unit, it)).collect();
    rows.serialize(serializer)
}

fn as_pairs<T: Serialize, S: Serializer>(
    plans: &SortedMap<PlanId, T>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    plans.iter().collect::<Vec<_>>().serialize(serializer)
}

fn from_list<T: FromJson>(
    object: &Map<String, Json>,
    name: &str,
) -> Result<SortedMap<RecordId, T>, Fault> {
    let rows: Vec<(PlanId, UnitId, T)> = field_or_default(object, name)?;
    let rows = rows.into_iter();
    Ok(rows
        .map(|(plan, unit, it)| (RecordId { plan, unit }, it))
        .collect())
}

from_json!(Shelf { "archive" => Archive, "bin" => Bin });
from_json!(Settings: |json| {
    let object = object(json)?;
    Ok(Self {
        me: field_or_default(object, "me")?,
        author: field_or_default(object, "author")?,
        sent: from_list(object, "sent")?,
        receipts: from_list(object, "receipts")?,
        received: from_list(object, "received")?,
        issued: field_or_default::<Vec<_>>(object, "issued")?.into_iter().collect(),
        put_away: field_or_default::<Vec<_>>(object, "put_away")?.into_iter().collect(),
        removed: field_or_default(object, "removed")?,
        touched: field_or_default::<Vec<_>>(object, "touched")?.into_iter().collect(),
        drafted: field_or_default(object, "drafted")?,
        backed_up: field_or_default(object, "backed_up")?,
        backup_put_off: field_or_default(object, "backup_put_off")?,
        signers: field_or_default(object, "signers")?,
        letterhead: field_or_default::<Option<Letterhead>>(object, "letterhead")?.map(Box::new),
        has_begun: field_or_default(object, "has_begun")?,
        told_of_risk: field_or_default(object, "told_of_risk")?,
    })
});
from_json!(BackedUp { at, writes; });
from_json!(Shipment { at, seen; });
from_json!(Receipt { at, by, seen; });
from_json!(Received { first, last, written_at; });
from_json!(Issue { revision, mark; });
