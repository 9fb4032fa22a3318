//! The rest of the app: all that a first moment does without. A release keeps it in a file of its own, which
//! is fetched as soon as the first screen stands; until then, what needs it waits.
//!
//! What is marked `wasm_split` goes there with all that nothing else calls (.setup/split.sh divides the module).

use super::dom::{Node, el, live};
use super::page::Page;
use super::parts::{banners, header};
use super::screens;
use super::session::Session;
use crate::browser;
use crate::domain::UnitId;
use crate::front::Tick;
use crate::view::{Open, Screen};
use crate::words::screens as say;
use crate::workspace::Action;
use leptos::prelude::untrack;
use leptos::task::spawn_local;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Where the rest of the app is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rest {
    Away,
    Coming,
    /// It is here, and the session reads what the device keeps.
    Reading(Session),
    /// It is here, and so is the session.
    Here(Session),
    /// It could not be fetched; it may be tried again.
    Lost,
}

/// What the rest of the app shows.
#[derive(Clone, Debug)]
pub(super) enum Part {
    /// What the user must know at once.
    Banners,
    Screen(Screen),
    Sheet(Open),
    /// What stands below a unit's checklist.
    Foot(UnitId),
    Keys,
}

/// What the first screens ask of the session.
pub(super) enum Errand {
    /// Writes a status. Where something is told of it, so is what takes it back.
    Tick(Tick, Option<(String, Tick)>),
    SkipBeginning,
    PutOffBackup,
}

/// What the rest of the app is entered for. There is one way in, since each has a loader of its own.
enum Call {
    /// To read on what the device keeps, for a moment.
    Read,
    Build(Part),
    Run(Errand),
}

impl Rest {
    pub(super) fn is_here(&self) -> bool {
        matches!(self, Self::Here(_))
    }
}

/// Shows a part, as soon as it is here; until then, a title where there is one.
pub(super) fn part(page: Page, title: Option<&'static str>, part: Part) -> Node {
    live(move || match page.rest.get() {
        Rest::Here(_) => untrack(|| now(enter(page, Call::Build(part.clone())))).into(),
        Rest::Lost if title.is_some() => Node::from(vec![
            title.map(|title| header(title, ())).into(),
            lost(page),
        ]),
        _ => title.map(|title| header(title, say::FETCHING)).into(),
    })
}

/// Does something: at once where the rest is here, else as soon as it is; until then the page is busy.
pub(super) fn run(page: Page, errand: Errand) {
    let call = Call::Run(errand);
    if page.rest.with_untracked(Rest::is_here) {
        now(enter(page, call));
        return;
    }
    page.errands.update(|count| *count += 1);
    spawn_local(async move {
        if arrive(page).await {
            now(enter(page, call));
        } else {
            page.say(say::NOT_FETCHED);
        }
        page.errands.update(|count| *count -= 1);
    });
}

/// Fetches the rest of the app, unless it is here or on its way.
pub(super) fn fetch(page: Page) {
    if matches!(page.rest.get_untracked(), Rest::Away | Rest::Lost) {
        spawn_local(async move {
            arrive(page).await;
        });
    }
}

#[wasm_split(rest, preload(load), fallible)]
#[allow(
    clippy::unnecessary_wraps,
    reason = "the macro answers so where the file does not come"
)]
fn enter(page: Page, call: Call) -> Result<Node, SplitLoaderError> {
    let session = match page.rest.get_untracked() {
        Rest::Reading(session) | Rest::Here(session) => session,
        _ => Session::start(page),
    };
    match call {
        Call::Read => session.read_on(),
        Call::Build(part) => return Ok(build(session, part)),
        Call::Run(errand) => carry_out(session, errand),
    }
    Ok(Node::from(()))
}

fn build(session: Session, part: Part) -> Node {
    match part {
        Part::Banners => banners(session),
        Part::Screen(screen) => screens::show(session, screen),
        Part::Sheet(open) => screens::show_open(session, open).into(),
        Part::Foot(unit) => screens::unit_foot(session, &unit),
        Part::Keys => screens::key_sheet(session).into(),
    }
}

fn carry_out(session: Session, errand: Errand) {
    match errand {
        Errand::Tick(tick, told) => session.tick(tick, told),
        Errand::SkipBeginning => session.act(Action::SkipBeginning),
        Errand::PutOffBackup => session.act(Action::PutOffBackup),
    }
}

/// Waits until the rest of the app is here; says whether it came.
async fn arrive(page: Page) -> bool {
    if matches!(page.rest.get_untracked(), Rest::Away | Rest::Lost) {
        page.rest.set(Rest::Coming);
    }
    if load().await.is_err() {
        page.rest.set(Rest::Lost);
        return false;
    }
    // There may be thousands of records: the page answers in between.
    loop {
        now(enter(page, Call::Read));
        if page.rest.with_untracked(Rest::is_here) {
            return true;
        }
        browser::pause(0).await;
    }
}

fn lost(page: Page) -> Node {
    let again = el("button")
        .class("button")
        .attr("type", "button")
        .with(say::FETCH_AGAIN)
        .on_click(move || fetch(page));
    let said = el("p").attr("role", "alert").with(say::NOT_FETCHED);
    el("section").class("card").with(said).with(again).into()
}

/// What the rest answers, which is at once when it is here.
fn now(call: impl Future<Output = Result<Node, SplitLoaderError>>) -> Option<Node> {
    match pin!(call).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer.ok(),
        Poll::Pending => None,
    }
}
