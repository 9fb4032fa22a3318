//! Keys for those who work on a computer all day. None is a bare letter, so that typing, also by an input
//! method, is never taken for a command (WCAG 2.1.4); the one sign that is a command, outside of fields alone,
//! changes nothing.

use super::session::Session;
use crate::browser::{self, Stroke};
use crate::view::{Command, Held, Route, Screen, command};

/// The screens of the navigation, in its order.
fn screens(session: Session) -> [Screen; 5] {
    [
        Screen::Today,
        Screen::Plans,
        session.page.me().map_or(Screen::Units, Screen::Unit),
        Screen::Exchange,
        Screen::Settings,
    ]
}

/// What opens the duties of a list, and what ticks them: each leads to its like in the next row.
const ROWS: [&str; 2] = ["main .duty > .body", "main .duty > .tick"];
const SEARCH: &str = "main input[type=search], main .finder input";

pub(super) fn listen(session: Session) {
    browser::on_stroke(move |stroke| obey(session, stroke));
}

/// Says whether a key is one of the app's.
fn obey(session: Session, stroke: &Stroke) -> bool {
    let held = match (stroke.alt, stroke.ctrl) {
        (false, false) => Held::Nothing,
        (true, false) => Held::Alt,
        (false, true) => Held::Ctrl,
        (true, true) => return false,
    };
    // Over the list of keys nothing else is reached.
    if session.page.lists_keys.get_untracked() {
        return false;
    }
    match command(&stroke.code, &stroke.sign, held) {
        Some(Command::Turn(place)) => screens(session).get(place).cloned().is_some_and(go),
        Some(Command::Search) => browser::focus_first(SEARCH),
        Some(Command::Next) => turn(true),
        Some(Command::Previous) => turn(false),
        Some(Command::Keys) => {
            session.page.lists_keys.set(true);
            true
        }
        Some(Command::Help) => go(Screen::Help),
        // These the browser does by itself, where the focus is.
        Some(Command::Tick | Command::Close) | None => false,
    }
}

fn turn(forward: bool) -> bool {
    ROWS.iter().any(|row| browser::focus_beside(row, forward))
}

fn go(screen: Screen) -> bool {
    browser::go(&Route::to(screen).address());
    true
}
