//! Numbers as they are written in Vietnamese.

/// Writes a whole number with dots for thousands.
#[must_use]
pub fn number(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if value < 0 {
        text.push('-');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

/// Writes how many there are, as [`number`] does.
#[must_use]
pub fn count(of: usize) -> String {
    number(i64::try_from(of).unwrap_or(i64::MAX))
}

/// Writes thousandths in per cent with one decimal: "66,7%".
#[must_use]
pub fn percent(thousandths: u32) -> String {
    format!("{},{}%", thousandths / 10, thousandths % 10)
}

/// Says how many of all are done.
#[must_use]
pub fn percent_done(done: usize, all: usize) -> String {
    format!("Xong {}/{} nhiệm vụ", count(done), count(all))
}

/// Writes a size of text in kB, rounded up.
#[must_use]
pub fn size(characters: usize) -> String {
    let kilobytes = i64::try_from(characters.div_ceil(1000)).unwrap_or(i64::MAX);
    format!("{} kB", number(kilobytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_have_dots() {
        let written = [0, 7, 999, 1_000, 3_086, 1_234_567, -12_345].map(number);
        assert_eq!(
            written,
            ["0", "7", "999", "1.000", "3.086", "1.234.567", "-12.345"]
        );
    }
}
