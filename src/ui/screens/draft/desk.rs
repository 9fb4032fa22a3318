//! How the parts of the screen read the draft and correct it.

use crate::browser;
use crate::domain::{Task, TaskId};
use crate::draft::{Draft, Edit};
use crate::ui::session::Session;
use crate::ui::state::Memo;
use crate::view::{Route, Screen};
use crate::words::draft as say;
use crate::workspace::Action;

/// The draft on the screen.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) session: Session,
}

impl Desk {
    /// Reads the draft and follows it; gives a default where it is gone.
    pub(super) fn with<T: Default>(self, read: impl FnOnce(&Draft) -> T) -> T {
        self.session
            .workspace
            .with(|known| known.draft.as_ref().map(read).unwrap_or_default())
    }

    pub(super) fn with_untracked<T: Default>(self, read: impl FnOnce(&Draft) -> T) -> T {
        self.session
            .workspace
            .with_untracked(|known| known.draft.as_ref().map(read).unwrap_or_default())
    }

    /// Follows one duty; `None` while it is none.
    pub(super) fn task(self, id: &TaskId) -> Memo<Option<Task>> {
        let id = id.clone();
        Memo::new(move || self.with(|draft| draft.plan().task(&id).cloned()))
    }

    /// Corrects the draft. An offer to undo something earlier would now undo this, so it goes.
    pub(super) fn edit(self, edit: Edit) {
        self.session.page.toast.set(None);
        self.session.act(Action::EditDraft(edit));
    }

    /// Corrects the draft, says so, and offers to take it back.
    pub(super) fn edit_with_undo(self, edit: Edit, said: &str) {
        self.session.page.toast.set(None);
        let edit = Action::EditDraft(edit);
        self.session
            .act_with_undo(edit, said.to_owned(), Action::UndoEdit);
    }

    pub(super) fn undo(self) {
        self.session.page.toast.set(None);
        self.session.act(Action::UndoEdit);
    }

    /// Makes the draft a plan and goes there.
    pub(super) fn keep(self) {
        // The field that is typed in may not have handed on yet.
        browser::hand_on_typing();
        let session = self.session;
        let (id, name) = session.workspace.with_untracked(|known| {
            let name = known
                .draft
                .as_ref()
                .map(|draft| draft.plan().short_name().to_owned());
            (known.next_plan_id(), name.unwrap_or_default())
        });
        if let Some(id) = id {
            session.act_then(Action::KeepDraft, move || {
                session.say(say::kept(&name));
                browser::go(&Route::to(Screen::Plan(id)).address());
            });
        }
    }
}
