//! The receiving part of Gửi – nhận: choose, drop or paste what others sent, and look at it first.

use super::preview::preview;
use crate::browser::{self, Brought};
use crate::ui::dom::{El, Node, el, live};
use crate::ui::incoming::{open, take_shared};
use crate::ui::parts::{Icon, form_field, icon, unfinished, work};
use crate::ui::session::Session;
use crate::ui::state::{Memo, RwSignal};
use crate::words::exchange as say;
use leptos::task::spawn_local;

/// What the browser offers first; phones know few endings, and take the others for any bytes.
/// Whatever is chosen is told by its content.
const ACCEPTED: &str = ".json,.txt,.zip,.sotiendo,application/json,text/plain,application/zip,application/octet-stream";

/// The field that one pastes into by hand.
const PASTE_FIELD: &str = "paste-here";

/// The box, by which its text is kept over an update.
const RECEIVED: &str = "received";

pub(super) fn receive(session: Session) -> El {
    take_shared(session);
    let incoming = session.incoming;
    let input = el("input")
        .attr("type", "file")
        .attr("multiple", "")
        .attr("accept", ACCEPTED)
        .on("change", move |event| {
            open(session, Brought::Files(browser::chosen_files(&event)));
        });
    let choose = el("label")
        .class("second wide file")
        .with(icon(Icon::Open))
        .with(el("span").with(say::CHOOSE_FILES))
        .with(input);
    // How far it is is told in its place where that takes longer.
    let is_opening = Memo::new(move || {
        incoming.opening.with(|count| *count > 0) && incoming.looked.with(Option::is_none)
    });
    let status = live(move || is_opening.get().then(|| el("p").with(say::OPENING)));
    let shown = live(move || {
        let found = incoming.shown.get();
        found.map(|found| preview(session, &found))
    });
    el("section")
        .class("card")
        .with(el("h2").with(say::RECEIVE))
        .with(choose)
        .with(paste(session))
        .with(el("p").class("hint").with(say::RECEIVE_HINT))
        .with(el("div").attr("role", "status").with(status))
        .with(looking(session))
        .with(shown)
}

/// How far the looking through of many files is, and what stops it.
fn looking(session: Session) -> Node {
    let incoming = session.incoming;
    let doing = move || {
        let (done, all) = incoming.looked.get()?;
        let percent = u32::try_from(done * 100 / all.max(1)).unwrap_or(100);
        Some((percent, say::looking(percent)))
    };
    work(doing, say::STOP, move || {
        incoming.stop();
        session.say(say::STOPPED);
    })
}

/// One tap where the browser lets the page read the clipboard, a field where it does not.
fn paste(session: Session) -> Vec<El> {
    let by_hand = RwSignal::new(false);
    let from_clipboard = move || {
        spawn_local(async move {
            match browser::pasted().await {
                Some(text) => open_text(session, text),
                // The screen may have been left while the browser asked.
                None if by_hand.try_get_untracked().is_some() => {
                    by_hand.set(true);
                    browser::after(0, || browser::focus(PASTE_FIELD));
                }
                None => {}
            }
        });
    };
    let button = el("button")
        .class("second wide")
        .with(icon(Icon::Paste))
        .with(say::PASTE)
        .on_click(from_clipboard);
    let field = live(move || by_hand.get().then(|| paste_field(session)));
    vec![button, el("div").with(field)]
}

fn paste_field(session: Session) -> El {
    let typed = unfinished(RECEIVED);
    let area = el("textarea")
        .class("paste")
        .attr("rows", "4")
        .attr("id", PASTE_FIELD);
    let send = el("button")
        .class("second")
        .attr("type", "submit")
        .with(say::OPEN_PASTED);
    el("form")
        .class("inline")
        .on_submit(move || {
            open_text(session, typed.get_untracked());
            // What it is stands in the preview now.
            browser::keep_unfinished(RECEIVED, "");
        })
        .with(form_field(say::PASTE_HERE, area, typed))
        .with(send)
}

fn open_text(session: Session, text: String) {
    if text.trim().is_empty() {
        session.say(say::PASTE_BLANK);
    } else {
        open(session, Brought::Text(text));
    }
}
