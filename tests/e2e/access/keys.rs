//! Keys as a keyboard sends them, and where they lead.

use serde::Deserialize;
use serde_json::json;

use crate::harness::{Failure, Page, Result};

/// Presses a key: `Tab`, `Enter`, `Escape`, or a blank.
pub(super) async fn press(page: &Page, key: &str) -> Result {
    press_with(page, key, 0).await
}

/// `held` is 1 for Alt, 2 for Ctrl, 8 for Shift.
pub(super) async fn press_with(page: &Page, key: &str, held: u8) -> Result {
    let (code, number, text) = match key {
        "Tab" => ("Tab", 9, ""),
        "Enter" => ("Enter", 13, "\r"),
        "Escape" => ("Escape", 27, ""),
        " " => ("Space", 32, " "),
        "ArrowDown" => ("ArrowDown", 40, ""),
        _ => return Err(Failure::new(format!("no such key: {key}"))),
    };
    let kinds = [
        if text.is_empty() {
            "rawKeyDown"
        } else {
            "keyDown"
        },
        "keyUp",
    ];
    for kind in kinds {
        let stroke = json!({ "type": kind, "code": code, "key": key, "windowsVirtualKeyCode": number, "text": text, "modifiers": held });
        page.tell_browser("Input.dispatchKeyEvent", stroke).await?;
    }
    Ok(())
}

/// Types where the focus is.
pub(super) async fn write(page: &Page, text: &str) -> Result {
    page.tell_browser("Input.insertText", json!({ "text": text }))
        .await?;
    Ok(())
}

/// Where the focus is after a step.
#[derive(Deserialize)]
pub(super) struct Focused {
    /// Empty where the focus left the page.
    pub(super) name: String,
    pub(super) is_new: bool,
    pub(super) faults: Vec<String>,
}

/// Presses Tab and looks at what has the focus then.
pub(super) async fn step(page: &Page) -> Result<Focused> {
    press(page, "Tab").await?;
    page.js(concat!(
        include_str!("../harness/find.js"),
        include_str!("focus.js")
    ))
    .await
}

/// Goes on by Tab to what has this name, as somebody without a mouse does.
pub(super) async fn tab_to(page: &Page, name: &str) -> Result {
    for _ in 0..150 {
        if step(page).await?.name.contains(name) {
            return Ok(());
        }
    }
    Err(Failure::new(format!("Tab does not reach “{name}”")))
}
