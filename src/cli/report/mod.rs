//! `report`: a plan file and progress files → the official report, written into a folder.

mod order;

pub(super) use order::{Misuse, Order};

use super::{Problem, input, merge};
use crate::domain::{Day, DeviceId, Moment, PlanId, Roster, same_name};
use crate::file::{Kind, Parcel, PlanFile, open_with_cover};
use crate::guard::prove;
use crate::report::{self, Facts, Frame, Request};
use crate::workspace::{Action, Delivery, Form, Import, Scope, Workspace};
use order::Whose;
use std::fs;
use std::path::Path;

/// Writes the report that is ordered, and returns the paths of its files, a line each.
pub(super) fn report(order: &Order) -> Result<String, Problem> {
    let (workspace, plan, now) = workspace(order)?;
    let request = request(order, &workspace, plan)?;
    let facts = report::facts(&workspace, &request).ok_or("the plan has no list of units")?;
    let deadlines = report::deadlines(
        &workspace,
        Some(&request.plan),
        &request.scope,
        request.as_of,
    );
    let name = facts.plan.short_name();
    let calendar = report::calendar(name, &deadlines, now);
    let mut files = files(&facts, order.form)?;
    files.push(("ics", calendar.into_bytes()));
    let name = report::report_file_name(&workspace, &request.report());
    write(&order.folder, &name.unwrap_or_default(), files)
}

/// The formats of a report, each with the ending of its name. Of tables, CSV holds the first.
fn files(facts: &Facts, form: Form) -> Result<Vec<(&'static str, Vec<u8>)>, Problem> {
    let document = report::compose(facts, &Frame::blank(form));
    let workbook = report::workbook(facts);
    let table = workbook.sheets.first().map(report::csv);
    let excel = report::xlsx(&workbook).map_err(|error| error.to_string())?;
    Ok(vec![
        ("txt", report::text(&document).into_bytes()),
        ("docx", report::docx(&document)),
        ("xlsx", excel),
        ("csv", table.unwrap_or_default().into_bytes()),
    ])
}

/// Puts the plan and what was reported on it together, as an app does that opens the files.
/// Tells when the latest of the files was written, too.
fn workspace(order: &Order) -> Result<(Workspace, PlanId, Moment), Problem> {
    let (PlanFile { plan, roster }, written_at) = plan_file(&order.plan)?;
    let id = plan.id.clone();
    let (mut parcels, latest) = merge::gathered(&order.progress)?;
    parcels.retain(|parcel| parcel.plan == id);
    if parcels.is_empty() && !order.progress.is_empty() {
        return Err(format!("nothing was reported on {}", plan.short_name()));
    }
    let mut workspace = Workspace::empty(DeviceId::new("report"));
    workspace.add_plan(plan, roster);
    let delivery = |parcel: Parcel| Delivery {
        parcel,
        written_at: latest,
        from: None,
    };
    let import = Import {
        deliveries: parcels.into_iter().map(delivery).collect(),
        ..Import::default()
    };
    // The day on which a file arrives is not in the report, so no clock is needed.
    let taken = workspace.apply(Action::Import(import), latest);
    taken.map_err(|_| "the progress files cannot be taken in".to_owned())?;
    Ok((workspace, id, latest.max(written_at)))
}

fn plan_file(path: &Path) -> Result<(PlanFile, Moment), Problem> {
    let text = input::text(path)?;
    let opened = prove(&text).and_then(|_| open_with_cover(Kind::PlanFile, &text));
    let opened = opened.map(|(cover, file)| (file, cover.written_at));
    opened.map_err(|error| input::about(path, error))
}

fn request(order: &Order, workspace: &Workspace, plan: PlanId) -> Result<Request, Problem> {
    let roster = workspace.rosters.get(&plan).ok_or("a plan without units")?;
    Ok(Request {
        scope: scope(&order.whose, roster)?,
        plan,
        span: order.span,
        as_of: as_of(order)?,
    })
}

/// Unless told otherwise a report tells how things stood at the end of its span.
fn as_of(order: &Order) -> Result<Day, Problem> {
    let day = order.as_of.unwrap_or(order.span.last());
    if day < order.span.first() {
        Err(format!("on {day} the period {} has not begun", order.span))
    } else {
        Ok(day)
    }
}

fn scope(whose: &Whose, roster: &Roster) -> Result<Scope, Problem> {
    let found = match whose {
        Whose::All => Some(Scope::All),
        Whose::Unit(name) => {
            let unit = roster.at_work().find(|unit| same_name(&unit.name, name));
            unit.map(|unit| Scope::Unit(unit.id.clone()))
        }
        Whose::Group(name) => {
            let mut groups = roster.groups.iter();
            let group = groups.find(|group| same_name(&group.name, name));
            group.map(|group| Scope::Group(group.id.clone()))
        }
    };
    found.ok_or_else(|| format!("the plan has no such {whose}"))
}

fn write(
    folder: &Path,
    name: &str,
    files: Vec<(&'static str, Vec<u8>)>,
) -> Result<String, Problem> {
    fs::create_dir_all(folder).map_err(|error| input::about(folder, error))?;
    let mut written = String::new();
    for (ending, bytes) in files {
        let path = folder.join(format!("{name}.{ending}"));
        fs::write(&path, bytes).map_err(|error| input::about(&path, error))?;
        written.push_str(&format!("{}\n", path.display()));
    }
    Ok(written)
}
