//! The command line, run as people and programs run it.

use crate::desks::{desk, enrol, file, parcels, plan_id, unit_id, write_note};
use crate::sources::make::zip;
use serde_json::{Value as Json, json};
use so_tien_do::file::{Kind, Parcel, Progress, inspect, open, seal};
use so_tien_do::workspace::Workspace;
use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

const PLAN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/plans/96-kh-hu.txt");
const VERSION_1: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/data/files/progress-v1.json"
);

/// What a run printed, and its exit code.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) errors: String,
}

pub(crate) fn run<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_so-tien-do"))
        .args(arguments)
        .output()
        .expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Run {
        code: output.status.code().expect("a code"),
        out: text(output.stdout),
        errors: text(output.stderr),
    }
}

/// Puts a text into a file of this run of the tests.
pub(crate) fn put(name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).expect("a file");
    path
}

/// Runs what fails, and returns the one line that says why.
pub(crate) fn failure(arguments: &[&OsStr]) -> String {
    let Run { code, out, errors } = run(arguments);
    assert_eq!((code, out.as_str()), (1, ""), "{errors}");
    assert!(
        errors.starts_with("so-tien-do: ") && errors.ends_with('\n'),
        "{errors:?}"
    );
    assert_eq!(errors.lines().count(), 1, "{errors}");
    errors
}

fn plan() -> Json {
    let Run { code, out, errors } = run(["read", PLAN]);
    assert_eq!((code, errors.as_str()), (0, ""));
    serde_json::from_str(&out).expect("JSON")
}

fn keys(json: &Json) -> Vec<&str> {
    let mut keys: Vec<_> = json
        .as_object()
        .expect("an object")
        .keys()
        .map(String::as_str)
        .collect();
    keys.sort_unstable();
    keys
}

#[test]
fn a_plan_is_printed_in_the_shape_that_was_agreed() {
    let plan = plan();
    let expected = [
        "issued",
        "issuer",
        "kind",
        "notices",
        "number",
        "recipients",
        "sections",
        "signer",
        "tasks",
        "title",
    ];
    assert_eq!(keys(&plan), expected);
    assert_eq!(plan["number"], "96-KH/HU");
    assert_eq!(plan["issued"], Json::Null);
    assert_eq!(
        plan["sections"][1],
        json!({"marker": "II", "title": "NỘI DUNG THỰC HIỆN"})
    );
    assert_eq!(plan["recipients"].as_array().expect("a list").len(), 10);
    assert_eq!(plan["signer"]["name"], "Nguyễn Chi Kim Ngọc");
    assert_eq!(
        plan["notices"][0],
        json!({"line": 4, "puzzle": "issue-day-missing"})
    );
}

#[test]
fn each_duty_is_printed_with_who_does_it_and_until_when() {
    let plan = plan();
    let tasks = plan["tasks"].as_array().expect("a list");
    assert_eq!(tasks.len(), 16);
    for task in tasks {
        assert_eq!(
            keys(task),
            [
                "deadline",
                "id",
                "lead",
                "path",
                "recurrence",
                "support",
                "text"
            ]
        );
    }
    let task = |path: &str| {
        tasks
            .iter()
            .find(|task| task["path"] == path)
            .expect("a task")
    };
    assert_eq!(
        task("III.2")["lead"],
        json!(["Ban vì sự tiến bộ phụ nữ huyện"])
    );
    assert_eq!(
        task("III.2")["support"],
        json!(["Hội Liên hiệp phụ nữ huyện"])
    );
    let deadline =
        json!({"raw": "Trước ngày 12/6/2018", "rule": "before", "last_day": "2018-06-11"});
    assert_eq!(task("III.1")["deadline"], deadline);
    assert_eq!(task("III.1")["recurrence"], Json::Null);
    assert_eq!(
        (&task("III.5")["recurrence"], &task("III.7")["recurrence"]),
        (&json!("term"), &json!("yearly"))
    );
    assert_eq!(task("III.7")["deadline"], Json::Null);
}

#[test]
fn any_text_at_all_is_read_as_some_plan() {
    for (name, text) in [("empty.txt", ""), ("noise.txt", "}{\n\n- - -\n1.\n")] {
        let Run { code, out, .. } = run(["read".as_ref(), put(name, text).as_os_str()]);
        assert_eq!(code, 0, "{name}");
        assert!(
            serde_json::from_str::<Json>(&out).is_ok_and(|plan| plan["tasks"] == json!([])),
            "{name}: {out}"
        );
    }
}

#[test]
fn a_mark_that_editors_put_first_makes_no_difference() {
    let text = "Số 1-KH/HU\nKẾ HOẠCH\nCông tác năm\n";
    let plain = run(["read".as_ref(), put("plain.txt", text).as_os_str()]);
    let marked = run([
        "read".as_ref(),
        put("marked.txt", format!("\u{feff}{text}")).as_os_str(),
    ]);
    assert!(
        plain.out.contains("\"number\": \"1-KH/HU\""),
        "{}",
        plain.out
    );
    assert_eq!(marked.out, plain.out);
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let path = put("latin.txt", b"K\xe9 ho\xe1ch");
    for command in ["merge", "check"] {
        assert!(
            failure(&[command.as_ref(), path.as_os_str()])
                .ends_with("latin.txt: not text in UTF-8\n")
        );
    }
    let junk = put("junk.txt", b"K\0\x01\x02 1.");
    for path in [path, junk] {
        assert!(
            failure(&["read".as_ref(), path.as_os_str()])
                .ends_with(".txt: not text, or text in an unknown encoding\n")
        );
    }
}

#[test]
fn a_file_that_is_not_there_is_named() {
    for command in ["read", "merge", "check"] {
        assert!(
            failure(&[command.as_ref(), "nowhere/plan.txt".as_ref()])
                .contains("nowhere/plan.txt: ")
        );
    }
}

/// A device on which units wrote notes.
fn device(name: &str, notes: &[(&str, &str, &str)]) -> Workspace {
    let mut workspace = desk(name);
    for (unit, task, words) in notes {
        enrol(&mut workspace, &[unit]);
        write_note(&mut workspace, unit, task, words, 1);
    }
    workspace
}

fn merged(paths: &[PathBuf]) -> String {
    let arguments = [OsStr::new("merge")]
        .into_iter()
        .chain(paths.iter().map(|path| path.as_os_str()));
    let Run { code, out, errors } = run(arguments);
    assert_eq!((code, errors.as_str()), (0, ""));
    out
}

fn opened(text: &str) -> Vec<Parcel> {
    open::<Progress>(Kind::Progress, text)
        .expect("a progress file")
        .parcels
}

/// Three files: two of one unit from two devices, with a conflict; one of two other units.
fn three_files(name: &str) -> Vec<PathBuf> {
    let devices = [
        device("a", &[("Chi bộ 1", "iii-1", "một")]),
        device(
            "b",
            &[("Chi bộ 1", "iii-1", "hai"), ("Chi bộ 1", "iii-2", "ba")],
        ),
        device(
            "c",
            &[("Đơn vị A", "iii-1", "bốn"), ("Chi bộ 2", "iii-1", "năm")],
        ),
    ];
    (1..)
        .zip(&devices)
        .map(|(number, device)| {
            let text = seal(
                Kind::Progress,
                &Progress {
                    parcels: parcels(device),
                },
                number,
            )
            .expect("a text");
            put(&format!("{name}-{number}.json"), text)
        })
        .collect()
}

#[test]
fn files_within_a_zip_merge_as_they_do_beside_each_other() {
    let files = three_files("zipped");
    let contents: Vec<_> = files
        .iter()
        .map(|path| fs::read(path).expect("a file"))
        .collect();
    let packed = zip(&[
        ("xa/one.json", contents[0].as_slice()),
        ("two.json", &contents[1]),
        ("__MACOSX/._two.json", b"\0"),
    ]);
    let packed = put("two.zip", packed);
    assert_eq!(merged(&[packed.clone(), files[2].clone()]), merged(&files));
    let wrong = put("wrong.zip", zip(&[("one.json", &contents[0][1..])]));
    let error = failure(&["merge".as_ref(), packed.as_os_str(), wrong.as_os_str()]);
    assert!(
        error.contains("wrong.zip/one.json: not a file of this app"),
        "{error}"
    );
    let bare = put("bare.zip", zip::<&str>(&[]));
    let error = failure(&["merge".as_ref(), bare.as_os_str()]);
    assert!(
        error.contains("bare.zip: no file in the archive"),
        "{error}"
    );
}

#[test]
fn merging_joins_the_records_of_one_unit_and_carries_the_others_along() {
    let text = merged(&three_files("joined"));
    let parcels = opened(&text);
    let units: Vec<_> = parcels
        .iter()
        .map(|parcel| parcel.sender.name.as_str())
        .collect();
    assert_eq!(units, ["Chi bộ 1", "Chi bộ 2", "Đơn vị A"]);
    assert_eq!(parcels[0].record.conflicts().len(), 1);
    assert_eq!(parcels[0].record.writes().count(), 3);
    assert_eq!(
        (&parcels[0].plan, &parcels[0].sender.id),
        (&plan_id(), &unit_id("Chi bộ 1"))
    );
    assert_eq!(
        inspect(&text).expect("a cover").written_at,
        3,
        "the time of the latest file, not of today"
    );
}

#[test]
fn merging_gives_the_same_bytes_in_whatever_order_and_however_often() {
    let files = three_files("order");
    let whole = merged(&files);
    let [a, b, c] = files.as_slice() else {
        panic!("three files")
    };
    for order in [[a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]] {
        assert_eq!(merged(&order.map(PathBuf::clone)), whole);
    }
    let first_two = put("order-first-two.json", merged(&files[..2]));
    assert_eq!(
        merged(&[first_two.clone(), c.clone()]),
        whole,
        "in two steps"
    );
    let all = put("order-all.json", &whole);
    assert_eq!(merged(&[all, first_two, a.clone()]), whole, "again");
}

#[test]
fn two_names_of_one_unit_and_groups_are_settled_the_same_way_in_any_order() {
    let mut one = parcels(&device("a", &[("Chi bộ 1", "iii-1", "một")]));
    let mut other = one.clone();
    "Chi bộ Một".clone_into(&mut one[0].sender.name);
    other[0].sender.groups = vec![so_tien_do::domain::GroupId::new("cap-uy")];
    let files = [
        put("names-1.json", file(one)),
        put("names-2.json", file(other)),
    ];
    let there = opened(&merged(&files));
    assert_eq!(there[0].sender.name, "Chi bộ 1");
    assert_eq!(there[0].sender.groups.len(), 2);
    let [first, second] = files;
    assert_eq!(opened(&merged(&[second, first])), there);
}

#[test]
fn a_frozen_file_comes_out_of_merging_as_it_went_in() {
    let before = fs::read_to_string(VERSION_1).expect("the frozen file");
    assert_eq!(opened(&merged(&[VERSION_1.into()])), opened(&before));
}

#[test]
fn one_bad_file_keeps_merging_from_printing_anything() {
    let good = three_files("bad").remove(0);
    let text = fs::read_to_string(&good).expect("a text");
    let roster = seal(Kind::Roster, &json!({"units": [], "groups": []}), 0).expect("a text");
    for (name, text, why) in [
        (
            "bad-damaged.json",
            text.replace("một", "mốt"),
            "changed since it was written",
        ),
        (
            "bad-cut.json",
            text[..text.len() / 2].to_owned(),
            "changed since it was written",
        ),
        (
            "bad-roster.json",
            roster,
            "holds \"roster\", wanted \"progress\"",
        ),
    ] {
        let path = put(name, text);
        let error = failure(&["merge".as_ref(), good.as_os_str(), path.as_os_str()]);
        assert!(error.contains(name) && error.contains(why), "{error}");
    }
}

fn checked(name: &str, text: impl AsRef<[u8]>) -> String {
    let path = put(name, text);
    let Run { code, out, errors } = run(["check".as_ref(), path.as_os_str()]);
    assert_eq!((code, errors.as_str()), (0, ""), "{name}");
    assert_eq!(out.lines().count(), 1);
    let (file, rest) = out.split_once(": ").expect("the file's name");
    assert_eq!(file, path.to_str().expect("a name"));
    rest.to_owned()
}

#[test]
fn checking_says_what_a_whole_file_is() {
    let frozen = fs::read(VERSION_1).expect("the frozen file");
    let expected = "progress, format 1, written on 2026-11-23 by app 0.1.0, not signed: records: 2, units: 2, plans: 1\n";
    assert_eq!(checked("check-progress.json", frozen), expected);
    let desk = device("a", &[("Chi bộ 1", "iii-1", "một")]);
    let sealed = [
        (
            "plan",
            seal(Kind::Plan, &desk.plans[&plan_id()], 0),
            ": 96-KH/HU, tasks: 16\n",
        ),
        (
            "roster",
            seal(Kind::Roster, &desk.rosters[&plan_id()], 0),
            ": units: 8, groups: 8\n",
        ),
        (
            "record",
            seal(Kind::Record, &parcels(&desk)[0].record, 0),
            ": writes: 1\n",
        ),
        (
            "settings",
            seal(Kind::Settings, &desk.settings, 0),
            ": settings of a device\n",
        ),
    ];
    for (kind, text, end) in sealed {
        let line = checked(&format!("check-{kind}.json"), text.expect("a text"));
        assert!(
            line.starts_with(&format!("{kind}, format 1, written on 1970-01-01 by app "))
                && line.ends_with(end),
            "{line}"
        );
    }
}

#[test]
fn checking_says_who_signed_and_merging_takes_nothing_that_was_changed_since() {
    let signed = include_str!("../data/files/progress-v1-signed.json");
    let line = checked("check-signed.json", signed);
    assert!(line.contains(", signed by 2G3N-C355-YR4Y-BEBN: "), "{line}");
    let locked = include_str!("../data/files/progress-v1-locked.txt");
    assert_eq!(
        checked("check-locked.txt", locked),
        "locked with a passphrase\n"
    );
    merged(&[put("merge-signed.json", signed)]);
    let forged = put("forged.json", signed.replace("Văn phòng", "Phòng khác"));
    for command in ["check", "merge"] {
        let error = failure(&[command.as_ref(), forged.as_os_str()]);
        assert!(error.contains("changed since it was signed"), "{error}");
    }
}

#[test]
fn checking_says_what_is_wrong() {
    let frozen = fs::read_to_string(VERSION_1).expect("the frozen file");
    let text = seal(Kind::Record, &json!({"seen": {}, "writes": 1}), 0).expect("a text");
    for (name, text, why) in [
        ("wrong-empty.json", String::new(), "empty"),
        ("wrong-plan.txt", "KẾ HOẠCH".to_owned(), "not JSON"),
        (
            "wrong-foreign.json",
            "{}".to_owned(),
            "not a file of this app",
        ),
        (
            "wrong-newer.json",
            frozen.replace("\"version\":1", "\"version\":2"),
            "written by a newer version (format 2)",
        ),
        (
            "wrong-damaged.json",
            frozen.replace("Chi bộ 1", "Chi bộ 7"),
            "changed since it was written",
        ),
        (
            "wrong-kind.json",
            frozen.replace("\"progress\"", "\"report\""),
            "invalid content: unknown kind \"report\"",
        ),
        ("wrong-content.json", text, "invalid content: "),
    ] {
        let error = failure(&["check".as_ref(), put(name, text).as_os_str()]);
        assert!(error.contains(&format!("{name}: {why}")), "{error}");
    }
}

#[test]
fn wrong_usage_prints_the_usage_and_exits_with_2() {
    for arguments in [
        &[][..],
        &["red", PLAN],
        &["read"],
        &["read", PLAN, PLAN],
        &["merge"],
        &["check"],
        &["--help", "x"],
    ] {
        let Run { code, out, errors } = run(arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(
            errors.starts_with("usage: so-tien-do read FILE"),
            "{errors}"
        );
    }
}

#[test]
fn help_is_printed_where_it_was_asked_for() {
    for word in ["help", "--help", "-h"] {
        let Run { code, out, errors } = run([word]);
        assert_eq!((code, errors.as_str()), (0, ""));
        for command in ["read", "merge", "check"] {
            assert!(out.contains(&format!("so-tien-do {command} FILE")), "{out}");
        }
    }
}

/// What the reader makes of a file does not depend on its kind.
#[test]
fn a_word_document_is_read_as_its_text_is() {
    let lines =
        "KẾ HOẠCH\ndọn vệ sinh năm 2026\n1. Hội Phụ nữ xã chủ trì dọn đường trước ngày 15/3/2026.";
    let paragraphs: String = lines.lines().map(crate::sources::make::p).collect();
    let document = crate::sources::make::Docx::new(paragraphs).bytes();
    let read = |name, content: &[u8]| {
        let run = run(["read".as_ref(), put(name, content).as_os_str()]);
        assert_eq!((run.code, run.errors.as_str()), (0, ""));
        run.out
    };
    let text = lines.replace('\n', "\n\n");
    assert_eq!(
        read("plan.docx.txt", &document),
        read("plan-of-text.docx", text.as_bytes())
    );
}
