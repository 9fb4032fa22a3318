//! Plans of many forms, and the trees that a careful clerk would draw of them.
//!
//! `tests/data/reader/NAME.txt` is a plan, `NAME.tree` is what it means. A new case is a new plan;
//! `UPDATE_EXPECT=1` writes the tree, which is then to be read word by word.

use expect_test::expect_file;
use so_tien_do::domain::{Assignment, Block, Deadline, Plan, Role, Rule, Task};
use so_tien_do::reader::{Reading, read};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use unicode_normalization::UnicodeNormalization;

/// A plan of the folder.
pub(crate) struct Sample {
    name: String,
    pub(crate) text: String,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/reader")
}

/// The names of the files that end in `ending`, without it.
fn names(ending: &str) -> BTreeSet<String> {
    fs::read_dir(folder())
        .expect("a folder")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(ending).map(str::to_owned))
        .collect()
}

/// All plans of the folder, in order.
pub(crate) fn samples() -> Vec<Sample> {
    let load = |name: String| Sample {
        text: fs::read_to_string(folder().join(format!("{name}.txt"))).expect("a plan"),
        name,
    };
    names(".txt").into_iter().map(load).collect()
}

#[test]
fn every_plan_is_read_by_what_it_means() {
    for Sample { name, text } in samples() {
        expect_file![folder().join(format!("{name}.tree"))].assert_eq(&tree(&read(&text)));
    }
    assert_eq!(names(".txt"), names(".tree"));
}

/// The facts of the head, the sections, a line for each duty, what a person should look at.
fn tree(reading: &Reading) -> String {
    let Reading { plan, notices, .. } = reading;
    let duties: String = plan.tasks.iter().map(|task| duty(task) + "\n").collect();
    let notices: String = notices
        .iter()
        .map(|notice| {
            let task = notice.task.as_ref().map(|id| {
                let task = plan.task(id).expect("the task of a notice");
                format!(" {}", task.path)
            });
            let task = task.unwrap_or_default();
            format!("line {}: {}{task}\n", notice.line, word(&notice.puzzle))
        })
        .collect();
    format!("{}\n{duties}\n{notices}", head(plan))
}

fn head(plan: &Plan) -> String {
    let mut lines = String::new();
    let mut line = |name: &str, value: Option<String>| {
        let value = value.unwrap_or_else(|| "?".to_owned());
        lines.push_str(&format!("{name:<11}{value}\n"));
    };
    line("number", plan.number.clone());
    line("kind", plan.kind.clone());
    line("title", Some(plan.title.clone()));
    line("issuer", plan.issuer.clone());
    line("issued", plan.issued.map(|day| day.to_string()));
    for cited in &plan.basis {
        let date = cited.date.map(|day| format!(" of {day}"));
        let date = date.unwrap_or_default();
        line(
            "basis",
            Some(format!("{} {}{date}", cited.kind, cited.number)),
        );
    }
    for section in plan.sections() {
        let marker = section.marker.trim_end_matches(['/', ':']);
        let section = format!("{marker} {}", section.title);
        line("section", Some(section.trim_start().to_owned()));
    }
    for recipient in &plan.recipients {
        line("recipient", Some(recipient.clone()));
    }
    if let Some(signature) = &plan.signature {
        line("authority", signature.authority.clone());
        line("post", signature.post.clone());
    }
    let name = plan
        .signature
        .as_ref()
        .map(|signature| signature.name.clone());
    line("signer", name);
    lines
}

fn duty(task: &Task) -> String {
    let mut parts = vec![task.path.clone(), words(task)];
    let people = |name: &str, list: &[Assignment]| {
        let words: Vec<_> = list
            .iter()
            .map(|assignment| assignment.words.as_str())
            .collect();
        let from = list.first().and_then(|first| first.inherited_from.as_ref());
        let from = from.map_or_else(String::new, |path| format!(" (from {path})"));
        format!("{name}: {}{from}", words.join(" + "))
    };
    if !task.lead.is_empty() {
        parts.push(people("lead", &task.lead));
    }
    if !task.support.is_empty() {
        parts.push(people("support", &task.support));
    }
    parts.extend(task.deadline.as_ref().map(due));
    parts.extend(task.recurrence.as_ref().map(word));
    parts.extend(
        task.product
            .as_ref()
            .map(|product| format!("product: {product}")),
    );
    parts.join(" | ")
}

/// The first words of a duty, and of its action where names stand before it.
fn words(task: &Task) -> String {
    let first = |text: &str, count: usize| {
        let words: Vec<_> = text.split(' ').take(count).collect();
        words.join(" ")
    };
    if task.action == 0 {
        return first(&task.text, 6);
    }
    format!("{} → {}", first(&task.text, 3), first(task.action(), 4))
}

fn due(Deadline { words, rule, .. }: &Deadline) -> String {
    match rule {
        Rule::Before(day) => format!("before {day}"),
        Rule::By(day) => format!("by {day}"),
        Rule::Within(day) => format!("within {day}"),
        Rule::Event | Rule::Ongoing => format!("{} “{words}”", rule.name()),
    }
}

/// The name of a value in files.
fn word(value: &impl serde::Serialize) -> String {
    let json = serde_json::to_string(value).expect("JSON");
    json.trim_matches('"').to_owned()
}

/// The letters and figures of a text; cells of tables are joined by a mark that is none of them.
pub(crate) fn letters(text: &str) -> String {
    let text = text.replace("<br>", " ");
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The letters of a plan as it is written; those of decomposed texts are composed.
pub(crate) fn letters_of_source(text: &str) -> String {
    letters(&text.nfc().collect::<String>())
}

#[test]
fn no_letter_is_lost_and_order_is_kept() {
    for Sample { name, text } in samples() {
        let kept: String = read(&text)
            .plan
            .blocks
            .iter()
            .map(|Block { marker, text, .. }| format!("{marker}{text}"))
            .collect();
        assert_eq!(letters(&kept), letters_of_source(&text), "{name}");
    }
}

/// What holds of the reading of any text.
pub(crate) fn fault(plan: &Plan) -> Option<String> {
    let mut ids = BTreeSet::new();
    plan.tasks.iter().find_map(|task| {
        let block = plan.blocks.get(task.block);
        let within = block.is_some_and(|block| block.text.contains(&task.text));
        let details = task
            .details
            .iter()
            .all(|detail| *detail < plan.blocks.len());
        let holds = within
            && details
            && ids.insert(&task.id)
            && task.text.is_char_boundary(task.action)
            && block.is_some_and(|block| !matches!(block.role, Role::Letterhead | Role::Title));
        (!holds).then(|| format!("{task:?}"))
    })
}

#[test]
fn duties_quote_their_blocks_and_have_names_of_their_own() {
    for Sample { name, text } in samples() {
        assert_eq!(fault(&read(&text).plan), None, "{name}");
    }
}

#[test]
fn a_plan_cut_at_any_line_is_still_read() {
    for Sample { name, text } in samples() {
        let ends = text.match_indices('\n').map(|(at, _)| at);
        for (end, turn) in ends.zip(0..) {
            // Each line ends a plan once; every fourth begins one.
            let parts = [Some(&text[..end]), (turn % 4 == 0).then(|| &text[end..])];
            for part in parts.into_iter().flatten() {
                assert_eq!(fault(&read(part).plan), None, "{name}, cut at {end}");
            }
        }
    }
}

#[test]
fn line_ends_and_decomposed_letters_make_no_difference() {
    for Sample { name, text } in samples() {
        let reading = read(&text);
        assert_eq!(read(&text), reading, "{name}, again");
        let windows = text.replace('\n', "\r\n");
        assert_eq!(read(&windows), reading, "{name}, line ends");
        let decomposed: String = text.nfd().collect();
        assert_eq!(read(&decomposed), reading, "{name}, decomposed");
    }
}

/// The rhymes whose tone is written in two places: "hòa" and "hoà".
const RHYMES: [(&str, &str); 15] = [
    ("òa", "oà"),
    ("óa", "oá"),
    ("ỏa", "oả"),
    ("õa", "oã"),
    ("ọa", "oạ"),
    ("òe", "oè"),
    ("óe", "oé"),
    ("ỏe", "oẻ"),
    ("õe", "oẽ"),
    ("ọe", "oẹ"),
    ("ùy", "uỳ"),
    ("úy", "uý"),
    ("ủy", "uỷ"),
    ("ũy", "uỹ"),
    ("ụy", "uỵ"),
];

/// Writes every tone on the first (`old`) or the second vowel of its rhyme.
fn respelled(text: &str, old: bool) -> String {
    let mut text: String = text.nfc().collect();
    for (first, second) in RHYMES {
        let cased = [
            (first.to_owned(), second.to_owned()),
            (first.to_uppercase(), second.to_uppercase()),
        ];
        for (first, second) in cased {
            let (from, to) = if old {
                (&second, &first)
            } else {
                (&first, &second)
            };
            text = replaced_at_word_end(&text, from, to);
        }
    }
    text
}

/// Replaces a rhyme where its word ends; in "quý" the u belongs to the consonant.
fn replaced_at_word_end(text: &str, from: &str, to: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(from) {
        let behind = &rest[at + from.len()..];
        let ends = !behind.starts_with(char::is_alphabetic);
        let open = !rest[..at].ends_with(['q', 'Q']);
        out.push_str(&rest[..at]);
        out.push_str(if ends && open { to } else { from });
        rest = behind;
    }
    out + rest
}

#[test]
fn the_place_of_the_tone_makes_no_difference() {
    for Sample { name, text } in samples() {
        let expected = respelled(&tree(&read(&text)), true);
        for old in [true, false] {
            let spelled = respelled(&text, old);
            assert_eq!(respelled(&tree(&read(&spelled)), true), expected, "{name}");
        }
    }
}
