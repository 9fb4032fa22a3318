//! Addresses within the app, kept in the part behind `#`: they need no server.

use super::DutyId;
use crate::domain::{PlanId, TaskId, UnitId};

/// Where the user is: a screen, and what is open on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    pub screen: Screen,
    pub open: Option<Open>,
}

/// What lies open over a screen, in a sheet or a pane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Open {
    /// A duty, and whose it is.
    Duty(UnitId, DutyId),
    /// A duty of the draft.
    Draft(TaskId),
}

/// The screens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    Today,
    /// All plans.
    Plans,
    /// A plan as a document.
    Plan(PlanId),
    /// A plan as a document, at the place of a task.
    PlanAt(PlanId, TaskId),
    /// Taking in a further plan.
    Add,
    /// The draft: what was read, to be confirmed.
    Draft,
    /// All units and groups.
    Units,
    /// A unit's checklist.
    Unit(UnitId),
    /// Handing a plan to its units.
    Assign(PlanId),
    /// Units × duties of a plan.
    Overview(PlanId),
    /// Reports on a plan; without one, on the first that is at work.
    Report(Option<PlanId>),
    Exchange,
    Settings,
    Help,
}

impl Route {
    #[must_use]
    pub fn to(screen: Screen) -> Self {
        Self { screen, open: None }
    }

    /// Opens a unit's duty over the same screen.
    #[must_use]
    pub fn with_duty(&self, unit: &UnitId, duty: &DutyId) -> Self {
        Self {
            screen: self.screen.clone(),
            open: Some(Open::Duty(unit.clone(), duty.clone())),
        }
    }

    /// Opens a duty of the draft.
    #[must_use]
    pub fn to_draft(task: &TaskId) -> Self {
        Self {
            screen: Screen::Draft,
            open: Some(Open::Draft(task.clone())),
        }
    }

    /// Reads an address; whatever is not understood leads to the first screen.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let address = hash.trim_start_matches('#');
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let screen = match parts.as_slice() {
            ["ke-hoach"] => Screen::Plans,
            ["ke-hoach", plan] => Screen::Plan(PlanId::new(*plan)),
            ["ke-hoach", plan, task] => Screen::PlanAt(PlanId::new(*plan), TaskId::new(*task)),
            ["them-ke-hoach"] => Screen::Add,
            ["ban-nhap"] => Screen::Draft,
            ["don-vi"] => Screen::Units,
            ["don-vi", unit] => Screen::Unit(UnitId::new(*unit)),
            ["giao-viec", plan] => Screen::Assign(PlanId::new(*plan)),
            ["tong-hop", plan] => Screen::Overview(PlanId::new(*plan)),
            ["bao-cao"] => Screen::Report(None),
            ["bao-cao", plan] => Screen::Report(Some(PlanId::new(*plan))),
            ["gui-nhan"] => Screen::Exchange,
            ["cai-dat"] => Screen::Settings,
            ["tro-giup"] => Screen::Help,
            _ => Screen::Today,
        };
        Self {
            screen,
            open: open(query),
        }
    }

    /// Writes the address.
    #[must_use]
    pub fn address(&self) -> String {
        let mut address = match &self.screen {
            Screen::Today => "#/hom-nay".to_owned(),
            Screen::Plans => "#/ke-hoach".to_owned(),
            Screen::Plan(plan) => format!("#/ke-hoach/{plan}"),
            Screen::PlanAt(plan, task) => format!("#/ke-hoach/{plan}/{task}"),
            Screen::Add => "#/them-ke-hoach".to_owned(),
            Screen::Draft => "#/ban-nhap".to_owned(),
            Screen::Units => "#/don-vi".to_owned(),
            Screen::Unit(unit) => format!("#/don-vi/{unit}"),
            Screen::Assign(plan) => format!("#/giao-viec/{plan}"),
            Screen::Overview(plan) => format!("#/tong-hop/{plan}"),
            Screen::Report(None) => "#/bao-cao".to_owned(),
            Screen::Report(Some(plan)) => format!("#/bao-cao/{plan}"),
            Screen::Exchange => "#/gui-nhan".to_owned(),
            Screen::Settings => "#/cai-dat".to_owned(),
            Screen::Help => "#/tro-giup".to_owned(),
        };
        match &self.open {
            Some(Open::Duty(unit, duty)) => {
                address.push_str(&format!("?viec={unit}/{}/{}", duty.plan, duty.task));
                if let Some(period) = duty.period {
                    address.push_str(&format!("/{period}"));
                }
            }
            Some(Open::Draft(task)) => address.push_str(&format!("?nhiem-vu={task}")),
            None => {}
        }
        address
    }
}

fn open(query: &str) -> Option<Open> {
    match query.split_once('=')? {
        ("viec", duty) => read_duty(duty).map(|(unit, duty)| Open::Duty(unit, duty)),
        ("nhiem-vu", task) => Some(Open::Draft(TaskId::new(task))),
        _ => None,
    }
}

fn read_duty(query: &str) -> Option<(UnitId, DutyId)> {
    let mut parts = query.split('/');
    let unit = UnitId::new(parts.next()?);
    let (plan, task) = (PlanId::new(parts.next()?), TaskId::new(parts.next()?));
    let period = parts.next().map(str::parse).transpose().ok()?;
    Some((unit, DutyId { plan, task, period }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_leads_back_to_its_screen() {
        let duty = DutyId {
            plan: PlanId::new("96"),
            task: TaskId::new("ii-2.p2"),
            period: "2026".parse().ok(),
        };
        for screen in [
            Screen::Today,
            Screen::Plans,
            Screen::Plan(PlanId::new("96")),
            Screen::Add,
            Screen::Draft,
            Screen::PlanAt(PlanId::new("96"), TaskId::new("ii-2.p2")),
            Screen::Units,
            Screen::Unit(UnitId::new("ban")),
            Screen::Assign(PlanId::new("96")),
            Screen::Overview(PlanId::new("96")),
            Screen::Report(None),
            Screen::Report(Some(PlanId::new("96"))),
            Screen::Exchange,
            Screen::Settings,
            Screen::Help,
        ] {
            let route = Route::to(screen);
            assert_eq!(Route::parse(&route.address()), route);
            let open = route.with_duty(&UnitId::new("ban"), &duty);
            assert_eq!(Route::parse(&open.address()), open);
            let draft = Route::to_draft(&TaskId::new("ii-2.-1"));
            assert_eq!(Route::parse(&draft.address()), draft);
        }
    }

    #[test]
    fn strange_addresses_lead_to_the_first_screen() {
        for address in [
            "",
            "#",
            "#/",
            "#/nowhere",
            "#/hom-nay?viec=",
            "#/hom-nay?viec=a/b",
            "#/hom-nay?viec=a/b/c/not-a-period",
        ] {
            assert_eq!(Route::parse(address), Route::to(Screen::Today), "{address}");
        }
    }
}
