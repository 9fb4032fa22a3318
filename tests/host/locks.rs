//! Locked files: the right passphrase opens what was locked, another opens nothing, and no file makes the
//! device work without bounds.

use crate::cases::{check, share};
use crate::desks::desk;
use proptest::prelude::*;
use so_tien_do::file::{
    FileError, Kind, LOCK_BEGINS, LOCK_ENDS, LockError, Progress, Proof, is_locked, locked_in,
    open, seal_from,
};
use so_tien_do::guard::{
    MAX_WORK, Question, answer, lock, lock_with_work, new_key, read_text, read_unlocked, unlock,
};
use so_tien_do::workspace::{
    Action, ArrivedFile, Backup, Finding, Heap, Workspace, preview, preview_signed,
};
use std::time::{Duration, Instant};

/// Locked by the first release that could. Never written anew: what people hold must open.
const VERSION_1: &str = include_str!("../data/files/progress-v1-locked.txt");
/// Locked by another program of the same format, with less work.
const BY_AGE: &str = include_str!("../data/files/locked-by-age.txt");
const PASSPHRASE: &str = "mật khẩu thử";

const RANDOM: [u8; 48] = [5; 48];

fn quickly(text: &str, passphrase: &str, random: [u8; 48]) -> String {
    lock_with_work(text, passphrase, &random, 2)
}

fn any_random() -> impl Strategy<Value = [u8; 48]> {
    (any::<[u8; 32]>(), any::<[u8; 16]>()).prop_map(|(a, b)| {
        let mut random = [0; 48];
        random[..32].copy_from_slice(&a);
        random[32..].copy_from_slice(&b);
        random
    })
}

#[test]
fn the_right_passphrase_opens_what_was_locked_and_no_other() {
    let texts = (
        any::<String>(),
        any::<String>(),
        any::<String>(),
        any_random(),
    );
    check(share(10), &texts, |(text, passphrase, other, random)| {
        let locked = quickly(&text, &passphrase, random);
        prop_assert!(locked.is_ascii() && is_locked(&locked));
        prop_assert_eq!(unlock(&locked, &passphrase), Ok(text));
        prop_assume!(other != passphrase);
        prop_assert_eq!(unlock(&locked, &other), Err(LockError::WrongPassphrase));
        Ok(())
    });
}

#[test]
fn texts_of_all_lengths_come_back() {
    for length in [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000] {
        let text = "x".repeat(length);
        assert_eq!(
            unlock(&quickly(&text, "a", RANDOM), "a"),
            Ok(text),
            "{length}"
        );
    }
}

#[test]
fn the_same_words_typed_in_two_ways_are_one_passphrase() {
    let locked = quickly("x", "mật khẩu", RANDOM);
    assert_eq!(
        unlock(&locked, "mâ\u{323}t khâ\u{309}u"),
        Ok("x".to_owned())
    );
}

#[test]
fn what_is_cut_or_changed_does_not_open() {
    let locked = quickly(&"nội dung ".repeat(100), "a", RANDOM);
    for end in (0..locked.len()).step_by(7) {
        assert!(unlock(&locked[..end], "a").is_err(), "{end}");
    }
    for at in LOCK_BEGINS.len()..locked.len() - LOCK_ENDS.len() - 1 {
        let mut bytes = locked.clone().into_bytes();
        if bytes[at] != b'\n' {
            bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(bytes).expect("text");
            assert!(unlock(&changed, "a").is_err(), "{at}");
        }
    }
}

#[test]
fn pieces_can_neither_be_dropped_nor_repeated() {
    let text = "x".repeat(65_536 * 2);
    let locked = quickly(&text, "a", RANDOM);
    let body = locked.lines().collect::<Vec<_>>();
    // 65,552 bytes of a piece are 1,365 lines and two thirds; three pieces less or more are whole lines.
    let shorter = [&body[..1_300], &body[body.len() - 1..]]
        .concat()
        .join("\n");
    assert_eq!(unlock(&shorter, "a"), Err(LockError::Damaged));
}

#[test]
fn mail_programs_may_wrap_it_anew() {
    let locked = quickly(&"x".repeat(300), "a", RANDOM);
    let wrapped = locked.replace('\n', " \r\n ");
    let message = format!("Kính gửi:\r\n{wrapped}\r\nTrân trọng");
    let [found] = locked_in(&message)[..] else {
        panic!("one locked file")
    };
    assert_eq!(unlock(found, "a"), Ok("x".repeat(300)));
}

/// Writes base64 as the text form has it.
fn armored(header: &str) -> String {
    use std::fmt::Write;
    let mut bits = String::new();
    for byte in header.bytes() {
        write!(bits, "{byte:08b}").expect("a text");
    }
    while !bits.len().is_multiple_of(24) {
        bits.push('0');
    }
    let letters: Vec<char> = ('A'..='Z')
        .chain('a'..='z')
        .chain('0'..='9')
        .chain("+/".chars())
        .collect();
    let sextets = bits.as_bytes().chunks(6);
    let text: String = sextets
        .map(|six| {
            letters[usize::from_str_radix(str::from_utf8(six).expect("bits"), 2).expect("bits")]
        })
        .collect();
    format!("{LOCK_BEGINS}\n{text}\n{LOCK_ENDS}\n")
}

#[test]
fn no_file_makes_the_device_work_without_bounds() {
    let salt = "A".repeat(22);
    let (body, mac) = ("A".repeat(43), "A".repeat(43));
    let header = |stanza: &str| {
        armored(&format!(
            "age-encryption.org/v1\n{stanza}\n{body}\n--- {mac}\n"
        ))
    };
    let start = Instant::now();
    for work in [MAX_WORK + 1, 30, 63, 64, 255] {
        let file = header(&format!("-> scrypt {salt} {work}"));
        assert_eq!(unlock(&file, "a"), Err(LockError::TooCostly), "{work}");
    }
    let odd = [
        "-> scrypt",
        "-> scrypt A",
        "-> scrypt A 2",
        "-> X25519 AAAA",
        "->  ",
        "",
    ];
    for stanza in odd.map(str::to_owned).into_iter().chain(
        ["-1", "+2", "02", "0", "", "2 2", "99999999999999999999x"]
            .map(|work| format!("-> scrypt {salt} {work}")),
    ) {
        assert_eq!(
            unlock(&header(&stanza), "a"),
            Err(LockError::Damaged),
            "{stanza}"
        );
    }
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
fn any_text_at_all_is_refused_without_harm() {
    check(
        share(20),
        &(any::<String>(), any::<String>()),
        |(text, base64)| {
            prop_assert!(unlock(&text, "a").is_err());
            let marked = format!("{text}{LOCK_BEGINS}\n{base64}\n{LOCK_ENDS}");
            prop_assert!(unlock(&marked, "a").is_err());
            Ok(())
        },
    );
}

#[test]
fn the_first_locked_file_opens_for_good() {
    let text = unlock(VERSION_1, PASSPHRASE).expect("opened");
    assert_eq!(
        text,
        include_str!("../data/files/progress-v1-signed.json").trim_end()
    );
    assert!(open::<Progress>(Kind::Progress, &text).is_ok());
}

#[test]
fn files_of_another_program_of_the_same_format_open() {
    assert_eq!(unlock(BY_AGE, PASSPHRASE).as_deref(), Ok("Xin chào\n"));
}

#[test]
fn the_second_module_answers_all_of_it() {
    let ask = |question: &Question| answer(question.name, &question.of);
    let locked = read_text(&ask(&Question::lock("nội dung", "a", &RANDOM))).expect("locked");
    assert_eq!(locked, lock("nội dung", "a", &RANDOM));
    let other = quickly("khác", "b", RANDOM);
    let answered = read_unlocked(&ask(&Question::unlock(&[&locked, &other, "x"], "a")));
    let expected = vec![
        Ok("nội dung".to_owned()),
        Err(LockError::WrongPassphrase),
        Err(LockError::Damaged),
    ];
    assert_eq!(answered, Some(expected));
    assert_eq!(ask(&Question::lock("x", "a", &RANDOM[1..])), "null");
    assert_eq!(read_unlocked(""), None);
}

#[test]
fn a_locked_file_waits_for_its_passphrase() {
    let found = preview(
        &desk("a"),
        &[("a.txt".to_owned(), quickly("x", "a", RANDOM))],
    );
    assert_eq!(found.arrivals[0].finding, Finding::Locked);
    assert_eq!(found.arrivals[0].heap(), Heap::Locked);
    assert!(!found.arrivals[0].brings());
}

fn backup_file(from: &Backup, was_locked: bool) -> ArrivedFile {
    ArrivedFile {
        name: "sao-luu.json".to_owned(),
        text: seal_from(Kind::Backup, from, 5, None).expect("a text"),
        proof: Proof::Unsigned,
        was_locked,
    }
}

fn restored(backup: &Backup, was_locked: bool, here: &Workspace) -> (bool, Workspace) {
    let found = preview_signed(here, &[backup_file(backup, was_locked)]);
    let Finding::Backup(restore) = &found.arrivals[0].finding else {
        panic!("a backup")
    };
    let mut desk = here.clone();
    desk.apply(Action::Import(found.all()), 6)
        .expect("restored");
    (restore.takes_key, desk)
}

#[test]
fn the_signing_key_is_in_locked_backups_alone() {
    let mut old = desk("a");
    let key = new_key(&[7; 32]);
    old.apply(Action::SignWith(key.clone()), 0).expect("a key");
    let plain = seal_from(Kind::Backup, &old.backup(), 5, None).expect("a text");
    assert!(!plain.contains(&key.seed) && !plain.contains("signing_key"));
    assert!(!format!("{old:?}").contains(&key.seed));

    let empty = desk("b");
    let (takes_key, mut new) = restored(&old.backup_to_lock(), true, &empty);
    assert!(takes_key);
    assert_eq!(new.signing_key, Some(key));
    new.apply(Action::UndoImport, 7).expect("undone");
    assert_eq!(new.signing_key, None);
}

#[test]
fn a_key_comes_from_no_backup_that_was_not_locked_and_replaces_none() {
    let mut old = desk("a");
    old.apply(Action::SignWith(new_key(&[7; 32])), 0)
        .expect("a key");
    let (takes_key, new) = restored(&old.backup_to_lock(), false, &desk("b"));
    assert!(!takes_key && new.signing_key.is_none());
    let mut own = desk("b");
    own.apply(Action::SignWith(new_key(&[8; 32])), 0)
        .expect("a key");
    let (takes_key, new) = restored(&old.backup_to_lock(), true, &own);
    assert!(!takes_key);
    assert_eq!(new.signing_key, own.signing_key);
}

#[test]
fn a_locked_text_is_none_of_the_apps_files_by_itself() {
    let locked = quickly("x", "a", RANDOM);
    assert_eq!(
        open::<Progress>(Kind::Progress, &locked),
        Err(FileError::NotJson)
    );
}
