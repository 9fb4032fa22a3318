//! What is true of plans, units, deadlines and periods, whoever asks and on whatever day.
//!
//! Nothing here reads a clock, a store or a screen: the day is always an argument.

mod alphabet;
mod bearer;
mod block;
mod case;
mod countdown;
mod day;
mod deadline;
mod enrolment;
mod fold;
mod ids;
mod legible;
mod parts;
mod period;
mod plan;
mod roster;
mod span;
mod standing;
mod status;
mod succession;
mod task;
mod vowels;

pub use alphabet::{Alphabetical, alphabetical};
pub use bearer::{Bearer, Ties};
pub use block::{Block, Emphasis, Role};
pub use case::{capital, capitalised, small};
pub use countdown::Countdown;
pub use day::{Moment, day_from_iso, day_in_vietnam, millis_until_midnight};
pub(crate) use day::{day_in_text, day_or_none};
pub use deadline::{BeforeDay, Deadline, Rule};
pub use enrolment::Enrolment;
pub use fold::{fold, fold_char, letters, same_name, spelling};
pub use ids::{DeviceId, GroupId, ItemId, PlanId, TaskId, UnitId, slug};
pub use legible::{legible, tidy_name};
pub use parts::Parts;
pub use period::{Period, PeriodError, Recurrence};
pub use plan::{Citation, Plan, Section, Signature};
pub use roster::{Group, Roster, Round, Unit};
pub use span::{Cycle, Length, Reckoning, Span, SpanError};
pub use standing::Standing;
pub use status::Status;
pub use task::{Assignment, Part, Party, Task, last_day_in};

/// A calendar day, without time and without zone.
pub type Day = chrono::NaiveDate;
