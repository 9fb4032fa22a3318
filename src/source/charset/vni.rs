//! VNI: the fonts `VNI-Times` and their like. A vowel, then a character for its marks.

const GRAVE: &str = "\u{300}";
const ACUTE: &str = "\u{301}";
const HOOK: &str = "\u{309}";
const TILDE: &str = "\u{303}";
const DOT: &str = "\u{323}";
const CIRCUMFLEX: &str = "\u{302}";
const BREVE: &str = "\u{306}";

/// Characters that are marks when they follow a vowel, and the marks: one that makes another vowel, a tone.
const MARKS: [(char, &str, &str); 17] = [
    ('ù', "", ACUTE),
    ('ø', "", GRAVE),
    ('û', "", HOOK),
    ('õ', "", TILDE),
    ('ï', "", DOT),
    ('â', CIRCUMFLEX, ""),
    ('á', CIRCUMFLEX, ACUTE),
    ('à', CIRCUMFLEX, GRAVE),
    ('å', CIRCUMFLEX, HOOK),
    ('ã', CIRCUMFLEX, TILDE),
    ('ä', CIRCUMFLEX, DOT),
    ('ê', BREVE, ""),
    ('é', BREVE, ACUTE),
    ('è', BREVE, GRAVE),
    ('ú', BREVE, HOOK),
    ('ü', BREVE, TILDE),
    ('ë', BREVE, DOT),
];

/// Characters that are letters by themselves.
const LETTERS: [(char, char); 8] = [
    ('ñ', 'đ'),
    ('ô', 'ơ'),
    ('ö', 'ư'),
    ('í', 'í'),
    ('ì', 'ì'),
    ('æ', 'ỉ'),
    ('ó', 'ĩ'),
    ('ò', 'ị'),
];

/// Turns a text into Unicode; marks follow their letters as characters of their own.
pub(super) fn convert(text: &str) -> String {
    let mut converted = String::with_capacity(text.len() * 3 / 2);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let vowel = letter(c);
        converted.push(vowel);
        if let Some((shape, tone)) = rest.peek().and_then(|next| marks(vowel, *next)) {
            converted.push_str(shape);
            converted.push_str(tone);
            rest.next();
        }
    }
    converted
}

fn letter(c: char) -> char {
    // Capitals stand where their small letters stand, so their case is that of the character.
    let found = LETTERS.iter().find(|(character, _)| *character == small(c));
    match found {
        Some((_, letter)) if small(c) == c => *letter,
        Some((_, letter)) => letter.to_uppercase().next().unwrap_or(*letter),
        None if c == 'î' => 'ỵ',
        None if c == 'Î' => 'Ỵ',
        None => c,
    }
}

/// The marks that a character puts on a vowel, if that vowel can bear them.
fn marks(vowel: char, mark: char) -> Option<(&'static str, &'static str)> {
    let (_, shape, tone) = MARKS
        .iter()
        .find(|(character, ..)| *character == small(mark))?;
    let fits = match *shape {
        CIRCUMFLEX => "aeo".contains(small(vowel)),
        BREVE => small(vowel) == 'a',
        _ => "aeouyơư".contains(small(vowel)),
    };
    fits.then_some((*shape, *tone))
}

fn small(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}
