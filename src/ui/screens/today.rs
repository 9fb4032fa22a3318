//! Hôm nay: over all plans, what is overdue, near, and due in this period.

use super::beginning::beginning;
use crate::domain::UnitId;
use crate::ui::dom::{El, Node, el, live, text};
use crate::ui::parts::{Owner, backup_due, duty_list, header};
use crate::ui::session::Session;
use crate::ui::state::Memo;
use crate::view::{Horizon, KeptToday, Route, Row, Screen, Today};
use crate::words::{self, screens as say};
use std::sync::Arc;

/// The horizons that are counted at the top; what is done is not.
const COUNTED: [Horizon; 4] = [
    Horizon::Overdue,
    Horizon::Week,
    Horizon::Month,
    Horizon::Period,
];

pub(in crate::ui) fn today(session: Session) -> Node {
    let me = Memo::new(move || session.me());
    let today = Memo::kept(KeptToday::default(), move |kept| {
        session
            .workspace
            .with(|workspace| kept.now(workspace, me.get().as_ref(), session.today.get()))
    });
    let below = text(move || {
        let name = me.get().and_then(|me| {
            session
                .workspace
                .with(|known| known.unit_name(&me).map(str::to_owned))
        });
        let day = words::weekday_date(session.today.get());
        name.map_or(day.clone(), |name| format!("{day} · {name}"))
    });
    let tiles: Vec<_> = COUNTED.map(|horizon| tile(horizon, today)).into();
    let horizons = Memo::new(move || {
        today.with(|today| today.groups.iter().map(|group| group.0).collect::<Vec<_>>())
    });
    // Groups are built anew only when one comes or goes, or another unit is chosen.
    let groups = live(move || {
        let owner = if me.with(Option::is_some) {
            Owner::Me
        } else {
            Owner::Nobody
        };
        horizons
            .get()
            .into_iter()
            .map(|horizon| group(session, today, horizon, owner))
            .collect::<Vec<_>>()
    });
    Node::from(vec![
        header(say::TODAY, below).into(),
        backup_due(session),
        el("dl")
            .class("sum")
            .attr("aria-label", say::TODAY_SUMMARY)
            .with(tiles)
            .into(),
        beginning(session),
        live(move || {
            horizons
                .with(Vec::is_empty)
                .then(|| el("p").class("empty").with(say::NOTHING_DUE))
        }),
        groups,
        live(move || rest(today.with(|today| today.without_day), me.get())),
    ])
}

fn tile(horizon: Horizon, today: Memo<Today>) -> El {
    let count = move || today.with(|today| today.count(horizon));
    let tone = match horizon {
        Horizon::Overdue => "lacquer",
        Horizon::Week => "gold",
        _ => "",
    };
    el("div")
        .class_live(move || if count() > 0 { tone } else { "" }.to_owned())
        .with(el("dt").with(say::horizon(horizon)))
        .with(el("dd").with(text(move || count().to_string())))
}

fn group(session: Session, today: Memo<Today>, horizon: Horizon, owner: Owner) -> El {
    let rows = Memo::new(move || today.with(|today| rows(today, horizon)));
    let title = el("h2").with(say::horizon(horizon)).with(
        el("span")
            .class("count")
            .with(text(move || rows.with(Vec::len).to_string())),
    );
    el("section")
        .attr("aria-label", say::horizon(horizon))
        .with(title)
        .with(duty_list(session, rows, owner))
}

fn rows(today: &Today, horizon: Horizon) -> Vec<Arc<Row>> {
    let group = today.groups.iter().find(|group| group.0 == horizon);
    group.map(|group| group.1.clone()).unwrap_or_default()
}

/// What has no day is not listed here, but where it is must be plain.
fn rest(without_day: usize, me: Option<UnitId>) -> Option<El> {
    let (address, label) = match me {
        Some(me) => (Route::to(Screen::Unit(me)).address(), say::ALL_OF_UNIT),
        None => (Route::to(Screen::Plans).address(), say::ALL_OF_PLAN),
    };
    let link = el("a").attr("href", &address).with(label);
    (without_day > 0).then(|| {
        el("p")
            .class("rest")
            .with(say::without_day(without_day))
            .with(" ")
            .with(link)
    })
}
