//! Generated plans, rosters, records and settings, with whatever characters and days can occur.

use crate::histories::{World, history};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use so_tien_do::domain::{
    Assignment, BeforeDay, Block, Citation, Day, Deadline, DeviceId, Emphasis, Group, GroupId,
    Moment, Party, Period, Plan, PlanId, Recurrence, Role, Roster, Round, Rule, Signature, Status,
    Task, TaskId, Unit, UnitId, tidy_name,
};
use so_tien_do::file::{Office, Parcel, Progress, PublicKey, Sender};
use so_tien_do::progress::{
    Author, Document, Dot, Extension, Field, Item, Record, Review, Slot, Step, Value, Verdict,
};
use so_tien_do::workspace::{
    BackedUp, Chapter, Form, Issue, Letterhead, Receipt, Received, RecordId, Remarks, Settings,
    Shelf, Shipment, Signer,
};
use std::collections::BTreeSet;

/// Any characters at all, control characters and those of JSON included.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        vec(any::<char>(), 0..8).prop_map(String::from_iter),
        select(vec![
            "",
            "Chi bộ 1",
            "e\u{301}\u{feff}",
            "\"\\/\u{0}\u{2028}\r\n",
            "{\"a\":[1]}",
            "🌾"
        ])
        .prop_map(str::to_owned),
    ]
}

pub(crate) fn day() -> impl Strategy<Value = Day> {
    let around_now = (2000_i32..2100, 1_u32..=366)
        .prop_filter_map("a day", |(year, day)| Day::from_yo_opt(year, day));
    let any = (-262_000_i32..262_000, 1_u32..=366)
        .prop_filter_map("a day", |(year, day)| Day::from_yo_opt(year, day));
    prop_oneof![4 => around_now, 1 => any, 1 => select(vec![Day::MIN, Day::MAX])]
}

/// Periods that have a name: those of the years 1 to 9000, whole terms included.
fn period() -> impl Strategy<Value = Period> {
    (recurrence(), 10_i32..8_990, 1_u32..=365)
        .prop_filter_map("a day", |(recurrence, year, day)| {
            Some(recurrence.period_at(Day::from_yo_opt(year, day)?))
        })
}

fn recurrence() -> impl Strategy<Value = Recurrence> {
    use Recurrence::{HalfYearly, Monthly, Quarterly, Term, Yearly};
    select(vec![Yearly, HalfYearly, Quarterly, Monthly, Term])
}

fn status() -> impl Strategy<Value = Status> {
    prop_oneof![
        select(vec![Status::NotStarted, Status::InProgress, Status::Paused]),
        day().prop_map(|on| Status::Done { on }),
        text().prop_map(|reason| Status::NotApplicable { reason }),
    ]
}

fn document() -> impl Strategy<Value = Document> {
    (text(), option::of(day()), text()).prop_map(|(number, date, title)| Document {
        number,
        date,
        title,
    })
}

fn sub_step() -> impl Strategy<Value = Step> {
    (text(), any::<bool>()).prop_map(|(text, done)| Step { text, done })
}

fn review() -> impl Strategy<Value = Review> {
    let verdict = select(vec![
        Verdict::Accepted,
        Verdict::Returned,
        Verdict::ExplanationAsked,
    ]);
    let dot = (text(), any::<u64>()).prop_map(|(device, count)| Dot {
        device: DeviceId::new(device),
        count,
    });
    (verdict, text(), vec(dot, 0..3)).prop_map(|(verdict, words, dots)| Review {
        verdict,
        words,
        of: dots,
    })
}

fn extension() -> impl Strategy<Value = Extension> {
    (day(), text()).prop_map(|(last_day, ground)| Extension { last_day, ground })
}

/// A write at any place; also values that do not fit their field, which are kept all the same.
fn write() -> impl Strategy<Value = (Slot, Value)> {
    let value = prop_oneof![
        status().prop_map(Value::Status),
        text().prop_map(Value::Text),
        document().prop_map(Value::Document),
        sub_step().prop_map(Value::Step),
        review().prop_map(Value::Review),
        extension().prop_map(Value::Extension),
    ];
    let field = select(vec![
        Field::Status,
        Field::Person,
        Field::Note,
        Field::Difficulty,
        Field::Proposal,
        Field::Explanation,
        Field::Review,
    ]);
    (text(), option::of(period()), field, value).prop_map(|(task, period, field, value)| {
        (Slot::new(&TaskId::new(task), period, field), value)
    })
}

fn item() -> impl Strategy<Value = Item> {
    prop_oneof![
        document().prop_map(Item::Document),
        sub_step().prop_map(Item::Step),
        extension().prop_map(Item::Extension)
    ]
}

/// A record written by one device, with every kind of place and value.
fn varied_record() -> impl Strategy<Value = Record> {
    (
        text(),
        text(),
        any::<Moment>(),
        vec(write(), 0..4),
        vec((text(), item()), 0..3),
    )
        .prop_map(|(device, name, at, writes, items)| {
            let device = DeviceId::new(device);
            let author = Author {
                device: &device,
                name: &name,
                at,
            };
            let mut record = Record::default();
            for (slot, value) in writes {
                record.write(slot, value, &author).expect("a dot");
            }
            for (task, item) in items {
                record
                    .add(&TaskId::new(task), None, item, &author)
                    .expect("a dot");
            }
            record
        })
}

/// A record of either sort: many kinds of values, or many devices with their conflicts.
pub(crate) fn record() -> impl Strategy<Value = Record> {
    let reached = (history(), any::<Index>(), any::<bool>()).prop_map(|(history, which, twins)| {
        let mut world = World::after(&history);
        if twins {
            world.twin(0);
            for step in history.steps.iter().rev() {
                world.run(step);
            }
            let copy = world.replicas.last().expect("the twin").clone();
            world.replicas[0].open(&copy);
        }
        world.replicas[which.index(world.replicas.len())]
            .record
            .clone()
    });
    prop_oneof![2 => varied_record(), 1 => reached]
}

/// What a device sends: each record once, under names as rosters keep them.
pub(crate) fn progress() -> impl Strategy<Value = Progress> {
    let sender = (text(), text(), vec(text().prop_map(GroupId::new), 0..3)).prop_map(
        |(id, name, groups)| Sender {
            id: UnitId::new(id),
            name: tidy_name(&format!("Đơn vị {name}")),
            groups,
        },
    );
    let parcel = (text(), text(), any::<u32>(), sender, record()).prop_map(
        |(plan, plan_name, revision, sender, record)| Parcel {
            plan: PlanId::new(plan),
            plan_name: tidy_name(&plan_name),
            revision,
            sender,
            record,
        },
    );
    vec(parcel, 0..3).prop_map(|mut parcels| {
        parcels.sort_by(|a, b| key(a).cmp(&key(b)));
        parcels.dedup_by(|a, b| key(a) == key(b));
        Progress { parcels }
    })
}

fn key(parcel: &Parcel) -> (&PlanId, &UnitId) {
    (&parcel.plan, &parcel.sender.id)
}

fn unit() -> impl Strategy<Value = Unit> {
    let former = vec(text(), 0..2);
    (text(), text(), text(), former).prop_map(|(id, name, address, former)| Unit {
        id: UnitId::new(id),
        name,
        address,
        former,
        successors: Vec::new(),
    })
}

fn round() -> impl Strategy<Value = Round> {
    (any::<Moment>(), day(), text()).prop_map(|(asked, by, to)| Round { asked, by, to })
}

pub(crate) fn roster() -> impl Strategy<Value = Roster> {
    let members = vec(text().prop_map(UnitId::new), 0..4);
    let group = (text(), text(), members).prop_map(|(id, name, members)| Group {
        id: GroupId::new(id),
        name,
        members,
    });
    // Later units take the place of earlier ones, so that there is no circle.
    let heirs = vec(any::<bool>(), 4);
    (
        vec(unit(), 0..4),
        vec(group, 0..3),
        option::of(round()),
        heirs,
    )
        .prop_map(|(mut units, groups, round, heirs)| {
            let mut known = BTreeSet::new();
            units.retain(|unit| known.insert(unit.id.clone()));
            for at in 1..units.len() {
                let heir = units[at].id.clone();
                if heirs[at] {
                    units[at - 1].successors.push(heir);
                }
            }
            Roster {
                units,
                groups,
                round,
            }
        })
}

pub(crate) fn settings() -> impl Strategy<Value = Settings> {
    let shipment = (any::<Moment>(), varied_record()).prop_map(|(at, record)| Shipment {
        at,
        seen: record.seen().clone(),
    });
    let shelf = select(vec![Shelf::Archive, Shelf::Bin]);
    let plans = || text().prop_map(PlanId::new);
    let receipt = (any::<Moment>(), text(), varied_record()).prop_map(|(at, by, record)| Receipt {
        at,
        by,
        seen: record.seen().clone(),
    });
    let received = any::<[Moment; 3]>().prop_map(|[first, last, written_at]| Received {
        first,
        last,
        written_at,
    });
    let issue = (any::<u32>(), text()).prop_map(|(revision, mark)| Issue { revision, mark });
    let exchanged = (
        btree_map(record_id(), shipment, 0..3),
        btree_map(record_id(), receipt, 0..3),
        btree_map(record_id(), received, 0..3),
        btree_map(plans(), issue, 0..3),
    );
    let backed_up = any::<(Moment, u64)>().prop_map(|(at, writes)| BackedUp { at, writes });
    let kept = (
        btree_map(plans(), any::<Moment>(), 0..3),
        any::<[Option<Moment>; 2]>(),
        option::of(backed_up),
        any::<bool>(),
    );
    let kept = (kept, vec(signer(), 0..2), option::of(letterhead()));
    (
        (option::of(text().prop_map(UnitId::new)), text()),
        exchanged,
        btree_map(plans(), shelf, 0..3),
        vec(plans(), 0..2),
        kept,
    )
        .prop_map(
            |(
                (me, author),
                (sent, receipts, received, issued),
                put_away,
                removed,
                (kept, signers, letterhead),
            )| {
                Settings {
                    me,
                    author,
                    sent: sent.into_iter().collect(),
                    receipts: receipts.into_iter().collect(),
                    received: received.into_iter().collect(),
                    issued: issued.into_iter().collect(),
                    put_away: put_away.into_iter().collect(),
                    removed,
                    touched: kept.0.into_iter().collect(),
                    drafted: kept.1[0],
                    backup_put_off: kept.1[1],
                    backed_up: kept.2,
                    signers,
                    letterhead: letterhead.map(Box::new),
                    has_begun: kept.3,
                    told_of_risk: kept.3,
                }
            },
        )
}

fn letterhead() -> impl Strategy<Value = Letterhead> {
    let form = select(vec![Form::Party, Form::State]);
    (form, [(); 8].map(|()| text())).prop_map(|(form, texts)| {
        let [
            above,
            issuer,
            number,
            place,
            recipients,
            behalf,
            role,
            signer,
        ] = texts;
        Letterhead {
            form,
            above,
            issuer,
            number,
            place,
            recipients,
            behalf,
            role,
            signer,
        }
    })
}

pub(crate) fn remarks() -> impl Strategy<Value = Remarks> {
    let paragraphs = btree_map(select(Chapter::ALL.to_vec()), text(), 0..4);
    (any::<Moment>(), paragraphs).prop_map(|(at, paragraphs)| Remarks {
        at,
        paragraphs: paragraphs.into_iter().collect(),
    })
}

fn signer() -> impl Strategy<Value = Signer> {
    let office =
        (option::of(text().prop_map(UnitId::new)), text()).prop_map(|(unit, name)| Office {
            unit,
            name: tidy_name(&name),
        });
    (office, "[A-Z=]{0,44}").prop_map(|(office, key)| Signer {
        office,
        key: PublicKey::new(&key),
    })
}

fn record_id() -> impl Strategy<Value = RecordId> {
    (text(), text()).prop_map(|(plan, unit)| RecordId {
        plan: PlanId::new(plan),
        unit: UnitId::new(unit),
    })
}

pub(crate) fn plan() -> impl Strategy<Value = Plan> {
    let head = (
        text(),
        any::<u32>(),
        option::of(text()),
        option::of(text()),
        text(),
        option::of(text()),
        option::of(day()),
    );
    let citation = (text(), text(), option::of(day())).prop_map(|(kind, number, date)| Citation {
        kind,
        number,
        date,
    });
    let signature =
        (option::of(text()), option::of(text()), text()).prop_map(|(authority, post, name)| {
            Signature {
                authority,
                post,
                name,
            }
        });
    let later = (option::of(text()), vec(task(), 0..2));
    let tail = (
        vec(text(), 0..3),
        option::of(signature),
        before_day(),
        later,
    );
    (
        head,
        vec(citation, 0..3),
        vec(block(), 0..4),
        vec(task(), 0..4),
        tail,
    )
        .prop_map(
            |((id, revision, number, kind, title, issuer, issued), basis, blocks, tasks, tail)| {
                let (recipients, signature, before_day, (name, retired)) = tail;
                let id = PlanId::new(id);
                Plan {
                    id,
                    revision,
                    number,
                    kind,
                    title,
                    issuer,
                    issued,
                    basis,
                    blocks,
                    tasks,
                    recipients,
                    signature,
                    before_day,
                    name,
                    retired,
                }
            },
        )
}

fn before_day() -> impl Strategy<Value = BeforeDay> {
    select(vec![BeforeDay::Excluded, BeforeDay::Included])
}

fn block() -> impl Strategy<Value = Block> {
    use Role::{
        Authority, Kind, Letterhead, Number, Opening, Paragraph, Point, Recipient,
        RecipientsHeading, Row, Section, Signer, Title,
    };
    let role = select(vec![
        Letterhead,
        Number,
        Kind,
        Title,
        Opening,
        Section,
        Point,
        Paragraph,
        Row,
        RecipientsHeading,
        Recipient,
        Authority,
        Signer,
    ]);
    let emphasis =
        (any::<u32>(), any::<u32>(), any::<bool>()).prop_map(|(from, to, strong)| Emphasis {
            range: from as usize..to as usize,
            strong,
        });
    (role, text(), text(), vec(emphasis, 0..2), any::<u32>()).prop_map(
        |(role, marker, text, emphasis, line)| Block {
            role,
            marker,
            text,
            emphasis,
            line,
        },
    )
}

fn task() -> impl Strategy<Value = Task> {
    let rule = prop_oneof![
        (day(), 0_usize..3)
            .prop_map(|(day, which)| [Rule::Before, Rule::By, Rule::Within][which](day)),
        Just(Rule::Event),
        Just(Rule::Ongoing),
    ];
    let deadline = (text(), rule, option::of(day())).prop_map(|(words, rule, chosen)| Deadline {
        words,
        rule,
        chosen,
    });
    let place = (text(), text(), any::<u32>(), text(), any::<u32>());
    let parties = (vec(assignment(), 0..3), vec(assignment(), 0..3));
    (
        place,
        parties,
        (option::of(deadline), option::of(recurrence())),
        (option::of(text()), vec(any::<u32>(), 0..3)),
    )
        .prop_map(
            |(
                (id, path, block, text, action),
                (lead, support),
                (deadline, recurrence),
                (product, details),
            )| Task {
                id: TaskId::new(id),
                path,
                block: block as usize,
                text,
                action: action as usize,
                lead,
                support,
                deadline,
                product,
                details: details.into_iter().map(|block| block as usize).collect(),
                recurrence,
            },
        )
}

fn assignment() -> impl Strategy<Value = Assignment> {
    let party = prop_oneof![
        text().prop_map(|id| Party::Unit(UnitId::new(id))),
        text().prop_map(|id| Party::Group(GroupId::new(id))),
    ];
    (text(), vec(party, 0..3), option::of(text())).prop_map(|(words, parties, inherited_from)| {
        Assignment {
            words,
            parties,
            inherited_from,
        }
    })
}
