//! Files of a trial: the same envelope under a format of its own, which no app takes for a real one, not
//! even an app from before there were trials.

use super::envelope::FORMAT;
use super::unsealed::format_of;
use super::{FileError, is_locked};

/// What the envelope of a trial says of itself.
pub(super) const TRIAL: &str = "so-tien-do/dung-thu";

/// Marks a file that was just sealed as one of a trial.
#[must_use]
pub fn as_trial(sealed: &str) -> String {
    renamed(sealed, FORMAT, TRIAL)
}

/// Takes the mark of a trial off, so that the trial can open its own file. What is locked stays as it is, and
/// is looked at once it is open.
///
/// # Errors
/// [`FileError::NotTrial`] for a real file, and what is wrong with one that cannot be read at all.
pub fn from_trial(text: &str) -> Result<String, FileError> {
    if is_locked(text) {
        return Ok(text.to_owned());
    }
    match format_of(text)?.as_str() {
        TRIAL => Ok(renamed(text, TRIAL, FORMAT)),
        FORMAT => Err(FileError::NotTrial),
        _ => Err(FileError::Foreign),
    }
}

/// The format is the first that an envelope says, and texts within one have their quotes escaped.
fn renamed(text: &str, from: &str, to: &str) -> String {
    let quoted = |name: &str| ["\"", name, "\""].concat();
    text.replacen(&quoted(from), &quoted(to), 1)
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, found_in, inspect, open, seal};
    use super::*;

    #[test]
    fn what_a_trial_writes_opens_in_a_trial_alone() {
        for kind in Kind::ALL {
            let real = seal(kind, &vec!["so-tien-do", "\"so-tien-do\""], 0).expect("a text");
            let trial = as_trial(&real);
            assert_eq!(inspect(&trial), Err(FileError::Trial));
            assert_eq!(open::<Vec<String>>(kind, &trial), Err(FileError::Trial));
            assert_eq!(from_trial(&trial), Ok(real.clone()));
            assert_eq!(from_trial(&real), Err(FileError::NotTrial));
            let message = format!("Kính gửi: {trial} – hết");
            assert_eq!(found_in(&message), [&trial]);
        }
    }

    #[test]
    fn what_was_cut_off_is_still_told_to_be_of_a_trial() {
        let trial = as_trial(&seal(Kind::Progress, &vec![1], 0).expect("a text"));
        assert_eq!(inspect(&trial[..trial.len() - 9]), Err(FileError::Trial));
        assert_eq!(from_trial("Kính gửi"), Err(FileError::NotJson));
        assert_eq!(from_trial("{}"), Err(FileError::Foreign));
    }
}
