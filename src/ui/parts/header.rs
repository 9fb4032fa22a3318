//! The head of a screen.

use leptos::prelude::*;

/// Shows a title with a line below it and, at the right, what the screen offers.
pub(in crate::ui) fn header(title: impl IntoView, below: impl IntoView, tools: impl IntoView) -> impl IntoView {
    view! {
        <header class="top">
            <div class="grow">
                <h1 id="title" tabindex="-1">{title}</h1>
                <p class="below">{below}</p>
            </div>
            {tools}
        </header>
    }
}
