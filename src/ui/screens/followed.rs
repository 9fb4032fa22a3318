//! The overview of a plan as it is followed: gathered in turns, between which the page answers.

use crate::browser::Turns;
use crate::domain::PlanId;
use crate::ui::session::Session;
use crate::ui::state::RwSignal;
use crate::view::{KeptOverview, Overview};
use leptos::prelude::{Effect, LocalStorage, StoredValue, UpdateValue};
use leptos::task::spawn_local;

/// The overview as it was gathered last.
#[derive(Clone, Copy)]
pub(super) struct Followed {
    pub(super) whole: RwSignal<Overview>,
    /// Whether it was ever gathered.
    pub(super) is_there: RwSignal<bool>,
    kept: StoredValue<KeptOverview, LocalStorage>,
}

/// Follows the overview of a plan, so many periods before the running ones, for as long as the screen is there.
pub(super) fn followed(session: Session, plan: &PlanId, back: RwSignal<usize>) -> Followed {
    let followed = Followed {
        whole: RwSignal::new(Overview::default()),
        is_there: RwSignal::new(false),
        kept: StoredValue::new_local(KeptOverview::default()),
    };
    let plan = plan.clone();
    Effect::new(move |_: Option<()>| {
        let (today, back) = (session.today.get(), back.get());
        session.workspace.with(|known| {
            followed
                .kept
                .update_value(|kept| kept.begin(known, &plan, today, back));
        });
        spawn_local(followed.gather());
    });
    followed
}

impl Followed {
    /// Gathers what was begun; what changes meanwhile begins it anew.
    async fn gather(self) {
        let mut turn = Turns::begin();
        // The screen may have been left.
        while let Some((now, is_at_work)) = self.kept.try_update_value(|kept| {
            let now = kept.go_on(|| !turn.is_over());
            (now, kept.is_at_work())
        }) {
            if let Some(now) = now {
                self.show(now);
            }
            if !is_at_work {
                return;
            }
            turn.rest().await;
        }
    }

    fn show(self, now: Overview) {
        if self.whole.with_untracked(|before| *before != now) {
            self.whole.set(now);
        }
        if !self.is_there.get_untracked() {
            self.is_there.set(true);
        }
    }
}
