//! The processes behind a page, so that a test can kill them as a system does that is short of memory, or as a cut
//! of the power does. Linux alone tells them without a further program.

use std::fs;
use std::process::Command;

use super::{Failure, Result};

/// Kills the page that works most, of all below a process but the browser's own.
pub(crate) fn kill_busiest_page(root: u32) -> Result {
    let mut pages = below(root)?;
    pages.retain(|process| {
        let arguments = process.arguments();
        arguments.contains("--type=renderer") && !arguments.contains("--top-chrome-webui")
    });
    let busiest = pages.iter().max_by_key(|process| process.work);
    let busiest = busiest.ok_or_else(|| Failure::new("there is no page to kill"))?;
    kill(&[busiest])
}

/// Kills all that runs below a process.
pub(crate) fn kill_all_below(root: u32) -> Result {
    kill(&below(root)?.iter().collect::<Vec<_>>())
}

struct Process {
    id: u32,
    parent: u32,
    /// The processor's time that it took, in ticks.
    work: u64,
}

impl Process {
    /// Reads its state; one that has ended meanwhile has none.
    fn read(id: u32) -> Option<Self> {
        let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
        // Its name stands in brackets and may hold anything.
        let (_, behind) = stat.rsplit_once(')')?;
        let fields: Vec<_> = behind.split_whitespace().collect();
        let number = |place: usize| fields.get(place)?.parse::<u64>().ok();
        Some(Self {
            id,
            parent: u32::try_from(number(1)?).ok()?,
            work: number(11)? + number(12)?,
        })
    }

    fn arguments(&self) -> String {
        fs::read_to_string(format!("/proc/{}/cmdline", self.id)).unwrap_or_default()
    }
}

/// All processes below one.
fn below(root: u32) -> Result<Vec<Process>> {
    let mut others = Vec::new();
    for entry in fs::read_dir("/proc")? {
        let id = entry?
            .file_name()
            .to_str()
            .and_then(|name| name.parse().ok());
        others.extend(id.and_then(Process::read));
    }
    let mut found = Vec::new();
    let mut parents = vec![root];
    while !parents.is_empty() {
        let is_child = |other: &Process| parents.contains(&other.parent);
        let (children, rest): (Vec<_>, Vec<_>) = others.into_iter().partition(is_child);
        parents = children.iter().map(|child| child.id).collect();
        found.extend(children);
        others = rest;
    }
    Ok(found)
}

fn kill(processes: &[&Process]) -> Result {
    let ids = processes.iter().map(|process| process.id.to_string());
    // One may have ended meanwhile; whether the page is gone is seen by whoever asks it.
    let ended = Command::new("sh")
        .args(["-c", "kill -9 \"$@\" 2>&1 || true", "kill"])
        .args(ids)
        .status()?;
    if ended.success() {
        return Ok(());
    }
    Err(Failure::new("nothing could be killed"))
}
