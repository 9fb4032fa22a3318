//! Everything that opens a text from outside, or one that was stored. Whatever harm was done to it: it is read
//! or refused, screens show what was read, and what was taken in can be stored, loaded and taken back.

#[path = "openers/harm.rs"]
mod harm;

use crate::cases::{check, share};
use crate::desks::{desk, plan_id};
use harm::{Harm, Twist, harm, harmed, twist, twisted};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestCaseResult;
use serde_json::{Value as Json, json};
use so_tien_do::domain::{Day, DeviceId};
use so_tien_do::file::{FileError, Kind, found_in, open, seal};
use so_tien_do::store::{Keeper, Loaded, MemoryStore, Slots, Store, load};
use so_tien_do::view;
use so_tien_do::words;
use so_tien_do::workspace::{Action, Backup, Finding, Key, Preview, Workspace, preview};
use std::collections::BTreeMap;

/// What people hold, of each kind.
const FILES: [(Kind, &str); 5] = [
    (Kind::Backup, include_str!("../data/files/backup-v1.json")),
    (
        Kind::PlanFile,
        include_str!("../data/files/plan-v1-assigned.json"),
    ),
    (Kind::PlanFile, include_str!("../data/files/plan-v1.json")),
    (
        Kind::Progress,
        include_str!("../data/files/progress-v1-reviewed.json"),
    ),
    (
        Kind::Progress,
        include_str!("../data/files/progress-v1.json"),
    ),
];

/// What a browser holds, one text a key.
const STORED: [&str; 2] = [
    include_str!("../data/stored/plain.json"),
    include_str!("../data/stored/slots.json"),
];

fn harms() -> impl Strategy<Value = Vec<Harm>> {
    vec(harm(), 1..5)
}

fn twists() -> impl Strategy<Value = Vec<Twist>> {
    vec(twist(), 1..5)
}

#[test]
fn files_that_came_to_harm_are_opened_or_refused() {
    check(
        share(2),
        &(select(&FILES[..]), harms()),
        |((_, file), harms)| take_in(&harmed(file, &harms)),
    );
}

#[test]
fn files_that_somebody_twisted_and_sealed_again_are_opened_or_refused() {
    check(
        share(2),
        &(select(&FILES[..]), twists()),
        |((kind, file), twists)| take_in(&sealed_again(kind, file, &twists)),
    );
}

#[test]
fn pasted_texts_that_came_to_harm_fall_into_parts_that_are_opened_or_refused() {
    let piece = prop_oneof![
        (select(&FILES[..]), vec(harm(), 0..3)).prop_map(|((_, file), harms)| harmed(file, &harms)),
        any::<String>(),
        select(vec![
            "{",
            "{\"format\":",
            " {\"format\" : \"so-tien-do\" ",
            "\"}"
        ])
        .prop_map(|piece| piece.repeat(9)),
    ];
    check(share(2), &vec(piece, 1..5), |pieces| {
        let text = pieces.concat();
        let mut rest = text.as_str();
        for found in found_in(&text) {
            let at = rest.find(found);
            prop_assert!(at.is_some(), "in order, and none within another");
            rest = &rest[at.unwrap_or(0) + found.len()..];
            prop_assert_eq!(found_in(found), [found]);
            take_in(found)?;
        }
        Ok(())
    });
}

/// Replaces the body of an envelope with what the twists make of it, under a checksum that fits.
fn sealed_again(kind: Kind, envelope: &str, twists: &[Twist]) -> String {
    let envelope: Json = serde_json::from_str(envelope).expect("a file");
    seal(kind, &twisted(envelope["body"].clone(), twists), 0).expect("a text")
}

/// Takes in whatever a text offers, looks at it, stores it, loads it, and takes it back.
fn take_in(text: &str) -> TestCaseResult {
    let mut desk = opened(text)?;
    prop_assert!(kept_and_loaded(&desk)? == desk);
    if desk.last_import.is_some() {
        desk.apply(Action::UndoImport, 2).expect("taken back");
        look_around(&desk);
        prop_assert!(kept_and_loaded(&desk)? == desk);
    }
    Ok(())
}

/// A desk that took in whatever a text offers.
fn opened(text: &str) -> Result<Workspace, TestCaseError> {
    let mut desk = desk("a");
    let before = desk.clone();
    let preview = preview(&desk, &[("tệp.json".to_owned(), text.to_owned())]);
    prop_assert!(!preview.arrivals.is_empty());
    tell(&preview);
    if desk.apply(Action::Import(preview.all()), 1).is_err() {
        prop_assert!(desk == before, "refused, and yet something changed");
    }
    look_around(&desk);
    let backup = desk.backup();
    let again = seal(Kind::Backup, &backup, 1).and_then(|text| open::<Backup>(Kind::Backup, &text));
    prop_assert_eq!(again, Ok(backup), "what was taken in cannot be handed on");
    Ok(desk)
}

/// Says in words what a preview found.
fn tell(preview: &Preview) {
    for arrival in &preview.arrivals {
        if let Finding::Unreadable(error) = &arrival.finding {
            assert!(!words::file_error(error).is_empty());
        }
    }
}

/// Stores all of a workspace and loads it; nothing may be unreadable then.
fn kept_and_loaded(desk: &Workspace) -> Result<Workspace, TestCaseError> {
    let mut keeper = Keeper::new(Box::new(MemoryStore::default()));
    prop_assert_eq!(keeper.keep(desk, keys(desk), 1), None);
    let loaded = keeper
        .load(&Workspace::empty(DeviceId::new("fresh")))
        .expect("a store");
    prop_assert_eq!(loaded.aside, []);
    Ok(loaded.workspace)
}

/// All that a workspace is stored under.
fn keys(desk: &Workspace) -> Vec<Key> {
    let mut keys = vec![
        Key::Device,
        Key::Settings,
        Key::LastImport,
        Key::Draft,
        Key::Edits,
    ];
    keys.extend(desk.plans.keys().cloned().map(Key::Plan));
    keys.extend(desk.rosters.keys().cloned().map(Key::Roster));
    keys.extend(desk.records.keys().cloned().map(Key::Record));
    keys.extend(desk.remarks.keys().cloned().map(Key::Remarks));
    keys
}

/// Computes what screens show of every plan, and of some of its units.
fn look_around(desk: &Workspace) {
    let today = Day::from_ymd_opt(2026, 11, 23).expect("a day");
    let me = desk.settings.me.as_ref();
    assert!(view::cards(desk, me, today).len() <= desk.plans.len());
    assert!(view::today(desk, me, today).groups.len() <= 5);
    assert!(view::acknowledged(desk).len() <= desk.records.len());
    for (plan, roster) in desk.rosters.iter().take(5) {
        let overview = view::overview(desk, plan, today);
        assert!(overview.reminders(today).len() <= overview.units.len());
        for unit in roster.units.iter().take(5) {
            let checklist = view::checklist(desk, plan, &unit.id, today);
            assert_eq!(checklist.is_empty(), checklist.tally().all() == 0);
            let brief = view::brief(desk, plan, &unit.id, today);
            assert_eq!(brief.is_some(), desk.plans.contains_key(plan));
        }
    }
}

/// Texts of a store, each whole in its place, with harm done to some of them: within the text, or within what
/// its envelope holds.
fn stored() -> impl Strategy<Value = BTreeMap<String, String>> {
    let touch = (
        any::<prop::sample::Index>(),
        prop_oneof![harms().prop_map(Ok), twists().prop_map(Err)],
    );
    (select(&STORED[..]), vec(touch, 1..4)).prop_map(|(texts, touches)| {
        let mut texts: BTreeMap<String, String> =
            serde_json::from_str(texts).expect("stored texts");
        for (which, how) in touches {
            let name = which
                .get(&texts.keys().cloned().collect::<Vec<_>>())
                .clone();
            match how {
                Ok(harms) => drop(texts.insert(name.clone(), harmed(&texts[&name], &harms))),
                Err(twists) => twist_stored(&mut texts, &name, &twists),
            }
        }
        texts
    })
}

/// Writes a stored text anew as the app would that had made it so.
fn twist_stored(texts: &mut BTreeMap<String, String>, name: &str, twists: &[Twist]) {
    let key = name.trim_start_matches("a/");
    let text = texts[name]
        .split_once('\n')
        .map_or(&*texts[name], |(_, text)| text);
    let Ok(envelope) = serde_json::from_str::<Json>(text) else {
        return;
    };
    let kinds = [
        Kind::Plan,
        Kind::Roster,
        Kind::Record,
        Kind::Remarks,
        Kind::Settings,
        Kind::Draft,
        Kind::Edits,
        Kind::LastImport,
    ];
    let Some(kind) = kinds
        .into_iter()
        .find(|kind| envelope["kind"] == kind.name())
    else {
        return;
    };
    let text = seal(kind, &twisted(envelope["body"].clone(), twists), 0).expect("a text");
    let store = MemoryStore::default();
    Slots::new(&store).set(key, &text).expect("room");
    texts.remove(name);
    for place in store.keys().expect("keys") {
        texts.extend(store.get(&place).expect("a store").map(|raw| (place, raw)));
    }
}

#[test]
fn stored_texts_that_came_to_harm_load_and_none_is_lost() {
    check(share(2), &stored(), |texts| {
        let store = MemoryStore::default();
        for (name, text) in &texts {
            store.set(name, text).expect("room");
        }
        let Loaded {
            workspace, aside, ..
        } = load(&store, DeviceId::new("fresh")).expect("a store");
        look_around(&workspace);
        for (name, text) in &texts {
            let is_there = store.get(name) == Ok(Some(text.clone()));
            let is_aside = aside.iter().any(|aside| aside.text == *text);
            prop_assert!(is_there || is_aside, "{name} is lost");
        }
        let again = load(&store, DeviceId::new("fresh")).expect("a store");
        prop_assert!(
            again.workspace == workspace,
            "another workspace at the next start"
        );
        prop_assert_eq!(again.aside.len(), aside.len());
        for aside in &aside {
            prop_assert_eq!(store.get(&aside.kept_at), Ok(Some(aside.text.clone())));
        }
        Ok(())
    });
}

/// A backup with nothing in it but what is given.
fn backup(changes: &[(&str, Json)]) -> String {
    let mut body = json!({"plans": [], "records": [], "settings": {"me": null, "author": ""}});
    for (name, value) in changes {
        body[*name] = value.clone();
    }
    seal(Kind::Backup, &body, 0).expect("a text")
}

fn plan(id: &str) -> Json {
    let file: Json = serde_json::from_str(FILES[2].1).expect("a plan file");
    let mut body = file["body"].clone();
    body["plan"]["id"] = json!(id);
    body
}

fn record(plan: &str, unit: &str) -> Json {
    let write = json!({"dot": ["d", u64::MAX], "task": "iii-1", "field": "note", "value": {"text": "lời"}, "at": i64::MAX, "by": "\u{202e}A"});
    json!([plan, unit, {"seen": {"d": u64::MAX}, "writes": [write]}])
}

#[test]
fn backups_of_any_size_with_names_of_nothing_are_taken_in() {
    let many =
        |count: usize, make: &dyn Fn(usize) -> Json| Json::Array((0..count).map(make).collect());
    for text in [
        backup(&[("plans", many(100, &|at| plan(&at.to_string())))]),
        backup(&[("plans", many(50, &|_| plan("mot")))]),
        backup(&[("records", many(5_000, &|at| record(&format!("k{at}"), "u")))]),
        backup(&[(
            "records",
            many(5_000, &|at| {
                record(&plan_id().to_string(), &format!("u{at}"))
            }),
        )]),
        backup(&[("records", many(5_000, &|_| record("mot", "u")))]),
        backup(&[(
            "settings",
            json!({"me": "khong-co", "author": "\u{202e}\u{0}", "removed": [plan_id(), "x", "x"]}),
        )]),
    ] {
        let desk = opened(&text).expect("taken in");
        assert!(desk.plans.len() > 1 || desk != self::desk("a"));
    }
}

#[test]
fn what_nobody_could_have_written_is_refused_in_a_backup() {
    let long = "ă".repeat(500_000);
    let mut heavy = record("mot", "u");
    heavy[2]["writes"][0]["value"]["text"] = json!(long);
    for text in [
        backup(&[("records", json!([heavy]))]),
        backup(&[("settings", json!({"me": null, "author": long}))]),
    ] {
        let error = open::<Backup>(Kind::Backup, &text).expect_err("refused");
        assert!(matches!(error, FileError::Invalid { .. }), "{error}");
        take_in(&text).expect("refused");
    }
}
