//! Motion: nothing moves for those who asked their system for less of it.

use super::tour::{Faults, on_every_screen};
use crate::harness::{Browser, Page, Result, Server};
use crate::steps::{open_duty, visit_as_unit};

#[tokio::test]
async fn nothing_moves_where_less_motion_is_wanted() -> Result {
    let calm = Browser::phone().preferring("prefers-reduced-motion", "reduce");
    on_every_screen(calm, moving).await
}

#[tokio::test]
async fn what_may_move_is_seen_where_motion_is_welcome() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    open_duty(&page, "III.7").await?;
    assert!(!moving(&page).await?.is_empty(), "the sheet moves");
    Ok(())
}

/// What runs, and what would run by its style, for longer than anybody sees.
async fn moving(page: &Page) -> Faults {
    page.js("const seconds = (text) => Math.max(...text.split(',').map((one) => parseFloat(one) * (one.trim().endsWith('ms') ? 0.001 : 1)));
        const styled = [...document.querySelectorAll('*')].flatMap((element) => [null, '::before', '::after', '::backdrop'].map((part) => {
            const style = getComputedStyle(element, part);
            const runs = (style.animationName !== 'none' && seconds(style.animationDuration) > 0.01) || seconds(style.transitionDuration) > 0.01;
            return runs || style.scrollBehavior === 'smooth' ? `${element.outerHTML.slice(0, 100)} ${part ?? ''}` : '';
        }));
        const running = document.getAnimations().map((one) => `${one.animationName ?? one.transitionProperty} runs`);
        return [...new Set([...styled, ...running])].filter(Boolean)").await
}
