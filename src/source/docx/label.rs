//! Numbers as lists write them.

/// How a level writes its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Decimal,
    /// Two digits at least.
    DecimalZero,
    UpperRoman,
    LowerRoman,
    UpperLetter,
    LowerLetter,
    Bullet,
    /// No number.
    None,
}

impl Format {
    /// Reads the name of a format; what is not known counts in digits, as Word does.
    pub(super) fn of(name: Option<&str>) -> Self {
        match name {
            Some("decimalZero") => Self::DecimalZero,
            Some("upperRoman") => Self::UpperRoman,
            Some("lowerRoman") => Self::LowerRoman,
            Some("upperLetter") => Self::UpperLetter,
            Some("lowerLetter") => Self::LowerLetter,
            Some("bullet") => Self::Bullet,
            Some("none") => Self::None,
            _ => Self::Decimal,
        }
    }

    /// Writes a number.
    pub(super) fn write(self, number: u32) -> String {
        match self {
            Self::Decimal => number.to_string(),
            Self::DecimalZero => format!("{number:02}"),
            Self::UpperRoman => roman(number),
            Self::LowerRoman => roman(number).to_lowercase(),
            Self::UpperLetter => letters(number),
            Self::LowerLetter => letters(number).to_lowercase(),
            Self::Bullet | Self::None => String::new(),
        }
    }
}

/// Beyond this, numbers are written in digits.
const LARGEST: u32 = 3_999;

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number == 0 || number > LARGEST {
        return number.to_string();
    }
    let mut rest = number;
    let mut roman = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            roman.push_str(sign);
            rest -= value;
        }
    }
    roman
}

/// A to Z, then AA to ZZ: Word doubles the letter.
fn letters(number: u32) -> String {
    if number == 0 || number > LARGEST {
        return number.to_string();
    }
    let place = number - 1;
    let letter = char::from_u32(u32::from('A') + place % 26).unwrap_or('A');
    let times = usize::try_from(place / 26 + 1).unwrap_or(1);
    letter.to_string().repeat(times)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        let write = |name, number| Format::of(Some(name)).write(number);
        assert_eq!(write("upperRoman", 1994), "MCMXCIV");
        assert_eq!(write("lowerRoman", 4), "iv");
        assert_eq!(write("lowerLetter", 28), "bb");
        assert_eq!(write("upperLetter", 26), "Z");
        assert_eq!(write("decimalZero", 7), "07");
        assert_eq!(write("chineseCounting", 7), "7");
        assert_eq!(write("upperRoman", 0), "0");
        assert_eq!(write("none", 3), "");
    }
}
