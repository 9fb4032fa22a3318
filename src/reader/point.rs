//! Points with lines below them: which of both is the duty, and what the others say of it.

use super::duty::{Context, Finder, led_by};
use super::facts::Facts;
use super::heading::{self, Matter};
use super::marker::Marker;
use super::mention::{Mention, join};
use super::outline::Node;
use super::sentence::sentences;
use super::words::Word;
use super::{party, times};

impl<'a> Finder<'a> {
    /// "* Thời gian thực hiện:" with a line for each round: each is a duty.
    pub(super) fn dated(&mut self, facts: &Facts, path: &str, context: &Context) {
        for at in &facts.dated {
            let node = self.node(*at);
            let mut mention = self.mention(node, &join(path, &node.name), context);
            facts.fill(&mut mention);
            let value = times::of_value(self.text(node), behind_colon(&node.words), self.calendar);
            self.mentions.extend(mention.timed(value));
        }
        self.dated_below(&facts.content, path, context);
    }

    /// A point with lines of its own for lead, support or time.
    pub(super) fn with_facts(
        &mut self,
        node: &'a Node,
        facts: &Facts,
        path: &str,
        context: &Context,
    ) {
        let counter = heading::is_counter(&node.words) || node.words.is_empty();
        let intro = self.text(node).ends_with(':')
            && !heading::has_details(&node.words)
            && !facts.content.is_empty();
        let told: Vec<usize> = match &facts.told {
            Some(told) if counter && told.children.is_empty() => vec![told.node],
            Some(told) if counter => told.children.clone(),
            _ if intro => facts.content.clone(),
            _ => Vec::new(),
        };
        if told.is_empty() {
            let mut mention = self.mention(node, path, context);
            if heading::has_details(&node.words) {
                mention.lead_by(self.actors(&facts.content));
            }
            self.fill(mention, facts, node);
            let lead = if facts.lead.is_empty() {
                context.lead.clone()
            } else {
                facts.lead.clone()
            };
            let below = Context {
                lead_from: (!lead.is_empty()).then(|| path.to_owned()),
                lead,
                support: facts.support.clone(),
                matter: context.matter,
            };
            self.numbered_only(&facts.content, path, &below);
        }
        for at in told {
            let child = self.node(at);
            let path = if child.label.is_some() {
                path.to_owned()
            } else {
                join(path, &child.name)
            };
            let mention = self.mention(child, &path, context);
            self.fill(mention, facts, child);
        }
        for at in &facts.others {
            let child = self.node(*at);
            let mention = self.mention(child, &join(path, &child.name), context);
            self.push(mention, child);
        }
    }

    /// A section whose points are "1. Nội dung", "2. Cơ quan chủ trì", "3. Thời gian": what stands
    /// below the first are its duties.
    pub(super) fn section_with_facts(
        &mut self,
        node: &'a Node,
        facts: &Facts,
        path: &str,
        context: &Context,
    ) {
        let Some(told) = &facts.told else {
            let below = led_by(facts.lead.clone(), path, context);
            self.children(&facts.content, path, &below);
            return;
        };
        if told.children.is_empty() {
            let mention = self.mention(node, path, context);
            self.fill(mention, facts, node);
        }
        let path = join(path, &self.node(told.node).name);
        for at in &told.children {
            let child = self.node(*at);
            let mention = self.mention(child, &join(&path, &child.name), context);
            self.fill(mention, facts, child);
        }
    }

    /// "… Trong đó: + Phòng A: …; + Phòng B: …": those whom the details name.
    fn actors(&self, details: &[usize]) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for at in details {
            let node = self.node(*at);
            let lead = party::find(self.text(node), &node.words, None).lead;
            names.extend(
                lead.into_iter()
                    .filter(|name| !names.contains(name))
                    .collect::<Vec<_>>(),
            );
        }
        names
    }

    /// Gives a duty what its lines say, then its time from them or from its own words.
    fn fill(&mut self, mut mention: Mention, facts: &Facts, node: &Node) {
        facts.fill(&mut mention);
        match &facts.time {
            Some(value) => self.mentions.extend(mention.timed(value.clone())),
            None => self.push(mention, node),
        }
    }

    /// Below a point that is itself a duty, numbered points are duties and bullets its details,
    /// unless a bullet has a day of its own.
    fn numbered_only(&mut self, content: &[usize], path: &str, context: &Context) {
        for at in content {
            let node = self.node(*at);
            if !node.marker.is_bullet() && node.marker != Marker::None {
                self.visit(*at, &join(path, &node.name), context);
            } else {
                self.dated_below(&[*at], path, context);
            }
        }
    }

    fn is_dated(&self, node: &Node) -> bool {
        !times::in_text(self.text(node), &node.words, self.calendar).is_empty()
    }

    /// A point with others below it, which neither names units nor has lines for lead and time.
    pub(super) fn heading(&mut self, node: &'a Node, facts: &Facts, path: &str, context: &Context) {
        let text = self.text(node);
        let only_paragraphs = facts
            .content
            .iter()
            .all(|at| self.node(*at).marker == Marker::None);
        let sentence =
            text.ends_with(['.', ';']) && (only_paragraphs || self.is_sentence(node, facts));
        let dated = self.is_dated(node);
        let asked = context.matter == Matter::Duties;
        if only_paragraphs && !sentence && asked && !text.ends_with(':') {
            self.titled(node, facts, path, context);
        } else if asked && (dated || heading::has_details(&node.words)) && !only_paragraphs {
            let mut mention = self.mention(node, path, context);
            if !dated {
                mention.lead_by(self.actors(&facts.content));
            } else if mention.lead.is_empty() {
                let asked = self.asked(&facts.content);
                mention.lead_by(self.actors(&asked));
                mention
                    .details
                    .extend(asked.iter().map(|at| self.node(*at).block));
            }
            self.push(mention, node);
            self.dated_below(&facts.content, path, context);
        } else if sentence || only_paragraphs {
            self.leaf(node, path, context);
            let first = self.mentions.last().filter(|last| last.path == path);
            let below = first.map_or_else(
                || context.clone(),
                |first| led_by(first.lead.clone(), path, context),
            );
            self.children(&facts.content, path, &below);
        } else {
            let named = party::find(text, &node.words, None);
            let below = if text.ends_with(':') && !named.lead.is_empty() {
                led_by(named.lead, path, context)
            } else {
                context.clone()
            };
            self.children(&facts.content, path, &below);
        }
    }

    /// Returns the lines that charge somebody: "- Giao Phòng A chủ trì."
    fn asked(&self, content: &[usize]) -> Vec<usize> {
        let asks = |at: &&usize| party::REQUESTS.at(&self.node(**at).words).is_some();
        content.iter().filter(asks).copied().collect()
    }

    /// A long text or one that names somebody says what is to be done by itself; others only head
    /// what stands below.
    fn is_sentence(&self, node: &Node, facts: &Facts) -> bool {
        const LONG: usize = 30;
        let numbered = facts.content.iter().any(|at| {
            let child = self.node(*at);
            !child.marker.is_bullet() && child.marker != Marker::None
        });
        let named = !party::find(self.text(node), &node.words, None)
            .lead
            .is_empty();
        !numbered && (named || node.words.len() > LONG)
    }

    /// What stands below a duty describes it, unless it has a day of its own.
    fn dated_below(&mut self, content: &[usize], path: &str, context: &Context) {
        for at in content {
            let node = self.node(*at);
            let path = join(path, &node.name);
            if node.label.is_some() {
                continue;
            }
            if self.is_dated(node) {
                let mention = self.mention(node, &path, context);
                self.push(mention, node);
            }
            self.dated_below(&node.children, &path, context);
        }
    }

    /// "Ngân sách tỉnh bảo đảm. Sở Tài chính thẩm định …": the sentence that asks somebody is a duty.
    pub(super) fn later_sentence(&mut self, node: &'a Node, path: &str) {
        let text = self.text(node);
        for (range, turn) in sentences(&node.words).into_iter().zip(1..).skip(1) {
            let words = &node.words[range];
            let named = party::find(text, words, None);
            let (Some(first), Some(last)) = (words.first(), words.last()) else {
                continue;
            };
            if named.lead.is_empty() {
                continue;
            }
            let mention = Mention {
                path: join(path, &format!("s{turn}")),
                block: node.block,
                text: text[first.range.start..last.range.end].to_owned(),
                action: named.action - first.range.start,
                lead: named.lead,
                support: named.support,
                ..Mention::default()
            };
            let times = times::in_text(text, words, self.calendar);
            self.mentions.extend(mention.timed(times));
        }
    }

    /// A title and the paragraph that explains it are one duty, named by the title.
    fn titled(&mut self, node: &'a Node, facts: &Facts, path: &str, context: &Context) {
        let mut mention = self.mention(node, path, context);
        for at in &facts.content {
            let child = self.node(*at);
            let named = party::find(self.text(child), &child.words, None);
            if mention.inherited_from.is_some() || mention.lead.is_empty() {
                mention.lead_by(named.lead);
            }
            if mention.support.is_empty() {
                mention.support = named.support;
            }
            mention.details.push(child.block);
        }
        let own = times::in_text(self.text(node), &node.words, self.calendar);
        let later = facts.content.iter().map(|at| {
            let child = self.node(*at);
            times::in_text(self.text(child), &child.words, self.calendar)
        });
        let time = std::iter::once(own)
            .chain(later)
            .find(|times| !times.is_empty());
        self.mentions
            .extend(mention.timed(time.unwrap_or_default()));
    }
}

/// Returns the words behind the first colon, or all.
fn behind_colon(words: &[Word]) -> &[Word] {
    let colon = words.iter().position(|word| word.is_sign(':'));
    colon.map_or(words, |at| &words[at + 1..])
}
