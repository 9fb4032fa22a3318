//! Addresses within the app, kept in the part behind `#`: they need no server.

use super::DutyId;
use crate::domain::{PlanId, TaskId, UnitId};

/// Where the user is: a screen, and a duty that is open on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    pub screen: Screen,
    /// The duty that is open, and whose it is.
    pub duty: Option<(UnitId, DutyId)>,
}

/// The screens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    Today,
    /// A plan as a document; without a name, the first plan.
    Plan(Option<PlanId>),
    /// A plan as a document, at the place of a task.
    PlanAt(PlanId, TaskId),
    /// All units and groups.
    Units,
    /// A unit's checklist.
    Unit(UnitId),
    Exchange,
    Settings,
}

impl Route {
    #[must_use]
    pub fn to(screen: Screen) -> Self {
        Self { screen, duty: None }
    }

    /// Opens a unit's duty over the same screen.
    #[must_use]
    pub fn with_duty(&self, unit: &UnitId, duty: &DutyId) -> Self {
        Self {
            screen: self.screen.clone(),
            duty: Some((unit.clone(), duty.clone())),
        }
    }

    /// Reads an address; whatever is not understood leads to the first screen.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let address = hash.trim_start_matches('#');
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let screen = match parts.as_slice() {
            ["ke-hoach"] => Screen::Plan(None),
            ["ke-hoach", plan] => Screen::Plan(Some(PlanId::new(*plan))),
            ["ke-hoach", plan, task] => Screen::PlanAt(PlanId::new(*plan), TaskId::new(*task)),
            ["don-vi"] => Screen::Units,
            ["don-vi", unit] => Screen::Unit(UnitId::new(*unit)),
            ["gui-nhan"] => Screen::Exchange,
            ["cai-dat"] => Screen::Settings,
            _ => Screen::Today,
        };
        Self {
            screen,
            duty: query.strip_prefix("viec=").and_then(duty),
        }
    }

    /// Writes the address.
    #[must_use]
    pub fn address(&self) -> String {
        let mut address = match &self.screen {
            Screen::Today => "#/hom-nay".to_owned(),
            Screen::Plan(None) => "#/ke-hoach".to_owned(),
            Screen::Plan(Some(plan)) => format!("#/ke-hoach/{plan}"),
            Screen::PlanAt(plan, task) => format!("#/ke-hoach/{plan}/{task}"),
            Screen::Units => "#/don-vi".to_owned(),
            Screen::Unit(unit) => format!("#/don-vi/{unit}"),
            Screen::Exchange => "#/gui-nhan".to_owned(),
            Screen::Settings => "#/cai-dat".to_owned(),
        };
        if let Some((unit, duty)) = &self.duty {
            address.push_str(&format!("?viec={unit}/{}/{}", duty.plan, duty.task));
            if let Some(period) = duty.period {
                address.push_str(&format!("/{period}"));
            }
        }
        address
    }
}

fn duty(query: &str) -> Option<(UnitId, DutyId)> {
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
            Screen::Plan(None),
            Screen::Plan(Some(PlanId::new("96"))),
            Screen::PlanAt(PlanId::new("96"), TaskId::new("ii-2.p2")),
            Screen::Units,
            Screen::Unit(UnitId::new("ban")),
            Screen::Exchange,
            Screen::Settings,
        ] {
            let route = Route::to(screen);
            assert_eq!(Route::parse(&route.address()), route);
            let open = route.with_duty(&UnitId::new("ban"), &duty);
            assert_eq!(Route::parse(&open.address()), open);
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
