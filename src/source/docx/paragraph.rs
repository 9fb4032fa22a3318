//! A paragraph's runs → text.

use super::font::{Face, Fonts};
use super::styles::Styles;
use super::xml::{Element, is_on};

/// Reads the runs of one paragraph.
pub(super) struct Runs<'a, 't> {
    styles: &'a Styles,
    style: Option<&'a str>,
    /// Whether names of fonts are believed.
    believed: bool,
    /// The text by fonts: what one font wrote is converted as a whole, since letters and their marks
    /// may stand in different runs.
    pieces: Vec<(Option<Face>, String)>,
    /// For each field that is open, whether its code is being read, which nobody sees.
    fields: Vec<bool>,
    /// The text boxes that hang on the paragraph.
    pub(super) boxes: Vec<Element<'t>>,
}

impl<'a, 't> Runs<'a, 't> {
    pub(super) fn new(styles: &'a Styles, style: Option<&'a str>, believed: bool) -> Self {
        Self {
            styles,
            style,
            believed,
            pieces: Vec::new(),
            fields: Vec::new(),
            boxes: Vec::new(),
        }
    }

    /// Reads what is below an element, through whatever wraps it: links, tags, insertions, controls.
    pub(super) fn read(&mut self, parent: Element<'t>) {
        for element in parent.children() {
            match element.name() {
                "r" => self.read_run(element),
                // Deleted and moved away; the properties; what only reads like text.
                "del" | "moveFrom" | "pPr" | "rPr" | "sdtPr" | "sdtEndPr" | "smartTagPr"
                | "fldData" | "ruby" => {}
                "AlternateContent" => self.read_alternatives(element),
                _ => self.read(element),
            }
        }
    }

    /// The text, with fonts converted.
    pub(super) fn text(&self, fonts: &mut Fonts) -> String {
        let pieces = self.pieces.iter();
        pieces
            .map(|(face, text)| fonts.convert(*face, text))
            .collect()
    }

    fn read_run(&mut self, run: Element<'t>) {
        let properties = run.child("rPr");
        if self.styles.is_hidden(properties) || is_deleted(properties) {
            return;
        }
        let face = self
            .believed
            .then(|| self.styles.face(properties, self.style))
            .flatten();
        self.read_content(run, face);
    }

    fn read_content(&mut self, run: Element<'t>, face: Option<Face>) {
        for element in run.children() {
            match element.name() {
                "t" => self.push(face, &element.text()),
                "tab" | "ptab" => self.push(face, " "),
                "br" | "cr" => self.push(face, "\n"),
                "noBreakHyphen" => self.push(face, "-"),
                "sym" => self.push_symbol(element),
                "fldChar" => self.turn_field(element),
                "drawing" | "pict" | "object" => self.find_boxes(element),
                "AlternateContent" => {
                    if let Some(chosen) = chosen(element) {
                        self.read_content(chosen, face);
                    }
                }
                _ => {}
            }
        }
    }

    fn read_alternatives(&mut self, element: Element<'t>) {
        if let Some(chosen) = chosen(element) {
            self.read(chosen);
        }
    }

    fn find_boxes(&mut self, element: Element<'t>) {
        for child in element.children() {
            match child.name() {
                "txbxContent" => self.boxes.push(child),
                "AlternateContent" => {
                    if let Some(chosen) = chosen(child) {
                        self.find_boxes(chosen);
                    }
                }
                _ => self.find_boxes(child),
            }
        }
    }

    fn turn_field(&mut self, element: Element<'t>) {
        match element.attribute("fldCharType").as_deref() {
            Some("begin") => self.fields.push(true),
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    *field = false;
                }
            }
            Some("end") => {
                self.fields.pop();
            }
            _ => {}
        }
    }

    /// A character of a font, by its code: a letter of an old font, or a sign that is no text.
    fn push_symbol(&mut self, element: Element<'t>) {
        let face = element.attribute("font").and_then(|name| Face::of(&name));
        let code = element
            .attribute("char")
            .and_then(|code| u32::from_str_radix(&code, 16).ok());
        if let (Some(face), Some(code)) = (face, code)
            && let Some(character) = char::from_u32(code & 0xFF)
        {
            self.push(Some(face), character.encode_utf8(&mut [0; 4]));
        }
    }

    fn push(&mut self, face: Option<Face>, text: &str) {
        if self.fields.contains(&true) {
            return;
        }
        match self.pieces.last_mut() {
            Some((last, piece)) if *last == face => piece.push_str(text),
            _ => self.pieces.push((face, text.to_owned())),
        }
    }
}

fn is_deleted(properties: Option<Element<'_>>) -> bool {
    properties
        .and_then(|properties| properties.child("del"))
        .is_some_and(is_on)
}

/// Of contents for newer and older readers, the one for newer ones.
fn chosen(element: Element<'_>) -> Option<Element<'_>> {
    element
        .child("Choice")
        .or_else(|| element.child("Fallback"))
}
