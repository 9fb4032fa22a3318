//! Units that are added by their names: looked up as one would one by one, however many there are.

use crate::cases::{check, share};
use proptest::collection::vec;
use proptest::prelude::*;
use so_tien_do::domain::{Roster, Unit, UnitId, same_name, spelling, tidy_name};
use so_tien_do::workspace::listed;

/// Names of few words, several spelled in more than one way.
fn name() -> impl Strategy<Value = String> {
    let words = vec![
        "Hòa",
        "hoà",
        "HO\u{300}A",
        "Hoa",
        "Phú",
        "phu\u{301}",
        "2",
        "–",
        "...",
    ];
    let blank = prop::sample::select(vec![" ", "  ", " - ", ", "]);
    vec((prop::sample::select(words), blank), 1..4).prop_map(|parts| {
        parts
            .into_iter()
            .flat_map(|(word, blank)| [word, blank])
            .collect()
    })
}

/// Units some of which were renamed, so that others are called what their identities say.
fn roster() -> impl Strategy<Value = Roster> {
    vec((name(), name(), prop::bool::weighted(0.2)), 0..12).prop_map(|names| {
        let mut roster = Roster::default();
        for (name, later, is_renamed) in names {
            let id = roster.unit_named(&name);
            let mut units = roster.units.iter_mut();
            if let Some(unit) = units.find(|unit| is_renamed && unit.id == id) {
                unit.rename(tidy_name(&later));
            }
        }
        roster
    })
}

#[test]
fn names_are_the_same_whose_spelling_is() {
    check(share(50), &(name(), name()), |(a, b)| {
        prop_assert_eq!(same_name(&a, &b), spelling(&a) == spelling(&b));
        prop_assert!(same_name(&a, &a));
        Ok(())
    });
}

#[test]
fn a_unit_is_the_first_of_its_name_or_a_new_one() {
    check(
        share(25),
        &(roster(), vec(name(), 0..12)),
        |(before, names)| {
            let mut roster = before.clone();
            let mut enrolment = roster.enrolment();
            let found: Vec<UnitId> = names.iter().map(|name| enrolment.unit(name)).collect();
            for (name, id) in names.iter().zip(&found) {
                let first = roster
                    .units
                    .iter()
                    .find(|unit| same_name(&unit.name, &tidy_name(name)));
                prop_assert_eq!(first.map(|unit| &unit.id), Some(id));
            }
            // Those of before stand where they stood, and nobody is there twice.
            prop_assert!(roster.units.starts_with(&before.units));
            let mut ids: Vec<&UnitId> = roster.units.iter().map(|unit| &unit.id).collect();
            ids.sort_unstable();
            ids.dedup();
            prop_assert_eq!(ids.len(), roster.units.len());
            // At once or one after the other is the same.
            let mut one_by_one = before;
            for name in &names {
                one_by_one.unit_named(name);
            }
            prop_assert_eq!(one_by_one, roster);
            Ok(())
        },
    );
}

#[test]
fn of_a_list_each_name_counts_once() {
    // A line of a number alone is a count.
    let name = name().prop_map(|name| format!("Xã {name}"));
    check(share(25), &vec(name, 0..12), |names| {
        let mut first: Vec<String> = Vec::new();
        for row in listed(&names.join("\n")) {
            prop_assert!(!first.iter().any(|known| same_name(known, &row.name)));
            first.push(row.name);
        }
        let typed: Vec<String> = names.iter().map(|name| tidy_name(name)).collect();
        let is_there = |name: &String| first.iter().any(|known| same_name(known, name));
        prop_assert!(typed.iter().all(is_there), "{:?} of {:?}", first, typed);
        Ok(())
    });
}

#[test]
fn a_new_unit_can_be_reached_where_it_says() {
    let mut roster = Roster::default();
    let mut enrolment = roster.enrolment();
    let group = enrolment.group("Khối xã");
    let unit = enrolment.unit("Xã Hòa");
    enrolment.join(&group, &unit);
    enrolment.join(&group, &unit);
    enrolment.set_address(&unit, " hoa@example.vn ");
    let mut expected = Unit::new(unit.clone(), "Xã Hòa");
    expected.address = "hoa@example.vn".to_owned();
    assert_eq!(roster.units, [expected]);
    assert_eq!(roster.groups[0].members, [unit]);
}
