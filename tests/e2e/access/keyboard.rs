//! The app by keyboard alone.

use super::keys::{press, press_with, step, tab_to, write};
use super::tour::{Faults, on_every_screen};
use crate::harness::{Browser, Page, Result, Server};
use crate::steps::{MORNING, TICK, UNIT, choose, open_duty, see_list, visit_as_unit};

#[tokio::test]
async fn the_focus_is_seen_uncovered_and_in_order_on_a_phone() -> Result {
    on_every_screen(Browser::phone(), walk).await
}

#[tokio::test]
async fn the_focus_is_seen_uncovered_and_in_order_on_an_office_computer() -> Result {
    on_every_screen(Browser::desktop(), walk).await
}

/// More than any screen has to be stepped through to its end.
const STEPS: usize = 120;

pub(super) async fn walk(page: &Page) -> Faults {
    // Tab goes on from where the focus was last, so it is put before everything.
    let begin = "const first = document.createElement('button');
        (document.querySelector('dialog:modal') ?? document.body).prepend(first);
        first.focus(); first.remove();
        window.focusedBefore = null; window.focusedSeen = new Set(); return null";
    let () = page.js(begin).await?;
    let mut faults = Vec::new();
    let mut reached = 0;
    for _ in 0..STEPS {
        let focused = step(page).await?;
        if focused.name.is_empty() && reached > 0 || !focused.is_new && reached > 1 {
            break;
        }
        reached += 1;
        faults.extend(focused.faults);
    }
    if reached < 2 {
        faults.push(format!("Tab reaches {reached} elements"));
    }
    Ok(faults)
}

#[tokio::test]
async fn a_focus_that_cannot_be_seen_is_noticed() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    assert_eq!(walk(&page).await?, [""; 0]);
    let () = page
        .js("const style = document.createElement('style'); style.textContent = '.tick:focus { outline: none } .bar { top: 0 }';
            document.head.append(style); return null")
        .await?;
    let faults = walk(&page).await?.join("\n");
    assert!(faults.contains("shows no focus"), "{faults}");
    assert!(faults.contains("is covered"), "{faults}");
    Ok(())
}

#[tokio::test]
async fn a_year_s_duty_is_reported_without_a_mouse() -> Result {
    let server = Server::start()?;
    let page = Browser::desktop().at(MORNING).open(&server.url()).await?;
    page.see("Thứ Hai, 23/11/2026").await?;
    tab_to(&page, "Đến nội dung chính").await?;
    press(&page, "Enter").await?;
    page.wait_for("the main content", "document.activeElement.id === 'title'")
        .await?;
    tab_to(&page, "Chọn đơn vị của tôi").await?;
    press(&page, "Enter").await?;
    page.find("heading", "Khối gồm nhiều đơn vị").await?;
    tab_to(&page, &format!("Tôi là đơn vị này – {UNIT}")).await?;
    press(&page, "Enter").await?;
    page.see("Đổi đơn vị").await?;
    tab_to(&page, TICK).await?;
    press(&page, " ").await?;
    page.see_checked("checkbox", TICK, true).await?;
    assert_eq!(page.focused().await?, TICK);
    tab_to(&page, "96-KH/HU · III.7").await?;
    press(&page, "Enter").await?;
    page.wait_for(
        "the duty's heading",
        "document.activeElement.id === 'sheet-title'",
    )
    .await?;
    tab_to(&page, "Đã hoàn thành").await?;
    press(&page, "ArrowDown").await?;
    page.see_checked("radio", "Tạm dừng", true).await?;
    press(&page, "ArrowDown").await?;
    tab_to(&page, "Lý do không áp dụng").await?;
    write(&page, "Không có đối tượng.").await?;
    press(&page, "Escape").await?;
    see_list(&page).await?;
    page.see_row(&["III.7", "Không áp dụng"]).await?;
    page.wait_for(
        "the focus on what opened the duty",
        "document.activeElement.matches('a.body')",
    )
    .await?;
    tab_to(&page, "Gửi kết quả").await?;
    press(&page, "Enter").await?;
    page.find("heading", "Nhận tệp").await?;
    tab_to(&page, "Tải tệp kết quả về máy").await?;
    press(&page, "Enter").await?;
    page.download().await?;
    page.no_errors().await
}

#[tokio::test]
async fn a_sheet_takes_the_focus_keeps_it_and_gives_it_back() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    for close in ["Escape", "Enter"] {
        let () = page
            .js("document.querySelector('a.body').focus(); return null")
            .await?;
        press(&page, "Enter").await?;
        page.wait_for(
            "the focus in the sheet",
            "document.activeElement.id === 'sheet-title'",
        )
        .await?;
        let mut names = Vec::new();
        for _ in 0..40 {
            names.push(step(&page).await?.name);
            let within = "return document.activeElement === document.body || document.activeElement.closest('dialog') !== null";
            assert!(
                page.js::<bool>(within).await?,
                "the focus left the sheet: {names:?}"
            );
        }
        assert!(
            names.iter().filter(|name| *name == "Đóng").count() > 1,
            "the sheet goes round: {names:?}"
        );
        tab_to(&page, "Đóng").await?;
        press(&page, close).await?;
        see_list(&page).await?;
        page.wait_for(
            "the focus on what opened the sheet",
            "document.activeElement.matches('a.body')",
        )
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_back_button_closes_a_sheet_first() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    open_duty(&page, "III.7").await?;
    page.back().await?;
    see_list(&page).await?;
    page.find("heading", "Việc của đơn vị").await?;
    page.wait_for(
        "the focus on what opened the sheet",
        "document.activeElement.matches('a.body')",
    )
    .await?;
    page.back().await?;
    page.find("heading", "Khối gồm nhiều đơn vị").await?;
    Ok(())
}

#[tokio::test]
async fn a_plan_is_read_and_searched_without_a_mouse() -> Result {
    let server = Server::start()?;
    let page = Browser::desktop().at(MORNING).open(&server.url()).await?;
    choose(&page, UNIT).await?;
    tab_to(&page, "Kế hoạch").await?;
    press(&page, "Enter").await?;
    page.find("heading", "Kế hoạch").await?;
    tab_to(&page, "96-KH/HU").await?;
    press(&page, "Enter").await?;
    page.see("TỔ CHỨC THỰC HIỆN").await?;
    tab_to(&page, "Tìm trong kế hoạch").await?;
    write(&page, "can bo nu").await?;
    page.see("1/4").await?;
    press(&page, "Enter").await?;
    page.see("2/4").await?;
    tab_to(&page, "Mục lục").await?;
    press(&page, "Enter").await?;
    tab_to(&page, "III. TỔ CHỨC THỰC HIỆN").await?;
    press(&page, "Enter").await?;
    page.wait_for("the part", "document.activeElement.innerText.includes('TỔ CHỨC THỰC HIỆN') && document.activeElement.matches('h2')").await?;
    press_with(&page, "Tab", 8).await?;
    page.no_errors().await
}
