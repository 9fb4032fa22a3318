//! Phiếu treo tường: the duties of a unit on paper, a sheet for each plan.

use crate::domain::{Part, Standing, UnitId};
use crate::ui::dom::{El, Node, el};
use crate::ui::session::Session;
use crate::view::{self, Line, Poster};
use crate::words::{self, overview::sign, paper as say, screens};

pub(super) fn posters(session: Session, unit: &UnitId) -> Vec<El> {
    let today = session.today.get();
    session.workspace.with(|known| {
        let plans = view::plans_of(known, unit).into_iter();
        let posters = plans.filter_map(|plan| view::poster(known, &plan.id, unit, today));
        posters.map(|it| sheet(&it)).collect()
    })
}

fn sheet(poster: &Poster) -> El {
    let head = say::COLUMNS.map(|name| el("th").with(name));
    let table = el("table")
        .with(el("thead").with(el("tr").with(Vec::from(head))))
        .with(poster.parts.iter().map(part).collect::<Vec<_>>());
    el("section")
        .class("poster")
        .with(el("h2").with(say::poster(poster)))
        .with(
            el("p")
                .class("plan")
                .with(say::plan(&poster.plan_name, poster.title.as_deref())),
        )
        .with(el("p").with(say::state(poster.today, poster.tally)))
        .with(table)
}

fn part((part, lines): &(Option<Part>, Vec<Line>)) -> El {
    let name = el("th")
        .attr("colspan", &say::COLUMNS.len().to_string())
        .with(say::part(*part, lines.len()));
    el("tbody")
        .with(el("tr").class("part").with(name))
        .with(lines.iter().map(duty).collect::<Vec<_>>())
}

fn duty(line: &Line) -> El {
    let row = &line.row;
    let tick = row.is_done().then_some(say::TICKED);
    let concerned = [
        (screens::WHO_LEADS, screens::bearers(&line.lead)),
        (screens::WHO_SUPPORTS, screens::bearers(&line.support)),
        (screens::PERSON, row.gist.person.clone()),
    ];
    let concerned = concerned
        .iter()
        .filter_map(|(label, said)| say::labelled(label, said));
    let concerned: Vec<_> = concerned.map(|said| el("small").with(said)).collect();
    let words = el("td")
        .with(el("b").with(words::task_path(&row.duty.path)))
        .with(el("p").class("plan").with(line.text.as_str()))
        .with(concerned);
    let time = el("td")
        .with(el("b").with(say::last_day(row.last_day)))
        .with(el("p").class("plan").with(say::time(line)));
    el("tr")
        .with(el("td").with(el("i").class("box").with(tick)))
        .with(words)
        .with(time)
        .with(
            el("td")
                .with(standing(row.standing))
                .with(el("small").with(say::beside(row))),
        )
}

fn standing(standing: Standing) -> Node {
    Node::from(vec![
        el("b").with(sign(standing)),
        el("span").with(format!(" {}", words::standing(standing))),
    ])
}
