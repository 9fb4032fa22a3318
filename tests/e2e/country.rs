//! The reports of all communes of the country on one device, in the room that each browser gives.

use serde_json::json;
use so_tien_do::workspace::{RecordId, Scope, Workspace};

use crate::engines::in_every_engine;
use crate::harness::{Browser, Engine, Page, Result, Server, TemporaryFolder};
use crate::scale::{COUNTRY, DUTIES, Land};
use crate::steps::turn_to;
use crate::stored::texts_of;

/// Enough that looking through them takes more than a moment on a slow processor.
const MANY: usize = 600;

/// Totals that their cells do not show whole.
const CUT_OFF: &str = "const totals = [...document.querySelectorAll('.matrix .total')];
    if (!totals.length) throw new Error('no totals');
    return totals.filter((it) => it.scrollWidth > it.clientWidth).map((it) => it.textContent)";

/// Rows in sight of a long table whose cells stand elsewhere than the heads of their columns.
const ODD_ROWS: &str = "const table = document.querySelector('.long');
    table.scrollIntoView();
    const places = (row) => [...row.cells].map((it) => it.getBoundingClientRect()).map(({ x, width }) => [x, width].map(Math.round).join());
    const head = places(table.tHead.rows[0]).join(' ');
    const lefts = head.split(' ').map((place) => parseInt(place));
    if (lefts.length < 2 || lefts.some((left, at) => at && left <= lefts[at - 1])) throw new Error(`columns at ${lefts}`);
    const rows = [...table.querySelectorAll('.far:nth-of-type(-n + 3) tr')].filter((row) => !row.querySelector('[colspan]'));
    if (!rows.length) throw new Error('no rows');
    return rows.filter((row) => places(row).join(' ') !== head).map((row) => row.textContent)";

/// Presses the button as soon as it stands there: nobody is that quick, but what they see would be over soon.
pub(crate) const STOP_AT_ONCE: &str = "new MutationObserver((_, observer) => {
        const banner = document.querySelector('progress')?.closest('.banner');
        if (!banner) return;
        observer.disconnect();
        window.told = banner.querySelector('p').textContent;
        banner.querySelector('button').click();
    }).observe(document.body, { childList: true, subtree: true });
    return null";

/// Gives the page another file, and says as soon as that is shown whether a message of before still stands there.
const GIVE_ANOTHER: &str =
    "const field = document.querySelector('main input[type=file][multiple]');
    const data = new DataTransfer();
    data.items.add(new File(['x'], 'x.json'));
    field.files = data.files;
    const shown = new Promise((told) => new MutationObserver((_, observer) => {
        if (!document.querySelector('.preview')) return;
        observer.disconnect();
        told(document.querySelector('.toast.shown') !== null);
    }).observe(document.body, { childList: true, subtree: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    return shown";

/// Goes to the button that stops it, and says once it has gone on whether the focus is still there.
const GO_TO_STOP: &str = "new MutationObserver((_, observer) => {
        const bar = document.querySelector('progress');
        if (!bar) return;
        if (!window.stop_button) {
            window.stop_button = bar.closest('.banner').querySelector('button');
            window.stop_button.focus();
            window.begun = bar.value;
        } else if (bar.value > window.begun + 1) {
            observer.disconnect();
            window.stays = document.activeElement === window.stop_button;
            window.stop_button.click();
        }
    }).observe(document.body, { attributes: true, childList: true, subtree: true });
    return null";

in_every_engine! {
    the_country_is_kept_and_opened
}

async fn the_country_is_kept_and_opened(engine: Engine) -> Result {
    let land = Land::of(COUNTRY, DUTIES, 1);
    let mut whole = land.before();
    for (unit, record) in &land.records {
        let id = RecordId {
            plan: land.plan.id.clone(),
            unit: unit.clone(),
        };
        whole.records.insert(id, record.clone());
    }
    let server = Server::start()?;
    let page = Browser::desktop().of(engine).open(&server.url()).await?;
    page.whole().await?;
    // What does not fit is an error here.
    put(&page, &whole).await?;
    page.go("about:blank").await?;
    page.go(&format!("{}#/tong-hop/{}", server.url(), land.plan.id))
        .await?;
    page.see("3.321 đơn vị").await?;
    let cut: Vec<String> = page.js(CUT_OFF).await?;
    assert!(cut.is_empty(), "cut off: {cut:?}");
    page.go(&format!("{}#/bao-cao/{}", server.url(), land.plan.id))
        .await?;
    let rows = format!("document.querySelectorAll('.long .far tr').length > {COUNTRY}");
    page.wait_for("all units in the report", &rows).await?;
    let odd: Vec<String> = page.js(ODD_ROWS).await?;
    assert!(odd.is_empty(), "not as their heads: {odd:?}");
    page.no_errors().await
}

#[tokio::test]
async fn looking_through_many_files_is_told_and_can_be_stopped() -> Result {
    let land = Land::of(MANY, DUTIES, 1);
    let folder = TemporaryFolder::new()?;
    let mut paths = Vec::new();
    for (name, text) in land.files() {
        let path = folder.path().join(name);
        std::fs::write(&path, text)?;
        paths.push(path);
    }
    let paths: Vec<_> = paths.iter().map(std::path::PathBuf::as_path).collect();
    let server = Server::start()?;
    let page = Browser::desktop().open(&server.url()).await?;
    page.whole().await?;
    put(&page, &land.before()).await?;
    page.reload().await?;
    turn_to(&page, "Gửi – nhận").await?;
    let slower = json!({ "rate": 10 });
    page.tell_browser("Emulation.setCPUThrottlingRate", slower)
        .await?;
    page.js::<()>(STOP_AT_ONCE).await?;
    page.give_files("Chọn tệp để mở", &paths).await?;
    page.wait_for("it to be told and stopped", "window.told")
        .await?;
    let told: String = page.js("return window.told").await?;
    assert!(told.starts_with("Đang xem các tệp: "), "{told}");
    page.see("Đã dừng. Chưa có gì thay đổi.").await?;
    page.see_no_more("Đang xem các tệp").await?;
    page.see_no_more("Đang mở tệp").await?;
    let shown: bool = page
        .js("return document.querySelector('.preview') !== null")
        .await?;
    assert!(!shown, "nothing of it is shown");
    let stale: bool = page.js(GIVE_ANOTHER).await?;
    assert!(!stale, "that it was stopped is said no more");
    page.js::<()>(GO_TO_STOP).await?;
    page.give_files("Chọn tệp để mở", &paths).await?;
    page.wait_for("it to go on", "window.stays !== undefined")
        .await?;
    let stays: bool = page.js("return window.stays").await?;
    assert!(stays, "the focus is at the button that stops it");
    let full_speed = json!({ "rate": 1 });
    page.tell_browser("Emulation.setCPUThrottlingRate", full_speed)
        .await?;
    page.give_files("Chọn tệp để mở", &paths).await?;
    page.see("600 tệp: 600 mới").await?;
    page.screenshot("hundreds-of-files").await?;
    page.click_role("button", "Nhận 600 kết quả").await?;
    page.see("Đã nhận 600 kết quả.").await?;
    page.wait_for(
        "all to be saved",
        "!document.querySelector('[aria-busy=true]')",
    )
    .await?;
    page.reload().await?;
    page.go(&format!("{}#/tong-hop/{}", server.url(), land.plan.id))
        .await?;
    page.see("600 đơn vị").await?;
    page.no_errors().await
}

#[tokio::test]
async fn of_hundreds_of_units_those_are_looked_for_that_are_chosen() -> Result {
    let land = Land::of(MANY, DUTIES, 1);
    let server = Server::start()?;
    let page = Browser::desktop().open(&server.url()).await?;
    page.whole().await?;
    put(&page, &land.before()).await?;
    page.reload().await?;
    page.go(&format!("{}#/bao-cao/{}", server.url(), land.plan.id))
        .await?;
    page.see("Có 600 đơn vị: nhập tên để tìm, rồi chọn ở ô Phạm vi.")
        .await?;
    page.fill("Tìm đơn vị", "SO 59").await?;
    page.see("Có 11 đơn vị tên như vậy: hãy chọn ở ô Phạm vi.")
        .await?;
    page.accessible().await?;
    page.screenshot("report-of-hundreds").await?;
    let unit = &land.roster.units[598];
    page.pick("Phạm vi", &Scope::Unit(unit.id.clone()).to_string())
        .await?;
    page.see("ĐẢNG BỘ XÃ SỐ 599").await?;

    page.go(&format!("{}#/giao-viec/{}", server.url(), land.plan.id))
        .await?;
    let rows = |count| format!("document.querySelectorAll('.roster > li').length === {count}");
    page.wait_for("the first of all units", &rows(240)).await?;
    page.click_role("button", "Xem thêm (360 đơn vị chưa hiện)")
        .await?;
    page.wait_for("more of them", &rows(480)).await?;
    page.click_role("button", "Xem thêm (120 đơn vị chưa hiện)")
        .await?;
    page.wait_for("all of them", &rows(600)).await?;
    page.see_no_more("Xem thêm").await?;
    page.fill("Tìm đơn vị", "so 600").await?;
    page.wait_for("the one that is looked for", &rows(1))
        .await?;

    page.click_role("button", "Sáp nhập, chia tách đơn vị")
        .await?;
    page.fill("Tìm đơn vị cũ", "so 59").await?;
    page.click_role("checkbox", "Đảng bộ xã số 590").await?;
    page.fill("Tìm đơn vị cũ", "so 60").await?;
    page.see_checked("checkbox", "Đảng bộ xã số 590", true)
        .await?;
    page.click_role("checkbox", "Đảng bộ xã số 600").await?;
    page.accessible().await?;
    page.screenshot("assign-merging-hundreds").await?;
    page.fill("Tên đơn vị mới", "Đảng bộ xã mới").await?;
    page.click_role("button", "Thay bằng đơn vị mới").await?;
    page.click_role("button", "Thay bằng đơn vị mới").await?;
    page.see_row(&["Đảng bộ xã số 590", "nay là Đảng bộ xã mới"])
        .await?;
    page.see_row(&["Đảng bộ xã số 600", "nay là Đảng bộ xã mới"])
        .await?;
    page.no_errors().await
}

pub(crate) async fn put(page: &Page, workspace: &Workspace) -> Result {
    let texts = json!(texts_of(workspace));
    let script = format!(
        "localStorage.clear(); for (const [key, text] of {texts}) localStorage.setItem(key, text); return null"
    );
    page.js::<()>(&script).await
}
