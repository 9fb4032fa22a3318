//! Taking in a plan: paste or choose, look at what was read, correct it by tap, confirm.

use std::path::PathBuf;

use crate::harness::{Browser, Page, Result, Server, TemporaryFolder};
use crate::steps::{MORNING, first_visit, turn_to};

/// A plan of the project's own making.
pub(crate) const FIRST: &str = include_str!("../data/drafts/first.txt");
const PASTE: &str = "Dán văn bản kế hoạch vào đây";

/// Opens the screen on which plans are taken in.
pub(crate) async fn turn_to_adding(page: &Page) -> Result {
    turn_to(page, "Kế hoạch").await?;
    page.click_role("link", "Thêm kế hoạch").await?;
    page.find("heading", "Thêm kế hoạch").await?;
    Ok(())
}

/// Pastes a text, has it read, and waits for what was made of it.
pub(crate) async fn read(page: &Page, text: &str) -> Result {
    turn_to_adding(page).await?;
    page.paste(PASTE, text).await?;
    page.click_role("button", "Đọc văn bản").await?;
    page.find("heading", "Xác nhận kế hoạch").await?;
    Ok(())
}

async fn read_first(server: &Server) -> Result<Page> {
    let page = first_visit(server).await?;
    read(&page, FIRST).await?;
    Ok(page)
}

pub(crate) async fn keep(page: &Page) -> Result {
    page.click_role("button", "Lưu kế hoạch").await?;
    page.see("Đã lưu kế hoạch").await
}

/// Opens a duty of the draft by its place.
pub(crate) async fn open(page: &Page, place: &str) -> Result {
    let script = format!(
        "const chip = [...document.querySelectorAll('.duty-chip')].find((chip) => chip.querySelector('b').innerText === '{place}');
         chip?.scrollIntoView({{ block: 'center', behavior: 'instant' }}); chip?.click(); return Boolean(chip)"
    );
    page.until(&format!("the duty {place}"), async || {
        Ok(page.js::<bool>(&script).await?.then_some(()))
    })
    .await?;
    page.wait_for(
        "the duty to be open",
        &format!("document.querySelector('#sheet-title')?.innerText === '{place}'"),
    )
    .await
}

pub(crate) async fn close(page: &Page) -> Result {
    page.click_role("button", "Đóng").await?;
    page.wait_for("the duty to be closed", "!document.querySelector('dialog')")
        .await
}

/// The places of the duties in the text.
async fn places(page: &Page) -> Result<Vec<String>> {
    page.js("return [...document.querySelectorAll('.duty-chip b')].map((place) => place.innerText)")
        .await
}

async fn see_places(page: &Page, expected: &[&str]) -> Result {
    page.until(&format!("duties at {expected:?}"), async || {
        Ok((places(page).await? == expected).then_some(()))
    })
    .await
}

/// Waits until the mark of a duty says this.
async fn see_mark(page: &Page, place: &str, text: &str) -> Result {
    page.wait_for(
        &format!("“{text}” at {place}"),
        &format!(
            "[...document.querySelectorAll('.duty-chip')].some((chip) => chip.querySelector('b').innerText === '{place}' && chip.innerText.includes('{text}'))"
        ),
    )
    .await
}

#[tokio::test]
async fn a_pasted_plan_becomes_duties_on_the_first_screen() -> Result {
    let server = Server::start()?;
    let page = read_first(&server).await?;
    page.see_value("Số, ký hiệu", "12-KH/HPN").await?;
    let title = "Tổ chức các hoạt động vì phụ nữ năm 2026";
    page.see_value("Tên kế hoạch (trích yếu)", title).await?;
    page.see("TỔ CHỨC THỰC HIỆN").await?;
    see_mark(&page, "II.1", "Văn phòng Đảng ủy").await?;
    see_mark(&page, "II.1", "hạn 14/03/2026").await?;
    keep(&page).await?;
    page.find("heading", "12-KH/HPN").await?;
    turn_to(&page, "Hôm nay").await?;
    page.see_row(&["12-KH/HPN · II.1", "Trước ngày 15/3/2026"])
        .await?;
    page.see_row(&["96-KH/HU · III.1"]).await?;
    turn_to(&page, "Kế hoạch").await?;
    page.see("2 kế hoạch đang thực hiện").await?;
    page.reload().await?;
    page.see_row(&["12-KH/HPN", title]).await?;
    page.no_errors().await
}

#[tokio::test]
async fn nothing_is_kept_before_it_is_confirmed_but_the_draft_is() -> Result {
    let server = Server::start()?;
    let page = read_first(&server).await?;
    page.fill("Tên gọi ngắn (không bắt buộc)", "Hoạt động phụ nữ")
        .await?;
    open(&page, "II.2").await?;
    page.click_role("button", "Bỏ đánh dấu nhiệm vụ").await?;
    page.see("Đã bỏ đánh dấu").await?;
    turn_to(&page, "Hôm nay").await?;
    page.see_no_row(&["12-KH/HPN"]).await?;
    page.reload().await?;
    turn_to(&page, "Kế hoạch").await?;
    page.see("1 kế hoạch đang thực hiện").await?;
    page.see("Bản nháp chưa lưu: Hoạt động phụ nữ").await?;
    page.click_role("link", "Tiếp tục").await?;
    page.see_value("Tên gọi ngắn (không bắt buộc)", "Hoạt động phụ nữ")
        .await?;
    assert!(!places(&page).await?.contains(&"II.2".to_owned()));
    page.click_role("button", "Hoàn tác").await?;
    page.until("the duty to be back", async || {
        Ok(places(&page)
            .await?
            .contains(&"II.2".to_owned())
            .then_some(()))
    })
    .await?;
    turn_to(&page, "Kế hoạch").await?;
    page.click_role("button", "Bỏ bản nháp").await?;
    page.see_no_more("Bản nháp chưa lưu").await?;
    page.click_role("button", "Hoàn tác").await?;
    page.see("Bản nháp chưa lưu").await?;
    page.no_errors().await
}

#[tokio::test]
async fn duties_are_made_dropped_split_joined_and_moved_by_tap() -> Result {
    let server = Server::start()?;
    let page = read_first(&server).await?;
    let all = places(&page).await?;
    page.click_role("button", "Đánh dấu là nhiệm vụ: Nâng cao nhận thức")
        .await?;
    page.wait_for(
        "the new duty",
        "document.querySelector('#sheet-title')?.innerText === 'I.-1'",
    )
    .await?;
    page.click_role("button", "Bỏ đánh dấu nhiệm vụ").await?;
    page.wait_for("the sheet to close", "!document.querySelector('dialog')")
        .await?;
    assert_eq!(places(&page).await?, all);
    open(&page, "II.2").await?;
    page.click_role("button", "Sửa phạm vi").await?;
    page.click_role("button", "Tách ở đây").await?;
    page.see("Đã tách thành hai nhiệm vụ").await?;
    close(&page).await?;
    let mut split: Vec<&str> = all.iter().map(String::as_str).collect();
    split.insert(2, "II.2 (2)");
    see_places(&page, &split).await?;
    open(&page, "II.2").await?;
    page.click_role("button", "Sửa phạm vi").await?;
    page.click_role("button", "Gộp với nhiệm vụ sau (II.2 (2))")
        .await?;
    page.see("Đã gộp hai nhiệm vụ").await?;
    close(&page).await?;
    split.remove(2);
    see_places(&page, &split).await?;
    open(&page, "II.1").await?;
    page.click_role("button", "Sửa phạm vi").await?;
    page.click_role("button", "Chuyển dấu lên đoạn trước")
        .await?;
    page.wait_for(
        "the mark to move",
        "document.querySelector('#sheet-title')?.innerText === 'II'",
    )
    .await?;
    page.click_role("button", "Hoàn tác").await?;
    page.wait_for(
        "the mark to be back",
        "document.querySelector('#sheet-title')?.innerText === 'II.1'",
    )
    .await?;
    page.no_errors().await
}

#[tokio::test]
async fn who_and_when_are_set_by_tap() -> Result {
    let server = Server::start()?;
    let page = read_first(&server).await?;
    open(&page, "II.3").await?;
    page.fill("Thêm đơn vị hoặc khối – chủ trì", "Trạm Y tế xã A")
        .await?;
    page.click_beside("Thêm đơn vị hoặc khối – chủ trì", "Thêm")
        .await?;
    page.find("button", "Xóa: Trạm Y tế xã A").await?;
    page.click_role("button", "Hội Phụ nữ xã").await?;
    page.find("button", "Xóa: Hội Phụ nữ xã").await?;
    page.click_role("button", "Xóa: Hội Phụ nữ xã").await?;
    page.choose_day("Ngày cuối đúng hạn", "2026-12-20").await?;
    page.see_value("Câu chữ về thời hạn", "Đến hết ngày 20/12/2026")
        .await?;
    page.see("ngày cuối đúng hạn: 20/12/2026 (tính cả ngày đó)")
        .await?;
    page.click_role("button", "Không định kỳ").await?;
    close(&page).await?;
    see_mark(&page, "II.3", "Trạm Y tế xã A · hạn 20/12/2026").await?;
    open(&page, "II.1").await?;
    page.see("“trước ngày” không tính ngày đó").await?;
    page.choose_day("Ngày cuối đúng hạn", "2026-12-01").await?;
    page.see("Trước ngày 15/3/2026 – ngày cuối đúng hạn: 01/12/2026")
        .await?;
    // What was typed and not added is not lost.
    page.fill("Thêm đơn vị hoặc khối – phối hợp", "Đoàn Thanh niên xã")
        .await?;
    close(&page).await?;
    page.see("Đã thêm: “Đoàn Thanh niên xã”").await?;
    open(&page, "II.1").await?;
    page.find("button", "Xóa: Đoàn Thanh niên xã").await?;
    close(&page).await?;
    keep(&page).await?;
    turn_to(&page, "Hôm nay").await?;
    page.see_row(&["12-KH/HPN · II.3", "Trạm Y tế xã A", "còn 27 ngày"])
        .await?;
    page.see_row(&["12-KH/HPN · II.1", "còn 8 ngày"]).await?;
    turn_to(&page, "Đơn vị").await?;
    page.see_row(&["Trạm Y tế xã A"]).await?;
    page.no_errors().await
}

#[tokio::test]
async fn what_is_unsure_comes_first_and_is_settled_by_tap() -> Result {
    let server = Server::start()?;
    let page = read_first(&server).await?;
    let asked = "return Number(document.querySelector('.review h2 .count').innerText)";
    let before: u32 = page.js(asked).await?;
    assert!(before > 0, "the text tells no day of issue");
    page.choose_day("Ngày ban hành", "2026-01-20").await?;
    page.until("one question less", async || {
        Ok((page.js::<u32>(asked).await? < before).then_some(()))
    })
    .await?;
    let is_first: bool = page
        .js("return Boolean(document.querySelector('.review').compareDocumentPosition(document.querySelector('.document.draft')) & Node.DOCUMENT_POSITION_FOLLOWING)")
        .await?;
    assert!(is_first);
    while page.js::<u32>(asked).await? > 0 {
        let left: u32 = page.js(asked).await?;
        let press = "const rows = document.querySelectorAll('.review details'); rows[0].open = true; rows[0].querySelector('.answers .second').click(); return null";
        let () = page.js(press).await?;
        page.until("the question to be settled", async || {
            Ok((page.js::<u32>(asked).await? < left).then_some(()))
        })
        .await?;
    }
    page.see("Không còn chỗ nào cần xem lại.").await?;
    page.no_errors().await
}

fn file(folder: &TemporaryFolder, name: &str, content: &[u8]) -> Result<PathBuf> {
    let path = folder.path().join(name);
    std::fs::write(&path, content)?;
    Ok(path)
}

#[tokio::test]
async fn a_file_is_read_and_a_bad_one_gets_its_sentence() -> Result {
    let server = Server::start()?;
    let page = read_first(&server).await?;
    turn_to_adding(&page).await?;
    page.see("Bản nháp chưa lưu: 12-KH/HPN").await?;
    let folder = TemporaryFolder::new()?;
    let old = file(
        &folder,
        "cu.doc",
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more",
    )?;
    page.give_file("Chọn tệp kế hoạch", &old).await?;
    page.see("Tệp Word kiểu cũ (.doc) không đọc được ở đây.")
        .await?;
    page.see("Bản nháp chưa lưu: 12-KH/HPN").await?;
    let other = FIRST.replace("12-KH/HPN", "13-KH/HPN");
    let good = file(&folder, "ke-hoach-13.txt", other.as_bytes())?;
    page.give_file("Chọn tệp kế hoạch", &good).await?;
    page.find("heading", "Xác nhận kế hoạch").await?;
    page.see("ke-hoach-13.txt").await?;
    page.see_value("Số, ký hiệu", "13-KH/HPN").await?;
    page.no_errors().await
}

#[tokio::test]
async fn on_a_wide_screen_the_list_and_the_text_turn_to_each_other() -> Result {
    let server = Server::start()?;
    let page = Browser::desktop().at(MORNING).open(&server.url()).await?;
    read(&page, FIRST).await?;
    let () = page
        .js("[...document.querySelectorAll('.duty-index a')].at(-1).click(); return null")
        .await?;
    page.wait_for(
        "the text to show the duty",
        "(() => { const chip = [...document.querySelectorAll('.duty-chip')].at(-1).getBoundingClientRect(); return chip.top >= 0 && chip.bottom <= innerHeight; })()",
    )
    .await?;
    page.wait_for(
        "the duty to be open",
        "document.querySelector('#sheet-title')?.innerText === 'III.2'",
    )
    .await?;
    page.no_errors().await
}

/// Many duties in a long text: about 300 kB.
fn long_text() -> String {
    let mut text = FIRST
        .split("II. NHIỆM VỤ")
        .next()
        .unwrap_or_default()
        .to_owned();
    for number in 0..200 {
        if number % 50 == 0 {
            text.push_str(&format!(
                "{}. NHIỆM VỤ\n\n",
                ["II", "III", "IV", "V"][number / 50]
            ));
        }
        let point = number % 50 + 1;
        let words = "tổ chức thực hiện các nội dung của kế hoạch trên địa bàn, ".repeat(18);
        text.push_str(&format!("{point}. Hội Phụ nữ xã chủ trì, phối hợp với Trạm Y tế xã {words}trước ngày 15/12/2026.\n\n"));
    }
    text
}

#[tokio::test]
async fn a_long_plan_stays_quick() -> Result {
    let server = Server::start()?;
    let page = first_visit(&server).await?;
    let text = long_text();
    assert!(text.len() > 300_000, "{}", text.len());
    read(&page, &text).await?;
    page.until("200 duties", async || {
        Ok((places(&page).await?.len() == 200).then_some(()))
    })
    .await?;
    // One correction builds one paragraph anew, and not the whole text.
    let script = "
        const text = document.querySelector('.document.draft');
        window.built = 0;
        new MutationObserver((changes) => { for (const change of changes) window.built += change.addedNodes.length; }).observe(text, { childList: true });
        return null";
    let () = page.js(script).await?;
    open(&page, "III.50").await?;
    page.choose_day("Ngày cuối đúng hạn", "2026-12-20").await?;
    see_mark(&page, "III.50", "hạn 20/12/2026").await?;
    let built: u32 = page.js("return window.built").await?;
    assert!(built <= 2, "{built} paragraphs were built anew");
    page.no_errors().await
}

/// Workers that never answer, and say when they are ended.
const SILENT: &str =
    "window.Worker = class { postMessage() {} terminate() { window.ended = true; } };";
/// A browser that starts no worker.
const NONE: &str = "window.Worker = class { constructor() { throw new Error('none'); } };";

#[tokio::test]
async fn a_reading_that_takes_long_shows_how_far_it_is_and_can_be_stopped() -> Result {
    let server = Server::start()?;
    let browser = Browser::phone().at(MORNING).before_load(SILENT);
    let page = browser.open(&server.url()).await?;
    turn_to_adding(&page).await?;
    page.click_role("button", "Đọc văn bản").await?;
    page.see("Hãy dán văn bản kế hoạch trước.").await?;
    page.paste(PASTE, FIRST).await?;
    page.click_role("button", "Đọc văn bản").await?;
    page.see("Đang đọc văn bản đã dán… 0 %").await?;
    page.wait_for("a bar", "document.querySelector('progress')?.value === 0")
        .await?;
    page.accessible().await?;
    page.click_role("button", "Dừng").await?;
    page.see("Đã dừng đọc.").await?;
    page.wait_for("the worker to be ended", "window.ended")
        .await?;
    page.see_no_more("Đang đọc").await?;
    let typed: String = page
        .js("return document.querySelector('.paste').value")
        .await?;
    assert_eq!(typed.trim(), FIRST.trim(), "what was pasted is still there");
    page.no_errors().await
}

#[tokio::test]
async fn a_browser_that_cannot_read_says_so() -> Result {
    let server = Server::start()?;
    let browser = Browser::phone().at(MORNING).before_load(NONE);
    let page = browser.open(&server.url()).await?;
    turn_to_adding(&page).await?;
    page.paste(PASTE, FIRST).await?;
    page.click_role("button", "Đọc văn bản").await?;
    page.wait_for(
        "a sentence",
        "document.querySelector('[role=alert]')?.innerText.length > 20",
    )
    .await?;
    page.no_errors().await
}

#[tokio::test]
async fn a_file_is_dropped_on_the_page() -> Result {
    let server = Server::start()?;
    let page = Browser::desktop().at(MORNING).open(&server.url()).await?;
    turn_to_adding(&page).await?;
    let text = serde_json::to_string(FIRST)?;
    let () = page
        .js(&format!(
            "const held = new DataTransfer(); held.items.add(new File([{text}], 'tha-vao.txt'));
             document.querySelector('.drop').dispatchEvent(new DragEvent('drop', {{ dataTransfer: held, bubbles: true, cancelable: true }}));
             return null"
        ))
        .await?;
    page.see("tha-vao.txt · 6 nhiệm vụ").await?;
    page.no_errors().await
}
