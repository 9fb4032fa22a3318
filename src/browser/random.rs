//! Identities for devices, and bytes that nobody can guess.

use crate::domain::DeviceId;

/// Makes an identity for this device: 60 random bits.
#[must_use]
pub fn device_id() -> DeviceId {
    // A device is named once; the generator needs no secrecy, only spread.
    let half = || format!("{:06x}", bits(js_sys::Math::random()));
    DeviceId::new(format!("{}{}", half(), half()))
}

/// Returns as many bytes that nobody can guess.
#[must_use]
pub fn random_bytes(count: usize) -> Option<Vec<u8>> {
    let mut bytes = vec![0; count];
    let crypto = web_sys::window()?.crypto().ok()?;
    crypto.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
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
