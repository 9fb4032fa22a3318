//! Markup that is put into the page as text: for the thousands of cells of the matrix, which are not
//! worth an element of the UI framework each.

/// Markup in which names and contents from others stand as what they are: no letter of theirs is taken
/// for markup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup(String);

impl Markup {
    /// Begins an element.
    pub fn open(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            self.text(value);
            self.0.push('"');
        }
        self.0.push('>');
    }

    /// Adds a text, letter by letter as it is.
    pub fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
            self.0.push_str(&rest[..at]);
            self.0.push_str(match rest.as_bytes()[at] {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'"' => "&quot;",
                _ => "&#39;",
            });
            rest = &rest[at + 1..];
        }
        self.0.push_str(rest);
    }

    /// Ends an element.
    pub fn close(&mut self, tag: &str) {
        self.0.push_str("</");
        self.0.push_str(tag);
        self.0.push('>');
    }

    /// Adds markup behind this.
    pub fn add(&mut self, more: &Self) {
        self.0.push_str(&more.0);
    }

    /// Adds an element that holds a text alone.
    pub fn element(&mut self, tag: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(tag, attributes);
        self.text(text);
        self.close(tag);
    }

    #[must_use]
    pub fn into_text(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_wrote_is_never_markup() {
        let mut markup = Markup::default();
        let evil = "\"><script>alert('&')</script>";
        markup.element("a", &[("href", evil), ("class", "green")], evil);
        let escaped = "&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;";
        assert_eq!(
            markup.into_text(),
            format!("<a href=\"{escaped}\" class=\"green\">{escaped}</a>")
        );
    }
}
