//! The trial of the app: a page of its own, by its address, with a store that no real page opens.

use super::storage::of_session;
use crate::store::Store;

/// The address of a trial, as a link from any page of the app.
pub const TRIAL: &str = "?dung-thu";

/// Says whether this page is a trial. It is one from its start to its end.
#[must_use]
pub fn is_trial() -> bool {
    thread_local! { static IS_TRIAL: bool = begins_as_trial(); }
    IS_TRIAL.with(|is_trial| *is_trial)
}

fn begins_as_trial() -> bool {
    let location = web_sys::window().map(|window| window.location());
    location.and_then(|it| it.search().ok()).as_deref() == Some(TRIAL)
}

/// Marks the page of a trial, whose styles differ.
pub fn mark_trial() {
    let root = || web_sys::window()?.document()?.document_element();
    if let Some(root) = root().filter(|_| is_trial()) {
        // Never fails for a name that is one.
        let _ = root.set_attribute("data-trial", "");
    }
}

/// Opens the store of the trial: it is this tab's alone, and goes with it. `None` where the browser has none.
#[must_use]
pub fn trial_store() -> Option<Box<dyn Store>> {
    Some(Box::new(of_session()?))
}

/// Forgets the trial and goes back to real work.
pub fn leave_trial() {
    if let Some(store) = of_session() {
        for key in store.keys().unwrap_or_default() {
            // What stays goes with the tab.
            let _ = store.remove(&key);
        }
    }
    if let Some(location) = web_sys::window().map(|window| window.location())
        && let Ok(page) = location.pathname()
    {
        let _ = location.replace(&page);
    }
}
