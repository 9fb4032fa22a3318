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
    /// How many periods before the running ones it is; what is asked for may be further on.
    pub(super) back: RwSignal<usize>,
    /// Whether it was ever gathered.
    pub(super) is_there: RwSignal<bool>,
    kept: StoredValue<KeptOverview, LocalStorage>,
}

/// Follows the overview of a plan, as many periods before the running ones as are asked for, for as long as the screen is
/// there.
pub(super) fn followed(session: Session, plan: &PlanId, asked: RwSignal<usize>) -> Followed {
    let followed = Followed {
        whole: RwSignal::new(Overview::default()),
        back: RwSignal::new(0),
        is_there: RwSignal::new(false),
        kept: StoredValue::new_local(KeptOverview::default()),
    };
    let plan = plan.clone();
    Effect::new(move |_: Option<()>| {
        let (today, back) = (session.today.get(), asked.get());
        let is_at_work = session.workspace.with(|known| {
            followed.kept.try_update_value(|kept| {
                let is_at_work = kept.is_at_work();
                kept.begin(known, &plan, today, back);
                is_at_work
            })
        });
        // Whoever gathers already goes on with this.
        if is_at_work == Some(false) {
            spawn_local(followed.gather());
        }
    });
    followed
}

impl Followed {
    /// Gathers what was begun; what changes meanwhile begins it anew.
    async fn gather(self) {
        let mut turn = Turns::begin();
        // The screen may have been left.
        while let Some((now, back)) = self.kept.try_update_value(|kept| {
            let now = kept.go_on(|| !turn.is_over());
            (now, kept.back())
        }) {
            if let Some(now) = now {
                return self.show(now, back);
            }
            turn.rest().await;
        }
    }

    fn show(self, now: Overview, back: usize) {
        if self.back.get_untracked() != back {
            self.back.set(back);
        }
        if self.whole.with_untracked(|before| *before != now) {
            self.whole.set(now);
        }
        if !self.is_there.get_untracked() {
            self.is_there.set(true);
        }
    }
}
