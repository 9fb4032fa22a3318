//! Drives the released app in a real browser. Used by the tests in `tests/e2e` and by `tests/bench`.
//!
//! A [`server::Server`] serves a release, a [`browser::Browser`] says what kind of device looks at it, and
//! the [`page::Page`] that it opens has the steps of a test: see, click, fill, download.
//! Nothing here sleeps for a fixed time; every step waits for a state and fails with what was there instead.
#![allow(dead_code, unused_imports)] // Each test target uses its own part.

pub(crate) mod accessibility;
pub(crate) mod browser;
pub(crate) mod display;
pub(crate) mod driver;
pub(crate) mod engine;
pub(crate) mod failure;
pub(crate) mod files;
pub(crate) mod form;
pub(crate) mod injected;
pub(crate) mod page;
#[cfg(target_os = "linux")]
pub(crate) mod process;
pub(crate) mod release;
pub(crate) mod screen;
pub(crate) mod server;

pub(crate) use browser::Browser;
pub(crate) use engine::Engine;
pub(crate) use failure::{Failure, Result};
pub(crate) use files::TemporaryFolder;
pub(crate) use page::{Download, Page};
pub(crate) use release::Release;
pub(crate) use server::Server;
