//! Input methods of Vietnamese (Telex, VNI): letters are put together while one types, in every field.

use serde_json::json;

use super::keys::{press, write};
use crate::draft::turn_to_adding;
use crate::harness::{Page, Result, Server};
use crate::steps::{first_visit, open_duty, see_list, turn_to, turn_to_plan, visit_as_unit};

/// A syllable as an input method makes it: every state takes the place of the one before.
async fn compose(page: &Page, states: &[&str]) -> Result {
    for state in states {
        let end = state.chars().count();
        let composing = json!({ "text": state, "selectionStart": end, "selectionEnd": end });
        page.tell_browser("Input.imeSetComposition", composing)
            .await?;
    }
    Ok(())
}

/// Ends a syllable as it stands.
async fn commit(page: &Page, text: &str) -> Result {
    page.tell_browser("Input.insertText", json!({ "text": text }))
        .await?;
    Ok(())
}

const HOI: [&str; 5] = ["h", "ho", "hoi", "hội", "hội"];

/// Puts syllables together in the field, which must hold them all, composed.
async fn types(page: &Page, label: &str) -> Result {
    page.click_role("field", label).await?;
    compose(page, &HOI).await?;
    page.see_value(label, "hội").await?;
    commit(page, "hội").await?;
    write(page, " ").await?;
    compose(page, &["n", "ng", "ngh", "nghi", "nghị"]).await?;
    page.see_value(label, "hội nghị").await?;
    commit(page, "nghị").await?;
    page.see_value(label, "hội nghị").await
}

#[tokio::test]
async fn syllables_are_put_together_in_every_kind_of_field() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    open_duty(&page, "III.7").await?;
    page.click_role("radio", "Không áp dụng").await?;
    for label in [
        "Lý do không áp dụng",
        "Cán bộ phụ trách",
        "Ghi chú",
        "Số, ký hiệu",
        "Việc cần làm",
    ] {
        types(&page, label).await?;
    }
    page.click_role("button", "Đóng").await?;
    see_list(&page).await?;
    page.reload().await?;
    open_duty(&page, "III.7").await?;
    for label in ["Lý do không áp dụng", "Cán bộ phụ trách", "Ghi chú"] {
        page.see_value(label, "hội nghị").await?;
    }
    page.click_role("button", "Đóng").await?;
    see_list(&page).await?;
    turn_to_adding(&page).await?;
    types(&page, "Dán văn bản kế hoạch vào đây").await?;
    page.click_role("link", "Đơn vị").await?;
    page.click_role("link", "Đổi đơn vị").await?;
    page.click_role("button", "Các chi bộ, đảng bộ trực thuộc")
        .await?;
    types(&page, "Thêm đơn vị vào khối (mỗi dòng một tên)").await?;
    types(&page, "Tìm đơn vị").await?;
    page.no_errors().await
}

#[tokio::test]
async fn the_search_finds_while_a_syllable_is_put_together() -> Result {
    let server = Server::start()?;
    let page = first_visit(&server).await?;
    turn_to_plan(&page).await?;
    page.click_role("field", "Tìm trong kế hoạch").await?;
    compose(&page, &["c", "ca", "can", "cán"]).await?;
    page.see_value("Tìm trong kế hoạch", "cán").await?;
    commit(&page, "cán").await?;
    write(&page, " bộ ").await?;
    compose(&page, &["n", "nu", "nư", "nữ"]).await?;
    page.see("1/4").await?;
    page.see_value("Tìm trong kế hoạch", "cán bộ nữ").await?;
    assert_eq!(page.focused().await?, "Tìm trong kế hoạch");
    // The Enter that ends a syllable is the input method's, not the form's.
    enter_of_input_method(&page).await?;
    commit(&page, "nữ").await?;
    page.see("1/4").await?;
    press(&page, "Enter").await?;
    page.see("2/4").await?;
    page.see_value("Tìm trong kế hoạch", "cán bộ nữ").await
}

#[tokio::test]
async fn keys_of_an_input_method_neither_send_nor_close() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    open_duty(&page, "III.7").await?;
    page.click_role("field", "Việc cần làm").await?;
    compose(&page, &HOI).await?;
    enter_of_input_method(&page).await?;
    let script = "return document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
        { key: 'Escape', code: 'Escape', isComposing: true, bubbles: true, cancelable: true }))";
    assert!(page.js::<bool>(script).await?);
    commit(&page, "hội").await?;
    page.see_value("Việc cần làm", "hội").await?;
    page.see_no_row(&["hội", "Xóa"]).await?;
    page.find("heading", "III.7").await?;
    press(&page, "Enter").await?;
    page.see_row(&["hội", "Xóa"]).await?;
    press(&page, "Escape").await?;
    see_list(&page).await
}

/// What a keyboard tells of a key that the input method takes for itself.
async fn enter_of_input_method(page: &Page) -> Result {
    for kind in ["rawKeyDown", "keyUp"] {
        let stroke = json!({ "type": kind, "code": "Enter", "key": "Process", "windowsVirtualKeyCode": 229 });
        page.tell_browser("Input.dispatchKeyEvent", stroke).await?;
    }
    Ok(())
}

/// Letters that arrive in pieces are kept composed, so that equal words are equal.
#[tokio::test]
async fn letters_in_pieces_are_kept_whole() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    open_duty(&page, "III.7").await?;
    page.click_role("field", "Ghi chú").await?;
    write(&page, "ho\u{323}\u{302}i nghi\u{323}").await?;
    press(&page, "Tab").await?;
    page.see_value("Ghi chú", "hội nghị").await?;
    page.reload().await?;
    page.see_value("Ghi chú", "hội nghị").await?;
    page.click_role("button", "Đóng").await?;
    see_list(&page).await?;
    turn_to(&page, "Kế hoạch").await?;
    page.click_role("link", "96-KH/HU").await?;
    page.click_role("field", "Tìm trong kế hoạch").await?;
    write(&page, "ca\u{301}n bo\u{323}\u{302} nu\u{31b}\u{303}").await?;
    page.see("1/4").await
}

/// Whoever pauses in the middle of a text goes on there, not at its end.
#[tokio::test]
async fn a_pause_moves_neither_the_caret_nor_a_syllable() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    open_duty(&page, "III.7").await?;
    page.click_role("field", "Ghi chú").await?;
    write(&page, "đã họp").await?;
    kept(&page, "đã họp").await?;
    let () = page
        .js("document.activeElement.setSelectionRange(3, 3); return null")
        .await?;
    compose(&page, &["m", "mo", "mới"]).await?;
    kept(&page, "đã mớihọp").await?;
    compose(&page, &["mới"]).await?;
    commit(&page, "mới").await?;
    write(&page, " ").await?;
    page.see_value("Ghi chú", "đã mới họp").await
}

/// Waits until the device keeps what was typed, with the field not left.
async fn kept(page: &Page, text: &str) -> Result {
    let stored = format!(
        "Object.values(localStorage).some((one) => one.includes({}))",
        json!(text)
    );
    page.wait_for(&format!("“{text}” to be kept"), &stored)
        .await
}
