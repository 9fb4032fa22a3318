//! Cài đặt: who writes, how days are counted, what is kept on this device.

use super::backup::{backup, lasting};
use super::room;
use super::signing::signing;
use crate::browser;
use crate::domain::{BeforeDay, Plan};
use crate::store::Aside;
use crate::ui::dom::{El, Node, el, live};
use crate::ui::parts::{choice, header, link, text_field};
use crate::ui::session::Session;
use crate::ui::state::{Memo, StoredValue};
use crate::view::{self, Screen};
use crate::words::{self, help, one_file, screens as say};
use crate::workspace::Action;

pub(in crate::ui) fn settings(session: Session) -> Node {
    let author = Memo::new(move || {
        session
            .workspace
            .with(|known| known.settings.author.clone())
    });
    let write = move |name| {
        session.act(Action::SetAuthor(name));
    };
    let who = el("section")
        .class("card")
        .with(text_field(say::AUTHOR, author, write))
        .with(el("p").class("hint").with(say::AUTHOR_HINT));
    let plans: Vec<_> = session
        .workspace
        .with_untracked(|known| known.at_work().cloned().collect());
    let mut page = vec![header(say::SETTINGS, ()), who];
    page.push(backup(session));
    page.push(signing(session));
    page.extend(plans.iter().map(|plan| before_day(session, plan)));
    page.push(data(session));
    // Who looks for room finds it first.
    let found = room::find(session);
    let taken = found.with_untracked(|(room, _)| room.taken());
    let is_short = view::is_room_short(view::room_share(taken));
    let place = if is_short { 1 } else { page.len() };
    page.insert(place, room::room(session, found));
    let help = link(Screen::Help, help::HELP);
    page.push(el("p").class("buttons").with(help));
    let version = format!(
        "{} · {} {}",
        say::APP,
        say::VERSION,
        env!("CARGO_PKG_VERSION")
    );
    page.push(el("p").class("hint version").with(version));
    Node::from(page)
}

fn data(session: Session) -> El {
    el("section")
        .class("card")
        .with(el("h2").with(say::DATA))
        .with(el("p").with(say::DATA_HINT))
        .with(lasting())
        .with(browser::is_small().then(|| el("p").class("refusal").with(one_file::SMALL)))
        .with(live(move || session.aside.with(|aside| set_aside(aside))))
}

fn before_day(session: Session, plan: &Plan) -> El {
    let id = StoredValue::new(plan.id.clone());
    let now = Memo::new(move || {
        session
            .workspace
            .with(|known| known.plans.get(&id.get_value()).map(|plan| plan.before_day))
    });
    let option = move |offered: BeforeDay| {
        let choose = move || {
            let set = |it| Action::SetBeforeDay(id.get_value(), it);
            match now.with_untracked(|now| now.filter(|now| *now != offered)) {
                Some(before) => {
                    let said = say::BEFORE_DAY_SET.to_owned();
                    session.act_with_undo(set(offered), said, set(before));
                }
                None => session.act(set(offered)),
            }
        };
        let label = words::before_day(offered == BeforeDay::Included);
        choice(
            "radio",
            "before-day",
            label,
            move || now.get() == Some(offered),
            choose,
        )
    };
    let legend = format!("{} – {}", say::BEFORE_DAY, plan.short_name());
    let options: Vec<_> = [BeforeDay::Excluded, BeforeDay::Included]
        .map(option)
        .into();
    // Each plan's choice is a form of its own, so that the names of the buttons do not meet.
    let form = el("form").with(
        el("fieldset")
            .class("status")
            .with(el("legend").with(legend))
            .with(options),
    );
    el("section").class("card").with(form)
}

fn set_aside(aside: &[Aside]) -> Option<Vec<El>> {
    let item = |aside: &Aside| {
        let (name, text) = (aside.found_at.replace('/', "-"), aside.text.clone());
        let save = move || {
            // A failed download shows itself; the text stays where it is.
            let _ = browser::download(&format!("{name}.txt"), &text);
        };
        let said = el("span")
            .class("grow")
            .with(words::aside(aside))
            .with(el("small").with(aside.found_at.as_str()));
        el("li").with(said).with(
            el("button")
                .class("second")
                .with(say::SAVE_ASIDE)
                .on_click(save),
        )
    };
    let items: Vec<_> = aside.iter().map(item).collect();
    (!items.is_empty()).then(|| {
        vec![
            el("h3").with(say::ASIDE),
            el("ul").class("items").with(items),
        ]
    })
}
