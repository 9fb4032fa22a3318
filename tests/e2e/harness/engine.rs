//! The engines that browsers are made of, each with the program that steers it and what it has to be told.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use thirtyfour::prelude::*;
use thirtyfour::{
    Capabilities, ChromeCapabilities, ChromiumLikeCapabilities, LoggingPrefsLogLevel,
};

use super::Result;
use super::browser::Browser;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// Arguments that make Chromium quiet and let it run as root, as in a container.
const ARGUMENTS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// Does without the processes that Chromium has for what it draws below its address bar, and at hand for the next page:
/// they take half as long as all else of its start.
const FEW_PROCESSES: &str =
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,SpareRendererForSitePerProcess";

/// Firefox's own bars would keep its window wider than a phone.
const NARROW_FIREFOX: &str =
    ":root, body, #navigator-toolbox, #navigator-toolbox * { min-width: 0 !important; }
#navigator-toolbox { display: none !important; }";

/// The buttons of `WebKit`'s small browser, likewise.
const NARROW_GTK: &str = "* { font-size: 1px; min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; border-spacing: 0; }";

impl Engine {
    /// Whether it speaks Chrome's `DevTools` protocol and keeps a log of its console.
    pub(crate) fn is_chromium(self) -> bool {
        self == Self::Chromium
    }

    /// Whether it draws on a display, also where nobody looks.
    pub(crate) fn needs_display(self) -> bool {
        self == Self::WebKit
    }

    /// The program that steers it: one named by a variable, as in `.setup/env.sh`, or the usual one.
    pub(crate) fn driver(self) -> String {
        let (variable, usual) = match self {
            Self::Chromium => ("CHROMEDRIVER", "chromedriver"),
            Self::Firefox => ("GECKODRIVER", "geckodriver"),
            Self::WebKit => ("WEBKITDRIVER", "WebKitWebDriver"),
        };
        if let Ok(named) = std::env::var(variable) {
            return named;
        }
        // Set-up's own folder is on the PATH of `make`, but not of everybody who runs `cargo test`.
        let own = super::files::tools().join("bin").join(usual);
        if own.is_file() {
            return own.display().to_string();
        }
        usual.to_owned()
    }

    /// Tells the driver, and the browser that it starts, what Firefox and `WebKit` take from their surroundings;
    /// Chromium is told by its protocol.
    pub(crate) fn surround(self, command: &mut Command, browser: &Browser, folder: &Path) {
        if self.is_chromium() {
            return;
        }
        command.env("TZ", browser.time_zone());
        if self == Self::WebKit {
            let theme = if browser.is_dark() {
                "Adwaita:dark"
            } else {
                "Adwaita"
            };
            command
                .env("GTK_THEME", theme)
                .env("XDG_CONFIG_HOME", folder.join("config"))
                .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
        }
    }

    /// Writes what the browser reads from its profile's folder when it starts.
    pub(crate) fn prepare(self, folder: &Path) -> Result {
        match self {
            Self::Chromium => Ok(()),
            Self::Firefox => {
                let chrome = folder.join("profile/chrome");
                std::fs::create_dir_all(&chrome)?;
                Ok(std::fs::write(
                    chrome.join("userChrome.css"),
                    NARROW_FIREFOX,
                )?)
            }
            Self::WebKit => {
                let config = folder.join("config");
                std::fs::create_dir_all(config.join("gtk-3.0"))?;
                std::fs::write(config.join("gtk-3.0/gtk.css"), NARROW_GTK)?;
                let downloads = folder.join("downloads");
                Ok(std::fs::write(
                    config.join("user-dirs.dirs"),
                    format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display()),
                )?)
            }
        }
    }

    pub(crate) fn capabilities(self, browser: &Browser, folder: &Path) -> Result<Capabilities> {
        match self {
            Self::Chromium => Ok(chromium(browser, folder)?.into()),
            Self::Firefox => firefox(browser, folder),
            Self::WebKit => webkit(),
        }
    }
}

fn chromium(browser: &Browser, folder: &Path) -> Result<ChromeCapabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    for argument in ARGUMENTS {
        wanted.add_arg(argument)?;
    }
    wanted.add_arg(&format!(
        "--user-data-dir={}",
        folder.join("profile").display()
    ))?;
    if !browser.has_all_processes() {
        wanted.add_arg(FEW_PROCESSES)?;
    }
    if browser.is_read_out() {
        wanted.add_arg("--force-renderer-accessibility")?;
    }
    let mut preferences = json!({
        "intl.accept_languages": "vi-VN,vi",
        "download.default_directory": folder.join("downloads"),
        "download.prompt_for_download": false,
    });
    if let Some(pixels) = browser.letters() {
        preferences["webkit.webprefs.default_font_size"] = json!(pixels);
    }
    wanted.add_experimental_option("prefs", preferences)?;
    wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    if let Ok(binary) = std::env::var("CHROME") {
        wanted.set_binary(&binary)?;
    }
    Ok(wanted)
}

fn firefox(browser: &Browser, folder: &Path) -> Result<Capabilities> {
    // 1 is a finger, 6 a mouse that can hover.
    let pointer = if browser.is_small() { 1 } else { 6 };
    let mut options = json!({
        "args": ["-headless", "-profile", folder.join("profile")],
        "prefs": {
            "intl.accept_languages": "vi-VN, vi",
            "browser.download.folderList": 2,
            "browser.download.dir": folder.join("downloads"),
            "browser.download.always_ask_before_handling_new_types": false,
            "browser.download.alwaysOpenPanel": false,
            "layout.css.prefers-color-scheme.content-override": i32::from(!browser.is_dark()),
            "toolkit.legacyUserProfileCustomizations.stylesheets": true,
            "ui.primaryPointerCapabilities": pointer,
            "ui.allPointerCapabilities": pointer,
        },
    });
    if let Ok(binary) = std::env::var("FIREFOX") {
        options["binary"] = Value::from(binary);
    }
    let mut wanted = Capabilities::new();
    wanted.set("browserName", "firefox")?;
    wanted.set("moz:firefoxOptions", options)?;
    Ok(wanted)
}

fn webkit() -> Result<Capabilities> {
    let mut wanted = Capabilities::new();
    wanted.set(
        "webkitgtk:browserOptions",
        json!({ "binary": mini_browser()?, "args": ["--automation"] }),
    )?;
    Ok(wanted)
}

/// `WebKit`'s small browser stands in a folder that is named after the machine and the version.
fn mini_browser() -> Result<String> {
    if let Ok(named) = std::env::var("MINIBROWSER") {
        return Ok(named);
    }
    let mut found = Vec::new();
    for machine in std::fs::read_dir("/usr/lib").into_iter().flatten() {
        for version in ["webkit2gtk-4.1", "webkit2gtk-4.0"] {
            let program = machine.as_ref().map(|it| it.path().join(version));
            found.extend(program.map(|folder| folder.join("MiniBrowser")).ok());
        }
    }
    let program = found.into_iter().find(|program| program.is_file());
    program
        .map(|program| program.display().to_string())
        .ok_or_else(|| {
            super::Failure::new("WebKit's MiniBrowser is missing: run `make setup-test`")
        })
}
