//! A plan that came within the page, where the app is one file: taken in when it is news, and only then.

use super::incoming::{arrived, open_proved, prove};
use super::screens::take_in;
use super::session::Session;
use crate::file::PlanFile;
use crate::words::one_file as say;
use crate::workspace::{Arrival, Finding, Preview, Relation, Workspace, preview_signed};
use leptos::task::spawn_local;

/// Takes in the plan that the page brings along. What was taken in before, or removed since, is left; what a
/// person should look at first is shown.
pub(super) fn take(session: Session, text: String) {
    spawn_local(async move {
        let mut files = [arrived(say::ENCLOSED.to_owned(), text)];
        prove(&mut files).await;
        let found = session
            .workspace
            .with_untracked(|known| news(known, preview_signed(known, &files)));
        let [file] = files;
        if found.arrivals.is_empty() {
            return;
        }
        let chosen = found.first_choice();
        let import = found.import(|place| chosen.get(place) == Some(&true));
        if import.is_empty() {
            open_proved(session, file);
        } else {
            take_in(session, import);
        }
    });
}

/// Leaves out what the device has, or had and removed.
fn news(known: &Workspace, mut found: Preview) -> Preview {
    let is_news = |arrival: &Arrival| match &arrival.finding {
        Finding::Plan(file, relation) => {
            let PlanFile { plan, .. } = &**file;
            let settings = &known.settings;
            match relation {
                Relation::New => !settings.removed.contains(&plan.id),
                Relation::Same { brings } => *brings && !settings.put_away.contains_key(&plan.id),
                Relation::Older { .. } => false,
                Relation::Newer { .. } | Relation::Differs { .. } => true,
            }
        }
        _ => true,
    };
    found.arrivals.retain(is_news);
    found
}
