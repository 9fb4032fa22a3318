//! Contrast and colours: by day and at night, stronger where it is asked for, and in the colours that a system
//! forces on every page.

use serde_json::json;

use super::tour::{Faults, on_every_screen};
use crate::harness::{Browser, Page, Result, Server};
use crate::steps::{MORNING, TICK, UNIT, choose, open_duty};

#[tokio::test]
async fn texts_reach_seven_to_one_where_more_contrast_is_wanted_by_day() -> Result {
    on_every_screen(
        Browser::phone().preferring("prefers-contrast", "more"),
        enhanced,
    )
    .await
}

#[tokio::test]
async fn texts_reach_seven_to_one_where_more_contrast_is_wanted_at_night() -> Result {
    on_every_screen(
        Browser::phone()
            .dark()
            .preferring("prefers-contrast", "more"),
        enhanced,
    )
    .await
}

/// The stricter rule of axe-core; for large letters it is 4.5 to one.
async fn enhanced(page: &Page) -> Faults {
    page.broken(json!({ "runOnly": ["color-contrast-enhanced"], "rules": { "color-contrast-enhanced": { "enabled": true } } })).await
}

/// Every standing has a sign of its own, a word, and a colour.
#[tokio::test]
async fn the_standings_differ_by_sign_word_and_colour() -> Result {
    let server = Server::start()?;
    for browser in [Browser::phone(), Browser::phone().dark()] {
        let page = browser.at(MORNING).open(&server.url()).await?;
        let signs = all_signs(&page).await?;
        assert!(signs.len() >= 4, "{signs:?}");
        for at in 0..3 {
            let mut seen: Vec<_> = signs.iter().map(|sign| sign[at].clone()).collect();
            seen.sort();
            seen.dedup();
            assert_eq!(seen.len(), signs.len(), "{at} of {signs:?}");
            assert!(!seen.contains(&String::new()), "{signs:?}");
        }
    }
    Ok(())
}

/// The drawing, the word and the colour of each standing that a list shows.
async fn all_signs(page: &Page) -> Result<Vec<[String; 3]>> {
    choose(page, "Ban vì sự tiến bộ phụ nữ huyện").await?;
    let script = "return [...document.querySelectorAll('main .sign')].map((sign) =>
        [sign.querySelector('svg').innerHTML, sign.innerText.trim(), getComputedStyle(sign).color])";
    let mut all: Vec<[String; 3]> = Vec::new();
    let mut note = |found: Vec<[String; 3]>| all.extend(found);
    page.find("heading", "Việc của đơn vị").await?;
    note(page.js(script).await?);
    page.click_role("checkbox", "Đánh dấu đã hoàn thành: III.2")
        .await?;
    page.see("Xong quá hạn").await?;
    note(page.js(script).await?);
    page.click_role("link", "Đổi đơn vị").await?;
    page.click_role("button", &format!("Tôi là đơn vị này – {UNIT}"))
        .await?;
    page.see_row(&["III.7"]).await?;
    note(page.js(script).await?);
    page.click_role("checkbox", TICK).await?;
    page.see("Xong đúng hạn").await?;
    note(page.js(script).await?);
    all.sort();
    all.dedup();
    Ok(all)
}

#[tokio::test]
async fn forced_colours_leave_signs_ticks_and_the_focus_to_be_seen() -> Result {
    let server = Server::start()?;
    let browser = Browser::phone().preferring("forced-colors", "active");
    let page = browser.at(MORNING).open(&server.url()).await?;
    assert!(
        page.js::<bool>("return matchMedia('(forced-colors: active)').matches")
            .await?
    );
    choose(&page, UNIT).await?;
    let plain = drawn(&page, ".tick").await?;
    page.click_role("checkbox", TICK).await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    assert_ne!(drawn(&page, ".tick").await?, plain, "a tick is not seen");
    let sign = "const sign = document.querySelector('main .sign'), stroke = getComputedStyle(sign.querySelector('svg')).stroke;
        return [stroke, getComputedStyle(sign).backgroundColor, sign.innerText.trim()]";
    let [stroke, ground, word]: [String; 3] = page.js(sign).await?;
    assert_ne!(stroke, ground, "the sign is not seen");
    assert_eq!(word, "Xong đúng hạn");
    let focus = "const tick = document.querySelector('.tick'), style = (tick.focus(), getComputedStyle(tick));
        return tick.matches(':focus-visible') ? [style.outlineStyle, style.outlineWidth] : ['not', 'visible']";
    super::keys::press(&page, "Tab").await?;
    assert_eq!(page.js::<[String; 2]>(focus).await?, ["solid", "3px"]);
    let here = "const [one, other] = ['[aria-current]', 'a:not([aria-current])'].map((it) => getComputedStyle(document.querySelector(`.bar ${it}`)));
        return one.borderBlockStartStyle + one.borderBlockStartColor + one.outlineStyle !== other.borderBlockStartStyle + other.borderBlockStartColor + other.outlineStyle";
    assert!(page.js::<bool>(here).await?, "where one is cannot be seen");
    open_duty(&page, "III.7").await?;
    let pressed = "const look = (on) => { const one = document.createElement('button'); one.className = 'chip'; one.setAttribute('aria-pressed', on);
            document.querySelector('dialog').append(one); const style = getComputedStyle(one);
            return [style.borderColor, style.backgroundColor, style.outlineStyle].join(); };
        return look('true') !== look('false')";
    assert!(
        page.js::<bool>(pressed).await?,
        "what is pressed cannot be seen"
    );
    Ok(())
}

/// What is drawn in an element, as a picture.
async fn drawn(page: &Page, selector: &str) -> Result<Vec<u8>> {
    let script = format!(
        "const element = document.querySelector('{selector}'); element.scrollIntoView({{ block: 'center' }}); element.blur();
         const {{ x, y, width, height }} = element.getBoundingClientRect(); return {{ x: x + scrollX, y: y + scrollY, width, height, scale: 1 }}"
    );
    let clip: serde_json::Value = page.js(&script).await?;
    let shot = page
        .tell_browser("Page.captureScreenshot", json!({ "clip": clip }))
        .await?;
    Ok(shot["data"]
        .as_str()
        .unwrap_or_default()
        .as_bytes()
        .to_vec())
}
