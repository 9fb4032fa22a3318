//! Names → units and groups, with identities. One body that is named in several ways is one.

use super::body::is_plural;
use super::mention::Mention;
use super::words::words;
use crate::domain::{
    Assignment, Group, GroupId, Party, Roster, Task, TaskId, Unit, UnitId, fold, letters, slug,
};
use crate::domain::{capitalised, small};
use std::collections::HashMap;

/// Levels of government. A body named without its level is of the issuer's own.
const LEVELS: [&str; 6] = ["tinh", "thanh pho", "huyen", "quan", "xa", "phuong"];

/// Words that name bodies of a kind, not one body.
const GENERIC: [&str; 4] = ["cap uy", "chinh quyen", "to chuc dang", "doan the"];

/// Gives duties their units and groups, and identities.
pub(super) fn resolve(mentions: Vec<Mention>, issuer: Option<&str>) -> (Vec<Task>, Roster) {
    let level = issuer.and_then(own_level);
    let mut names = Names::new(level);
    for mention in &mentions {
        for words in mention.lead.iter().chain(&mention.support) {
            if !names.met.contains_key(words) {
                let keys = names.learn(words);
                names.met.insert(words.clone(), keys);
            }
        }
    }
    names.settle();
    let mut paths = HashMap::new();
    let tasks = mentions
        .into_iter()
        .map(|mut mention| {
            mention.path = free(&mention.path, &mut paths);
            task(mention, &names)
        })
        .collect();
    (tasks, names.roster())
}

/// A marker may be used twice; the second is "II#2". `taken` counts how often each name was; names
/// that differ by their capitals alone are one.
fn free(path: &str, taken: &mut HashMap<String, u32>) -> String {
    let mut turn = taken.get(&id(path)).copied().unwrap_or(0) + 1;
    let mut free = path.to_owned();
    if turn > 1 {
        free = format!("{path}#{turn}");
        while taken.contains_key(&id(&free)) {
            turn += 1;
            free = format!("{path}#{turn}");
        }
        taken.insert(id(&free), 1);
    }
    taken.insert(id(path), turn);
    free
}

/// Returns the identity of the task at a path: `ii-2.p2`.
fn id(path: &str) -> String {
    let path: String = path.chars().map(small).collect();
    path.replacen('.', "-", 1)
}

fn task(mention: Mention, names: &Names) -> Task {
    let assign = |list: Vec<String>, inherited: Option<&String>| {
        list.into_iter()
            .map(|words| Assignment {
                parties: names.parties(&words),
                words,
                inherited_from: inherited.cloned(),
            })
            .collect()
    };
    Task {
        product: mention.product,
        details: mention.details,
        id: TaskId::new(id(&mention.path)),
        lead: assign(mention.lead, mention.inherited_from.as_ref()),
        support: assign(mention.support, None),
        path: mention.path,
        block: mention.block,
        text: mention.text,
        action: mention.action,
        deadline: mention.deadline,
        recurrence: mention.recurrence,
    }
}

/// The bodies met so far, under names made comparable.
struct Names {
    level: Option<&'static str>,
    /// The fullest name under which a body was met.
    bodies: HashMap<String, String>,
    order: Vec<String>,
    /// The keys of the bodies that words name.
    met: HashMap<String, Vec<String>>,
    /// The units and groups that the bodies are, by key.
    parties: HashMap<String, Party>,
}

impl Names {
    fn new(level: Option<&'static str>) -> Self {
        Self {
            level,
            bodies: HashMap::new(),
            order: Vec::new(),
            met: HashMap::new(),
            parties: HashMap::new(),
        }
    }

    /// Returns the keys of the bodies that the words name.
    fn learn(&mut self, words: &str) -> Vec<String> {
        let mut keys = Vec::new();
        for name in bodies(words) {
            let key = self.key(&name);
            keys.push(key.clone());
            match self.bodies.get_mut(&key) {
                Some(known) if known.chars().count() < name.chars().count() => *known = name,
                Some(_) => {}
                None => {
                    self.order.push(key.clone());
                    self.bodies.insert(key, name);
                }
            }
        }
        keys
    }

    fn parties(&self, words: &str) -> Vec<Party> {
        let keys = self.met.get(words).into_iter().flatten();
        keys.filter_map(|key| self.parties.get(key))
            .cloned()
            .collect()
    }

    /// Makes units and groups of the bodies, once all are met.
    fn settle(&mut self) {
        let bodies = self.bodies.iter();
        self.parties = bodies
            .map(|(key, name)| (key.clone(), party(name)))
            .collect();
    }

    fn roster(&self) -> Roster {
        let mut roster = Roster::default();
        for name in self.order.iter().filter_map(|key| self.bodies.get(key)) {
            match party(name) {
                Party::Unit(id) => roster.units.push(Unit::new(id, name.clone())),
                Party::Group(id) => roster.groups.push(Group {
                    id,
                    name: name.clone(),
                    members: Vec::new(),
                }),
            }
        }
        roster
    }

    /// Makes names comparable: no "các" and "và", no "chính trị - xã hội" behind "đoàn thể", which
    /// says nothing more, and no level where it is the issuer's own.
    fn key(&self, name: &str) -> String {
        let words: Vec<_> = letters(name)
            .into_iter()
            .filter(|word| !matches!(word.as_str(), "cac" | "va" | "nhung"))
            .collect();
        let key = words
            .join(" ")
            .replace("doan the chinh tri xa hoi", "doan the");
        let own = self
            .level
            .and_then(|level| key.strip_suffix(level))
            .map(str::trim_end);
        own.unwrap_or(&key).to_owned()
    }
}

/// Returns the bodies that a name stands for: "Hội … huyện và các xã" leaves out the second "Hội …".
fn bodies(words: &str) -> Vec<String> {
    let Some((first, rest)) = words
        .split_once(" và các ")
        .filter(|(_, rest)| LEVELS.contains(&fold(rest).as_str()))
    else {
        return vec![capitalised(words)];
    };
    let head = LEVELS.iter().find_map(|level| {
        fold(first)
            .ends_with(&format!(" {level}"))
            .then_some(*level)
    });
    let Some(level) = head else {
        return vec![capitalised(words)];
    };
    let words_of_level = level.split(' ').count();
    let head: Vec<_> = first.split(' ').collect();
    let head = head[..head.len() - words_of_level].join(" ");
    vec![
        capitalised(first),
        capitalised(&format!("{head} các {rest}")),
    ]
}

fn party(name: &str) -> Party {
    let key = letters(name).join(" ");
    let generic = GENERIC.contains(&key.as_str());
    let plural = words(name).iter().any(is_plural);
    if generic || plural {
        Party::Group(GroupId::new(slug(name)))
    } else {
        Party::Unit(UnitId::new(slug(name)))
    }
}

fn own_level(issuer: &str) -> Option<&'static str> {
    let words = letters(issuer);
    LEVELS
        .into_iter()
        .find(|level| words.iter().any(|word| word == level))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_body_under_several_names_is_one() {
        let mut names = Names::new(Some("huyen"));
        for words in [
            "Hội liên hiệp Phụ nữ huyện",
            "Hội Liên hiệp phụ nữ",
            "Mặt trận Tổ quốc, các đoàn thể",
        ] {
            names.learn(words);
        }
        names.learn("Mặt trận Tổ quốc và các đoàn thể chính trị - xã hội huyện");
        assert_eq!(names.order.len(), 2);
        assert_eq!(names.learn("Mặt trận Tổ quốc, các đoàn thể").len(), 1);
    }

    #[test]
    fn a_shortened_list_names_both() {
        assert_eq!(
            bodies("Hội Nông dân huyện và các xã"),
            ["Hội Nông dân huyện", "Hội Nông dân các xã"]
        );
        assert_eq!(bodies("UBND các xã"), ["UBND các xã"]);
    }

    #[test]
    fn other_levels_stay_apart() {
        let names = Names::new(Some("huyen"));
        assert_ne!(names.key("UBND huyện"), names.key("UBND xã"));
        assert_eq!(names.key("UBND huyện"), names.key("UBND"));
    }
}
