//! The program that steers the browser: started on a free port, gone when the test ends.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use super::browser::Browser;
use super::display::Display;
use super::engine::Engine;
use super::{Failure, Result};

pub(crate) struct Driver {
    engine: Engine,
    process: Child,
    port: u16,
    _display: Option<Display>,
    /// Kept open, since a driver that cannot write ends.
    _output: BufReader<ChildStdout>,
}

impl Driver {
    /// Starts the one that steers such a browser. The port that it picks may be taken before it listens; then it
    /// ends, and another is started.
    pub(crate) fn start(browser: &Browser, folder: &Path) -> Result<Self> {
        const TRIES: usize = 3;
        let once = || Self::start_once(browser, folder);
        let mut tries = (1..TRIES).map(|_| once());
        tries.find(Result::is_ok).unwrap_or_else(once)
    }

    fn start_once(browser: &Browser, folder: &Path) -> Result<Self> {
        let engine = browser.engine();
        let name = engine.driver();
        let display = engine.needs_display().then(Display::start).transpose()?;
        // WebKit's neither picks a port by itself nor says one.
        let given = match engine {
            Engine::WebKit => free_port()?,
            Engine::Chromium | Engine::Firefox => 0,
        };
        let mut command = Command::new(&name);
        command.arg(format!("--port={given}"));
        engine.surround(&mut command, browser, folder);
        if let Some(display) = &display {
            command.env("DISPLAY", display.name());
        }
        let mut process = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| {
                Failure::new(format!(
                    "{name} does not start, so nothing can be tested in {engine:?} ({error}): run `make setup-test`"
                ))
            })?;
        let mut output = BufReader::new(process.stdout.take().ok_or_else(no_port)?);
        let port = match engine {
            Engine::WebKit => answering(given, &mut process)?,
            Engine::Chromium | Engine::Firefox => announced_port(&mut output)?,
        };
        Ok(Self {
            engine,
            process,
            port,
            _display: display,
            _output: output,
        })
    }

    pub(crate) fn engine(&self) -> Engine {
        self.engine
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
            "DELETE /session/{session} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
            self.port
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

/// Reads up to "… started successfully on port 12345.", or "… Listening on 127.0.0.1:12345" of Firefox's.
fn announced_port(output: &mut impl BufRead) -> Result<u16> {
    let mut line = String::new();
    while output.read_line(&mut line)? > 0 {
        let told = ["successfully on port ", "Listening on 127.0.0.1:"];
        if let Some((_, port)) = told.iter().find_map(|words| line.split_once(words)) {
            return Ok(port.trim().trim_end_matches('.').parse()?);
        }
        line.clear();
    }
    Err(no_port())
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?.port())
}

/// Waits until a driver answers at the port that it was given.
fn answering(port: u16, process: &mut Child) -> Result<u16> {
    let start = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        let ended = process.try_wait()?.is_some();
        if ended || start.elapsed() > Duration::from_secs(15) {
            let _ = process.kill();
            let _ = process.wait();
            return Err(no_port());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(port)
}

fn no_port() -> Failure {
    Failure::new("the driver does not say its port")
}
