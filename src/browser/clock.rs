//! The one clock of the app; all else receives the day or the moment.

use crate::domain::Moment;

/// Returns the moment by the device's clock.
#[must_use]
pub fn now() -> Moment {
    // A JavaScript time is a whole number of milliseconds within ±8.64e15.
    #[expect(clippy::cast_possible_truncation, reason = "whole and within range")]
    #[expect(clippy::disallowed_methods, reason = "this is the one clock")]
    let millis = js_sys::Date::now() as Moment;
    millis
}
