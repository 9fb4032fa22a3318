//! What the data say in each chapter.

use super::{Block, Facts, Outcome, Table, tables};
use crate::words::report as words;
use crate::workspace::{Chapter, Form};

/// More lines than that would hide what stands below them.
const MOST_UNITS_IN_BODY: usize = 20;

/// A body being written.
pub(super) struct Page {
    pub(super) blocks: Vec<Block>,
    form: Form,
    /// How many headings of each level there are within the one above.
    headings: [usize; 2],
}

impl Page {
    pub(super) fn new(form: Form) -> Self {
        Self {
            blocks: Vec::new(),
            form,
            headings: [0, 0],
        }
    }

    /// Adds a heading of the first or second level, numbered.
    pub(super) fn heading(&mut self, level: u8, words: &str) {
        let (chapter, section) = (self.headings[0], self.headings[1]);
        let at = if level == 1 {
            self.headings = [chapter + 1, 0];
            chapter
        } else {
            self.headings[1] = section + 1;
            section
        };
        let marker = words::marker(self.form, level, at);
        self.blocks
            .push(Block::Heading(level, format!("{marker} {words}")));
    }

    /// Adds a paragraph, unless it is empty.
    pub(super) fn paragraph(&mut self, words: String) {
        if !words.is_empty() {
            self.blocks.push(Block::Paragraph(words));
        }
    }

    fn table(&mut self, table: Table) {
        self.blocks.push(Block::Table(table));
    }

    /// Adds a heading with a list below it; nothing where the list is empty.
    fn list(&mut self, heading: &str, items: Vec<String>) {
        if items.is_empty() {
            return;
        }
        self.heading(2, heading);
        for item in items {
            self.paragraph(item);
        }
    }
}

/// Writes what the data say in a chapter; nothing where they say nothing.
pub(super) fn write(chapter: Chapter, facts: &Facts, page: &mut Page) {
    match chapter {
        Chapter::Conduct => conduct(facts, page),
        Chapter::Results => results(facts, page),
        Chapter::Shortcomings => shortcomings(facts, page),
        Chapter::Directions => directions(facts, page),
        Chapter::Proposals => proposals(facts, page),
    }
}

fn conduct(facts: &Facts, page: &mut Page) {
    let units = &facts.units;
    let silent = units.iter().filter(|unit| !unit.is_heard);
    let silent: Vec<&str> = silent.map(|unit| unit.name.as_str()).collect();
    let all = facts.counts.all();
    page.paragraph(match &units[..] {
        [only] => words::assigned_to(&only.name, all),
        _ => words::assigned(facts.duties.len(), units.len(), all),
    });
    if !facts.unassigned.is_empty() {
        page.paragraph(words::unassigned(&facts.unassigned));
    }
    if units.len() > 1 || !silent.is_empty() {
        page.paragraph(words::heard(units.len() - silent.len(), &silent));
    }
}

fn results(facts: &Facts, page: &mut Page) {
    page.heading(2, words::OVERALL);
    page.paragraph(format!("{}:", words::as_of(facts.as_of)));
    for sentence in words::general(facts.counts) {
        page.paragraph(sentence);
    }
    if let Some(before) = facts.before {
        page.paragraph(words::compared(facts.span.previous()));
        page.table(tables::comparison(facts.counts, before));
    }
    if facts.sections.len() > 1 {
        page.heading(2, words::BY_SECTION);
        page.table(tables::by_section(facts));
    }
    let annexes = 1 + usize::from(has_annex_of_units(facts));
    if annexes > 1 {
        page.heading(2, words::BY_UNIT);
        page.paragraph(words::see_annex(words::EACH_UNIT, 2, annexes));
    } else if facts.units.len() > 1 {
        page.heading(2, words::BY_UNIT);
        page.table(tables::by_unit(facts));
    }
    let done: Vec<_> = facts.done_in_span().collect();
    let told = by_duty(facts, &done, &|outcomes| {
        tables::some_told(facts, outcomes, &tables::result)
    });
    page.list(words::DONE_IN_SPAN, told);
    page.paragraph(words::see_annex(words::EACH_DUTY, 1, annexes));
}

/// Says whether there are so many units that their numbers are told in an annex.
pub(super) fn has_annex_of_units(facts: &Facts) -> bool {
    facts.units.len() > MOST_UNITS_IN_BODY
}

fn shortcomings(facts: &Facts, page: &mut Page) {
    let overdue = facts.overdue();
    let late = |outcome: &Outcome| {
        let day = outcome.cell.last_day?;
        let late = words::late(day, facts.as_of);
        let reason = tables::reason(outcome).map(|reason| words::reason(&reason));
        Some(
            std::iter::once(late)
                .chain(reason)
                .collect::<Vec<_>>()
                .join("; "),
        )
    };
    let late = |outcome: &Outcome| late(outcome).unwrap_or_default();
    let told = by_duty(facts, &overdue, &|it| tables::all_told(facts, it, &late));
    page.list(words::OVERDUE, told);
    // Of what is overdue the difficulty is told above, as its reason.
    let is_other = |it: &&Outcome| !it.is_overdue() && !it.entry.difficulty.is_empty();
    let others: Vec<_> = facts.outcomes.iter().filter(is_other).collect();
    let difficulty = |it: &Outcome| words::one_line(&it.entry.difficulty);
    let told = by_duty(facts, &others, &|it| {
        tables::all_told(facts, it, &difficulty)
    });
    page.list(words::DIFFICULTIES, told);
}

fn directions(facts: &Facts, page: &mut Page) {
    if facts.counts.overdue > 0 {
        page.paragraph(words::catch_up(facts.counts.overdue));
    }
    if facts.counts.open_without_day > 0 {
        page.paragraph(words::carry_on(facts.counts.open_without_day));
    }
    let is_many = facts.units.len() > 1;
    let coming = facts.coming.iter().map(|it| {
        let duty = words::duty(&it.path, &it.action, it.period);
        let units = is_many.then(|| words::some(&it.units, "; "));
        words::item(&words::due_by(it.day, &duty), units.as_slice())
    });
    page.list(words::COMING, coming.collect());
}

fn proposals(facts: &Facts, page: &mut Page) {
    let told = |it: &&Outcome| !it.entry.proposal.is_empty();
    let told: Vec<_> = facts.outcomes.iter().filter(told).collect();
    let proposal = |it: &Outcome| words::one_line(&it.entry.proposal);
    for item in by_duty(facts, &told, &|it| tables::all_told(facts, it, &proposal)) {
        page.paragraph(item);
    }
}

/// Writes one item for each duty, with what is told of its units.
fn by_duty(
    facts: &Facts,
    outcomes: &[&Outcome],
    tell: &dyn Fn(&[&Outcome]) -> Vec<String>,
) -> Vec<String> {
    let mut duties: Vec<(usize, Vec<&Outcome>)> = Vec::new();
    for outcome in outcomes {
        match duties.iter_mut().find(|(duty, _)| *duty == outcome.duty) {
            Some((_, of_duty)) => of_duty.push(outcome),
            None => duties.push((outcome.duty, vec![outcome])),
        }
    }
    let items = duties.into_iter().map(|(duty, outcomes)| {
        let duty = &facts.duties[duty].duty;
        words::item(
            &words::duty(&duty.path, &duty.action, duty.id.period),
            &tell(&outcomes),
        )
    });
    items.collect()
}
