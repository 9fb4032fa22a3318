//! A file that the second module writes: how far it is, and how it is stopped.

use super::work::{percent, work};
use crate::browser::{self, Job, ReadingEvent};
use crate::report::Order;
use crate::ui::dom::{Node, el, live};
use crate::ui::outgoing::unless_small;
use crate::ui::state::RwSignal;
use crate::words::reporting as say;
use leptos::prelude::{LocalStorage, SetValue, StoredValue};

/// One file at a time. It stops when the screen is left.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Writing {
    stage: RwSignal<Stage>,
    job: StoredValue<Option<Job>, LocalStorage>,
}

/// How far the writing is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Stage {
    Idle,
    /// What is being written, and how much of it is done, from 0 to 1.
    Running(&'static str, f64),
    Stopped,
    Failed(&'static str),
}

impl Writing {
    pub(in crate::ui) fn new() -> Self {
        Self {
            stage: RwSignal::new(Stage::Idle),
            job: StoredValue::new_local(None),
        }
    }

    /// Begins to write; what was being written before is given up.
    pub(in crate::ui) fn begin(
        self,
        what: &'static str,
        order: Order,
        done: impl FnOnce(Vec<u8>) + 'static,
    ) {
        self.job.set_value(None);
        self.stage.set(Stage::Running(what, 0.0));
        let mut done = Some(done);
        let hear = move |event| match event {
            ReadingEvent::Progress(share) => self.stage.set(Stage::Running(what, share)),
            ReadingEvent::Written(bytes) => {
                self.stage.set(Stage::Idle);
                if let Some(done) = done.take() {
                    done(bytes);
                }
            }
            ReadingEvent::Broken => self.stage.set(Stage::Failed(unless_small(say::BROKEN))),
            // Words are no answer to what was asked here.
            ReadingEvent::Failed(_) | ReadingEvent::Done(_) => {
                self.stage.set(Stage::Failed(say::FAILED));
            }
        };
        self.job.set_value(Some(browser::write_report(order, hear)));
    }

    fn stop(self) {
        self.job.set_value(None);
        self.stage.set(Stage::Stopped);
    }

    /// Says how far it is, or why there is nothing; nothing where all is well.
    pub(in crate::ui) fn said(self) -> Node {
        let doing = move || match self.stage.get() {
            Stage::Running(what, share) => {
                let percent = percent(share);
                Some((percent, say::writing(what, percent)))
            }
            _ => None,
        };
        let banner = |class: &str, role: &str, said: &str| {
            el("section")
                .class(class)
                .attr("role", role)
                .with(el("p").with(said))
        };
        let ended = move || match self.stage.get() {
            Stage::Idle | Stage::Running(..) => None,
            Stage::Stopped => Some(banner("banner indigo", "status", say::STOPPED)),
            Stage::Failed(said) => Some(banner("banner lacquer", "alert", said)),
        };
        Node::from(vec![
            work(doing, say::STOP, move || self.stop()),
            live(ended),
        ])
    }

    pub(in crate::ui) fn has_failed(self) -> bool {
        matches!(self.stage.get(), Stage::Stopped | Stage::Failed(_))
    }
}
