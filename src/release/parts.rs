//! What a release is made of, and the page that it begins with.

use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};
use std::fmt::{self, Display, Formatter};
use std::io;

/// A module with the script that binds it.
#[derive(Clone, Copy, Debug)]
pub struct Module<'a> {
    pub script: &'a str,
    pub bytes: &'a [u8],
}

/// The styles of the first screens, and all others.
#[derive(Clone, Copy, Debug)]
pub struct Styles<'a> {
    pub first: &'a str,
    pub rest: &'a str,
}

/// What a release is made of.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    /// The page, as the build left it.
    pub template: &'a str,
    pub styles: Styles<'a>,
    /// Binds the app's modules, the first one and the rest.
    pub script: &'a str,
    pub first: &'a [u8],
    pub rest: &'a [u8],
    /// The second module.
    pub reading: Module<'a>,
    /// What starts it in a worker.
    pub start_reading: &'a str,
    /// An SVG.
    pub icon: &'a str,
}

/// Why no page could be made: what was looked for in vain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    NoPolicy,
    NoHead,
    NoStart,
    NoShell,
    /// A script that would end the element in which it stands.
    EndsItself,
    /// A service worker without a list to be written.
    NoList,
}

impl Parts<'_> {
    /// The file with the rest of the app.
    #[must_use]
    pub fn name_of_rest(&self) -> String {
        format!("so-tien-do-{}.wasm", mark(&[self.rest]))
    }

    /// The file with the styles that come with the rest.
    #[must_use]
    pub fn name_of_styles(&self) -> String {
        format!("so-tien-do-{}.css", mark(&[self.styles.rest.as_bytes()]))
    }

    /// By what the files of the second module are asked for, so that no cache mixes two releases.
    pub(super) fn mark_of_reading(&self) -> String {
        let Module { script, bytes } = self.reading;
        mark(&[self.start_reading.as_bytes(), script.as_bytes(), bytes])
    }
}

fn mark(contents: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for content in contents {
        hash.update(content);
    }
    let hash = hash.finalize();
    hash[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The page that a release begins with, without what only the build and its readers need.
pub(super) struct Template(String);

impl Template {
    /// Leaves out comments, and how trunk would start the app.
    pub(super) fn of(page: &str) -> Result<Self, Fault> {
        let page = without(page, "<!--", "-->");
        let page = without(&page, "<link rel=\"modulepreload\"", ">");
        let page = without(&page, "<link rel=\"preload\"", ">");
        let (before, rest) = page
            .split_once("<script type=\"module\">")
            .ok_or(Fault::NoStart)?;
        let (_, after) = rest.split_once(END).ok_or(Fault::NoStart)?;
        Ok(Self(without_indents(&[before, after].concat())))
    }

    /// Leaves out all that begins and ends so.
    pub(super) fn without(self, begin: &str, end: &str) -> Self {
        Self(without(&self.0, begin, end))
    }

    /// Puts a text before the first place where another stands.
    pub(super) fn put(self, before: &str, text: &str, fault: Fault) -> Result<Self, Fault> {
        let at = self.0.find(before).ok_or(fault)?;
        Ok(Self([&self.0[..at], text, &self.0[at..]].concat()))
    }

    pub(super) fn replace(self, old: &str, new: &str, fault: Fault) -> Result<Self, Fault> {
        let (before, after) = self.0.split_once(old).ok_or(fault)?;
        Ok(Self([before, new, after].concat()))
    }

    pub(super) fn with_policy(self, policy: &Policy) -> Result<String, Fault> {
        let at = self.0.find("Content-Security-Policy");
        let (before, rest) = self.0.split_at(at.ok_or(Fault::NoPolicy)?);
        let (between, rest) = rest.split_once("content=\"").ok_or(Fault::NoPolicy)?;
        let (_, after) = rest.split_once('"').ok_or(Fault::NoPolicy)?;
        let policy = policy.to_string();
        Ok([before, between, "content=\"", &policy, "\"", after].concat())
    }
}

/// How a script ends.
pub(super) const END: &str = "</script>";

/// What a page may do: run its own scripts, each known by its hash, and its modules; and what else is named.
pub(super) struct Policy {
    pub(super) scripts: Vec<String>,
    /// The source of further scripts.
    pub(super) others: &'static str,
    /// All else that is allowed.
    pub(super) rest: &'static str,
}

impl Display for Policy {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let Self {
            scripts,
            others,
            rest,
        } = self;
        write!(
            out,
            "default-src 'none'; script-src {others}'wasm-unsafe-eval'"
        )?;
        for script in scripts {
            let hash = Base64::encode_string(&Sha256::digest(script));
            write!(out, " 'sha256-{hash}'")?;
        }
        write!(out, "; {rest}")
    }
}

/// Makes scripts of the project into one that may stand in a page as it is.
pub(super) fn script(parts: &[&str]) -> Result<String, Fault> {
    let whole = parts.concat();
    if ["</script", "<!--", "\r"]
        .iter()
        .any(|end| whole.contains(end))
    {
        return Err(Fault::EndsItself);
    }
    // What begins on one line and ends on another may be a text, in which blanks count.
    let is_open = |line: &str| line.matches('`').count() % 2 == 1;
    if whole.lines().any(is_open) {
        return Ok(whole);
    }
    let is_comment = |line: &&str| line.trim_start().starts_with("//");
    let lines: Vec<_> = whole.lines().filter(|line| !is_comment(line)).collect();
    Ok(without_indents(&lines.join("\n")))
}

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
            Self::NoList => "the service worker has no list of the release's files",
        })
    }
}

impl std::error::Error for Fault {}

impl From<Fault> for io::Error {
    fn from(fault: Fault) -> Self {
        Self::other(fault)
    }
}
