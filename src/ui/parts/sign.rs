//! The sign of a standing: a picture and its word, never colour alone.

use super::icon::{Icon, add_icon, icon};
use crate::domain::Standing;
use crate::ui::dom::{El, el};
use crate::view::Markup;
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
    el("span")
        .class(&format!("sign {}", tone(standing)))
        .attr("title", words::standing(standing))
        .with(icon(picture(standing)))
        .with(el("span").with(word))
}

/// Adds a standing with its shortest word to markup.
pub(in crate::ui) fn add_sign(markup: &mut Markup, standing: Standing) {
    let class = ["sign ", tone(standing)].concat();
    let title = words::standing(standing);
    markup.open("span", &[("class", &class), ("title", title)]);
    add_icon(markup, picture(standing));
    markup.element("span", &[], words::sign_name(standing));
    markup.close("span");
}

fn picture(standing: Standing) -> Icon {
    match standing {
        Standing::DoneOnTime | Standing::DoneWithoutDay => Icon::Check,
        Standing::DoneLate => Icon::CheckLate,
        Standing::InTime => Icon::Ring,
        Standing::DueSoon => Icon::Soon,
        Standing::Overdue => Icon::Alert,
        Standing::OpenWithoutDay | Standing::NotApplicable => Icon::Dash,
    }
}
