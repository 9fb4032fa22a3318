//! Zips of files: each entry is opened or told, and none does harm.

use crate::sources::make::{Docx, p, zip};
use so_tien_do::reading::{read_unpacked, unpacked};
use so_tien_do::source::{
    ArchiveFault, MAX_ARCHIVE, MAX_ENTRIES, MAX_UNPACKED, PackedFile, is_archive, unpack,
};
use std::time::{Duration, Instant};

/// The names of an archive's entries with their texts or faults. What the second module answers is the
/// same.
fn opened(bytes: &[u8]) -> Vec<(String, Result<String, ArchiveFault>)> {
    let outcome = unpack(bytes);
    assert_eq!(read_unpacked(&unpacked(&outcome)), outcome);
    let told = |PackedFile { name, text, fault }: PackedFile| {
        assert!(text.is_some() != fault.is_some(), "{name}");
        (name, text.ok_or(fault.unwrap_or(ArchiveFault::Broken)))
    };
    outcome.expect("entries").into_iter().map(told).collect()
}

fn refused(bytes: &[u8]) -> ArchiveFault {
    let start = Instant::now();
    let outcome = unpack(bytes);
    // Also unoptimised and on a busy machine.
    assert!(start.elapsed() < Duration::from_secs(20));
    assert_eq!(read_unpacked(&unpacked(&outcome)), outcome);
    outcome.expect_err("no entries")
}

fn names(bytes: &[u8]) -> Vec<String> {
    opened(bytes).into_iter().map(|(name, _)| name).collect()
}

/// Changes a byte in the directory's line of an entry.
fn with_byte(bytes: &[u8], entry: usize, place: usize, change: impl Fn(u8) -> u8) -> Vec<u8> {
    let lines = bytes.windows(4).enumerate();
    let mut lines = lines.filter(|(_, start)| start == b"PK\x01\x02");
    let (line, _) = lines.nth(entry).expect("an entry");
    let mut bytes = bytes.to_vec();
    bytes[line + place] = change(bytes[line + place]);
    bytes
}

fn told(name: &str, text: &str) -> (String, Result<String, ArchiveFault>) {
    (name.to_owned(), Ok(text.to_owned()))
}

fn faulty(name: &str, fault: ArchiveFault) -> (String, Result<String, ArchiveFault>) {
    (name.to_owned(), Err(fault))
}

#[test]
fn files_come_out_with_their_folders_and_nothing_beside_them() {
    let bytes = zip(&[
        ("một.json", "{\"a\":\"ế\"}".as_bytes()),
        ("xã/", b""),
        ("xã/thôn/hai.txt", "\u{feff}hai".as_bytes()),
        ("xã\\ba.json", b"ba"),
        ("__MACOSX/xã/._hai.txt", b"\0\x05\x16\x07"),
        ("xã/.DS_Store", b"\0\0\0\x01Bud1"),
    ]);
    assert!(is_archive(&bytes));
    let expected = [
        told("một.json", "{\"a\":\"ế\"}"),
        told("xã/thôn/hai.txt", "hai"),
        told("xã/ba.json", "ba"),
    ];
    assert_eq!(opened(&bytes), expected);
}

#[test]
fn names_are_read_as_programs_write_them_and_hold_nothing_unseen() {
    let bytes = zip(&[
        (b"K\x82 ho\x85ch.json".as_slice(), b"".as_slice()),
        (b"../../etc/\x1b[31mx\0.json", b""),
        ("a\u{202e}nosj.exe".as_bytes(), b""),
        ("\u{2066}".as_bytes(), b""),
        (&[b'x'; 5_000], b""),
    ]);
    let expected = [
        "Ké hoàch.json",
        "../../etc/[31mx.json",
        "anosj.exe",
        "",
        &"x".repeat(120),
    ];
    assert_eq!(names(&bytes), expected);
}

#[test]
fn a_damaged_entry_does_not_hinder_the_others() {
    let whole = zip(&[("a", b"mot".as_slice()), ("b", b"hai"), ("c", b"ba")]);
    // The checksum, the way of packing, the mark of a password, the length.
    for (place, change, fault) in [
        (16, 1, ArchiveFault::Damaged),
        (10, 4, ArchiveFault::Method),
        (8, 1, ArchiveFault::Encrypted),
        (24, 2, ArchiveFault::Damaged),
    ] {
        let bytes = with_byte(&whole, 1, place, |byte| byte ^ change);
        let expected = [told("a", "mot"), faulty("b", fault), told("c", "ba")];
        assert_eq!(opened(&bytes), expected, "byte {place}");
    }
}

#[test]
fn what_is_no_text_is_not_ours() {
    let inner = zip(&[("a.json", b"{}".as_slice())]);
    let bytes = zip(&[
        ("inner.zip", inner.as_slice()),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\xff"),
        ("good.json", b"{}"),
    ]);
    let expected = [
        faulty("inner.zip", ArchiveFault::Foreign),
        faulty("picture.png", ArchiveFault::Foreign),
        told("good.json", "{}"),
    ];
    assert_eq!(opened(&bytes), expected);
}

#[test]
fn archives_that_hold_no_files_are_told_apart() {
    let document = Docx::new(p("Kế hoạch")).bytes();
    assert_eq!(refused(&document), ArchiveFault::Document);
    assert_eq!(refused(&zip::<&str>(&[])), ArchiveFault::Empty);
    assert_eq!(
        refused(&zip(&[("a/", b"".as_slice())])),
        ArchiveFault::Empty
    );
    let whole = zip(&[("a", b"mot".as_slice())]);
    for end in [0, 4, whole.len() / 2, whole.len() - 1] {
        assert_eq!(refused(&whole[..end]), ArchiveFault::Damaged, "{end}");
    }
    assert!(!is_archive(b"{\"PK\x03\x04\":1}"));
}

#[test]
fn what_is_too_much_is_refused_by_counting() {
    assert_eq!(refused(&vec![0; MAX_ARCHIVE + 1]), ArchiveFault::TooLarge);
    let many: Vec<_> = (0..=MAX_ENTRIES)
        .map(|at| (at.to_string(), b"".as_slice()))
        .collect();
    assert_eq!(refused(&zip(&many)), ArchiveFault::TooMany);
    assert_eq!(opened(&zip(&many[1..])).len(), MAX_ENTRIES);
    let half = vec![b' '; MAX_UNPACKED / 2];
    let two = zip(&[("a", half.as_slice()), ("b", &half)]);
    assert!(two.len() < 1_000_000);
    assert_eq!(opened(&two).len(), 2);
    let three = zip(&[("a", half.as_slice()), ("b", &half), ("c", b" ")]);
    assert_eq!(refused(&three), ArchiveFault::TooMuch);
    // What the directory says of the length is not believed.
    let lying = (24..28).fold(three, |bytes, place| with_byte(&bytes, 1, place, |_| 0));
    assert_eq!(refused(&lying), ArchiveFault::TooMuch);
}

#[test]
fn damaged_bombs_are_counted_too() {
    let large = vec![b' '; MAX_UNPACKED / 4];
    let files: Vec<_> = (0..40)
        .map(|at| (at.to_string(), large.as_slice()))
        .collect();
    let bytes = zip(&files);
    let damaged = (0..40).fold(bytes, |bytes, at| {
        with_byte(&bytes, at, 16, |byte| byte ^ 1)
    });
    assert_eq!(refused(&damaged), ArchiveFault::TooMuch);
}
