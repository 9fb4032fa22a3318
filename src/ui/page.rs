//! The page: what all screens share from the first moment on. It shows the front and takes ticks. All else that changes
//! the workspace is the session's, which comes with the rest of the app.

use super::messages::Toast;
use super::rest::{self, Errand, Rest};
use super::state::RwSignal;
use crate::browser;
use crate::domain::{Day, Status, UnitId, day_in_vietnam};
use crate::front::{self, Found, Front, Tick, note_tick};
use crate::progress::{Field, Slot};
use crate::view::{DutyId, Route, Row};
use crate::words;
use crate::workspace::RecordId;
use std::ops::Deref;

/// What all screens share. It lives as long as the page, and each of the many closures of a screen holds no more of
/// it than an address.
#[derive(Clone, Copy)]
pub(super) struct Page(&'static Shared);

impl Deref for Page {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        self.0
    }
}

pub(super) struct Shared {
    pub(super) today: RwSignal<Day>,
    pub(super) route: RwSignal<Route>,
    /// What the first screens show; nothing until it is known.
    pub(super) front: RwSignal<Option<Front>>,
    pub(super) toast: RwSignal<Option<Toast>>,
    /// Counts the messages.
    pub(super) toasts: RwSignal<u64>,
    pub(super) rest: RwSignal<Rest>,
    /// How many errands wait for the rest of the app.
    pub(super) errands: RwSignal<usize>,
    /// Whether something waits to be written.
    pub(super) is_busy: RwSignal<bool>,
    /// Whether the keys are listed.
    pub(super) lists_keys: RwSignal<bool>,
    /// Ticks that were made before the session came, each with the key under which it is kept, if it is.
    pub(super) ticks: RwSignal<Vec<(Option<String>, Tick)>>,
    /// Whether a duty was opened from within the app, so that closing it may go back.
    opened_here: RwSignal<bool>,
    /// How many more rows of the screen are in sight.
    rows_in_sight: RwSignal<usize>,
}

impl Page {
    /// Looks at what the device keeps and begins to watch the address.
    pub(super) fn start() -> Self {
        let found = browser::store().map_or(Found::Nothing, |store| front::find(store.as_ref()));
        let front = match found {
            Found::Front(front) => Some(front),
            // A trial begins with an office that the rest of the app furnishes.
            Found::Nothing if !browser::is_trial() => Some(front::first()),
            Found::Nothing | Found::Something => None,
        };
        let page = Self(Box::leak(Box::new(Shared {
            today: RwSignal::new(day_in_vietnam(browser::now())),
            route: RwSignal::new(Route::parse(&browser::address())),
            front: RwSignal::new(front),
            toast: RwSignal::new(None),
            toasts: RwSignal::new(0),
            rest: RwSignal::new(Rest::Away),
            errands: RwSignal::new(0),
            is_busy: RwSignal::new(false),
            lists_keys: RwSignal::new(false),
            ticks: RwSignal::new(Vec::new()),
            opened_here: RwSignal::new(false),
            rows_in_sight: RwSignal::new(0),
        })));
        browser::on_address_changed(move || page.follow_address());
        // Before all others that save what is written then.
        browser::on_leaving(browser::catch_up);
        page
    }

    /// Reads from the front; nothing while it is not known.
    pub(super) fn with_front<T: Default>(self, read: impl FnOnce(&Front) -> T) -> T {
        self.front
            .with(|front| front.as_ref().map(read).unwrap_or_default())
    }

    /// Begins with the first row of a screen.
    pub(super) fn begin_rows(self) {
        self.rows_in_sight.set(browser::rows_in_sight());
    }

    /// Says whether a row below so many others is in sight.
    pub(super) fn is_row_in_sight(self, above: usize) -> bool {
        above < self.rows_in_sight.get_untracked()
    }

    /// Returns how many rows of a list are in sight, below those of the lists before it.
    pub(super) fn first_rows(self, all: usize) -> usize {
        let in_sight = self.rows_in_sight.get_untracked();
        let first = all.min(in_sight);
        self.rows_in_sight.set(in_sight - first);
        first
    }

    /// Returns the unit that works on this device.
    pub(super) fn me(self) -> Option<UnitId> {
        self.with_front(|front| front.me.as_ref().map(|me| me.id.clone()))
    }

    /// Marks a duty done today, or takes the mark back.
    pub(super) fn toggle(self, row: &Row) {
        let Some(unit) = row.unit.clone() else {
            return;
        };
        let record = RecordId {
            plan: row.id.plan.clone(),
            unit,
        };
        let tick = |status: Status| Tick {
            record: record.clone(),
            slot: Slot::new(&row.id.task, row.id.period, Field::Status),
            status,
            at: browser::now(),
        };
        let status = row.toggled(self.today.get_untracked());
        let said = format!(
            "{}: {}",
            words::task_path(&row.duty.path),
            words::status(&status)
        );
        let back = tick(row.gist.status.clone());
        self.tick(tick(status), Some((said, back)));
    }

    /// Takes a tick; says so, and by what it is taken back.
    fn tick(self, tick: Tick, told: Option<(String, Tick)>) {
        if self.rest.with_untracked(Rest::is_here) {
            return rest::run(self, Errand::Tick(tick, told));
        }
        let store = browser::store();
        let name = browser::device_id();
        let key = store.and_then(|store| note_tick(store.as_ref(), name.as_str(), &tick).ok());
        self.front.update(|front| {
            if let Some(front) = front {
                front.tick(&tick.record, &tick.slot, tick.status.clone());
            }
        });
        self.ticks.update(|ticks| ticks.push((key, tick)));
        self.tell(told);
    }

    /// Says that something was ticked, and offers to take it back.
    pub(super) fn tell(self, told: Option<(String, Tick)>) {
        if let Some((said, back)) = told {
            self.show(said, move || self.tick(back.clone(), None));
        }
    }

    /// Sets today's date, if it is another than a moment ago.
    pub(super) fn turn_over(self) {
        let today = day_in_vietnam(browser::now());
        if self.today.get_untracked() != today {
            self.today.set(today);
        }
    }

    fn follow_address(self) {
        // The field that is typed in may be about to go.
        browser::hand_on_typing();
        let route = Route::parse(&browser::address());
        let (was_closed, turned) = self.route.with_untracked(|known| {
            let was_closed = known.open.is_none();
            (was_closed && known.screen == route.screen, !was_closed)
        });
        if !turned {
            self.opened_here.set(was_closed && route.open.is_some());
        }
        self.route.set(route);
    }

    /// Turns the duty that is open to another period.
    pub(super) fn turn_to(self, unit: &UnitId, duty: &DutyId) {
        let route = self
            .route
            .with_untracked(|route| route.with_duty(unit, duty));
        browser::replace(&route.address());
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
            let screen = self.route.with_untracked(|route| route.screen.clone());
            browser::replace(&Route::to(screen).address());
        }
    }
}
