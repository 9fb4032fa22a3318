//! The backup as a file to be handed on.

use super::hand_over::{JSON, Letter, save};
use crate::file::Kind;
use crate::ui::session::Session;
use crate::words::{backup as say, exchange};
use crate::workspace::{Action, Workspace, backup_file_name};

/// Writes all that is in memory, whether the device keeps it or not; the key by which this device signs is in
/// a locked file alone.
pub(in crate::ui) fn backup_letter(session: Session, is_locked: bool) -> Option<Letter> {
    let packed = |known: &Workspace| {
        if is_locked {
            known.backup_to_lock()
        } else {
            known.backup()
        }
    };
    let (backup, office) = session
        .workspace
        .with_untracked(|known: &Workspace| (packed(known), known.office()));
    Some(Letter {
        name: backup_file_name(&office, session.today.get_untracked()),
        text: session.seal(Kind::Backup, &backup)?,
        ending: JSON,
        sent: Some(Action::MarkBackedUp),
        to: None,
        subject: say::mail_subject(&office.name),
        words: say::MAIL_WORDS.to_owned(),
    })
}

/// Saves all that is in memory to one file.
pub(in crate::ui) fn save_all_to_file(session: Session) {
    match backup_letter(session, false).filter(|letter| save(letter, letter.ending)) {
        Some(_) => {
            session.act(Action::MarkBackedUp);
            session.say(say::DOWNLOADED);
        }
        None => session.say(exchange::SHARE_FAILED),
    }
}
