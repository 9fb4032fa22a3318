//! The outline → duties: which paragraphs are tasks, and whom and when they name.

use super::calendar::Calendar;
use super::facts::Facts;
use super::heading::{self, Matter};
use super::layout::is_upper;
use super::marker::Marker;
use super::mention::{Mention, join};
use super::notice::Puzzle;
use super::outline::{Node, Outline};
use super::row::Rows;
use super::{facts, party, times, unit, verb};
use crate::domain::{Block, Role};

/// What was found in an outline.
pub(super) struct Found {
    /// The duties, in the order of the document.
    pub(super) mentions: Vec<Mention>,
    /// Blocks among the duties that were taken for none.
    pub(super) left_out: Vec<usize>,
}

/// Finds the duties of a plan.
pub(super) fn find(blocks: &[Block], outline: &Outline, calendar: Calendar) -> Found {
    let mut finder = Finder {
        blocks,
        outline,
        calendar,
        // A decision that only puts a plan into force asks for what the plan asks.
        articles: outline
            .roots
            .iter()
            .all(|root| outline.nodes[*root].marker == Marker::Article),
        lifted: Vec::new(),
        mentions: Vec::new(),
        left_out: Vec::new(),
    };
    finder.children(&outline.roots, "", &Context::default());
    finder.mentions.sort_by_key(|mention| mention.block);
    Found {
        mentions: finder.mentions,
        left_out: finder.left_out,
    }
}

/// What holds for all that stands below a heading.
#[derive(Clone, Debug, Default)]
pub(super) struct Context {
    pub(super) matter: Matter,
    pub(super) lead: Vec<String>,
    pub(super) lead_from: Option<String>,
    pub(super) support: Vec<String>,
}

pub(super) struct Finder<'a> {
    pub(super) blocks: &'a [Block],
    pub(super) outline: &'a Outline,
    pub(super) calendar: Calendar,
    articles: bool,
    /// Points whose lines were told of the point above them.
    lifted: Vec<usize>,
    pub(super) mentions: Vec<Mention>,
    left_out: Vec<usize>,
}

impl<'a> Finder<'a> {
    pub(super) fn node(&self, at: usize) -> &'a Node {
        &self.outline.nodes[at]
    }

    pub(super) fn text(&self, node: &Node) -> &'a str {
        &self.blocks[node.block].text
    }

    /// Visits all that stands below a heading, in order.
    pub(super) fn children(&mut self, children: &[usize], path: &str, context: &Context) {
        let mut context = context.clone();
        let mut rows = Rows::default();
        for child in children {
            let node = self.node(*child);
            let path = join(path, &node.name);
            if self.blocks[node.block].role == Role::Row {
                if context.matter != Matter::Background {
                    let found = rows.take(self.text(node), node.block, &path, self.calendar);
                    self.mentions.extend(found);
                }
            } else if node.marker == Marker::None && self.text(node).ends_with(':') {
                // "Các đơn vị thực hiện các hoạt động sau:" speaks for what follows.
                let named = party::find(self.text(node), &node.words, None);
                if !named.lead.is_empty() {
                    context.lead = named.lead;
                    context.lead_from = Some(path);
                }
            } else {
                self.visit(*child, &path, &context);
            }
        }
    }

    pub(super) fn visit(&mut self, at: usize, path: &str, context: &Context) {
        let node = self.node(at);
        if node.marker.is_section() {
            self.section(at, path, context);
            return;
        }
        let bare = self.lifted.contains(&at);
        let facts = facts::of(self.blocks, self.outline, at, self.calendar, bare);
        self.lifted.extend(facts.lifted);
        let below = Context {
            matter: matter(node, &facts, context),
            ..context.clone()
        };
        if below.matter == Matter::Background && facts.time.is_none() && facts.dated.is_empty() {
            self.children(&facts.content, path, &below);
        } else if !facts.dated.is_empty() {
            self.dated(&facts, path, &below);
        } else if facts.any() {
            self.with_facts(node, &facts, path, &below);
        } else if let Some(names) = self.unit_heading(node, &facts) {
            let below = led_by(names, path, &below);
            self.children(&facts.content, path, &below);
        } else if facts.content.is_empty() {
            self.leaf(node, path, &below);
        } else {
            self.heading(node, &facts, path, &below);
        }
    }

    fn section(&mut self, at: usize, path: &str, context: &Context) {
        let node = self.node(at);
        let matter = heading::matter(&node.words);
        let nested = matches!(context.matter, Matter::Background | Matter::Funds);
        let matter = matter.unwrap_or(if nested {
            context.matter
        } else {
            Matter::Duties
        });
        let mut below = Context {
            matter,
            ..context.clone()
        };
        let is_article = node.marker == Marker::Article;
        if is_article && !self.articles {
            return;
        }
        if is_article && heading::has_details(&node.words) {
            return;
        }
        let facts = facts::of(self.blocks, self.outline, at, self.calendar, false);
        let timed = facts.told.is_some() && facts.time.is_some();
        if (!facts.lead.is_empty() || timed) && matter == Matter::Duties {
            self.section_with_facts(node, &facts, path, &below);
            return;
        }
        if let Some(names) = unit::heading(self.text(node), &node.words) {
            below = led_by(names, path, &below);
        } else if is_article
            && party::find(self.text(node), &node.words, None)
                .lead
                .is_empty()
        {
            below.matter = Matter::Duties;
        } else if is_article {
            self.leaf(node, path, &below);
        }
        self.children(&node.children, path, &below);
    }

    fn unit_heading(&self, node: &Node, facts: &Facts) -> Option<Vec<String>> {
        if facts.content.is_empty() {
            return None;
        }
        let acts = |at: &usize| {
            let child = self.node(*at);
            child.marker.is_bullet() && verb::begins(&child.words) > 0
        };
        let text = self.text(node);
        unit::heading(text, &node.words).or_else(|| {
            let all = facts.content.iter().all(acts);
            all.then(|| unit::loose_heading(text, &node.words))
                .flatten()
        })
    }

    /// A paragraph with nothing below it: a duty, if it reads like one.
    pub(super) fn leaf(&mut self, node: &'a Node, path: &str, context: &Context) {
        let mut mention = self.mention(node, path, context);
        let named = !mention.lead.is_empty() && mention.inherited_from.is_none();
        let verb = verb::begins(&node.words) > 0 || mention.acts();
        let told = node.marker != Marker::None && node.words.len() >= 6;
        let statement = heading::is_statement(&node.words)
            || heading::is_catch_all(&node.words)
            || node.label.is_some();
        let is_duty = match context.matter {
            Matter::Background => false,
            Matter::Funds => named,
            // "Trưởng ban: Đồng chí …" only says who it is.
            Matter::Lists => named && verb,
            Matter::Duties if node.marker == Marker::None => {
                let inherited = mention.inherited_from.is_some() && !statement;
                let told = named || inherited || verb && path.contains('.');
                let text = self.text(node);
                // Behind points the last sentence speaks of the plan as a whole, unless it sets a day.
                let ends = path.contains('.')
                    && heading::ends_document(text)
                    && mention.inherited_from.is_none()
                    && times::in_text(text, &node.words, self.calendar).is_empty();
                told && !ends && !heading::is_closing(&node.words) && !is_upper(text)
            }
            Matter::Duties => {
                named || !statement && (verb || told || mention.inherited_from.is_some())
            }
        };
        if !is_duty {
            if context.matter == Matter::Funds {
                self.later_sentence(node, path);
            }
            let among_duties = context.matter == Matter::Duties && node.label.is_none();
            if among_duties && !heading::is_closing(&node.words) {
                self.left_out.push(node.block);
            }
            return;
        }
        if !named && !verb {
            mention.puzzles.push(Puzzle::DutyDoubtful);
        }
        self.push(mention, node);
    }

    /// Adds a duty with the times that its own words state.
    pub(super) fn push(&mut self, mention: Mention, node: &Node) {
        let times = times::in_text(self.text(node), &node.words, self.calendar);
        self.mentions.extend(mention.timed(times));
    }

    /// Begins a duty: its words, and those who act by them or by what stands above.
    pub(super) fn mention(&self, node: &Node, path: &str, context: &Context) -> Mention {
        let text = self.text(node);
        let from = node.label.map_or(0, |label| label.taken);
        let words = &node.words[from.min(node.words.len())..];
        let skip = super::recurrence::find(words)
            .into_iter()
            .next()
            .map(|found| found.1);
        let mut named = party::find(text, words, skip.as_ref());
        if named.lead.is_empty() && context.lead.is_empty() {
            named = party::appointed(text, words).unwrap_or(named);
        }
        let start = words.first().map_or(0, |word| word.range.start);
        let inherits = named.lead.is_empty() && !context.lead.is_empty();
        let support = if named.support.is_empty() && inherits {
            context.support.clone()
        } else {
            named.support
        };
        Mention {
            path: path.to_owned(),
            block: node.block,
            text: text[start..].to_owned(),
            action: named.action.saturating_sub(start),
            inherited_from: context.lead_from.clone().filter(|_| inherits),
            lead: if inherits {
                context.lead.clone()
            } else {
                named.lead
            },
            support,
            ..Mention::default()
        }
    }
}

/// Returns what stands below a point; a leaf promises nothing by its first words.
fn matter(node: &Node, facts: &Facts, context: &Context) -> Matter {
    const HEADING: usize = 25;
    let heads = !facts.content.is_empty() && node.words.len() <= HEADING || node.children.len() > 1;
    if !heads {
        let funds = heading::matter(&node.words) == Some(Matter::Funds);
        return if funds { Matter::Funds } else { context.matter };
    }
    heading::matter(&node.words).unwrap_or(context.matter)
}

pub(super) fn led_by(names: Vec<String>, path: &str, context: &Context) -> Context {
    if names.is_empty() {
        return context.clone();
    }
    Context {
        matter: context.matter,
        lead: names,
        lead_from: Some(path.to_owned()),
        support: Vec::new(),
    }
}
