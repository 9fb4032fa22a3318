//! Trợ giúp: how the app is used, installed, and where data stay.

mod drawing;

use crate::ui::dom::{El, Node, el};
use crate::ui::parts::{header, try_out};
use crate::words::help as say;
use drawing::Drawing;
use say::Topic;

pub(in crate::ui) fn help() -> Node {
    let mut all = vec![header(say::HELP, say::BELOW), topic(&say::DAILY, None)];
    all.extend(try_out());
    all.extend([
        topic(&say::ZALO, Some(Drawing::Share)),
        topic(&say::DATA, Some(Drawing::Data)),
        topic(&say::ANDROID, Some(Drawing::Menu)),
        topic(&say::IPHONE, Some(Drawing::Button)),
        keys(),
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

fn keys() -> El {
    let row = |(keys, what): &(&str, &str)| {
        el("tr")
            .with(el("th").attr("scope", "row").with(*keys))
            .with(el("td").with(*what))
    };
    let rows: Vec<_> = say::STROKES.iter().map(row).collect();
    el("section")
        .class("card help keys")
        .with(el("h2").with(say::KEYS))
        .with(el("table").with(el("tbody").with(rows)))
}
