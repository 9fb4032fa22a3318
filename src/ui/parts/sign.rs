//! The sign of a standing: a picture and its word, never colour alone.

use super::icon::{Icon, icon};
use crate::domain::Standing;
use crate::words;
use leptos::prelude::*;

/// Returns the class of a standing's colour.
pub(in crate::ui) fn tone(standing: Standing) -> &'static str {
    match standing {
        Standing::DoneOnTime | Standing::DoneWithoutDay => "green",
        Standing::DoneLate | Standing::DueSoon => "gold",
        Standing::InTime => "indigo",
        Standing::Overdue => "lacquer",
        Standing::OpenWithoutDay | Standing::NotApplicable => "grey",
    }
}

/// Shows a standing with its word.
pub(in crate::ui) fn sign(standing: Standing, word: &str) -> AnyView {
    let picture = match standing {
        Standing::DoneOnTime | Standing::DoneWithoutDay => Icon::Check,
        Standing::DoneLate => Icon::CheckLate,
        Standing::InTime => Icon::Ring,
        Standing::DueSoon => Icon::Soon,
        Standing::Overdue => Icon::Alert,
        Standing::OpenWithoutDay | Standing::NotApplicable => Icon::Dash,
    };
    view! {
        <span class=format!("sign {}", tone(standing)) title=words::standing(standing)>
            {icon(picture)}
            <span>{word.to_owned()}</span>
        </span>
    }
    .into_any()
}
