//! Units in a list: each with its progress on a plan, and the button to be it.

use crate::browser;
use crate::domain::UnitId;
use crate::ui::dom::{El, el, text};
use crate::ui::parts::{Line, form_field, long_list};
use crate::ui::session::Session;
use crate::ui::state::{Memo, RwSignal};
use crate::view::{Markup, Route, Screen, UnitRow};
use crate::words::{self, screens as say};
use crate::workspace::Action;
use std::any::Any;
use std::sync::Arc;

/// What a button does that chooses a unit.
const BE: &str = "be";

/// Lists units, so many of them at once.
pub(super) fn unit_list(session: Session, units: Memo<Vec<Arc<UnitRow>>>, at_once: usize) -> El {
    let pressed = move |what: &str, _: &str, row: &UnitRow| {
        choose_if(what, session, row);
    };
    long_list(("units", "unit"), at_once, units, drawn, pressed)
}

/// The field by which units are looked for that do not all stand in a list, and what was found.
pub(super) fn find_units(
    label: &str,
    typed: RwSignal<String>,
    told: impl Fn() -> String + Send + Sync + 'static,
) -> Vec<El> {
    let told = el("p")
        .class("hint")
        .attr("role", "status")
        .with(text(told));
    let field = form_field(label, el("input").attr("type", "search"), typed);
    vec![field, told]
}

/// A unit with its progress on a plan, and the button to be it.
pub(super) fn drawn(row: &UnitRow) -> Markup {
    let mut html = Markup::default();
    let address = Route::to(Screen::Unit(row.unit.id.clone())).address();
    html.open("a", &[("class", "grow"), ("href", &address)]);
    html.element("span", &[("class", "name")], &row.unit.name);
    let tally = row.tally();
    let facts = words::percent_done(tally.done, tally.all());
    html.element("span", &[("class", "facts")], &facts);
    html.close("a");
    let label = format!("{} – {}", say::I_AM_THIS, row.unit.name);
    let attributes = [
        ("class", "second"),
        ("aria-label", &*label),
        ("aria-pressed", if row.is_me { "true" } else { "false" }),
        ("data-do", BE),
    ];
    html.element("button", &attributes, say::I_AM);
    html
}

impl Line for UnitRow {
    fn key(&self) -> &str {
        self.unit.id.as_str()
    }

    fn is_same(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

/// Chooses a unit where that is what was pressed.
pub(super) fn choose_if(what: &str, session: Session, row: &UnitRow) {
    if what == BE {
        choose(session, &row.unit.id);
    }
}

/// Chooses a unit and goes to its checklist.
fn choose(session: Session, unit: &UnitId) {
    let checklist = Route::to(Screen::Unit(unit.clone())).address();
    session.act_then(Action::ChooseMe(unit.clone()), move || {
        browser::go(&checklist);
    });
}
