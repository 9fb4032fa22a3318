//! Steps that many tests begin with, in the app's own words.

use crate::harness::{Browser, Page, Result, Server};

/// A Monday in the office hours; the plan's yearly report is due in 38 days.
pub(crate) const MORNING: &str = "2026-11-23T08:00:00+07:00";
/// The unit that leads III.7, which comes back every year.
pub(crate) const UNIT: &str = "Ban Dân vận Huyện ủy";
pub(crate) const TICK: &str = "Đánh dấu đã hoàn thành: III.7";
/// A part of an address that opens a duty.
const OPEN_DUTY: &str = "viec=";

/// The first visit of a phone at that morning.
pub(crate) async fn first_visit(server: &Server) -> Result<Page> {
    let page = Browser::phone().at(MORNING).open(&server.url()).await?;
    page.see("Thứ Hai, 23/11/2026").await?;
    Ok(page)
}

/// A visit of somebody who has just chosen the unit and looks at its checklist.
pub(crate) async fn visit_as_unit(server: &Server) -> Result<Page> {
    let page = first_visit(server).await?;
    choose(&page, UNIT).await?;
    Ok(page)
}

/// Goes to one of the screens of the navigation.
pub(crate) async fn turn_to(page: &Page, screen: &str) -> Result {
    page.click_role("link", screen).await
}

/// Opens the built-in plan as a document.
pub(crate) async fn turn_to_plan(page: &Page) -> Result {
    turn_to(page, "Kế hoạch").await?;
    page.click_role("link", "96-KH/HU").await?;
    page.see("TỔ CHỨC THỰC HIỆN").await
}

/// Chooses a unit that the plan names, which leads to its checklist.
pub(crate) async fn choose(page: &Page, unit: &str) -> Result {
    turn_to(page, "Đơn vị").await?;
    page.click_role("button", &format!("Tôi là đơn vị này – {unit}"))
        .await?;
    page.see("Đổi đơn vị").await
}

/// Opens a duty of the list that is shown, by its place in the plan.
pub(crate) async fn open_duty(page: &Page, place: &str) -> Result {
    page.click_role("link", &format!("96-KH/HU · {place}"))
        .await?;
    page.find("heading", place).await?;
    Ok(())
}

/// Waits until no duty is open and the list is what can be reached.
pub(crate) async fn see_list(page: &Page) -> Result {
    page.wait_for(
        "the duty to be closed",
        &format!("!document.querySelector('dialog') && !location.hash.includes('{OPEN_DUTY}')"),
    )
    .await
}
