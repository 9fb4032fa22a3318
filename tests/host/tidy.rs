//! Rules of the repository that no compiler keeps.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What holds true with or without a browser, and at any time of day.
const ABOVE_THE_LINE: [&str; 19] = [
    "built_in",
    "cli",
    "docket",
    "domain",
    "draft",
    "file",
    "front",
    "guard",
    "one_file",
    "progress",
    "reader",
    "release",
    "report",
    "source",
    "store",
    "trial",
    "view",
    "words",
    "workspace",
];

/// Names of the browser's side, and of clocks.
const BELOW_THE_LINE: [&str; 9] = [
    "leptos",
    "wasm_bindgen",
    "web_sys",
    "js_sys",
    "gloo",
    "SystemTime",
    "Instant::now",
    "Utc::now",
    "Local::now",
];

/// Words that say that something is not finished, put together so that this file holds none of them.
const UNFINISHED: [&str; 5] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("todo", "!"),
    concat!("unimplemented", "!"),
    concat!("dbg", "!"),
];

const MOST_LINES: usize = 350;

fn root() -> PathBuf {
    env!("CARGO_MANIFEST_DIR").into()
}

/// All files below a folder, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    entries.sort();
    entries
        .into_iter()
        .flat_map(|path| {
            if path.is_dir() {
                files(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

/// All texts below a folder of the project, with their places; pictures are left out.
fn texts(folder: &str) -> Vec<(String, String)> {
    let texts = files(&root().join(folder)).into_iter().filter_map(|path| {
        let text = String::from_utf8(fs::read(&path).expect("a file")).ok()?;
        Some((
            path.strip_prefix(root())
                .expect("a place")
                .display()
                .to_string(),
            text,
        ))
    });
    texts.collect()
}

/// The code of a Rust line, without its comment. A `//` within quotes is no comment.
fn code(line: &str) -> &str {
    let comment = line.match_indices("//").map(|(at, _)| at).find(|at| {
        let quotes = line[..*at]
            .replace("\\\"", "")
            .replace("'\"'", "")
            .matches('"')
            .count();
        quotes.is_multiple_of(2)
    });
    &line[..comment.unwrap_or(line.len())]
}

/// Lines of code in which a test finds something, as `place:line: code`.
fn found(texts: &[(String, String)], test: impl Fn(&str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for (place, text) in texts {
        for (line, number) in text.lines().zip(1..) {
            if test(line) {
                found.push(format!("{place}:{number}: {}", line.trim()));
            }
        }
    }
    found
}

fn none(found: &[String], rule: &str) {
    assert!(found.is_empty(), "{rule}:\n{}", found.join("\n"));
}

#[test]
fn nothing_above_the_line_knows_a_browser_or_a_clock() {
    let names_other_side = |line: &str| BELOW_THE_LINE.iter().any(|name| code(line).contains(name));
    for folder in ABOVE_THE_LINE {
        let texts = texts(&format!("src/{folder}"));
        assert!(!texts.is_empty(), "src/{folder}");
        none(
            &found(&texts, names_other_side),
            "above the line nothing names the browser or reads a clock",
        );
    }
    // Below the line the same search finds something, so it can find something above it.
    assert!(!found(&texts("src/browser"), names_other_side).is_empty());
}

#[test]
fn every_folder_of_the_library_lies_above_the_line_or_below_it() {
    let mut folders: Vec<_> = fs::read_dir(root().join("src"))
        .expect("a folder")
        .map(|entry| entry.expect("an entry"))
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().expect("a name"))
        .collect();
    folders.sort();
    let mut known: Vec<_> = ABOVE_THE_LINE
        .into_iter()
        .chain(["bin", "browser", "ui"])
        .collect();
    known.sort_unstable();
    assert_eq!(folders, known);
}

#[test]
fn comments_are_told_from_code() {
    assert_eq!(code("let a = 1; // chú thích"), "let a = 1; ");
    assert_eq!(code("//! chú thích"), "");
    assert_eq!(
        code(r#"let a = "https://a.b"; // x"#),
        r#"let a = "https://a.b"; "#
    );
    assert_eq!(code(r#"let a = "\"//"; // x"#), r#"let a = "\"//"; "#);
}

#[test]
fn files_of_the_library_are_short() {
    let long: Vec<_> = texts("src")
        .into_iter()
        .map(|(place, text)| (place, text.lines().count()))
        .collect();
    let long: Vec<_> = long
        .into_iter()
        .filter(|(_, lines)| *lines > MOST_LINES)
        .map(|(place, lines)| format!("{place}: {lines}"))
        .collect();
    none(&long, "a file of src has at most 350 lines");
}

#[test]
fn nothing_is_left_unfinished() {
    for folder in ["src", "tests", "style", "public"] {
        let unfinished = found(&texts(folder), |line| {
            UNFINISHED.iter().any(|word| line.contains(word))
        });
        none(&unfinished, "what is not finished is not put in");
    }
}

/// Says whether Vietnamese is written here: letters that English does not have.
fn is_vietnamese(text: &str) -> bool {
    text.chars()
        .any(|c| matches!(c, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ỹ'))
}

#[test]
fn all_that_users_read_stands_in_words() {
    let spoken = |line: &str| is_vietnamese(code(line));
    for folder in ["src/ui", "src/browser"] {
        none(
            &found(&texts(folder), spoken),
            "Vietnamese text stands in src/words",
        );
    }
    assert!(!found(&texts("src/words"), spoken).is_empty());
}

/// The words between backticks, code blocks left out.
fn quoted(text: &str) -> Vec<&str> {
    let mut in_block = false;
    let mut quoted = Vec::new();
    for line in text.lines() {
        let fence = line
            .trim_start_matches("//!")
            .trim_start()
            .starts_with("```");
        in_block ^= fence;
        if !in_block && !fence {
            quoted.extend(line.split('`').skip(1).step_by(2));
        }
    }
    quoted
}

/// The path that a quoted word names in this repository, if it names one.
fn named_path(word: &str) -> Option<&str> {
    let below = ["src/", "tests/", "style/", "public/", ".ci/", ".setup/"]
        .iter()
        .any(|folder| word.starts_with(folder));
    let at_top = !word.contains('/')
        && (["Makefile", "LICENSE"].contains(&word)
            || [".toml", ".md", ".html", ".lock"]
                .iter()
                .any(|end| word.len() > end.len() && word.ends_with(end)));
    let whole = !word.contains(char::is_whitespace);
    // Of a pattern, the part that is no pattern.
    let path = word.split(['*', '<', '{', '…']).next().unwrap_or(word);
    let path = if path.len() < word.len() {
        path.rsplit_once('/').map_or("", |(folder, _)| folder)
    } else {
        path
    };
    (whole && (below || at_top)).then_some(path)
}

#[test]
fn every_path_that_the_documents_name_is_there() {
    let mut missing = Vec::new();
    for document in ["README.md", "CHANGELOG.md", "src/lib.rs"] {
        let text = fs::read_to_string(root().join(document))
            .unwrap_or_else(|error| panic!("{document}: {error}"));
        let text: String = if document == "src/lib.rs" {
            doc_of_crate(&text)
        } else {
            text
        };
        let paths: Vec<_> = quoted(&text).into_iter().filter_map(named_path).collect();
        missing.extend(
            paths
                .iter()
                .filter(|path| !root().join(path).exists())
                .map(|path| format!("{document}: {path}")),
        );
    }
    none(&missing, "documents name only what is there");
}

fn doc_of_crate(text: &str) -> String {
    text.lines()
        .take_while(|line| line.starts_with("//!"))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn paths_are_told_from_other_quoted_words() {
    let text = "see `src/lib.rs`, `a b`\n```\n`src/none.rs`\n```\nand `src/ui/*.rs`, `Cargo.toml`, `make run`, `x.json`";
    assert_eq!(
        quoted(text),
        [
            "src/lib.rs",
            "a b",
            "src/ui/*.rs",
            "Cargo.toml",
            "make run",
            "x.json"
        ]
    );
    let paths: Vec<_> = quoted(text).into_iter().filter_map(named_path).collect();
    assert_eq!(paths, ["src/lib.rs", "src/ui", "Cargo.toml"]);
}

/// The crates that `Cargo.toml` names, and those of them that only tests and measurements use.
fn direct_dependencies(manifest: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut shipped, mut others) = (BTreeSet::new(), BTreeSet::new());
    let mut section = "";
    for line in manifest.lines() {
        if line.starts_with('[') {
            section = line.trim_matches(['[', ']']);
            continue;
        }
        let name = line.split_once(" = ").map(|(name, _)| name);
        let name = name.filter(|name| !name.starts_with([' ', '#', '"']));
        // What works on the host alone is in nobody's browser.
        if section.ends_with("dev-dependencies") || section.contains("not(target_arch") {
            others.extend(name.map(str::to_owned));
        } else if section.ends_with("dependencies") {
            shipped.extend(name.map(str::to_owned));
        }
    }
    others.retain(|name| !shipped.contains(name));
    (shipped, others)
}

/// The crates of a table's lines, by whether they are in the browser.
fn listed(table: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut shipped, mut others) = (BTreeSet::new(), BTreeSet::new());
    for line in table.lines() {
        let cells: Vec<_> = line.split('|').map(str::trim).collect();
        if let [_, names, reason, place, _] = cells[..] {
            assert!(!reason.is_empty(), "README.md gives no reason for {names}");
            let set = if place == "no" {
                &mut others
            } else {
                &mut shipped
            };
            set.extend(names.split(", ").map(str::to_owned));
        }
    }
    (shipped, others)
}

#[test]
fn every_direct_dependency_stands_in_the_readme_with_its_reason() {
    let read = |name: &str| fs::read_to_string(root().join(name)).expect("a file");
    let readme = read("README.md");
    let (_, section) = readme.split_once("## Dependencies\n").expect("a section");
    let (_, table) = section
        .split_once("| --- | --- | --- |\n")
        .expect("a table");
    let (table, _) = table.split_once("\n\n").expect("an end of the table");
    let (shipped, others) = direct_dependencies(&read("Cargo.toml"));
    let says = "README.md, “Dependencies”: one line a crate of Cargo.toml with its reason, “no” for those of tests";
    assert_eq!(listed(table), (shipped.clone(), others.clone()), "{says}");
    let count = format!(
        "{} crates are used directly, {} of them in what is shipped:",
        shipped.len() + others.len(),
        shipped.len()
    );
    assert!(
        section.contains(&count),
        "README.md, “Dependencies”, should say “{count}”"
    );
}
