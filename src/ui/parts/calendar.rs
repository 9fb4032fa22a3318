//! Deadlines for the calendar of a phone or a computer.

use super::icon::{Icon, icon};
use super::writing::Writing;
use crate::browser;
use crate::domain::UnitId;
use crate::report::{Order, Wanted, calendar_file_name};
use crate::ui::dom::{El, el};
use crate::ui::session::Session;
use crate::ui::state::StoredValue;
use crate::words::{exchange, reporting as say};
use crate::workspace::Scope;

/// Shows the button that fetches the deadlines of a unit, on all its plans; `writing` says how far it is.
pub(in crate::ui) fn calendar(session: Session, unit: &UnitId, writing: Writing) -> El {
    let unit = StoredValue::new(unit.clone());
    let fetch = move || {
        let unit = unit.get_value();
        let (known, name) = session.workspace.with_untracked(|known| {
            let name = known.unit_name(&unit).unwrap_or_default();
            (known.backup(), name.to_owned())
        });
        let file = calendar_file_name(&name);
        let from = session.today.get_untracked();
        let order = Order {
            known,
            wanted: Wanted::Deadlines(name, Scope::Unit(unit), from),
            now: browser::now(),
        };
        writing.begin(say::CALENDAR, order, move |bytes| {
            save_calendar(session, &file, &bytes);
        });
    };
    el("button")
        .class("second")
        .with(icon(Icon::Today))
        .with(say::FETCH_CALENDAR)
        .on_click(fetch)
}

/// Saves a calendar under a name, and says what to do with it.
pub(in crate::ui) fn save_calendar(session: Session, name: &str, bytes: &[u8]) {
    let saved = browser::download_bytes(&[name, ".ics"].concat(), bytes, "text/calendar");
    session.say(match saved {
        Ok(()) => say::CALENDAR_SAVED,
        Err(_) => exchange::SHARE_FAILED,
    });
}
