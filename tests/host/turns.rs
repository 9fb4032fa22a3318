//! One writer among the tabs of a browser.

use crate::cases::{check, share};
use proptest::collection::vec;
use proptest::prelude::*;
use so_tien_do::store::{
    LOOK, Lock, MemoryStore, Next, SETTLING, Store, StoreError, Turn, Waiting,
};
use std::rc::Rc;

/// What tabs of one browser share.
struct SharedStore(Rc<MemoryStore>);

impl Store for SharedStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.0.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0.get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.0.set(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.0.remove(key)
    }
}

fn tabs(count: usize, room: usize) -> Vec<Turn> {
    let store = Rc::new(MemoryStore::with_room(room));
    let tab = |number| {
        Turn::new(
            Box::new(SharedStore(store.clone())),
            format!("tab-{number}"),
        )
    };
    (0..count).map(tab).collect()
}

fn holders(tabs: &[Turn]) -> Vec<usize> {
    (0..tabs.len()).filter(|at| tabs[*at].is_mine()).collect()
}

fn answer(tab: &Turn) {
    if let Some(to) = tab.asked_by().filter(|_| tab.is_mine()) {
        tab.give(&to);
    }
}

#[derive(Clone, Debug)]
enum Step {
    Ask,
    TakeIfFree,
    Answer,
    Leave,
}

#[test]
fn there_is_one_holder_at_most_and_it_alone_gives_the_turn_away() {
    let step = prop_oneof![
        Just(Step::Ask),
        Just(Step::TakeIfFree),
        Just(Step::Answer),
        Just(Step::Leave)
    ];
    check(share(10), &vec((0..5_usize, step), 1..60), |steps| {
        let tabs = tabs(5, usize::MAX);
        for (at, step) in steps {
            let (tab, before) = (&tabs[at], holders(&tabs));
            match step {
                Step::Ask => tab.ask(),
                Step::TakeIfFree if tab.holder().is_none() => tab.take(),
                Step::TakeIfFree => {}
                Step::Answer => answer(tab),
                Step::Leave => tab.leave(),
            }
            let after = holders(&tabs);
            prop_assert!(after.len() <= 1);
            prop_assert!(
                before.is_empty() || before == after || before == [at],
                "{before:?} lost it to {after:?} by {at}"
            );
            prop_assert_eq!(tab.is_anothers(), !after.is_empty() && after != [at]);
        }
        Ok(())
    });
}

#[test]
fn the_turn_comes_to_each_who_asks() {
    let tabs = tabs(5, usize::MAX);
    tabs[2].take();
    for round in 0..3 {
        let mut had: Vec<usize> = Vec::new();
        for _ in 0..tabs.len() {
            // All want it all the time.
            let holder = holders(&tabs)[0];
            tabs.iter().for_each(Turn::ask);
            answer(&tabs[holder]);
            had.extend(holders(&tabs));
        }
        had.sort_unstable();
        assert_eq!(had, [0, 1, 2, 3, 4], "round {round}");
    }
}

#[test]
fn what_a_tab_asked_is_answered_once() {
    let tabs = tabs(2, usize::MAX);
    tabs[0].take();
    tabs[1].ask();
    assert_eq!(tabs[0].asked_by().as_deref(), Some("tab-1"));
    answer(&tabs[0]);
    assert!(tabs[1].is_mine());
    assert_eq!(tabs[1].asked_by(), None);
    assert_eq!(tabs[0].asked_by(), None);
}

#[test]
fn where_there_is_no_room_for_a_name_nobody_is_shut_out() {
    let tabs = tabs(2, 3);
    tabs[0].take();
    assert!(!tabs[0].is_mine() && !tabs[0].is_anothers());
    tabs[1].ask();
    assert!(!tabs[1].is_anothers());
}

/// A browser with several tabs, as far as it matters who writes.
struct Windows {
    tabs: Vec<Tab>,
    /// Who holds the browser's lock.
    lock: Option<usize>,
    has_locks: bool,
}

struct Tab {
    turn: Turn,
    state: State,
    /// The browser has stopped it; it does nothing and hears nothing.
    is_frozen: bool,
}

enum State {
    Watching,
    Waiting(Waiting),
    Settling(Waiting, u32),
    Writing,
}

#[derive(Clone, Copy, Debug)]
enum Event {
    Want,
    Look,
    Answer,
    Freeze,
    Thaw,
    /// Killed, and opened again.
    Killed,
    Closed,
}

impl Windows {
    fn new(count: usize, has_locks: bool) -> Self {
        let tab = |turn| Tab {
            turn,
            state: State::Watching,
            is_frozen: false,
        };
        Self {
            tabs: tabs(count, usize::MAX).into_iter().map(tab).collect(),
            lock: None,
            has_locks,
        }
    }

    fn happen(&mut self, at: usize, event: Event) {
        match event {
            Event::Killed => self.kill(at),
            Event::Thaw => self.tabs[at].is_frozen = false,
            _ if self.tabs[at].is_frozen => {}
            Event::Freeze => self.tabs[at].is_frozen = true,
            Event::Want if matches!(self.tabs[at].state, State::Watching) => {
                self.tabs[at].state = State::Waiting(Waiting::default());
            }
            Event::Want => {}
            Event::Look => self.look(at),
            Event::Answer => self.answer(at),
            Event::Closed => {
                self.tabs[at].turn.leave();
                self.kill(at);
            }
        }
    }

    fn kill(&mut self, at: usize) {
        self.tabs[at].state = State::Watching;
        self.tabs[at].is_frozen = false;
        self.unlock(at);
    }

    fn unlock(&mut self, at: usize) {
        self.lock = self.lock.filter(|holder| *holder != at);
    }

    fn look(&mut self, at: usize) {
        let state = std::mem::replace(&mut self.tabs[at].state, State::Watching);
        let is_anothers = self.tabs[at].turn.is_anothers();
        self.tabs[at].state = match state {
            State::Waiting(waiting) => self.wait(at, waiting),
            State::Settling(waiting, left) if left > 0 => State::Settling(waiting, left - LOOK),
            State::Settling(waiting, _) if is_anothers => {
                self.unlock(at);
                State::Waiting(waiting)
            }
            State::Settling(..) => State::Writing,
            State::Writing if is_anothers => {
                self.unlock(at);
                State::Watching
            }
            other => other,
        };
    }

    fn wait(&mut self, at: usize, mut waiting: Waiting) -> State {
        let lock = match self.lock {
            _ if !self.has_locks => Lock::Missing,
            Some(holder) if holder != at => Lock::Anothers,
            _ => Lock::Mine,
        };
        let turn = &self.tabs[at].turn;
        match waiting.next(turn, lock) {
            Next::Begin => {
                self.lock = Some(at);
                State::Writing
            }
            Next::Wait => State::Waiting(waiting),
            Next::Force => {
                self.lock = Some(at);
                turn.take();
                State::Settling(waiting, SETTLING)
            }
            Next::Settle => State::Settling(waiting, SETTLING),
        }
    }

    fn answer(&mut self, at: usize) {
        if matches!(self.tabs[at].state, State::Writing) {
            answer(&self.tabs[at].turn);
            self.look(at);
        }
    }

    /// Who would write now if something were to be written.
    fn writers(&self) -> Vec<usize> {
        let writes = |tab: &Tab| matches!(tab.state, State::Writing) && !tab.turn.is_anothers();
        (0..self.tabs.len())
            .filter(|at| writes(&self.tabs[*at]))
            .collect()
    }
}

#[test]
fn one_tab_writes_whatever_becomes_of_the_others_and_each_gets_its_turn() {
    let event = prop_oneof![
        4 => Just(Event::Want),
        40 => Just(Event::Look),
        10 => Just(Event::Answer),
        1 => Just(Event::Freeze),
        1 => Just(Event::Thaw),
        1 => Just(Event::Killed),
        1 => Just(Event::Closed),
    ];
    let events = vec((0..4_usize, event), 1..400);
    check(
        share(25),
        &(events, any::<bool>()),
        |(events, has_locks)| {
            let mut windows = Windows::new(4, has_locks);
            for (at, event) in events {
                windows.happen(at, event);
                let writers = windows.writers();
                prop_assert!(writers.len() <= 1, "{writers:?} after {event:?} of {at}");
            }
            // From now on all goes well, and all want to write.
            let mut had = [false; 4];
            for _ in 0..500 {
                for at in 0..4 {
                    for event in [Event::Thaw, Event::Want, Event::Look] {
                        windows.happen(at, event);
                    }
                    windows.writers().iter().for_each(|at| had[*at] = true);
                    windows.happen(at, Event::Answer);
                }
            }
            prop_assert_eq!(had, [true; 4]);
            Ok(())
        },
    );
}
