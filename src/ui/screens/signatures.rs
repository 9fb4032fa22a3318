//! Signatures and passphrases in a preview.

use crate::ui::dom::{El, Node, el, live};
use crate::ui::incoming::{Unlocking, judge_again, unlock};
use crate::ui::parts::form_field;
use crate::ui::session::Session;
use crate::ui::state::RwSignal;
use crate::words::guard as say;
use crate::workspace::{Action, Finding, Preview, Signer, Trust};

/// Says what a file's signature tells, with the way to accept a new key.
pub(super) fn signature(session: Session, trust: &Trust) -> Vec<Node> {
    let class = if trust.is_doubtful() {
        "refusal"
    } else {
        "signature"
    };
    let said = say::trust(trust).map(|said| el("p").class(class).with(said));
    let accept = match trust {
        Trust::OtherKey(signer) => Some(accept(session, signer.clone())),
        _ => None,
    };
    [said, accept]
        .into_iter()
        .flatten()
        .map(Node::from)
        .collect()
}

fn accept(session: Session, signer: Signer) -> El {
    let know = move || {
        let (signer, said) = (signer.clone(), say::known(&signer));
        let undo = Action::ForgetSigner(signer.clone());
        session.act_then(Action::KnowSigner(signer), move || {
            session.show(said, Some(undo));
            judge_again(session);
        });
    };
    el("button").class("second").with(say::KNOW).on_click(know)
}

/// Asks for the passphrase of all files that are locked.
pub(super) fn unlock_form(session: Session, found: &Preview) -> Option<El> {
    let is_locked = |finding: &Finding| *finding == Finding::Locked;
    let locked = found.arrivals.iter().filter(|it| is_locked(&it.finding));
    let count = locked.count();
    let unlocking = session.incoming.unlocking;
    let typed = RwSignal::new(match unlocking.get_untracked() {
        Unlocking::Failed { tried, .. } => tried,
        _ => String::new(),
    });
    let send = move || match typed.with_untracked(|typed| typed.trim().to_owned()) {
        typed if typed.is_empty() => session.say(say::PASSPHRASE_MISSING),
        typed => unlock(session, typed),
    };
    let status = live(move || match unlocking.get() {
        Unlocking::Idle => None,
        Unlocking::Busy => Some(el("p").attr("role", "status").with(say::UNLOCKING)),
        Unlocking::Failed { said, .. } => {
            Some(el("p").class("refusal").attr("role", "alert").with(said))
        }
    });
    let button = el("button")
        .class("button")
        .attr("type", "submit")
        .flag("disabled", move || unlocking.get() == Unlocking::Busy)
        .with(say::UNLOCK);
    let input = el("input").attr("type", "text");
    (count > 0).then(|| {
        el("form")
            .class("inline unlock")
            .on_submit(send)
            .with(form_field(&say::passphrase_of(count), input, typed))
            .with(button)
            .with(status)
    })
}
