//! Identities for devices.

use crate::domain::DeviceId;

/// Makes an identity for this device: 60 random bits.
#[must_use]
pub fn device_id() -> DeviceId {
    // A device is named once; the generator needs no secrecy, only spread.
    let half = || format!("{:06x}", bits(js_sys::Math::random()));
    DeviceId::new(format!("{}{}", half(), half()))
}

fn bits(random: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "below 2^30 and not negative"
    )]
    let bits = (random * f64::from(1 << 30)) as u32;
    bits
}
