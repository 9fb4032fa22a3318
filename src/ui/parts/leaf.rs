//! The tear-off calendar leaf: the countdown of a duty.

use super::sign::tone;
use crate::domain::{Countdown, Standing};
use crate::words;
use leptos::prelude::*;

/// Shows a countdown; screen readers hear it as one phrase.
pub(in crate::ui) fn leaf(countdown: Countdown, standing: Standing) -> AnyView {
    let words::Leaf { head, number, foot } = words::leaf(countdown);
    view! {
        <span class=format!("leaf {}", tone(standing))>
            <span class="unseen">{words::count_down(countdown)}</span>
            <span class="head" aria-hidden="true">{head}</span>
            <b aria-hidden="true">{number}</b>
            <small aria-hidden="true">{foot}</small>
        </span>
    }
    .into_any()
}
