//! The units that a list offers: a short roster whole, of a long one those that are looked for.

use crate::cases::{check, share};
use proptest::collection::vec;
use proptest::prelude::*;
use so_tien_do::domain::{Roster, Unit, UnitId, fold};
use so_tien_do::view::{MOST_OFFERED, offer};
use so_tien_do::words::assign::offered;

/// Units of few names, of which each is within several others.
fn roster() -> impl Strategy<Value = Roster> {
    let part = prop::sample::select(vec!["Hòa", "Tân", "Phú", "Tân Hòa"]);
    let name = vec(part, 1..4).prop_map(|parts| parts.join(" "));
    let unit = (name, prop::bool::weighted(0.9));
    vec(unit, 0..200).prop_map(|units| {
        let unit = |(number, (name, is_at_work)): (usize, (String, bool))| {
            let mut unit = Unit::new(UnitId::new(number.to_string()), name);
            if !is_at_work {
                unit.successors = vec![UnitId::new("another")];
            }
            unit
        };
        Roster {
            units: units.into_iter().enumerate().map(unit).collect(),
            ..Roster::default()
        }
    })
}

#[test]
fn of_many_units_those_are_offered_that_are_looked_for() {
    let typed = prop::sample::select(vec!["", "  ", "hoa", " TÂN hòa ", "phú", "xyz"]);
    let chosen = (0_usize..200).prop_map(|number| UnitId::new(number.to_string()));
    check(
        share(25),
        &(roster(), typed, chosen),
        |(roster, typed, chosen)| {
            let offer = offer(&roster, typed, std::slice::from_ref(&chosen));
            let at_work: Vec<&Unit> = roster.at_work().collect();
            prop_assert_eq!(offer.all, at_work.len());
            if at_work.len() <= MOST_OFFERED {
                prop_assert_eq!(offer.units, at_work);
                prop_assert_eq!(offer.found, None);
                return Ok(());
            }
            let letters = fold(typed.trim());
            let is_found = |unit: &Unit| !letters.is_empty() && fold(&unit.name).contains(&letters);
            let found = at_work.iter().filter(|unit| is_found(unit)).count();
            prop_assert_eq!(offer.found, (!letters.is_empty()).then_some(found));
            let is_offered = |unit: &&Unit| offer.units.iter().any(|it| it.id == unit.id);
            // They stand in their order, each once, and the chosen one among them.
            let in_order: Vec<&Unit> = at_work.iter().copied().filter(is_offered).collect();
            prop_assert_eq!(&offer.units, &in_order);
            let is_chosen = |unit: &&Unit| unit.id == chosen;
            prop_assert!(at_work.iter().filter(|it| is_chosen(it)).all(is_offered));
            let mut named: Vec<&Unit> = offer.units.clone();
            named.retain(|unit| is_found(unit));
            prop_assert!(named.len() >= found.min(MOST_OFFERED));
            prop_assert!(offer.units.len() <= MOST_OFFERED + 1);
            // What is left out is named no shorter than what is offered.
            let offered = named.iter().filter(|unit| !is_chosen(unit));
            let longest = offered.map(|unit| fold(&unit.name).len()).max();
            let mut left_out = at_work.iter().filter(|it| is_found(it) && !is_offered(it));
            prop_assert!(left_out.all(|unit| Some(fold(&unit.name).len()) >= longest));
            Ok(())
        },
    );
}

#[test]
fn how_many_are_found_is_said_and_what_to_do() {
    let said = |found| offered(found, 3_321, "ô Phạm vi");
    assert_eq!(
        said(None),
        "Có 3.321 đơn vị: nhập tên để tìm, rồi chọn ở ô Phạm vi."
    );
    assert_eq!(said(Some(0)), "Không có đơn vị nào tên như vậy.");
    assert_eq!(
        said(Some(12)),
        "Có 12 đơn vị tên như vậy: hãy chọn ở ô Phạm vi."
    );
    assert_eq!(
        said(Some(412)),
        "Có 412 đơn vị tên như vậy: hãy nhập thêm chữ, rồi chọn ở ô Phạm vi."
    );
}
