//! What the user must know at once, on whatever screen: data that is not kept, data that could not
//! be read, a new version.

use crate::browser;
use crate::file::{Kind, Progress, file_name, seal};
use crate::ui::session::{Session, session};
use crate::words::{self, exchange, screens as say};
use leptos::prelude::*;

pub(in crate::ui) fn banners() -> impl IntoView {
    let session = session();
    let fault = move || {
        session.fault.get().map(|error| {
            view! {
                <section class="banner lacquer" role="alert">
                    <p><b>{words::store_error(&error)}</b>" "{words::store_error_way_out(&error)}</p>
                    <button class="second" on:click=move |_| save_all_to_file(session)>{say::SAVE_TO_FILE}</button>
                </section>
            }
        })
    };
    let aside = move || {
        session.aside.with(|aside| aside.iter().find(|text| text.error.is_some()).map(words::aside)).map(|said| {
            view! {
                <section class="banner gold" role="alert">
                    <p>{said}</p>
                    <a class="second" href="#/cai-dat">{say::SETTINGS}</a>
                </section>
            }
        })
    };
    let new_version = move || {
        session.new_version.get().then(|| {
            view! {
                <section class="banner indigo" role="status">
                    <p>{say::NEW_VERSION}</p>
                    <button class="second" on:click=|_| browser::take_new_version()>{say::TAKE_NEW_VERSION}</button>
                </section>
            }
        })
    };
    view! { {fault} {aside} {new_version} }
}

/// Saves every record of this device to one file.
pub(in crate::ui) fn save_all_to_file(session: Session) {
    let parcels = session.workspace.with_untracked(|workspace| workspace.parcels(|_| true));
    if parcels.is_empty() {
        session.say(say::NOTHING_TO_SAVE);
        return;
    }
    let name = format!("{}.json", file_name(&parcels, session.today.get_untracked()));
    let saved = seal(Kind::Progress, &Progress { parcels }, browser::now())
        .is_ok_and(|text| browser::download(&name, &text).is_ok());
    session.say(if saved { exchange::DOWNLOADED } else { exchange::SHARE_FAILED });
}
