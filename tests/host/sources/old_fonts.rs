//! Old fonts: every letter, and no other language taken for them.

use super::check;
use super::make::{Docx, in_font};
use so_tien_do::source::{OldFont, read_text};
use unicode_normalization::UnicodeNormalization;

/// A vowel with its five tones: grave, acute, hook, tilde, dot. What TCVN3 and VNI have for each.
const VOWELS: [(&str, &str, [&str; 6]); 12] = [
    ("aàáảãạ", "aµ¸¶·¹", ["a", "aø", "aù", "aû", "aõ", "aï"]),
    ("ăằắẳẵặ", "¨»¾¼½Æ", ["aê", "aè", "aé", "aú", "aü", "aë"]),
    ("âầấẩẫậ", "©ÇÊÈÉË", ["aâ", "aà", "aá", "aå", "aã", "aä"]),
    ("eèéẻẽẹ", "eÌÐÎÏÑ", ["e", "eø", "eù", "eû", "eõ", "eï"]),
    ("êềếểễệ", "ªÒÕÓÔÖ", ["eâ", "eà", "eá", "eå", "eã", "eä"]),
    ("iìíỉĩị", "i×ÝØÜÞ", ["i", "ì", "í", "æ", "ó", "ò"]),
    ("oòóỏõọ", "oßãáâä", ["o", "oø", "où", "oû", "oõ", "oï"]),
    ("ôồốổỗộ", "«åèæçé", ["oâ", "oà", "oá", "oå", "oã", "oä"]),
    ("ơờớởỡợ", "¬êíëìî", ["ô", "ôø", "ôù", "ôû", "ôõ", "ôï"]),
    ("uùúủũụ", "uïóñòô", ["u", "uø", "uù", "uû", "uõ", "uï"]),
    ("ưừứửữự", "\u{ad}õøö÷ù", ["ö", "öø", "öù", "öû", "öõ", "öï"]),
    ("yỳýỷỹỵ", "yúýûüþ", ["y", "yø", "yù", "yû", "yõ", "î"]),
];

const TCVN3_CAPITALS: [(char, char); 7] = [
    ('Ă', '¡'),
    ('Â', '¢'),
    ('Ê', '£'),
    ('Ô', '¤'),
    ('Ơ', '¥'),
    ('Ư', '¦'),
    ('Đ', '§'),
];

/// Writes a letter as TCVN3 does; capitals with tones need a font of capitals.
fn tcvn3(letter: char) -> String {
    if let Some((_, code)) = TCVN3_CAPITALS
        .iter()
        .find(|(capital, _)| *capital == letter)
    {
        return code.to_string();
    }
    let of_vowel = VOWELS.iter().find_map(|(letters, codes, _)| {
        letters
            .chars()
            .zip(codes.chars())
            .find(|(own, _)| *own == letter)
    });
    match of_vowel {
        Some((_, code)) => code.to_string(),
        None if letter == 'đ' => "®".to_owned(),
        None => letter.to_string(),
    }
}

fn vni(letter: char) -> String {
    let small = letter.to_lowercase().next().expect("a letter");
    let of_vowel = VOWELS
        .iter()
        .find_map(|(letters, _, codes)| letters.chars().zip(codes).find(|(own, _)| *own == small));
    let code = match of_vowel {
        Some((_, code)) => (*code).to_owned(),
        None if small == 'đ' => "ñ".to_owned(),
        None => small.to_string(),
    };
    if letter == small {
        code
    } else {
        code.to_uppercase()
    }
}

fn write(text: &str, letter: fn(char) -> String) -> String {
    text.nfc().map(letter).collect()
}

const PLAN: &str = "Kế hoạch của Ủy ban nhân dân xã về thực hiện nhiệm vụ năm 2005\nĐường làng, ngõ xóm được quét dọn sạch sẽ trước ngày 15; mỗi hộ ký một bản cam kết.";

#[test]
fn a_plan_in_an_old_font_becomes_unicode() {
    // TCVN3 has no capitals with tones.
    let plan = PLAN.replace('Ủ', "ủ");
    let found = read_text(&write(&plan, tcvn3)).expect("a text");
    assert_eq!((found.text, found.old_font), (plan, Some(OldFont::Tcvn3)));
    let found = read_text(&write(PLAN, vni)).expect("a text");
    assert_eq!(
        (found.text.as_str(), found.old_font),
        (PLAN, Some(OldFont::Vni))
    );
}

#[test]
fn every_letter_is_known_in_both_fonts() {
    let letters: String = VOWELS
        .iter()
        .map(|(letters, ..)| *letters)
        .chain(["đ"])
        .collect();
    let capitals = letters.to_uppercase();
    let read = |font, text: &str| {
        super::text(&Docx::new(format!("<w:p>{}</w:p>", in_font(font, text))).bytes())
    };
    assert_eq!(read(".VnTime", &write(&letters, tcvn3)), letters);
    assert_eq!(read(".VnTimeH", &write(&letters, tcvn3)), capitals);
    assert_eq!(read(".VnArial", "¡¢£¤¥¦§"), "ĂÂÊÔƠƯĐ");
    // A mark would cling to the vowel before it, so the letters stand apart.
    let apart: String = letters.chars().flat_map(|letter| [letter, ' ']).collect();
    assert_eq!(read("VNI-Times", &write(&apart, vni)), apart.trim());
    let apart = apart.to_uppercase();
    assert_eq!(read("VNI-Times", &write(&apart, vni)), apart.trim());
}

/// Many programs drop the soft hyphen, which is TCVN3's letter ư.
#[test]
fn a_letter_that_was_dropped_on_the_way_is_put_back_where_it_is_certain() {
    let found = read_text(
        "Céng hoµ x· héi chñ nghÜa ViÖt Nam\n§éc lËp - Tù do - H¹nh phóc\n®îc giao tríc ngµy 5, ®êng lµng",
    );
    assert_eq!(
        found.expect("a text").text,
        "Cộng hoà xã hội chủ nghĩa Việt Nam\nĐộc lập - Tự do - Hạnh phúc\nđược giao trước ngày 5, đường làng"
    );
}

#[test]
fn bytes_of_an_old_font_are_read_as_text() {
    let bytes: Vec<u8> = write(&PLAN.replace('Ủ', "ủ"), tcvn3)
        .chars()
        .map(|c| u8::try_from(u32::from(c)).expect("a byte"))
        .collect();
    check(&bytes, &PLAN.replace('Ủ', "ủ"));
}

#[test]
fn other_languages_stay_as_they_are() {
    for text in [
        PLAN,
        "UBND xã: kính gửi các hội, đoàn thể",
        "Où êtes-vous né? L'été dernier, à l'hôtel, le maïs a coûté très cher, naïf que j'étais. Ça alors, Noël à Besançon!",
        "Über die Straße fährt täglich ein großer Wagen; die Grüße können später kommen. Größe, Maß, Öl, Äpfel.",
        "El niño comió piña mañana; ¿cuándo? ¡Qué alegría!",
        "Windows® và Office™ © 2020 · giá 5 € «mới»",
        "cafe, ok: 5×5 = 25 m²; 10 µm; § 5",
        "hòa hoà, tòa, già, cà, bà, là, có, đã",
        "ha noi, thang 7",
        "Có ba bà già, hai cô, bây giò, vì là quà cho mình",
    ] {
        let found = read_text(text).expect("a text");
        assert_eq!((found.text.as_str(), found.old_font), (text, None));
    }
}

#[test]
fn each_run_of_a_document_is_read_by_its_own_font() {
    let body = format!(
        "<w:p>{}{}{}</w:p><w:p>{}{}</w:p>",
        in_font("Times New Roman", "Xã A: "),
        in_font(".VnTimeH", "kÕ ho¹ch"),
        in_font("Times New Roman", " năm 2026"),
        // A vowel and its mark in two runs.
        in_font("VNI-Times", "Ho"),
        in_font("VNI-Times", "äi"),
    );
    let found = super::read(&Docx::new(body).bytes()).expect("a text");
    assert_eq!(found.text, "Xã A: KẾ HOẠCH năm 2026\n\nHội");
    assert_eq!(found.old_font, Some(OldFont::Tcvn3));
}

#[test]
fn a_font_is_inherited_from_styles_and_defaults() {
    let styles = r#"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:rPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:styleId="Goc"><w:rPr><w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Goc"/></w:style>"#;
    let body = r#"<w:p><w:r><w:t>x· héi</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Con"/></w:pPr><w:r><w:t>xaõ hoäi</w:t></w:r></w:p>"#;
    check(&Docx::new(body).styles(styles).bytes(), "xã hội\n\nxã hội");
}

/// Some documents were converted, but still name the old fonts.
#[test]
fn a_font_that_lies_is_not_believed() {
    let body = format!(
        "<w:p>{}</w:p><w:p>{}</w:p><w:p>{}</w:p>",
        in_font(".VnTime", "Kế hoạch của xã"),
        in_font(".VnTime", "Có ba việc"),
        in_font(".VnTime", "chó, mèo, gà")
    );
    let found = super::read(&Docx::new(body).bytes()).expect("a text");
    assert_eq!(found.text, "Kế hoạch của xã\n\nCó ba việc\n\nchó, mèo, gà");
    assert_eq!(found.old_font, None);
}
