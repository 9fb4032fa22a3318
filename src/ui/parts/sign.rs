//! The sign of a standing: a picture and its word, never colour alone.

use super::icon::{Icon, icon};
use crate::domain::Standing;
use crate::ui::dom::{El, el};
use crate::words;

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
pub(in crate::ui) fn sign(standing: Standing, word: &str) -> El {
    let picture = match standing {
        Standing::DoneOnTime | Standing::DoneWithoutDay => Icon::Check,
        Standing::DoneLate => Icon::CheckLate,
        Standing::InTime => Icon::Ring,
        Standing::DueSoon => Icon::Soon,
        Standing::Overdue => Icon::Alert,
        Standing::OpenWithoutDay | Standing::NotApplicable => Icon::Dash,
    };
    el("span")
        .class(&format!("sign {}", tone(standing)))
        .attr("title", words::standing(standing))
        .with(icon(picture))
        .with(el("span").with(word))
}
