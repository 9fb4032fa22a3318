//! Maps and lists in order, in little code.
//!
//! Each type that the standard library's trees and sorts hold costs the app 4 kB. These do the same
//! with lists, and with one sort that is compiled once. A single key that comes in between others
//! moves those behind it, so whoever has many puts them in at once: by `collect` or
//! [`SortedMap::extend_with`].

use std::ops::{Index, Range};

/// A map in the order of its keys, kept as a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortedMap<K, V>(Vec<(K, V)>);

impl<K: Ord, V> SortedMap<K, V> {
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Returns where a key stands, or else where it belongs.
    fn place(&self, key: &K) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.cmp(key))
    }

    #[must_use]
    pub fn get(&self, key: &K) -> Option<&V> {
        self.place(key).ok().map(|at| &self.0[at].1)
    }

    pub fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        self.place(key).ok().map(|at| &mut self.0[at].1)
    }

    #[must_use]
    pub fn contains_key(&self, key: &K) -> bool {
        self.place(key).is_ok()
    }

    /// Puts a value under a key, in place of the one that was there.
    pub fn insert(&mut self, key: K, value: V) {
        match self.place(&key) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => self.0.insert(at, (key, value)),
        }
    }

    /// Returns what stands under a key, put there anew where nothing did.
    pub fn or_default(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        let at = self.place(&key).unwrap_or_else(|at| {
            self.0.insert(at, (key, V::default()));
            at
        });
        &mut self.0[at].1
    }

    pub fn remove(&mut self, key: &K) {
        if let Ok(at) = self.place(key) {
            self.0.remove(at);
        }
    }

    pub fn retain(&mut self, mut keep: impl FnMut(&K, &V) -> bool) {
        self.0.retain(|(key, value)| keep(key, value));
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Puts many values in, in time that grows little faster than their number; `join` says what
    /// becomes of a value when another one comes under its key.
    pub fn extend_with(&mut self, mut items: Vec<(K, V)>, join: fn(&mut V, V)) {
        if items.is_empty() {
            return;
        }
        if self.0.is_empty() {
            self.0 = items;
        } else {
            self.0.append(&mut items);
        }
        sort_by(&mut self.0, |(a, _), (b, _)| a < b);
        // Mostly so: nothing needs to move.
        if self.0.windows(2).all(|pair| pair[0].0 < pair[1].0) {
            return;
        }
        for (key, value) in std::mem::take(&mut self.0) {
            match self.0.last_mut() {
                Some((last, known)) if *last == key => join(known, value),
                _ => self.0.push((key, value)),
            }
        }
    }
}

impl<K, V> SortedMap<K, V> {
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K, V> Default for SortedMap<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K, V> From<SortedMap<K, V>> for Vec<(K, V)> {
    fn from(map: SortedMap<K, V>) -> Self {
        map.0
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for SortedMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(items: I) -> Self {
        let mut map = Self::new();
        map.extend_with(items.into_iter().collect(), |known, value| *known = value);
        map
    }
}

impl<K: Ord, V> Index<&K> for SortedMap<K, V> {
    type Output = V;

    fn index(&self, key: &K) -> &V {
        self.get(key).expect("the key is there")
    }
}

/// Sorts a list; equal items stay in their order.
pub(crate) fn sort_by<T>(list: &mut [T], comes_before: impl Fn(&T, &T) -> bool) {
    // Most lists are entries' own, by the hundred thousand and of one item at most.
    if list.len() < 2 {
        return;
    }
    let Some(mut from) = order(list.len(), &|a, b| comes_before(&list[a], &list[b])) else {
        return;
    };
    // Each item goes to its place by exchanges along the circle of places that it is part of.
    for start in 0..from.len() {
        let mut at = start;
        while from[at] != start {
            let next = from[at];
            list.swap(at, next);
            from[at] = at;
            at = next;
        }
        from[at] = at;
    }
}

/// Returns the places of items in the order of the items, by merging runs that are in order already; `None` where all
/// are. Knows no type, so that it is compiled once.
fn order(len: usize, comes_before: &dyn Fn(usize, usize) -> bool) -> Option<Vec<usize>> {
    let mut ends: Vec<usize> = (1..len).filter(|at| comes_before(*at, at - 1)).collect();
    if ends.is_empty() {
        return None;
    }
    ends.push(len);
    let mut places: Vec<usize> = (0..len).collect();
    while ends.len() > 1 {
        let mut merged = Vec::with_capacity(len);
        let mut start = 0;
        for pair in ends.chunks(2) {
            let (middle, end) = (pair[0], pair[pair.len() - 1]);
            merge(
                &places,
                start..middle,
                middle..end,
                comes_before,
                &mut merged,
            );
            start = end;
        }
        places = merged;
        ends = ends.chunks(2).map(|pair| pair[pair.len() - 1]).collect();
    }
    Some(places)
}

/// Merges two runs of places; of equal items those of the first run come first.
fn merge(
    places: &[usize],
    mut first: Range<usize>,
    mut second: Range<usize>,
    comes_before: &dyn Fn(usize, usize) -> bool,
    merged: &mut Vec<usize>,
) {
    while !first.is_empty() && !second.is_empty() {
        let (a, b) = (places[first.start], places[second.start]);
        if comes_before(b, a) {
            merged.push(b);
            second.start += 1;
        } else {
            merged.push(a);
            first.start += 1;
        }
    }
    merged.extend_from_slice(&places[first]);
    merged.extend_from_slice(&places[second]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_keeps_its_keys_in_order_and_each_once() {
        let mut map = SortedMap::new();
        for (key, value) in [(3, 'c'), (1, 'a'), (2, 'b'), (1, 'd')] {
            map.insert(key, value);
        }
        assert_eq!(
            map.iter().collect::<Vec<_>>(),
            [(&1, &'d'), (&2, &'b'), (&3, &'c')]
        );
        assert_eq!((map.get(&2), map.get(&4)), (Some(&'b'), None));
        assert_eq!(*map.or_default(4), '\0');
        map.retain(|key, _| *key > 2);
        assert_eq!(map.keys().copied().collect::<Vec<_>>(), [3, 4]);
    }

    #[test]
    fn sorting_is_stable() {
        let mut list = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort_by(&mut list, |a, b| a.0 < b.0);
        assert_eq!(list, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn of_values_under_one_key_the_last_stays_or_they_are_joined() {
        let items = [(2, 1), (1, 2), (2, 3), (1, 4), (2, 5)];
        let last: SortedMap<_, _> = items.into_iter().collect();
        assert_eq!(last.iter().collect::<Vec<_>>(), [(&1, &4), (&2, &5)]);
        let mut sums = SortedMap::new();
        sums.extend_with(items.to_vec(), |sum, value| *sum += value);
        sums.extend_with(vec![(3, 7), (1, 1)], |sum, value| *sum += value);
        assert_eq!(
            sums.iter().collect::<Vec<_>>(),
            [(&1, &7), (&2, &9), (&3, &7)]
        );
    }

    #[test]
    fn lists_of_every_small_length_and_shape_are_sorted_as_the_standard_library_sorts_them() {
        for len in 0..40_usize {
            for step in 1..20 {
                // Few keys, so that many items are equal and their order shows.
                let mut list: Vec<_> = (0..len).map(|at| (at * step % 7, at)).collect();
                let mut expected = list.clone();
                expected.sort_by_key(|item| item.0);
                sort_by(&mut list, |a, b| a.0 < b.0);
                assert_eq!(list, expected);
            }
        }
    }

    #[test]
    fn comparisons_grow_little_faster_than_the_list() {
        const LEN: usize = 1 << 14;
        let count = |list: &mut [usize]| {
            let count = std::cell::Cell::new(0_usize);
            sort_by(list, |a, b| {
                count.set(count.get() + 1);
                a < b
            });
            count.get()
        };
        let mut mixed: Vec<_> = (0..LEN).map(|at| at * 7919 % LEN).collect();
        let mut backwards: Vec<_> = (0..LEN).rev().collect();
        let mut sorted: Vec<_> = (0..LEN).collect();
        assert!(count(&mut mixed) <= LEN * 15);
        assert!(count(&mut backwards) <= LEN * 15);
        assert!(count(&mut sorted) <= LEN);
        // Two lists in order, one behind the other, as when records are merged.
        let mut two: Vec<_> = (0..LEN).step_by(2).chain((1..LEN).step_by(2)).collect();
        assert!(count(&mut two) <= 2 * LEN);
    }
}
