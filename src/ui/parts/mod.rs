//! Parts that every screen uses. They know labels, rows and callbacks.

mod banners;
mod bar;
mod duty_row;
mod field;
mod hand_over;
mod header;
mod icon;
mod keeping;
mod leaf;
mod progress;
mod sheet;
mod sign;
mod toast;

pub(super) use banners::{banners, save_all_to_file};
pub(super) use bar::{bar, patterns};
pub(super) use duty_row::{Owner, duty_list};
pub(super) use field::{area_field, choice, date_field, form_field, text_field};
pub(super) use hand_over::{Letter, Sayings, copy, ways};
pub(super) use header::header;
pub(super) use icon::{Icon, icon};
pub(super) use keeping::backup_due;
pub(super) use leaf::leaf;
pub(super) use progress::progress;
pub(super) use sheet::sheet;
pub(super) use sign::{sign, tone};
pub(super) use toast::toast;
