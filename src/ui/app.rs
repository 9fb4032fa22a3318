//! The frame around all screens: navigation, messages, and the duty that is open.

use super::parts::{Icon, banners, icon, toast};
use super::screens;
use super::session::{Session, session};
use crate::browser;
use crate::view::{Route, Screen};
use crate::words::screens as say;
use leptos::prelude::*;

pub(super) fn app() -> impl IntoView {
    let session = Session::start();
    provide_context(session);
    let screen = Memo::new(move |_| session.route.with(|route| route.screen.clone()));
    let duty = Memo::new(move |_| session.route.with(|route| route.duty.clone()));
    Effect::new(move |before: Option<Screen>| {
        let screen = screen.get();
        browser::set_title(&format!("{} – {}", title(&screen), say::APP));
        // The first screen keeps the browser's own beginning; later ones are announced.
        if before.is_some() {
            browser::scroll_to_top();
            browser::focus("title");
        }
        screen
    });
    view! {
        <a class="skip" href="#main" on:click=|event| { event.prevent_default(); browser::focus("title") }>{say::SKIP}</a>
        <div class="shell" class:with-pane=move || duty.with(Option::is_some)>
            {navigation(screen)}
            <main id="main" data-ready="true">
                {banners()}
                {move || show(&screen.get())}
            </main>
            {move || duty.get().map(|(unit, duty)| screens::duty(unit, duty))}
        </div>
        {toast()}
    }
}

fn show(screen: &Screen) -> AnyView {
    match screen.clone() {
        Screen::Today => screens::today().into_any(),
        Screen::Plan(plan) => screens::plan(plan).into_any(),
        Screen::Units => screens::units().into_any(),
        Screen::Unit(unit) => screens::unit(unit).into_any(),
        Screen::Exchange => screens::exchange().into_any(),
        Screen::Settings => screens::settings().into_any(),
    }
}

fn title(screen: &Screen) -> &'static str {
    match screen {
        Screen::Today => say::TODAY,
        Screen::Plan(_) => say::PLAN,
        Screen::Units | Screen::Unit(_) => say::UNITS,
        Screen::Exchange => say::EXCHANGE,
        Screen::Settings => say::SETTINGS,
    }
}

fn navigation(screen: Memo<Screen>) -> impl IntoView {
    let session = session();
    // The unit's own checklist is what is wanted most; without one, the list of units.
    let units = move || session.me().map_or(Screen::Units, Screen::Unit);
    let link = move |target: Signal<Screen>, sign: Icon| {
        let label = move || title(&target.get());
        let current = move || (title(&screen.get()) == title(&target.get())).then_some("page");
        view! {
            <a href=move || Route::to(target.get()).address() aria-current=current>
                {icon(sign)}
                <span>{label}</span>
            </a>
        }
    };
    let to = |screen: Screen| Signal::derive(move || screen.clone());
    view! {
        <nav class="bar" aria-label=say::MAIN_NAVIGATION>
            {link(to(Screen::Today), Icon::Today)}
            {link(to(Screen::Plan(None)), Icon::Plan)}
            {link(Signal::derive(units), Icon::Units)}
            {link(to(Screen::Exchange), Icon::Exchange)}
            {link(to(Screen::Settings), Icon::Settings)}
        </nav>
    }
}
