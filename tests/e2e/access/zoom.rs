//! Magnified pages and large letters: nothing is cut off, nothing scrolls sideways, and bars do not take the room.

use serde_json::json;

use super::tour::{Faults, on_every_screen};
use crate::harness::{Browser, Page, Result, Server};
use crate::steps::{turn_to, visit_as_unit};

/// A window of 1280 × 1024 that is magnified so many times.
fn magnified(times: u32) -> Browser {
    Browser::sized(1280 / times, 1024 / times).magnified(times)
}

#[tokio::test]
async fn every_screen_can_be_read_at_200_percent() -> Result {
    on_every_screen(magnified(2), fits).await
}

#[tokio::test]
async fn every_screen_can_be_read_at_400_percent() -> Result {
    on_every_screen(magnified(4), fits).await
}

/// What can be wrong with a screen that is small for what it shows.
async fn fits(page: &Page) -> Faults {
    let mut faults: Vec<String> = page.js(include_str!("room.js")).await?;
    for outcome in [
        page.no_sideways_scrolling().await,
        page.no_clipped_text().await,
    ] {
        faults.extend(outcome.err().map(|fault| format!("{fault:?}")));
    }
    Ok(faults)
}

#[tokio::test]
async fn letters_of_twice_the_size_fit_a_phone() -> Result {
    on_every_screen(Browser::phone().with_letters_of(32), large).await
}

async fn large(page: &Page) -> Faults {
    let size: String = page
        .js("return getComputedStyle(document.documentElement).fontSize")
        .await?;
    assert_eq!(size, "32px", "the letters are not larger");
    fits(page).await
}

/// What WCAG 1.4.12 lets readers set.
const SPACED: &str = "const style = document.createElement('style');
    style.textContent = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';
    document.head.append(style);";

#[tokio::test]
async fn texts_may_be_spaced_wider() -> Result {
    let spaced = format!("document.addEventListener('DOMContentLoaded', () => {{ {SPACED} }})");
    on_every_screen(Browser::phone().before_load(spaced), fits).await
}

#[tokio::test]
async fn bars_that_take_the_room_are_seen() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    assert_eq!(fits(&page).await?, [""; 0]);
    let () = page
        .js("document.querySelector('.bar').style.minHeight = '50vh'; return null")
        .await?;
    assert_eq!(fits(&page).await?.len(), 1);
    Ok(())
}

/// Pinching out is not forbidden.
#[tokio::test]
async fn fingers_may_zoom() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    let viewport: String = page
        .js("return document.querySelector('meta[name=viewport]').content")
        .await?;
    assert!(
        !viewport.contains("maximum-scale") && !viewport.contains("user-scalable"),
        "{viewport}"
    );
    page.tell_browser(
        "Emulation.setPageScaleFactor",
        json!({ "pageScaleFactor": 2 }),
    )
    .await?;
    page.wait_for("a page twice as large", "visualViewport.scale === 2")
        .await?;
    turn_to(&page, "Cài đặt").await
}
