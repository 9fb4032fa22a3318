//! Signatures: what is signed proves true, whatever is changed does not; whose keys are known, and what
//! is told of others.

use crate::cases::{check, share};
use crate::desks::{desk, enrol, parcels, unit_id, write_note};
use crate::models::progress;
use proptest::prelude::*;
use so_tien_do::domain::{Moment, UnitId};
use so_tien_do::file::{
    Claim, FileError, Kind, Office, Progress, Proof, PublicKey, Signature, SigningKey, claim, open,
    seal_from,
};
use so_tien_do::guard::{
    Question, answer, new_key, prove, read_checks, read_key, read_text, sign, verify,
};
use so_tien_do::workspace::{
    Action, ArrivedFile, Heap, Key, Preview, Signer, Trust, Workspace, preview_signed,
};

/// Signed by the key of [`frozen_seed`]. Never written anew: what people hold must open.
const VERSION_1: &str = include_str!("../data/files/progress-v1-signed.json");

const UNIT: &str = "Chi bộ 1";

fn key(number: u8) -> SigningKey {
    new_key(&[number; 32])
}

fn hex(text: &str) -> Vec<u8> {
    let pairs = text.as_bytes().chunks(2);
    let byte = |pair: &[u8]| u8::from_str_radix(str::from_utf8(pair).expect("text"), 16);
    pairs.map(|pair| byte(pair).expect("a byte")).collect()
}

fn base64(hexed: &str) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in hex(hexed).chunks(3) {
        let bits = three
            .iter()
            .fold(0_u32, |bits, byte| (bits << 8) | u32::from(*byte));
        let bits = bits << (8 * (3 - three.len()));
        for place in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * place)) as usize & 63];
            text.push(if place > three.len() {
                '='
            } else {
                char::from(letter)
            });
        }
    }
    text
}

/// The first two vectors of RFC 8032, 7.1: seed, public key, message, signature.
const RFC_8032: [[&str; 4]; 2] = [
    [
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ],
    [
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "r",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ],
];

#[test]
fn keys_and_signatures_are_those_of_the_standard() {
    for [seed, public, message, value] in RFC_8032 {
        let seed: [u8; 32] = hex(seed).try_into().expect("a seed");
        assert_eq!(new_key(&seed).public.as_str(), base64(public));
        let claim = |statement: &str| Claim {
            statement: statement.to_owned(),
            signature: Signature {
                key: PublicKey::new(&base64(public)),
                value: base64(value),
            },
        };
        assert!(verify(&claim(message)));
        assert!(!verify(&claim("x")));
    }
}

#[test]
fn a_key_of_no_use_signs_nothing() {
    // Of the neutral point, by which one signature would fit any text.
    let neutral = format!("01{}", "00".repeat(31));
    let claim = |key: &str, value: &str| Claim {
        statement: "x".to_owned(),
        signature: Signature {
            key: PublicKey::new(key),
            value: value.to_owned(),
        },
    };
    let none = base64(&format!("{neutral}{}", "00".repeat(32)));
    assert!(!verify(&claim(&base64(&neutral), &none)));
    for odd in ["", "AA==", "không", &none] {
        assert!(!verify(&claim(odd, &none)) && !verify(&claim(&base64(&neutral), odd)));
    }
}

fn signed_text(progress: &Progress, at: Moment, by: &SigningKey) -> String {
    let office = Office {
        unit: Some(UnitId::new("chi-bo")),
        name: "Chi bộ".to_owned(),
    };
    let text = seal_from(Kind::Progress, progress, at, Some(office)).expect("a text");
    sign(&text, &by.seed).expect("a signed text")
}

#[test]
fn what_is_signed_proves_true_and_opens_as_before() {
    check(
        share(5),
        &(progress(), any::<[u8; 32]>()),
        |(progress, seed)| {
            let by = new_key(&seed);
            let text = signed_text(&progress, 7, &by);
            prop_assert_eq!(prove(&text), Ok(Proof::SignedBy(by.public.clone())));
            prop_assert_eq!(open::<Progress>(Kind::Progress, &text), Ok(progress));
            // One that is signed anew has one signature.
            let anew = sign(&text, &key(9).seed).expect("a signed text");
            prop_assert_eq!(prove(&anew), Ok(Proof::SignedBy(key(9).public)));
            Ok(())
        },
    );
}

#[test]
fn no_bit_can_be_changed_unnoticed() {
    let text = signed_text(&Progress::default(), 1_795_237_300_000, &key(1));
    let expected = Ok(Proof::SignedBy(key(1).public));
    for at in 0..text.len() {
        for bit in 0..8 {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            let Ok(changed) = String::from_utf8(bytes) else {
                continue;
            };
            let proof = prove(&changed);
            // A field of another name is no field; then it is not signed, or nothing that opens.
            assert_ne!(proof, expected, "{changed}");
        }
    }
}

#[test]
fn what_stands_on_the_envelope_is_signed_too() {
    let text = signed_text(&Progress::default(), 5, &key(1));
    let changes = [
        ("\"written_at\":5", "\"written_at\":6"),
        ("\"unit\":\"chi-bo\"", "\"unit\":\"dang-bo\""),
        ("\"name\":\"Chi bộ\"", "\"name\":\"Đảng bộ\""),
        ("\"kind\":\"progress\"", "\"kind\":\"backup\""),
    ];
    for (from, to) in changes {
        let changed = text.replace(from, to);
        assert_ne!(changed, text);
        assert_eq!(prove(&changed), Err(FileError::Forged), "{to}");
    }
    // What mail programs do to a text is no change.
    let wrapped = text.replace(",\"", ",\r\n \"");
    assert_eq!(prove(&wrapped), Ok(Proof::SignedBy(key(1).public)));
}

#[test]
fn the_first_signed_file_opens_for_good() {
    let proof = prove(VERSION_1);
    let frozen = new_key(&[8; 32]);
    assert_eq!(proof, Ok(Proof::SignedBy(frozen.public.clone())));
    assert_eq!(frozen.public.fingerprint(), "2G3N-C355-YR4Y-BEBN");
    let progress: Progress = open(Kind::Progress, VERSION_1).expect("a progress file");
    assert_eq!(progress.parcels.len(), 1);
}

#[test]
fn the_second_module_answers_all_of_it() {
    let ask = |question: &Question| answer(question.name, &question.of);
    let made = read_key(&ask(&Question::new_key(&[3; 32]))).expect("a key");
    assert_eq!(made, key(3));
    let text = signed_text(&Progress::default(), 5, &key(1));
    let signed = read_text(&ask(&Question::sign(&text, &made))).expect("a text");
    assert_eq!(prove(&signed), Ok(Proof::SignedBy(made.public)));
    let right = claim(&signed).expect("whole").expect("a claim");
    let wrong = Claim {
        statement: "x".to_owned(),
        ..right.clone()
    };
    let checks = read_checks(&ask(&Question::verify(&[right, wrong])));
    assert_eq!(checks, Some(vec![true, false]));
    for (name, of) in [
        ("sign", "[]"),
        ("sign", "{"),
        ("nothing", "[]"),
        ("new-key", "[1,2]"),
    ] {
        assert_eq!(answer(name, of), "null");
    }
    // A worker that does not run answers nothing.
    assert_eq!(read_text(""), None);
}

/// A device of the unit that has written a note.
fn unit_desk() -> Workspace {
    let mut unit = desk("b");
    enrol(&mut unit, &[UNIT]);
    unit.apply(Action::ChooseMe(unit_id(UNIT)), 0).expect("me");
    write_note(&mut unit, UNIT, "iii-1", "một", 1);
    unit
}

/// What a device sends of all that it holds.
fn sent(from: &Workspace, at: Moment, by: Option<&SigningKey>) -> ArrivedFile {
    let progress = Progress {
        parcels: parcels(from),
    };
    let text = seal_from(Kind::Progress, &progress, at, Some(from.office())).expect("a text");
    let text = by.map_or(text.clone(), |by| sign(&text, &by.seed).expect("signed"));
    ArrivedFile {
        name: format!("{at}.json"),
        proof: prove(&text).unwrap_or(Proof::Broken),
        text,
        was_locked: false,
    }
}

fn look(desk: &Workspace, file: &ArrivedFile) -> Preview {
    preview_signed(desk, std::slice::from_ref(file))
}

fn trust(desk: &Workspace, file: &ArrivedFile) -> Trust {
    look(desk, file).arrivals.remove(0).trust
}

fn take(desk: &mut Workspace, file: &ArrivedFile) {
    let import = look(desk, file).all();
    desk.apply(Action::Import(import), 5).expect("an import");
}

fn signer(unit: &Workspace, key: &SigningKey) -> Signer {
    Signer {
        office: unit.office(),
        key: key.public.clone(),
    }
}

#[test]
fn a_key_is_known_from_the_first_file_that_is_taken_in() {
    let (mut coordinator, mut unit) = (desk("a"), unit_desk());
    let first = sent(&unit, 10, Some(&key(1)));
    assert_eq!(
        trust(&coordinator, &first),
        Trust::First(signer(&unit, &key(1)))
    );
    take(&mut coordinator, &first);
    assert_eq!(coordinator.settings.signers, [signer(&unit, &key(1))]);
    write_note(&mut unit, UNIT, "iii-1", "hai", 2);
    let second = sent(&unit, 11, Some(&key(1)));
    assert_eq!(trust(&coordinator, &second), Trust::Known(key(1).public));
    assert_eq!(look(&coordinator, &second).first_choice(), [true]);
}

#[test]
fn what_comes_otherwise_is_told_and_not_chosen() {
    let (mut coordinator, mut unit) = (desk("a"), unit_desk());
    take(&mut coordinator, &sent(&unit, 10, Some(&key(1))));
    write_note(&mut unit, UNIT, "iii-1", "hai", 2);
    let bare = sent(&unit, 11, None);
    assert_eq!(trust(&coordinator, &bare), Trust::Missing);
    let other = sent(&unit, 12, Some(&key(2)));
    assert_eq!(
        trust(&coordinator, &other),
        Trust::OtherKey(signer(&unit, &key(2)))
    );
    for file in [&bare, &other] {
        let preview = look(&coordinator, file);
        assert_eq!(preview.arrivals[0].heap(), Heap::Doubtful);
        assert_eq!(preview.first_choice(), [false]);
    }
    // Taken in all the same, it makes no key known.
    take(&mut coordinator, &other);
    assert_eq!(coordinator.settings.signers.len(), 1);
}

#[test]
fn a_new_phone_is_accepted_by_hand_beside_the_old_one() {
    let (mut coordinator, mut unit) = (desk("a"), unit_desk());
    take(&mut coordinator, &sent(&unit, 10, Some(&key(1))));
    let new = signer(&unit, &key(2));
    let keys = coordinator.apply(Action::KnowSigner(new.clone()), 0);
    assert_eq!(keys, Ok(vec![Key::Settings]));
    write_note(&mut unit, UNIT, "iii-1", "hai", 2);
    for number in [1, 2] {
        let file = sent(&unit, 11, Some(&key(number)));
        assert_eq!(trust(&coordinator, &file), Trust::Known(key(number).public));
    }
    coordinator
        .apply(Action::ForgetSigner(new), 0)
        .expect("forgotten");
    assert!(trust(&coordinator, &sent(&unit, 12, Some(&key(2)))).is_doubtful());
}

#[test]
fn what_was_changed_after_signing_is_not_taken_in() {
    let (coordinator, unit) = (desk("a"), unit_desk());
    let mut file = sent(&unit, 10, Some(&key(1)));
    file.text = file.text.replace("\"written_at\":10", "\"written_at\":11");
    file.proof = prove(&file.text).unwrap_or(Proof::Broken);
    let preview = look(&coordinator, &file);
    assert_eq!(preview.arrivals[0].heap(), Heap::Damaged);
    assert!(preview.all().is_empty());
}

#[test]
fn another_office_does_not_write_for_one_that_signs() {
    let (mut coordinator, mut unit) = (desk("a"), unit_desk());
    take(&mut coordinator, &sent(&unit, 10, Some(&key(1))));
    write_note(&mut unit, UNIT, "iii-1", "giả", 2);
    unit.settings.me = Some(UnitId::new("noi-khac"));
    assert_eq!(trust(&coordinator, &sent(&unit, 11, None)), Trust::Missing);
    let strange = trust(&coordinator, &sent(&unit, 12, Some(&key(2))));
    assert!(strange.is_doubtful(), "{strange:?}");
}

#[test]
fn my_own_record_comes_back_unsigned_without_a_doubt() {
    let (mut coordinator, mut unit) = (desk("a"), unit_desk());
    take(&mut coordinator, &sent(&unit, 10, Some(&key(1))));
    // Another device of the same unit has sent here before.
    unit.settings.signers = vec![signer(&unit, &key(2))];
    assert_eq!(trust(&unit, &sent(&coordinator, 11, None)), Trust::Unsigned);
}

#[test]
fn what_this_device_kept_for_itself_is_opened_without_a_doubt() {
    let mut unit = unit_desk();
    // Another device of the same unit has sent here before.
    unit.settings.signers = vec![signer(&unit, &key(2))];
    let mut kept = sent(&unit, 10, None);
    kept.text = seal_from(Kind::Backup, &unit.backup(), 10, Some(unit.office())).expect("a text");
    assert_eq!(trust(&unit, &kept), Trust::Missing);
    kept.proof = Proof::Own;
    assert_eq!(trust(&unit, &kept), Trust::Unsigned);
}

#[test]
fn where_signatures_cannot_be_checked_files_open_and_no_key_is_learnt() {
    let (mut coordinator, unit) = (desk("a"), unit_desk());
    let mut file = sent(&unit, 10, Some(&key(1)));
    file.proof = Proof::Unchecked;
    assert_eq!(trust(&coordinator, &file), Trust::Unchecked);
    assert_eq!(look(&coordinator, &file).first_choice(), [true]);
    take(&mut coordinator, &file);
    assert!(coordinator.settings.signers.is_empty() && !coordinator.records.is_empty());
}

#[test]
fn taking_an_import_back_forgets_its_keys() {
    let (mut coordinator, unit) = (desk("a"), unit_desk());
    take(&mut coordinator, &sent(&unit, 10, Some(&key(1))));
    coordinator.apply(Action::UndoImport, 6).expect("undone");
    assert!(coordinator.settings.signers.is_empty());
}

#[test]
fn two_keys_of_one_office_in_one_go_are_told() {
    let (coordinator, mut unit) = (desk("a"), unit_desk());
    let first = sent(&unit, 10, Some(&key(1)));
    write_note(&mut unit, UNIT, "iii-1", "hai", 2);
    let second = sent(&unit, 11, Some(&key(2)));
    let found = preview_signed(&coordinator, &[first, second]).arrivals;
    assert!(matches!(found[0].trust, Trust::First(_)));
    assert!(matches!(found[1].trust, Trust::OtherKey(_)));
}
