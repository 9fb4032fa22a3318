//! What screens show, computed from the workspace and the day alone, so that it is tested without
//! a browser.

mod backup;
mod beginning;
mod blocks;
mod brief;
mod cell;
mod charts;
mod checklist;
mod choice;
mod counts;
mod digest;
pub mod draft;
mod due;
mod duty;
mod kept;
mod keys;
mod markup;
mod order;
mod outline;
mod overview;
mod pen;
mod picture;
mod plans;
mod poster;
mod receipts;
mod reminder;
mod round;
mod route;
mod search;
mod secrecy;
mod sheet;
mod spans;
mod today;

pub use backup::{
    Place, Risk, is_backup_due, is_room_short, risk, room_left, room_share, unsaved_changes,
};
pub use beginning::{Beginning, beginning};
pub use blocks::blocks;
pub use brief::{Brief, brief};
pub use cell::{Cell, Judged};
pub use charts::Block;
pub use checklist::{Checklist, KeptChecklist, Tally, checklist, plans_of, tally};
pub use choice::{Choice, Show};
pub use counts::{Counts, Reviews, thousandths};
pub use digest::{Digest, Shares};
pub use due::Due;
pub use duty::{DutyId, Row, row, row_without_unit};
pub use keys::{Command, Held, SHORTCUTS, Shortcut, command};
pub use markup::Markup;
pub use order::{Order, SortBy, Sortable, sort};
pub use outline::{Passage, Share, passages};
pub use overview::{Duty, Overview, UnitLine, overview, overview_back, overview_in, steps_back};
pub use picture::{Bar, Font, Mark, Picture, Tile, Told, Tone, picture};
pub use plans::{Card, cards};
pub use poster::{Line, Poster, poster};
pub use receipts::{Acknowledged, acknowledged};
pub use reminder::{Owed, Reminder};
pub use round::{Answer, Reports};
pub use route::{Open, Route, Screen};
pub use search::{Hit, search};
pub use secrecy::{Secrecy, secrecy};
pub use sheet::KeptOverview;
pub use spans::{due_span, recent_spans, told_day};
pub use today::{Horizon, KeptToday, Today, today};
