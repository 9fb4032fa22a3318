//! Hôm nay: over all plans, what is overdue, near, and due in this period.

use super::beginning::{add_beginning, skip_beginning};
use crate::browser;
use crate::domain::Day;
use crate::front::Front;
use crate::ui::dom::{El, Node, el, live};
use crate::ui::page::Page;
use crate::ui::parts::{Owner, add_backup_due, duty_list, first_header, put_off_backup};
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
        page.with_front(|front| kept.now(&front.lists, day))
    });
    let below = move || {
        let day = words::weekday_date(page.today.get());
        page.with_front(|front| match &front.me {
            Some(me) => [&day, " · ", &me.name].concat(),
            None => day,
        })
    };
    let head = move || {
        let day = page.today.get();
        page.with_front(|front| today.with(|today| head(front, today, day)))
    };
    let head = el("div").class("piece").markup(head);
    let horizons = Memo::new(move || {
        today.with(|today| today.groups.iter().map(|group| group.0).collect::<Vec<_>>())
    });
    let is_mine = Memo::new(move || page.with_front(|front| front.me.is_some()));
    // Groups are built anew only when one comes or goes, or another unit is chosen.
    let groups = live(move || {
        let owner = if is_mine.get() {
            Owner::Me
        } else {
            Owner::Nobody
        };
        let groups = horizons.get().into_iter();
        page.begin_rows();
        groups
            .map(|horizon| group(page, today, horizon, owner))
            .collect::<Vec<_>>()
    });
    let foot = move || page.with_front(|front| today.with(|today| foot(front, today)));
    Node::from(vec![
        first_header(say::TODAY, below).into(),
        head.on("click", move |event| {
            if let Some(pressed) = browser::pressed(&event) {
                put_off_backup(page, &pressed);
                skip_beginning(page, &pressed);
            }
        })
        .into(),
        groups,
        el("div").class("piece").markup(foot).into(),
    ])
}

/// What stands above the lists.
fn head(front: &Front, today: &Today, day: Day) -> Markup {
    let mut head = Markup::default();
    add_backup_due(&mut head, &front.since_backup, day);
    head.open(
        "dl",
        &[("class", "sum"), ("aria-label", say::TODAY_SUMMARY)],
    );
    for horizon in COUNTED {
        let count = today.count(horizon);
        let tone = match horizon {
            Horizon::Overdue if count > 0 => "lacquer",
            Horizon::Week if count > 0 => "gold",
            _ => "",
        };
        head.open("div", &[("class", tone)]);
        head.element("dt", &[], say::horizon(horizon));
        head.element("dd", &[], &count.to_string());
        head.close("div");
    }
    head.close("dl");
    if today.earlier > 0 {
        head.element("p", &[("class", "hint")], &say::of_earlier(today.earlier));
    }
    add_beginning(&mut head, front);
    if today.groups.is_empty() {
        head.element("p", &[("class", "empty")], say::NOTHING_DUE);
    }
    head
}

fn group(page: Page, today: Memo<Today>, horizon: Horizon, owner: Owner) -> El {
    let rows = Memo::new(move || today.with(|today| rows(today, horizon)));
    let title = say::horizon(horizon);
    let section = el("section").attr("aria-label", title);
    duty_list(page, section, ("h2", title), rows, owner)
}

fn rows(today: &Today, horizon: Horizon) -> Vec<Arc<Row>> {
    let group = today.groups.iter().find(|group| group.0 == horizon);
    group.map(|group| group.1.clone()).unwrap_or_default()
}

/// What has no day is not listed here, but where it is must be plain.
fn foot(front: &Front, today: &Today) -> Markup {
    let mut foot = Markup::default();
    if today.without_day == 0 {
        return foot;
    }
    let (screen, label) = match &front.me {
        Some(me) => (Screen::Unit(me.id.clone()), say::ALL_OF_UNIT),
        None => (Screen::Plans, say::ALL_OF_PLAN),
    };
    foot.open("p", &[("class", "rest")]);
    foot.text(&say::without_day(today.without_day));
    foot.text(" ");
    foot.element("a", &[("href", &Route::to(screen).address())], label);
    foot.close("p");
    foot
}
