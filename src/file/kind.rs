//! What an envelope can hold.

/// What an envelope holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What units report, as sent.
    Progress,
    /// A plan with its roster, as sent.
    PlanFile,
    /// All that a device keeps, as saved by its user.
    Backup,
    /// A plan, as stored.
    Plan,
    /// A plan's roster, as stored.
    Roster,
    /// One unit's record on one plan, as stored.
    Record,
    /// What people wrote into a report, as stored.
    Remarks,
    /// The settings of this device, as stored.
    Settings,
    /// The key by which this device signs, as stored.
    SigningKey,
    /// What a draft began with, as stored.
    Draft,
    /// What was corrected in the draft, as stored.
    Edits,
    /// What takes the latest import back, as stored.
    LastImport,
}

impl Kind {
    pub(super) const ALL: [Self; 12] = [
        Self::Progress,
        Self::PlanFile,
        Self::Backup,
        Self::Plan,
        Self::Roster,
        Self::Record,
        Self::Remarks,
        Self::Settings,
        Self::SigningKey,
        Self::Draft,
        Self::Edits,
        Self::LastImport,
    ];

    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Progress => "progress",
            Self::PlanFile => "plan-file",
            Self::Backup => "backup",
            Self::Plan => "plan",
            Self::Roster => "roster",
            Self::Record => "record",
            Self::Remarks => "remarks",
            Self::Settings => "settings",
            Self::SigningKey => "signing-key",
            Self::Draft => "draft",
            Self::Edits => "edits",
            Self::LastImport => "last-import",
        }
    }
}
