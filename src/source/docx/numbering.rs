//! The lists of a document: how each level counts and looks.

use super::font::Face;
use super::label::Format;
use super::styles::font_name;
use super::xml::{Element, is_on};
use std::collections::BTreeMap;

/// Word's lists have so many levels.
pub(super) const LEVELS: usize = 9;

/// All lists of a document.
#[derive(Default)]
pub(super) struct Numbering {
    /// How lists look and count, by their identities.
    patterns: BTreeMap<String, Pattern>,
    lists: BTreeMap<String, List>,
}

/// What lists of one look have in common. They also count together.
#[derive(Default)]
struct Pattern {
    levels: BTreeMap<usize, Level>,
    /// The style that this pattern defines, or the one in which to look for its levels.
    defines: Option<String>,
    defined_by: Option<String>,
}

struct List {
    pattern: String,
    changes: BTreeMap<usize, Change>,
}

/// What a list does otherwise than its pattern.
struct Change {
    start: Option<u32>,
    level: Option<Level>,
}

/// One level of a list.
pub(super) struct Level {
    pub(super) start: u32,
    pub(super) format: Format,
    /// The label, with `%1` for the number of the first level.
    pub(super) text: String,
    /// The level, counted from 1, after which this one begins anew; 0 for never.
    pub(super) restart: Option<usize>,
    /// Shows the numbers of all levels in digits.
    pub(super) digits: bool,
    pub(super) face: Option<Face>,
    style: Option<String>,
}

impl Numbering {
    pub(super) fn read(root: Element<'_>) -> Self {
        let mut numbering = Self::default();
        let Some(root) = root.child("numbering") else {
            return numbering;
        };
        for element in root.children() {
            match element.name() {
                "abstractNum" => {
                    if let Some(id) = element.attribute("abstractNumId") {
                        numbering
                            .patterns
                            .insert(id.into_owned(), Pattern::read(element));
                    }
                }
                "num" => {
                    if let (Some(id), Some(list)) =
                        (element.attribute("numId"), List::read(element))
                    {
                        numbering.lists.insert(id.into_owned(), list);
                    }
                }
                _ => {}
            }
        }
        numbering
    }

    /// The identity of the pattern of a list. Lists of one pattern count on from each other.
    pub(super) fn pattern(&self, list: &str) -> Option<&str> {
        let named = self.lists.get(list)?.pattern.as_str();
        let Some(style) = &self.patterns.get(named)?.defined_by else {
            return Some(named);
        };
        let mut patterns = self.patterns.iter();
        let defining = patterns.find(|(_, pattern)| pattern.defines.as_ref() == Some(style));
        Some(defining.map_or(named, |(id, _)| id))
    }

    pub(super) fn level(&self, list: &str, level: usize) -> Option<&Level> {
        let changed = self
            .change(list, level)
            .and_then(|change| change.level.as_ref());
        changed.or_else(|| {
            let pattern = self.patterns.get(self.pattern(list)?)?;
            pattern.levels.get(&level)
        })
    }

    /// The number with which a list begins a level anew when it first comes to it.
    pub(super) fn restart(&self, list: &str, level: usize) -> Option<u32> {
        self.change(list, level)?.start
    }

    /// The level that a style has in a list.
    pub(super) fn level_of_style(&self, list: &str, style: &str) -> Option<usize> {
        (0..LEVELS).find(|level| {
            self.level(list, *level)
                .is_some_and(|level| level.style.as_deref() == Some(style))
        })
    }

    fn change(&self, list: &str, level: usize) -> Option<&Change> {
        self.lists.get(list)?.changes.get(&level)
    }
}

impl Pattern {
    fn read(element: Element<'_>) -> Self {
        let link = |name| element.child(name).and_then(Element::val).map(String::from);
        let levels = element.children().filter(|child| child.name() == "lvl");
        Self {
            levels: levels.filter_map(Level::read).collect(),
            defines: link("styleLink"),
            defined_by: link("numStyleLink"),
        }
    }
}

impl List {
    fn read(element: Element<'_>) -> Option<Self> {
        let changes = element
            .children()
            .filter(|child| child.name() == "lvlOverride");
        Some(Self {
            pattern: element.child("abstractNumId")?.val()?.into_owned(),
            changes: changes.filter_map(Change::read).collect(),
        })
    }
}

impl Change {
    fn read(element: Element<'_>) -> Option<(usize, Self)> {
        let change = Self {
            start: element.child("startOverride").and_then(number),
            level: element
                .child("lvl")
                .and_then(Level::read)
                .map(|(_, level)| level),
        };
        Some((place(element)?, change))
    }
}

impl Level {
    fn read(element: Element<'_>) -> Option<(usize, Self)> {
        let value = |name| element.child(name).and_then(Element::val);
        let level = Self {
            start: element.child("start").and_then(number).unwrap_or(0),
            format: Format::of(value("numFmt").as_deref()),
            text: value("lvlText").map(String::from).unwrap_or_default(),
            restart: value("lvlRestart").and_then(|level| level.parse().ok()),
            digits: element.child("isLgl").is_some_and(is_on),
            face: element
                .child("rPr")
                .and_then(font_name)
                .and_then(|name| Face::of(&name)),
            style: value("pStyle").map(String::from),
        };
        Some((place(element)?, level))
    }
}

fn place(element: Element<'_>) -> Option<usize> {
    let level = element.attribute("ilvl")?.parse().ok()?;
    (level < LEVELS).then_some(level)
}

fn number(element: Element<'_>) -> Option<u32> {
    element.val()?.parse().ok()
}
