//! Facts → tables for a spreadsheet, in which people sort and filter.

use super::tables::{by_unit, columns, documents, note, reason, text};
use super::{Cell, Column, Facts, Outcome, Row, Sheet, Table, Workbook};
use crate::domain::capitalised;
use crate::words::{self, report as said};

/// So wide that the longest sign stands on one line. With many duties the sheet is wider than a page.
const ROOM_FOR_SIGN: u8 = 10;

/// Lays the facts out on four sheets: duties, units, units × duties, what is overdue.
#[must_use]
pub fn workbook(facts: &Facts) -> Workbook {
    let tables = [
        (said::DUTIES_SHEET, duties(facts)),
        (said::UNITS_SHEET, by_unit(facts)),
        (said::MATRIX_SHEET, matrix(facts)),
        (said::OVERDUE_SHEET, overdue(facts)),
    ];
    let title = said::sheet_title(facts.plan.short_name(), facts.scope_name.as_deref());
    let above = vec![
        title,
        capitalised(&said::span(facts.span)),
        said::as_of(facts.as_of),
    ];
    let sheet = |(name, table): (&str, Table)| Sheet {
        name: name.to_owned(),
        above: above.clone(),
        table,
    };
    Workbook {
        sheets: tables.into_iter().map(sheet).collect(),
    }
}

/// One row for each duty of each unit.
fn duties(facts: &Facts) -> Table {
    Table {
        columns: columns(&said::DUTIES_COLUMNS),
        rows: facts.outcomes.iter().map(|it| duty(facts, it)).collect(),
    }
}

fn duty(facts: &Facts, outcome: &Outcome) -> Row {
    let duty = &facts.duties[outcome.duty];
    let period = duty.duty.id.period.map(words::period);
    let documents: Vec<_> = documents(outcome).collect();
    Row::Cells(vec![
        text(words::task_path(&duty.duty.path)),
        text(said::action(&duty.duty.action, None)),
        text(period.unwrap_or_default()),
        text(&facts.units[outcome.unit].name),
        text(words::part(outcome.cell.part)),
        text(&duty.leads),
        text(&duty.supports),
        outcome.cell.last_day.map_or(Cell::Empty, Cell::Day),
        text(words::standing(outcome.cell.standing)),
        outcome.done_on().map_or(Cell::Empty, Cell::Day),
        text(documents.join("; ")),
        text(&outcome.entry.difficulty),
        text(&outcome.entry.proposal),
        text(note(outcome)),
    ])
}

/// Units × duties, with how each stands.
fn matrix(facts: &Facts) -> Table {
    let share = 72 / facts.duties.len().max(1);
    let width = u8::try_from(share).unwrap_or(u8::MAX).max(ROOM_FOR_SIGN);
    let mut wide = columns(&[said::UNIT]);
    wide.extend(facts.duties.iter().map(|it| {
        let period = it
            .duty
            .id
            .period
            .map(|of| format!(" ({})", words::period(of)));
        let path = words::task_path(&it.duty.path);
        Column {
            title: format!("{path}{}", period.unwrap_or_default()),
            width,
        }
    }));
    let mut rows: Vec<Vec<Cell>> = facts
        .units
        .iter()
        .map(|it| blank_row(facts, &it.name))
        .collect();
    for outcome in &facts.outcomes {
        let name = words::sign_name(outcome.cell.standing);
        rows[outcome.unit][outcome.duty + 1] = text(name);
    }
    Table {
        columns: wide,
        rows: rows.into_iter().map(Row::Cells).collect(),
    }
}

fn blank_row(facts: &Facts, unit: &str) -> Vec<Cell> {
    let blanks = facts.duties.iter().map(|_| Cell::Empty);
    std::iter::once(text(unit)).chain(blanks).collect()
}

fn overdue(facts: &Facts) -> Table {
    let overdue = facts.overdue().into_iter().zip(1..);
    let row = |(outcome, number): (&Outcome, usize)| {
        let duty = &facts.duties[outcome.duty].duty;
        let day = outcome.cell.last_day;
        let late = day.and_then(|day| usize::try_from((facts.as_of - day).num_days()).ok());
        Row::Cells(vec![
            Cell::Count(number),
            text(words::task_path(&duty.path)),
            text(said::action(&duty.action, duty.id.period)),
            text(&facts.units[outcome.unit].name),
            day.map_or(Cell::Empty, Cell::Day),
            late.map_or(Cell::Empty, Cell::Count),
            text(reason(outcome).unwrap_or_default()),
        ])
    };
    Table {
        columns: columns(&said::OVERDUE_COLUMNS),
        rows: overdue.map(row).collect(),
    }
}
