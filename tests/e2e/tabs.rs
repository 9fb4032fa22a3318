//! Several tabs and windows of one browser: one writes at a time, and no edit is lost.

use crate::exchange::{ACCEPT, CHOOSE, see_unit, ticked_result};
use crate::harness::{Browser, Page, Result, Server};
use crate::steps::{MORNING, TICK, UNIT, choose, open_duty, turn_to};

const ANOTHER_WRITES: &str = "Cửa sổ này chỉ xem";
const WRITE_HERE: &str = "Ghi ở cửa sổ này";

/// A browser without Web Locks, as old ones are, and pages that come from a file.
const WITHOUT_LOCKS: &str =
    "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });";

/// What a window writes when all are told to: so many steps of the duty that is open, one right after the
/// other, by its own form.
fn steps_at_once(window: usize) -> String {
    format!(
        "const write = (number) => {{
             const field = document.querySelector('#step-text');
             field.value = `cửa sổ {window} bước ${{number}}`;
             field.dispatchEvent(new Event('input', {{ bubbles: true }}));
             field.form.requestSubmit();
             if (number < {STEPS}) setTimeout(write, 3 + {window} * 4, number + 1);
         }};
         addEventListener('storage', ({{ key }}) => key === 'now' && write(1));
         addEventListener('now', () => write(1));
         return null"
    )
}

/// How many steps each window writes.
const STEPS: usize = 8;

/// The steps that the duty that is open shows.
const SHOWN: &str = "[...document.querySelectorAll('#sheet li')].map((item) => item.innerText).filter((text) => text.includes('cửa sổ'))";

fn phone() -> Browser {
    Browser::phone().at(MORNING)
}

#[tokio::test]
async fn the_window_that_lost_the_turn_says_so_and_takes_it_back() -> Result {
    let server = Server::start()?;
    let page = phone().open(&server.url()).await?;
    choose(&page, UNIT).await?;
    page.see_no_more(ANOTHER_WRITES).await?;
    let first = page.browser.window().await?;
    let address = page.browser.current_url().await?.to_string();
    phone().open_window(&page, &address).await?;
    page.click_role("checkbox", TICK).await?;
    page.see_checked("checkbox", TICK, true).await?;
    page.see_no_more(ANOTHER_WRITES).await?;
    let second = page.browser.window().await?;
    page.browser.switch_to_window(first).await?;
    page.see(ANOTHER_WRITES).await?;
    page.see_checked("checkbox", TICK, true).await?;
    page.click_role("button", WRITE_HERE).await?;
    page.see_no_more(ANOTHER_WRITES).await?;
    open_duty(&page, "III.7").await?;
    page.enter("Ghi chú", "Viết ở cửa sổ thứ nhất.").await?;
    page.browser.switch_to_window(second).await?;
    page.see(ANOTHER_WRITES).await?;
    page.no_errors().await
}

#[tokio::test]
async fn two_windows_that_write_at_once_lose_nothing() -> Result {
    write_at_once(&phone(), 2).await
}

#[tokio::test]
async fn five_windows_that_write_at_once_lose_nothing() -> Result {
    write_at_once(&phone(), 5).await
}

#[tokio::test]
async fn windows_without_locks_that_write_at_once_lose_nothing() -> Result {
    write_at_once(&phone().before_load(WITHOUT_LOCKS), 3).await
}

async fn write_at_once(browser: &Browser, count: usize) -> Result {
    let server = Server::start()?;
    let page = browser.clone().open(&server.url()).await?;
    choose(&page, UNIT).await?;
    open_duty(&page, "III.7").await?;
    let address = page.browser.current_url().await?.to_string();
    let mut windows = vec![page.browser.window().await?];
    for _ in 1..count {
        browser.open_window(&page, &address).await?;
        page.find("heading", "III.7").await?;
        windows.push(page.browser.window().await?);
    }
    for (number, window) in windows.iter().enumerate() {
        page.browser.switch_to_window(window.clone()).await?;
        page.js::<()>(&steps_at_once(number)).await?;
    }
    page.js::<()>("localStorage.setItem('now', ''); dispatchEvent(new Event('now')); return null")
        .await?;
    for window in windows {
        page.browser.switch_to_window(window).await?;
        see_steps(&page, count * STEPS).await?;
    }
    page.reload().await?;
    see_steps(&page, count * STEPS).await?;
    page.see_no_more("Hai nơi ghi khác nhau").await?;
    page.no_errors().await
}

/// Waits until so many steps are shown, and looks whether each is there once.
async fn see_steps(page: &Page, count: usize) -> Result {
    page.wait_for("all steps", &format!("{SHOWN}.length >= {count}"))
        .await?;
    let mut shown: Vec<String> = page.js(&format!("return {SHOWN}")).await?;
    shown.sort();
    shown.dedup();
    assert_eq!(shown.len(), count, "{shown:?}");
    Ok(())
}

#[tokio::test]
async fn the_turn_of_a_tab_that_is_gone_is_taken() -> Result {
    let server = Server::start()?;
    for browser in [phone(), phone().before_load(WITHOUT_LOCKS)] {
        let browser = browser.before_load("localStorage['so-tien-do/turn/holder'] ??= 'gone'");
        let page = browser.open(&server.url()).await?;
        choose(&page, UNIT).await?;
        page.click_role("checkbox", TICK).await?;
        page.see_checked("checkbox", TICK, true).await?;
        page.see_no_more(ANOTHER_WRITES).await?;
        page.reload().await?;
        page.see_checked("checkbox", TICK, true).await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_waits_for_the_turn_is_written_when_the_page_goes() -> Result {
    let server = Server::start()?;
    let browser = phone().before_load(WITHOUT_LOCKS);
    let page = browser.open(&server.url()).await?;
    choose(&page, UNIT).await?;
    // Somebody who keeps silent has the turn, and the page goes before it is taken from him.
    page.js::<()>(&format!(
        "localStorage['so-tien-do/turn/holder'] = 'silent';
         document.querySelector('[aria-label=\"{TICK}\"]').click();
         location.reload();
         return null"
    ))
    .await?;
    page.see_checked("checkbox", TICK, true).await?;
    page.no_errors().await
}

#[tokio::test]
async fn what_is_being_taken_in_when_the_page_goes_is_kept() -> Result {
    let server = Server::start()?;
    let (_folder, result) = ticked_result(&server).await?;
    let has_turn = "null";
    let waits_for_it = "localStorage['so-tien-do/turn/holder'] = 'silent'";
    for before in [has_turn, waits_for_it] {
        let browser = phone().before_load(WITHOUT_LOCKS);
        let page = browser.open(&server.url()).await?;
        page.whole().await?;
        turn_to(&page, "Gửi – nhận").await?;
        page.give_file(CHOOSE, &result).await?;
        page.find("heading", "Xem trước").await?;
        page.js::<()>(&format!(
            "const accept = [...document.querySelectorAll('.preview button')].find((it) => it.textContent === '{ACCEPT}');
             {before};
             accept.click();
             location.reload();
             return null"
        ))
        .await?;
        page.whole().await?;
        see_unit(&page, &["III.7", "Xong đúng hạn"]).await?;
        page.no_errors().await?;
    }
    Ok(())
}
