//! Messages about what just happened, some with a way back.

use super::session::Session;
use crate::browser;
use crate::workspace::Action;

/// How long a message stays.
const TOAST_MILLIS: i64 = 8_000;

/// A message about what just happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Toast {
    pub(super) text: String,
    pub(super) undo: Option<Action>,
    serial: u64,
}

impl Session {
    /// Carries out an action, says so, and offers to undo it.
    pub(super) fn act_with_undo(self, action: Action, said: String, undo: Action) {
        self.act_then(action, move || self.show(said, Some(undo)));
    }

    /// Shows a message.
    pub(super) fn say(self, text: impl Into<String>) {
        self.show(text.into(), None);
    }

    /// Shows a message, and what takes back what it tells.
    pub(super) fn show(self, text: String, undo: Option<Action>) {
        let serial = self.toasts.get_untracked() + 1;
        self.toasts.set(serial);
        self.toast.set(Some(Toast { text, undo, serial }));
        self.let_go(serial);
    }

    /// Takes a message away after its time, unless somebody is just about to press what stands in it.
    fn let_go(self, serial: u64) {
        browser::after(TOAST_MILLIS, move || {
            let is_this =
                |toast: &Option<Toast>| toast.as_ref().is_some_and(|it| it.serial == serial);
            if !self.toast.with_untracked(is_this) {
                return;
            }
            if browser::is_at(".toast") {
                self.let_go(serial);
            } else {
                self.toast.set(None);
            }
        });
    }
}
