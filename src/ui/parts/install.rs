//! The offer to install the app, made when somebody has begun to work with it.

use super::banners::banner;
use crate::browser;
use crate::front::Front;
use crate::ui::dom::{Node, el, live};
use crate::ui::session::Session;
use crate::ui::state::{Memo, RwSignal};
use crate::words::help as say;

/// Watches for the browser's offer, and shows it once the unit has written something: with the next screen, so that
/// nothing moves under anybody's finger.
pub(super) fn install_offer(session: Session) -> Node {
    let is_offered = RwSignal::new(false);
    browser::on_install_offer(move |offered| is_offered.set(offered));
    let has_begun = Memo::new(move || session.page.with_front(Front::has_written));
    let is_shown = Memo::kept((None, false), move |(first, is_next)| {
        if !is_offered.get() || !has_begun.get() {
            return false;
        }
        let here = session.route.get();
        *is_next |= *first.get_or_insert_with(|| here.clone()) != here;
        *is_next
    });
    live(move || {
        is_shown.get().then(|| {
            let take = el("button")
                .class("second")
                .with(say::INSTALL)
                .on_click(move || {
                    is_offered.set(false);
                    browser::install();
                });
            let later = el("button")
                .class("plain")
                .with(say::NOT_NOW)
                .on_click(move || is_offered.set(false));
            banner("indigo", "status")
                .with(el("p").with(say::INSTALL_OFFER))
                .with(take)
                .with(later)
        })
    })
}
