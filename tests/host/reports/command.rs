//! `so-tien-do report`.

use crate::command_line::{Run, failure, put, run};
use crate::desks::{desk, enrol, file, parcels, plan_id, write_note};
use so_tien_do::file::{Kind, seal};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

fn plan_file(name: &str) -> PathBuf {
    let mut desk = desk("a");
    enrol(&mut desk, &["Chi bộ 1"]);
    let body = desk.plan_file(&plan_id()).expect("a plan");
    put(name, seal(Kind::PlanFile, &body, 0).expect("a text"))
}

fn progress(name: &str, unit: &str) -> PathBuf {
    let mut desk = desk(unit);
    enrol(&mut desk, &[unit]);
    write_note(&mut desk, unit, "iii-1", "đã họp", 1);
    put(name, file(parcels(&desk)))
}

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// The arguments of a report of the third quarter of 2026, with further ones behind.
fn arguments<'a>(files: &'a [PathBuf], folder: &'a Path, further: &'a [&'a str]) -> Vec<&'a OsStr> {
    let options = ["--form", "party", "--period", "2026-Q3", "-o"];
    let mut arguments: Vec<&OsStr> = vec!["report".as_ref()];
    arguments.extend(files.iter().map(|it| it.as_os_str()));
    arguments.extend(options.map(OsStr::new));
    arguments.push(folder.as_os_str());
    arguments.extend(further.iter().map(OsStr::new));
    arguments
}

#[test]
fn a_report_is_written_into_a_folder_and_its_paths_are_printed() {
    let folder = folder("reports/first");
    let files = [
        plan_file("report-plan.json"),
        progress("report-1.json", "Chi bộ 1"),
        progress("report-2.json", "Chi bộ 2"),
    ];
    let Run { code, out, errors } = run(arguments(&files, &folder, &[]));
    assert_eq!((code, errors.as_str()), (0, ""));
    let path = folder.join("bao-cao-96-kh-hu-2026-q3.txt");
    let formats = ["txt", "docx", "xlsx", "csv", "ics"];
    let paths = formats.map(|ending| path.with_extension(ending));
    let listed: String = paths
        .iter()
        .map(|it| format!("{}\n", it.display()))
        .collect();
    assert_eq!(out, listed);
    let starts = ["ĐẢNG", "PK", "PK", "\u{feff}", "BEGIN:VCALENDAR\r\n"];
    for (path, start) in paths.iter().zip(starts) {
        let bytes = fs::read(path).expect("a file");
        assert!(bytes.starts_with(start.as_bytes()), "{}", path.display());
    }
    let calendar = fs::read_to_string(&paths[4]).expect("a calendar");
    assert!(calendar.contains("UID:96-kh-hu-"), "{calendar}");
    let word = crate::sources::text(&fs::read(&paths[1]).expect("a Word file"));
    assert!(word.contains("Dữ liệu tính đến ngày 30/09/2026"), "{word}");
    let text = fs::read_to_string(&path).expect("a report");
    assert!(text.starts_with("ĐẢNG CỘNG SẢN VIỆT NAM\n"), "{text}");
    assert!(text.contains("Dữ liệu tính đến ngày 30/09/2026"), "{text}");
    // A unit that the plan file does not list comes along with what it reports.
    assert!(
        text.contains("Chi bộ 1") && text.contains("Chi bộ 2"),
        "{text}"
    );
    let turned = [&files[0], &files[2], &files[1]].map(Clone::clone);
    run(arguments(&turned, &folder, &[]));
    assert_eq!(fs::read_to_string(&path).expect("a report"), text);
    let further = ["--as-of", "2026-08-31", "--unit", "chi bộ 2"];
    assert_eq!(run(arguments(&files, &folder, &further)).code, 0);
    let path = folder.join("bao-cao-96-kh-hu-2026-q3-chi-bo-2.txt");
    let text = fs::read_to_string(&path).expect("a report");
    assert!(
        text.contains("31/08/2026") && !text.contains("Chi bộ 1"),
        "{text}"
    );
}

#[test]
fn what_makes_no_sense_is_told_in_one_line() {
    let folder = folder("reports/none");
    let plan = plan_file("report-odd-plan.json");
    let told = |files: &[PathBuf], further: &[&str]| failure(&arguments(files, &folder, further));
    let only = std::slice::from_ref(&plan);
    let cases = [
        (["--form", "union"], "--form: not understood: union"),
        (["--period", "2026-Q5"], "--period: not understood: 2026-Q5"),
        (
            ["--as-of", "30/9/2026"],
            "--as-of: not understood: 30/9/2026",
        ),
        (
            ["--as-of", "2026-06-30"],
            "on 2026-06-30 the period 2026-Q3 has not begun",
        ),
        (
            ["--unit", "Chi bộ 9"],
            "the plan has no such unit: Chi bộ 9",
        ),
        (["--group", "Khối X"], "the plan has no such group: Khối X"),
    ];
    for (further, line) in cases {
        assert_eq!(told(only, &further), format!("so-tien-do: {line}\n"));
    }
    let progress = progress("report-odd-progress.json", "Chi bộ 1");
    assert!(told(std::slice::from_ref(&progress), &[]).contains("report-odd-progress.json: "));
    assert!(told(&[plan.clone(), plan.clone()], &[]).contains("report-odd-plan.json: "));
    assert!(told(&["nowhere.json".into()], &[]).contains("nowhere.json: "));
    let nothing = put("report-nothing.json", file(Vec::new()));
    let line = "so-tien-do: nothing was reported on 96-KH/HU\n";
    assert_eq!(told(&[plan.clone(), nothing], &[]), line);
    let taken = put("report-taken", "");
    assert!(failure(&arguments(only, &taken, &[])).contains("report-taken"));
}

#[test]
fn arguments_that_are_missing_or_unknown_show_the_usage() {
    let plan = plan_file("report-usage-plan.json");
    let plan = plan.to_str().expect("a path");
    for arguments in [
        vec!["report"],
        vec!["report", plan, "--form", "party", "--period", "2026"],
        vec!["report", plan, "--period", "2026", "-o", "x"],
        vec!["report", plan, "--form", "party", "--period", "2026", "-o"],
        vec![
            "report", plan, "--shape", "x", "--form", "party", "--period", "2026", "-o", "x",
        ],
    ] {
        let Run { code, out, errors } = run(&arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(errors.starts_with("usage: so-tien-do"), "{errors}");
    }
}
