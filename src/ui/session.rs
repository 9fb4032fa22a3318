//! The session: the one place where the workspace changes, is saved, and the outcome is told. It comes with the rest
//! of the app and takes over from the page.

mod at_large;
mod ground;
mod handover;
mod safety;
mod saving;

use super::incoming::Incoming;
use super::page::Page;
use super::rest::Rest;
use super::state::RwSignal;
use super::turn::Turn;
use super::{enclosed, incoming, shortcuts};
use crate::browser;
use crate::domain::{Day, Moment, UnitId, millis_until_midnight};
use crate::file::{Kind, as_trial, seal_from};
use crate::front::Front;
use crate::store::{Aside, Keeper, StoreError};
use crate::view::{Horizon, KeptToday, Route};
use crate::words;
use crate::workspace::{Action, Key, Workspace};
use ground::Ground;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Serialize;
use std::ops::Deref;

/// How long what another tab does is gathered before it is shown.
const FOLLOW_MILLIS: i64 = 50;

/// What the screens of the rest share. Screens read its signals and call its functions. It lives as long as the page.
#[derive(Clone, Copy)]
pub(super) struct Session(&'static Shared);

impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Eq for Session {}

impl Deref for Session {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        self.0
    }
}

pub(super) struct Shared {
    owner: Owner,
    pub(super) page: Page,
    pub(super) workspace: RwSignal<Workspace>,
    /// As the page has it.
    pub(super) today: RwSignal<Day>,
    /// As the page has it.
    pub(super) route: RwSignal<Route>,
    /// Why the latest change is not kept on the device; `None` when all is kept.
    pub(super) fault: RwSignal<Option<StoreError>>,
    /// Stored texts that could not be read.
    pub(super) aside: RwSignal<Vec<Aside>>,
    pub(super) new_version: RwSignal<bool>,
    /// What happened to what is kept here, until it was read.
    pub(super) notice: RwSignal<Option<&'static str>>,
    /// Counts the changes of what is stored beside the workspace.
    stored: RwSignal<u64>,
    pub(super) incoming: Incoming,
    pub(super) turn: Turn,
    keeper: leptos::prelude::StoredValue<Keeper, LocalStorage>,
    /// Whether what another tab saved is about to be taken over.
    follows: RwSignal<bool>,
    /// Whether what is written is about to be saved.
    saves: RwSignal<bool>,
    /// Whether something is being taken in.
    pub(super) imports: RwSignal<bool>,
}

impl Session {
    /// Opens what the device keeps; it is still to be read.
    pub(super) fn start(page: Page) -> Self {
        // The session outlives the part of a screen that asked for it first.
        let root = Owner::new_root(None);
        let owner = root.clone();
        root.with(|| {
            let ground = Ground::open();
            let session = Self(Box::leak(Box::new(Shared {
                owner,
                page,
                workspace: RwSignal::new(Workspace::empty(browser::device_id())),
                today: page.today,
                route: page.route,
                fault: RwSignal::new(ground.fault),
                aside: RwSignal::new(Vec::new()),
                new_version: RwSignal::new(false),
                notice: RwSignal::new(None),
                stored: RwSignal::new(0),
                incoming: Incoming::new(),
                turn: Turn::new(ground.shared, page.is_busy),
                keeper: leptos::prelude::StoredValue::new_local(Keeper::new(ground.store)),
                follows: RwSignal::new(false),
                saves: RwSignal::new(false),
                imports: RwSignal::new(false),
            })));
            page.rest.set(Rest::Reading(session));
            session
        })
    }

    /// Reads what the device keeps, for a moment; when all is read, the session is here.
    pub(super) fn read_on(self) {
        let turn = browser::Turns::begin();
        let go_on = || !turn.is_over();
        let is_read = self
            .keeper
            .try_update_value(|keeper| keeper.read_ahead(go_on));
        // With thousands of records to load takes a while, too; then it has a moment of its own.
        if is_read == Some(true) && !turn.is_half_over() {
            self.owner.with(|| self.arrive());
        }
    }

    /// Loads everything, and begins to watch the clock and other tabs.
    fn arrive(self) {
        self.load();
        self.page.rest.set(Rest::Here(self));
        self.watch();
        if browser::is_in_front() {
            self.take_turn();
        }
        if let Some(text) = browser::enclosed_text().filter(|_| !browser::is_trial()) {
            enclosed::take(self, text);
        }
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
            self.welcome(&now);
        }
        let added = ground::furnish(&mut now);
        // Coming back to a page that nobody changed must not build it anew.
        if before != now {
            self.workspace.set(now);
        }
        self.follow_workspace();
        if self.turn.is_mine() {
            self.keep(added);
            self.take_over_ticks();
            self.keep_front();
        }
    }

    fn watch(self) {
        browser::on_front(move || {
            self.page.turn_over();
            self.load();
            self.take_turn();
        });
        browser::on_touched(move || self.take_turn());
        browser::on_leaving(move || {
            browser::hand_on_typing();
            self.save_written();
        });
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
        self.count_overdue();
        shortcuts::listen(self);
        incoming::watch(self);
    }

    fn wait_for_midnight(self) {
        browser::after(millis_until_midnight(browser::now()), move || {
            self.page.turn_over();
            self.wait_for_midnight();
        });
    }

    /// The icon of the installed app bears the number of overdue duties of the unit that works here.
    fn count_overdue(self) {
        let page = self.page;
        let overdue = super::state::Memo::kept(KeptToday::default(), move |kept| {
            let today = page.today.get();
            page.with_front(|front: &Front| {
                let count = kept.now(&front.lists, today).count(Horizon::Overdue);
                front.me.as_ref().map(|_| count)
            })
        });
        Effect::new(move || browser::set_badge(overdue.get().unwrap_or_default()));
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

    /// Carries out an action, says so, and offers to undo it.
    pub(super) fn act_with_undo(self, action: Action, said: String, undo: Action) {
        self.act_then(action, move || self.show(said, Some(undo)));
    }

    /// Carries out what was typed and not handed on yet when what is shown is left, which says that all is kept at
    /// once, and says so.
    pub(super) fn act_when_left(
        self,
        typed: impl Fn() -> Option<(Action, String)> + Send + Sync + 'static,
    ) {
        on_cleanup(move || {
            let Some((action, said)) = typed() else {
                return;
            };
            // While something goes, nothing that it shows may change.
            browser::after(0, move || self.act_then(action, move || self.say(said)));
        });
    }

    /// Changes the workspace and returns what must be saved; what is refused is told.
    fn carry_out(self, action: Action, at: Moment) -> Option<Vec<Key>> {
        let mut outcome = Ok(Vec::new());
        self.workspace
            .update(|workspace| outcome = workspace.apply(action, at));
        match outcome {
            Ok(keys) => Some(keys),
            Err(error) => {
                self.say(words::action_error(error));
                None
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

    /// Returns the unit that works on this device.
    pub(super) fn me(self) -> Option<UnitId> {
        self.workspace
            .with(|workspace| workspace.settings.me.clone())
    }

    /// Shows a message.
    pub(super) fn say(self, text: impl Into<String>) {
        self.page.say(text);
    }

    /// Shows a message, and what takes back what it tells.
    pub(super) fn show(self, text: String, undo: Option<Action>) {
        match undo {
            Some(undo) => self.page.show(text, move || self.act(undo.clone())),
            None => self.page.say(text),
        }
    }
}

/// Marks what leaves a trial.
pub(super) fn marked(sealed: String) -> String {
    if browser::is_trial() {
        as_trial(&sealed)
    } else {
        sealed
    }
}
