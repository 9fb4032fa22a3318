//! The session: the one place where the workspace changes, is saved, and the outcome is told.

mod at_large;
mod ground;
mod safety;

use super::incoming::Incoming;
use super::messages::Toast;
use super::rest::{self, Errand, Rest};
use super::state::RwSignal;
use super::turn::Turn;
use crate::browser;
use crate::domain::{Day, Moment, UnitId, day_in_vietnam, millis_until_midnight};
use crate::file::{Kind, as_trial, seal_from};
use crate::store::{Aside, Keeper, StoreError};
use crate::view::{DutyId, Route};
use crate::words;
use crate::workspace::{Action, ActionError, Key, Workspace};
use ground::Ground;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Serialize;
use std::ops::Deref;

pub(super) use ground::furnish_trial;

/// What carries an action out.
type Apply = fn(&mut Workspace, Action, Moment) -> Result<Vec<Key>, ActionError>;

/// How long what another tab does is gathered before it is shown.
const FOLLOW_MILLIS: i64 = 50;

/// What all screens share. Screens read its signals and call its functions. It lives as long as the page,
/// and each of the many closures of a screen holds no more of it than an address.
#[derive(Clone, Copy)]
pub(super) struct Session(&'static Shared);

impl Deref for Session {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        self.0
    }
}

pub(super) struct Shared {
    pub(super) workspace: RwSignal<Workspace>,
    pub(super) today: RwSignal<Day>,
    pub(super) route: RwSignal<Route>,
    /// Why the latest change is not kept on the device; `None` when all is kept.
    pub(super) fault: RwSignal<Option<StoreError>>,
    /// Stored texts that could not be read.
    pub(super) aside: RwSignal<Vec<Aside>>,
    pub(super) toast: RwSignal<Option<Toast>>,
    pub(super) new_version: RwSignal<bool>,
    /// What happened to what is kept here, until it was read.
    pub(super) notice: RwSignal<Option<&'static str>>,
    /// Counts the changes of what is stored beside the workspace.
    stored: RwSignal<u64>,
    pub(super) rest: RwSignal<Rest>,
    /// How many errands wait for the rest of the app.
    pub(super) errands: RwSignal<usize>,
    pub(super) incoming: Incoming,
    pub(super) turn: Turn,
    keeper: leptos::prelude::StoredValue<Keeper, LocalStorage>,
    pub(super) toasts: RwSignal<u64>,
    /// Whether the keys are listed.
    pub(super) lists_keys: RwSignal<bool>,
    /// Whether a duty was opened from within the app, so that closing it may go back.
    opened_here: RwSignal<bool>,
    /// Whether what another tab saved is about to be taken over.
    follows: RwSignal<bool>,
}

/// Marks what leaves a trial.
pub(super) fn marked(sealed: String) -> String {
    if browser::is_trial() {
        as_trial(&sealed)
    } else {
        sealed
    }
}

impl Session {
    /// Loads what the device keeps and begins to watch the clock, the address and other tabs.
    pub(super) fn start() -> Self {
        let ground = Ground::open();
        let session = Self(Box::leak(Box::new(Shared {
            workspace: RwSignal::new(Workspace::empty(browser::device_id())),
            today: RwSignal::new(day_in_vietnam(browser::now())),
            route: RwSignal::new(Route::parse(&browser::address())),
            fault: RwSignal::new(ground.fault),
            aside: RwSignal::new(Vec::new()),
            toast: RwSignal::new(None),
            new_version: RwSignal::new(false),
            notice: RwSignal::new(None),
            stored: RwSignal::new(0),
            rest: RwSignal::new(Rest::Away),
            errands: RwSignal::new(0),
            incoming: Incoming::new(),
            turn: Turn::new(ground.shared),
            keeper: leptos::prelude::StoredValue::new_local(Keeper::new(ground.store)),
            toasts: RwSignal::new(0),
            lists_keys: RwSignal::new(false),
            opened_here: RwSignal::new(false),
            follows: RwSignal::new(false),
        })));
        session.load();
        session.watch();
        if browser::is_in_front() {
            session.take_turn();
        }
        session
    }

    /// Loads everything anew, and adds what everybody begins with. What could not be saved yet
    /// stays.
    pub(super) fn load(self) {
        if self.keeper.with_value(Keeper::was_cleared) {
            // What is in memory is all there is.
            return self.write(move || self.save_rest());
        }
        let before = self.workspace.with_untracked(Clone::clone);
        let loaded = self.keeper.try_update_value(|keeper| keeper.load(&before));
        let mut now = match loaded.unwrap_or(Err(StoreError::Blocked)) {
            Ok(loaded) => {
                self.aside.set(loaded.aside);
                loaded.workspace
            }
            Err(error) => {
                self.fault.set(Some(error));
                before.clone()
            }
        };
        if self.turn.is_mine() && !self.keeper.with_value(Keeper::has_begun) {
            rest::run(self, Errand::Welcome(Box::new(now.clone())));
        }
        let added = self.furnish(&mut now);
        // Coming back to a page that nobody changed must not build it anew.
        if before != now {
            self.workspace.set(now);
        }
        if self.turn.is_mine() {
            self.keep(added);
        }
    }

    fn watch(self) {
        browser::on_address_changed(move || self.follow_address());
        browser::on_front(move || {
            self.turn_over();
            self.load();
            self.take_turn();
        });
        browser::on_touched(move || self.take_turn());
        browser::on_leaving(browser::hand_on_typing);
        browser::on_gone(move || self.leave_turn());
        // What others keep is nothing to a trial.
        if !browser::is_trial() {
            browser::on_storage_changed(move || {
                self.answer();
                self.follow_soon();
            });
        }
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

    /// Takes over what another tab saved. One change of it is told by several events.
    fn follow_soon(self) {
        if !self.follows.get_untracked() {
            self.follows.set(true);
            browser::after(FOLLOW_MILLIS, move || {
                self.follows.set(false);
                self.load();
            });
        }
    }

    /// Carries out an action and saves.
    pub(super) fn act(self, action: Action) {
        self.act_then(action, || {});
    }

    /// Carries out an action, saves, and goes on. An action that is refused is told, and that is the end.
    pub(super) fn act_then(self, action: Action, then: impl FnOnce() + 'static) {
        self.write(move || {
            let is_everyday = self.workspace.with_untracked(|it| it.is_everyday(&action));
            if !is_everyday || self.keeper.with_value(Keeper::has_newer) {
                let errand = Errand::Act(Box::new(action), Box::new(then));
                return rest::run(self, errand);
            }
            if matches!(action, Action::ChooseMe(_)) {
                self.ask_to_keep();
            }
            if self.carry_out(action, Workspace::apply_everyday) {
                then();
            }
        });
    }

    fn carry_out(self, action: Action, apply: Apply) -> bool {
        let mut outcome = Ok(Vec::new());
        self.workspace
            .update(|workspace| outcome = apply(workspace, action, browser::now()));
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

    /// Asks the browser to keep what is stored, once: when there is first something to lose.
    fn ask_to_keep(self) {
        let is_first =
            |known: &Workspace| known.settings.me.is_none() && known.settings.backed_up.is_none();
        if !browser::is_trial() && self.workspace.with_untracked(is_first) {
            spawn_local(browser::ask_to_keep());
        }
    }

    /// Writes a file that is sent from here; what a trial writes bears its mark.
    pub(super) fn seal<T: Serialize>(self, kind: Kind, body: &T) -> Option<String> {
        let office = self.workspace.with_untracked(Workspace::office);
        let sealed = seal_from(kind, body, browser::now(), Some(office)).ok()?;
        Some(marked(sealed))
    }

    /// Tries again to save what could not be saved before.
    pub(super) fn save_rest(self) {
        self.keep(Vec::new());
    }

    /// Saves the keys, and those that could not be saved before.
    fn keep(self, keys: Vec<Key>) {
        if self.keeper.with_value(Keeper::was_cleared) {
            // Nothing is kept until it is filled again.
            self.fault.set(Some(StoreError::NotKept));
            return rest::run(self, Errand::Recover(keys));
        }
        self.keep_now(keys);
    }

    /// Saves the keys, and those that could not be saved before; says whether all is saved.
    fn keep_now(self, keys: Vec<Key>) -> bool {
        let fault = self.keeper.try_update_value(|keeper| {
            self.workspace
                .with_untracked(|workspace| keeper.keep(workspace, keys, browser::now()))
        });
        let fault = fault.flatten();
        let is_kept = fault.is_none();
        // A page without storage stays so, even if its memory takes the change.
        if self.fault.get_untracked() != Some(StoreError::Blocked)
            && self.fault.get_untracked() != fault
        {
            self.fault.set(fault);
        }
        is_kept
    }

    /// Returns the unit that works on this device.
    pub(super) fn me(self) -> Option<UnitId> {
        self.workspace
            .with(|workspace| workspace.settings.me.clone())
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
