//! Line icons of 24 × 24 units, drawn for the app.

use crate::ui::dom::Node;
use crate::view::Markup;
use leptos::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Icon {
    Today,
    Plan,
    Units,
    Exchange,
    Settings,
    Search,
    Outline,
    Close,
    Down,
    Up,
    Check,
    CheckLate,
    Ring,
    Soon,
    Alert,
    Dash,
    Share,
    Download,
    Open,
    Plus,
    Ask,
    Undo,
    Copy,
    Mail,
    Paste,
    Print,
    Picture,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Today => {
                "M6 5h12a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM4 10h16M9 3v4M15 3v4"
            }
            Self::Plan => "M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7",
            Self::Units => {
                "m4 6 1.5 1.5L8 5M4 13l1.5 1.5L8 12M4 20l1.5 1.5L8 19M12 6h8M12 13h8M12 20h8"
            }
            Self::Exchange => "M7 6 4 9l3 3M4 9h12M17 12l3 3-3 3M20 15H8",
            Self::Settings => {
                "M4 7h9M17 7h3M4 17h3M11 17h9M13 7a2 2 0 1 0 4 0 2 2 0 1 0-4 0M7 17a2 2 0 1 0 4 0 2 2 0 1 0-4 0"
            }
            Self::Search => "M4 11a7 7 0 1 0 14 0 7 7 0 1 0-14 0M20 20l-4-4",
            Self::Outline => "M4 6h16M4 12h10M4 18h13",
            Self::Close => "M6 6l12 12M18 6 6 18",
            Self::Down => "m6 9 6 6 6-6",
            Self::Up => "m6 15 6-6 6 6",
            Self::Check => "m5 12.5 4.5 4.5L19 7.5",
            Self::CheckLate => {
                "m3 12 3.5 3.5L13 8.5M13 16.5a4 4 0 1 0 8 0 4 4 0 1 0-8 0M17 14.5v2l1.3 1"
            }
            Self::Ring => "M6 12a6 6 0 1 0 12 0 6 6 0 1 0-12 0",
            Self::Soon => "M5 12a7 7 0 1 0 14 0 7 7 0 1 0-14 0M12 8v4l2.5 2",
            Self::Alert => "M12 5v9M12 18v.5",
            Self::Dash => "M7 12h10",
            Self::Share => "M12 15V4M8 8l4-4 4 4M5 13v6h14v-6",
            Self::Download => "M12 4v11M8 11l4 4 4-4M5 19h14",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Ask => "M9 9.2a3 3 0 1 1 4.3 2.7c-.9.4-1.3 1-1.3 2.1M12 17.5v.5",
            Self::Undo => "M8 5 4 9l4 4M4 9h10a5 5 0 0 1 0 10H8",
            Self::Copy => "M9 8h11v12H9zM5 16V4h11",
            Self::Mail => "M4 6h16v12H4zM4 7l8 6 8-6",
            Self::Paste => "M6 5h12v16H6zM9 3h6v4H9zM9 12h6M9 16h4",
            Self::Print => "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
            Self::Picture => "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9h.01",
            Self::Open => "M4 19V6h6l2 2h8v11zM12 17v-5M9.5 14.5 12 12l2.5 2.5",
        }
    }
}

/// Draws an icon; it is decoration, so its meaning must stand beside it or in a label.
pub(in crate::ui) fn icon(icon: Icon) -> Node {
    let drawing = view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=icon.path() />
        </svg>
    };
    Node::from(drawing.into_any())
}

/// Adds an icon to markup.
pub(in crate::ui) fn add_icon(markup: &mut Markup, icon: Icon) {
    let attributes = [
        ("class", "icon"),
        ("viewBox", "0 0 24 24"),
        ("aria-hidden", "true"),
        ("focusable", "false"),
    ];
    markup.open("svg", &attributes);
    markup.element("path", &[("d", icon.path())], "");
    markup.close("svg");
}
