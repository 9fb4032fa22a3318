//! A report being written by the second module: how far it is, and how it is stopped.

use super::Desk;
use crate::browser::{self, Job, ReadingEvent};
use crate::report::{Format, Order};
use crate::ui::dom::{El, el};
use crate::ui::parts::work;
use crate::ui::state::RwSignal;
use crate::words::reporting as say;
use leptos::prelude::{LocalStorage, SetValue, StoredValue};

/// One report at a time. It stops when the screen is left.
#[derive(Clone, Copy)]
pub(super) struct Writing {
    desk: Desk,
    stage: RwSignal<Stage>,
    job: StoredValue<Option<Job>, LocalStorage>,
}

/// How far the writing is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Stage {
    Idle,
    Running(Format, f64),
    Stopped,
    Failed(&'static str),
}

impl Writing {
    pub(super) fn new(desk: Desk) -> Self {
        Self {
            desk,
            stage: RwSignal::new(Stage::Idle),
            job: StoredValue::new_local(None),
        }
    }

    /// Begins to write; what was being written before is given up.
    pub(super) fn begin(self, format: Format, done: impl FnOnce(Vec<u8>) + 'static) {
        self.job.set_value(None);
        self.stage.set(Stage::Running(format, 0.0));
        let order = self.order(format);
        let mut done = Some(done);
        let hear = move |event| match event {
            ReadingEvent::Progress(share) => self.stage.set(Stage::Running(format, share)),
            ReadingEvent::Written(bytes) => {
                self.stage.set(Stage::Idle);
                if let Some(done) = done.take() {
                    done(bytes);
                }
            }
            ReadingEvent::Broken => self.stage.set(Stage::Failed(say::BROKEN)),
            // Words are no answer to what was asked here.
            ReadingEvent::Failed(_) | ReadingEvent::Done(_) => {
                self.stage.set(Stage::Failed(say::FAILED));
            }
        };
        self.job
            .set_value(Some(browser::write_report(&order, hear)));
    }

    fn order(self, format: Format) -> Order {
        let report = self.desk.id();
        let known = self
            .desk
            .session
            .workspace
            .with(|known| known.known_of(&report.plan));
        Order {
            known,
            report,
            as_of: self.desk.as_of(),
            format,
            now: browser::now(),
        }
    }

    pub(super) fn stop(self) {
        self.job.set_value(None);
        self.stage.set(Stage::Stopped);
    }

    /// Says how far it is, or why there is nothing; nothing where all is well.
    pub(super) fn said(self) -> Option<El> {
        let banner = |class: &str, role: &str, said: &str| {
            el("section")
                .class(class)
                .attr("role", role)
                .with(el("p").with(said))
        };
        match self.stage.get() {
            Stage::Idle => None,
            Stage::Running(format, share) => {
                let said = |percent| say::writing(format, percent);
                Some(work(said, share, say::STOP, move || self.stop()))
            }
            Stage::Stopped => Some(banner("banner indigo", "status", say::STOPPED)),
            Stage::Failed(said) => Some(banner("banner lacquer", "alert", said)),
        }
    }

    pub(super) fn has_failed(self) -> bool {
        matches!(self.stage.get(), Stage::Stopped | Stage::Failed(_))
    }
}
