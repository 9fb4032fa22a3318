//! Drawings of the help, made for the app: lines in the colour of the text, one thing in that of the app.

use crate::ui::dom::{El, el};
use crate::view::Markup;
use crate::words::help as say;

#[derive(Clone, Copy)]
pub(super) enum Drawing {
    Share,
    Menu,
    Button,
    Data,
}

impl Drawing {
    pub(super) fn show(self) -> El {
        el("div")
            .class("drawing")
            .attr("role", "img")
            .attr("aria-label", self.label())
            .markup(move || self.markup())
    }

    fn label(self) -> &'static str {
        match self {
            Self::Share => say::SHARE_DRAWING,
            Self::Menu => say::MENU_DRAWING,
            Self::Button => say::BUTTON_DRAWING,
            Self::Data => say::DATA_DRAWING,
        }
    }

    /// Lines in a field of 240 × 120 units; those of the second path are in the app's colour.
    fn markup(self) -> Markup {
        let (lines, marked) = match self {
            Self::Share => (
                "M20 20h44v80H20zM34 92h16M176 20h44v80h-44zM190 92h16",
                "M30 38l6 6 10-12M30 64h24M76 60h28M92 52l12 8-12 8M108 44h24l10 10v22h-34zM146 60h24M158 52l12 8-12 8",
            ),
            Self::Menu => (
                "M70 10h100v100H70zM70 34h100M82 22h52M92 50h66v46H92zM100 62h36M100 88h44",
                "M158 17v.1M158 22v.1M158 27v.1M100 75h50M84 75l8 0",
            ),
            Self::Button => (
                "M80 8h80v104H80zM80 90h80M92 24h56M92 38h40M92 101h6M142 101h6",
                "M112 97v9h16v-9M120 104V92M115 97l5-6 5 6",
            ),
            Self::Data => (
                "M40 14h56v92H40zM58 98h20M160 40h44v56h-44zM160 54h44",
                "M50 32l5 5 9-10M50 54l5 5 9-10M70 34h16M70 56h16M104 62h46M138 54l12 8-12 8M174 68h16M174 80h16",
            ),
        };
        let mut drawing = Markup::default();
        drawing.open(
            "svg",
            &[("viewBox", "0 0 240 120"), ("aria-hidden", "true")],
        );
        drawing.element("path", &[("d", lines)], "");
        drawing.element("path", &[("d", marked), ("class", "marked")], "");
        drawing.close("svg");
        drawing
    }
}
