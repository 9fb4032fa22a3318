//! Reports → files of offices: what other programs read in them is what was to be written.

mod calendar;
mod csv;
mod docx;
mod hostile;
mod libreoffice;
mod sample;
mod xlsx;

use miniz_oxide::inflate::decompress_to_vec;
use quick_xml::Reader;
use quick_xml::events::Event;
use rawzip::ZipArchive;
use std::collections::BTreeMap;

/// The parts of a file by their names.
fn unzip(bytes: &[u8]) -> BTreeMap<String, String> {
    let archive = ZipArchive::from_slice(bytes).expect("a zip");
    let parts = archive.entries().map(|header| {
        let header = header.expect("an entry");
        let name = String::from_utf8(header.file_path().as_ref().to_vec()).expect("a name");
        let entry = archive.get_entry(header.wayfinder()).expect("an entry");
        let content = decompress_to_vec(entry.data()).expect("packed content");
        (name, String::from_utf8(content).expect("text"))
    });
    parts.collect()
}

/// What stands between the tags, in order, after the XML has been found sound.
fn texts(xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_comments = true;
    let mut texts = Vec::new();
    let mut depth = 0;
    loop {
        match reader.read_event().expect("sound XML") {
            Event::Start(_) => {
                depth += 1;
                texts.push(String::new());
            }
            Event::End(_) => depth -= 1,
            Event::Text(text) => append(&mut texts, &text.xml10_content()),
            Event::GeneralRef(entity) => {
                let character = match entity.resolve_char_ref().expect("a reference") {
                    Some(c) => c.to_string(),
                    None => entity_of(&entity).to_owned(),
                };
                append(&mut texts, &character);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    texts.retain(|text| !text.is_empty());
    texts
}

fn append(texts: &mut [String], text: &str) {
    texts.last_mut().expect("an element").push_str(text);
}

fn entity_of(name: &str) -> &'static str {
    match name {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        other => panic!("{other}"),
    }
}

/// The letters and digits of a text, which no format may lose.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
