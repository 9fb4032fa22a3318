//! What is known of a plan's progress in a span, as of a day.

use super::outcome::{Outcome, outcomes};
use crate::domain::{
    Assignment, Day, Period, Plan, PlanId, Roster, Span, Task, TaskId, UnitId, capitalised, slug,
};
use crate::sorted::sort_by;
use crate::view::{Counts, Duty, Overview, UnitLine, overview_in};
use crate::workspace::{ReportId, Scope, Workspace};

/// What a report is asked of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub plan: PlanId,
    pub span: Span,
    pub scope: Scope,
    /// The day whose truth is told.
    ///
    /// What has a day of its own counts by that day: what was done later was still open, and a document
    /// of a later day was not yet there. All else – remarks, reviews, extensions, who is on the roster –
    /// has no day but that of some device's clock, and is told as it stands now; what was written over
    /// is gone. So a report as of an earlier day can be told anew when late news arrives, and it never
    /// tells what a unit thought then.
    pub as_of: Day,
}

impl Request {
    #[must_use]
    pub fn new(report: ReportId, as_of: Day) -> Self {
        let ReportId { plan, span, scope } = report;
        Self {
            plan,
            span,
            scope,
            as_of,
        }
    }

    /// Returns which report is asked for.
    #[must_use]
    pub fn report(&self) -> ReportId {
        ReportId {
            plan: self.plan.clone(),
            span: self.span,
            scope: self.scope.clone(),
        }
    }
}

/// What a report is made of. The same data give the same facts, in whatever order they arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The plan without its text.
    pub plan: Plan,
    pub span: Span,
    pub as_of: Day,
    pub scope: Scope,
    /// The name of the unit or group; `None` where all are told of.
    pub scope_name: Option<String>,
    pub counts: Counts,
    /// The numbers at the end of the span before, as they are known now; `None` where the plan was not
    /// yet there.
    pub before: Option<Counts>,
    pub sections: Vec<SectionFacts>,
    /// The units that have a duty, in the order of the roster.
    pub units: Vec<UnitFacts>,
    /// The duties that a unit has, in the order of the document; recurring ones once for each period.
    pub duties: Vec<DutyFacts>,
    /// The places of the duties that no unit on the roster has, since their groups have no members;
    /// told where all are told of.
    pub unassigned: Vec<String>,
    /// Duty by duty, and for each unit by unit.
    pub outcomes: Vec<Outcome>,
    /// What comes due after the day of the report until the end of the span that follows, by day.
    pub coming: Vec<Coming>,
}

/// A section of the plan that holds duties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionFacts {
    /// Empty, as the title, for duties before the first section.
    pub marker: String,
    pub title: String,
    pub counts: Counts,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitFacts {
    pub id: UnitId,
    pub name: String,
    /// Whether anything of it is here.
    pub is_heard: bool,
    pub counts: Counts,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyFacts {
    pub duty: Duty,
    /// Its place among the sections.
    pub section: usize,
    /// Who leads and who supports, in the words of the document.
    pub leads: String,
    pub supports: String,
    /// The words of the document for the time.
    pub time: Option<String>,
}

/// A duty that comes due on a day, and those who owe it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coming {
    pub day: Day,
    pub task: TaskId,
    pub path: String,
    pub action: String,
    pub period: Option<Period>,
    pub units: Vec<String>,
}

/// Gathers the facts; `None` where the plan, or the unit or group, is not known.
///
/// A period of a recurring duty is told of if it began by the end of the span and its day is not before
/// the span; so each is due in one of the spans that follow each other. Duties that do not recur are
/// always told of, since offices count a plan from its beginning.
#[must_use]
pub fn facts(workspace: &Workspace, request: &Request) -> Option<Facts> {
    let plan = workspace.plans.get(&request.plan)?;
    let roster = workspace.rosters.get(&request.plan)?;
    let scope_name = scope_name(roster, &request.scope);
    if scope_name.is_none() && request.scope != Scope::All {
        return None;
    }
    let Request { span, as_of, .. } = *request;
    let overview = told_of(
        workspace,
        request,
        as_of,
        span.first(),
        as_of.min(span.last()),
    );
    let earlier = span.previous();
    let (sections, duties) = by_section(plan, &overview);
    let is_there = plan.not_before().is_none_or(|day| day <= earlier.last());
    let before = is_there.then(|| {
        let (first, last) = (earlier.first(), earlier.last());
        told_of(workspace, request, last, first, last).counts()
    });
    Some(Facts {
        span,
        as_of,
        scope: request.scope.clone(),
        scope_name,
        counts: overview.counts(),
        before,
        sections,
        units: overview.units.iter().map(|line| unit_facts(line)).collect(),
        duties,
        unassigned: unassigned(plan, roster, &request.scope),
        outcomes: outcomes(workspace, &overview, as_of),
        coming: coming(workspace, request),
        plan: Plan {
            blocks: Vec::new(),
            tasks: Vec::new(),
            retired: Vec::new(),
            ..plan.as_ref().clone()
        },
    })
}

/// Returns a name for the files of a report, without an ending: "bao-cao-96-kh-hu-2026-q3".
#[must_use]
pub fn report_file_name(workspace: &Workspace, report: &ReportId) -> Option<String> {
    let plan = workspace.plans.get(&report.plan)?.short_name();
    let roster = workspace.rosters.get(&report.plan)?;
    let scope = scope_name(roster, &report.scope).unwrap_or_default();
    Some(file_name(&format!(
        "bao-cao {plan} {} {scope}",
        report.span
    )))
}

/// Returns a name for the deadlines of a unit, without an ending: "lich-nhac-han-chi-bo-1".
#[must_use]
pub fn calendar_file_name(unit: &str) -> String {
    file_name(&format!("lich-nhac-han {unit}"))
}

fn file_name(words: &str) -> String {
    let words = slug(words);
    words.chars().filter(char::is_ascii).take(120).collect()
}

fn scope_name(roster: &Roster, scope: &Scope) -> Option<String> {
    let name = match scope {
        Scope::All => None,
        Scope::Group(id) => roster.group(id).map(|group| &group.name),
        Scope::Unit(id) => roster.unit(id).map(|unit| &unit.name),
    };
    name.cloned()
}

fn unassigned(plan: &Plan, roster: &Roster, scope: &Scope) -> Vec<String> {
    if *scope != Scope::All {
        return Vec::new();
    }
    let bearers: Vec<_> = roster.at_work().map(|it| roster.bearer(&it.id)).collect();
    let is_idle = |task: &&Task| bearers.iter().all(|it| it.part_in(task).is_none());
    let idle = plan.tasks.iter().filter(is_idle);
    idle.map(|task| task.path.clone()).collect()
}

/// Counts the duties of those who are asked about, on a day, in the periods that began by `until` and are
/// due on `from` or later. Duties that none of them has are left out.
fn told_of(workspace: &Workspace, request: &Request, day: Day, from: Day, until: Day) -> Overview {
    let periods = |plan: &Plan, task: &Task| -> Vec<Period> {
        let is_due = |period: &Period| {
            let last_day = task.last_day(Some(*period), plan.before_day);
            last_day.is_none_or(|last| last >= from)
        };
        let mut periods = plan.periods(task, until);
        periods.retain(is_due);
        periods.reverse();
        periods
    };
    let is_asked = |line: &UnitLine| match &request.scope {
        Scope::All => true,
        Scope::Group(group) => line.groups.contains(group),
        Scope::Unit(unit) => line.unit.id == *unit,
    };
    let overview = overview_in(workspace, &request.plan, day, periods);
    overview.with_lines(is_asked).without_idle_duties()
}

fn unit_facts(line: &UnitLine) -> UnitFacts {
    UnitFacts {
        id: line.unit.id.clone(),
        name: line.unit.name.clone(),
        is_heard: line.heard.is_some(),
        counts: line.counts,
    }
}

/// Sorts the duties under the sections in which they stand.
fn by_section(plan: &Plan, overview: &Overview) -> (Vec<SectionFacts>, Vec<DutyFacts>) {
    let mut sections: Vec<(Option<usize>, SectionFacts)> = Vec::new();
    let mut duties = Vec::new();
    for duty in &overview.duties {
        let Some(task) = plan.task(&duty.id.task) else {
            continue;
        };
        let heading = plan.sections().filter(|it| it.block <= task.block).last();
        let block = heading.map(|heading| heading.block);
        let known = sections.iter().position(|(known, _)| *known == block);
        let at = known.unwrap_or_else(|| {
            let section = SectionFacts {
                marker: heading.map_or("", |it| it.marker).to_owned(),
                title: heading.map_or("", |it| it.title).to_owned(),
                counts: Counts::default(),
            };
            sections.push((block, section));
            sections.len() - 1
        });
        sections[at].1.counts.join(duty.counts);
        duties.push(duty_facts(task, duty.clone(), at));
    }
    let sections = sections.into_iter().map(|(_, section)| section);
    (sections.collect(), duties)
}

fn duty_facts(task: &Task, duty: Duty, section: usize) -> DutyFacts {
    let words = |assignments: &[Assignment]| {
        let words: Vec<_> = assignments.iter().map(|it| it.words.as_str()).collect();
        capitalised(&words.join("; "))
    };
    DutyFacts {
        duty,
        section,
        leads: words(&task.lead),
        supports: words(&task.support),
        time: task.deadline.as_ref().map(|it| it.words.clone()),
    }
}

/// Gathers what comes due between the day of the report and the end of the span that follows.
fn coming(workspace: &Workspace, request: &Request) -> Vec<Coming> {
    let after = request.as_of.succ_opt().unwrap_or(Day::MAX);
    let until = request.span.next().last();
    let overview = told_of(workspace, request, request.as_of, after, until);
    let mut coming: Vec<Coming> = Vec::new();
    for (at, duty) in overview.duties.iter().enumerate() {
        let mut days: Vec<(Day, &str)> = Vec::new();
        for line in &overview.units {
            let cell = line.cells[at].as_ref().filter(|cell| cell.is_owed());
            let day = cell.and_then(|cell| cell.last_day);
            let day = day.filter(|day| after <= *day && *day <= until);
            days.extend(day.map(|day| (day, line.unit.name.as_str())));
        }
        // Where the day was put off for some, the duty comes twice.
        sort_by(&mut days, |a, b| a.0 < b.0);
        let same_day = days.chunk_by(|a, b| a.0 == b.0);
        coming.extend(same_day.map(|owing| Coming {
            day: owing[0].0,
            task: duty.id.task.clone(),
            path: duty.path.clone(),
            action: duty.action.clone(),
            period: duty.id.period,
            units: owing.iter().map(|(_, unit)| (*unit).to_owned()).collect(),
        }));
    }
    sort_by(&mut coming, |a, b| a.day < b.day);
    coming
}
