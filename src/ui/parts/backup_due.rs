//! The reminder to back up.

use crate::browser;
use crate::domain::Day;
use crate::front::SinceBackup;
use crate::ui::page::Page;
use crate::ui::rest::{self, Errand};
use crate::view::{self, Markup, Route, Screen};
use crate::words::backup as say;

/// What its button does.
const LATER: &str = "put-off-backup";

/// Adds a reminder of the backup, until it is made or put off.
pub(in crate::ui) fn add_backup_due(markup: &mut Markup, since: &SinceBackup, today: Day) {
    if browser::is_trial() || !view::is_backup_due(since, today, browser::is_file()) {
        return;
    }
    markup.open("section", &[("class", "banner gold"), ("role", "status")]);
    markup.element("p", &[], &say::due(since.at, since.changes));
    let settings = Route::to(Screen::Settings).address();
    let attributes = [("class", "second"), ("href", settings.as_str())];
    markup.element("a", &attributes, say::TO_BACKUP);
    markup.element(
        "button",
        &[("class", "plain"), ("data-do", LATER)],
        say::LATER,
    );
    markup.close("section");
}

/// Puts the reminder off, if that is what was pressed.
pub(in crate::ui) fn put_off_backup(page: Page, pressed: &str) {
    if pressed == LATER {
        rest::run(page, Errand::PutOffBackup);
    }
}
