//! The screen that a page is shown on: its size, and what of the page does not fit it.

use std::path::Path;

use serde_json::json;

use super::{Engine, Failure, Page, Result};

impl Page {
    /// Gives the page so much room in CSS pixels; below a width of 700 it is a touch screen where the engine can
    /// make it one.
    pub(crate) async fn resize(&self, width: u32, height: u32) -> Result {
        if !self.engine().is_chromium() {
            return self.resize_window(width, height).await;
        }
        let small = width < 700;
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": small });
        self.tell_browser("Emulation.setDeviceMetricsOverride", metrics)
            .await?;
        let touch = json!({ "enabled": small });
        self.tell_browser("Emulation.setTouchEmulationEnabled", touch)
            .await?;
        Ok(())
    }

    /// Makes the window as much larger than the page as its bars need.
    async fn resize_window(&self, width: u32, height: u32) -> Result {
        self.until(&format!("a page of {width} × {height}"), async || {
            let (inner, outer): ([u32; 2], [u32; 2]) = self
                .js("return [[innerWidth, innerHeight], [outerWidth, outerHeight]]")
                .await?;
            if inner == [width, height] {
                return Ok(Some(()));
            }
            let bars = [0, 1].map(|at| outer[at].saturating_sub(inner[at]));
            self.browser
                .set_window_rect(0, 0, width + bars[0], height + bars[1])
                .await?;
            Ok(None)
        })
        .await
    }

    /// Fails if anything reaches beyond the right edge of the screen.
    pub(crate) async fn no_sideways_scrolling(&self) -> Result {
        let script = include_str!("too_wide.js");
        none(
            &self.js::<Vec<String>>(script).await?,
            "wider than the screen",
        )
    }

    /// Fails if a text is cut off: below, as the marks under Vietnamese letters are, above, or at a side.
    pub(crate) async fn no_clipped_text(&self) -> Result {
        let script = include_str!("clipped.js");
        none(&self.js::<Vec<String>>(script).await?, "cut off")
    }

    /// Fails if something moved since the page began; asked before anything is clicked, it moved by itself.
    /// Chromium alone measures that, and takes what steers it for a user's input.
    pub(crate) async fn nothing_moved(&self) -> Result {
        if self.engine() != Engine::Chromium {
            return Ok(());
        }
        // The first paint is always told, so the answer comes also where nothing moved.
        let script = "return new Promise((done) => {
            const moved = [];
            const words = ({ node, previousRect, currentRect }) =>
                `${node?.outerHTML?.slice(0, 80) ?? node?.nodeName}: ${JSON.stringify(previousRect)} → ${JSON.stringify(currentRect)}`;
            new PerformanceObserver((list) => {
                for (const shift of list.getEntries()) moved.push(`by ${shift.value}`, ...shift.sources.map(words));
            }).observe({ type: 'layout-shift', buffered: true });
            new PerformanceObserver(() => done(moved)).observe({ type: 'paint', buffered: true });
        })";
        none(&self.js::<Vec<String>>(script).await?, "moved by itself")
    }
}

fn none(found: &[String], what: &str) -> Result {
    if found.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("{what}:\n{}", found.join("\n"))))
}
