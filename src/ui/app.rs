//! The frame around all screens: navigation, messages, and the duty that is open.

use super::dom::{El, Node, el, live};
use super::page::Page;
use super::parts::{Icon, add_icon, header, toast, trial_banner};
use super::rest::{self, Part, Rest};
use super::screens;
use super::state::Memo;
use crate::browser;
use crate::view::{Markup, Route, Screen};
use crate::words::{screens as say, trial};
use leptos::prelude::*;
use leptos::task::spawn_local;

pub(super) fn app() -> Node {
    browser::mark_trial();
    let page = Page::start();
    let screen = Memo::new(move || page.route.with(|route| route.screen.clone()));
    // The first screens show the front; all others come with the rest of the app.
    let is_first = Memo::new(move || {
        screen.with(|screen| match screen {
            Screen::Today => true,
            Screen::Unit(unit) => page.with_front(|front| front.is_me(unit)),
            _ => false,
        })
    });
    let is_known = Memo::new(move || page.front.with(Option::is_some));
    if is_first.get_untracked() && is_known.get_untracked() {
        // The rest comes when the first screen stands.
        browser::when_idle(move || rest::fetch(page));
    } else {
        rest::fetch(page);
    }
    announce(page, screen, is_first);
    let open = Memo::new(move || page.route.with(|route| route.open.clone()));
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
        .attr_live("data-ready", move || {
            let is_whole = page.rest.with(Rest::is_here);
            let word = if is_whole { "whole" } else { "first" };
            (is_whole || is_known.get()).then(|| word.to_owned())
        })
        .attr_live("aria-busy", move || {
            let is_busy = page.is_busy.get() || page.errands.get() > 0;
            is_busy.then(|| "true".to_owned())
        })
        .with(trial_banner())
        .with(rest::part(page, None, Part::Banners))
        .with(live(move || {
            let (screen, is_first, is_known) = (screen.get(), is_first.get(), is_known.get());
            // A screen is built once; its parts follow what they show.
            untrack(|| match screen {
                Screen::Today if !is_known => header(say::TODAY, say::OPENING).into(),
                Screen::Today => screens::today(page),
                Screen::Unit(_) if is_first => screens::own(page),
                other => rest::part(page, Some(title(&other)), Part::Screen(other)),
            })
        }));
    let shell = el("div")
        .class_live(move || {
            let kind = screen.with(|screen| match screen {
                Screen::Draft => " drafting",
                Screen::Overview(_) => " summing",
                Screen::Report(_) => " reporting",
                _ => "",
            });
            let pane = if open.with(Option::is_some) {
                " with-pane"
            } else {
                ""
            };
            ["shell", kind, pane].concat()
        })
        .with(navigation(page, screen))
        .with(main)
        .with(live(move || {
            let open = open.get();
            untrack(|| open.map(|open| rest::part(page, None, Part::Sheet(open))))
        }));
    // Over an open sheet nothing else can be reached, so the sheet shows messages itself.
    let message = live(move || open.with(Option::is_none).then(|| toast(page)));
    let keys = live(move || {
        let lists_keys = page.lists_keys.get();
        lists_keys.then(|| rest::part(page, None, Part::Keys))
    });
    Node::from(vec![skip.into(), shell.into(), message, keys])
}

/// Tells of each screen that is turned to, when it is there. The first one keeps the browser's own beginning.
fn announce(page: Page, screen: Memo<Screen>, is_first: Memo<bool>) {
    let first = screen.get_untracked();
    Effect::new(move |was_left: Option<bool>| {
        let screen = screen.get();
        let is_shown = is_first.get() || page.rest.with(Rest::is_here);
        let was_left = was_left.unwrap_or_default() || screen != first;
        // The screen itself may follow in the same breath, after this: its heading is told when it is there.
        spawn_local(async move {
            browser::set_title(&tab_title(&screen));
            if is_shown && was_left {
                browser::scroll_to_top();
                browser::focus("title");
            }
        });
        was_left
    });
}

fn tab_title(screen: &Screen) -> String {
    let app = if browser::is_trial() {
        trial::TITLE
    } else {
        say::APP
    };
    let heading = browser::words_of("title");
    let heading = heading.unwrap_or_else(|| title(screen).to_owned());
    [&heading, " – ", app].concat()
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

/// The unit's own checklist is what is wanted most; without one, the list of units.
fn navigation(page: Page, screen: Memo<Screen>) -> El {
    let here = Memo::new(move || screen.with(title));
    let me = Memo::new(move || page.me());
    let links = move || {
        let mut links = Markup::default();
        let targets = [
            (Screen::Today, Icon::Today),
            (Screen::Plans, Icon::Plan),
            (me.get().map_or(Screen::Units, Screen::Unit), Icon::Units),
            (Screen::Exchange, Icon::Exchange),
            (Screen::Settings, Icon::Settings),
        ];
        for (target, icon) in targets {
            let name = title(&target);
            let address = Route::to(target).address();
            let is_here = name == here.get();
            let attributes = [("href", address.as_str()), ("aria-current", "page")];
            links.open("a", &attributes[..if is_here { 2 } else { 1 }]);
            add_icon(&mut links, icon);
            links.element("span", &[], name);
            links.close("a");
        }
        links
    };
    el("nav")
        .class("bar")
        .attr("aria-label", say::MAIN_NAVIGATION)
        .markup(links)
}
