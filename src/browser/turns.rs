//! Long work in short turns, between which the page answers.

use super::lifecycle::{after_paint, give_way, is_in_front, pause};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Performance;

/// So many milliseconds of work leave a frame time for all else.
const WORK: f64 = 12.0;

/// So many after a paint, behind which the next paint is not kept waiting.
const BIT: f64 = 6.0;

/// So many milliseconds after somebody pressed something it goes on: one press is often followed by another.
const HOLD: f64 = 150.0;

/// As often it is looked whether that is over.
const PAUSE: u32 = 50;

/// Returns whether more is to be done.
type Job = Box<dyn FnMut() -> bool>;

thread_local! {
    /// What is done bit by bit, the first first.
    static JOBS: RefCell<VecDeque<Job>> = const { RefCell::new(VecDeque::new()) };
    static IS_GOING_ON: Cell<bool> = const { Cell::new(false) };
    /// By the page's own clock.
    static HELD_UNTIL: Cell<f64> = const { Cell::new(0.0) };
    /// Kept, since it is looked at after each of thousands of steps.
    static CLOCK: Option<Performance> = web_sys::window().and_then(|window| window.performance());
}

/// The end of a turn, by the page's own clock.
pub struct Turns(f64);

impl Turns {
    #[must_use]
    pub fn begin() -> Self {
        Self(running() + WORK)
    }

    /// Says whether the page is to answer now. One that nobody sees need not, and would wait long for its next turn.
    #[must_use]
    pub fn is_over(&self) -> bool {
        running() >= self.0 && is_in_front()
    }

    /// Says whether more than half of it is behind.
    #[must_use]
    pub fn is_half_over(&self) -> bool {
        running() >= self.0 - WORK / 2.0
    }

    /// Lets the page answer, and begins the next one.
    pub async fn rest(&mut self) {
        give_way().await;
        *self = Self::begin();
    }
}

/// Calls back again and again after paints, as long as that tells that more is to be done, so that the page answers in
/// between. What was begun first is done first.
pub fn bit_by_bit(job: impl FnMut() -> bool + 'static) {
    JOBS.with_borrow_mut(|jobs| jobs.push_back(Box::new(job)));
    if !IS_GOING_ON.replace(true) {
        after_paint(|| spawn_local(go_on()));
    }
}

/// Lets what is done bit by bit wait, since somebody pressed something.
pub fn hold() {
    HELD_UNTIL.set(running() + HOLD);
}

async fn go_on() {
    while running() < HELD_UNTIL.get() {
        pause(PAUSE).await;
    }
    let turn = Turns(running() + BIT);
    while !turn.is_over() {
        let Some(mut job) = JOBS.with_borrow_mut(VecDeque::pop_front) else {
            IS_GOING_ON.set(false);
            return;
        };
        if job() {
            JOBS.with_borrow_mut(|jobs| jobs.push_front(job));
        }
        what_follows().await;
    }
    after_paint(|| spawn_local(go_on()));
}

/// Waits until all has followed that was changed, so that its time counts, too.
async fn what_follows() {
    let nothing = js_sys::Promise::resolve(&JsValue::UNDEFINED);
    // It is resolved already.
    let _ = JsFuture::from(nothing).await;
}

/// Milliseconds since the page was loaded: a clock that nobody sets.
fn running() -> f64 {
    CLOCK.with(|clock| clock.as_ref().map_or(f64::INFINITY, Performance::now))
}
