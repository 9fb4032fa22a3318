//! Kế hoạch: all plans, the draft of the next one, and those that are put away.

use super::plan_tools::put_away_row;
use crate::draft::Draft;
use crate::ui::dom::{El, Node, el, list, live, text};
use crate::ui::parts::{Icon, ORDERS, header, icon, progress, sort_field};
use crate::ui::session::Session;
use crate::ui::state::{Memo, RwSignal};
use crate::view::{self, Card, Order, Route, Screen, sort};
use crate::words::{plans as say, screens};
use crate::workspace::{Action, Shelf};

pub(in crate::ui) fn plans(session: Session) -> Node {
    let order = RwSignal::new(Order::default());
    let cards = Memo::new(move || {
        let (me, today) = (session.me(), session.today.get());
        let mut cards = session
            .workspace
            .with(|known| view::cards(known, me.as_ref(), today));
        sort(&mut cards, order.get());
        cards
    });
    let are_many = Memo::new(move || cards.with(|cards| cards.len() > 1));
    let sorting = live(move || {
        are_many
            .get()
            .then(|| sort_field(&ORDERS, move || order.get(), move |it| order.set(it)))
    });
    let at_work = ids(cards, None);
    let below = text(move || say::plans_at_work(at_work.with(Vec::len)));
    let none = live(move || {
        at_work
            .with(Vec::is_empty)
            .then(|| el("p").class("empty").with(say::NO_PLANS))
    });
    let add = el("a")
        .class("button")
        .attr("href", &Route::to(Screen::Add).address())
        .with(icon(Icon::Plus))
        .with(say::ADD_PLAN);
    Node::from(vec![
        header(screens::PLAN, below).into(),
        live(move || draft(session)),
        none,
        sorting,
        el("ul")
            .class("plans")
            .with(list(move || at_work.get(), move |id| item(cards, id)))
            .into(),
        el("p").class("add-plan").with(add).into(),
        put_away(session, cards, Shelf::Archive, say::ARCHIVE),
        put_away(session, cards, Shelf::Bin, say::BIN),
    ])
}

/// The identities of the plans on a shelf, or of those at work.
fn ids(cards: Memo<Vec<Card>>, shelf: Option<Shelf>) -> Memo<Vec<String>> {
    Memo::new(move || {
        cards.with(|cards| {
            let here = cards.iter().filter(|card| card.shelf == shelf);
            here.map(|card| card.id.to_string()).collect()
        })
    })
}

fn find(cards: Memo<Vec<Card>>, id: String) -> Memo<Option<Card>> {
    Memo::new(move || cards.with(|cards| cards.iter().find(|card| card.id.as_str() == id).cloned()))
}

fn item(cards: Memo<Vec<Card>>, id: String) -> El {
    let card = find(cards, id);
    el("li").with(live(move || card.get().map(|card| plan(&card))))
}

fn plan(card: &Card) -> El {
    let revision = (card.revision > 1).then(|| say::revision(card.revision));
    let duties = card.is_mine.then(|| say::duties(card.duties));
    let issuer = Some(card.issuer.clone()).filter(|issuer| !issuer.is_empty());
    let facts = [issuer, revision, duties].into_iter().flatten();
    let facts: Vec<_> = facts.map(|fact| el("span").with(fact)).collect();
    let (tally, said) = (card.tally, say::standing(card));
    let bar = progress(Memo::new(move || tally), move || said.clone());
    el("a")
        .class("card plan")
        .attr("href", &Route::to(Screen::Plan(card.id.clone())).address())
        .with(el("span").class("name").with(card.name.as_str()))
        .with(el("span").class("title").with(card.title.as_str()))
        .with(el("span").class("facts").with(facts))
        .with(bar)
}

/// The draft that waits to be confirmed.
pub(super) fn draft(session: Session) -> Option<El> {
    let name = session
        .workspace
        .with(|known| known.draft.as_ref().map(name_of))?;
    let resume = el("a")
        .class("second")
        .attr("href", &Route::to(Screen::Draft).address())
        .with(say::RESUME);
    let drop = el("button")
        .class("second")
        .with(say::DROP_DRAFT)
        .on_click(move || drop_draft(session));
    let banner = el("section")
        .class("banner indigo")
        .attr("aria-label", say::DRAFT)
        .with(el("p").with(say::draft(&name)))
        .with(resume)
        .with(drop);
    Some(banner)
}

/// What a draft is called before it is a plan.
fn name_of(draft: &Draft) -> String {
    let name = draft.plan().short_name();
    let name = if name.is_empty() {
        &draft.origin().source
    } else {
        name
    };
    name.to_owned()
}

/// Drops the draft, and offers to take that back.
pub(super) fn drop_draft(session: Session) {
    let draft = session
        .workspace
        .with_untracked(|known| known.draft.clone().map(Box::new));
    let said = say::DRAFT_DROPPED.to_owned();
    session.act_with_undo(Action::SetDraft(None), said, Action::SetDraft(draft));
}

/// The plans on a shelf; nothing where it is empty.
fn put_away(session: Session, cards: Memo<Vec<Card>>, shelf: Shelf, name: &'static str) -> Node {
    let ids = ids(cards, Some(shelf));
    let is_empty = Memo::new(move || ids.with(Vec::is_empty));
    let row = move |id: String| {
        let card = find(cards, id);
        el("li").with(live(move || {
            card.get().map(|card| put_away_row(session, &card, shelf))
        }))
    };
    live(move || {
        let count = el("span")
            .class("facts")
            .with(text(move || ids.with(Vec::len).to_string()));
        let summary = el("summary")
            .with(el("span").class("name").with(name))
            .with(count);
        let rows = el("ul").class("items").with(list(move || ids.get(), row));
        (!is_empty.get()).then(|| el("details").class("group card").with(summary).with(rows))
    })
}
