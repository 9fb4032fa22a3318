//! The settings of this device.

use super::RecordId;
use crate::domain::{Moment, UnitId};
use crate::progress::Version;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What belongs to this device and not to a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The unit that works on this device ("Tôi là …").
    #[serde(default)]
    pub me: Option<UnitId>,
    /// The name of the person who writes; may be empty.
    #[serde(default)]
    pub author: String,
    /// What was last sent of each record.
    #[serde(default, with = "shipments")]
    pub sent: BTreeMap<RecordId, Shipment>,
}

/// What was sent of a record: when by this device's clock, and up to which writes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shipment {
    pub at: Moment,
    pub seen: Version,
}

/// JSON has text keys only, so the map is written as a list.
mod shipments {
    use super::{BTreeMap, RecordId, Shipment};
    use crate::domain::{PlanId, UnitId};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    type Row = (PlanId, UnitId, Shipment);

    pub(super) fn serialize<S: Serializer>(
        sent: &BTreeMap<RecordId, Shipment>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let rows: Vec<_> = sent
            .iter()
            .map(|(id, shipment)| (&id.plan, &id.unit, shipment))
            .collect();
        rows.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<BTreeMap<RecordId, Shipment>, D::Error> {
        let rows = Vec::<Row>::deserialize(deserializer)?;
        Ok(rows
            .into_iter()
            .map(|(plan, unit, shipment)| (RecordId { plan, unit }, shipment))
            .collect())
    }
}
