//! Small and capital letters, as Vietnamese has them.
//!
//! The standard library knows the capitals of all scripts; its tables weigh 25 kB.

/// Returns the small letter of a capital; anything else stays as it is.
#[must_use]
pub fn small(c: char) -> char {
    if is_capital(c) {
        moved(c, distance(c))
    } else {
        c
    }
}

/// Returns the capital of a small letter; anything else stays as it is.
#[must_use]
pub fn capital(c: char) -> char {
    let found = [32, 1]
        .into_iter()
        .map(|distance| moved(c, -distance))
        .find(|capital| *capital != c && small(*capital) == c);
    found.unwrap_or(c)
}

fn is_capital(c: char) -> bool {
    match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Ă' | 'Đ' | 'Ĩ' | 'Ũ' | 'Ơ' | 'Ư' => true,
        // Capitals and small letters take turns here.
        'Ạ'..='ỹ' => u32::from(c).is_multiple_of(2),
        _ => false,
    }
}

/// Returns a text with a capital at its beginning.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let mut capitalised = String::with_capacity(text.len());
    capitalised.extend(letters.next().map(capital));
    capitalised.push_str(letters.as_str());
    capitalised
}

/// Returns how far behind a capital its small letter stands.
fn distance(capital: char) -> i32 {
    if capital <= 'Þ' { 32 } else { 1 }
}

fn moved(c: char, by: i32) -> char {
    u32::from(c)
        .checked_add_signed(by)
        .and_then(char::from_u32)
        .unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_letters_change_as_in_unicode() {
        let letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz";
        let marked = "àằầèềìòồờùừỳáắấéếíóốớúứýảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵ";
        for c in letters.chars().chain(marked.chars()) {
            let upper = c.to_uppercase().next().unwrap_or(c);
            assert_eq!((small(upper), capital(c)), (c, upper), "{c}");
            assert_eq!((small(c), capital(upper)), (c, upper), "{c}");
            assert!(is_capital(upper) && !is_capital(c), "{c}");
        }
        for c in "0.,- ×÷–“\u{301}".chars() {
            assert_eq!((small(c), capital(c), is_capital(c)), (c, c, false), "{c}");
        }
    }
}
