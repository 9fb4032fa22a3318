//! Backups: what is saved comes back whole, once, and never in the place of later work.

use crate::amendments;
use crate::cases::{check, share};
use crate::desks::{
    actions, branches, desk, enrol, file, parcels, plan_id, record_id, unit_id, write_note,
};
use crate::drafts::FIRST;
use proptest::prelude::*;
use so_tien_do::domain::{Day, DeviceId, Moment, Roster, UnitId};
use so_tien_do::file::{FileError, Kind, Office, open, open_with_cover, seal, seal_from};
use so_tien_do::front::SinceBackup;
use so_tien_do::progress::{Field, Slot};
use so_tien_do::reader::read;
use so_tien_do::view::{self, Place, Risk};
use so_tien_do::workspace::{
    Action, Backup, Finding, Heap, Preview, Restore, Settings, Shelf, Workspace, backup_file_name,
    preview,
};
use std::sync::Arc;

/// Written by the first release that made backups. Never written anew: what people hold must open.
const VERSION_1: &str = include_str!("../data/files/backup-v1.json");

const UNIT: &str = "Chi bộ 1";
const OTHER: &str = "Chi bộ 2";
const DAY: Moment = 86_400_000;

fn text_of(desk: &Workspace, at: Moment) -> String {
    seal_from(Kind::Backup, &desk.backup(), at, Some(desk.office())).expect("a text")
}

fn look(desk: &Workspace, text: &str) -> Preview {
    preview(desk, &[("sao-luu.json".to_owned(), text.to_owned())])
}

pub(crate) fn restore(desk: &mut Workspace, text: &str, now: Moment) {
    let import = look(desk, text).all();
    desk.apply(Action::Import(import), now).expect("restored");
}

fn found(preview: &Preview) -> &Restore {
    match &preview.arrivals[0].finding {
        Finding::Backup(restore) => restore,
        other => panic!("a backup, not {other:?}"),
    }
}

pub(crate) fn empty(device: &str) -> Workspace {
    Workspace::empty(DeviceId::new(device))
}

/// What a backup holds of a device: all but its identity and what is of the device alone.
fn kept(desk: &Workspace) -> Workspace {
    Workspace {
        device: DeviceId::new(""),
        last_import: None,
        settings: Settings {
            backed_up: None,
            backup_put_off: None,
            told_of_risk: false,
            ..desk.settings.clone()
        },
        ..desk.clone()
    }
}

/// Carries out what people do, one after another by one clock.
pub(crate) fn work(desk: &mut Workspace, actions: Vec<(Action, Moment)>, from: Moment) {
    for (now, (action, _)) in (from..).zip(actions) {
        // Some of what people try is refused, as it should be.
        let _ = desk.apply(action, now);
    }
}

/// A device on which much was done: a further plan, a draft, results of others, plans put away.
pub(crate) fn busy(device: &'static str) -> impl Strategy<Value = Workspace> {
    let kinds = any::<[bool; 5]>();
    (actions(16), actions(8), kinds).prop_map(move |(own, of_others, kinds)| {
        let [has_plan, has_draft, has_results, is_away, is_issued] = kinds;
        let mut here = if has_plan {
            amendments::office()
        } else {
            empty("a")
        };
        here.device = DeviceId::new(device);
        let built_in = desk("a");
        here.add_plan(
            built_in.plans[&plan_id()].clone(),
            built_in.rosters[&plan_id()].clone(),
        );
        work(&mut here, own, 1_000);
        if has_results {
            let mut unit = desk("b");
            work(&mut unit, of_others, 1_000);
            let text = file(parcels(&unit));
            let import = look(&here, &text).all();
            here.apply(Action::Import(import), 2_000).expect("taken in");
        }
        let mut more = Vec::new();
        if is_issued {
            more.push(Action::Issue(plan_id()));
            more.push(Action::SetAddress(
                plan_id(),
                unit_id(UNIT),
                "mot@example.vn".to_owned(),
            ));
            more.push(Action::AskReport(
                plan_id(),
                Day::MAX,
                "o@example.vn".to_owned(),
            ));
        }
        if is_away {
            more.push(Action::PutAway(plan_id(), Some(Shelf::Archive)));
        }
        if has_draft {
            let draft = here.begin(read(&FIRST.replace("12-KH", "14-KH")), "tệp.docx");
            more.push(Action::SetDraft(Some(Box::new(draft))));
        }
        for (now, action) in (3_000..).zip(more) {
            here.apply(action, now).expect("done");
        }
        here
    })
}

#[test]
fn a_backup_on_an_empty_device_brings_everything_but_the_identity() {
    check(share(5), &busy("a"), |here| {
        let text = text_of(&here, 9_000);
        prop_assert_eq!(open::<Backup>(Kind::Backup, &text), Ok(here.backup()));
        let mut there = empty("z");
        restore(&mut there, &text, 9_001);
        prop_assert_eq!(kept(&there), kept(&here));
        prop_assert_eq!(there.device, DeviceId::new("z"));
        Ok(())
    });
}

#[test]
fn a_backup_on_a_device_with_the_built_in_plan_brings_everything_too() {
    check(share(5), &busy("a"), |here| {
        let mut there = desk("z");
        restore(&mut there, &text_of(&here, 9_000), 9_001);
        let (mut there, mut here) = (kept(&there), kept(&here));
        // The order of units is that of the later roster either way; who was there anyhow is equal.
        for desk in [&mut there, &mut here] {
            for roster in desk.plans.keys().cloned().collect::<Vec<_>>() {
                sort(Arc::make_mut(
                    desk.rosters.get_mut(&roster).expect("a roster"),
                ));
            }
        }
        prop_assert_eq!(there, here);
        Ok(())
    });
}

fn sort(roster: &mut Roster) {
    roster.units.sort_by(|a, b| a.id.cmp(&b.id));
    for group in &mut roster.groups {
        group.members.sort();
    }
}

#[test]
fn a_backup_changes_nothing_where_it_was_made_and_nothing_the_second_time() {
    let all = (busy("a"), busy("c"));
    check(share(5), &all, |(here, mut there)| {
        let text = text_of(&here, 9_000);
        let preview = look(&here, &text);
        prop_assert!(!found(&preview).brings && !preview.arrivals[0].brings());
        let mut same = here.clone();
        let backups = vec![here.backup()];
        let import = so_tien_do::workspace::Import {
            backups,
            ..Default::default()
        };
        prop_assert_eq!(same.apply(Action::Import(import), 9_001), Ok(Vec::new()));
        prop_assert!(same == here);

        restore(&mut there, &text, 9_002);
        let once = there.clone();
        restore(&mut there, &text, 9_003);
        prop_assert!(there == once, "the second time brings nothing");
        Ok(())
    });
}

#[test]
fn an_old_backup_never_undoes_later_work() {
    check(share(5), &(busy("a"), actions(12)), |(mut here, later)| {
        let text = text_of(&here, 4_000);
        work(&mut here, later, 5_000);
        let after = here.clone();
        restore(&mut here, &text, 9_000);
        // A name is filled in where there is none, even if it was taken away by hand.
        here.settings.author.clone_from(&after.settings.author);
        prop_assert_eq!(kept(&here), kept(&after));
        // Neither on a device that has the later work by a later backup.
        let mut there = empty("z");
        restore(&mut there, &text_of(&after, 6_000), 9_000);
        let once = there.clone();
        restore(&mut there, &text, 9_001);
        there.settings.author.clone_from(&once.settings.author);
        prop_assert_eq!(kept(&there), kept(&once));
        Ok(())
    });
}

#[test]
fn a_later_backup_after_an_older_one_brings_the_later_state() {
    check(share(5), &(busy("a"), actions(12)), |(mut here, later)| {
        let old = text_of(&here, 4_000);
        work(&mut here, later, 5_000);
        let mut there = empty("z");
        restore(&mut there, &old, 9_000);
        restore(&mut there, &text_of(&here, 6_000), 9_001);
        prop_assert_eq!(&there.records, &here.records);
        prop_assert_eq!(&there.plans, &here.plans);
        let (mut there, mut here) = (there, here);
        for desk in [&mut there, &mut here] {
            sort(Arc::make_mut(
                desk.rosters.get_mut(&plan_id()).expect("a roster"),
            ));
        }
        let names = |desk: &Workspace| {
            let units = desk.rosters[&plan_id()].units.iter();
            let names = units.map(|unit| (unit.name.clone(), unit.address.clone()));
            names.collect::<Vec<_>>()
        };
        prop_assert_eq!(names(&there), names(&here));
        prop_assert_eq!(
            &there.rosters[&plan_id()].groups,
            &here.rosters[&plan_id()].groups
        );
        Ok(())
    });
}

#[test]
fn a_restore_is_taken_back_like_any_import() {
    check(share(5), &(busy("a"), busy("c")), |(here, there)| {
        for mut there in [empty("z"), desk("z"), there] {
            let before = there.clone();
            restore(&mut there, &text_of(&here, 9_000), 9_001);
            if there == before {
                continue;
            }
            there.apply(Action::UndoImport, 9_002).expect("taken back");
            let (mut there, mut before) = (kept(&there), kept(&before));
            for desk in [&mut there, &mut before] {
                desk.records.retain(|_, record| !record.is_empty());
                desk.settings.removed.sort();
            }
            prop_assert_eq!(there, before);
        }
        Ok(())
    });
}

#[test]
fn writes_after_a_restore_are_new_to_everybody() {
    let mut here = desk("a");
    enrol(&mut here, &[UNIT]);
    write_note(&mut here, UNIT, "iii-1", "trên máy cũ", 1);
    let text = text_of(&here, 2);
    let mut there = empty("z");
    restore(&mut there, &text, 3);
    write_note(&mut there, UNIT, "iii-1", "trên máy mới", 4);
    write_note(&mut here, UNIT, "iii-1", "cũng trên máy cũ", 5);
    let record = |desk: &Workspace| desk.records[&record_id(UNIT)].clone();
    let merged = record(&here).merged(&record(&there));
    let slot = Slot::new(&so_tien_do::domain::TaskId::new("iii-1"), None, Field::Note);
    assert_eq!(merged.at(&slot).len(), 2, "both stand");
}

#[test]
fn a_unit_that_came_by_results_alone_comes_back_with_its_groups() {
    let mut unit = desk("b");
    enrol(&mut unit, &[OTHER]);
    write_note(&mut unit, OTHER, "iii-1", "xong", 1);
    let mut here = desk("a");
    let import = look(&here, &file(parcels(&unit))).all();
    here.apply(Action::Import(import), 2).expect("taken in");
    assert!(here.settings.touched.is_empty());
    let mut there = desk("z");
    restore(&mut there, &text_of(&here, 3), 4);
    let roster = &there.rosters[&plan_id()];
    assert_eq!(roster.groups_of(&unit_id(OTHER)), [branches()]);
    assert_eq!(there.records, here.records);
}

#[test]
fn addresses_come_back_where_a_plan_file_came_first() {
    let mut here = desk("a");
    enrol(&mut here, &[UNIT]);
    let address = Action::SetAddress(plan_id(), unit_id(UNIT), "mot@example.vn".to_owned());
    for action in [address, Action::Issue(plan_id())] {
        here.apply(action, 1).expect("done");
    }
    let plan = seal(Kind::PlanFile, &here.plan_file(&plan_id()), 2).expect("a text");
    let mut there = desk("z");
    let import = look(&there, &plan).all();
    there.apply(Action::Import(import), 3).expect("taken in");
    restore(&mut there, &text_of(&here, 2), 4);
    let unit = there.rosters[&plan_id()].unit(&unit_id(UNIT)).cloned();
    assert_eq!(unit.expect("the unit").address, "mot@example.vn");
}

#[test]
fn a_backup_is_told_first_and_by_whom_it_was_made() {
    let mut here = desk("a");
    enrol(&mut here, &[UNIT]);
    here.apply(Action::ChooseMe(unit_id(UNIT)), 0).expect("me");
    write_note(&mut here, UNIT, "iii-1", "xong", 1);
    let files = [
        ("kết quả".to_owned(), file(parcels(&here))),
        ("sao lưu".to_owned(), text_of(&here, 7)),
    ];
    let preview = preview(&empty("z"), &files);
    assert_eq!(preview.arrivals[0].heap(), Heap::Backup);
    assert_eq!(preview.arrivals[1].heap(), Heap::Same);
    assert!(Heap::Backup < Heap::Plan);
    let restore = found(&preview);
    assert_eq!((restore.plans, restore.records), (1, 1));
    assert_eq!(restore.written_at, 7);
    assert_eq!(restore.from.as_ref().expect("an office").name, UNIT);
    assert!(!text_of(&here, 7).contains("\"device\":\"z\""));
}

#[test]
fn a_draft_and_settings_are_only_filled_in() {
    let mut here = desk("a");
    here.apply(Action::SetAuthor("Người cũ".to_owned()), 0)
        .expect("a name");
    let draft = here.begin(read(FIRST), "tệp.docx");
    here.apply(Action::SetDraft(Some(Box::new(draft))), 5)
        .expect("a draft");
    let text = text_of(&here, 6);
    let mut there = desk("z");
    there
        .apply(Action::SetAuthor("Người mới".to_owned()), 7)
        .expect("a name");
    restore(&mut there, &text, 8);
    assert_eq!(there.settings.author, "Người mới");
    assert_eq!(there.draft, here.draft);
    there.apply(Action::SetDraft(None), 9).expect("dropped");
    restore(&mut there, &text, 10);
    assert_eq!(there.draft, None, "what was dropped later stays away");
}

#[test]
fn a_restored_draft_goes_with_the_import_unless_it_was_worked_on() {
    let mut here = desk("a");
    let draft = here.begin(read(FIRST), "tệp.docx");
    here.apply(Action::SetDraft(Some(Box::new(draft))), 5)
        .expect("a draft");
    let text = text_of(&here, 6);
    for is_touched in [false, true] {
        let mut there = desk("z");
        restore(&mut there, &text, 8);
        if is_touched {
            let edit = so_tien_do::draft::Edit::Title("Tên khác".to_owned());
            there.apply(Action::EditDraft(edit), 9).expect("an edit");
        }
        there.apply(Action::UndoImport, 10).expect("taken back");
        assert_eq!(there.draft.is_some(), is_touched);
    }
}

#[test]
fn a_damaged_or_senseless_backup_is_refused_whole() {
    let here = desk("a");
    let text = text_of(&here, 1);
    let finding = |text: &str| look(&empty("z"), text).arrivals[0].finding.clone();
    let damaged = text.replace("96-KH/HU", "97-KH/HU");
    assert_eq!(finding(&damaged), Finding::Unreadable(FileError::Damaged));
    let long = serde_json::json!({
        "plans": [], "settings": {"me": null, "author": ""},
        "records": [["p", "u", {"seen": {}, "writes": []}]]
    });
    assert!(matches!(
        finding(&seal(Kind::Backup, &long, 0).expect("a text")),
        Finding::Backup(_)
    ));
    let mut heavy = desk("a");
    enrol(&mut heavy, &[UNIT]);
    write_note(&mut heavy, UNIT, "iii-1", "WORDS", 1);
    let body = serde_json::to_string(&heavy.backup()).expect("JSON");
    let body: serde_json::Value =
        serde_json::from_str(&body.replace("WORDS", &"x".repeat(100_001))).expect("JSON");
    assert!(matches!(
        finding(&seal(Kind::Backup, &body, 0).expect("a text")),
        Finding::Unreadable(FileError::Invalid { .. })
    ));
}

#[test]
fn a_backup_of_version_1_opens_with_all_that_it_holds() {
    let (cover, backup) = open_with_cover::<Backup>(Kind::Backup, VERSION_1).expect("the file");
    assert_eq!(cover.from.expect("an office").name, "Đơn vị thử");
    assert_eq!(backup.plans.len(), 1);
    let mut there = empty("z");
    restore(&mut there, VERSION_1, 9);
    let plan = there.at_work().next().cloned();
    assert_eq!(there.plans.len(), 1);
    assert_eq!(plan, None, "it is archived");
    let me = there.settings.me.clone().expect("a unit");
    let (id, roster) = there.rosters.iter().next().expect("a roster");
    assert_eq!(
        roster.unit(&me).expect("the unit").address,
        "thu@example.vn"
    );
    let record = there.record(id, &me).expect("a record");
    assert_eq!(record.writes().count(), 1);
    assert_eq!(there.settings.author, "Người ghi");
    assert_eq!(there.settings.sent.len(), 1);
    assert_eq!(there.settings.issued.len(), 1);
    let draft = there.draft.as_ref().expect("a draft");
    assert_eq!(draft.plan().title, "Tên đã sửa");
}

fn day(days: i64) -> Day {
    so_tien_do::domain::day_in_vietnam(1_700_000_000_000 + days * DAY)
}

#[test]
fn a_backup_is_due_after_two_weeks_or_fifty_writes_and_can_be_put_off() {
    let at = |days: i64| 1_700_000_000_000 + days * DAY;
    let mut here = desk("a");
    enrol(&mut here, &[UNIT]);
    let is_due =
        |here: &Workspace, days| view::is_backup_due(&SinceBackup::of(here), day(days), false);
    assert!(!is_due(&here, 99), "nothing was written");
    write_note(&mut here, UNIT, "iii-1", "một", at(0));
    assert_eq!((is_due(&here, 14), is_due(&here, 15)), (false, true));
    here.apply(Action::PutOffBackup, at(15)).expect("put off");
    let put_off = [15, 17, 18].map(|days| is_due(&here, days));
    assert_eq!(put_off, [false, false, true]);
    here.apply(Action::MarkBackedUp, at(18)).expect("backed up");
    assert_eq!(SinceBackup::of(&here).changes, 0);
    assert!(!is_due(&here, 90), "all is saved");
    for count in 1..=50 {
        assert!(!is_due(&here, 18));
        write_note(&mut here, UNIT, "iii-1", &count.to_string(), at(18));
    }
    assert_eq!(SinceBackup::of(&here).changes, 50);
    assert!(is_due(&here, 18));
    let mut there = empty("z");
    restore(&mut there, &text_of(&here, at(19)), at(19));
    assert_eq!(
        there.settings.backed_up, None,
        "a backup of its own is to be made"
    );
}

#[test]
fn of_a_page_that_is_a_file_a_backup_is_due_sooner() {
    let at = |days: i64| 1_700_000_000_000 + days * DAY;
    let mut here = desk("a");
    enrol(&mut here, &[UNIT]);
    let is_due =
        |here: &Workspace, days| view::is_backup_due(&SinceBackup::of(here), day(days), true);
    assert!(!is_due(&here, 99), "nothing was written");
    write_note(&mut here, UNIT, "iii-1", "một", at(0));
    assert_eq!((is_due(&here, 2), is_due(&here, 3)), (false, true));
    here.apply(Action::PutOffBackup, at(3)).expect("put off");
    assert_eq!((is_due(&here, 3), is_due(&here, 4)), (false, true));
    for count in 1..=9 {
        assert!(!is_due(&here, 0));
        write_note(&mut here, UNIT, "iii-1", &count.to_string(), at(0));
    }
    assert!(is_due(&here, 0));
}

#[test]
fn little_room_is_told_from_four_fifths_on() {
    assert_eq!(view::room_share(0), 0);
    let shares = [3_900_000, 4_000_000, 5_000_000].map(view::room_share);
    assert_eq!(shares, [78, 80, 100]);
    assert_eq!(shares.map(view::is_room_short), [false, true, true]);
}

#[test]
fn browsers_that_may_forget_are_known_by_what_they_say() {
    let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1";
    let pad = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15";
    let android =
        "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36";
    let zalo = "Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile Safari/537.36 Zalo android/24 ZaloTheme/light";
    let facebook = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148 [FBAN/FBIOS;FBAV/480.0]";
    let at = |user_agent: &str, has_touch, is_installed, is_file| {
        view::risk(&Place {
            user_agent: user_agent.to_owned(),
            is_file,
            is_installed,
            has_touch,
        })
    };
    assert_eq!(at(phone, true, false, false), Some(Risk::SafariTab));
    assert_eq!(at(phone, true, true, false), None);
    assert_eq!(at(pad, true, false, false), Some(Risk::SafariTab));
    assert_eq!(at(pad, false, false, false), None);
    assert_eq!(at(android, true, false, false), None);
    assert_eq!(at(zalo, true, false, false), Some(Risk::InApp));
    assert_eq!(at(facebook, true, false, false), Some(Risk::InApp));
    assert_eq!(at(android, true, false, true), Some(Risk::File));
}

#[test]
fn a_backup_is_named_after_who_made_it_and_when() {
    let office = |name: &str| Office {
        unit: None::<UnitId>,
        name: name.to_owned(),
    };
    let today = Day::from_ymd_opt(2026, 11, 23).expect("a day");
    let name = |of: &str| backup_file_name(&office(of), today);
    assert_eq!(name(""), "sao-luu-so-tien-do-2026-11-23");
    assert_eq!(
        name("Chi bộ 1 / A"),
        "sao-luu-so-tien-do-chi-bo-1-a-2026-11-23"
    );
}
