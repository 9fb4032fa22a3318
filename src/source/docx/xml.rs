//! XML → a tree of elements, within bounds, without anybody's definitions of entities.
//!
//! Names are local ones: generators choose their own prefixes, and no two elements that matter here
//! differ by prefix alone.

use super::super::SourceError;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::borrow::Cow;

/// Word nests some twenty elements; each table within a table adds four.
const MAX_DEPTH: usize = 200;

/// A hundred pages have some two hundred thousand elements.
const MAX_NODES: usize = 1_500_000;

/// A part as a tree.
pub(super) struct Tree<'a> {
    nodes: Vec<Node<'a>>,
}

struct Node<'a> {
    /// The tag between its brackets, name and attributes; empty for text.
    tag: &'a str,
    text: Cow<'a, str>,
    /// The first child, if it is the node right after this one.
    has_children: bool,
    /// The next sibling; 0 for none, since nothing comes before the root.
    next: u32,
}

/// An element of a tree.
#[derive(Clone, Copy)]
pub(super) struct Element<'t> {
    nodes: &'t [Node<'t>],
    at: usize,
}

/// The elements that are open, and the last child of each.
struct Builder<'a> {
    nodes: Vec<Node<'a>>,
    open: Vec<(usize, Option<usize>)>,
}

impl<'a> Tree<'a> {
    /// Parses a part.
    ///
    /// # Errors
    /// [`SourceError::DamagedDocx`] if it is not well-formed or breaks off, [`SourceError::HostileDocx`]
    /// if it brings definitions, [`SourceError::TooLong`] beyond the bounds.
    pub(super) fn parse(xml: &'a str) -> Result<Self, SourceError> {
        let mut reader = Reader::from_str(xml);
        // The root of the tree stands above the root element.
        let mut builder = Builder {
            nodes: vec![Node::new("", Cow::default())],
            open: vec![(0, None)],
        };
        loop {
            let start = position(&reader);
            let event = reader.read_event().map_err(|_| SourceError::DamagedDocx)?;
            let tag = || xml.get(start..position(&reader)).unwrap_or_default();
            match event {
                Event::Start(_) => builder.open(inner(tag()))?,
                Event::Empty(_) => {
                    builder.open(inner(tag()))?;
                    builder.close();
                }
                Event::End(_) => builder.close(),
                Event::Text(text) => builder.text(text.into_inner())?,
                Event::CData(text) => builder.text(text.into_inner())?,
                Event::GeneralRef(reference) => builder.text(character(&reference)?)?,
                Event::DocType(_) => return Err(SourceError::HostileDocx),
                Event::Eof => break,
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
        if builder.open.len() == 1 && builder.nodes.len() > 1 {
            Ok(Self {
                nodes: builder.nodes,
            })
        } else {
            Err(SourceError::DamagedDocx)
        }
    }

    /// Returns what stands above the root element.
    pub(super) fn root(&self) -> Element<'_> {
        Element {
            nodes: &self.nodes,
            at: 0,
        }
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// What stands between the brackets of a tag.
fn inner(tag: &str) -> &str {
    tag.trim_start_matches('<')
        .trim_end_matches('>')
        .trim_end_matches('/')
}

/// The character that a reference stands for; entities beyond the five of XML need definitions.
fn character(reference: &BytesRef<'_>) -> Result<Cow<'static, str>, SourceError> {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return Ok(character.to_string().into());
    }
    Ok(match &**reference {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => return Err(SourceError::HostileDocx),
    }
    .into())
}

impl<'a> Node<'a> {
    fn new(tag: &'a str, text: Cow<'a, str>) -> Self {
        Self {
            tag,
            text,
            has_children: false,
            next: 0,
        }
    }

    fn name(&self) -> &'a str {
        let end = self.tag.find(|c: char| c.is_ascii_whitespace());
        &self.tag[..end.unwrap_or(self.tag.len())]
    }

    fn local_name(&self) -> &'a str {
        let name = self.name();
        name.rsplit_once(':').map_or(name, |(_, name)| name)
    }
}

impl<'a> Builder<'a> {
    fn open(&mut self, tag: &'a str) -> Result<(), SourceError> {
        let at = self.push(Node::new(tag, Cow::default()))?;
        if self.open.len() > MAX_DEPTH {
            return Err(SourceError::DamagedDocx);
        }
        self.open.push((at, None));
        Ok(())
    }

    fn close(&mut self) {
        // The reader has seen to it that ends match starts.
        self.open.pop();
    }

    /// Takes text within `w:t`; nowhere else does it say anything.
    fn text(&mut self, text: Cow<'a, str>) -> Result<(), SourceError> {
        let parent = self.open.last().map_or(0, |(at, _)| *at);
        if self.nodes[parent].local_name() == "t" {
            self.push(Node::new("", text))?;
        }
        Ok(())
    }

    fn push(&mut self, node: Node<'a>) -> Result<usize, SourceError> {
        let at = self.nodes.len();
        let number = u32::try_from(at).unwrap_or(u32::MAX);
        if at >= MAX_NODES {
            return Err(SourceError::TooLong);
        }
        if let Some((parent, last)) = self.open.last_mut() {
            match last.replace(at) {
                Some(last) => self.nodes[last].next = number,
                None => self.nodes[*parent].has_children = true,
            }
        }
        self.nodes.push(node);
        Ok(at)
    }
}

impl<'t> Element<'t> {
    /// The name without its prefix.
    pub(super) fn name(self) -> &'t str {
        self.nodes[self.at].local_name()
    }

    /// The value of an attribute, by its name without prefix.
    pub(super) fn attribute(self, name: &str) -> Option<Cow<'t, str>> {
        let node = &self.nodes[self.at];
        let tag = BytesStart::from_content(node.tag, node.name().len());
        let mut attributes = tag.attributes();
        // Looking for doubles would cost time that grows with the square of their number.
        attributes.with_checks(false);
        let found = attributes
            .flatten()
            .find(|attribute| attribute.key.local_name().as_ref() == name)?;
        let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
        Some(value.into_owned().into())
    }

    /// The attribute `val`, which most properties have.
    pub(super) fn val(self) -> Option<Cow<'t, str>> {
        self.attribute("val")
    }

    pub(super) fn child(self, name: &str) -> Option<Element<'t>> {
        self.children().find(|child| child.name() == name)
    }

    /// The child of a child.
    pub(super) fn grandchild(self, name: &str, below: &str) -> Option<Element<'t>> {
        self.child(name)?.child(below)
    }

    /// The elements right below.
    pub(super) fn children(self) -> impl Iterator<Item = Element<'t>> {
        self.nodes_below()
            .filter(|node| !node.nodes[node.at].tag.is_empty())
    }

    /// All elements below, in the order of the text.
    pub(super) fn descendants(self) -> impl Iterator<Item = Element<'t>> {
        // Nodes stand in the order of the text, so those below one stand right behind it.
        let nodes = self.nodes;
        let end = self.end();
        (self.at + 1..end)
            .map(move |at| Element { nodes, at })
            .filter(|node| !node.nodes[node.at].tag.is_empty())
    }

    /// The text right within.
    pub(super) fn text(self) -> String {
        self.nodes_below()
            .map(|node| &*node.nodes[node.at].text)
            .collect()
    }

    fn nodes_below(self) -> impl Iterator<Item = Element<'t>> {
        let nodes = self.nodes;
        let first = nodes[self.at].has_children.then_some(self.at + 1);
        std::iter::successors(first, move |at| match nodes[*at].next {
            0 => None,
            next => usize::try_from(next).ok(),
        })
        .map(move |at| Element { nodes, at })
    }

    /// The place behind the last node below: that of the next sibling, or of the last child's end.
    fn end(self) -> usize {
        let mut at = self.at;
        loop {
            let element = Element { at, ..self };
            match element.nodes_below().last() {
                Some(last) => at = last.at,
                None => return at + 1,
            }
        }
    }
}

/// Says whether a property that is there, such as `w:b`, is switched on.
pub(super) fn is_on(property: Element<'_>) -> bool {
    property
        .val()
        .is_none_or(|value| !matches!(&*value, "0" | "false" | "off"))
}
