//! `read`: a plan → JSON for other programs.

use super::{Problem, input};
use crate::domain::{Assignment, BeforeDay, Day, Plan, Recurrence, Signature, Task};
use crate::reader::{self, Notice, Reading};
use serde::Serialize;
use std::path::Path;

pub(super) fn read(path: &Path) -> Result<String, Problem> {
    let text = input::document(path)?;
    let Reading {
        plan,
        roster: _,
        notices,
    } = reader::read(&text);
    let json = serde_json::to_string_pretty(&form(&plan, &notices))
        .map_err(|error| input::about(path, error))?;
    Ok(format!("{json}\n"))
}

/// A plan as it is printed.
#[derive(Serialize)]
struct PlanForm<'a> {
    number: Option<&'a str>,
    kind: Option<&'a str>,
    title: &'a str,
    issuer: Option<&'a str>,
    issued: Option<Day>,
    sections: Vec<SectionForm<'a>>,
    tasks: Vec<TaskForm<'a>>,
    recipients: &'a [String],
    signer: Option<SignerForm<'a>>,
    notices: &'a [Notice],
}

#[derive(Serialize)]
struct SectionForm<'a> {
    marker: &'a str,
    title: &'a str,
}

#[derive(Serialize)]
struct TaskForm<'a> {
    id: &'a str,
    path: &'a str,
    text: &'a str,
    lead: Vec<&'a str>,
    support: Vec<&'a str>,
    deadline: Option<DeadlineForm<'a>>,
    recurrence: Option<Recurrence>,
}

#[derive(Serialize)]
struct DeadlineForm<'a> {
    raw: &'a str,
    rule: &'static str,
    last_day: Option<Day>,
}

#[derive(Serialize)]
struct SignerForm<'a> {
    name: &'a str,
    post: Option<&'a str>,
    authority: Option<&'a str>,
}

fn form<'a>(plan: &'a Plan, notices: &'a [Notice]) -> PlanForm<'a> {
    PlanForm {
        number: plan.number.as_deref(),
        kind: plan.kind.as_deref(),
        title: &plan.title,
        issuer: plan.issuer.as_deref(),
        issued: plan.issued,
        sections: plan
            .sections()
            .map(|section| SectionForm {
                marker: section.marker,
                title: section.title,
            })
            .collect(),
        tasks: plan
            .tasks
            .iter()
            .map(|task| task_form(task, plan.before_day))
            .collect(),
        recipients: &plan.recipients,
        signer: plan.signature.as_ref().map(signer_form),
        notices,
    }
}

fn task_form(task: &Task, before: BeforeDay) -> TaskForm<'_> {
    TaskForm {
        id: task.id.as_str(),
        path: &task.path,
        text: &task.text,
        lead: words(&task.lead),
        support: words(&task.support),
        deadline: task.deadline.as_ref().map(|deadline| DeadlineForm {
            raw: &deadline.words,
            rule: deadline.rule.name(),
            last_day: deadline.last_day(before),
        }),
        recurrence: task.recurrence,
    }
}

fn words(assignments: &[Assignment]) -> Vec<&str> {
    assignments
        .iter()
        .map(|assignment| assignment.words.as_str())
        .collect()
}

fn signer_form(
    Signature {
        authority,
        post,
        name,
    }: &Signature,
) -> SignerForm<'_> {
    SignerForm {
        name,
        post: post.as_deref(),
        authority: authority.as_deref(),
    }
}
