//! What lists show of a record, kept behind it in the same text, so that whoever shows a list need not read the record.

use crate::docket::Gists;
use crate::progress::Record;

const FIELD: &str = ",\"gists\":\"";
const END: &str = "\"}";

/// Adds the gists of a record to its sealed text: a field that those who read records pass over.
pub(super) fn with_gists(mut sealed: String, record: &Record) -> String {
    if sealed.pop() == Some('}') {
        sealed.push_str(FIELD);
        sealed.push_str(&Gists::of(record).to_text());
        sealed.push_str(END);
    }
    sealed
}

/// Reads the gists behind a record; `None` where there are none.
#[must_use]
pub fn gists_of(text: &str) -> Option<Gists> {
    // Gists hold no quotation mark, so the last field of this name is theirs.
    let (_, gists) = text.strip_suffix(END)?.rsplit_once(FIELD)?;
    let gists = (!gists.contains('"')).then(|| Gists::parse(gists).ok());
    gists.flatten()
}
