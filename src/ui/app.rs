//! The frame around all screens: navigation, messages, and the duty that is open.

use super::dom::{El, Node, el, live, text};
use super::parts::{Icon, banners, icon, toast, trial_banner};
use super::rest::{self, Errand, Part, Rest};
use super::screens;
use super::session::Session;
use super::shortcuts;
use super::state::Memo;
use crate::browser;
use crate::view::{Horizon, KeptToday, Route, Screen};
use crate::words::{screens as say, trial};
use leptos::prelude::*;

pub(super) fn app() -> Node {
    let session = Session::start();
    shortcuts::listen(session);
    count_overdue(session);
    if let Some(text) = browser::enclosed_text().filter(|_| !browser::is_trial()) {
        rest::run(session, Errand::TakeEnclosed(text));
    }
    // The rest comes when the first screen stands.
    browser::when_idle(move || rest::fetch(session));
    let screen = Memo::new(move || session.route.with(|route| route.screen.clone()));
    let is_shown =
        Memo::new(move || screen.with(is_at_hand) || session.rest.with(|rest| *rest == Rest::Here));
    let open = Memo::new(move || session.route.with(|route| route.open.clone()));
    let first = screen.get_untracked();
    Effect::new(move |was_left: Option<bool>| {
        let screen = screen.get();
        browser::set_title(&tab_title(&screen));
        // The first screen keeps the browser's own beginning; later ones are announced, when they are there.
        let was_left = was_left.unwrap_or_default() || screen != first;
        if is_shown.get() && was_left {
            browser::scroll_to_top();
            browser::focus("title");
        }
        was_left
    });
    let skip = el("a")
        .class("skip")
        .attr("href", "#main")
        .with(say::SKIP)
        .on("click", |event| {
            event.prevent_default();
            browser::focus("title");
        });
    let main = el("main")
        .attr("id", "main")
        .attr("data-ready", "true")
        .attr_live("aria-busy", move || {
            let is_busy = session.turn.is_busy.get() || session.errands.get() > 0;
            is_busy.then(|| "true".to_owned())
        })
        .with(trial_banner())
        .with(banners(session))
        .with(live(move || {
            let screen = screen.get();
            // A screen is built once; its parts follow what they show.
            untrack(|| show(session, screen))
        }));
    let shell = el("div")
        .class_live(move || {
            let kind = screen.with(|screen| match screen {
                Screen::Draft => " drafting",
                Screen::Report(_) => " reporting",
                _ => "",
            });
            let pane = if open.with(Option::is_some) {
                " with-pane"
            } else {
                ""
            };
            format!("shell{kind}{pane}")
        })
        .with(navigation(session, screen))
        .with(main)
        .with(live(move || {
            let open = open.get();
            untrack(|| open.map(|open| rest::part(session, None, Part::Sheet(open))))
        }));
    // Over an open sheet nothing else can be reached, so the sheet shows messages itself.
    let message = live(move || open.with(Option::is_none).then(|| toast(session)));
    Node::from(vec![
        Node::from(skip),
        shell.into(),
        message,
        live(move || {
            let lists_keys = session.lists_keys.get();
            lists_keys.then(|| rest::part(session, None, Part::Keys))
        }),
    ])
}

/// The icon of the installed app bears the number of overdue duties of the unit that works here.
fn count_overdue(session: Session) {
    let overdue = Memo::kept(KeptToday::default(), move |kept| {
        let me = session.me()?;
        let today = session.today.get();
        session
            .workspace
            .with(|known| Some(kept.now(known, Some(&me), today).count(Horizon::Overdue)))
    });
    Effect::new(move || browser::set_badge(overdue.get().unwrap_or_default()));
}

fn tab_title(screen: &Screen) -> String {
    let app = if browser::is_trial() {
        trial::TITLE
    } else {
        say::APP
    };
    let heading = browser::words_of("title");
    let heading = heading.unwrap_or_else(|| title(screen).to_owned());
    format!("{heading} – {app}")
}

/// The checklists are here from the first moment on.
fn show(session: Session, screen: Screen) -> Node {
    match screen {
        Screen::Today => screens::today(session),
        Screen::Unit(unit) => screens::unit(session, &unit),
        other => rest::part(session, Some(title(&other)), Part::Screen(other)),
    }
}

fn is_at_hand(screen: &Screen) -> bool {
    matches!(screen, Screen::Today | Screen::Unit(_))
}

/// Names the part of the app that a screen belongs to, as the navigation does.
fn title(screen: &Screen) -> &'static str {
    match screen {
        Screen::Today => say::TODAY,
        Screen::Plans | Screen::Plan(_) | Screen::PlanAt(..) | Screen::Add | Screen::Draft => {
            say::PLAN
        }
        Screen::Units
        | Screen::Unit(_)
        | Screen::Assign(_)
        | Screen::Overview(_)
        | Screen::Report(_) => say::UNITS,
        Screen::Exchange => say::EXCHANGE,
        Screen::Settings | Screen::Help => say::SETTINGS,
    }
}

fn navigation(session: Session, screen: Memo<Screen>) -> El {
    // The unit's own checklist is what is wanted most; without one, the list of units.
    let units = Memo::new(move || session.me().map_or(Screen::Units, Screen::Unit));
    let to = |screen: Screen| Memo::new(move || screen.clone());
    let link = move |target: Memo<Screen>, sign: Icon| {
        let is_here = move || title(&screen.get()) == title(&target.get());
        el("a")
            .attr_live("href", move || Some(Route::to(target.get()).address()))
            .attr_live("aria-current", move || is_here().then(|| "page".to_owned()))
            .with(icon(sign))
            .with(el("span").with(text(move || title(&target.get()).to_owned())))
    };
    el("nav")
        .class("bar")
        .attr("aria-label", say::MAIN_NAVIGATION)
        .with(link(to(Screen::Today), Icon::Today))
        .with(link(to(Screen::Plans), Icon::Plan))
        .with(link(units, Icon::Units))
        .with(link(to(Screen::Exchange), Icon::Exchange))
        .with(link(to(Screen::Settings), Icon::Settings))
}
