//! Dots and version vectors: which writes there are, and which of them a replica has seen.

use crate::domain::DeviceId;
use crate::json::{from_tree, object};
use crate::sorted::SortedMap;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// The identity of a write: the device that made it and that device's count.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Dot {
    pub device: DeviceId,
    /// Counts from 1.
    pub count: u64,
}

/// A version vector: for each device, the latest of its writes that was seen.
///
/// Writes of one device are seen in order, so the latest stands for all before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Version(SortedMap<DeviceId, u64>);

impl Version {
    /// Says whether the write was seen.
    #[must_use]
    pub fn has_seen(&self, dot: &Dot) -> bool {
        self.0
            .get(&dot.device)
            .is_some_and(|latest| *latest >= dot.count)
    }

    /// Says whether nothing was ever seen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Says whether everything that `other` has seen was seen here too.
    #[must_use]
    pub fn includes(&self, other: &Self) -> bool {
        other
            .0
            .iter()
            .all(|(device, latest)| self.0.get(device).is_some_and(|seen| seen >= latest))
    }

    /// Makes the next write of a device; `None` when its count is exhausted.
    pub(super) fn next(&mut self, device: &DeviceId) -> Option<Dot> {
        let latest = self.0.or_default(device.clone());
        *latest = latest.checked_add(1)?;
        Some(Dot {
            device: device.clone(),
            count: *latest,
        })
    }

    pub(super) fn join(&mut self, other: &Self) {
        let is_news = |device, latest| self.0.get(device).is_none_or(|seen| seen < latest);
        let news: Vec<_> = other
            .0
            .iter()
            .filter(|(device, latest)| is_news(*device, *latest))
            .map(|(device, latest)| (device.clone(), *latest))
            .collect();
        self.0.extend_with(news, |seen, latest| *seen = latest);
    }

    /// Takes a device's writes up to a count for seen.
    pub(super) fn reach(&mut self, device: &DeviceId, count: u64) {
        if count > self.count(device) {
            self.0.insert(device.clone(), count);
        }
    }

    /// Returns each device with how many of its writes were seen.
    pub(super) fn counts(&self) -> impl Iterator<Item = (&DeviceId, u64)> {
        self.0.iter().map(|(device, count)| (device, *count))
    }

    /// Returns how many writes were seen.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.counts()
            .fold(0, |all, (_, count)| all.saturating_add(count))
    }

    /// Returns how many writes of a device were seen.
    #[must_use]
    pub fn count(&self, device: &DeviceId) -> u64 {
        self.0.get(device).copied().unwrap_or(0)
    }
}

from_tree!(Dot { device, count; });

impl Serialize for Version {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter())
    }
}

from_tree!(Version: |json| {
    let mut seen = SortedMap::new();
    for (device, latest) in object(json)? {
        seen.insert(DeviceId::new(device.as_str()), u64::from_json(latest)?);
    }
    Ok(Self(seen))
});

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Counts)
    }
}

struct Counts;

impl<'de> Visitor<'de> for Counts {
    type Value = Version;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Version, A::Error> {
        let mut seen = SortedMap::new();
        while let Some((device, latest)) = map.next_entry()? {
            seen.insert(device, latest);
        }
        Ok(Version(seen))
    }
}
