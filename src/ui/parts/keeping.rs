//! What to do before something is lost: little room left, a browser that may forget.

use super::banners::banner;
use crate::browser;
use crate::ui::dom::{El, Node, el, live};
use crate::ui::session::Session;
use crate::ui::state::Memo;
use crate::view::{self, Route, Screen};
use crate::words::{backup as say, room};
use crate::workspace::Action;

/// Tells of little room, and once of a browser that may forget.
pub(super) fn keeping(session: Session) -> Vec<Node> {
    // Looking at all that is stored takes time, and one result hardly takes room.
    let size = Memo::new(move || {
        session.workspace.with(|known| {
            let import = known.last_import.as_ref().map(|last| last.at);
            (known.plans.len(), known.records.len(), import)
        })
    });
    let short = live(move || {
        size.get();
        let room = session.room();
        let percent = view::room_share(room.taken());
        view::is_room_short(percent).then(|| {
            banner("gold", "status")
                .with(el("p").with(room::short(percent, room.heaps().next())))
                .with(to_settings(room::TO_ROOM))
        })
    });
    let risk = view::risk(&browser::place());
    let is_told = Memo::new(move || session.workspace.with(|it| it.settings.told_of_risk));
    let risk = live(move || {
        risk.filter(|_| !is_told.get()).map(|risk| {
            banner("gold", "status")
                .with(el("p").with(say::risk(risk)))
                .with(dismiss(session, say::UNDERSTOOD, Action::TellOfRisk))
        })
    });
    vec![short, risk]
}

fn dismiss(session: Session, label: &str, action: Action) -> El {
    el("button").class("plain").with(label).on_click(move || {
        session.act(action.clone());
    })
}

fn to_settings(label: &str) -> El {
    el("a")
        .class("second")
        .attr("href", &Route::to(Screen::Settings).address())
        .with(label)
}
