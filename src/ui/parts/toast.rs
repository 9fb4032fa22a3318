//! The message about what just happened, with undo where there is one.

use crate::ui::session::session;
use crate::words::screens as say;
use leptos::prelude::*;

pub(in crate::ui) fn toast() -> impl IntoView {
    let session = session();
    let undo = move |_| {
        if let Some(action) = session.toast.get_untracked().and_then(|toast| toast.undo) {
            session.toast.set(None);
            session.act(action);
        }
    };
    let has_undo = move || session.toast.with(|toast| toast.as_ref().is_some_and(|toast| toast.undo.is_some()));
    view! {
        <div class="toast" class:shown=move || session.toast.with(Option::is_some)>
            <p role="status">{move || session.toast.get().map(|toast| toast.text)}</p>
            <Show when=has_undo>
                <button class="plain" on:click=undo>{say::UNDO}</button>
            </Show>
        </div>
    }
}
