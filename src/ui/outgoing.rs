//! Files that go out: signed where this device signs, and locked where that is wanted.

use super::session::{Session, marked};
use crate::browser;
use crate::file::from_trial;
use crate::guard::{Question, RANDOM_BYTES, read_text};
use crate::words::{guard as say, one_file};
use crate::workspace::Workspace;

/// Says whether a file goes out as it was written.
pub(super) fn is_plain(session: Session, passphrase: Option<&str>) -> bool {
    let signs = |known: &Workspace| known.signs_with().is_some();
    passphrase.is_none() && !session.workspace.with_untracked(signs)
}

/// Says why the second module did nothing: the small file is without it.
pub(super) fn unless_small(said: &'static str) -> &'static str {
    if browser::is_small() {
        one_file::SMALL
    } else {
        said
    }
}

/// Signs a file and locks it, as far as that is wanted. A file that should be signed or locked and
/// cannot be does not go out.
pub(super) async fn finish(
    session: Session,
    text: String,
    passphrase: Option<&str>,
) -> Result<String, &'static str> {
    let signed = signed(session, text).await?;
    match passphrase {
        Some(passphrase) => locked(&signed, passphrase)
            .await
            .ok_or_else(|| unless_small(say::NOT_LOCKED)),
        None => Ok(signed),
    }
}

async fn signed(session: Session, text: String) -> Result<String, &'static str> {
    let key = session
        .workspace
        .with_untracked(|known| known.signs_with().cloned());
    let Some(key) = key else {
        return Ok(text);
    };
    // The signature is on what is sealed, the mark of a trial on all of it.
    let text = from_trial(&text).unwrap_or(text);
    let answer = browser::ask(Question::sign(&text, &key)).await;
    let signed = read_text(&answer).map(marked);
    signed.ok_or_else(|| unless_small(say::NOT_SIGNED))
}

async fn locked(text: &str, passphrase: &str) -> Option<String> {
    let random = browser::random_bytes(RANDOM_BYTES)?;
    read_text(&browser::ask(Question::lock(text, passphrase, &random)).await)
}
