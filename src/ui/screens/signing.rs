//! The part of Cài đặt about signing: whether this device signs, and whose signatures it knows.

use crate::browser;
use crate::file::SigningKey;
use crate::guard::{Question, read_key};
use crate::ui::dom::{El, Node, el, live};
use crate::ui::outgoing::unless_small;
use crate::ui::parts::choice;
use crate::ui::session::Session;
use crate::ui::state::RwSignal;
use crate::words::guard as say;
use crate::workspace::{Action, Signer, Workspace};
use leptos::task::spawn_local;

pub(super) fn signing(session: Session) -> El {
    let signs = |known: &Workspace| known.signs_with().is_some();
    let is_on = RwSignal::new(session.workspace.with_untracked(signs));
    let own = live(move || {
        let key = session.workspace.with(|known| known.signing_key.clone());
        key.map(|key| el("p").class("key").with(say::own_key(&key.public)))
    });
    let turn = move || turn(session, is_on);
    el("section")
        .class("card")
        .with(el("h2").with(say::SIGNING))
        .with(choice(
            "checkbox",
            "sign",
            say::SIGN,
            move || is_on.get(),
            turn,
        ))
        .with(own)
        .with(el("p").class("hint").with(say::SIGN_HINT))
        .with(live(move || known_signers(session)))
}

/// Turns signing on or off. The key is made once, and kept while it is off.
fn turn(session: Session, is_on: RwSignal<bool>) {
    let known = |known: &Workspace| known.signing_key.clone();
    is_on.update(|is_on| *is_on = !*is_on);
    if let Some(key) = session.workspace.with_untracked(known) {
        let is_on = is_on.get_untracked();
        session.act(Action::SignWith(SigningKey { is_on, ..key }));
        return;
    }
    spawn_local(async move {
        let answer = match browser::random_bytes(32) {
            Some(seed) => browser::ask(Question::new_key(&seed)).await,
            None => String::new(),
        };
        if let Some(key) = read_key(&answer) {
            session.act(Action::SignWith(key));
            return;
        }
        session.say(unless_small(say::NOT_MADE));
        // The screen may have been left meanwhile.
        if is_on.try_get_untracked().is_some() {
            is_on.set(false);
        }
    });
}

fn known_signers(session: Session) -> Option<El> {
    let signers = session
        .workspace
        .with(|known| known.settings.signers.clone());
    let rows: Vec<_> = signers.iter().map(|signer| row(session, signer)).collect();
    (!rows.is_empty()).then(|| {
        el("details")
            .class("more")
            .with(el("summary").with(say::KNOWN_SIGNERS))
            .with(el("ul").class("items").with(rows))
    })
}

fn row(session: Session, signer: &Signer) -> El {
    let (signer, name) = (signer.clone(), say::signer(signer));
    let label = format!("{}: {name}", say::FORGET);
    let forget = move || {
        let undo = Action::KnowSigner(signer.clone());
        let forget = Action::ForgetSigner(signer.clone());
        session.act_with_undo(forget, say::FORGOTTEN.to_owned(), undo);
    };
    let button = el("button")
        .class("second")
        .attr("aria-label", &label)
        .with(say::FORGET)
        .on_click(forget);
    let name: Node = el("span").class("grow").with(name).into();
    el("li").with(name).with(button)
}
