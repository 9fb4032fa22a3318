//! Trợ giúp: how the app is used, installed, and where data stay.

mod drawing;

use crate::ui::dom::{El, Node, el};
use crate::ui::parts::{header, try_out};
use crate::ui::session::Session;
use crate::words::help as say;
use drawing::Drawing;
use say::Topic;

pub(in crate::ui) fn help(session: Session) -> Node {
    let mut all = vec![header(say::HELP, say::BELOW), topic(&say::DAILY, None)];
    all.extend(try_out());
    all.extend([
        topic(&say::ZALO, Some(Drawing::Share)),
        topic(&say::DATA, Some(Drawing::Data)),
        topic(&say::ANDROID, Some(Drawing::Menu)),
        topic(&say::IPHONE, Some(Drawing::Button)),
        keys(session),
    ]);
    Node::from(all)
}

fn topic(topic: &Topic, drawing: Option<Drawing>) -> El {
    let steps = topic.steps.iter().map(|step| el("li").with(*step));
    el("section")
        .class("card help")
        .with(el("h2").with(topic.title))
        .with(drawing.map(Drawing::show))
        .with(el("ol").class("steps").with(steps.collect::<Vec<_>>()))
        .with(el("p").class("hint").with(topic.note))
}

fn keys(session: Session) -> El {
    let show = el("button")
        .class("second")
        .with(say::SHOW_KEYS)
        .on_click(move || session.page.lists_keys.set(true));
    el("section")
        .class("card help keys")
        .with(el("h2").with(say::KEYS))
        .with(el("p").class("buttons").with(show))
}
