//! Marking a duty done with one tap, and taking it back.

use crate::harness::{Browser, Result, Server};
use crate::steps::{MORNING, TICK, UNIT, turn_to, visit_as_unit};

#[tokio::test]
async fn one_tap_marks_a_duty_done_and_another_takes_it_back() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    page.see_checked("checkbox", TICK, false).await?;
    page.click_role("checkbox", TICK).await?;
    page.see_row(&["III.7", "Xong đúng hạn", "xong ngày 23/11/2026"])
        .await?;
    page.see_checked("checkbox", TICK, true).await?;
    page.see("Xong 1/1 nhiệm vụ").await?;
    assert_eq!(page.focused().await?, TICK, "the focus went away");
    page.click_role("checkbox", TICK).await?;
    page.see_row(&["III.7", "Trong hạn", "còn 38 ngày"]).await?;
    page.see_checked("checkbox", TICK, false).await?;
    assert_eq!(page.focused().await?, TICK, "the focus went away");
    page.no_errors().await
}

#[tokio::test]
async fn a_tap_by_mistake_is_undone() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    page.click_role("checkbox", TICK).await?;
    page.see("III.7: Đã hoàn thành ngày 23/11/2026").await?;
    page.click_role("button", "Hoàn tác").await?;
    page.see_row(&["III.7", "Trong hạn", "còn 38 ngày"]).await?;
    page.see_no_more("Hoàn tác").await?;
    page.reload().await?;
    page.see_row(&["III.7", "Trong hạn"]).await
}

#[tokio::test]
async fn a_tick_is_still_there_after_the_browser_was_closed() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    page.click_role("checkbox", TICK).await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    page.reload().await?;
    page.see_row(&["III.7", "Xong đúng hạn"]).await?;
    let next_day = Browser::phone().at("2026-11-24T08:00:00+07:00");
    let page = next_day.open_again(page, &server.url()).await?;
    page.see(&format!("Thứ Ba, 24/11/2026 · {UNIT}")).await?;
    turn_to(&page, "Đơn vị").await?;
    page.see_row(&["III.7", "Xong đúng hạn", "xong ngày 23/11/2026"])
        .await
}

#[tokio::test]
async fn the_keyboard_ticks_too() -> Result {
    let server = Server::start()?;
    let browser = Browser::desktop().at(MORNING);
    let page = browser.open(&server.url()).await?;
    crate::steps::choose(&page, UNIT).await?;
    let tick = page.find("checkbox", TICK).await?;
    tick.send_keys(" ").await?;
    page.see_checked("checkbox", TICK, true).await
}
