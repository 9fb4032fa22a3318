//! The parts of a file beside its text, and how they know of each other.

use super::xml::Xml;
use super::{pages, styles};
use crate::domain::tidy_name;
use crate::report::shown::plain;

/// The short names of the vocabularies that parts use.
pub(super) const NAMES: [(&str, &str); 2] = [
    (
        "xmlns:w",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        "xmlns:r",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
];

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// All parts but the text, for a document of a title.
pub(super) fn parts(title: &str) -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", package_relations()),
        ("docProps/core.xml", properties(title)),
        ("word/_rels/document.xml.rels", document_relations()),
        ("word/styles.xml", styles::styles(&NAMES)),
        ("word/settings.xml", styles::settings(&NAMES)),
        ("word/header1.xml", pages::header(&NAMES)),
    ]
}

fn content_types() -> Vec<u8> {
    let names = format!("{PACKAGE}/content-types");
    Xml::part("Types", &[("xmlns", &names)], |xml| {
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        for (extension, kind) in [("rels", relations), ("xml", "application/xml")] {
            xml.empty(
                "Default",
                &[("Extension", extension), ("ContentType", kind)],
            );
        }
        let core = "application/vnd.openxmlformats-package.core-properties+xml";
        for (part, kind) in [
            ("/docProps/core.xml", core.to_owned()),
            ("/word/document.xml", format!("{WORD}.document.main+xml")),
            ("/word/styles.xml", format!("{WORD}.styles+xml")),
            ("/word/settings.xml", format!("{WORD}.settings+xml")),
            ("/word/header1.xml", format!("{WORD}.header+xml")),
        ] {
            xml.empty("Override", &[("PartName", part), ("ContentType", &kind)]);
        }
    })
}

fn package_relations() -> Vec<u8> {
    relations(&[
        (
            "rId1",
            format!("{OFFICE}/officeDocument"),
            "word/document.xml",
        ),
        (
            "rId2",
            format!("{PACKAGE}/relationships/metadata/core-properties"),
            "docProps/core.xml",
        ),
    ])
}

fn document_relations() -> Vec<u8> {
    relations(&[
        ("rId1", format!("{OFFICE}/styles"), "styles.xml"),
        ("rId2", format!("{OFFICE}/settings"), "settings.xml"),
        (pages::HEADER, format!("{OFFICE}/header"), "header1.xml"),
    ])
}

fn relations(relations: &[(&str, String, &str)]) -> Vec<u8> {
    let names = format!("{PACKAGE}/relationships");
    Xml::part("Relationships", &[("xmlns", &names)], |xml| {
        for (id, kind, target) in relations {
            xml.empty(
                "Relationship",
                &[("Id", id), ("Type", kind), ("Target", target)],
            );
        }
    })
}

fn properties(title: &str) -> Vec<u8> {
    let names = format!("{PACKAGE}/metadata/core-properties");
    let attributes = [
        ("xmlns:cp", names.as_str()),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    Xml::part("cp:coreProperties", &attributes, |xml| {
        xml.element("dc:title", &[], |xml| xml.text(&plain(&tidy_name(title))));
        xml.element("dc:language", &[], |xml| xml.text("vi-VN"));
    })
}
