//! Drafts: what a person corrects in what was read, and what holds whatever they do.

use crate::cases::{check, share};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::Index;
use so_tien_do::domain::{Block, Day, Party, Plan, Recurrence, Role, Rule, Task, TaskId};
use so_tien_do::draft::{Draft, Due, Edit, EditError, Span, Way};
use so_tien_do::reader::{Notice, Puzzle, Reading, read};
use so_tien_do::view;

pub(crate) const FIRST: &str = include_str!("../data/drafts/first.txt");

pub(crate) fn draft() -> Draft {
    Draft::new(read(FIRST), "ke-hoach.docx")
}

/// The duty at a place of the document.
pub(crate) fn at<'a>(plan: &'a Plan, path: &str) -> &'a Task {
    let task = plan.tasks.iter().find(|task| task.path == path);
    task.unwrap_or_else(|| panic!("a duty at {path}"))
}

fn id(draft: &Draft, path: &str) -> TaskId {
    at(draft.plan(), path).id.clone()
}

fn block(draft: &Draft, begins: &str) -> usize {
    let mut blocks = draft.plan().blocks.iter();
    let found = blocks.position(|block| block.text.starts_with(begins));
    found.expect("a block")
}

fn done(draft: &mut Draft, edit: Edit) {
    let told = format!("{edit:?}");
    draft
        .edit(edit)
        .unwrap_or_else(|error| panic!("{told}: {error}"));
}

fn refused(draft: &mut Draft, edit: Edit, expected: EditError) {
    let before = draft.clone();
    assert_eq!(draft.edit(edit), Err(expected));
    assert!(*draft == before, "a refused edit changed something");
}

fn paths(draft: &Draft) -> Vec<&str> {
    let tasks = draft.plan().tasks.iter();
    tasks.map(|task| task.path.as_str()).collect()
}

fn span(block: usize, start: usize, end: usize) -> Edit {
    Edit::Make(Span { block, start, end })
}

#[test]
fn a_paragraph_becomes_a_duty_where_it_stands() {
    let mut draft = draft();
    let block = block(&draft, "Nâng cao nhận thức");
    let end = draft.plan().blocks[block].text.len();
    done(&mut draft, span(block, 0, end));
    let made = &draft.plan().tasks[0];
    assert_eq!((made.path.as_str(), made.id.as_str()), ("I.-1", "i--1"));
    assert_eq!(made.text, draft.plan().blocks[block].text);
    refused(&mut draft, span(block, 0, 4), EditError::Taken);
}

#[test]
fn a_part_of_a_paragraph_becomes_a_duty_beside_another() {
    let mut draft = draft();
    let path = "II.2";
    let task = id(&draft, path);
    let text = at(draft.plan(), path).text.clone();
    let cut = text.find("biên soạn").expect("the second half");
    done(&mut draft, Edit::Split(task.clone(), cut));
    let tasks = draft.plan().tasks.iter();
    let halves: Vec<_> = tasks.filter(|task| task.path.starts_with(path)).collect();
    assert_eq!(halves[0].id, task);
    assert_eq!(halves[1].path, "II.2#2");
    assert!(halves[0].text.ends_with("hội viên;") && halves[1].text.starts_with("biên soạn"));
    assert_eq!(halves[0].lead, halves[1].lead);
    let (second, block) = (halves[1].id.clone(), halves[1].block);
    done(&mut draft, Edit::Drop(second.clone()));
    let text = draft.plan().blocks[block].text.clone();
    let start = text.find("cấp phát").expect("a part");
    done(&mut draft, span(block, start, text.len()));
    let made = at(draft.plan(), "II.2#2");
    assert_eq!(made.text, "cấp phát đến các chi hội.");
    assert_ne!(made.id, second, "an identity is not given twice");
}

#[test]
fn parts_that_hold_no_words_are_no_duties() {
    let mut draft = draft();
    let block = block(&draft, "Vận động");
    let end = draft.plan().blocks[block].text.len();
    let task = id(&draft, "II.3.p2");
    done(&mut draft, Edit::Drop(task));
    for (edit, error) in [
        (span(999, 0, 1), EditError::NoSuchPlace),
        (span(block, 2, 4), EditError::NoSuchPlace),
        (span(block, 9, 3), EditError::NoSuchPlace),
        (span(block, 0, 0), EditError::Blank),
        (span(block, end - 1, end), EditError::Blank),
    ] {
        refused(&mut draft, edit, error);
    }
    let task = id(&draft, "II.2");
    refused(&mut draft, Edit::Split(task, 0), EditError::Blank);
    let nothing = Edit::Drop(TaskId::new("khong-co"));
    refused(&mut draft, nothing, EditError::NoSuchTask);
}

#[test]
fn the_deadline_goes_with_the_half_that_names_it() {
    let mut draft = draft();
    let text = at(draft.plan(), "II.1").text.clone();
    let cut = text.find("Thời gian").expect("the time");
    let task = id(&draft, "II.1");
    done(&mut draft, Edit::Split(task, cut));
    assert_eq!(at(draft.plan(), "II.1").deadline, None);
    assert!(at(draft.plan(), "II.1#2").deadline.is_some());
}

#[test]
fn halves_joined_again_are_the_duty_that_was() {
    let mut draft = draft();
    let before = draft.plan().clone();
    let text = &at(&before, "II.1").text;
    let cut = text.find("Thời gian").expect("the time");
    let task = id(&draft, "II.1");
    done(&mut draft, Edit::Split(task.clone(), cut));
    done(&mut draft, Edit::Join(task));
    assert_eq!(draft.plan().tasks, before.tasks);
    let last = draft.plan().tasks.last().expect("a duty").id.clone();
    assert_eq!(draft.following(&last), None);
    refused(&mut draft, Edit::Join(last), EditError::NoSuchTask);
}

#[test]
fn a_duty_of_two_paragraphs_takes_in_who_and_when() {
    let mut draft = draft();
    let (one, two) = (id(&draft, "II.2"), id(&draft, "II.3"));
    assert_eq!(draft.following(&one), Some(&two));
    done(&mut draft, Edit::Lead(two, vec!["Trạm Y tế xã".to_owned()]));
    let further = at(draft.plan(), "II.3").block;
    done(&mut draft, Edit::Join(one));
    let task = at(draft.plan(), "II.2");
    assert!(task.details.contains(&further));
    assert!(task.lead.iter().any(|lead| lead.words == "Trạm Y tế xã"));
    assert_eq!(task.recurrence, Some(Recurrence::Yearly));
    assert!(!paths(&draft).contains(&"II.3"));
}

#[test]
fn a_mark_moves_to_a_neighbour_and_keeps_its_identity() {
    let mut draft = draft();
    let task = id(&draft, "II.1");
    done(&mut draft, Edit::Move(task.clone(), Way::Before));
    let moved = draft.plan().task(&task).expect("the duty");
    assert_eq!(
        (moved.path.as_str(), moved.text.as_str()),
        ("II", "NHIỆM VỤ")
    );
    assert!(moved.deadline.is_some(), "what was set stays");
    done(&mut draft, Edit::Move(task.clone(), Way::After));
    assert_eq!(paths(&draft)[0], "II.1");
    refused(&mut draft, Edit::Move(task, Way::After), EditError::Taken);
}

#[test]
fn those_who_lead_are_units_and_groups_known_so_far_or_new_units() {
    let mut draft = draft();
    let task = id(&draft, "III.1");
    let names = ["hội phụ nữ  xã", "Trạm Y tế mới", "Trạm y tế mới", " "].map(str::to_owned);
    done(&mut draft, Edit::Lead(task, names.to_vec()));
    let lead = &at(draft.plan(), "III.1").lead;
    assert_eq!(lead.len(), 2, "{lead:?}");
    let known = at(draft.plan(), "III.2").lead[0].parties.clone();
    assert_eq!(lead[0].parties, known);
    let Party::Unit(unit) = &lead[1].parties[0] else {
        panic!("a unit")
    };
    let unit = draft.roster().unit(unit).expect("on the roster");
    assert_eq!(unit.name, "Trạm Y tế mới");
}

#[test]
fn a_deadline_keeps_its_words_and_takes_the_day_that_a_person_sets() {
    let mut draft = draft();
    let task = id(&draft, "II.1");
    let first = at(draft.plan(), "II.1").deadline.clone();
    let words = first.expect("a deadline").words;
    let day = |d| Day::from_ymd_opt(2026, 3, d).expect("a day");
    let set = |draft: &mut Draft, words: &str, day| {
        let words = words.to_owned();
        done(draft, Edit::Due(task.clone(), Some(Due { words, day })));
        let set = at(draft.plan(), "II.1").deadline.clone();
        set.expect("a deadline")
    };
    let chosen = |due: so_tien_do::domain::Deadline| due.chosen;
    assert_eq!(
        chosen(set(&mut draft, &words, Some(day(20)))),
        Some(day(20))
    );
    let computed = set(&mut draft, &words, Some(day(14)));
    assert_eq!(computed.chosen, None, "the computed day");
    let other = set(&mut draft, "Đến hết ngày 25/3/2026", Some(day(25)));
    assert_eq!((other.rule, other.chosen), (Rule::By(day(25)), None));
    let event = set(&mut draft, "khi có hướng dẫn", None);
    assert_eq!(event.rule, Rule::Event);
    done(&mut draft, Edit::Due(task.clone(), None));
    assert_eq!(at(draft.plan(), "II.1").deadline, None);
    done(&mut draft, Edit::Recur(task, Some(Recurrence::Quarterly)));
    let often = at(draft.plan(), "II.1").recurrence;
    assert_eq!(often, Some(Recurrence::Quarterly));
}

#[test]
fn the_head_is_named_by_hand() {
    let mut draft = draft();
    let day = Day::from_ymd_opt(2026, 1, 20);
    for edit in [
        Edit::Number(" 13 -KH/HPN ".to_owned()),
        Edit::Title(" Tên  khác ".to_owned()),
        Edit::Issuer(String::new()),
        Edit::Issued(day),
    ] {
        done(&mut draft, edit);
    }
    let plan = draft.plan();
    assert_eq!(
        (plan.short_name(), plan.title.as_str()),
        ("13-KH/HPN", "Tên khác")
    );
    assert_eq!((plan.issuer.as_deref(), plan.issued), (None, day));
    done(&mut draft, Edit::Name("Hoạt động phụ nữ".to_owned()));
    assert_eq!(draft.plan().short_name(), "Hoạt động phụ nữ");
}

/// A reading with one notice about the head and two about a duty.
fn puzzled() -> Draft {
    let mut reading = read(FIRST);
    let task = at(&reading.plan, "II.3").clone();
    let line = reading.plan.blocks[task.block].line;
    let notice = |line, task, puzzle| Notice { line, task, puzzle };
    reading.notices = vec![
        notice(1, None, Puzzle::IssueDayMissing),
        notice(line, Some(task.id), Puzzle::LeadMissing),
        notice(line, None, Puzzle::DayMissing),
    ];
    Draft::new(reading, "")
}

fn asked(draft: &Draft) -> Vec<Puzzle> {
    let open = draft.open_notices();
    open.map(|(_, notice)| notice.puzzle).collect()
}

#[test]
fn correcting_what_was_asked_settles_it() {
    let mut draft = puzzled();
    done(&mut draft, Edit::Issued(Day::from_ymd_opt(2026, 1, 20)));
    assert_eq!(asked(&draft), [Puzzle::LeadMissing, Puzzle::DayMissing]);
    let task = id(&draft, "II.3");
    let names = vec!["Trạm Y tế xã".to_owned()];
    done(&mut draft, Edit::Lead(task.clone(), names));
    assert_eq!(asked(&draft), [Puzzle::DayMissing]);
    done(&mut draft, Edit::Drop(task));
    assert_eq!(asked(&draft), []);
}

#[test]
fn what_is_accepted_is_asked_no_more_until_it_is_taken_back() {
    let mut draft = puzzled();
    done(&mut draft, Edit::Settle(vec![1, 2, 99]));
    assert_eq!(asked(&draft), [Puzzle::IssueDayMissing]);
    assert!(draft.undo());
    assert_eq!(asked(&draft).len(), 3);
    assert!(!draft.undo(), "nothing is left to take back");
}

#[test]
fn questions_stand_by_their_weight_with_the_words_they_are_about() {
    let draft = puzzled();
    let questions = view::draft::questions(&draft);
    let puzzles: Vec<_> = questions.iter().map(|question| question.puzzle).collect();
    assert_eq!(
        puzzles,
        [
            Puzzle::IssueDayMissing,
            Puzzle::LeadMissing,
            Puzzle::DayMissing
        ]
    );
    let doubt = &questions[1].doubts[0];
    assert_eq!(doubt.task, Some(id(&draft, "II.3")));
    assert!(doubt.excerpt.starts_with("Trạm Y tế xã tổ chức"));
    let unsure: Vec<_> = view::draft::marks(&draft)
        .into_iter()
        .filter(|mark| mark.is_unsure)
        .map(|mark| mark.task.path)
        .collect();
    assert_eq!(unsure, ["II.3"]);
}

#[test]
fn long_words_are_cut_between_words_and_duties_between_clauses() {
    use view::draft::{cuts, first_words};
    assert_eq!(first_words("Ngắn."), "Ngắn.");
    let long = first_words(&"chữ ".repeat(60));
    assert!(long.ends_with("chữ…") && long.chars().count() <= 121);
    let text = "Mở lớp; soạn tài liệu. Xong trước 01/3.";
    let parts: Vec<_> = cuts(text).into_iter().map(|at| &text[at..]).collect();
    assert_eq!(
        parts,
        ["soạn tài liệu. Xong trước 01/3.", "Xong trước 01/3."]
    );
    assert_eq!(cuts("một, hai").len(), 1);
    assert!(cuts("một").is_empty());
}

#[test]
fn names_that_lead_often_are_offered_first() {
    let draft = draft();
    let lead = so_tien_do::domain::Part::Lead;
    let names = view::draft::likely_names(&draft, lead, &[]);
    assert_eq!(
        names.first().map(String::as_str),
        Some("Hội Phụ nữ xã"),
        "{names:?}"
    );
    let others = view::draft::likely_names(&draft, lead, &["hội Phụ nữ xã".to_owned()]);
    assert!(!others.contains(&"Hội Phụ nữ xã".to_owned()));
}

fn edit() -> impl Strategy<Value = (u8, Index, Index, Index)> {
    (0_u8..13, any::<Index>(), any::<Index>(), any::<Index>())
}

/// An edit of a kind, at places that there are, or nearly.
fn chosen(draft: &Draft, (kind, one, two, three): (u8, Index, Index, Index)) -> Edit {
    let (plan, tasks) = (draft.plan(), &draft.plan().tasks);
    let task = if tasks.is_empty() {
        TaskId::new("khong-co")
    } else {
        tasks[one.index(tasks.len())].id.clone()
    };
    let names = || {
        let all = ["Hội Phụ nữ xã", "Đơn vị mới", "Các chi hội trực thuộc", " "];
        let name = |at: usize| all[(at + three.index(4)) % 4].to_owned();
        (0..two.index(3)).map(name).collect()
    };
    match kind {
        0 | 1 => {
            let block = one.index(plan.blocks.len());
            let bytes = plan.blocks[block].text.len() + 1;
            if kind == 0 {
                span(block, 0, bytes - 1)
            } else {
                span(block, two.index(bytes), three.index(bytes))
            }
        }
        2 => Edit::Drop(task),
        3 | 4 => {
            let bytes = plan.task(&task).map_or(1, |task| task.text.len() + 1);
            Edit::Split(task, two.index(bytes))
        }
        5 => Edit::Join(task),
        6 => Edit::Move(task, [Way::Before, Way::After][two.index(2)]),
        7 => Edit::Lead(task, names()),
        8 => Edit::Support(task, names()),
        9 => {
            let words = plan.task(&task).and_then(|task| task.deadline.as_ref());
            let words = words.map_or("khi có hướng dẫn".to_owned(), |known| {
                known.words.clone()
            });
            let day = Day::from_yo_opt(2026, 1 + u32::try_from(three.index(365)).unwrap_or(0));
            Edit::Due(task, (two.index(4) > 0).then_some(Due { words, day }))
        }
        10 => Edit::Recur(task, [None, Some(Recurrence::Monthly)][two.index(2)]),
        11 => Edit::Title(["", "Tên khác"][two.index(2)].to_owned()),
        _ => Edit::Settle(vec![two.index(9)]),
    }
}

/// What holds of a draft at all times.
fn holds(draft: &Draft, began: &[Block]) -> Result<(), TestCaseError> {
    let plan = draft.plan();
    prop_assert_eq!(&plan.blocks, began, "the text is never changed");
    for (number, task) in plan.tasks.iter().enumerate() {
        let twins = plan.tasks.iter().filter(|other| other.id == task.id);
        prop_assert_eq!(twins.count(), 1, "{} is of one duty", &task.id);
        let text = &began[task.block].text;
        prop_assert!(text.contains(&task.text), "{}", &task.text);
        prop_assert!(task.text.is_char_boundary(task.action) && task.action <= task.text.len());
        prop_assert!(draft.place_of(&task.id).is_some());
        let assignments = task.lead.iter().chain(&task.support);
        for party in assignments.flat_map(|who| &who.parties) {
            prop_assert!(draft.roster().name_of(party).is_some(), "{party:?}");
        }
        if let Some(before) = number.checked_sub(1).map(|before| &plan.tasks[before]) {
            prop_assert!(before.block <= task.block, "in the order of the document");
        }
    }
    Ok(())
}

#[test]
fn whatever_is_corrected_the_draft_stays_whole_and_each_step_can_be_taken_back() {
    check(share(4), &vec(edit(), 1..25), |edits| {
        let mut draft = draft();
        let began = draft.plan().blocks.clone();
        let mut given: Vec<TaskId> = Vec::new();
        let mut before = vec![draft.clone()];
        for choice in edits {
            let tasks = draft.plan().tasks.iter();
            let ids: Vec<_> = tasks.map(|task| task.id.clone()).collect();
            given.extend(ids.iter().cloned());
            if draft.edit(chosen(&draft, choice)).is_ok() {
                holds(&draft, &began)?;
                let is_new = |task: &&Task| !ids.contains(&task.id);
                for task in draft.plan().tasks.iter().filter(is_new) {
                    prop_assert!(!given.contains(&task.id), "given twice");
                }
                before.push(draft.clone());
            } else {
                prop_assert!(Some(&draft) == before.last(), "refused, and changed");
            }
        }
        let resumed = Draft::resumed(draft.origin().clone(), draft.edits().to_vec());
        prop_assert!(resumed == draft, "what is kept says the same");
        while let Some(earlier) = before.pop() {
            prop_assert!(draft == earlier, "taken back");
            prop_assert_eq!(draft.undo(), !before.is_empty());
        }
        Ok(())
    });
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let task = || crate::models::text().prop_map(TaskId::new);
    let text = crate::models::text;
    let day = crate::models::day;
    let at = || 0_usize..9_999;
    let due = (text(), option::of(day())).prop_map(|(words, day)| Due { words, day });
    let recurrence = option::of(Just(Recurrence::Term));
    prop_oneof![
        (at(), at(), at()).prop_map(|(block, start, end)| span(block, start, end)),
        task().prop_map(Edit::Drop),
        (task(), at()).prop_map(|(task, at)| Edit::Split(task, at)),
        task().prop_map(Edit::Join),
        task().prop_map(|task| Edit::Move(task, Way::Before)),
        task().prop_map(|task| Edit::Move(task, Way::After)),
        (task(), vec(text(), 0..3)).prop_map(|(task, names)| Edit::Lead(task, names)),
        (task(), vec(text(), 0..3)).prop_map(|(task, names)| Edit::Support(task, names)),
        (task(), option::of(due)).prop_map(|(task, due)| Edit::Due(task, due)),
        (task(), recurrence).prop_map(|(task, often)| Edit::Recur(task, often)),
        text().prop_map(Edit::Number),
        text().prop_map(Edit::Title),
        text().prop_map(Edit::Name),
        text().prop_map(Edit::Issuer),
        option::of(day()).prop_map(Edit::Issued),
        vec(at(), 0..3).prop_map(Edit::Settle),
        (task(), option::of(task())).prop_map(|(task, old)| Edit::Pair(task, old)),
    ]
}

#[test]
fn edits_are_read_as_they_are_written() {
    check(share(2), &vec(any_edit(), 0..6), |edits| {
        let json = serde_json::to_string(&edits).expect("JSON");
        let again = serde_json::from_str::<Vec<Edit>>(&json);
        prop_assert_eq!(again.expect("edits"), edits);
        Ok(())
    });
}

#[test]
fn a_text_of_nothing_is_a_draft_too() {
    for text in ["", "\n\n", "Một dòng."] {
        let Reading { plan, .. } = read(text);
        let mut draft = Draft::new(read(text), "");
        assert!(plan.tasks.is_empty());
        let nothing = Edit::Join(TaskId::new("a"));
        refused(&mut draft, nothing, EditError::NoSuchTask);
        assert!(!draft.undo());
    }
    let mut blocks = draft().plan().blocks.clone().into_iter();
    assert!(blocks.any(|block| block.role == Role::Section));
}

#[test]
fn a_draft_resumes_where_it_was_left_although_an_edit_no_longer_fits() {
    let draft = draft();
    let edits = vec![
        Edit::Title("Tên".to_owned()),
        Edit::Drop(TaskId::new("khong-co")),
        Edit::Title("Khác".to_owned()),
    ];
    let resumed = Draft::resumed(draft.origin().clone(), edits);
    assert_eq!(
        (resumed.plan().title.as_str(), resumed.edits().len()),
        ("Tên", 1)
    );
}
