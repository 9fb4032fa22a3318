//! A display that nobody sees, for a browser that cannot do without one.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use super::{Failure, Result};

pub(crate) struct Display {
    process: Child,
    name: String,
}

impl Display {
    /// Starts one; it picks a number that is free and says it once it can be used.
    pub(crate) fn start() -> Result<Self> {
        let mut process = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp"])
            .args(["-screen", "0", "1600x1200x24"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| {
                Failure::new(format!(
                    "Xvfb does not start ({error}): run `make setup-test`"
                ))
            })?;
        let mut line = String::new();
        if let Some(output) = process.stdout.take() {
            BufReader::new(output).read_line(&mut line)?;
        }
        let name = format!(":{}", line.trim());
        let display = Self { process, name };
        if line.trim().is_empty() {
            return Err(Failure::new("Xvfb does not say which display it is"));
        }
        Ok(display)
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing left to do.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
