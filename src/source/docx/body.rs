//! Through a document from top to bottom.

use super::ENOUGH;
use super::counter::Counter;
use super::font::Fonts;
use super::numbering::Numbering;
use super::paragraph::Runs;
use super::styles::{ListPlace, Styles, list_place};
use super::table::{Cell, is_grid, line, rows};
use super::xml::{Element, is_on};

/// What has been read of a document.
pub(super) struct Body<'a> {
    styles: &'a Styles,
    numbering: &'a Numbering,
    counter: Counter<'a>,
    believed: bool,
    pub(super) fonts: Fonts,
    /// Paragraphs and tables, each one or more lines.
    pub(super) blocks: Vec<String>,
    length: usize,
}

/// What becomes of a paragraph that has a label and nothing else.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bare {
    LeftOut,
    /// In a grid the label is the content: a column of numbers.
    Kept,
}

impl<'a> Body<'a> {
    /// Begins a document; `believed` says whether the names of old fonts are.
    pub(super) fn new(styles: &'a Styles, numbering: &'a Numbering, believed: bool) -> Self {
        Self {
            styles,
            numbering,
            counter: Counter::new(numbering),
            believed,
            fonts: Fonts::default(),
            blocks: Vec::new(),
            length: 0,
        }
    }

    /// Reads all of a document's body; `progress` hears the share that is done.
    pub(super) fn read(&mut self, root: Element<'_>, progress: &mut dyn FnMut(f64)) {
        let Some(body) = root.grandchild("document", "body") else {
            return;
        };
        let count = body.children().count();
        for (element, place) in body.children().zip(0_usize..) {
            if self.is_too_long() {
                return;
            }
            if place.is_multiple_of(200) {
                progress(share(place, count));
            }
            let mut blocks = Vec::new();
            self.read_element(element, Bare::LeftOut, &mut blocks);
            self.length += blocks.iter().map(String::len).sum::<usize>();
            self.blocks.extend(blocks);
        }
    }

    /// Says whether the text is longer than any that is handed on.
    pub(super) fn is_too_long(&self) -> bool {
        self.length > ENOUGH
    }

    fn read_below(&mut self, parent: Element<'_>, bare: Bare, blocks: &mut Vec<String>) {
        for element in parent.children() {
            self.read_element(element, bare, blocks);
        }
    }

    fn read_element(&mut self, element: Element<'_>, bare: Bare, blocks: &mut Vec<String>) {
        match element.name() {
            "p" => self.read_paragraph(element, bare, blocks),
            "tbl" => self.read_table(element, blocks),
            "sdt" | "sdtContent" | "customXml" | "smartTag" | "ins" | "moveTo" => {
                self.read_below(element, bare, blocks);
            }
            "AlternateContent" => {
                let chosen = element
                    .child("Choice")
                    .or_else(|| element.child("Fallback"));
                if let Some(chosen) = chosen {
                    self.read_below(chosen, bare, blocks);
                }
            }
            _ => {}
        }
    }

    fn read_paragraph(&mut self, element: Element<'_>, bare: Bare, blocks: &mut Vec<String>) {
        let properties = element.child("pPr");
        let style = properties
            .and_then(|properties| properties.child("pStyle")?.val())
            .map(String::from);
        let mut runs = Runs::new(self.styles, style.as_deref(), self.believed);
        runs.read(element);
        let text = runs.text(&mut self.fonts);
        // Counted even if nothing is seen of it.
        let label = self.label(properties, style.as_deref());
        let text = text.trim();
        match label.filter(|label| !label.is_empty()) {
            Some(label) if !text.is_empty() => blocks.push(format!("{} {text}", label.trim_end())),
            Some(label) if bare == Bare::Kept => blocks.push(label),
            _ if !text.is_empty() => blocks.push(text.to_owned()),
            _ => {}
        }
        for content in runs.boxes {
            self.read_below(content, bare, blocks);
        }
    }

    /// The label of a paragraph that stands in a list, by its own properties or its style's.
    fn label(&mut self, properties: Option<Element<'_>>, style: Option<&str>) -> Option<String> {
        if is_gone(properties) {
            return None;
        }
        let own = properties.map(list_place).unwrap_or_default();
        let styled = self.styles.list_place(style);
        let ListPlace { list, level } = match (own.list.is_some(), styled) {
            (false, Some((styled, style))) => {
                let list = styled.list?;
                let of_style = self.numbering.level_of_style(&list, &style);
                ListPlace {
                    level: own.level.or(of_style).or(styled.level),
                    list: Some(list),
                }
            }
            _ => own,
        };
        self.counter.label(&list?, level.unwrap_or(0))
    }

    fn read_table(&mut self, table: Element<'_>, blocks: &mut Vec<String>) {
        let rows = rows(table);
        if is_grid(table, &rows, self.styles) {
            let lines: Vec<_> = rows
                .iter()
                .map(|(before, cells)| self.grid_line(*before, cells))
                .collect();
            if !lines.is_empty() {
                blocks.push(lines.join("\n"));
            }
            return;
        }
        for cell in rows.iter().flat_map(|(_, cells)| cells) {
            let mut content = Vec::new();
            self.read_below(cell.content, Bare::LeftOut, &mut content);
            if !content.is_empty() {
                blocks.push(content.join("\n"));
            }
        }
    }

    fn grid_line(&mut self, before: usize, cells: &[Cell<'_>]) -> String {
        let mut texts = vec![String::new(); before];
        for cell in cells {
            let mut content = Vec::new();
            self.read_below(cell.content, Bare::Kept, &mut content);
            texts.push(if cell.continues {
                String::new()
            } else {
                content.join("\n")
            });
            texts.resize(texts.len() + cell.columns - 1, String::new());
        }
        line(&texts)
    }
}

/// Says whether a paragraph was taken away with its mark, so that nothing is counted for it.
fn is_gone(properties: Option<Element<'_>>) -> bool {
    properties
        .and_then(|properties| properties.grandchild("rPr", "del"))
        .is_some_and(is_on)
}

fn share(part: usize, whole: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "far fewer paragraphs than that")]
    let share = part as f64 / whole.max(1) as f64;
    share
}
