//! Keys for those who work on a computer all day. None is a bare letter, so that typing, also by an input
//! method, is never taken for a command (WCAG 2.1.4).

use super::session::Session;
use crate::browser::{self, Stroke};
use crate::view::{Route, Screen};

/// The screens of the navigation, in its order.
fn screens(session: Session) -> [Screen; 5] {
    let me = session
        .workspace
        .with_untracked(|known| known.settings.me.clone());
    [
        Screen::Today,
        Screen::Plans,
        me.map_or(Screen::Units, Screen::Unit),
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
fn obey(session: Session, Stroke { code, alt, ctrl }: &Stroke) -> bool {
    match (code.as_str(), alt, ctrl) {
        ("F1", false, false) => go(Screen::Help),
        ("KeyK", false, true) => browser::focus_first(SEARCH),
        ("ArrowDown", false, false) => turn(true),
        ("ArrowUp", false, false) => turn(false),
        (code, true, false) => {
            let digit = code.strip_prefix("Digit").and_then(|it| it.parse().ok());
            let at = digit.and_then(|digit: usize| digit.checked_sub(1));
            let screens = screens(session);
            at.and_then(|at| screens.get(at)).cloned().is_some_and(go)
        }
        _ => false,
    }
}

fn turn(forward: bool) -> bool {
    ROWS.iter().any(|row| browser::focus_beside(row, forward))
}

fn go(screen: Screen) -> bool {
    browser::go(&Route::to(screen).address());
    true
}
