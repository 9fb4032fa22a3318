//! The keyboard of a phone takes half the screen: the field that is typed in stays above it.

use super::tour::{Faults, on_every_screen};
use crate::harness::{Browser, Page, Result};

/// What a keyboard leaves of a common phone.
#[tokio::test]
async fn every_field_stays_in_view_above_the_keyboard() -> Result {
    on_every_screen(Browser::sized(390, 420), fields).await
}

async fn fields(page: &Page) -> Faults {
    page.js(include_str!("above_keyboard.js")).await
}
