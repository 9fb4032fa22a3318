//! What a unit reported on a duty, in words.

use super::{exchange, field, screens, status};
use crate::domain::legible;
use crate::progress::{Entry, Field, Value};

/// Tells what an entry holds, field by field; what is empty is left out, but for the status.
#[must_use]
pub fn reported(entry: &Entry) -> Vec<(&'static str, String)> {
    let texts = [
        (Field::Person, &entry.person),
        (Field::Note, &entry.note),
        (Field::Difficulty, &entry.difficulty),
        (Field::Proposal, &entry.proposal),
        (Field::Explanation, &entry.explanation),
    ];
    let documents = entry.documents.iter();
    let documents = documents.map(|(_, document)| exchange::document(document));
    let steps = entry.steps.iter();
    let steps = steps.map(|(_, step)| exchange::value(&Value::Step(step.clone())));
    let lists = [
        (screens::DOCUMENTS, documents.collect::<Vec<_>>().join("; ")),
        (screens::STEPS, steps.collect::<Vec<_>>().join("; ")),
    ];
    let mut said = vec![(screens::STATUS, status(&entry.status))];
    said.extend(lists);
    said.extend(texts.map(|(of, text)| (field(&of), text.clone())));
    said.retain(|(_, text)| !text.is_empty());
    said.into_iter()
        .map(|(name, text)| (name, legible(&text)))
        .collect()
}
