//! The session: the one place where the workspace changes, is saved, and the outcome is told.

use super::incoming::Incoming;
use super::state::RwSignal;
use crate::browser::{self, LocalStore};
use crate::built_in::{self, BuiltIn, built_in};
use crate::domain::{Day, PlanId, UnitId, day_in_vietnam, millis_until_midnight};
use crate::file::{Kind, seal_from};
use crate::store::{Aside, Keeper, MemoryStore, Store, StoreError};
use crate::view::{DutyId, Route};
use crate::words;
use crate::workspace::{Action, Import, Key, Workspace};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Serialize;

/// How long a message stays.
const TOAST_MILLIS: i64 = 8_000;

/// What all screens share. Screens read its signals and call its functions.
#[derive(Clone, Copy)]
pub(super) struct Session {
    pub(super) workspace: RwSignal<Workspace>,
    pub(super) today: RwSignal<Day>,
    pub(super) route: RwSignal<Route>,
    /// Why the latest change is not kept on the device; `None` when all is kept.
    pub(super) fault: RwSignal<Option<StoreError>>,
    /// Stored texts that could not be read.
    pub(super) aside: RwSignal<Vec<Aside>>,
    pub(super) toast: RwSignal<Option<Toast>>,
    pub(super) new_version: RwSignal<bool>,
    pub(super) incoming: Incoming,
    keeper: leptos::prelude::StoredValue<Keeper, LocalStorage>,
    toasts: RwSignal<u64>,
    /// Whether a duty was opened from within the app, so that closing it may go back.
    opened_here: RwSignal<bool>,
}

/// A message about what just happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Toast {
    pub(super) text: String,
    pub(super) undo: Option<Action>,
    serial: u64,
}

impl Session {
    /// Loads what the device keeps and begins to watch the clock, the address and other tabs.
    pub(super) fn start() -> Self {
        let (store, blocked): (Box<dyn Store>, _) = match LocalStore::probe() {
            Ok(store) => (Box::new(store), None),
            Err(error) => (Box::new(MemoryStore::default()), Some(error)),
        };
        let session = Self {
            workspace: RwSignal::new(Workspace::empty(browser::device_id())),
            today: RwSignal::new(day_in_vietnam(browser::now())),
            route: RwSignal::new(Route::parse(&browser::address())),
            fault: RwSignal::new(blocked),
            aside: RwSignal::new(Vec::new()),
            toast: RwSignal::new(None),
            new_version: RwSignal::new(false),
            incoming: Incoming::new(),
            keeper: leptos::prelude::StoredValue::new_local(Keeper::new(store)),
            toasts: RwSignal::new(0),
            opened_here: RwSignal::new(false),
        };
        session.load();
        session.watch();
        session
    }

    /// Loads everything anew, and adds the built-in plan where it is missing.
    fn load(self) {
        let before = self.workspace.with_untracked(Clone::clone);
        let device = before.device.clone();
        let loaded = self
            .keeper
            .try_update_value(|keeper| keeper.load(device))
            .unwrap_or(Err(StoreError::Blocked));
        match loaded {
            Ok(loaded) => {
                self.aside.set(loaded.aside);
                // Coming back to a page that nobody changed must not build it anew.
                if before != loaded.workspace {
                    self.workspace.set(loaded.workspace);
                }
            }
            Err(error) => self.fault.set(Some(error)),
        }
        let id = PlanId::new(built_in::ID);
        // One that was removed for good does not come back.
        let is_known = |known: &Workspace| {
            (known.plans.contains_key(&id) && known.rosters.contains_key(&id))
                || known.settings.removed.contains(&id)
        };
        if !self.workspace.with_untracked(is_known) {
            let BuiltIn { plan, roster } = built_in();
            let mut keys = Vec::new();
            self.workspace
                .update(|workspace| keys = workspace.add_plan(plan, roster));
            keys.push(Key::Device);
            self.keep(keys);
        }
    }

    fn watch(self) {
        browser::on_address_changed(move || self.follow_address());
        browser::on_front(move || {
            self.turn_over();
            self.follow_other_tab();
        });
        browser::on_leaving(browser::hand_on_typing);
        browser::on_storage_changed(move || self.follow_other_tab());
        browser::on_new_version(move || self.new_version.set(true));
        self.wait_for_midnight();
    }

    fn follow_address(self) {
        // The field that is typed in may be about to go.
        browser::hand_on_typing();
        let route = Route::parse(&browser::address());
        let was_closed = self
            .route
            .with_untracked(|known| known.open.is_none() && known.screen == route.screen);
        let turned = self.route.with_untracked(|known| known.open.is_some());
        if !turned {
            self.opened_here.set(was_closed && route.open.is_some());
        }
        self.route.set(route);
    }

    /// Sets today's date, if it is another than a moment ago.
    fn turn_over(self) {
        let today = day_in_vietnam(browser::now());
        if self.today.get_untracked() != today {
            self.today.set(today);
        }
    }

    fn wait_for_midnight(self) {
        browser::after(millis_until_midnight(browser::now()), move || {
            self.turn_over();
            self.wait_for_midnight();
        });
    }

    /// Takes over what another tab saved, unless this one holds changes that are not saved.
    fn follow_other_tab(self) {
        if !self.keeper.with_value(Keeper::has_unsaved) {
            self.load();
        }
    }

    /// Carries out an action and saves. Returns whether it was carried out.
    pub(super) fn act(self, action: Action) -> bool {
        let mut outcome = Ok(Vec::new());
        if matches!(action, Action::ChooseMe(_) | Action::MarkBackedUp) {
            self.ask_to_keep();
        }
        self.workspace
            .update(|workspace| outcome = workspace.apply(action, browser::now()));
        match outcome {
            Ok(keys) => {
                self.keep(keys);
                true
            }
            Err(error) => {
                self.say(words::action_error(error));
                false
            }
        }
    }

    /// Takes in what arrived in files. What takes it back is kept first: where there is no room for
    /// that, nothing changes. Returns whether it was taken in.
    pub(super) fn import(self, import: Import) -> bool {
        let now = browser::now();
        if !import.backups.is_empty() {
            self.ask_to_keep();
        }
        let mut ahead = self.workspace.with_untracked(Clone::clone);
        let Ok(keys) = ahead.apply(Action::Import(import), now) else {
            return false;
        };
        let kept = self
            .keeper
            .with_value(|keeper| keeper.save(&ahead, &Key::LastImport, now));
        if let Err(error) = kept {
            // A store that failed halfway may hold what was not taken in; what stands is saved again.
            if !matches!(error, StoreError::Full | StoreError::Locked) {
                self.keep(vec![Key::LastImport]);
            }
            self.say(words::exchange::NOT_IMPORTED);
            return false;
        }
        self.workspace.set(ahead);
        self.keep(keys);
        true
    }

    /// Asks the browser to keep what is stored, once: when there is first something to lose.
    fn ask_to_keep(self) {
        let is_first =
            |known: &Workspace| known.settings.me.is_none() && known.settings.backed_up.is_none();
        if self.workspace.with_untracked(is_first) {
            spawn_local(browser::ask_to_keep());
        }
    }

    /// Writes a file that is sent from here.
    pub(super) fn seal<T: Serialize>(self, kind: Kind, body: &T) -> Option<String> {
        let office = self.workspace.with_untracked(Workspace::office);
        seal_from(kind, body, browser::now(), Some(office)).ok()
    }

    /// Carries out an action, says so, and offers to undo it.
    pub(super) fn act_with_undo(self, action: Action, said: String, undo: Action) {
        if self.act(action) {
            self.show(said, Some(undo));
        }
    }

    /// Saves the keys, and those that could not be saved before.
    fn keep(self, keys: Vec<Key>) {
        let fault = self.keeper.try_update_value(|keeper| {
            self.workspace
                .with_untracked(|workspace| keeper.keep(workspace, keys, browser::now()))
        });
        let fault = fault.flatten();
        // A page without storage stays so, even if its memory takes the change.
        if self.fault.get_untracked() != Some(StoreError::Blocked)
            && self.fault.get_untracked() != fault
        {
            self.fault.set(fault);
        }
    }

    /// Shows a message.
    pub(super) fn say(self, text: impl Into<String>) {
        self.show(text.into(), None);
    }

    fn show(self, text: String, undo: Option<Action>) {
        let serial = self.toasts.get_untracked() + 1;
        self.toasts.set(serial);
        self.toast.set(Some(Toast { text, undo, serial }));
        browser::after(TOAST_MILLIS, move || {
            if self
                .toast
                .with_untracked(|toast| toast.as_ref().is_some_and(|toast| toast.serial == serial))
            {
                self.toast.set(None);
            }
        });
    }

    /// Returns the unit that works on this device.
    pub(super) fn me(self) -> Option<UnitId> {
        self.workspace
            .with(|workspace| workspace.settings.me.clone())
    }

    /// Returns how many characters the stored texts take, keys included.
    pub(super) fn room_taken(self) -> usize {
        self.keeper.with_value(Keeper::room_taken)
    }

    /// Turns the duty that is open to another period.
    pub(super) fn turn_to(self, unit: &UnitId, duty: &DutyId) {
        browser::replace(
            &self
                .route
                .with_untracked(|route| route.with_duty(unit, duty))
                .address(),
        );
    }

    /// Closes the duty that is open.
    pub(super) fn close(self) {
        if self.route.with_untracked(|route| route.open.is_none()) {
            return;
        }
        if self.opened_here.get_untracked() {
            self.opened_here.set(false);
            browser::go_back();
        } else {
            browser::replace(
                &self
                    .route
                    .with_untracked(|route| Route::to(route.screen.clone()))
                    .address(),
            );
        }
    }
}
