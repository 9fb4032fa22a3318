//! Hôm nay: over all plans, what is overdue, near, and due in this period.

use crate::ui::parts::{duty_list, header};
use crate::ui::session::session;
use crate::view::{self, Horizon, Route, Screen};
use crate::words::{self, screens as say};
use leptos::prelude::*;

/// The horizons that are counted at the top; what is done is not.
const COUNTED: [Horizon; 4] = [Horizon::Overdue, Horizon::Week, Horizon::Month, Horizon::Period];

pub(in crate::ui) fn today() -> impl IntoView {
    let session = session();
    let me = Memo::new(move |_| session.me());
    let today = Memo::new(move |_| {
        session.workspace.with(|workspace| view::today(workspace, me.get().as_ref(), session.today.get()))
    });
    let name = move || me.get().and_then(|me| session.workspace.with(|known| known.unit_name(&me).map(str::to_owned)));
    let date = move || words::weekday_date(session.today.get());
    let below = view! { {date} {move || name().map(|name| format!(" · {name}"))} };
    let horizons = move || today.with(|today| today.groups.iter().map(|group| group.0).collect::<Vec<_>>());
    let group = move |horizon: Horizon| {
        let rows = Signal::derive(move || rows(&today.get(), horizon));
        let can_tick = me.get_untracked().is_some();
        view! {
            <section aria-label=say::horizon(horizon)>
                <h2>{say::horizon(horizon)} <span class="count">{move || rows.with(Vec::len)}</span></h2>
                {duty_list(rows, me.get_untracked(), can_tick)}
            </section>
        }
    };
    view! {
        {header(say::TODAY, below, ())}
        <dl class="sum" aria-label=say::TODAY_SUMMARY>
            {COUNTED.map(|horizon| tile(horizon, Signal::derive(move || today.with(|today| today.count(horizon)))))}
        </dl>
        {move || me.get().is_none().then(choose_first)}
        {move || horizons().is_empty().then(|| view! { <p class="empty">{say::NOTHING_DUE}</p> })}
        // The list is built anew only when another unit is chosen.
        {move || {
            me.track();
            view! { <For each=horizons key=|horizon| *horizon children=group /> }
        }}
        {move || rest(today.with(|today| today.without_day), me.get())}
    }
}

fn rows(today: &view::Today, horizon: Horizon) -> Vec<view::Row> {
    let group = today.groups.iter().find(|group| group.0 == horizon);
    group.map(|group| group.1.clone()).unwrap_or_default()
}

fn tile(horizon: Horizon, count: Signal<usize>) -> AnyView {
    let tone = match horizon {
        Horizon::Overdue => "lacquer",
        Horizon::Week => "gold",
        _ => "",
    };
    let class = move || if count.get() > 0 { tone } else { "" };
    view! {
        <div class=class>
            <dt>{say::horizon(horizon)}</dt>
            <dd>{move || count.get()}</dd>
        </div>
    }
    .into_any()
}

fn choose_first() -> AnyView {
    view! {
        <section class="card">
            <p>{say::CHOOSE_FIRST}</p>
            <a class="button" href="#/don-vi">{say::CHOOSE_UNIT}</a>
        </section>
    }
    .into_any()
}

/// What has no day is not listed here, but where it is must be plain.
fn rest(without_day: usize, me: Option<crate::domain::UnitId>) -> Option<AnyView> {
    let (address, label) = match me {
        Some(me) => (Route::to(Screen::Unit(me)).address(), say::ALL_OF_UNIT),
        None => (Route::to(Screen::Plan(None)).address(), say::ALL_OF_PLAN),
    };
    (without_day > 0).then(|| {
        view! {
            <p class="rest">
                {say::without_day(without_day)}" "
                <a href=address>{label}</a>
            </p>
        }
        .into_any()
    })
}
