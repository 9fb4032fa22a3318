//! A release → one page that holds all of it.

use super::{BEGIN, END, META, READING_MODULE, READING_SCRIPT, pack};
use crate::words::one_file as say;
use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};
use std::fmt::{self, Display, Formatter};

const UNPACKED: &str = include_str!("../../public/one-file/unpacked.js");
const START_PAGE: &str = include_str!("../../public/one-file/start-page.js");
const START_APP: &str = include_str!("../../public/one-file/start-app.js");
const START_READING: &str = include_str!("../../public/one-file/start-reading.js");

/// A module of the release with the script that binds it.
#[derive(Clone, Copy, Debug)]
pub struct Module<'a> {
    pub script: &'a str,
    pub bytes: &'a [u8],
}

/// What a page is made of.
#[derive(Clone, Copy, Debug)]
pub struct Release<'a> {
    /// The release's own page.
    pub page: &'a str,
    pub app: Module<'a>,
    /// The rest of the app, which its script fetches later; the page has it from the start.
    pub rest: &'a [u8],
    /// The second module; a page without it is smaller and reads no documents.
    pub reading: Option<Module<'a>>,
    /// An SVG.
    pub icon: &'a str,
}

/// Why no page could be made: what was looked for in the release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    NoPolicy,
    NoHead,
    NoStart,
    NoShell,
    /// A script that would end the element in which it stands.
    EndsItself,
}

/// Makes the page.
///
/// # Errors
/// Where the release is not what it was when this was written.
pub fn build(release: &Release) -> Result<String, Fault> {
    let page = without(release.page, "<!--", "-->");
    let page = without(&page, "/*", "*/");
    let page = without(&page, "<link ", ">");
    let page = without(&page, "<meta name=\"reading-worker\"", ">");
    let page = without_indents(&page);
    let (before, rest) = page.split_once(START).ok_or(Fault::NoStart)?;
    let (_, after) = rest.split_once(END).ok_or(Fault::NoStart)?;
    let (first, app) = (script("", START_PAGE)?, script_of_app(release));
    let start = [START, &*first, END].concat();
    let parts = [BEGIN, END, "\n", &*parts(release, &app)?].concat();
    let page = [before, &parts, &start, after].concat();
    let page = with_policy(&page, &policy([&first, &app]))?;
    let page = put(&page, "<title>", &head(release), Fault::NoHead)?;
    let said = format!(
        "<p class=\"empty\" id=\"not-opened\" hidden>{}</p>\n",
        say::NOT_OPENED
    );
    put(&page, "<noscript>", &said, Fault::NoShell)
}

const START: &str = "<script type=\"module\">";

/// What the page says of itself, and its icon.
fn head(release: &Release) -> String {
    let kind = if release.reading.is_some() {
        "whole"
    } else {
        "small"
    };
    let icon = Base64::encode_string(release.icon.as_bytes());
    format!(
        "<meta name=\"{META}\" content=\"{kind}\" />\n<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\" />\n"
    )
}

/// What runs once the page has unpacked it; nobody looks for the end of an element in it.
fn script_of_app(release: &Release) -> String {
    [release.app.script, "\n", START_APP].concat()
}

/// The modules and their scripts, each in an element that browsers take for mere data.
fn parts(release: &Release, script_of_app: &str) -> Result<String, Fault> {
    let data = |id: &str, text: &str| {
        format!("<script id=\"{id}\" type=\"application/octet-stream\">{text}{END}\n")
    };
    let mut parts = data("app-script", &pack(script_of_app.as_bytes()));
    parts += &data("app", &pack(release.app.bytes));
    parts += &data("rest", &pack(release.rest));
    if let Some(reading) = &release.reading {
        parts += &data(READING_SCRIPT, &script(reading.script, START_READING)?);
        parts += &data(READING_MODULE, &pack(reading.bytes));
    }
    Ok(parts)
}

/// The script that binds a module, with what unpacks it and starts it; such as may stand in a page as it is.
fn script(binding: &str, start: &str) -> Result<String, Fault> {
    let script = [UNPACKED, binding, "\n", start].concat();
    let ends = ["</script", "<!--", "\r"];
    if ends.iter().any(|end| script.contains(end)) {
        return Err(Fault::EndsItself);
    }
    // What begins on one line and ends on another may be a text, in which blanks count.
    let is_open = |line: &str| line.matches('`').count() % 2 == 1;
    if script.lines().any(is_open) {
        return Ok(script);
    }
    Ok(without_indents(&script))
}

/// What the page may do: run its own two scripts and its modules, and speak to nobody at all.
fn policy(scripts: [&str; 2]) -> String {
    let [first, app] = scripts.map(|script| Base64::encode_string(&Sha256::digest(script)));
    format!(
        "default-src 'none'; script-src 'wasm-unsafe-eval' 'sha256-{first}' 'sha256-{app}'; style-src 'unsafe-inline'; \
         img-src data:; worker-src blob:; base-uri 'none'; form-action 'none'"
    )
}

fn with_policy(page: &str, policy: &str) -> Result<String, Fault> {
    let at = page
        .find("Content-Security-Policy")
        .ok_or(Fault::NoPolicy)?;
    let (before, rest) = page.split_at(at);
    let (between, rest) = rest.split_once("content=\"").ok_or(Fault::NoPolicy)?;
    let (_, after) = rest.split_once('"').ok_or(Fault::NoPolicy)?;
    Ok([before, between, "content=\"", policy, "\"", after].concat())
}

/// Puts a text before the first place where another stands.
fn put(page: &str, before: &str, text: &str, fault: Fault) -> Result<String, Fault> {
    let at = page.find(before).ok_or(fault)?;
    Ok([&page[..at], text, &page[at..]].concat())
}

/// Leaves out all that begins and ends so.
fn without(page: &str, begin: &str, end: &str) -> String {
    let mut left = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once(begin) {
        left += before;
        rest = after.split_once(end).map_or("", |(_, after)| after);
    }
    left + rest
}

/// Neither styles nor elements nor most scripts need what stands at the beginnings of lines.
fn without_indents(page: &str) -> String {
    let lines = page.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| [line, "\n"].concat()).collect()
}

impl Display for Fault {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::NoPolicy => "the page has no policy",
            Self::NoHead => "the page has no title",
            Self::NoStart => "the page has no script that starts the app",
            Self::NoShell => "the page has nothing that is shown before the app",
            Self::EndsItself => "a script would end the element in which it stands",
        })
    }
}
