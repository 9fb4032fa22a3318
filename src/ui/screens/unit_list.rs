//! Units in a list: each with its progress on a plan, and the button to be it.

use crate::browser;
use crate::domain::{PlanId, Unit, UnitId};
use crate::ui::dom::{El, el, list, text};
use crate::ui::session::Session;
use crate::ui::state::Memo;
use crate::view::{self, Route, Screen};
use crate::words::{self, screens as say};
use crate::workspace::Action;

/// Lists units; a row is built anew when its unit is renamed.
pub(super) fn unit_list(units: Memo<Vec<Unit>>, row: impl Fn(Unit) -> El + Send + 'static) -> El {
    let key = |unit: &Unit| format!("{}/{}", unit.id, unit.name);
    let keys = move || units.with(|units| units.iter().map(key).collect());
    let item = move |wanted: String| {
        let unit =
            units.with_untracked(|units| units.iter().find(|unit| key(unit) == wanted).cloned());
        unit.map_or_else(|| el("li"), &row)
    };
    el("ul").class("units").with(list(keys, item))
}

/// A unit with its progress on a plan, and the button to be it.
pub(super) fn unit_row(session: Session, plan: &PlanId, unit: &Unit) -> El {
    let (on, of) = (plan.clone(), unit.id.clone());
    let tally = Memo::new(move || {
        session
            .workspace
            .with(|known| view::checklist(known, &on, &of, session.today.get()).tally())
    });
    let link = el("a")
        .class("grow")
        .attr("href", &Route::to(Screen::Unit(unit.id.clone())).address())
        .with(el("span").class("name").with(unit.name.as_str()))
        .with(el("span").class("facts").with(text(move || {
            words::percent_done(tally.get().done, tally.get().all())
        })));
    el("li")
        .class("unit")
        .with(link)
        .with(be(session, plan, unit))
}

fn be(session: Session, plan: &PlanId, unit: &Unit) -> El {
    let (plan, id) = (plan.clone(), unit.id.clone());
    let is_me = move || session.workspace.with(|known| known.is_me(&plan, &id));
    let id = unit.id.clone();
    el("button")
        .class("second")
        .attr("aria-label", &format!("{} – {}", say::I_AM_THIS, unit.name))
        .attr_live("aria-pressed", move || Some(is_me().to_string()))
        .with(say::I_AM)
        .on_click(move || choose(session, &id))
}

/// Chooses a unit and goes to its checklist.
fn choose(session: Session, unit: &UnitId) {
    let checklist = Route::to(Screen::Unit(unit.clone())).address();
    session.act_then(Action::ChooseMe(unit.clone()), move || {
        browser::go(&checklist);
    });
}
