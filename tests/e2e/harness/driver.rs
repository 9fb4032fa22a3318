//! The program that steers the browser: started on a free port, gone when the test ends.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use super::{Failure, Result};

pub(crate) struct Driver {
    process: Child,
    port: u16,
    /// Kept open, since a driver that cannot write ends.
    _output: BufReader<ChildStdout>,
}

impl Driver {
    /// Starts it. The port that it picks may be taken before it listens; then it ends, and another is
    /// started.
    pub(crate) fn start() -> Result<Self> {
        const TRIES: usize = 3;
        let mut tries = (1..TRIES).map(|_| Self::start_once());
        tries.find(Result::is_ok).unwrap_or_else(Self::start_once)
    }

    fn start_once() -> Result<Self> {
        let name = std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let mut process = Command::new(&name)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| {
                Failure::new(format!(
                    "{name} does not start ({error}): run `make setup-test`"
                ))
            })?;
        let mut output = BufReader::new(process.stdout.take().ok_or_else(no_port)?);
        let port = announced_port(&mut output)?;
        Ok(Self {
            process,
            port,
            _output: output,
        })
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The process that all of the browser's stand below.
    pub(crate) fn process(&self) -> u32 {
        self.process.id()
    }

    /// Closes the browser of a session and waits until it is closed. Spoken by hand, since a test that ends
    /// blocks the runtime through which its client would speak.
    pub(crate) fn close(&self, session: &str) -> Result {
        let mut line = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        line.set_read_timeout(Some(Duration::from_secs(10)))?;
        write!(
            line,
            "DELETE /session/{session} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        )?;
        line.read_exact(&mut [0])?;
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing left to do.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Reads up to "… started successfully on port 12345."
fn announced_port(output: &mut impl BufRead) -> Result<u16> {
    let mut line = String::new();
    while output.read_line(&mut line)? > 0 {
        if let Some((_, port)) = line.split_once("successfully on port ") {
            return Ok(port.trim().trim_end_matches('.').parse()?);
        }
        line.clear();
    }
    Err(no_port())
}

fn no_port() -> Failure {
    Failure::new("chromedriver does not say its port")
}
