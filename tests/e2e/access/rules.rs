//! The rules of axe-core on every screen and state, by day, at night, and on both kinds of screen.

use super::tour::{Faults, on_every_screen};
use crate::harness::{Browser, Page, Result};

#[tokio::test]
async fn no_screen_or_state_breaks_a_rule_on_a_phone_at_night() -> Result {
    on_every_screen(Browser::phone().dark(), accessible).await
}

#[tokio::test]
async fn no_screen_or_state_breaks_a_rule_on_an_office_computer_by_day() -> Result {
    on_every_screen(Browser::desktop(), accessible).await
}

async fn accessible(page: &Page) -> Faults {
    let outcome = page.accessible().await;
    Ok(outcome
        .err()
        .map(|fault| format!("{fault:?}"))
        .into_iter()
        .collect())
}
