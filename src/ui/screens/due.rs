//! What comes due: duties by day, and how many units still owe each.

use super::choose::PLACE;
use super::fold::fold;
use super::overview::Desk;
use crate::browser;
use crate::domain::Standing;
use crate::ui::dom::{El, Node, el, live, text};
use crate::ui::parts::sign;
use crate::ui::state::Memo;
use crate::view::{Due, Horizon};
use crate::words::{self, overview as say, screens};

const HORIZONS: [Horizon; 3] = [Horizon::Overdue, Horizon::Week, Horizon::Month];

pub(super) fn due(desk: Desk) -> El {
    let due = Memo::new(move || {
        let today = desk.session.today.get();
        desk.whole.with(|whole| whole.due(today))
    });
    fold(
        say::DUE,
        text(move || due.with(|due| facts(due))),
        move || live(move || due.with(|due| content(desk, due))),
    )
}

fn facts(due: &[Due]) -> String {
    let count = |horizon: Horizon| due.iter().filter(|due| due.horizon == horizon).count();
    let told = HORIZONS.map(|horizon| (count(horizon), screens::horizon(horizon)));
    say::due(&told)
}

fn content(desk: Desk, due: &[Due]) -> Node {
    if due.is_empty() {
        return el("p").class("empty").with(say::NOTHING_DUE).into();
    }
    let items: Vec<_> = due.iter().map(|due| item(desk, due)).collect();
    el("ul").class("due").with(items).into()
}

fn item(desk: Desk, due: &Due) -> El {
    let standing = match due.horizon {
        Horizon::Overdue => Standing::Overdue,
        Horizon::Week => Standing::DueSoon,
        _ => Standing::InTime,
    };
    let wanted = (due.duty.clone(), due.day);
    let choose = move || {
        let wanted = wanted.clone();
        desk.choice.update(|choice| choice.owed = Some(wanted));
        browser::after(0, || browser::scroll_to(PLACE));
    };
    let place = format!("{} · {}", words::task_path(&due.path), due.action);
    let button = el("button")
        .attr("type", "button")
        .on_click(choose)
        .with(el("b").with(words::date(due.day)))
        .with(el("span").class("action").with(place))
        .with(sign(standing, screens::horizon(due.horizon)))
        .with(el("small").with(say::owing(due.owing)));
    el("li").with(button)
}
