//! Of whom a report tells.

use super::Desk;
use crate::ui::dom::El;
use crate::ui::parts::{Options, select_field};
use crate::ui::screens::unit_list::find_units;
use crate::ui::state::RwSignal;
use crate::view::{Offer, offer};
use crate::words::{assign, reporting as say};
use crate::workspace::Scope;

pub(super) fn scope(desk: Desk) -> Vec<El> {
    let typed = RwSignal::new(String::new());
    let chosen = move || desk.scope.get().to_string();
    let options = move |options: &mut Options| add_scopes(desk, typed, options);
    let field = select_field(say::SCOPE, chosen, options, move |chosen| {
        if let Ok(scope) = chosen.parse() {
            desk.scope.set(scope);
        }
    });
    // Where there are more units than a list holds, they are looked for by their names.
    let told = move || {
        let said = |offer: Offer| assign::offered(offer.found, offer.all, say::AT_SCOPE);
        let said = typed.with(|typed| offered(desk, typed, said));
        said.unwrap_or_default()
    };
    let mut fields = Vec::new();
    if desk.has_many_units() {
        fields = find_units(assign::FIND, typed, told);
    }
    fields.push(field);
    fields
}

fn offered<T>(desk: Desk, typed: &str, take: impl FnOnce(Offer) -> T) -> Option<T> {
    desk.session.workspace.with(|known| {
        let roster = known.rosters.get(&desk.plan.get_value())?;
        let chosen = match desk.scope.get() {
            Scope::Unit(unit) => vec![unit],
            Scope::All | Scope::Group(_) => Vec::new(),
        };
        Some(take(offer(roster, typed, &chosen)))
    })
}

fn add_scopes(desk: Desk, typed: RwSignal<String>, options: &mut Options) {
    options.add(&Scope::All.to_string(), say::EVERYONE);
    options.group(say::GROUPS, |options| add_groups(desk, options));
    options.group(say::UNITS, |options| {
        typed.with(|typed| {
            offered(desk, typed, |offer| {
                for it in offer.units {
                    options.add(&Scope::Unit(it.id.clone()).to_string(), &it.name);
                }
            })
        });
    });
}

fn add_groups(desk: Desk, options: &mut Options) {
    desk.session.workspace.with(|known| {
        let roster = known.rosters.get(&desk.plan.get_value());
        let groups = roster.into_iter().flat_map(|roster| &roster.groups);
        for it in groups.filter(|it| !it.members.is_empty()) {
            options.add(&Scope::Group(it.id.clone()).to_string(), &it.name);
        }
    });
}
