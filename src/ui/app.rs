//! The frame around all screens: navigation, messages, and the duty that is open.

use super::dom::{El, Node, el, live, text};
use super::parts::{Icon, banners, icon, toast, trial_banner};
use super::screens;
use super::session::Session;
use super::shortcuts;
use super::state::Memo;
use super::{enclosed, incoming};
use crate::browser;
use crate::view::{self, Horizon, Open, Route, Screen};
use crate::words::{screens as say, trial};
use leptos::prelude::*;

pub(super) fn app() -> Node {
    let session = Session::start();
    incoming::watch(session);
    shortcuts::listen(session);
    count_overdue(session);
    enclosed::take_enclosed(session);
    let screen = Memo::new(move || session.route.with(|route| route.screen.clone()));
    let open = Memo::new(move || session.route.with(|route| route.open.clone()));
    Effect::new(move |before: Option<Screen>| {
        let screen = screen.get();
        browser::set_title(&tab_title(&screen));
        // The first screen keeps the browser's own beginning; later ones are announced.
        if before.is_some() {
            browser::scroll_to_top();
            browser::focus("title");
        }
        screen
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
            session.turn.is_busy.get().then(|| "true".to_owned())
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
            untrack(|| open.map(|open| show_open(session, open)))
        }));
    // Over an open sheet nothing else can be reached, so the sheet shows messages itself.
    let message = live(move || open.with(Option::is_none).then(|| toast(session)));
    Node::from(vec![
        Node::from(skip),
        shell.into(),
        message,
        screens::key_sheet(session),
    ])
}

/// The icon of the installed app bears the number of overdue duties of the unit that works here.
fn count_overdue(session: Session) {
    let overdue = Memo::new(move || {
        let me = session.me()?;
        let today = session.today.get();
        session
            .workspace
            .with(|known| Some(view::today(known, Some(&me), today).count(Horizon::Overdue)))
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

fn show(session: Session, screen: Screen) -> Node {
    match screen {
        Screen::Today => screens::today(session),
        Screen::Plans => screens::plans(session),
        Screen::Plan(plan) => screens::plan(session, &plan, None),
        Screen::PlanAt(plan, task) => screens::plan(session, &plan, Some(&task)),
        Screen::Add => screens::add(session),
        Screen::Draft => screens::draft(session),
        Screen::Units => screens::units(session),
        Screen::Unit(unit) => screens::unit(session, &unit),
        Screen::Assign(plan) => screens::assign(session, &plan),
        Screen::Overview(plan) => screens::overview(session, &plan),
        Screen::Report(plan) => screens::report(session, plan.as_ref()),
        Screen::Exchange => screens::exchange(session),
        Screen::Settings => screens::settings(session),
        Screen::Help => screens::help(session),
    }
}

fn show_open(session: Session, open: Open) -> El {
    match open {
        Open::Duty(unit, duty) => screens::duty(session, unit, duty),
        Open::Draft(task) => screens::draft_duty(session, &task),
    }
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
