//! Files that arrive: what the preview says, and that taking in does that and nothing else.

use crate::cases::{check, share};
use crate::desks::{
    actions, branches, desk, enrol, file, note, parcels, plan_id, record_id, taking_in, text,
    unit_id, write_note,
};
use proptest::prelude::*;
use so_tien_do::domain::{DeviceId, Moment, PlanId, UnitId};
use so_tien_do::file::{FileError, Parcel};
use so_tien_do::progress::{Change, Comparison, Slot, Value};
use so_tien_do::workspace::{Action, Arrival, Finding, Preview, RecordId, Workspace, preview};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

const UNIT: &str = "Chi bộ 1";

/// A coordinator who knows no unit yet, and a device of the unit with one note.
fn coordinator_and_unit() -> (Workspace, Workspace) {
    let mut unit = desk("b");
    enrol(&mut unit, &[UNIT]);
    write_note(&mut unit, UNIT, "iii-1", "đã gửi", 1);
    (desk("a"), unit)
}

fn arrivals(workspace: &Workspace, texts: &[String]) -> Vec<Arrival> {
    let files: Vec<_> = (1..)
        .zip(texts)
        .map(|(number, text)| (format!("{number}.json"), text.clone()))
        .collect();
    preview(workspace, &files).arrivals
}

fn finding(workspace: &Workspace, from: &Workspace) -> Finding {
    let mut arrivals = arrivals(workspace, &[file(parcels(from))]);
    assert_eq!(arrivals.len(), 1);
    arrivals.remove(0).finding
}

/// What a preview says of a record that can be taken in.
#[derive(Debug, PartialEq, Eq)]
struct Said {
    comparison: Comparison,
    first: bool,
    new_unit: bool,
    changes: Vec<(Option<Value>, Option<Value>, bool)>,
}

fn said(workspace: &Workspace, from: &Workspace) -> Said {
    let Finding::Known(known) = finding(workspace, from) else {
        panic!("a record of a known plan")
    };
    let changes = known
        .changes()
        .into_iter()
        .map(
            |Change {
                 before,
                 after,
                 conflict,
                 ..
             }| (before, after, conflict),
        )
        .collect();
    Said {
        comparison: known.comparison,
        first: known.first,
        new_unit: known.new_unit,
        changes,
    }
}

fn accept(workspace: &mut Workspace, from: &Workspace) {
    workspace
        .apply(taking_in(parcels(from)), 0)
        .expect("accepted");
}

#[test]
fn the_first_file_of_a_unit_is_new_and_enrols_it_with_its_groups() {
    let (mut here, there) = coordinator_and_unit();
    let changes = vec![(None, Some(text("đã gửi")), false)];
    let expected = Said {
        comparison: Comparison::Newer,
        first: true,
        new_unit: true,
        changes,
    };
    assert_eq!(said(&here, &there), expected);
    accept(&mut here, &there);
    let roster = &here.rosters[&plan_id()];
    assert_eq!(roster.unit(&unit_id(UNIT)).expect("the unit").name, UNIT);
    assert_eq!(roster.groups_of(&unit_id(UNIT)), [branches()]);
    assert_eq!(
        here.record(&plan_id(), &unit_id(UNIT)),
        there.record(&plan_id(), &unit_id(UNIT))
    );
}

#[test]
fn a_later_file_is_newer_and_tells_before_and_after() {
    let (mut here, mut there) = coordinator_and_unit();
    accept(&mut here, &there);
    write_note(&mut there, UNIT, "iii-1", "đã nhận", 2);
    let changes = vec![(Some(text("đã gửi")), Some(text("đã nhận")), false)];
    let expected = Said {
        comparison: Comparison::Newer,
        first: false,
        new_unit: false,
        changes,
    };
    assert_eq!(said(&here, &there), expected);
}

#[test]
fn the_same_file_again_changes_nothing_and_is_not_offered() {
    let (mut here, there) = coordinator_and_unit();
    accept(&mut here, &there);
    let expected = Said {
        comparison: Comparison::Same,
        first: false,
        new_unit: false,
        changes: Vec::new(),
    };
    assert_eq!(said(&here, &there), expected);
    assert!(!arrivals(&here, &[file(parcels(&there))])[0].brings());
}

#[test]
fn an_older_file_changes_nothing_even_if_it_is_taken_in() {
    let (mut here, mut there) = coordinator_and_unit();
    let old = there.clone();
    write_note(&mut there, UNIT, "iii-1", "đã nhận", 2);
    accept(&mut here, &there);
    let expected = Said {
        comparison: Comparison::Older,
        first: false,
        new_unit: false,
        changes: Vec::new(),
    };
    assert_eq!(said(&here, &old), expected);
    let before = here.clone();
    accept(&mut here, &old);
    assert!(here == before);
}

#[test]
fn edits_on_both_sides_diverge_and_the_conflict_is_foretold() {
    let (mut here, mut there) = coordinator_and_unit();
    accept(&mut here, &there);
    write_note(&mut here, UNIT, "iii-1", "theo văn phòng", 5);
    write_note(&mut there, UNIT, "iii-1", "theo chi bộ", 6);
    write_note(&mut there, UNIT, "iii-2", "việc khác", 7);
    let changes = vec![
        (
            Some(text("theo văn phòng")),
            Some(text("theo chi bộ")),
            true,
        ),
        (None, Some(text("việc khác")), false),
    ];
    let expected = Said {
        comparison: Comparison::Diverged,
        first: false,
        new_unit: false,
        changes,
    };
    assert_eq!(said(&here, &there), expected);
}

#[test]
fn a_record_of_a_plan_that_is_not_here_is_named_and_left_out() {
    let (_, there) = coordinator_and_unit();
    let mut here = Workspace::empty(DeviceId::new("a"));
    let Finding::OtherPlan(parcel) = finding(&here, &there) else {
        panic!("another plan")
    };
    assert_eq!(parcel.plan_name, "96-KH/HU");
    let before = here.clone();
    accept(&mut here, &there);
    assert!(here == before);
}

#[test]
fn a_file_without_records_says_so() {
    let arrivals = arrivals(&desk("a"), &[file(Vec::new())]);
    assert_eq!(arrivals[0].finding, Finding::Nothing);
    assert!(!arrivals[0].brings());
}

#[test]
fn a_unit_that_is_known_keeps_the_name_it_has_here() {
    let (mut here, mut there) = coordinator_and_unit();
    accept(&mut here, &there);
    let rename = |name: &str| Action::RenameUnit(plan_id(), unit_id(UNIT), name.to_owned());
    here.apply(rename("Chi bộ Một"), 0).expect("renamed");
    there.apply(rename("Chi bộ thứ nhất"), 0).expect("renamed");
    write_note(&mut there, UNIT, "iii-1", "đã nhận", 2);
    accept(&mut here, &there);
    assert_eq!(here.unit_name(&unit_id(UNIT)), Some("Chi bộ Một"));
    assert_eq!(here.records.len(), 1);
}

#[test]
fn two_files_of_one_unit_are_previewed_in_turn() {
    let (here, mut there) = coordinator_and_unit();
    let first = file(parcels(&there));
    write_note(&mut there, UNIT, "iii-1", "đã nhận", 2);
    let second = file(parcels(&there));
    let comparisons = |texts: &[String]| -> Vec<_> {
        let arrivals = arrivals(&here, texts);
        arrivals
            .iter()
            .map(|arrival| match &arrival.finding {
                Finding::Known(known) => (known.comparison, known.first, known.changes().len()),
                other => panic!("{other:?}"),
            })
            .collect()
    };
    assert_eq!(
        comparisons(&[first.clone(), second.clone()]),
        [(Comparison::Newer, true, 1), (Comparison::Newer, false, 1)]
    );
    assert_eq!(
        comparisons(&[second, first]),
        [(Comparison::Newer, true, 1), (Comparison::Older, false, 0)]
    );
}

#[test]
fn a_damaged_file_among_good_ones_does_not_keep_them_out() {
    let (mut here, there) = coordinator_and_unit();
    let good = file(parcels(&there));
    let texts = [
        "Kính gửi".to_owned(),
        good.clone(),
        good.replace("gửi", "gởi"),
        good[..good.len() / 2].to_owned(),
    ];
    let preview = Preview {
        arrivals: arrivals(&here, &texts[..2])
            .into_iter()
            .chain(arrivals(&here, &texts[2..]))
            .collect(),
    };
    let errors: Vec<_> = preview
        .arrivals
        .iter()
        .map(|arrival| match &arrival.finding {
            Finding::Unreadable(error) => Some(error.clone()),
            _ => None,
        })
        .collect();
    assert_eq!(
        errors,
        [
            Some(FileError::NotJson),
            None,
            Some(FileError::Damaged),
            Some(FileError::Damaged)
        ]
    );
    let import = preview.all();
    assert_eq!(import.deliveries.len(), 1);
    here.apply(Action::Import(import), 0).expect("accepted");
    assert_eq!(here.records, there.records);
}

#[test]
fn an_arrival_is_told_with_the_name_of_its_file() {
    let (here, there) = coordinator_and_unit();
    let names: Vec<_> = arrivals(&here, &[file(parcels(&there)), String::new()])
        .into_iter()
        .map(|arrival| arrival.file_name)
        .collect();
    assert_eq!(names, ["1.json", "2.json"]);
}

#[test]
fn the_file_that_comes_back_is_the_receipt() {
    let (mut here, mut there) = coordinator_and_unit();
    accept(&mut here, &there);
    let receipt = parcels(&here).remove(0).record;
    let mine = |there: &Workspace| {
        there
            .record(&plan_id(), &unit_id(UNIT))
            .expect("a record")
            .seen()
            .clone()
    };
    assert!(receipt.seen().includes(&mine(&there)));
    write_note(&mut there, UNIT, "iii-1", "viết sau", 3);
    assert!(!receipt.seen().includes(&mine(&there)));
}

/// Two devices of units and a coordinator at work; the files that they made at some time or other.
struct Office {
    coordinator: Workspace,
    files: Vec<String>,
}

type Work = Vec<(Action, Moment)>;

fn office() -> impl Strategy<Value = Office> {
    let work = || actions(14);
    (work(), work(), work(), work(), any::<prop::sample::Index>())
        .prop_map(|(first, second, other, own, order)| {
            let (mut unit, mut stranger, mut coordinator) = (desk("b"), desk("c"), desk("a"));
            carry_out(&mut unit, first);
            let early = file(parcels(&unit));
            // The stranger and the coordinator go on from what the unit sent early.
            accept(&mut stranger, &unit);
            accept(&mut coordinator, &unit);
            carry_out(&mut unit, second);
            carry_out(&mut stranger, other);
            carry_out(&mut coordinator, own);
            let mut files = vec![
                early,
                file(parcels(&unit)),
                file(parcels(&stranger)),
                "rác".to_owned(),
            ];
            files.rotate_left(order.index(4));
            Office { coordinator, files }
        })
        .boxed()
}

fn carry_out(workspace: &mut Workspace, work: Work) {
    for (action, now) in work {
        // Some of what people try is refused, as it should be.
        let _ = workspace.apply(action, now);
    }
}

impl std::fmt::Debug for Office {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}\n{:#?}", self.coordinator.records, self.files)
    }
}

type Shown = BTreeMap<(RecordId, Slot), Value>;

/// What is shown of all records.
fn shown(workspace: &Workspace) -> Shown {
    let places = workspace.records.iter().flat_map(|(id, record)| {
        record
            .writes()
            .map(move |(_, write)| (id, record, &write.slot))
    });
    places
        .map(|(id, record, slot)| ((id.clone(), slot.clone()), record.at(slot)[0].value.clone()))
        .collect()
}

fn conflicts(workspace: &Workspace) -> BTreeSet<(RecordId, Slot)> {
    let places = |(id, record): (&RecordId, &so_tien_do::progress::Record)| {
        record
            .conflicts()
            .into_iter()
            .map(|slot| (id.clone(), slot.clone()))
            .collect::<Vec<_>>()
    };
    workspace.records.iter().flat_map(places).collect()
}

/// Carries out by hand what a preview lists.
fn foretold(
    preview: &Preview,
    shown: &mut Shown,
    conflicts: &mut BTreeSet<(RecordId, Slot)>,
) -> Result<(), TestCaseError> {
    for arrival in &preview.arrivals {
        let Finding::Known(known) = &arrival.finding else {
            continue;
        };
        let id = known.delivery.record_id();
        prop_assert!(
            known.changes().is_empty() || arrival.brings(),
            "{:?} lists changes",
            known.comparison
        );
        for Change {
            slot,
            before,
            after,
            conflict,
        } in &known.changes()
        {
            let place = (id.clone(), slot.clone());
            let was = match after {
                Some(value) => shown.insert(place.clone(), value.clone()),
                None => shown.remove(&place),
            };
            prop_assert_eq!(&was, before);
            if *conflict {
                conflicts.insert(place)
            } else {
                conflicts.remove(&place)
            };
        }
    }
    Ok(())
}

#[test]
fn taking_in_does_what_the_preview_lists_and_nothing_else() {
    let (runs, met) = (Cell::new(0_u32), Cell::new(0_u32));
    check(
        share(10),
        &office(),
        |Office {
             mut coordinator,
             files,
         }| {
            let before = coordinator.clone();
            let files: Vec<_> = files
                .into_iter()
                .map(|text| ("tệp.json".to_owned(), text))
                .collect();
            let preview = preview(&coordinator, &files);
            prop_assert!(coordinator == before, "a preview changes nothing");
            let (mut expected, mut expected_conflicts) =
                (shown(&coordinator), conflicts(&coordinator));
            foretold(&preview, &mut expected, &mut expected_conflicts)?;
            coordinator
                .apply(Action::Import(preview.all()), 0)
                .expect("accepted");
            prop_assert_eq!(shown(&coordinator), expected);
            prop_assert_eq!(conflicts(&coordinator), expected_conflicts);
            prop_assert!(
                coordinator.plans == before.plans && coordinator.settings.me == before.settings.me
            );
            runs.set(runs.get() + 1);
            met.set(met.get() + u32::from(!conflicts(&coordinator).is_empty()));
            Ok(())
        },
    );
    assert!(
        met.get() * 3 > runs.get(),
        "{} of {} offices had a conflict",
        met.get(),
        runs.get()
    );
}

#[test]
fn the_order_in_which_files_are_opened_makes_no_difference() {
    check(share(5), &office(), |Office { coordinator, files }| {
        let open = |texts: Vec<String>| {
            let mut workspace = coordinator.clone();
            for text in texts {
                let preview = preview(&workspace, &[(String::new(), text)]);
                workspace
                    .apply(Action::Import(preview.all()), 0)
                    .expect("accepted");
            }
            workspace.records
        };
        let backwards = files.iter().rev().cloned().collect();
        prop_assert_eq!(open(files), open(backwards));
        Ok(())
    });
}

#[test]
fn what_one_device_exports_another_holds_to_the_letter() {
    check(share(5), &actions(30), |work| {
        let mut there = desk("b");
        carry_out(&mut there, work);
        let mut here = desk("a");
        let preview = preview(&here, &[("tệp.json".to_owned(), file(parcels(&there)))]);
        here.apply(Action::Import(preview.all()), 0)
            .expect("accepted");
        let written = |workspace: &Workspace| -> BTreeMap<_, _> {
            workspace
                .records
                .iter()
                .filter(|(_, record)| !record.is_empty())
                .map(|(id, record)| (id.clone(), record.clone()))
                .collect()
        };
        prop_assert_eq!(written(&here), written(&there));
        Ok(())
    });
}

#[test]
fn only_what_is_wanted_is_packed_and_only_of_plans_that_are_here() {
    let mut there = desk("b");
    enrol(&mut there, &[UNIT, "Chi bộ 2"]);
    write_note(&mut there, UNIT, "iii-1", "một", 1);
    write_note(&mut there, "Chi bộ 2", "iii-1", "hai", 1);
    let orphan = RecordId {
        plan: PlanId::new("khong-co"),
        unit: UnitId::new("chi-bo-1"),
    };
    let record = there.records[&record_id(UNIT)].clone();
    there.records.insert(orphan, record);
    let units = |parcels: Vec<Parcel>| {
        parcels
            .into_iter()
            .map(|parcel| parcel.sender.name)
            .collect::<Vec<_>>()
    };
    assert_eq!(units(parcels(&there)), [UNIT, "Chi bộ 2"]);
    assert_eq!(
        units(there.parcels(|id| *id == record_id("Chi bộ 2"))),
        ["Chi bộ 2"]
    );
    assert_eq!(
        there.parcels(|id| *id == record_id(UNIT))[0]
            .record
            .at(&note("iii-1"))[0]
            .value,
        text("một")
    );
}
