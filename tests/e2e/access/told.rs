//! What changes is told to those who do not see it.

use serde_json::json;

use crate::harness::{Page, Result, Server};
use crate::steps::{TICK, first_visit, open_duty, see_list, turn_to, turn_to_plan, visit_as_unit};

/// Gathers what assistive technology is told: texts that come into regions which are there and not hidden.
const LISTEN: &str = "window.told = [];
    const region = '[role=status], [role=alert], [aria-live], output';
    const heard = (node) => node?.checkVisibility({ visibilityProperty: true });
    const known = new Set([...document.querySelectorAll(region)].filter(heard));
    new MutationObserver((changes) => { for (const change of changes) {
        const at = change.target.nodeType === 1 ? change.target : change.target.parentElement;
        const polite = at?.closest(region);
        if (polite && known.has(polite) && polite.innerText.trim()) told.push(polite.innerText.trim());
        // An alert is told when it comes.
        for (const node of change.addedNodes) if (node.nodeType === 1)
            for (const alert of [node, ...node.querySelectorAll('*')]) if (alert.matches('[role=alert]')) told.push(alert.innerText.trim());
        for (const one of document.querySelectorAll(region)) if (heard(one)) known.add(one);
    } }).observe(document.body, { childList: true, characterData: true, subtree: true });
    return null";

async fn hear(page: &Page, words: &str) -> Result {
    let told = format!("told.some((one) => one.includes({}))", json!(words));
    page.wait_for(&format!("“{words}” to be told"), &told).await
}

#[tokio::test]
async fn a_tick_is_told_on_the_list_and_in_the_sheet() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    let () = page.js(LISTEN).await?;
    page.click_role("checkbox", TICK).await?;
    hear(&page, "III.7: Đã hoàn thành ngày 23/11/2026").await?;
    open_duty(&page, "III.7").await?;
    page.fill("Việc cần làm", "Soạn dự thảo").await?;
    page.click_role("button", "Thêm việc nhỏ").await?;
    page.see_row(&["Soạn dự thảo"]).await?;
    page.click_role("button", "Xóa: Soạn dự thảo").await?;
    hear(&page, "Đã xóa: “Soạn dự thảo”").await?;
    page.click_role("button", "Đóng").await?;
    see_list(&page).await
}

#[tokio::test]
async fn errors_and_what_a_search_finds_are_told() -> Result {
    let server = Server::start()?;
    let page = first_visit(&server).await?;
    turn_to_plan(&page).await?;
    let () = page.js(LISTEN).await?;
    page.fill("Tìm trong kế hoạch", "can bo nu").await?;
    hear(&page, "1/4").await?;
    page.fill("Tìm trong kế hoạch", "khong co dau").await?;
    hear(&page, "Không thấy").await?;
    turn_to(&page, "Đơn vị").await?;
    page.fill("Tìm đơn vị", "không ai").await?;
    hear(&page, "Không có đơn vị nào").await?;
    turn_to(&page, "Kế hoạch").await?;
    page.click_role("link", "Thêm kế hoạch").await?;
    page.click_role("button", "Đọc văn bản").await?;
    hear(&page, "Hãy dán").await?;
    let harmed = tempfile(&page)?;
    page.give_file("Chọn tệp kế hoạch", &harmed).await?;
    page.wait_for("the error to be told", "told.length > 0 && document.querySelector('main [role=alert]') && told.some((one) => one.includes(document.querySelector('main [role=alert]').innerText.trim()))").await
}

/// A document of Word that came to harm.
fn tempfile(page: &Page) -> Result<std::path::PathBuf> {
    let path = page.folder().path().join("hong.docx");
    std::fs::write(&path, b"PK\x03\x04 harmed")?;
    Ok(path)
}
