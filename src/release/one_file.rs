//! The whole app as one page.

use super::parts::{END, script};
use super::{Fault, Parts, Policy, Template, pack};
use crate::one_file::{ENCLOSED_BEGIN, META, READING_MODULE, READING_SCRIPT};
use crate::words::one_file as say;
use base64ct::{Base64, Encoding};

const UNPACKED: &str = include_str!("../../public/page/unpacked.js");
const LAST_WORDS: &str = include_str!("../../public/page/last-words.js");
const START: &str = include_str!("../../public/page/start-packed.js");
const START_READING: &str = include_str!("../../public/page/start-reading-packed.js");

/// Makes the page. Without the second module it is smaller and reads no documents.
///
/// # Errors
/// Where a part is not what it was when this was written.
pub fn one_file(parts: &Parts, with_reading: bool) -> Result<String, Fault> {
    let first = script(&[UNPACKED, LAST_WORDS, START])?;
    let start = ["<script type=\"module\">", &first, END, "\n"].concat();
    let enclosed = [ENCLOSED_BEGIN, END, "\n"].concat();
    let styles = format!(
        "<style>{}{}</style>\n",
        parts.styles.first.trim(),
        parts.styles.rest.trim()
    );
    let data = data(parts, with_reading)?;
    let said = format!(
        "<p class=\"empty\" id=\"not-opened\" hidden>{}</p>\n",
        say::NOT_OPENED
    );
    Template::of(parts.template)?
        .without("<link ", ">")
        .without("<meta name=\"reading-worker\"", ">")
        .put("<title>", &head(parts, with_reading), Fault::NoHead)?
        .put("</head>", &[styles, enclosed, data, start].concat(), Fault::NoHead)?
        .put("<noscript>", &said, Fault::NoShell)?
        .with_policy(&Policy {
            scripts: vec![first, parts.script.to_owned()],
            others: "",
            rest: "style-src 'unsafe-inline'; img-src data:; worker-src blob:; base-uri 'none'; form-action 'none'",
        })
}

/// What the page says of itself, and its icon.
fn head(parts: &Parts, with_reading: bool) -> String {
    let kind = if with_reading { "whole" } else { "small" };
    let icon = Base64::encode_string(parts.icon.as_bytes());
    format!(
        "<meta name=\"{META}\" content=\"{kind}\" />\n<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\" />\n"
    )
}

/// The modules and their scripts, each in an element that browsers take for mere data.
fn data(parts: &Parts, with_reading: bool) -> Result<String, Fault> {
    let data = |id: &str, text: &str| {
        format!("<script id=\"{id}\" type=\"application/octet-stream\">{text}{END}\n")
    };
    // Nobody looks for the end of an element in what is packed.
    let mut all = data("app-script", &pack(parts.script.as_bytes()));
    all += &data("app", &pack(parts.first));
    all += &data("rest", &pack(parts.rest));
    if with_reading {
        let reader = script(&[UNPACKED, parts.reading.script, "\n", START_READING])?;
        all += &data(READING_SCRIPT, &reader);
        all += &data(READING_MODULE, &pack(parts.reading.bytes));
    }
    Ok(all)
}
