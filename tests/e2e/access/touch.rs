//! Fingers: what is tapped is large enough for a thumb, and nothing waits for a pointer to hover, or stays for it.

use thirtyfour::By;

use super::tour::{Faults, on_every_screen};
use crate::draft::turn_to_adding;
use crate::harness::{Browser, Page, Result, Server};
use crate::steps::{first_visit, visit_as_unit};

#[tokio::test]
async fn whatever_is_tapped_is_48_pixels_high_and_wide() -> Result {
    on_every_screen(Browser::phone(), targets).await
}

#[tokio::test]
async fn a_target_that_is_too_small_is_seen() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    assert_eq!(targets(&page).await?, [""; 0]);
    let () = page
        .js("document.querySelector('.tick').style = 'inline-size: 30px; min-block-size: 0; block-size: 30px'; return null")
        .await?;
    assert_eq!(targets(&page).await?.len(), 1);
    Ok(())
}

async fn targets(page: &Page) -> Faults {
    page.js(include_str!("targets.js")).await
}

#[tokio::test]
async fn nothing_is_shown_to_a_hovering_pointer_alone() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    // Colours may follow a pointer; what is there may not.
    let script = "const only = ['color', 'border-color', 'background', 'background-color', 'cursor', 'text-decoration'];
        const rules = (list) => [...list].flatMap((rule) => [rule, ...rules(rule.cssRules ?? [])]);
        const hover = [...document.styleSheets].flatMap((sheet) => rules(sheet.cssRules))
            .filter((rule) => rule.selectorText?.includes(':hover'));
        return hover.flatMap((rule) => [...rule.style].filter((name) => !only.some((one) => name.startsWith(one) || /^border-.*-color$/.test(name)))
            .map((name) => `${rule.selectorText} { ${name} }`))";
    assert_eq!(page.js::<Vec<String>>(script).await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn a_message_goes_though_the_pointer_rests_on_it() -> Result {
    let server = Server::start()?;
    let page = first_visit(&server).await?;
    turn_to_adding(&page).await?;
    page.click_role("button", "Đọc văn bản").await?;
    page.wait_for("a message", "document.querySelector('.toast.shown')")
        .await?;
    let message = page.browser.find(By::Css(".toast.shown")).await?;
    let pointer = page.browser.action_chain();
    pointer.move_to_element_center(&message).perform().await?;
    page.wait_for(
        "the message to go",
        "!document.querySelector('.toast.shown')",
    )
    .await
}
