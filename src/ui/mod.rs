//! The screens, thin: what they show is computed in [`view`](crate::view), what they say stands in
//! [`words`](crate::words), and the [`session`] is the only writer.

mod app;
mod parts;
mod screens;
mod session;

/// Puts the app into the page, in place of the shell that the page starts with.
pub fn mount() {
    let body = leptos::prelude::document().body();
    if let Some(body) = body {
        body.set_inner_html("");
    }
    leptos::mount::mount_to_body(app::app);
}
