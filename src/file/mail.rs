//! A file in an e-mail: the address that opens a mail program with all of it written.

use std::fmt::Write;

/// Mail programs and systems cut addresses that are longer than some two thousand characters.
pub const MAX_ADDRESS: usize = 1_900;

/// An e-mail that hands a file on.
#[derive(Clone, Copy, Debug)]
pub struct Mail<'a> {
    /// Whom it goes to; the user chooses where it is empty.
    pub to: &'a str,
    pub subject: &'a str,
    /// What is written first.
    pub words: &'a str,
    /// The file's content.
    pub text: &'a str,
}

impl Mail<'_> {
    /// Returns the `mailto:` address with the file's content within it, if that is short enough.
    #[must_use]
    pub fn with_file(&self) -> Option<String> {
        // Writing makes nothing shorter, so that a long content need not be written at all.
        let address = (self.text.len() < MAX_ADDRESS).then(|| self.address(self.text));
        address.filter(|address| address.len() < MAX_ADDRESS)
    }

    /// Returns the `mailto:` address with a line in place of the content, such as that the file is to be
    /// attached.
    #[must_use]
    pub fn with_line(&self, line: &str) -> String {
        self.address(line)
    }

    fn address(&self, end: &str) -> String {
        let body = [self.words, end].join("\r\n\r\n");
        format!(
            "mailto:{}?subject={}&body={}",
            escaped(self.to, b"@"),
            escaped(self.subject, b""),
            escaped(&body, b"")
        )
    }
}

/// Writes all but plain letters and figures in percent signs.
fn escaped(text: &str, plain: &[u8]) -> String {
    text.bytes().fold(String::new(), |mut escaped, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || plain.contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(escaped, "%{byte:02X}");
        }
        escaped
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAIL: Mail = Mail {
        to: "a&b@c.vn",
        subject: "Số 1?",
        words: "Kính gửi",
        text: "{\"a\":1}",
    };

    #[test]
    fn all_of_it_stands_in_the_address() {
        let expected = "mailto:a%26b@c.vn?subject=S%E1%BB%91%201%3F\
            &body=K%C3%ADnh%20g%E1%BB%ADi%0D%0A%0D%0A%7B%22a%22%3A1%7D";
        assert_eq!(MAIL.with_file().as_deref(), Some(expected));
    }

    #[test]
    fn a_long_file_is_not_written_into_it() {
        for (length, fits) in [(1_700, true), (1_899, false), (50_000_000, false)] {
            let text = "x".repeat(length);
            let mail = Mail {
                text: &text,
                ..MAIL
            };
            assert_eq!(mail.with_file().is_some(), fits, "{length}");
        }
        assert!(MAIL.with_line("x").ends_with("%0D%0A%0D%0Ax"));
    }
}
