//! Handing the overview out: its figures as a text, as a picture, and on paper.

use super::overview::Desk;
use crate::browser;
use crate::domain::slug;
use crate::ui::dom::{El, el, live};
use crate::ui::parts::{Icon, copy, icon};
use crate::ui::state::RwSignal;
use crate::view::{Digest, picture};
use crate::words::{digest as say, paper};
use leptos::task::spawn_local;

pub(super) fn hand_out(desk: Desk) -> El {
    // Where the browser copies nothing, the text can be taken from here by hand.
    let copied: RwSignal<Option<String>> = RwSignal::new(None);
    let copy_text = move || {
        let period = desk.period.get_untracked();
        let text = say::text(&digest(desk), period.as_deref());
        copied.set(Some(text.clone()));
        copy(desk.session, text, say::COPIED);
    };
    let share = browser::can_share_picture().then(|| {
        button(Icon::Share, say::SHARE_PICTURE).on_click(move || make_picture(desk, true))
    });
    let save = button(Icon::Picture, say::SAVE_PICTURE);
    let shown = live(move || {
        let text = copied.get()?;
        let area = el("textarea")
            .attr("readonly", "")
            .attr("rows", "8")
            .value(move || text.clone());
        let label = el("label").class("field copied");
        Some(label.with(el("span").with(say::TEXT)).with(area))
    });
    el("section")
        .class("card hand-out")
        .attr("aria-label", say::HAND_OUT)
        .with(
            el("div")
                .class("buttons")
                .with(button(Icon::Copy, say::COPY).on_click(copy_text))
                .with(share)
                .with(save.on_click(move || make_picture(desk, false)))
                .with(desk.paper.button(paper::PRINT_OVERVIEW)),
        )
        .with(shown)
}

fn button(sign: Icon, label: &str) -> El {
    el("button")
        .class("second")
        .attr("type", "button")
        .with(icon(sign))
        .with(label)
}

fn digest(desk: Desk) -> Digest {
    let today = desk.session.today.get_untracked();
    let all = desk.whole.with_untracked(|whole| whole.units.len());
    desk.shown.with_untracked(|shown| shown.digest(today, all))
}

fn make_picture(desk: Desk, is_shared: bool) {
    let digest = digest(desk);
    let told = say::told(&digest, desk.period.get_untracked().as_deref());
    let name = format!("tong-hop {}", digest.plan_name);
    let name = format!("{}-{}.png", slug(&name), digest.today);
    spawn_local(async move {
        let drawn = browser::draw(&name, |measure| picture(&told, measure)).await;
        let handed = match drawn {
            Ok(file) if is_shared => browser::share_file(&file).await,
            Ok(file) => browser::download_file(&file).map(|()| true),
            Err(error) => Err(error),
        };
        match handed {
            Ok(true) if is_shared => desk.session.say(say::SHARED),
            Ok(true) => desk.session.say(say::SAVED),
            Ok(false) => {}
            Err(_) => desk.session.say(say::NO_PICTURE),
        }
    });
}
