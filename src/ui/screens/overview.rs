//! Tổng hợp: units × duties of one plan, with the official numbers.

use super::charts::charts;
use super::choose::choose;
use super::due::due;
use super::followed::followed;
use super::hand_out::hand_out;
use super::matrix::matrix;
use super::paper_matrix::paper_matrix;
use super::reminders::reminders;
use super::reports::reports;
use super::send_up::send_up;
use crate::domain::{PlanId, Standing};
use crate::ui::dom::{El, Node, el, live, text};
use crate::ui::parts::{Paper, bar, header, link, sign};
use crate::ui::session::Session;
use crate::ui::state::{Memo, RwSignal};
use crate::view::{self, Block, Choice, Counts, Overview, Screen};
use crate::words::{self, overview as say, paper, reporting, screens};

/// What the parts of the screen share.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) session: Session,
    pub(super) choice: RwSignal<Choice>,
    /// How many periods before the running ones are asked for.
    pub(super) back: RwSignal<usize>,
    pub(super) whole: RwSignal<Overview>,
    /// Whether the whole was gathered.
    is_there: RwSignal<bool>,
    /// What is left of the whole by the choice.
    pub(super) shown: Memo<Overview>,
    /// The same by group.
    pub(super) blocks: Memo<Vec<Block>>,
    /// What the time of the whole is called, where it is not the running one.
    pub(super) period: Memo<Option<String>>,
    pub(super) paper: Paper,
}

pub(in crate::ui) fn overview(session: Session, plan: &PlanId) -> Node {
    let Some(name) = session
        .workspace
        .with_untracked(|known| Some(known.plans.get(plan)?.short_name().to_owned()))
    else {
        let link = el("a").attr("href", "#/ke-hoach").with(screens::PLAN);
        let none = el("p").class("empty").with(link);
        return Node::from(vec![header(say::OVERVIEW, ()), none]);
    };
    let desk = Desk::new(session, plan);
    let is_empty = Memo::new(move || desk.whole.with(|whole| whole.units.is_empty()));
    let plan = plan.clone();
    let body = live(move || {
        if !desk.is_there.get() {
            let told = el("p").class("empty").attr("role", "status");
            return Node::from(told.with(say::GATHERING));
        }
        if is_empty.get() {
            return Node::from(el("p").class("empty").with(say::NOBODY));
        }
        Node::from(vec![
            numbers(desk).into(),
            hand_out(desk).into(),
            reports(desk).into(),
            due(desk).into(),
            choose(desk, &plan).into(),
            matrix(desk).into(),
            desk.paper.shows(move || paper_matrix(desk)),
            charts(desk),
            reminders(desk).into(),
            send_up(session, &plan).into(),
            el("p").class("buttons").with(to_report(&plan)).into(),
        ])
    });
    let below = text(move || say::as_of(&name, session.today.get()));
    Node::from(vec![header(say::OVERVIEW, below).into(), body])
}

fn to_report(plan: &PlanId) -> El {
    link(Screen::Report(Some(plan.clone())), reporting::MAKE_REPORT)
}

impl Desk {
    fn new(session: Session, plan: &PlanId) -> Self {
        let choice = RwSignal::new(Choice::default());
        let back = RwSignal::new(0);
        let followed = followed(session, plan, back);
        let of = plan.clone();
        let period = Memo::new(move || {
            let back = followed.back.get();
            let known = session.workspace;
            let steps = known.with(|known| view::steps_back(known, &of, session.today.get()));
            let shared = steps.get(back).copied().flatten();
            (back > 0).then(|| say::back(back, shared))
        });
        let whole = followed.whole;
        let shown = Memo::new(move || whole.with(|whole| choice.with(|it| whole.kept(it))));
        let blocks = Memo::new(move || shown.with(Overview::blocks));
        Self {
            session,
            choice,
            back,
            whole,
            is_there: followed.is_there,
            shown,
            blocks,
            period,
            paper: Paper::new(),
        }
    }

    /// Says how many units the numbers are about, where these are not all.
    pub(super) fn chosen(self) -> Option<String> {
        let all = self.whole.with(|whole| whole.units.len());
        paper::chosen(self.shown.with(|shown| shown.units.len()), all)
    }
}

/// The four official numbers, both rates with their formulas, and how the sum comes about.
fn numbers(desk: Desk) -> El {
    let counts = Memo::new(move || desk.shown.with(Overview::counts));
    let reviews = Memo::new(move || desk.shown.with(Overview::reviews));
    let tile = move |standing: Standing, of: fn(Counts) -> usize| {
        el("li")
            .class("tile")
            .with(el("b").with(text(move || words::count(of(counts.get())))))
            .with(sign(standing, words::standing(standing)))
    };
    let four = el("ul")
        .class("tiles")
        .with(tile(Standing::DoneOnTime, |counts| counts.done_on_time))
        .with(tile(Standing::DoneLate, |counts| counts.done_late))
        .with(tile(Standing::InTime, |counts| counts.in_time))
        .with(tile(Standing::Overdue, |counts| counts.overdue));
    let said = move |class: &str, say: fn(Counts) -> String| {
        el("p").class(class).with(text(move || say(counts.get())))
    };
    el("section")
        .class("card numbers")
        .attr("aria-label", say::OFFICIAL_NUMBERS)
        .with(live(move || {
            desk.chosen().map(|said| el("p").with(el("b").with(said)))
        }))
        .with(four)
        .with(live(move || stacked(counts.get(), say::sum(counts.get()))))
        .with(said("rate", say::rate_of_due))
        .with(said("rate", say::rate_of_all))
        .with(said("hint", say::sum))
        .with(said("hint", say::without_day))
        .with(live(move || {
            say::reviews(reviews.get()).map(|told| el("p").with(told))
        }))
}

/// A bar of how duties stand. The label tells the same in words.
pub(super) fn stacked(counts: Counts, label: String) -> Node {
    let parts = [
        ("green", counts.done_on_time + counts.done_without_day),
        ("gold", counts.done_late),
        ("indigo", counts.in_time),
        ("lacquer", counts.overdue),
        ("grey", counts.open_without_day),
    ];
    bar(&parts, label)
}
