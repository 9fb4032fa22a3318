//! The page as it is served. It carries the first part of the app within it: on a slow network one answer comes much
//! sooner than two that wait for each other.
//!
//! A module is no text. Its bytes stand in the page as the letters from U+0000 to U+00FF; three of them, which a page
//! may not hold or would misread, as the letters 256 places behind theirs. So a server packs the page hardly worse than
//! the module, and a browser has the bytes back by looking at the lower half of each letter. They come in pieces, each
//! followed by the call that hands it on, so that the module is compiled while it arrives; the last one is empty.

use super::parts::{END, script};
use super::{Fault, Parts, Policy, Template};

const FIRST: &str = include_str!("../../public/page/first.js");
const LAST_WORDS: &str = include_str!("../../public/page/last-words.js");
const PIECE: &str = include_str!("../../public/page/piece.js");

/// How a piece begins; the service worker knows it, too (public/service-worker.js).
const BEGIN: &str = r#"<script type="application/octet-stream">"#;

/// A piece has so many bytes: one network's packets of some milliseconds.
const LENGTH: usize = 24_000;

/// Makes the page.
///
/// # Errors
/// Where a part is not what it was when this was written.
pub fn page(parts: &Parts) -> Result<String, Fault> {
    let first = ["(() => {\n", FIRST, LAST_WORDS, "})();\n"];
    let scripts = [
        script(&first)?,
        script(&[PIECE])?.trim_end().to_owned(),
        script(&[parts.script])?,
    ];
    let run = |script: &str| ["<script>", script, END].concat();
    let [first, piece, app] = &scripts;
    let mut body = String::new();
    for bytes in parts.first.chunks(LENGTH).chain([&[][..]]) {
        body += &[BEGIN, &letters(bytes), END, &run(piece), "\n"].concat();
    }
    body += &[run(app), "\n".to_owned()].concat();
    let rest = format!(
        "<html lang=\"vi\" data-rest=\"{}\" data-rest-styles=\"{}\">",
        parts.name_of_rest(),
        parts.name_of_styles()
    );
    let style = format!("<style>{}</style>\n", parts.styles.first.trim());
    let reader = format!("start-reading.js?{}", parts.mark_of_reading());
    Template::of(parts.template)?
        .replace("<html lang=\"vi\">", &rest, Fault::NoHead)?
        .replace("start-reading.js", &reader, Fault::NoHead)?
        .put("</head>", &style, Fault::NoHead)?
        .put("<title>", &(run(first) + "\n"), Fault::NoHead)?
        .put("</body>", &body, Fault::NoShell)?
        .with_policy(&Policy {
            scripts: scripts.to_vec(),
            others: "'self' ",
            rest: "style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; \
                   manifest-src 'self'; base-uri 'none'; form-action 'self'",
        })
}

/// Bytes as letters that may stand in a page.
fn letters(bytes: &[u8]) -> String {
    let letter = |byte: &u8| match byte {
        0 | b'\r' | b'<' => char::from_u32(u32::from(*byte) + 256).unwrap_or_default(),
        _ => char::from(*byte),
    };
    bytes.iter().map(letter).collect()
}
