//! Judging files that arrive: what each would change, told before anything changes.

use super::{Arrival, Backup, Delivery, Finding, Known, Preview, Relation, Trust, Workspace};
use crate::domain::{Plan, Roster};
use crate::file::{
    Cover, FileError, Kind, Office, Parcel, PlanFile, Progress, Proof, fingerprint, is_locked,
    mark, open_with_cover,
};
use crate::progress::{changes, compare};

/// Opens files, given with their names, and says what each would change.
///
/// Backups come first, then plans, whatever the order of the files. Files of the same unit are previewed in turn,
/// each against what the ones before would leave.
#[must_use]
pub fn preview(workspace: &Workspace, files: &[(String, String)]) -> Preview {
    let plain = |(name, text): &(String, String)| ArrivedFile {
        name: name.clone(),
        text: text.clone(),
        proof: Proof::Unsigned,
        was_locked: false,
    };
    preview_signed(workspace, &files.iter().map(plain).collect::<Vec<_>>())
}

/// Does the same for files whose signatures were checked.
#[must_use]
pub fn preview_signed(workspace: &Workspace, files: &[ArrivedFile]) -> Preview {
    let mut ahead = workspace.clone();
    let mut arrivals = Vec::new();
    let opened: Vec<_> = files.iter().map(|file| (file, open_any(file))).collect();
    for (file, content) in &opened {
        if let Ok(Content::Backup(cover, backup)) = content {
            let trust = ahead.meet(file, cover.from.as_ref(), None);
            let restore = ahead.judge_backup(backup, cover.written_at, cover.from.clone());
            arrivals.push(file.arrival(Finding::Backup(Box::new(restore)), trust));
        }
    }
    for (file, content) in &opened {
        if let Ok(Content::Plan(cover, plan)) = content {
            let trust = ahead.meet(file, cover.from.as_ref(), None);
            arrivals.push(file.arrival(judge_plan(&mut ahead, plan), trust));
        }
    }
    for (file, content) in opened {
        arrivals.extend(other_arrivals(&mut ahead, file, content));
    }
    Preview { arrivals }
}

/// A file that arrived, as far as it was opened by the second module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArrivedFile {
    pub name: String,
    pub text: String,
    /// What checking its signature told.
    pub proof: Proof,
    /// Whether a passphrase opened it; only then a backup brings a key by which to sign.
    pub was_locked: bool,
}

impl ArrivedFile {
    fn arrival(&self, finding: Finding, trust: Trust) -> Arrival {
        Arrival {
            file_name: self.name.clone(),
            finding,
            trust,
        }
    }
}

/// What a file of the app can hold that is sent.
enum Content {
    Progress(Cover, Progress),
    Plan(Cover, Box<PlanFile>),
    Backup(Cover, Box<Backup>),
    Locked,
}

fn open_any(file: &ArrivedFile) -> Result<Content, FileError> {
    let text = &file.text;
    if file.proof == Proof::Broken {
        return Err(FileError::Forged);
    }
    match open_with_cover(Kind::Progress, text) {
        Err(FileError::OtherKind { found, .. }) if found == Kind::PlanFile.name() => {
            open_with_cover(Kind::PlanFile, text)
                .map(|(cover, plan)| Content::Plan(cover, Box::new(plan)))
        }
        Err(FileError::OtherKind { found, .. }) if found == Kind::Backup.name() => {
            let (cover, mut backup) = open_with_cover::<Backup>(Kind::Backup, text)?;
            backup.signing_key = backup.signing_key.filter(|_| file.was_locked);
            Ok(Content::Backup(cover, Box::new(backup)))
        }
        Err(FileError::NotJson) if is_locked(text) => Ok(Content::Locked),
        progress => progress.map(|(cover, progress)| Content::Progress(cover, progress)),
    }
}

/// Judges all that a file holds but for backups and plans, which were judged before.
fn other_arrivals(
    ahead: &mut Workspace,
    file: &ArrivedFile,
    content: Result<Content, FileError>,
) -> Vec<Arrival> {
    let alone = |finding| vec![file.arrival(finding, Trust::Unsigned)];
    let (cover, parcels) = match content {
        Err(error) => return alone(Finding::Unreadable(error)),
        Ok(Content::Locked) => return alone(Finding::Locked),
        Ok(Content::Plan(..) | Content::Backup(..)) => return Vec::new(),
        Ok(Content::Progress(cover, progress)) => (cover, progress.parcels),
    };
    if parcels.is_empty() {
        return alone(Finding::Nothing);
    }
    let arrival = |parcel: Parcel| {
        let trust = ahead.meet(file, cover.from.as_ref(), Some(&parcel));
        let delivery = Delivery {
            parcel,
            written_at: cover.written_at,
            from: cover.from.clone(),
        };
        file.arrival(judge(ahead, delivery), trust)
    };
    parcels.into_iter().map(arrival).collect()
}

fn judge_plan(ahead: &mut Workspace, file: &PlanFile) -> Finding {
    let relation = ahead.relation(&file.plan, &file.roster);
    ahead.take_files(vec![file.clone()]);
    Finding::Plan(Box::new(file.clone()), relation)
}

fn judge(ahead: &mut Workspace, delivery: Delivery) -> Finding {
    let Delivery { parcel, .. } = &delivery;
    let (Some(plan), Some(roster)) = (
        ahead.plans.get(&parcel.plan),
        ahead.rosters.get(&parcel.plan),
    ) else {
        return Finding::OtherPlan(delivery.parcel);
    };
    let is_other = parcel.revision != 0 && parcel.revision != plan.revision;
    let here = ahead.record(&parcel.plan, &parcel.sender.id);
    let known = here.cloned().unwrap_or_default();
    let known = Known {
        comparison: compare(&known, &parcel.record),
        first: here.is_none(),
        new_unit: roster.unit(&parcel.sender.id).is_none(),
        other_revision: is_other.then_some(plan.revision),
        is_mine: ahead.is_me(&parcel.plan, &parcel.sender.id),
        is_report: ahead.is_report(&delivery) || ahead.receipt(&delivery).is_some(),
        changes: changes(&known, &known.merged(&parcel.record)),
        delivery,
    };
    // The moment is that of a preview; it is kept nowhere.
    ahead.accept(vec![known.delivery.clone()], known.delivery.written_at);
    Finding::Known(Box::new(known))
}

impl Workspace {
    /// Says what the signature of a file tells, and remembers whose it is for the files behind it.
    fn meet(
        &mut self,
        file: &ArrivedFile,
        from: Option<&Office>,
        parcel: Option<&Parcel>,
    ) -> Trust {
        // Of my own record others may write: that is how it comes back.
        let others = parcel.filter(|it| !self.is_me(&it.plan, &it.sender.id));
        let concerned = others.map(|it| Office {
            unit: Some(it.sender.id.clone()),
            name: it.sender.name.clone(),
        });
        let trust = self.trust(&file.proof, from, concerned.as_ref());
        if let Trust::First(signer) = &trust {
            self.know(signer.clone());
        }
        trust
    }

    /// Says how a plan that arrives relates to the one that is here.
    pub(super) fn relation(&self, plan: &Plan, roster: &Roster) -> Relation {
        let Some(known) = self.plans.get(&plan.id) else {
            return Relation::New;
        };
        if plan.revision != known.revision {
            let here = known.revision;
            return if plan.revision > here {
                Relation::Newer { here }
            } else {
                Relation::Older { here }
            };
        }
        let (here, there) = (fingerprint(known), fingerprint(plan));
        if here != there {
            return Relation::Differs { here, there };
        }
        let issued = self.issued_mark(&plan.id);
        let there = mark(plan, roster);
        let mut all = self.rosters.get(&plan.id).cloned().unwrap_or_default();
        let brings = match issued {
            Some(here) if *here != there => {
                let here = here.clone();
                return Relation::Differs { here, there };
            }
            Some(_) => all.take_in(roster),
            None => {
                let before = all.clone();
                all.take_over(roster);
                all != before
            }
        };
        Relation::Same {
            brings: brings || !self.is_at_work(&plan.id),
        }
    }
}
