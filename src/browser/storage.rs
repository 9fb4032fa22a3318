//! The store of this browser: gloo-storage over localStorage.

use crate::store::{SNAPSHOT, Store, StoreError};
use gloo_storage::{LocalStorage, SessionStorage, Storage as _};
use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

/// All keys of the app begin so; other pages of the same origin may have keys of their own.
const PREFIX: &str = "so-tien-do/";

/// Stands between names that come over together; no name holds it.
const SEPARATOR: &str = "\0";

/// Texts in the browser's localStorage.
#[derive(Clone, Debug)]
pub struct LocalStore(Storage);

impl LocalStore {
    /// Opens the store and tries whether it keeps anything.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] where the browser keeps nothing. A full store is still readable.
    pub fn probe() -> Result<Self, StoreError> {
        // gloo panics where the browser denies storage, so the browser is asked first.
        let offered = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        offered.ok_or(StoreError::Blocked)?;
        let store = Self(LocalStorage::raw());
        match store.set("probe", "probe") {
            Ok(()) if store.get("probe")?.is_none() => return Err(StoreError::Blocked),
            Ok(()) | Err(StoreError::Full) => {}
            Err(_) => return Err(StoreError::Blocked),
        }
        store.remove("probe")?;
        Ok(store)
    }
}

/// Opens the store of this page, tried out or not: that of this browser, or of a trial. `None` where there is none.
#[must_use]
pub fn store() -> Option<Box<dyn Store>> {
    if super::is_trial() {
        return super::trial_store();
    }
    // gloo panics where the browser denies storage, so the browser is asked first.
    web_sys::window()?.local_storage().ok().flatten()?;
    Some(Box::new(LocalStore(LocalStorage::raw())))
}

/// Opens the store of this tab alone.
pub(super) fn of_session() -> Option<impl Store + 'static> {
    // gloo panics where the browser denies storage, so the browser is asked first.
    web_sys::window()?.session_storage().ok().flatten()?;
    Some(LocalStore(SessionStorage::raw()))
}

impl LocalStore {
    /// Returns a text that stays in the browser.
    fn text(&self, key: &str) -> Result<Option<JsString>, StoreError> {
        let text = js_sys::Reflect::get(&self.0, &[PREFIX, key].concat().into());
        Ok(text.map_err(|error| fault(&error))?.dyn_into().ok())
    }
}

impl Store for LocalStore {
    /// All names come over at once: there may be thousands, and each way takes its time.
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let names = js_sys::Object::keys(&self.0).join(SEPARATOR);
        let names = String::from(names);
        let own = names
            .split(SEPARATOR)
            .filter_map(|it| it.strip_prefix(PREFIX));
        Ok(own.map(str::to_owned).collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0
            .get_item(&[PREFIX, key].concat())
            .map_err(|error| fault(&error))
    }

    /// Cuts within the browser: the rest of the text is not taken over.
    fn head(&self, key: &str) -> Result<Option<String>, StoreError> {
        let Some(text) = self.text(key)? else {
            return Ok(None);
        };
        let end = text.index_of("\n", 0);
        let end = u32::try_from(end).unwrap_or_else(|_| text.length());
        Ok(Some(text.slice(0, end).into()))
    }

    /// Measures within the browser: the text itself is not taken over.
    fn size(&self, key: &str) -> Result<usize, StoreError> {
        let length = self.text(key)?.map(|text| text.length());
        Ok(length.unwrap_or_default() as usize)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.0
            .set_item(&[PREFIX, key].concat(), text)
            .map_err(|error| fault(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.0
            .remove_item(&[PREFIX, key].concat())
            .map_err(|error| fault(&error))
    }
}

/// Says whether a key of the browser's storage is that of a snapshot.
pub(super) fn is_snapshot(key: &str) -> bool {
    key.strip_prefix(PREFIX)
        .is_some_and(|key| key.starts_with(SNAPSHOT))
}

fn fault(error: &JsValue) -> StoreError {
    match error
        .dyn_ref::<DomException>()
        .map(DomException::name)
        .as_deref()
    {
        // Firefox has a name of its own for a full store.
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StoreError::Full,
        Some("SecurityError") => StoreError::Blocked,
        Some(name) => StoreError::Other(name.to_owned()),
        None => StoreError::Other("storage failed".to_owned()),
    }
}
