//! Where a block stands in the outline, and identities that follow from it.

use crate::domain::{Block, Role, TaskId, small};

/// Returns the place of a block in the document's own markers, as the reader names it: `II.2`,
/// `II.2.p2` for a second paragraph.
pub(super) fn place(blocks: &[Block], at: usize) -> String {
    let mut open = vec![Node::default()];
    let mut path = String::new();
    for block in blocks.iter().take(at + 1) {
        path = enter(&mut open, block);
    }
    path
}

/// Turns a place into an identity that was never given before.
pub(super) fn fresh_id(path: &str, given: &[TaskId]) -> TaskId {
    let place = path.split('#').next().unwrap_or(path);
    let base: String = place.chars().map(small).collect();
    let base = base.replacen('.', "-", 1);
    let mut id = TaskId::new(base.as_str());
    let mut count = 2;
    while given.contains(&id) {
        id = TaskId::new(format!("{base}#{count}"));
        count += 1;
    }
    id
}

/// A section or point that is open, with what was counted below it.
#[derive(Default)]
struct Node {
    /// How deep its marker usually stands; 0 for a section.
    depth: usize,
    name: String,
    paragraphs: usize,
    dashes: usize,
    crosses: usize,
}

/// Dashes and crosses stand deepest; a paragraph that follows them belongs to what is around them.
const DASH: usize = 102;
const CROSS: usize = 103;

/// Moves on to a block and returns its place.
fn enter(open: &mut Vec<Node>, block: &Block) -> String {
    match block.role {
        Role::Section => {
            *open = vec![Node {
                name: bare(&block.marker).to_owned(),
                ..Node::default()
            }];
        }
        Role::Point => {
            let depth = depth(&block.marker);
            close(open, depth);
            let name = name(open, depth, &block.marker);
            open.push(Node {
                depth,
                name,
                ..Node::default()
            });
        }
        Role::Row => {
            close(open, 1);
            return paragraph(open);
        }
        _ => {
            close(open, DASH);
            return paragraph(open);
        }
    }
    path(open)
}

/// Closes what stands as deep or deeper; the section stays.
fn close(open: &mut Vec<Node>, depth: usize) {
    while open.len() > 1 && open.last().is_some_and(|node| node.depth >= depth) {
        open.pop();
    }
}

fn name(open: &mut [Node], depth: usize, marker: &str) -> String {
    let Some(parent) = open.last_mut() else {
        return String::new();
    };
    match depth {
        DASH => {
            parent.dashes += 1;
            format!("-{}", parent.dashes)
        }
        CROSS => {
            parent.crosses += 1;
            format!("+{}", parent.crosses)
        }
        _ => bare(marker).to_owned(),
    }
}

/// A point is itself the first of its paragraphs; a section is none.
fn paragraph(open: &mut [Node]) -> String {
    let Some(parent) = open.last_mut() else {
        return String::new();
    };
    parent.paragraphs += 1;
    let number = parent.paragraphs + usize::from(parent.depth > 0);
    join(&path(open), &format!("p{number}"))
}

fn path(open: &[Node]) -> String {
    let names = open.iter().map(|node| node.name.as_str());
    names.fold(String::new(), |path, name| join(&path, name))
}

/// "1.2" under "1" already names both.
fn join(path: &str, name: &str) -> String {
    let last = path.rsplit('.').next().unwrap_or_default();
    let own = name
        .strip_prefix(last)
        .and_then(|rest| rest.strip_prefix('.'));
    match own {
        _ if path.is_empty() => name.to_owned(),
        Some(own) if !last.is_empty() => format!("{path}.{own}"),
        _ => format!("{path}.{name}"),
    }
}

/// How deep a marker usually stands: figures, letters, dashes, crosses.
fn depth(marker: &str) -> usize {
    match marker.chars().next() {
        Some(first) if first.is_ascii_digit() => 1 + bare(marker).matches('.').count(),
        Some('+') => CROSS,
        Some(first) if first.is_alphabetic() => DASH - 1,
        _ => DASH,
    }
}

fn bare(marker: &str) -> &str {
    marker.trim_end_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(role: Role, marker: &str) -> Block {
        Block {
            role,
            marker: marker.to_owned(),
            text: "chữ".to_owned(),
            emphasis: Vec::new(),
            line: 1,
        }
    }

    #[test]
    fn places_are_named_as_the_document_marks_them() {
        let blocks = [
            (Role::Opening, "", "p1"),
            (Role::Section, "II.", "II"),
            (Role::Paragraph, "", "II.p1"),
            (Role::Point, "1.", "II.1"),
            (Role::Point, "a)", "II.1.a"),
            (Role::Point, "-", "II.1.a.-1"),
            (Role::Point, "-", "II.1.a.-2"),
            (Role::Point, "+", "II.1.a.-2.+1"),
            (Role::Paragraph, "", "II.1.a.p2"),
            (Role::Point, "1.2.", "II.1.2"),
            (Role::Point, "2.", "II.2"),
            (Role::Paragraph, "", "II.2.p2"),
            (Role::Row, "", "II.p2"),
            (Role::Row, "", "II.p3"),
        ];
        let all: Vec<_> = blocks
            .iter()
            .map(|(role, marker, _)| block(*role, marker))
            .collect();
        for (at, (_, _, expected)) in blocks.iter().enumerate() {
            assert_eq!(place(&all, at), *expected, "block {at}");
        }
    }

    #[test]
    fn an_identity_is_not_given_twice() {
        let given = ["ii-2", "ii-2#2"].map(TaskId::new);
        assert_eq!(fresh_id("II.2", &given), TaskId::new("ii-2#3"));
        assert_eq!(fresh_id("II.2#2", &given), TaskId::new("ii-2#3"));
        assert_eq!(fresh_id("II.2.p2", &given), TaskId::new("ii-2.p2"));
    }
}
