//! Filling in and reading what has a state: fields, boxes, rows of a list, the focus.

use std::path::Path;

use serde_json::json;
use thirtyfour::Key;

use super::{Page, Result};

impl Page {
    /// Types into a field and leaves it, as people do before they go on.
    pub(crate) async fn enter(&self, label: &str, text: &str) -> Result {
        self.fill(label, text).await?;
        self.press_key(Key::Tab).await
    }

    /// Pastes a text, line breaks included, into a field.
    pub(crate) async fn paste(&self, label: &str, text: &str) -> Result {
        self.click_role("field", label).await?;
        if self.engine().is_chromium() {
            self.tell_browser("Input.insertText", json!({ "text": text }))
                .await?;
            return Ok(());
        }
        let script = "if (!document.execCommand('insertText', false, arguments[0])) throw new Error('nothing was pasted')";
        self.browser.execute(script, vec![json!(text)]).await?;
        Ok(())
    }

    /// Chooses a day such as `2026-11-20`; how one types it depends on the browser's language.
    pub(crate) async fn choose_day(&self, label: &str, day: &str) -> Result {
        self.pick(label, day).await
    }

    /// Chooses one of the values that a field offers.
    pub(crate) async fn pick(&self, label: &str, value: &str) -> Result {
        let field = self.find("field", label).await?;
        let script = "const [field, value] = arguments; field.value = value;
            for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));";
        self.browser
            .execute(script, vec![field.to_json()?, json!(value)])
            .await?;
        Ok(())
    }

    /// Chooses several files at once in the file field with this label.
    pub(crate) async fn give_files(&self, label: &str, files: &[&Path]) -> Result {
        let paths: Vec<_> = files.iter().map(|path| path.to_string_lossy()).collect();
        let field = self.find("file", label).await?;
        Ok(field.send_keys(paths.join("\n")).await?)
    }

    /// Drops or pastes (`drop`, `paste`) files, or a text, on the page as it is shown.
    pub(crate) async fn bring(&self, how: &str, files: &[(&str, &[u8])], text: &str) -> Result {
        let script = "const [how, files, text] = arguments, data = new DataTransfer();
            for (const [name, bytes] of files) data.items.add(new File([new Uint8Array(bytes)], name));
            if (text) data.setData('text/plain', text);
            const [Kind, key] = how === 'drop' ? [DragEvent, 'dataTransfer'] : [ClipboardEvent, 'clipboardData'];
            const event = new Kind(how, { [key]: data, bubbles: true, cancelable: true });
            document.querySelector('main').dispatchEvent(event);
            if (!event.defaultPrevented) throw new Error(`nobody took what was brought by ${how}`);";
        let arguments = vec![json!(how), json!(files), json!(text)];
        self.browser.execute(script, arguments).await?;
        Ok(())
    }

    /// Presses a key where the focus is.
    pub(crate) async fn press_key(&self, key: Key) -> Result {
        Ok(self.browser.active_element().await?.send_keys(key).await?)
    }

    /// Waits until a field holds a text.
    pub(crate) async fn see_value(&self, label: &str, text: &str) -> Result {
        self.until(
            &format!("“{text}” in the field “{label}”"),
            async || {
                let field = self.find("field", label).await?;
                let held = field.prop("value").await?.unwrap_or_default();
                Ok((held == text).then_some(()))
            },
        )
        .await
    }

    /// Waits until a box or a button that one chooses by (`checkbox`, `radio`) is on or off.
    pub(crate) async fn see_checked(&self, role: &str, name: &str, on: bool) -> Result {
        let script =
            "return arguments[0].checked ?? arguments[0].getAttribute('aria-checked') === 'true'";
        self.until(&format!("{role} “{name}” to be {on}"), async || {
            let element = self.find(role, name).await?.to_json()?;
            let checked: bool = self
                .browser
                .execute(script, vec![element])
                .await?
                .convert()?;
            Ok((checked == on).then_some(()))
        })
        .await
    }

    /// Waits until one item of a list holds all these texts.
    pub(crate) async fn see_row(&self, texts: &[&str]) -> Result {
        self.until(&format!("one row with {texts:?}"), async || {
            Ok(self.has_row(texts).await?.then_some(()))
        })
        .await
    }

    /// Waits until no item of a list holds all these texts.
    pub(crate) async fn see_no_row(&self, texts: &[&str]) -> Result {
        self.until(&format!("no row with {texts:?}"), async || {
            Ok((!self.has_row(texts).await?).then_some(()))
        })
        .await
    }

    async fn has_row(&self, texts: &[&str]) -> Result<bool> {
        let script = "const tidy = (text) => text.normalize('NFC').replace(/\\s+/g, ' ');
            return [...document.querySelectorAll('li, tr, [role=row], [role=listitem]')]
              .filter((row) => row.checkVisibility())
              .some((row) => arguments[0].every((text) => tidy(row.innerText).includes(tidy(text))))";
        Ok(self
            .browser
            .execute(script, vec![json!(texts)])
            .await?
            .convert()?)
    }

    /// The name that assistive technology reads out for what has the focus.
    pub(crate) async fn focused(&self) -> Result<String> {
        self.js(concat!(
            include_str!("find.js"),
            "return nameOf(document.activeElement)"
        ))
        .await
    }
}
