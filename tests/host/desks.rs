//! Devices at work on the built-in plan, and what people do on them.

use crate::scale::Chance;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use so_tien_do::domain::{
    BeforeDay, Day, DeviceId, GroupId, Moment, PlanId, Roster, Span, Status, TaskId, UnitId,
};
use so_tien_do::file::{Kind, Parcel, Progress, seal};
use so_tien_do::progress::{Document, Extension, Field, Item, Slot, Step, Value, Verdict};
use so_tien_do::reader::{Reading, read};
use so_tien_do::workspace::{
    Action, Chapter, Delivery, Edit, Import, Letterhead, RecordId, ReportId, Scope, Workspace,
};
use std::sync::LazyLock;

static READING: LazyLock<Reading> =
    LazyLock::new(|| read(include_str!("../data/plans/96-kh-hu.txt")));

/// Names that people type. "Chi bộ mới" comes in by renaming alone.
const NAMES: [&str; 4] = ["Chi bộ 1", "Chi bộ 2", "Đảng bộ A", "Chi bộ mới"];

/// Returns a device that holds the built-in plan.
pub(crate) fn desk(device: &str) -> Workspace {
    let mut workspace = Workspace::empty(DeviceId::new(device));
    workspace.add_plan(READING.plan.clone(), READING.roster.clone());
    workspace
}

pub(crate) fn plan_id() -> PlanId {
    READING.plan.id.clone()
}

/// Returns the group "Các chi bộ, đảng bộ trực thuộc".
pub(crate) fn branches() -> GroupId {
    group_named("Các chi bộ, đảng bộ trực thuộc")
}

pub(crate) fn group_named(name: &str) -> GroupId {
    let group = READING
        .roster
        .groups
        .iter()
        .find(|group| group.name == name)
        .expect("a group of the plan");
    group.id.clone()
}

/// Returns the identity of a unit that comes in under this name.
pub(crate) fn unit_id(name: &str) -> UnitId {
    Roster::default().unit_named(name)
}

pub(crate) fn record_id(unit: &str) -> RecordId {
    RecordId {
        plan: plan_id(),
        unit: unit_id(unit),
    }
}

/// Takes in records as [`file`] writes them.
pub(crate) fn taking_in(parcels: Vec<Parcel>) -> Action {
    let delivery = |parcel| Delivery {
        parcel,
        written_at: 0,
        from: None,
    };
    Action::Import(Import {
        plans: Vec::new(),
        backups: Vec::new(),
        deliveries: parcels.into_iter().map(delivery).collect(),
        signers: Vec::new(),
    })
}

pub(crate) fn note(task: &str) -> Slot {
    Slot::new(&TaskId::new(task), None, Field::Note)
}

pub(crate) fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

/// Puts units of these names into the group of the branches.
pub(crate) fn enrol(desk: &mut Workspace, names: &[&str]) {
    let names = names.iter().map(|name| (*name).to_owned()).collect();
    desk.apply(Action::AddMembers(plan_id(), branches(), names), 0)
        .expect("members");
}

/// Letters that cannot be packed into less room.
pub(crate) fn noise(length: usize) -> String {
    let mut chance = Chance(1);
    let mut letter = || char::from_u32(0x4e00 + u32::try_from(chance.next() >> 50).ok()?);
    (0..length).filter_map(|_| letter()).collect()
}

/// Writes a note of a unit that is on the roster.
pub(crate) fn write_note(desk: &mut Workspace, unit: &str, task: &str, words: &str, now: Moment) {
    let edit = Edit::Write(note(task), text(words));
    desk.apply(Action::Edit(record_id(unit), edit), now)
        .expect("an edit");
}

/// Returns what the device sends of all that it holds.
pub(crate) fn parcels(desk: &Workspace) -> Vec<Parcel> {
    desk.parcels(|_| true)
}

/// Returns the text of a progress file with these records.
pub(crate) fn file(parcels: Vec<Parcel>) -> String {
    seal(Kind::Progress, &Progress { parcels }, 0).expect("a text")
}

/// What people do, some of it refused; few units and places, so that what they do meets.
pub(crate) fn actions(most: usize) -> impl Strategy<Value = Vec<(Action, Moment)>> {
    let everyone = Action::AddMembers(
        plan_id(),
        branches(),
        NAMES[..3].iter().map(|name| (*name).to_owned()).collect(),
    );
    vec((action(), moment()), 1..most).prop_map(move |mut actions| {
        actions.insert(0, (everyone.clone(), 0));
        actions
    })
}

fn moment() -> impl Strategy<Value = Moment> {
    prop_oneof![Just(0), 1_700_000_000_000_i64..1_800_000_000_000]
}

fn action() -> impl Strategy<Value = Action> {
    let names = vec(select(NAMES.to_vec()).prop_map(str::to_owned), 0..3);
    prop_oneof![
        1 => unit().prop_map(Action::ChooseMe),
        1 => select(vec!["", " Người ghi "]).prop_map(|name| Action::SetAuthor(name.to_owned())),
        1 => (plan(), select(vec![BeforeDay::Excluded, BeforeDay::Included]))
            .prop_map(|(plan, before)| Action::SetBeforeDay(plan, before)),
        10 => (plan(), unit(), edit()).prop_map(|(plan, unit, edit)| Action::Edit(RecordId { plan, unit }, edit)),
        2 => (plan(), group(), names).prop_map(|(plan, group, names)| Action::AddMembers(plan, group, names)),
        1 => (plan(), group(), unit()).prop_map(|(plan, group, unit)| Action::RemoveMember(plan, group, unit)),
        1 => (plan(), unit(), select(NAMES.to_vec()))
            .prop_map(|(plan, unit, name)| Action::RenameUnit(plan, unit, name.to_owned())),
        2 => (plan(), scope(), select(Chapter::ALL.to_vec()), select(vec!["", "Đã họp.", "Chưa họp."]))
            .prop_map(|(plan, scope, chapter, words)| {
                let span = "2026-Q3".parse::<Span>().expect("a span");
                Action::Remark(ReportId { plan, span, scope }, chapter, words.to_owned())
            }),
        1 => select(vec!["UBND xã", "Đảng ủy xã"]).prop_map(|issuer| {
            Action::SetLetterhead(Box::new(Letterhead { issuer: issuer.to_owned(), ..Letterhead::default() }))
        }),
        1 => vec((plan(), unit()).prop_map(|(plan, unit)| RecordId { plan, unit }), 0..3).prop_map(Action::MarkSent),
    ]
}

fn scope() -> impl Strategy<Value = Scope> {
    prop_oneof![
        Just(Scope::All),
        group().prop_map(Scope::Group),
        unit().prop_map(Scope::Unit)
    ]
}

/// Mostly the built-in plan.
fn plan() -> impl Strategy<Value = PlanId> {
    prop_oneof![9 => Just(plan_id()), 1 => Just(PlanId::new("khong-co"))]
}

/// Mostly units that there are, the first one above all.
fn unit() -> impl Strategy<Value = UnitId> {
    prop_oneof![4 => Just(unit_id(NAMES[0])), 4 => select(NAMES.to_vec()).prop_map(unit_id)]
}

fn group() -> impl Strategy<Value = GroupId> {
    prop_oneof![4 => Just(branches()), 2 => Just(group_named("Cấp ủy")), 1 => Just(GroupId::new("khong-co"))]
}

fn edit() -> impl Strategy<Value = Edit> {
    let steps = select(vec![false, true]).prop_map(|done| {
        Item::Step(Step {
            text: "bước".to_owned(),
            done,
        })
    });
    let documents = Just(Item::Document(Document {
        title: "Báo cáo".to_owned(),
        ..Document::default()
    }));
    let extensions = Just(Item::Extension(Extension {
        last_day: Day::MAX,
        ground: "bão".to_owned(),
    }));
    let item = prop_oneof![2 => steps, 2 => documents, 1 => extensions];
    let verdict = select(vec![Verdict::Accepted, Verdict::Returned]);
    prop_oneof![
        6 => (slot(), 0_usize..3).prop_map(|(slot, number)| {
            let value = value(&slot.field, number);
            Edit::Write(slot, value)
        }),
        1 => slot().prop_map(Edit::Clear),
        1 => item.prop_map(|item| Edit::Add(TaskId::new("iii-1"), None, item)),
        1 => verdict.prop_map(|verdict| {
            Edit::Review(TaskId::new("iii-1"), None, verdict, String::new())
        }),
    ]
}

fn slot() -> impl Strategy<Value = Slot> {
    let yearly = |field| Slot::new(&TaskId::new("iii-7"), "2026".parse().ok(), field);
    select(vec![
        note("iii-1"),
        Slot::new(&TaskId::new("iii-1"), None, Field::Status),
        yearly(Field::Status),
    ])
}

fn value(field: &Field, number: usize) -> Value {
    match field {
        Field::Status => {
            Value::Status([Status::NotStarted, Status::InProgress, Status::Paused][number].clone())
        }
        _ => text(["một", "hai", "ba"][number]),
    }
}
