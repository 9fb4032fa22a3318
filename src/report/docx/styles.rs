//! The styles and settings that every document has.

use super::rules::{FONT, USUAL_SIZE};
use super::xml::Xml;

/// The part that says how text looks where nothing else is said, and which paragraphs are headings.
pub(super) fn styles(names: &[(&str, &str)]) -> Vec<u8> {
    Xml::part("w:styles", names, |xml| {
        xml.element("w:docDefaults", &[], |xml| {
            xml.element("w:rPrDefault", &[], |xml| {
                xml.element("w:rPr", &[], defaults);
            });
            xml.empty("w:pPrDefault", &[]);
        });
        style(xml, "Normal", "Normal", None);
        for (level, (id, name)) in HEADINGS.into_iter().enumerate() {
            style(xml, id, name, Some(level));
        }
    })
}

/// The part that says which Word it is written for: else Word shows it as one of 2007.
pub(super) fn settings(names: &[(&str, &str)]) -> Vec<u8> {
    Xml::part("w:settings", names, |xml| {
        xml.element("w:compat", &[], |xml| {
            xml.empty(
                "w:compatSetting",
                &[
                    ("w:name", "compatibilityMode"),
                    ("w:uri", "http://schemas.microsoft.com/office/word"),
                    ("w:val", "15"),
                ],
            );
        });
    })
}

const HEADINGS: [(&str, &str); 3] = [
    ("Heading1", "heading 1"),
    ("Heading2", "heading 2"),
    ("Heading3", "heading 3"),
];

fn defaults(xml: &mut Xml) {
    xml.empty(
        "w:rFonts",
        &[
            ("w:ascii", FONT),
            ("w:hAnsi", FONT),
            ("w:eastAsia", FONT),
            ("w:cs", FONT),
        ],
    );
    xml.set_number("w:sz", USUAL_SIZE);
    xml.set_number("w:szCs", USUAL_SIZE);
    xml.empty("w:lang", &[("w:val", "vi-VN")]);
}

fn style(xml: &mut Xml, id: &str, name: &str, heading: Option<usize>) {
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", id)];
    if heading.is_none() {
        attributes.push(("w:default", "1"));
    }
    xml.element("w:style", &attributes, |xml| {
        xml.set("w:name", name);
        if let Some(level) = heading {
            xml.set("w:basedOn", "Normal");
            xml.empty("w:qFormat", &[]);
            xml.element("w:pPr", &[], |xml| {
                xml.set("w:outlineLvl", &level.to_string());
            });
        }
    });
}
