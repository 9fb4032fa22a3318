//! Harm done to texts, and to what stands within them.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value as Json, json};

/// Pieces that mean something to what opens files, and signs that may confuse it.
const PIECES: [&str; 20] = [
    "{",
    "}",
    "[",
    "]",
    "\"",
    "\\",
    ",",
    ":",
    "\n",
    "\u{0}",
    "\u{202e}",
    "\u{200b}",
    "\u{feff}",
    "null",
    "-1",
    "18446744073709551616",
    "{\"format\":\"so-tien-do\",",
    "\"sha256\":\"",
    "\\ud800",
    "1 2 0123456789abcdef\n",
];

/// What is done to a text; places are shares of its length.
#[derive(Clone, Debug)]
pub(super) enum Harm {
    Flip(u16, u8),
    Cut(u16, u16),
    Double(u16, u16),
    Insert(u16, &'static str),
    /// Puts what stands in another place there.
    Splice(u16, u16, u16),
}

pub(super) fn harm() -> impl Strategy<Value = Harm> {
    let at = any::<u16>;
    prop_oneof![
        (at(), 0_u8..8).prop_map(|(at, bit)| Harm::Flip(at, bit)),
        (at(), at()).prop_map(|(from, to)| Harm::Cut(from, to)),
        (at(), at()).prop_map(|(from, to)| Harm::Double(from, to)),
        (at(), select(&PIECES[..])).prop_map(|(at, piece)| Harm::Insert(at, piece)),
        (at(), at(), at()).prop_map(|(from, to, at)| Harm::Splice(from, to, at)),
    ]
}

/// Harms a text, as bytes; what is no text any more is read as browsers read it.
pub(super) fn harmed(text: &str, harms: &[Harm]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for harm in harms {
        do_harm(&mut bytes, harm);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn do_harm(bytes: &mut Vec<u8>, harm: &Harm) {
    let length = bytes.len();
    let part = |from: u16, to: u16| place(from.min(to), length)..place(from.max(to), length);
    match *harm {
        Harm::Flip(at, bit) => {
            if let Some(byte) = bytes.get_mut(place(at, length)) {
                *byte ^= 1 << bit;
            }
        }
        Harm::Cut(from, to) => drop(bytes.drain(part(from, to))),
        Harm::Double(from, to) => {
            let part = part(from, to);
            let copy = bytes[part.clone()].to_vec();
            bytes.splice(part.end..part.end, copy);
        }
        Harm::Insert(at, piece) => {
            let at = place(at, length);
            bytes.splice(at..at, piece.bytes());
        }
        Harm::Splice(from, to, at) => {
            let copy = bytes[part(from, to)].to_vec();
            let at = place(at, length);
            bytes.splice(at..at, copy);
        }
    }
}

/// What is done within JSON, so that it stays JSON; places are shares of all values.
#[derive(Clone, Debug)]
pub(super) enum Twist {
    Replace(u16, Json),
    Remove(u16),
    /// Puts the value of another place there: names that are twice, and names of nothing.
    Copy(u16, u16),
    /// Repeats an item of a list.
    Repeat(u16, u8),
    Wrap(u16, u8),
}

pub(super) fn twist() -> impl Strategy<Value = Twist> {
    let at = any::<u16>;
    prop_oneof![
        3 => (at(), select(odd_values())).prop_map(|(at, value)| Twist::Replace(at, value)),
        1 => at().prop_map(Twist::Remove),
        3 => (at(), at()).prop_map(|(from, to)| Twist::Copy(from, to)),
        2 => (at(), 1_u8..9).prop_map(|(at, times)| Twist::Repeat(at, times)),
        1 => (at(), 1_u8..200).prop_map(|(at, depth)| Twist::Wrap(at, depth)),
    ]
}

fn odd_values() -> Vec<Json> {
    vec![
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(1e308),
        json!(""),
        json!("\u{202e}\u{200b}\u{0}\u{1b}[31m"),
        json!("<img src=x onerror=alert(1)>"),
        json!("ế".repeat(3_000)),
        json!("2026-02-30"),
        json!("+262142-12-31"),
        json!("-262143-01-01"),
        json!([]),
        json!({}),
        json!({"text": "lời"}),
        json!({"status": {"done": {"on": "2026-11-23"}}}),
    ]
}

pub(super) fn twisted(mut json: Json, twists: &[Twist]) -> Json {
    for twist in twists {
        do_twist(&mut json, twist);
    }
    json
}

fn do_twist(json: &mut Json, twist: &Twist) {
    let mut places = vec![String::new()];
    collect(json, "", &mut places);
    let at = |share: u16| places[place(share, places.len())].as_str();
    let value = |pointer: &str| json.pointer(pointer).cloned().unwrap_or_default();
    match twist {
        Twist::Replace(to, value) => put(json, at(*to), value.clone()),
        Twist::Copy(from, to) => put(json, at(*to), value(at(*from))),
        Twist::Wrap(to, depth) => {
            let wrapped = (0..*depth).fold(value(at(*to)), |inner, _| Json::Array(vec![inner]));
            put(json, at(*to), wrapped);
        }
        Twist::Remove(to) => remove(json, at(*to)),
        Twist::Repeat(to, times) => {
            if let Some(Json::Array(items)) = json.pointer_mut(at(*to))
                && let Some(first) = items.first().cloned()
            {
                items.extend(std::iter::repeat_n(first, usize::from(*times)));
            }
        }
    }
}

fn put(json: &mut Json, pointer: &str, value: Json) {
    if let Some(place) = json.pointer_mut(pointer) {
        *place = value;
    }
}

fn remove(json: &mut Json, pointer: &str) {
    let Some((parent, name)) = pointer.rsplit_once('/') else {
        return;
    };
    match json.pointer_mut(parent) {
        Some(Json::Object(fields)) => {
            drop(fields.remove(&name.replace("~1", "/").replace("~0", "~")));
        }
        Some(Json::Array(items)) => drop(name.parse().map(|at: usize| items.remove(at))),
        _ => {}
    }
}

/// The places of all values, as JSON pointers.
fn collect(json: &Json, at: &str, places: &mut Vec<String>) {
    let children: Vec<(String, &Json)> = match json {
        Json::Array(items) => items
            .iter()
            .enumerate()
            .map(|(index, item)| (index.to_string(), item))
            .collect(),
        Json::Object(fields) => fields
            .iter()
            .map(|(name, value)| (name.replace('~', "~0").replace('/', "~1"), value))
            .collect(),
        _ => return,
    };
    for (name, child) in children {
        let place = format!("{at}/{name}");
        collect(child, &place, places);
        places.push(place);
    }
}

/// Returns the place that a share of a length means.
fn place(share: u16, length: usize) -> usize {
    usize::from(share) * length / (usize::from(u16::MAX) + 1)
}
