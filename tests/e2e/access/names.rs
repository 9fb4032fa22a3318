//! What is read out: names, headings, landmarks, titles.

use super::tour::{Faults, on_every_screen};
use crate::harness::{Browser, Page, Result, Server};
use crate::steps::{first_visit, turn_to};

#[tokio::test]
async fn everything_has_a_name_and_every_screen_a_heading_and_landmarks() -> Result {
    on_every_screen(Browser::phone(), names).await
}

async fn names(page: &Page) -> Faults {
    page.js(concat!(
        include_str!("../harness/find.js"),
        include_str!("names.js")
    ))
    .await
}

#[tokio::test]
async fn what_has_no_name_is_seen() -> Result {
    let server = Server::start()?;
    let page = first_visit(&server).await?;
    assert_eq!(names(&page).await?, [""; 0]);
    let () = page
        .js("document.querySelector('main').append(document.createElement('button'), document.createElement('h1')); return null")
        .await?;
    assert_eq!(names(&page).await?.len(), 2);
    Ok(())
}

#[tokio::test]
async fn the_title_and_the_focus_follow_the_screen() -> Result {
    let server = Server::start()?;
    let page = first_visit(&server).await?;
    for (link, heading) in [
        ("Kế hoạch", "Kế hoạch"),
        ("96-KH/HU", "96-KH/HU"),
        ("Đơn vị", "Đơn vị"),
        ("Giao việc cho đơn vị", "Giao việc"),
        ("Gửi – nhận", "Gửi – nhận"),
        ("Cài đặt", "Cài đặt"),
        ("Trợ giúp", "Trợ giúp"),
        ("Hôm nay", "Hôm nay"),
    ] {
        turn_to(&page, link).await?;
        let title = format!("document.title === '{heading} – Sổ Tiến Độ'");
        page.wait_for(&format!("the title “{heading}”"), &title)
            .await?;
        let focus = "document.activeElement === document.querySelector('h1')";
        page.wait_for(&format!("the focus on “{heading}”"), focus)
            .await?;
    }
    Ok(())
}
