//! Every browser interface that the app touches, each in its own small file. Nothing here knows
//! the UI framework.

mod clock;
mod dialog;
mod files;
mod lifecycle;
mod location;
mod page;
mod random;
mod reading;
mod reading_worker;
mod share;
mod storage;
mod updates;

pub use clock::now;
pub use dialog::{is_escape, open_dialog};
pub use files::{chosen_file, chosen_files, download, dropped_file};
pub use lifecycle::{after, on_front, on_leaving, on_storage_changed};
pub use location::{address, go, go_back, on_address_changed, replace};
pub use page::{focus, hand_on_typing, scroll_to, scroll_to_top, set_title, show_last_words};
pub use random::device_id;
pub use reading::{Event as ReadingEvent, Job, read_file, read_text};
pub use reading_worker::serve_readings;
pub use share::{can_share, share};
pub use storage::LocalStore;
pub use updates::{on_new_version, take_new_version};
