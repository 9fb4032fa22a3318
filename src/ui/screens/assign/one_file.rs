//! The app and the plan as one file, for units that do not have the app.

use super::{Desk, plan_letter};
use crate::browser;
use crate::one_file::enclose;
use crate::ui::dom::{Node, el, live};
use crate::ui::outgoing::finish;
use crate::ui::parts::{Icon, icon};
use crate::ui::state::RwSignal;
use crate::words::{exchange, one_file as say};
use leptos::task::spawn_local;

pub(super) fn one_file(desk: Desk) -> Vec<Node> {
    let is_busy = RwSignal::new(false);
    let save = move || {
        if !is_busy.get_untracked() {
            desk.session.write(move || begin(desk, is_busy));
        }
    };
    let button = el("button")
        .class("second wide")
        .with(icon(Icon::Download))
        .with(say::SAVE)
        .on_click(save);
    let busy = live(move || {
        is_busy
            .get()
            .then(|| el("p").attr("role", "status").with(say::SAVING))
    });
    let hint = el("p").class("hint").with(say::SAVE_HINT);
    vec![button.into(), busy, hint.into()]
}

fn begin(desk: Desk, is_busy: RwSignal<bool>) {
    let Some(letter) = plan_letter(desk.session, &desk.plan.get_value()) else {
        return desk.session.say(exchange::SHARE_FAILED);
    };
    is_busy.set(true);
    spawn_local(async move {
        let said = match finish(desk.session, letter.text, None).await {
            Ok(text) => save(&letter.name, &text).await,
            Err(said) => said,
        };
        // The screen may have been left meanwhile.
        if is_busy.try_get_untracked().is_some() {
            is_busy.set(false);
        }
        desk.session.say(said);
    });
}

/// Saves the app with a plan file in it; says how it went.
async fn save(name: &str, text: &str) -> &'static str {
    let page = browser::page_as_file().await;
    let Some(page) = page.and_then(|page| enclose(&page, text)) else {
        return say::NOT_FETCHED;
    };
    let name = ["so-tien-do-", name, ".html"].concat();
    if browser::download_page(&name, &page).is_ok() {
        say::SAVED
    } else {
        exchange::SHARE_FAILED
    }
}
