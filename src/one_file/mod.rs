//! The whole app as one file of HTML, which runs from a disk without a server, and a plan file within it.
//!
//! The page holds everything: its styles, its script, the modules, and a place for a text that it takes in when it
//! is opened.

/// What the files are called, with the second module and without it.
pub const WHOLE: &str = "so-tien-do.html";
pub const SMALL: &str = "so-tien-do-nho.html";

/// The name of the meta element that tells a page that it is one file.
pub const META: &str = "one-file";

/// The identities of the elements that hold the parts.
pub const ENCLOSED: &str = "enclosed";
pub const READING_SCRIPT: &str = "reading-script";
pub const READING_MODULE: &str = "reading-module";

/// How the place of the enclosed text begins and ends, as a browser writes it too.
pub const ENCLOSED_BEGIN: &str = r#"<script id="enclosed" type="application/json">"#;
const END: &str = "</script>";

/// Puts a text into a page that is one file, in place of the one that it holds; nothing if the page is none.
#[must_use]
pub fn enclose(page: &str, text: &str) -> Option<String> {
    let (before, rest) = page.split_once(ENCLOSED_BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some([before, ENCLOSED_BEGIN, &quoted(text), END, after].concat())
}

/// Reads the text in the place for it; nothing where there is none.
#[must_use]
pub fn enclosed(content: &str) -> Option<String> {
    serde_json::from_str(content).ok()
}

/// A text as a string of JSON that ends no script, whatever it says.
fn quoted(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    quoted.replace('<', "\\u003c")
}
