//! Makes documents: zips of small pieces of XML, written here.

pub(crate) use crate::zips::zip;

const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="r"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

/// A document with a body, and with the parts that it refers to.
#[derive(Default)]
pub(crate) struct Docx {
    body: String,
    styles: String,
    numbering: String,
}

impl Docx {
    pub(crate) fn new(body: impl Into<String>) -> Self {
        Self {
            body: body.into(),
            ..Self::default()
        }
    }

    pub(crate) fn styles(mut self, styles: &str) -> Self {
        styles.clone_into(&mut self.styles);
        self
    }

    pub(crate) fn numbering(mut self, numbering: &str) -> Self {
        numbering.clone_into(&mut self.numbering);
        self
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let document = part("document", &format!("<w:body>{}</w:body>", self.body));
        let styles = part("styles", &self.styles);
        let numbering = part("numbering", &self.numbering);
        zip(&[
            ("[Content_Types].xml", b"<Types/>"),
            ("_rels/.rels", RELATIONS.as_bytes()),
            ("word/document.xml", document.as_bytes()),
            ("word/styles.xml", styles.as_bytes()),
            ("word/numbering.xml", numbering.as_bytes()),
            ("word/media/image1.png", b"\x89PNG not a picture"),
        ])
    }
}

fn part(root: &str, content: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} xmlns:w="w" xmlns:mc="mc">{content}</w:{root}>"#
    )
}

/// A zip whose main part is what is given.
pub(crate) fn docx_of(document: &[u8]) -> Vec<u8> {
    zip(&[("word/document.xml", document)])
}

/// A paragraph of one run.
pub(crate) fn p(text: &str) -> String {
    format!("<w:p>{}</w:p>", run("", text))
}

/// A run with properties.
pub(crate) fn run(properties: &str, text: &str) -> String {
    format!(r#"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

/// A run in a font.
pub(crate) fn in_font(font: &str, text: &str) -> String {
    run(
        &format!(r#"<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>"#),
        text,
    )
}

/// A paragraph in a list.
pub(crate) fn item(list: u32, level: u32, text: &str) -> String {
    format!(
        r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr>{}</w:p>"#,
        run("", text)
    )
}

/// A level of a list.
pub(crate) fn level(place: u32, format: &str, text: &str, more: &str) -> String {
    format!(
        r#"<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>"#
    )
}

/// The pattern of a list, and the list of the same number.
pub(crate) fn list(number: u32, levels: &[String]) -> String {
    format!(
        r#"<w:abstractNum w:abstractNumId="{number}">{}</w:abstractNum><w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>"#,
        levels.concat()
    )
}

pub(crate) const LINES: &str =
    r#"<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>"#;

/// A table of cells that are given as what is within them.
pub(crate) fn table(properties: &str, rows: &[&[String]]) -> String {
    let rows: String = rows
        .iter()
        .map(|cells| format!("<w:tr>{}</w:tr>", cells.concat()))
        .collect();
    format!("<w:tbl>{properties}{rows}</w:tbl>")
}

pub(crate) fn cell(properties: &str, content: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>")
}

/// A compound file, as Office wrote before 2007, as far as its directory tells it.
pub(crate) fn compound(name: &str) -> Vec<u8> {
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.resize(1024, 0);
    bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(4096, 0);
    bytes
}
