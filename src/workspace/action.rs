//! What a person can do to the workspace.

use super::touched::Marks;
use super::{
    Chapter, Import, Key, Letterhead, Listed, RecordId, Removed, ReportId, Settings, Shelf,
    Shipment, Signer, Workspace,
};
use crate::domain::{BeforeDay, Day, DeviceId, GroupId, Moment, Period, PlanId, TaskId, UnitId};
use crate::draft::{self, Draft, EditError};
use crate::file::{SigningKey, is_too_long};
use crate::progress::{Item, Slot, Value, Verdict};
use std::fmt;
use std::sync::Arc;

/// One thing that a person does. Every change of the workspace is one of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// "Tôi là …".
    ChooseMe(UnitId),
    SetAuthor(String),
    /// Whether "trước ngày X" takes X in, for a plan.
    SetBeforeDay(PlanId, BeforeDay),
    /// Writes into a unit's record.
    Edit(RecordId, Edit),
    /// Puts units of these names into a group; names not known yet become units.
    AddMembers(PlanId, GroupId, Vec<String>),
    RemoveMember(PlanId, GroupId, UnitId),
    RenameUnit(PlanId, UnitId, String),
    /// Puts the units of a pasted list on the roster, each into its group.
    ListUnits(PlanId, Vec<Listed>),
    /// Where to reach a unit.
    SetAddress(PlanId, UnitId, String),
    /// Puts units of these names in the place of others: a merger or a split.
    ReplaceUnits(PlanId, Vec<UnitId>, Vec<String>),
    /// Asks all units for a report until a day, to be sent to an address that may be empty.
    AskReport(PlanId, Day, String),
    /// Takes in what arrived in files.
    Import(Import),
    /// Takes the latest import back.
    UndoImport,
    /// Keeps no longer what takes it back.
    ForgetImport,
    /// Gives a plan with its roster the revision under which it is sent.
    Issue(PlanId),
    /// Remembers that these records were sent as they are now.
    MarkSent(Vec<RecordId>),
    /// Puts a draft in place of the one there is; `None` drops it.
    SetDraft(Option<Box<Draft>>),
    /// Takes the draft for a further text of a plan, or for a plan of its own.
    AmendDraft(Option<PlanId>),
    EditDraft(draft::Edit),
    /// Takes the draft's latest correction back.
    UndoEdit,
    /// Makes the draft a plan.
    KeepDraft,
    /// Puts a plan into the archive or the bin, or back to work.
    PutAway(PlanId, Option<Shelf>),
    /// Removes a plan for good, with all that was written on it; the device gets another name.
    RemovePlan(PlanId, DeviceId),
    RestorePlan(Box<Removed>),
    /// Remembers that all was backed up as it is now.
    MarkBackedUp,
    /// Puts the reminder to back up off.
    PutOffBackup,
    /// Remembers that the user was told that this browser may forget what it keeps.
    TellOfRisk,
    /// Shows the first steps no more.
    SkipBeginning,
    /// Sets the key by which this device signs, and whether it does.
    SignWith(SigningKey),
    /// Takes a key for an office's.
    KnowSigner(Signer),
    ForgetSigner(Signer),
    /// Writes into a chapter of a report; an empty text clears it.
    Remark(ReportId, Chapter, String),
    SetLetterhead(Box<Letterhead>),
}

/// A change within a unit's record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    Write(Slot, Value),
    Clear(Slot),
    /// Adds an item under a field of its own.
    Add(TaskId, Option<Period>, Item),
    /// Says what is thought of the status as it stands now, and why.
    Review(TaskId, Option<Period>, Verdict, String),
}

/// Why an action was refused; nothing has changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionError {
    NoSuchPlan,
    NoSuchUnit,
    NoSuchGroup,
    NameMissing,
    /// A text is so long that no other device would open it.
    TextTooLong,
    /// Another unit has the name already.
    NameTaken,
    /// A unit's place was taken already, or the new name is that of a unit that goes.
    NotReplaceable,
    /// The device cannot count any further write.
    CountExhausted,
    NoDraft,
    NothingToUndo,
    TitleMissing,
    /// The correction of the draft was refused.
    Draft(EditError),
}

impl Workspace {
    /// Carries out an action and returns what must be stored anew.
    ///
    /// # Errors
    /// An [`ActionError`]; the workspace is then as it was.
    pub fn apply(&mut self, action: Action, now: Moment) -> Result<Vec<Key>, ActionError> {
        if is_text_too_long(&action) {
            return Err(ActionError::TextTooLong);
        }
        let marks = Marks::of(&action);
        let mut keys = self.carry_out(action, now)?;
        self.mark(marks, &mut keys, now);
        Ok(keys)
    }

    fn carry_out(&mut self, action: Action, now: Moment) -> Result<Vec<Key>, ActionError> {
        match action {
            Action::SetAuthor(name) => {
                Ok(self.set(|settings| name.trim().clone_into(&mut settings.author)))
            }
            Action::SetBeforeDay(plan, before) => {
                let known = self.plans.get_mut(&plan).ok_or(ActionError::NoSuchPlan)?;
                Arc::make_mut(known).before_day = before;
                Ok(vec![Key::Plan(plan)])
            }
            Action::Edit(id, edit) => self.edit_and_pass_on(id, edit, now),
            Action::AddMembers(plan, group, names) => self.add_members(plan, &group, &names),
            Action::RemoveMember(plan, group, unit) => self.remove_member(plan, &group, &unit),
            Action::RenameUnit(plan, unit, name) => self.rename_unit(plan, &unit, &name),
            Action::ListUnits(plan, units) => self.list_units(plan, &units),
            Action::SetAddress(plan, unit, address) => self.set_address(plan, &unit, &address),
            Action::ReplaceUnits(plan, units, names) => self.replace_units(plan, &units, &names),
            Action::AskReport(plan, by, to) => self.ask_report(plan, by, &to, now),
            Action::Import(import) => Ok(self.import(import, now)),
            Action::UndoImport => self.undo_import(),
            Action::ForgetImport => {
                self.last_import = None;
                Ok(vec![Key::LastImport])
            }
            Action::Issue(plan) => self.issue(plan),
            Action::MarkSent(ids) => Ok(self.mark_sent(ids, now)),
            Action::SetDraft(draft) => Ok(self.set_draft(draft.map(|draft| *draft))),
            Action::AmendDraft(plan) => self.amend_draft(plan.as_ref()),
            Action::EditDraft(edit) => self.edit_draft(edit),
            Action::UndoEdit => self.undo_edit(),
            Action::KeepDraft => self.keep_draft(),
            Action::PutAway(plan, shelf) => self.put_away(plan, shelf),
            Action::RemovePlan(plan, device) => self.remove_plan(plan, device),
            Action::RestorePlan(removed) => Ok(self.restore_plan(*removed)),
            Action::MarkBackedUp => Ok(self.mark_backed_up(now)),
            Action::SignWith(key) => Ok(self.sign_with(key)),
            Action::KnowSigner(signer) => Ok(self.know(signer)),
            Action::ForgetSigner(signer) => Ok(self.forget(&signer)),
            Action::Remark(report, chapter, words) => self.set_remark(report, chapter, words, now),
            Action::SetLetterhead(letterhead) => {
                Ok(self.set(|settings| settings.letterhead = Some(letterhead)))
            }
            Action::ChooseMe(unit) => self.choose_me(unit),
            Action::PutOffBackup => Ok(self.set(|settings| settings.backup_put_off = Some(now))),
            Action::SkipBeginning => Ok(self.set(|settings| settings.has_begun = true)),
            Action::TellOfRisk => Ok(self.set(|settings| settings.told_of_risk = true)),
        }
    }

    /// Writes into a unit's record, and into those of the units that took its place.
    fn edit_and_pass_on(
        &mut self,
        id: RecordId,
        edit: Edit,
        now: Moment,
    ) -> Result<Vec<Key>, ActionError> {
        let roster = self.rosters.get(&id.plan);
        let unit = roster.and_then(|roster| roster.unit(&id.unit));
        let is_replaced = unit.is_some_and(|unit| !unit.is_at_work());
        let plan = id.plan.clone();
        let edited = self.edit(id, edit, now)?;
        let mut keys = Vec::new();
        if is_replaced && !edited.is_empty() {
            keys = self.pass_on(&plan);
        }
        keys.extend(edited);
        Ok(keys)
    }

    fn set(&mut self, change: impl FnOnce(&mut Settings)) -> Vec<Key> {
        change(&mut self.settings);
        vec![Key::Settings]
    }

    fn choose_me(&mut self, unit: UnitId) -> Result<Vec<Key>, ActionError> {
        self.unit_name(&unit).ok_or(ActionError::NoSuchUnit)?;
        Ok(self.set(|settings| settings.me = Some(unit)))
    }

    fn mark_sent(&mut self, ids: Vec<RecordId>, now: Moment) -> Vec<Key> {
        for id in ids {
            if let Some(record) = self.records.get(&id) {
                self.settings.sent.insert(
                    id,
                    Shipment {
                        at: now,
                        seen: record.seen().clone(),
                    },
                );
            }
        }
        vec![Key::Settings]
    }
}

/// Says whether a person writes more at one place than can be sent; an edit looks for itself.
fn is_text_too_long(action: &Action) -> bool {
    match action {
        Action::SetAuthor(name)
        | Action::RenameUnit(_, _, name)
        | Action::SetAddress(_, _, name)
        | Action::AskReport(_, _, name)
        | Action::Remark(_, _, name) => is_too_long(name),
        Action::ListUnits(_, units) => {
            let texts = units
                .iter()
                .flat_map(|it| [&it.name, &it.group, &it.address]);
            texts.into_iter().any(is_too_long)
        }
        Action::AddMembers(_, _, names) | Action::ReplaceUnits(_, _, names) => {
            names.iter().any(is_too_long)
        }
        Action::SetLetterhead(letterhead) => is_too_long(letterhead),
        _ => false,
    }
}

impl fmt::Display for ActionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoSuchPlan => "no such plan",
            Self::NoSuchUnit => "no such unit",
            Self::NoSuchGroup => "no such group",
            Self::NameMissing => "a name is missing",
            Self::TextTooLong => "a text is too long",
            Self::NotReplaceable => "a unit cannot be replaced so",
            Self::NameTaken => "another unit has that name",
            Self::CountExhausted => "the device cannot count further writes",
            Self::NoDraft => "no draft",
            Self::NothingToUndo => "nothing to undo",
            Self::TitleMissing => "a title is missing",
            Self::Draft(error) => return error.fmt(f),
        })
    }
}

impl std::error::Error for ActionError {}
