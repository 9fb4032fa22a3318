//! Parts that every screen uses. They know labels, rows and callbacks.

mod ask;
mod backup_file;
mod banners;
mod bar;
mod duty_row;
mod field;
mod hand_over;
mod header;
mod icon;
mod keeping;
mod leaf;
mod lock;
mod progress;
mod sheet;
mod sign;
mod toast;

pub(super) use ask::{Question, ask_first};
pub(super) use backup_file::backup_letter;
pub(super) use banners::banners;
pub(super) use bar::{bar, patterns};
pub(super) use duty_row::{Owner, duty_list};
pub(super) use field::{area_field, choice, date_field, form_field, text_field};
pub(super) use hand_over::{JSON, Letter, Sayings, copy, ways};
pub(super) use header::header;
pub(super) use icon::{Icon, icon};
pub(super) use keeping::backup_due;
pub(super) use leaf::leaf;
pub(super) use progress::progress;
pub(super) use sheet::sheet;
pub(super) use sign::{sign, tone};
pub(super) use toast::toast;
