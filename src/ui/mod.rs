//! The screens, thin: what they show is computed in [`view`](crate::view), what they say stands in
//! [`words`](crate::words), and the [`session`] is the only writer.

mod app;
mod dom;
mod enclosed;
mod incoming;
mod messages;
mod outgoing;
mod page;
mod parts;
mod rest;
mod screens;
mod session;
mod shortcuts;
mod state;
mod turn;

use crate::browser;
use leptos::prelude::AnyView;

/// Puts the app into the page, in place of the shell that the page starts with.
pub fn mount() {
    browser::clear();
    leptos::mount::mount_to_body(|| AnyView::from(app::app()));
}
