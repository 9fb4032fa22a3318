//! Hôm nay: over all plans, what is overdue, near, and due in this period.

use super::beginning::beginning;
use crate::domain::UnitId;
use crate::front::Front;
use crate::ui::dom::{El, Node, el, live, text};
use crate::ui::page::Page;
use crate::ui::parts::{Owner, backup_due, duty_list, header};
use crate::ui::state::Memo;
use crate::view::{Horizon, KeptToday, Markup, Route, Row, Screen, Today};
use crate::words::{self, screens as say};
use std::sync::Arc;

/// The horizons that are counted at the top; what is done is not.
const COUNTED: [Horizon; 4] = [
    Horizon::Overdue,
    Horizon::Week,
    Horizon::Month,
    Horizon::Period,
];

pub(in crate::ui) fn today(page: Page) -> Node {
    let today = Memo::kept(KeptToday::default(), move |kept| {
        let day = page.today.get();
        page.with_front(|front: &Front| kept.now(&front.lists, day))
    });
    let me = Memo::new(move || page.with_front(|front| front.me.clone()));
    let below = text(move || {
        let day = words::weekday_date(page.today.get());
        me.with(|me| match me {
            Some(me) => [&day, " · ", &me.name].concat(),
            None => day,
        })
    });
    let horizons = Memo::new(move || {
        today.with(|today| today.groups.iter().map(|group| group.0).collect::<Vec<_>>())
    });
    let is_mine = Memo::new(move || me.with(Option::is_some));
    // Groups are built anew only when one comes or goes, or another unit is chosen.
    let groups = live(move || {
        let owner = if is_mine.get() {
            Owner::Me
        } else {
            Owner::Nobody
        };
        let horizons = horizons.get();
        let groups = horizons.into_iter();
        groups
            .map(|horizon| group(page, today, horizon, owner))
            .collect::<Vec<_>>()
    });
    Node::from(vec![
        header(say::TODAY, below).into(),
        backup_due(page),
        el("dl")
            .class("sum")
            .attr("aria-label", say::TODAY_SUMMARY)
            .markup(move || today.with(tiles))
            .into(),
        beginning(page),
        live(move || {
            horizons
                .with(Vec::is_empty)
                .then(|| el("p").class("empty").with(say::NOTHING_DUE))
        }),
        groups,
        live(move || {
            let me = me.with(|me| me.as_ref().map(|me| me.id.clone()));
            rest(today.with(|today| today.without_day), me)
        }),
    ])
}

fn tiles(today: &Today) -> Markup {
    let mut tiles = Markup::default();
    for horizon in COUNTED {
        let count = today.count(horizon);
        let tone = match horizon {
            _ if count == 0 => "",
            Horizon::Overdue => "lacquer",
            Horizon::Week => "gold",
            _ => "",
        };
        tiles.open("div", &[("class", tone)]);
        tiles.element("dt", &[], say::horizon(horizon));
        tiles.element("dd", &[], &count.to_string());
        tiles.close("div");
    }
    tiles
}

fn group(page: Page, today: Memo<Today>, horizon: Horizon, owner: Owner) -> El {
    let rows = Memo::new(move || today.with(|today| rows(today, horizon)));
    let title = el("h2").with(say::horizon(horizon)).with(
        el("span")
            .class("count")
            .with(text(move || rows.with(Vec::len).to_string())),
    );
    el("section")
        .attr("aria-label", say::horizon(horizon))
        .with(title)
        .with(duty_list(page, rows, owner))
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
