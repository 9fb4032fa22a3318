//! Every browser interface that the app touches, each in its own small file. Nothing here knows
//! the UI framework.

mod brought;
mod clipboard;
mod clock;
mod dialog;
mod files;
mod install;
mod keys;
mod lasting;
mod launch;
mod lifecycle;
mod location;
mod lock;
mod long_markup;
mod mail;
mod one_file;
mod page;
mod picture;
mod print;
mod random;
mod reading;
mod reading_worker;
mod rows;
mod share;
mod shared;
mod storage;
mod trial;
mod turns;
mod typed;
mod unfinished;
mod updates;

pub use brought::{Brought, on_brought};
pub use clipboard::{copy, pasted};
pub use clock::now;
pub use dialog::{
    Opener, close_dialog, is_enter, is_escape, is_wide, open_dialog, open_modal, opener,
};
use files::size;
pub use files::{
    FileQueue, Opened, chosen_file, chosen_files, download, download_bytes, download_file,
    download_page, dropped_file, make_room_for,
};
pub use install::{install, on_install_offer, set_badge};
pub use keys::{Stroke, focus_beside, focus_first, is_at, on_stroke};
pub use lasting::{ask_to_keep, is_file, is_kept, place};
pub use launch::on_launched;
pub use lifecycle::{
    after, after_paint, catch_up, is_in_front, on_front, on_gone, on_leaving, on_storage_changed,
    on_touched, once_painted, pause, when_idle,
};
pub use location::{address, go, go_back, on_address_changed, replace};
pub use lock::{Lock, NoLocks, Wanted, lock};
pub use long_markup::show_markup;
pub use mail::open_mail;
pub use one_file::{clear, enclosed_text, is_one_file, is_small, page_as_file};
pub use page::{element, focus, hand_on_typing, scroll_to, scroll_to_top, set_title, words_of};
pub use picture::draw;
pub use print::{on_print, print};
pub use random::{device_id, random_bytes};
pub use reading::{Event as ReadingEvent, Job, ask, read_file, read_text, write_report};
pub use reading_worker::serve_readings;
pub use rows::{
    add_before, add_last, hide, number_of_row, press, pressed, pressed_in_row, remove_of_block,
    remove_part, remove_row, renew_row, rows_in_sight, set_attribute, set_markup, set_part,
    set_text, set_ticked, unhide,
};
pub use share::{can_share, can_share_picture, share, share_file};
pub use shared::{Shared, forget_shared, is_anything_shared, shared, was_share_lost};
pub use storage::{LocalStore, store};
pub use trial::{TRIAL, is_trial, leave_trial, mark_trial, trial_store};
pub use turns::{Turns, bit_by_bit, hold};
pub use typed::typed;
pub use unfinished::{keep_unfinished, unfinished};
pub use updates::{on_new_version, take_new_version};
