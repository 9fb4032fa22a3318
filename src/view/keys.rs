//! The keys of the app: one table, by which they are obeyed and listed.

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Goes to the screen at this place of the navigation.
    Turn(usize),
    Search,
    Next,
    Previous,
    /// Ticks what has the focus; browsers do it by themselves.
    Tick,
    /// Closes what lies open.
    Close,
    /// Lists the keys.
    Keys,
    Help,
}

/// What is held with a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    Nothing,
    Alt,
    /// Ctrl, or the command key of a Mac.
    Ctrl,
}

/// A key, and what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// By its place on the keyboard, such as `KeyK`, or by the sign that it writes, which is no letter.
    pub key: &'static str,
    pub held: Held,
    pub command: Command,
}

pub const SHORTCUTS: [Shortcut; 12] = [
    shortcut("Digit1", Held::Alt, Command::Turn(0)),
    shortcut("Digit2", Held::Alt, Command::Turn(1)),
    shortcut("Digit3", Held::Alt, Command::Turn(2)),
    shortcut("Digit4", Held::Alt, Command::Turn(3)),
    shortcut("Digit5", Held::Alt, Command::Turn(4)),
    shortcut("KeyK", Held::Ctrl, Command::Search),
    shortcut("ArrowDown", Held::Nothing, Command::Next),
    shortcut("ArrowUp", Held::Nothing, Command::Previous),
    shortcut("Space", Held::Nothing, Command::Tick),
    shortcut("Escape", Held::Nothing, Command::Close),
    shortcut("?", Held::Nothing, Command::Keys),
    shortcut("F1", Held::Nothing, Command::Help),
];

const fn shortcut(key: &'static str, held: Held, command: Command) -> Shortcut {
    Shortcut { key, held, command }
}

/// Returns what a key does, by its place or by its sign.
#[must_use]
pub fn command(place: &str, sign: &str, held: Held) -> Option<Command> {
    let is_it = |it: &&Shortcut| it.held == held && (it.key == place || it.key == sign);
    SHORTCUTS.iter().find(is_it).map(|it| it.command)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::help::{does, key_name};
    use std::collections::BTreeSet;

    #[test]
    fn every_key_does_what_its_line_says_and_no_two_are_called_alike() {
        let mut told = BTreeSet::new();
        for it in SHORTCUTS {
            assert_eq!(command(it.key, "", it.held), Some(it.command));
            assert!(told.insert(key_name(&it)), "{it:?}");
            assert!(!does(it.command).is_empty());
        }
    }

    #[test]
    fn no_letter_and_no_digit_is_a_command_by_itself() {
        for place in ["KeyK", "Digit1", "KeyA"] {
            assert_eq!(command(place, "k", Held::Nothing), None);
        }
        assert_eq!(command("Slash", "?", Held::Nothing), Some(Command::Keys));
    }
}
