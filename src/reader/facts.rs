//! What the lines below a point say of it: who leads, who supports, when, what comes of it.

use super::attribute::{self, Attribute};
use super::calendar::Calendar;
use super::mention::Mention;
use super::outline::{Node, Outline};
use super::times::{self, Time};
use super::words::Word;
use super::{list, party, unit};
use crate::domain::Block;

/// What is told of a point by lines of their own.
#[derive(Default)]
pub(super) struct Facts {
    pub(super) lead: Vec<String>,
    pub(super) support: Vec<String>,
    pub(super) time: Option<Vec<Time>>,
    product: Option<String>,
    /// The line that tells what is to be done.
    pub(super) told: Option<Told>,
    /// Lines below "Thời gian:" that name a time each.
    pub(super) dated: Vec<usize>,
    /// Lines below "Cơ quan thực hiện:" with a duty of their own.
    pub(super) others: Vec<usize>,
    /// The nodes below the point that are none of these.
    pub(super) content: Vec<usize>,
    /// The point below whose own lines were told of this one.
    pub(super) lifted: Option<usize>,
    /// The blocks of these lines.
    blocks: Vec<usize>,
}

/// "Nội dung: …", with what stands below it.
pub(super) struct Told {
    pub(super) node: usize,
    pub(super) children: Vec<usize>,
}

impl Facts {
    /// Says whether anything was told.
    pub(super) fn any(&self) -> bool {
        self.time.is_some()
            || self.told.is_some()
            || self.product.is_some()
            || !self.lead.is_empty()
            || !self.support.is_empty()
    }

    /// Gives a duty what its lines say.
    pub(super) fn fill(&self, mention: &mut Mention) {
        mention.lead_by(self.lead.clone());
        if !self.support.is_empty() {
            mention.support.clone_from(&self.support);
        }
        mention.product.clone_from(&self.product);
        mention
            .details
            .extend(self.blocks.iter().filter(|block| **block != mention.block));
    }
}

/// Collects what is told of a node. `bare` says that its lines were told of the point above it.
pub(super) fn of(
    blocks: &[Block],
    outline: &Outline,
    at: usize,
    calendar: Calendar,
    bare: bool,
) -> Facts {
    let mut collector = Collector {
        blocks,
        outline,
        calendar,
        facts: Facts::default(),
    };
    let node = &outline.nodes[at];
    collector.inner(node);
    for child in &node.children {
        match outline.nodes[*child].label {
            Some(_) if bare => {}
            Some(label) => collector.line(*child, label.attribute),
            None => collector.facts.content.push(*child),
        }
    }
    collector.lift();
    collector.facts
}

/// Says whether an attribute tells who does a task, or when, or what comes of it.
fn is_telling(attribute: Attribute) -> bool {
    !matches!(attribute, Attribute::Other | Attribute::Content)
}

struct Collector<'a> {
    blocks: &'a [Block],
    outline: &'a Outline,
    calendar: Calendar,
    facts: Facts,
}

impl<'a> Collector<'a> {
    fn text(&self, node: &Node) -> &'a str {
        &self.blocks[node.block].text
    }

    /// Labels that begin a later sentence of the point itself.
    fn inner(&mut self, node: &Node) {
        let labels = attribute::inner(&node.words);
        for (turn, (at, label)) in labels.iter().enumerate() {
            let end = labels.get(turn + 1).map_or(node.words.len(), |next| next.0);
            let value = &node.words[at + label.taken..end.max(at + label.taken)];
            self.value(self.text(node), value, label.attribute);
        }
    }

    fn line(&mut self, at: usize, attribute: Attribute) {
        let node = &self.outline.nodes[at];
        let taken = node.label.map_or(0, |label| label.taken);
        let value = &node.words[taken..];
        self.facts.blocks.push(node.block);
        match attribute {
            Attribute::Content => {
                self.facts.told.get_or_insert(Told {
                    node: at,
                    children: node.children.clone(),
                });
            }
            Attribute::Time if value.is_empty() => self.times_below(node),
            Attribute::Doers if value.is_empty() => self.doers_below(node),
            Attribute::Lead | Attribute::Support if value.is_empty() => {
                for child in &node.children {
                    let child = &self.outline.nodes[*child];
                    self.value(self.text(child), &child.words, attribute);
                }
            }
            _ => self.value(self.text(node), value, attribute),
        }
    }

    fn value(&mut self, text: &str, value: &[Word], attribute: Attribute) {
        if value.is_empty() {
            return;
        }
        match attribute {
            Attribute::Lead => self.facts.lead.extend(list::split(text, value)),
            Attribute::Support => self.facts.support.extend(list::split(text, value)),
            Attribute::Doers => {
                let (lead, support) = unit::doers(text, value);
                self.facts.lead.extend(lead);
                self.facts.support.extend(support);
            }
            Attribute::Time => {
                let time = times::of_value(text, value, self.calendar);
                self.facts.time.get_or_insert(time);
            }
            Attribute::Product => {
                let range = value[0].range.start..value[value.len() - 1].range.end;
                let product = text[range].trim_end_matches(['.', ';', ' ']);
                self.facts.product.get_or_insert(product.to_owned());
            }
            Attribute::Content | Attribute::Other => {}
        }
    }

    /// "* Thời gian thực hiện:" and its lines: one line is the time, several are duties of their own.
    fn times_below(&mut self, node: &Node) {
        match node.children.as_slice() {
            [] => {}
            [only] => {
                let only = &self.outline.nodes[*only];
                self.facts.blocks.push(only.block);
                self.value(self.text(only), &only.words, Attribute::Time);
            }
            several => self.facts.dated.extend(several),
        }
    }

    /// "- Cơ quan thực hiện:" and its lines: who leads comes first, others may have their own duty.
    fn doers_below(&mut self, node: &Node) {
        for child in &node.children {
            let line = &self.outline.nodes[*child];
            if let Some(label) = line.label {
                self.line(*child, label.attribute);
                continue;
            }
            let named = party::find(self.text(line), &line.words, None);
            let own =
                !self.facts.lead.is_empty() && !named.lead.is_empty() && named.support.is_empty();
            if own {
                self.facts.others.push(*child);
            } else {
                self.facts.blocks.push(line.block);
                self.value(self.text(line), &line.words, Attribute::Doers);
            }
        }
    }

    /// Says whether lines below a node, or below the last of its points, tell of it.
    fn is_told(&self, at: usize) -> bool {
        let last = self.outline.nodes[at]
            .children
            .iter()
            .rev()
            .find(|child| self.outline.nodes[**child].label.is_none());
        self.has_telling(at) || last.is_some_and(|last| self.is_told(*last))
    }

    fn has_telling(&self, at: usize) -> bool {
        self.outline.nodes[at].children.iter().any(|child| {
            self.outline.nodes[*child]
                .label
                .is_some_and(|label| is_telling(label.attribute))
        })
    }

    /// Lines behind the last of several points speak for all of them, if none before it has any:
    /// they are told of the point above.
    fn lift(&mut self) {
        let Some((last, before)) = self.facts.content.split_last() else {
            return;
        };
        let nodes = &self.outline.nodes;
        let marker = nodes[*last].marker;
        let siblings: Vec<_> = before
            .iter()
            .filter(|at| nodes[**at].marker == marker)
            .collect();
        let lone = siblings.is_empty() || siblings.iter().any(|at| self.is_told(**at));
        if self.facts.any() || !self.facts.dated.is_empty() || lone || !self.has_telling(*last) {
            return;
        }
        let last = *last;
        for child in &nodes[last].children {
            if let Some(label) = nodes[*child].label {
                self.line(*child, label.attribute);
            }
        }
        self.facts.lifted = Some(last);
    }
}
