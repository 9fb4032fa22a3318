//! The tables of a report.

use super::{Cell, Column, DutyFacts, Facts, Outcome, Row, Table};
use crate::domain::{Standing, capitalised};
use crate::view::Counts;
use crate::words::{self, report as said};

/// The numbers of this span beside those of the span before.
pub(super) fn comparison(now: Counts, before: Counts) -> Table {
    let (now_rates, rates_before) = (rates(now), rates(before));
    let counted = figures(now).into_iter().zip(figures(before));
    let counted = counted.map(|(now, before)| {
        let difference = Cell::Text(said::difference(now, before));
        [Cell::Count(now), Cell::Count(before), difference]
    });
    let rated = now_rates.into_iter().zip(rates_before);
    let rated = rated.map(|(now, before)| {
        let difference = now.zip(before);
        let difference = difference.map(|(now, before)| said::rate_difference(now, before));
        [
            rate(now),
            rate(before),
            difference.map_or(Cell::Empty, Cell::Text),
        ]
    });
    let rows = said::FIGURES.into_iter().zip(counted.chain(rated));
    Table {
        columns: columns(&said::COMPARISON),
        rows: rows
            .map(|(name, cells)| named(name.to_owned(), cells))
            .collect(),
    }
}

/// The numbers of each section of the plan, and their sum.
pub(super) fn by_section(facts: &Facts) -> Table {
    let sections = facts.sections.iter().enumerate();
    let rows = sections.map(|(at, it)| (section_name(facts, at), it.counts));
    counted(said::SECTION, rows, facts.counts)
}

/// The numbers of each unit, and their sum.
pub(super) fn by_unit(facts: &Facts) -> Table {
    let rows = facts.units.iter().map(|it| (it.name.clone(), it.counts));
    counted(said::UNIT, rows, facts.counts)
}

/// The official table: duty by duty under the sections of the plan.
pub(super) fn annex(facts: &Facts) -> Table {
    let mut rows = Vec::new();
    let mut section = None;
    for (at, duty) in facts.duties.iter().enumerate() {
        if section != Some(duty.section) {
            section = Some(duty.section);
            rows.push(Row::Across(section_name(facts, duty.section)));
        }
        rows.push(annex_row(facts, at, duty));
    }
    Table {
        columns: columns(&said::ANNEX_COLUMNS),
        rows,
    }
}

fn annex_row(facts: &Facts, at: usize, duty: &DutyFacts) -> Row {
    let outcomes: Vec<_> = facts.outcomes_of(at).collect();
    let told = |tell: &dyn Fn(&Outcome) -> String| -> Vec<&Outcome> {
        let told = outcomes.iter().filter(|it| !tell(it).is_empty());
        told.copied().collect()
    };
    let (result, progress, note) = match outcomes[..] {
        [only] => (
            result(only),
            words::standing(only.cell.standing).to_owned(),
            note(only),
        ),
        _ => (
            some_told(facts, &told(&result), &result).join("; "),
            progress(duty.duty.counts),
            all_told(facts, &told(&note), &note).join("; "),
        ),
    };
    Row::Cells(vec![
        Cell::Count(at + 1),
        text(said::action(&duty.duty.action, duty.duty.id.period)),
        text(&duty.leads),
        text(&duty.supports),
        time(duty, &outcomes),
        text(capitalised(&result)),
        text(progress),
        text(note),
    ])
}

/// The time as the document words it; the day where it is put off, or follows from a period alone.
fn time(duty: &DutyFacts, outcomes: &[&Outcome]) -> Cell {
    let last_day = match outcomes {
        [only] => only.cell.last_day,
        _ => duty.duty.last_day,
    };
    let is_as_written = duty.duty.id.period.is_none() && last_day == duty.duty.last_day;
    match (&duty.time, last_day) {
        (Some(words), _) if is_as_written => text(capitalised(words)),
        (_, Some(day)) => Cell::Day(day),
        (_, None) => text(said::ONGOING),
    }
}

/// Tells how far the units of a duty are; those to whom it does not apply are not counted.
fn progress(counts: Counts) -> String {
    if counts.all() == 0 {
        words::standing(Standing::NotApplicable).to_owned()
    } else {
        said::progress(counts)
    }
}

/// Tells something of each unit: words that units share once, with those whose they are. Where one unit alone is
/// told of, it is not named; of whom there is nothing to tell, its name alone.
pub(super) fn all_told(
    facts: &Facts,
    outcomes: &[&Outcome],
    tell: &dyn Fn(&Outcome) -> String,
) -> Vec<String> {
    let shared = shared(facts, outcomes, tell).into_iter();
    shared
        .map(|(told, units)| named_told(facts, &units, told))
        .collect()
}

/// As [`all_told`], of the first units alone, and how many others there are.
pub(super) fn some_told(
    facts: &Facts,
    outcomes: &[&Outcome],
    tell: &dyn Fn(&Outcome) -> String,
) -> Vec<String> {
    let (mut named, mut others, mut all) = (0, 0, Vec::new());
    for (told, units) in shared(facts, outcomes, tell) {
        if named < said::MOST_NAMED {
            named += units.len();
            all.push(named_told(facts, &units, told));
        } else {
            others += units.len();
        }
    }
    all.extend((others > 0).then(|| said::and_others(others)));
    all
}

fn named_told(facts: &Facts, units: &[&str], told: String) -> String {
    if facts.units.len() > 1 {
        said::of_units(units, &told)
    } else {
        told
    }
}

/// What is told, and of which units.
fn shared<'f>(
    facts: &'f Facts,
    outcomes: &[&Outcome],
    tell: &dyn Fn(&Outcome) -> String,
) -> Vec<(String, Vec<&'f str>)> {
    let mut shared: Vec<(String, Vec<&str>)> = Vec::new();
    for outcome in outcomes {
        let (told, unit) = (tell(outcome), facts.units[outcome.unit].name.as_str());
        match shared.iter_mut().find(|(known, _)| *known == told) {
            Some((_, units)) => units.push(unit),
            None => shared.push((told, vec![unit])),
        }
    }
    shared
}

/// Tells what a unit has to show: the day, and the documents that prove it.
pub(super) fn result(outcome: &Outcome) -> String {
    let done = outcome.done_on().map(said::done_on);
    let told: Vec<_> = done.into_iter().chain(documents(outcome)).collect();
    told.join(", ")
}

/// The documents that prove a result.
pub(super) fn documents(outcome: &Outcome) -> impl Iterator<Item = String> {
    outcome.documents().map(said::document)
}

/// Why a unit is late, in its own words: its difficulty, and what it answered when it was asked.
pub(super) fn reason(outcome: &Outcome) -> Option<String> {
    let entry = &outcome.entry;
    let told = [&entry.difficulty, &entry.explanation].map(|it| said::one_line(it));
    let told: Vec<_> = told.into_iter().filter(|it| !it.is_empty()).collect();
    (!told.is_empty()).then(|| told.join("; "))
}

/// What stands beside a result.
pub(super) fn note(outcome: &Outcome) -> String {
    let entry = &outcome.entry;
    let note = Some(said::one_line(&entry.note)).filter(|it| !it.is_empty());
    let extended = entry.extended_to().map(said::extended_to);
    let told: Vec<_> = note.into_iter().chain(extended).collect();
    told.join("; ")
}

/// Numbers of what is named in the first column, and their sum.
pub(super) fn counted(
    first: (&str, u8),
    rows: impl Iterator<Item = (String, Counts)>,
    sum: Counts,
) -> Table {
    let row = |(name, counts): (String, Counts)| {
        let figures = figures(counts).into_iter().map(Cell::Count);
        named(name, figures.chain([rate(counts.rate_of_all())]))
    };
    let sum = (said::SUM.to_owned(), sum);
    Table {
        columns: columns(&[first])
            .into_iter()
            .chain(columns(&said::COUNT_COLUMNS))
            .collect(),
        rows: rows.chain([sum]).map(row).collect(),
    }
}

pub(super) fn columns(of: &[(&str, u8)]) -> Vec<Column> {
    let column = |(title, width): &(&str, u8)| Column {
        title: (*title).to_owned(),
        width: *width,
    };
    of.iter().map(column).collect()
}

/// Names a section: "II. NỘI DUNG THỰC HIỆN".
pub(super) fn section_name(facts: &Facts, at: usize) -> String {
    let section = &facts.sections[at];
    let title = said::one_line(&section.title);
    match (section.marker.is_empty(), title.is_empty()) {
        (true, true) => said::NO_SECTION.to_owned(),
        (true, false) => title,
        _ => format!("{}. {title}", section.marker),
    }
}

/// Puts words into a cell: on one line, since not every format can break it.
pub(super) fn text(words: impl AsRef<str>) -> Cell {
    match said::one_line(words.as_ref()) {
        words if words.is_empty() => Cell::Empty,
        words => Cell::Text(words),
    }
}

fn named(name: String, cells: impl IntoIterator<Item = Cell>) -> Row {
    Row::Cells(std::iter::once(Cell::Text(name)).chain(cells).collect())
}

/// The numbers in the order of the columns; all but the first add up to it.
fn figures(counts: Counts) -> [usize; 7] {
    [
        counts.all(),
        counts.done_on_time,
        counts.done_late,
        counts.in_time,
        counts.overdue,
        counts.done_without_day,
        counts.open_without_day,
    ]
}

fn rates(counts: Counts) -> [Option<u32>; 2] {
    [counts.rate_of_all(), counts.rate_of_due()]
}

fn rate(of: Option<u32>) -> Cell {
    of.map_or(Cell::Empty, Cell::Rate)
}
