//! The choice to lock a file, beside the ways to hand it on.

use super::field::{choice, form_field};
use crate::ui::dom::{El, el, live};
use crate::ui::state::RwSignal;
use crate::words::guard as say;

/// Whether a file is to be locked, and by which passphrase.
#[derive(Clone, Copy)]
pub(super) struct Lock {
    is_on: RwSignal<bool>,
    typed: RwSignal<String>,
}

impl Lock {
    pub(super) fn new() -> Self {
        Self {
            is_on: RwSignal::new(false),
            typed: RwSignal::new(String::new()),
        }
    }

    /// Returns the passphrase where the file is to be locked.
    pub(super) fn passphrase(self) -> Result<Option<String>, &'static str> {
        if !self.is_on.get_untracked() {
            return Ok(None);
        }
        let typed = self.typed.with_untracked(|typed| typed.trim().to_owned());
        if typed.chars().count() < say::SHORTEST {
            return Err(say::TOO_SHORT);
        }
        Ok(Some(typed))
    }

    /// Shows the choice. The passphrase is shown as it is typed: it is told to others anyway, and many
    /// keyboards write no Vietnamese where it is hidden.
    pub(super) fn choice(self, hint: Option<&'static str>) -> El {
        let turn = move || self.is_on.update(|is_on| *is_on = !*is_on);
        let field = move || {
            let input = el("input").attr("type", "text");
            let mut parts = vec![form_field(say::PASSPHRASE, input, self.typed)];
            let hints = [Some(say::LOCK_HINT), hint];
            parts.extend(
                hints
                    .into_iter()
                    .flatten()
                    .map(|it| el("p").class("hint").with(it)),
            );
            parts
        };
        el("div")
            .class("lock")
            .with(choice(
                "checkbox",
                "lock",
                say::LOCK,
                move || self.is_on.get(),
                turn,
            ))
            .with(live(move || self.is_on.get().then(field)))
    }
}
