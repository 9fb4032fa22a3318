//! All ways by which files come in: dropped, packed, pasted, shared by other apps, opened by a double click.

use serde_json::json;

use crate::country::STOP_AT_ONCE;
use crate::exchange::{coordinator, ticked_result};
use crate::harness::{Browser, Page, Release, Result, Server};
use crate::letter::Letter;
use crate::offline::{WAITING, look_for_update, take_waiting, visit};
use crate::steps::{MORNING, UNIT, turn_to};
use crate::zips::zip;

const ACCEPT: &str = "Nhận kết quả này";
const PASTE: &str = "Dán từ bộ nhớ tạm";

/// A clipboard that holds what the test puts there, or is refused.
const CLIPBOARD: &str =
    "Object.defineProperty(navigator, 'clipboard', { value: { async readText() {
    if (window.clipboardText === undefined) throw new DOMException('', 'NotAllowedError');
    return window.clipboardText; } } });";

/// Keeps the function that is called when the app is opened with files.
const LAUNCH_QUEUE: &str =
    "Object.defineProperty(window, 'launchQueue', { value: { setConsumer(consumer) {
    window.launch = consumer; } } });";

#[tokio::test]
async fn many_files_are_dropped_at_once() -> Result {
    let server = Server::start()?;
    let good = result_of_unit(&server).await?;
    let page = coordinator(&server).await?;
    let files: [(&str, &[u8]); 3] = [
        ("good.json", good.as_bytes()),
        ("bad.json", b"{}"),
        ("words.txt", "Kính gửi".as_bytes()),
    ];
    page.bring("drop", &files, "").await?;
    page.see_row(&["good.json", UNIT, "1 thay đổi"]).await?;
    page.see_row(&["bad.json", "do chương trình khác làm ra"])
        .await?;
    page.see_row(&["words.txt", "không phải tệp của Sổ Tiến Độ"])
        .await?;
    accept(&page).await?;
    page.no_errors().await
}

#[tokio::test]
async fn the_files_of_a_zip_are_opened_one_by_one() -> Result {
    let server = Server::start()?;
    let good = result_of_unit(&server).await?;
    let inner = zip(&[("good.json", good.as_bytes())]);
    let packed = zip(&[
        ("xã/good.json", good.as_bytes()),
        ("__MACOSX/._good.json", b"\0"),
        ("inner.zip", &inner),
        ("cut.json", &good.as_bytes()[..200]),
    ]);
    let page = coordinator(&server).await?;
    page.bring("drop", &[("all.zip", &packed)], "").await?;
    page.see_row(&["all.zip/xã/good.json", UNIT, "1 thay đổi"])
        .await?;
    page.see_row(&["all.zip/inner.zip", "do chương trình khác làm ra"])
        .await?;
    page.see_row(&["all.zip/cut.json", "bị cắt mất một phần"])
        .await?;
    page.see_no_row(&["__MACOSX"]).await?;
    page.screenshot("zip").await?;
    page.accessible().await?;
    page.no_sideways_scrolling().await?;
    accept(&page).await?;
    let half = &packed[..packed.len() / 2];
    page.bring("drop", &[("half.zip", half)], "").await?;
    page.see_row(&["half.zip", "Tệp nén bị hỏng"]).await?;
    let document = zip(&[("[Content_Types].xml", b"<Types/>".as_slice())]);
    page.bring("drop", &[("plan.docx", &document)], "").await?;
    page.see_row(&["plan.docx", "Thêm kế hoạch"]).await?;
    let () = page
        .js("document.querySelector('meta[name=reading-worker]').remove(); return null")
        .await?;
    page.bring("drop", &[("all.zip", &packed)], "").await?;
    page.see_row(&["all.zip", "Chưa giải nén được trên máy này."])
        .await?;
    page.no_errors().await
}

#[tokio::test]
async fn a_chat_message_is_pasted_with_the_words_around() -> Result {
    let server = Server::start()?;
    let good = result_of_unit(&server).await?;
    let page = coordinator(&server).await?;
    let message = format!("Gửi “kết quả”:\r\n{good}\r\nTrân trọng {{văn phòng}}");
    page.bring("paste", &[], &message).await?;
    page.see_row(&["nội dung dán 1", UNIT, "1 thay đổi"])
        .await?;
    page.click_role("button", "Bỏ qua").await?;
    page.see_no_more("Xem trước").await?;
    page.bring("paste", &[("pasted.json", good.as_bytes())], "")
        .await?;
    page.see_row(&["pasted.json", UNIT]).await?;
    page.bring("paste", &[], "Kính gửi").await?;
    page.see_row(&["nội dung dán 1", "không phải tệp của Sổ Tiến Độ"])
        .await?;
    page.no_errors().await
}

#[tokio::test]
async fn the_clipboard_is_read_by_one_tap() -> Result {
    let server = Server::start()?;
    let good = result_of_unit(&server).await?;
    let damaged = good.replace("2026-11-23", "2026-11-22");
    let page = visit_with(CLIPBOARD, &server).await?;
    put_on_clipboard(&page, &format!("một {good} hai {damaged}")).await?;
    page.click_role("button", PASTE).await?;
    page.see_row(&["nội dung dán 1", UNIT, "1 thay đổi"])
        .await?;
    page.see_row(&["nội dung dán 2", "Tệp bị hỏng"]).await?;
    accept(&page).await?;
    put_on_clipboard(&page, " ").await?;
    page.click_role("button", PASTE).await?;
    page.see("Chưa có nội dung nào để mở.").await?;
    page.no_errors().await
}

#[tokio::test]
async fn where_the_clipboard_is_refused_there_is_a_field() -> Result {
    let server = Server::start()?;
    let good = result_of_unit(&server).await?;
    let page = visit_with(CLIPBOARD, &server).await?;
    page.click_role("button", PASTE).await?;
    page.paste("Dán nội dung ở đây", &format!("Gửi:\n{good}\n"))
        .await?;
    page.screenshot("paste").await?;
    page.accessible().await?;
    page.no_sideways_scrolling().await?;
    page.click_role("button", "Mở nội dung đã dán").await?;
    page.see_row(&["nội dung dán 1", UNIT, "1 thay đổi"])
        .await?;
    page.no_errors().await
}

#[tokio::test]
async fn other_apps_share_files_without_a_network() -> Result {
    let mut server = Server::start()?;
    let good = result_of_unit(&server).await?;
    let page = visit(&server).await?;
    server.stop();
    share(
        &page,
        &[("kết quả.json.txt", &good), ("bad.json", "{}")],
        "xem tệp nhé",
        "form",
    )
    .await?;
    page.find("heading", "Xem trước").await?;
    page.see_row(&["kết quả.json.txt", UNIT, "1 thay đổi"])
        .await?;
    page.see_row(&["bad.json", "do chương trình khác làm ra"])
        .await?;
    page.see_no_row(&["nội dung dán"]).await?;
    page.wait_for("what was shown to be forgotten", INBOX_IS_EMPTY)
        .await?;
    accept(&page).await?;
    share(&page, &[], &format!("kết quả đây: {good}"), "form").await?;
    page.see_row(&["nội dung dán 1", "Giống bản trên máy"])
        .await?;
    page.no_errors().await
}

#[tokio::test]
async fn what_was_shared_waits_until_it_is_shown() -> Result {
    let mut server = Server::start()?;
    let good = result_of_unit(&server).await?;
    let page = visit(&server).await?;
    server.stop();
    // As if the page had been closed before it could show anything.
    share(&page, &[("one.json", &good)], "", "fetch").await?;
    turn_to(&page, "Gửi – nhận").await?;
    page.see_row(&["one.json", UNIT]).await?;
    page.wait_for("what was shown to be forgotten", INBOX_IS_EMPTY)
        .await?;
    turn_to(&page, "Hôm nay").await?;
    page.see_no_more("one.json").await?;
    share(&page, &[("two.json", &good)], "", "fetch").await?;
    page.reload().await?;
    page.see_row(&["two.json", UNIT]).await?;
    page.see_no_row(&["one.json"]).await?;
    page.wait_for("what was shown to be forgotten", INBOX_IS_EMPTY)
        .await?;
    page.no_errors().await
}

#[tokio::test]
async fn what_was_shared_and_stopped_is_shown_later() -> Result {
    const MANY: usize = 300;
    let server = Server::start()?;
    let good = result_of_unit(&server).await?;
    let page = visit(&server).await?;
    let names: Vec<_> = (1..=MANY).map(|number| format!("{number}.json")).collect();
    let files: Vec<_> = names.iter().map(|name| (name.as_str(), &*good)).collect();
    share(&page, &files, "", "fetch").await?;
    page.js::<()>(STOP_AT_ONCE).await?;
    let slower = json!({ "rate": 10 });
    page.tell_browser("Emulation.setCPUThrottlingRate", slower)
        .await?;
    turn_to(&page, "Gửi – nhận").await?;
    page.wait_for("it to be told and stopped", "window.told")
        .await?;
    page.see("Đã dừng. Chưa có gì thay đổi.").await?;
    let full_speed = json!({ "rate": 1 });
    page.tell_browser("Emulation.setCPUThrottlingRate", full_speed)
        .await?;
    turn_to(&page, "Hôm nay").await?;
    turn_to(&page, "Gửi – nhận").await?;
    page.see("300 tệp").await?;
    page.wait_for("what was shown to be forgotten", INBOX_IS_EMPTY)
        .await?;
    page.no_errors().await
}

#[tokio::test]
async fn a_double_click_opens_files_wherever_the_user_is() -> Result {
    let server = Server::start()?;
    let good = result_of_unit(&server).await?;
    let browser = Browser::desktop().at(MORNING).before_load(LAUNCH_QUEUE);
    let page = browser.open(&server.url()).await?;
    page.see("Thứ Hai, 23/11/2026").await?;
    // What takes files comes with the rest of the app.
    page.wait_for("the app takes files", "!!window.launch")
        .await?;
    let script = "const file = new File([arguments[0]], 'one.sotiendo');
        window.launch({ files: [{ getFile: async () => file }, { getFile: async () => { throw new Error('gone'); } }] });";
    page.browser.execute(script, vec![json!(good)]).await?;
    page.see_row(&["one.sotiendo", UNIT, "1 thay đổi"]).await?;
    turn_to(&page, "Hôm nay").await?;
    turn_to(&page, "Gửi – nhận").await?;
    page.see_row(&["one.sotiendo", UNIT]).await?;
    accept(&page).await?;
    page.no_errors().await
}

#[tokio::test]
async fn an_update_keeps_what_was_shared() -> Result {
    let release = Release::copy()?;
    let server = Server::start_with(release.folder())?;
    let good = result_of_unit(&server).await?;
    let page = visit(&server).await?;
    share(&page, &[("one.json", &good)], "", "fetch").await?;
    release.publish_next("next")?;
    look_for_update(&page).await?;
    page.wait_for("a waiting release", WAITING).await?;
    take_waiting(&page).await?;
    page.reload().await?;
    page.see_row(&["one.json", UNIT]).await?;
    page.no_errors().await
}

#[tokio::test]
async fn what_could_not_be_kept_is_told() -> Result {
    let server = Server::start()?;
    let page = Browser::phone().at(MORNING);
    let page = page
        .open(&format!("{}#/gui-nhan?chua-nhan", server.url()))
        .await?;
    page.see("Chưa nhận được tệp vừa chia sẻ.").await?;
    page.wait_for("the address to be plain", "location.hash === '#/gui-nhan'")
        .await?;
    page.no_errors().await
}

/// Whether nothing waits any more of what was shared.
const INBOX_IS_EMPTY: &str = "caches.keys()
    .then((names) => Promise.all(names.filter((name) => name.startsWith('so-tien-do inbox')).map((name) => caches.open(name))))
    .then((caches) => Promise.all(caches.map((cache) => cache.keys())))
    .then((all) => all.length === 1 && all[0].length === 0)";

/// Sends files and a text as the system's share sheet does: by a form that the page goes to, or by a
/// request that leaves the page as it is.
async fn share(page: &Page, files: &[(&str, &str)], text: &str, by: &str) -> Result {
    let script = "const [files, text, by] = arguments, form = document.createElement('form');
        form.method = 'post'; form.enctype = 'multipart/form-data'; form.action = './nhan-tep';
        const input = document.createElement('input'), area = document.createElement('textarea'), data = new DataTransfer();
        for (const [name, content] of files) data.items.add(new File([content], name));
        input.type = 'file'; input.multiple = true; input.name = 'files'; input.files = data.files;
        area.name = 'text'; area.value = text;
        form.append(input, area);
        if (by === 'fetch') return fetch(form.action, { method: 'POST', body: new FormData(form) }).then(() => null);
        document.body.append(form);
        form.submit();";
    let arguments = vec![json!(files), json!(text), json!(by)];
    page.browser.execute(script, arguments).await?;
    Ok(())
}

/// The file of a unit whose one duty is done.
async fn result_of_unit(server: &Server) -> Result<String> {
    let (_folder, file) = ticked_result(server).await?;
    Letter::read(&file).map(Letter::whole)
}

async fn visit_with(script: &str, server: &Server) -> Result<Page> {
    let browser = Browser::phone().at(MORNING).before_load(script);
    let page = browser.open(&server.url()).await?;
    turn_to(&page, "Gửi – nhận").await?;
    page.find("heading", "Nhận tệp").await?;
    Ok(page)
}

async fn put_on_clipboard(page: &Page, text: &str) -> Result {
    let script = "window.clipboardText = arguments[0]";
    page.browser.execute(script, vec![json!(text)]).await?;
    Ok(())
}

async fn accept(page: &Page) -> Result {
    page.click_role("button", ACCEPT).await?;
    page.see("Đã nhận 1 kết quả.").await?;
    page.see_no_more("Xem trước").await
}
