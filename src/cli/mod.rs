//! The command line of the host build: reading plans, merging and checking files, writing reports.
//!
//! What was asked for goes to the output; what is wrong, in one line, to the errors.

mod check;
mod input;
mod merge;
mod read;
mod report;

use report::Misuse;
use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

const USAGE: &str = "\
usage: so-tien-do read FILE       print the plan in a text as JSON
       so-tien-do merge FILE...   print one progress file made of many, also of those in a .zip
       so-tien-do check FILE      say what a file is and whether it is whole
       so-tien-do report PLAN.json PROGRESS.json... --form party|state --period PERIOD
                  [--as-of DAY] [--unit NAME | --group NAME] -o FOLDER
                                  write the report of a period: 2026-03, 2026-Q3, 2026-H1, 2026-9M, 2026,
                                  with .14 behind it if it closes on the 14th (Decree 09/2019/ND-CP),
                                  or 2026-01-15..2026-03-14; as of its last day unless told otherwise
";

/// All went well.
const DONE: u8 = 0;
/// A file could not be read, or holds something else.
const FAILED: u8 = 1;
/// The arguments make no sense.
const MISUSED: u8 = 2;

/// Why a command printed nothing, in one line of English.
type Problem = String;

/// Carries out the command that the arguments name, and returns the exit code.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    out: &mut dyn Write,
    errors: &mut dyn Write,
) -> u8 {
    let mut arguments = arguments.into_iter();
    let command = arguments.next().unwrap_or_default();
    if command == "report" {
        let arguments: Vec<OsString> = arguments.collect();
        return match report::Order::of(&arguments) {
            Ok(order) => told(report::report(&order), out, errors),
            Err(Misuse::Value(problem)) => told(Err(problem), out, errors),
            Err(Misuse::Usage) => finish(errors, USAGE, MISUSED),
        };
    }
    let files: Vec<PathBuf> = arguments.map(PathBuf::from).collect();
    let answer = match (command.to_str(), files.as_slice()) {
        (Some("read"), [file]) => read::read(file),
        (Some("merge"), [_, ..]) => merge::merge(&files),
        (Some("check"), [file]) => check::check(file),
        (Some("help" | "--help" | "-h"), []) => Ok(USAGE.to_owned()),
        _ => return finish(errors, USAGE, MISUSED),
    };
    told(answer, out, errors)
}

/// Prints an answer, or else the problem, and returns the exit code.
fn told(answer: Result<String, Problem>, out: &mut dyn Write, errors: &mut dyn Write) -> u8 {
    match answer.and_then(|text| print(out, &text)) {
        Ok(()) => DONE,
        Err(problem) => finish(errors, &format!("so-tien-do: {problem}\n"), FAILED),
    }
}

fn print(out: &mut dyn Write, text: &str) -> Result<(), Problem> {
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    written.map_err(|error| format!("cannot write the answer: {error}"))
}

/// Writes to the errors. Where even that fails, the exit code is all that is left to say.
fn finish(errors: &mut dyn Write, text: &str, code: u8) -> u8 {
    let _ = errors.write_all(text.as_bytes());
    code
}
