//! The rest of the app: all that a first moment does without. A release keeps it in a file of its own, which
//! is fetched as soon as the first screen stands; until then, what needs it waits.
//!
//! What is marked `wasm_split` goes there with all that nothing else calls (.setup/split.sh divides the module).

use super::dom::{Node, el, live};
use super::parts::{header, save_all_to_file};
use super::session::{Session, furnish_trial};
use super::{enclosed, incoming, screens};
use crate::domain::UnitId;
use crate::view::{Open, Screen};
use crate::words::screens as say;
use crate::workspace::{Action, Key, Workspace};
use leptos::prelude::untrack;
use leptos::task::spawn_local;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Where the rest of the app is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rest {
    Away,
    Coming,
    Here,
    /// It could not be fetched; it may be tried again.
    Lost,
}

/// What the rest of the app shows.
#[derive(Clone, Debug)]
pub(super) enum Part {
    Screen(Screen),
    Sheet(Open),
    /// What stands below a unit's checklist.
    Foot(UnitId),
    Keys,
}

/// What the rest of the app does.
pub(super) enum Errand {
    /// Takes in the plan that the page brings along.
    TakeEnclosed(String),
    /// Fills a trial with its office.
    FurnishTrial,
    Act(Box<Action>, Box<dyn FnOnce()>),
    /// Begins to write in what was found, as another version of the app may have left it.
    Welcome(Box<Workspace>),
    /// Fills a store again that was cleared, and saves what stands under the keys.
    Recover(Vec<Key>),
    SaveAllToFile,
}

/// What the rest of the app is entered for. There is one way in, since each has a loader of its own.
enum Call {
    Watch,
    Build(Part),
    Run(Errand),
}

/// Shows a part, as soon as it is here; until then, a title where there is one.
pub(super) fn part(session: Session, title: Option<&'static str>, part: Part) -> Node {
    fetch(session);
    live(move || match session.rest.get() {
        Rest::Here => untrack(|| now(enter(session, Call::Build(part.clone())))).into(),
        Rest::Lost => Node::from(vec![
            title.map(|title| header(title, ())).into(),
            lost(session),
        ]),
        Rest::Away | Rest::Coming => title.map(|title| header(title, say::FETCHING)).into(),
    })
}

/// Does something: at once where the rest is here, else as soon as it is; until then the page is busy.
pub(super) fn run(session: Session, errand: Errand) {
    let call = Call::Run(errand);
    if session.rest.get_untracked() == Rest::Here {
        now(enter(session, call));
        return;
    }
    session.errands.update(|count| *count += 1);
    spawn_local(async move {
        if arrive(session).await {
            now(enter(session, call));
        } else {
            session.say(say::NOT_FETCHED);
        }
        session.errands.update(|count| *count -= 1);
    });
}

/// Fetches the rest of the app, unless it is here or on its way.
pub(super) fn fetch(session: Session) {
    if matches!(session.rest.get_untracked(), Rest::Away | Rest::Lost) {
        spawn_local(async move {
            arrive(session).await;
        });
    }
}

#[wasm_split(rest, preload(load), fallible)]
#[allow(
    clippy::unnecessary_wraps,
    reason = "the macro answers so where the file does not come"
)]
fn enter(session: Session, call: Call) -> Result<Node, SplitLoaderError> {
    match call {
        Call::Build(part) => return Ok(build(session, part)),
        Call::Watch => incoming::watch(session),
        Call::Run(errand) => carry_out(session, errand),
    }
    Ok(Node::from(()))
}

fn build(session: Session, part: Part) -> Node {
    match part {
        Part::Screen(screen) => screens::show(session, screen),
        Part::Sheet(open) => screens::show_open(session, open).into(),
        Part::Foot(unit) => screens::unit_foot(session, &unit),
        Part::Keys => screens::key_sheet(session).into(),
    }
}

fn carry_out(session: Session, errand: Errand) {
    match errand {
        Errand::TakeEnclosed(text) => enclosed::take(session, text),
        Errand::FurnishTrial => furnish_trial(session),
        Errand::Act(action, then) => session.act_at_large(*action, then),
        Errand::Welcome(found) => session.write(move || session.welcome(&found)),
        Errand::Recover(keys) => session.write(move || session.recover(keys)),
        Errand::SaveAllToFile => save_all_to_file(session),
    }
}

/// Waits until the rest of the app is here; says whether it came.
async fn arrive(session: Session) -> bool {
    let is_known = |known: Rest| session.rest.get_untracked() == known;
    if !is_known(Rest::Here) {
        session.rest.set(Rest::Coming);
    }
    let came = load().await.is_ok();
    if came && !is_known(Rest::Here) {
        session.rest.set(Rest::Here);
        now(enter(session, Call::Watch));
    } else if !came {
        session.rest.set(Rest::Lost);
    }
    came
}

fn lost(session: Session) -> Node {
    let again = el("button")
        .class("button")
        .attr("type", "button")
        .with(say::FETCH_AGAIN)
        .on_click(move || fetch(session));
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
