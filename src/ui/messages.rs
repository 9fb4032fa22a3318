//! Messages about what just happened, some with a way back.

use super::page::Page;
use crate::browser;
use std::sync::Arc;

/// How long a message stays.
const TOAST_MILLIS: i64 = 8_000;

/// A message about what just happened.
#[derive(Clone)]
pub(super) struct Toast {
    pub(super) text: String,
    /// Takes back what it tells.
    pub(super) undo: Option<Arc<dyn Fn() + Send + Sync>>,
}

impl Page {
    /// Shows a message.
    pub(super) fn say(self, text: impl Into<String>) {
        self.put(text.into(), None);
    }

    /// Shows a message, and what takes back what it tells.
    pub(super) fn show(self, text: String, undo: impl Fn() + Send + Sync + 'static) {
        self.put(text, Some(Arc::new(undo)));
    }

    /// Takes a message away that holds no more, where it is still shown.
    pub(super) fn unsay(self, text: &str) {
        let is_it = |toast: &Option<Toast>| toast.as_ref().is_some_and(|it| it.text == text);
        if self.toast.with_untracked(is_it) {
            self.toast.set(None);
        }
    }

    fn put(self, text: String, undo: Option<Arc<dyn Fn() + Send + Sync>>) {
        let serial = self.toasts.get_untracked() + 1;
        self.toasts.set(serial);
        self.toast.set(Some(Toast { text, undo }));
        self.let_go(serial);
    }

    /// Takes a message away after its time, unless somebody is just about to press what stands in it. One without a
    /// way back goes even from below the pointer: what it hides may be what is to be pressed.
    fn let_go(self, serial: u64) {
        browser::after(TOAST_MILLIS, move || {
            if self.toasts.get_untracked() != serial {
                return;
            }
            let has_undo =
                |toast: &Option<Toast>| toast.as_ref().is_some_and(|it| it.undo.is_some());
            if self.toast.with_untracked(has_undo) && browser::is_at(".toast") {
                self.let_go(serial);
            } else {
                self.toast.set(None);
            }
        });
    }
}
