//! Blocks → the tree of the outline: sections, points, bullets and the paragraphs below them.

use super::attribute::{self, Label};
use super::marker::{self, Marker};
use super::words::{Word, words};
use crate::domain::{Block, Role};

/// A paragraph in the tree.
pub(super) struct Node {
    /// The index of its block.
    pub(super) block: usize,
    pub(super) marker: Marker,
    /// Its name within its parent: "II", "2", "a", "-3" for the third dash, "p2" for a second paragraph.
    pub(super) name: String,
    pub(super) words: Vec<Word>,
    /// What it says of the task above it, if that is all that it does.
    pub(super) label: Option<Label>,
    pub(super) children: Vec<usize>,
    counts: Counts,
}

/// How many children without a name of their own a node has.
#[derive(Clone, Copy, Default)]
struct Counts {
    dashes: usize,
    pluses: usize,
    paragraphs: usize,
}

/// The name of "PHỤ LỤC", which has no marker.
const ANNEX: &str = "PL";

/// The tree; a node's children come after it.
pub(super) struct Outline {
    pub(super) nodes: Vec<Node>,
    pub(super) roots: Vec<usize>,
    /// Whether "A." stands below "II." and not above it.
    capitals_below: bool,
    counts: Counts,
}

/// Builds the tree of a plan's body.
pub(super) fn outline(blocks: &[Block]) -> Outline {
    let mut outline = Outline {
        nodes: Vec::new(),
        roots: Vec::new(),
        capitals_below: false,
        counts: Counts::default(),
    };
    let mut capitals = false;
    // The nodes that are open, outermost first.
    let mut open: Vec<usize> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        if block.role == Role::Kind {
            // A plan that stands behind the decision that puts it into force.
            open.clear();
        }
        let within = matches!(
            block.role,
            Role::Section | Role::Point | Role::Paragraph | Role::Row
        );
        if within {
            let marker = marker::kind(&block.marker);
            capitals |= marker == Marker::Capital;
            outline.capitals_below |= marker == Marker::Roman && !capitals;
            outline.add(index, block, &mut open);
        }
    }
    outline
}

impl Outline {
    fn add(&mut self, index: usize, block: &Block, open: &mut Vec<usize>) {
        let marker = match block.role {
            Role::Section if block.marker.is_empty() => Marker::Part,
            Role::Section | Role::Point => marker::kind(&block.marker),
            _ => Marker::None,
        };
        let words = words(&block.text);
        let label = (!marker.is_section() && block.role != Role::Row)
            .then(|| attribute::label(&words))
            .flatten();
        if marker == Marker::None {
            self.close_for_paragraph(open, block.role, label.is_some());
        } else {
            open.retain(|node| self.depth(self.nodes[*node].marker) < self.depth(marker));
        }
        let parent = open.last().copied();
        let node = Node {
            block: index,
            marker,
            name: self.name(parent, marker, &block.marker),
            words,
            label,
            children: Vec::new(),
            counts: Counts::default(),
        };
        let at = self.nodes.len();
        self.nodes.push(node);
        match parent {
            Some(parent) => self.nodes[parent].children.push(at),
            None => self.roots.push(at),
        }
        if marker != Marker::None {
            open.push(at);
        }
    }

    /// Orders markers by their depth; which of "A." and "I." is deeper is each writer's choice.
    fn depth(&self, marker: Marker) -> (Marker, bool) {
        if self.capitals_below && marker == Marker::Capital {
            (Marker::Roman, true)
        } else {
            (marker, false)
        }
    }

    /// A paragraph that says one thing of a task belongs to what is open, any other to the point or
    /// section around the bullets, a row to its section.
    fn close_for_paragraph(&self, open: &mut Vec<usize>, role: Role, labelled: bool) {
        let stays = |node: &usize| {
            let node = &self.nodes[*node];
            match (role, labelled) {
                (Role::Row, _) => node.marker.is_section(),
                (_, true) => node.label.is_none(),
                (_, false) => !node.marker.is_bullet() && node.label.is_none(),
            }
        };
        open.retain(stays);
    }

    fn name(&mut self, parent: Option<usize>, marker: Marker, written: &str) -> String {
        let own = parent.is_some_and(|parent| !self.nodes[parent].marker.is_section());
        let counts = match parent {
            Some(parent) => &mut self.nodes[parent].counts,
            None => &mut self.counts,
        };
        match marker {
            Marker::Dash | Marker::Star => {
                counts.dashes += 1;
                format!("-{}", counts.dashes)
            }
            Marker::Plus => {
                counts.pluses += 1;
                format!("+{}", counts.pluses)
            }
            // The point itself is its first paragraph.
            Marker::None => {
                counts.paragraphs += 1;
                format!("p{}", counts.paragraphs + usize::from(own))
            }
            _ if written.is_empty() => ANNEX.to_owned(),
            _ => bare(written).to_owned(),
        }
    }
}

/// Returns a marker without its punctuation; of "1.2." the whole figure.
fn bare(marker: &str) -> &str {
    if marker.starts_with('(') {
        return marker;
    }
    marker.trim_end_matches(['.', ')', '-', ':', '/'])
}

#[cfg(test)]
mod tests {
    use super::super::{layout, paragraph};
    use super::*;

    fn tree(text: &str) -> String {
        let blocks = layout::blocks(&paragraph::paragraphs(text));
        let outline = outline(&blocks);
        let mut lines = String::new();
        for root in &outline.roots {
            draw(&outline, *root, 0, &mut lines);
        }
        lines
    }

    fn draw(outline: &Outline, node: usize, depth: usize, lines: &mut String) {
        let node_ = &outline.nodes[node];
        let label = if node_.label.is_some() { "=" } else { "" };
        lines.push_str(&format!("{}{}{label}\n", "  ".repeat(depth), node_.name));
        for child in &node_.children {
            draw(outline, *child, depth + 1, lines);
        }
    }

    #[test]
    fn markers_nest_and_paragraphs_find_their_place() {
        let text = "KẾ HOẠCH\nVề việc A\nI. NỘI DUNG\n1. Họp\n- Chuẩn bị.\nThời gian: Quý I\n- Tổ chức.\n+ Phân công nhau.\n* Thời gian thực hiện:\n+ Đợt 1\nSau đó họp lại.\n1.1. Chi tiết\na) Một\nb) Hai\n2. Sơ kết\nII. TỔ CHỨC\nCác đơn vị thực hiện.";
        assert_eq!(
            tree(text),
            "I\n  1\n    -1\n      p2=\n    -2\n      +1\n    -3=\n      +1\n    p2\n    1.1\n      a\n      b\n  2\nII\n  p1\n"
        );
    }
}
