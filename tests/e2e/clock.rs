//! Days are counted by Vietnam's calendar, wherever the device's clock is set, and turn over at midnight.

use crate::harness::{Browser, Page, Result, Server};
use crate::steps::{MORNING, UNIT, choose, open_duty};

/// A clock that stands still until the test turns it. Timers of more than a minute wait for it too: `turnClock`
/// rings those that are due, or none where the device is said to have slept.
const CLOCK_TO_TURN: &str = "{
    let now = Date.parse('2026-12-30T22:00:00+07:00'), waiting = [];
    const Real = Date, setRealTimeout = window.setTimeout.bind(window);
    Date = class extends Real {
        constructor(...given) { given.length ? super(...given) : super(now); }
        static now() { return now; }
    };
    window.setTimeout = (call, millis = 0, ...given) => {
        if (millis < 60_000) return setRealTimeout(call, millis, ...given);
        waiting.push({ call, due: now + millis });
        return 0;
    };
    window.turnClock = (time, slept) => {
        now = Date.parse(time);
        if (slept) return;
        const due = waiting.filter((timer) => timer.due <= now);
        waiting = waiting.filter((timer) => timer.due > now);
        for (const timer of due) timer.call();
    };
}";

#[tokio::test]
async fn a_device_in_another_zone_shows_the_vietnamese_day() -> Result {
    let server = Server::start()?;
    // There it is still the 22nd, four in the afternoon.
    for zone in ["America/Los_Angeles", "Pacific/Kiritimati"] {
        let browser = Browser::phone().at(MORNING).in_time_zone(zone);
        let page = browser.open(&server.url()).await?;
        page.see("Thứ Hai, 23/11/2026").await?;
        page.see_row(&["III.1", "quá hạn 3.087 ngày"]).await?;
        page.see_row(&["III.7", "còn 38 ngày"]).await?;
    }
    Ok(())
}

#[tokio::test]
async fn just_before_and_after_midnight_are_two_days() -> Result {
    let server = Server::start()?;
    for (time, day, left) in [
        (
            "2026-12-31T23:59:59+07:00",
            "31/12/2026",
            "hôm nay là hạn cuối",
        ),
        ("2027-01-01T00:00:00+07:00", "01/01/2027", "còn 364 ngày"),
    ] {
        let browser = Browser::phone()
            .at(time)
            .in_time_zone("America/Los_Angeles");
        let page = browser.open(&server.url()).await?;
        page.see(day).await?;
        page.see_row(&["III.7", left]).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_page_left_open_turns_over_at_midnight() -> Result {
    let server = Server::start()?;
    let page = visit_with_clock(&server).await?;
    turn_clock(&page, "2026-12-30T23:59:59+07:00", false).await?;
    page.see_row(&["III.7", "còn 1 ngày"]).await?;
    turn_clock(&page, "2026-12-31T00:00:00+07:00", false).await?;
    page.see_row(&["III.7", "hôm nay là hạn cuối"]).await?;
    // The next midnight counts as well, and begins another year's report.
    turn_clock(&page, "2027-01-01T00:00:00+07:00", false).await?;
    page.see_row(&[
        "III.7",
        "năm 2027",
        "còn 364 ngày",
        "9 kỳ trước chưa có kết quả",
    ])
    .await?;
    page.no_errors().await
}

#[tokio::test]
async fn a_device_that_slept_over_midnight_catches_up_when_looked_at() -> Result {
    let server = Server::start()?;
    let page = visit_with_clock(&server).await?;
    page.click_role("link", "Hôm nay").await?;
    page.see("Thứ Tư, 30/12/2026").await?;
    turn_clock(&page, "2026-12-31T07:30:00+07:00", true).await?;
    let () = page
        .js("document.dispatchEvent(new Event('visibilitychange')); return null")
        .await?;
    page.see("Thứ Năm, 31/12/2026").await?;
    page.see_row(&["III.7", "năm 2026", "hôm nay là hạn cuối"])
        .await
}

#[tokio::test]
async fn an_open_duty_turns_over_too() -> Result {
    let server = Server::start()?;
    let page = visit_with_clock(&server).await?;
    open_duty(&page, "III.7").await?;
    page.see("còn 1 ngày").await?;
    turn_clock(&page, "2026-12-31T00:00:00+07:00", false).await?;
    page.see_no_more("còn 1 ngày").await?;
    // A day that is chosen after midnight is the new one.
    page.click_role("radio", "Đã hoàn thành").await?;
    page.see_value("Ngày hoàn thành", "2026-12-31").await
}

async fn visit_with_clock(server: &Server) -> Result<Page> {
    let browser = Browser::phone().before_load(CLOCK_TO_TURN);
    let page = browser.open(&server.url()).await?;
    choose(&page, UNIT).await?;
    page.see_row(&["III.7", "còn 1 ngày"]).await?;
    Ok(page)
}

async fn turn_clock(page: &Page, time: &str, slept: bool) -> Result {
    page.js(&format!("window.turnClock('{time}', {slept}); return null"))
        .await
}
