//! Styles: what a paragraph, a run or a table has without saying so itself.

use super::font::Face;
use super::table::has_borders;
use super::xml::{Element, is_on};
use std::collections::BTreeMap;

/// Styles may be based on each other in a circle; no honest chain is longer.
const MAX_CHAIN: usize = 20;

/// All styles of a document.
#[derive(Default)]
pub(super) struct Styles {
    by_id: BTreeMap<String, Style>,
    /// The style of paragraphs that name none.
    default_paragraph: Option<String>,
    /// The font of text that names none.
    default_font: Option<String>,
}

#[derive(Default)]
struct Style {
    based_on: Option<String>,
    font: Option<String>,
    hidden: Option<bool>,
    list: ListPlace,
    borders: Option<bool>,
}

/// Where in a list a paragraph stands, as far as it says so.
#[derive(Clone, Debug, Default)]
pub(super) struct ListPlace {
    /// The list; "0" takes a paragraph out of all lists.
    pub(super) list: Option<String>,
    pub(super) level: Option<usize>,
}

impl Styles {
    pub(super) fn read(root: Element<'_>) -> Self {
        let mut styles = Self::default();
        let Some(root) = root.child("styles") else {
            return styles;
        };
        styles.default_font = root
            .grandchild("docDefaults", "rPrDefault")
            .and_then(|defaults| font_name(defaults.child("rPr")?));
        for element in root.children().filter(|child| child.name() == "style") {
            let Some(id) = element.attribute("styleId").map(String::from) else {
                continue;
            };
            let of_paragraphs = element
                .attribute("type")
                .is_some_and(|kind| kind == "paragraph");
            if of_paragraphs && element.attribute("default").is_some_and(|on| on == "1") {
                styles.default_paragraph = Some(id.clone());
            }
            styles.by_id.insert(id, Style::read(element));
        }
        styles
    }

    /// The old font in which a run is written, if it is one: its own, its style's, its paragraph's.
    pub(super) fn face(
        &self,
        properties: Option<Element<'_>>,
        paragraph_style: Option<&str>,
    ) -> Option<Face> {
        let own = properties.and_then(font_name);
        let styled =
            || self.inherited(run_style(properties).as_deref(), |style| style.font.clone());
        let of_paragraph =
            || self.inherited(self.or_default(paragraph_style), |style| style.font.clone());
        let name = own
            .or_else(styled)
            .or_else(of_paragraph)
            .or_else(|| self.default_font.clone())?;
        Face::of(&name)
    }

    /// Says whether a run is hidden.
    pub(super) fn is_hidden(&self, properties: Option<Element<'_>>) -> bool {
        let own = properties.and_then(|properties| properties.child("vanish").map(is_on));
        own.or_else(|| self.inherited(run_style(properties).as_deref(), |style| style.hidden))
            .unwrap_or(false)
    }

    /// Where a style puts its paragraphs in a list, and the style that says so.
    pub(super) fn list_place(&self, style: Option<&str>) -> Option<(ListPlace, String)> {
        let mut name = self.or_default(style)?;
        for _ in 0..MAX_CHAIN {
            let style = self.by_id.get(name)?;
            if style.list.list.is_some() {
                return Some((style.list.clone(), name.to_owned()));
            }
            name = style.based_on.as_deref()?;
        }
        None
    }

    /// Says whether tables of a style have lines.
    pub(super) fn has_borders(&self, style: Option<&str>) -> bool {
        self.inherited(style, |style| style.borders)
            .unwrap_or(false)
    }

    fn or_default<'a>(&'a self, style: Option<&'a str>) -> Option<&'a str> {
        style.or(self.default_paragraph.as_deref())
    }

    /// What a style says, or the first of those it is based on that says something.
    fn inherited<T>(&self, style: Option<&str>, get: impl Fn(&Style) -> Option<T>) -> Option<T> {
        let mut style = self.by_id.get(style?)?;
        for _ in 0..MAX_CHAIN {
            if let Some(found) = get(style) {
                return Some(found);
            }
            style = self.by_id.get(style.based_on.as_deref()?)?;
        }
        None
    }
}

impl Style {
    fn read(element: Element<'_>) -> Self {
        let run = element.child("rPr");
        Self {
            based_on: element
                .child("basedOn")
                .and_then(Element::val)
                .map(String::from),
            font: run.and_then(font_name),
            hidden: run.and_then(|run| run.child("vanish").map(is_on)),
            list: element.child("pPr").map(list_place).unwrap_or_default(),
            borders: element.grandchild("tblPr", "tblBorders").map(has_borders),
        }
    }
}

/// Where a paragraph's properties put it in a list.
pub(super) fn list_place(properties: Element<'_>) -> ListPlace {
    let Some(place) = properties.child("numPr") else {
        return ListPlace::default();
    };
    let value = |name| place.child(name).and_then(Element::val);
    ListPlace {
        list: value("numId").map(String::from),
        level: value("ilvl").and_then(|level| level.parse().ok()),
    }
}

/// The font that a run's properties name. Old fonts write with signs, so the font of signs comes first.
pub(super) fn font_name(properties: Element<'_>) -> Option<String> {
    let fonts = properties.child("rFonts")?;
    let name = fonts
        .attribute("hAnsi")
        .or_else(|| fonts.attribute("ascii"))?;
    Some(name.into_owned())
}

fn run_style(properties: Option<Element<'_>>) -> Option<String> {
    let style = properties?.child("rStyle")?.val()?;
    Some(style.into_owned())
}
