//! How safe what is kept here is: when to back up, how much room is left, where it may be lost.

use crate::domain::{Day, Moment, day_in_vietnam};
use crate::front::SinceBackup;
use crate::store::{ROOM, SHORT};

/// When a backup is due: after more than so many days if anything was written since, or after so many writes.
struct Patience {
    days: i64,
    writes: u64,
    /// For so many days a reminder is put off.
    put_off: i64,
}

const USUAL: Patience = Patience {
    days: 14,
    writes: 50,
    put_off: 3,
};

/// Where the page is a file, what is kept goes with the place of that file.
const OF_FILES: Patience = Patience {
    days: 2,
    writes: 10,
    put_off: 1,
};

/// Why a browser may forget what it keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Risk {
    /// The page is a file.
    File,
    /// The page is shown within another app, such as Zalo.
    InApp,
    /// Safari on a phone, where the page is not on the home screen.
    SafariTab,
}

/// Where the page is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub user_agent: String,
    /// Whether its address is that of a file.
    pub is_file: bool,
    /// Whether it was opened as an app of its own.
    pub is_installed: bool,
    pub has_touch: bool,
}

/// Says whether it is time to remind of a backup; where the page is a file, it is sooner.
#[must_use]
pub fn is_backup_due(since: &SinceBackup, today: Day, is_file: bool) -> bool {
    let patience = if is_file { OF_FILES } else { USUAL };
    let days_since = |at: Moment| (today - day_in_vietnam(at)).num_days();
    let is_put_off = since.put_off.map(days_since);
    if is_put_off.is_some_and(|days| (0..patience.put_off).contains(&days)) {
        return false;
    }
    let from = since.at.or(since.first_write);
    since.changes >= patience.writes
        || (since.changes > 0 && from.is_some_and(|at| days_since(at) > patience.days))
}

/// Returns how much of the room so many characters take, in percent.
#[must_use]
pub fn room_share(characters: usize) -> usize {
    characters.saturating_mul(100).div_ceil(ROOM)
}

/// Returns how many characters there is room for yet.
#[must_use]
pub fn room_left(characters: usize) -> usize {
    ROOM.saturating_sub(characters)
}

/// Says whether little room is left.
#[must_use]
pub fn is_room_short(percent: usize) -> bool {
    percent >= SHORT
}

/// Says why what is kept at a place may be lost; `None` where nothing speaks for it.
#[must_use]
pub fn risk(place: &Place) -> Option<Risk> {
    let has = |word: &&str| place.user_agent.contains(*word);
    let in_apps = [
        "Zalo",
        "FBAN",
        "FBAV",
        "FB_IAB",
        "Instagram",
        "BytedanceWebview",
        "musical_ly",
        "; wv)",
    ];
    // An iPad says that it is a Mac; no Mac can be touched.
    let is_apple_phone = ["iPhone", "iPad", "iPod"].iter().any(has)
        || (has(&"Macintosh") && has(&"Safari/") && place.has_touch);
    if place.is_file {
        Some(Risk::File)
    } else if in_apps.iter().any(has) {
        Some(Risk::InApp)
    } else if is_apple_phone && !place.is_installed {
        Some(Risk::SafariTab)
    } else {
        None
    }
}
