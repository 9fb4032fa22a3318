//! A progress file that comes to harm on its way.

use std::fmt::Write;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::harness::Result;

pub(crate) struct Letter {
    text: String,
}

impl Letter {
    pub(crate) fn read(file: &Path) -> Result<Self> {
        Ok(Self {
            text: std::fs::read_to_string(file)?,
        })
    }

    /// As it was written.
    pub(crate) fn whole(self) -> String {
        self.text
    }

    /// Changed by hand after it was written.
    pub(crate) fn damaged(&self) -> String {
        self.text.replace("2026-11-23", "2026-11-22")
    }

    /// Only its first half arrived.
    pub(crate) fn cut(&self) -> String {
        self.text
            .chars()
            .take(self.text.chars().count() / 2)
            .collect()
    }

    pub(crate) fn of_newer_version(&self) -> String {
        self.text.replace("\"version\":1", "\"version\":2")
    }

    /// Whole, but of a plan that nobody here has.
    pub(crate) fn of_other_plan(&self) -> String {
        let other = self
            .text
            .replace("96-kh-hu-", "97-kh-hu-")
            .replace("96-KH/HU", "97-KH/HU");
        sealed_anew(&other).unwrap_or(other)
    }
}

/// Writes the checksum that fits the body as it stands.
fn sealed_anew(text: &str) -> Option<String> {
    let (head, rest) = text.split_once("\"body\":")?;
    let (body, _) = rest.rsplit_once(",\"sha256\":")?;
    let mut sum = String::new();
    for byte in Sha256::digest(body) {
        write!(sum, "{byte:02x}").ok()?;
    }
    Some(format!("{head}\"body\":{body},\"sha256\":\"{sum}\"}}"))
}
