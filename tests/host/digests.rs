//! The overview for a chat: its text, and the layout of its picture.

use crate::desks::{branches, desk, enrol, plan_id, record_id};
use expect_test::expect;
use so_tien_do::domain::{Day, Moment, Status, TaskId};
use so_tien_do::progress::{Field, Slot, Value};
use so_tien_do::view::{
    self, Choice, Counts, Digest, Font, Mark, Overview, Picture, Shares, Told, Tone, picture,
};
use so_tien_do::words::digest;
use so_tien_do::workspace::{Action, Edit, Workspace};
use std::sync::Arc;

/// 08:00 of 20/11/2026 in Vietnam.
const ASKED: Moment = 1_795_136_400_000;

fn today() -> Day {
    Day::from_ymd_opt(2026, 11, 23).expect("a day")
}

fn done(desk: &mut Workspace, unit: &str, day: Day) {
    let slot = Slot::new(&TaskId::new("iii-1"), None, Field::Status);
    let done = Value::Status(Status::Done { on: day });
    let write = Action::Edit(record_id(unit), Edit::Write(slot, done));
    desk.apply(write, ASKED).expect("an edit");
}

/// An office of so many branches beside the seven units that the plan names; the first two have reported.
fn office(units: usize) -> Overview {
    let mut desk = desk("a");
    let names: Vec<String> = (1..=units).map(|at| format!("Chi bộ {at}")).collect();
    enrol(
        &mut desk,
        &names.iter().map(String::as_str).collect::<Vec<_>>(),
    );
    done(
        &mut desk,
        "Chi bộ 1",
        Day::from_ymd_opt(2018, 6, 8).expect("a day"),
    );
    done(
        &mut desk,
        "Chi bộ 2",
        Day::from_ymd_opt(2018, 7, 8).expect("a day"),
    );
    view::overview(&desk, &plan_id(), today())
}

fn digest_of(overview: &Overview) -> Digest {
    overview.digest(today(), overview.units.len())
}

/// Letters of most fonts are about so wide; bold ones are wider.
fn measure(text: &str, font: Font) -> f64 {
    let letters = f64::from(u32::try_from(text.chars().count()).expect("short"));
    letters * font.size() * if font.1 { 0.6 } else { 0.52 }
}

fn texts(picture: &Picture) -> Vec<&str> {
    let marks = picture.marks.iter();
    let texts = marks.filter_map(|mark| match mark {
        Mark::Text { text, .. } => Some(text.as_str()),
        Mark::Block { .. } => None,
    });
    texts.collect()
}

/// Holds what is true of every picture: nothing is cut at an edge, and no two texts lie over each other.
fn fits(picture: &Picture) {
    let mut boxes: Vec<(f64, f64, f64, f64, &str)> = Vec::new();
    for mark in &picture.marks {
        match mark {
            Mark::Block {
                x,
                y,
                width,
                height,
                ..
            } => {
                assert!(*width > 0.0 && *height > 0.0, "{mark:?}");
                assert!(*x >= 0.0 && *y >= 0.0, "{mark:?}");
                assert!(x + width <= picture.width + 0.01, "{mark:?}");
                assert!(y + height <= picture.height + 0.01, "{mark:?}");
            }
            Mark::Text {
                x, y, font, text, ..
            } => {
                assert!(!text.trim().is_empty());
                let (top, right) = (y - font.size() * 0.8, x + measure(text, *font));
                assert!(*x >= 50.0 && right <= picture.width - 50.0, "{mark:?}");
                assert!(
                    top >= 0.0 && y + font.size() * 0.3 <= picture.height,
                    "{mark:?}"
                );
                for (left, up, far, down, other) in &boxes {
                    let beside = right <= *left || *far <= *x;
                    let apart = *y <= *up || *down <= top;
                    assert!(beside || apart, "“{text}” lies over “{other}”");
                }
                boxes.push((*x, top, right, *y, text));
            }
        }
    }
}

fn sum(told: &Told, tone: Tone) -> usize {
    let parts = told.bars.iter().flat_map(|bar| &bar.parts);
    let of_tone = parts.filter(|(it, _)| *it == tone);
    of_tone.map(|(_, count)| count).sum()
}

#[test]
fn the_figures_read_well_in_a_chat() {
    let text = digest::text(&digest_of(&office(3)), None);
    expect![[r"
        Tổng hợp tiến độ thực hiện Kế hoạch 96-KH/HU
        Số liệu đến ngày 23/11/2026: 10 đơn vị, tổng số 17 nhiệm vụ
        ✓ Hoàn thành đúng hạn: 1
        ✓! Hoàn thành quá hạn: 1
        ○ Chưa hoàn thành, trong hạn: 5
        ! Chưa hoàn thành, quá hạn: 3
        Không có hạn (thường xuyên): đã xong 0, chưa xong 7.
        Hoàn thành trên số đã đến hạn: 40,0% = 2 ÷ (2 đã xong + 3 quá hạn)
        Hoàn thành trên tổng số: 11,8% = 2 ÷ 17 nhiệm vụ
        Chưa báo cáo 8 đơn vị: UBND huyện; Ban Tổ chức Huyện ủy; Hội Liên hiệp Phụ nữ huyện; Ban vì sự tiến bộ phụ nữ huyện; Ban Tuyên giáo Huyện ủy; và 3 đơn vị khác
        Quá hạn lâu nhất:
        - III.1 Căn cứ kế hoạch này, tổ chức quán triệt và ban hành văn bản cụ thể … – hạn 11/06/2018, quá 3.087 ngày, 1 đơn vị chưa xong
        - III.2 Làm tốt công tác tham mưu cho UBND huyện triển khai chương trình … – hạn 11/06/2018, quá 3.087 ngày, 2 đơn vị chưa xong"]]
    .assert_eq(&text);
    assert!(text.chars().count() < 1_200, "{}", text.chars().count());
}

#[test]
fn a_choice_of_units_and_an_earlier_period_are_told() {
    let whole = office(3);
    let shown = whole.kept(&Choice {
        group: Some(branches()),
        ..Choice::default()
    });
    let digest = shown.digest(today(), whole.units.len());
    let text = digest::text(&digest, Some("Kỳ trước"));
    assert!(
        text.contains("Chỉ gồm 3/10 đơn vị được chọn\nKỳ báo cáo: Kỳ trước\n"),
        "{text}"
    );
    let told = digest::told(&digest, Some("Kỳ trước"));
    assert_eq!(
        told.below[1..],
        ["Chỉ gồm 3/10 đơn vị được chọn", "Kỳ báo cáo: Kỳ trước"]
    );
}

#[test]
fn a_text_stays_short_however_many_units_there_are() {
    let mut overview = office(200);
    for line in &mut overview.units {
        let line = Arc::make_mut(line);
        line.unit.name = line.unit.name.repeat(20);
    }
    let text = digest::text(&digest_of(&overview), None);
    assert!(text.chars().count() < 1_500, "{}", text.chars().count());
    assert!(text.contains("và 200 đơn vị khác"), "{text}");
}

#[test]
fn the_picture_shows_the_figures_of_the_overview() {
    let overview = office(3);
    let counts = overview.counts();
    let told = digest::told(&digest_of(&overview), None);
    let numbers: Vec<_> = told.tiles.iter().map(|tile| tile.number.clone()).collect();
    let official = [
        counts.done_on_time,
        counts.done_late,
        counts.in_time,
        counts.overdue,
    ];
    assert_eq!(numbers, official.map(|count| count.to_string()));
    assert_eq!(told.bars.len(), overview.units.len());
    // Of few units each has a bar, and the bars come to the figures.
    assert_eq!(sum(&told, Tone::Gold), counts.done_late);
    assert_eq!(sum(&told, Tone::Indigo), counts.in_time);
    assert_eq!(sum(&told, Tone::Lacquer), counts.overdue);
    assert_eq!(
        sum(&told, Tone::Green),
        counts.done_on_time + counts.done_without_day
    );
    assert_eq!(sum(&told, Tone::Grey), counts.open_without_day);
    let picture = picture(&told, &measure);
    fits(&picture);
    assert!(picture.width >= 1080.0);
    let shown = texts(&picture);
    for tile in &told.tiles {
        assert!(shown.contains(&tile.number.as_str()) && shown.contains(&tile.sign.as_str()));
    }
    assert!(shown.contains(&"Theo đơn vị") && shown.contains(&"Chi bộ 1"));
    for bar in &told.bars {
        assert!(shown.contains(&bar.said.as_str()), "{bar:?}");
    }
}

#[test]
fn the_parts_of_a_bar_are_as_long_as_their_counts() {
    let told = Told {
        bars: vec![view::Bar {
            name: "Chi bộ 1".to_owned(),
            said: "xong 1/4".to_owned(),
            parts: vec![(Tone::Green, 1), (Tone::Gold, 0), (Tone::Lacquer, 3)],
        }],
        ..Told::default()
    };
    let picture = picture(&told, &measure);
    let width = |wanted: Tone| {
        let widths = picture.marks.iter().filter_map(|mark| match mark {
            Mark::Block { width, tone, .. } if *tone == wanted => Some(*width),
            _ => None,
        });
        widths.collect::<Vec<_>>()
    };
    assert_eq!(width(Tone::Green), [968.0 / 4.0 - 3.0]);
    assert_eq!(width(Tone::Lacquer), [968.0 * 3.0 / 4.0]);
    assert!(width(Tone::Gold).is_empty());
    assert!(texts(&picture).contains(&"3"));
}

#[test]
fn many_units_are_shown_by_group_and_without_groups_the_worst_come_first() {
    let overview = office(60);
    let digest = digest_of(&overview);
    assert!(matches!(digest.shares, Shares::Groups { .. }));
    let told = digest::told(&digest, None);
    assert_eq!(told.shares, "Theo khối");
    fits(&picture(&told, &measure));
    let mut ungrouped = overview;
    for line in &mut ungrouped.units {
        Arc::make_mut(line).groups.clear();
    }
    let told = digest::told(&digest_of(&ungrouped), None);
    assert_eq!(told.bars.len(), 12);
    assert_eq!(told.notes, ["và 55 đơn vị khác"]);
    let late = |at: usize| told.bars[at].parts[3].1;
    assert!((1..12).all(|at| late(at - 1) >= late(at)));
    fits(&picture(&told, &measure));
}

#[test]
fn names_without_blanks_and_large_numbers_stay_within_the_picture() {
    let mut overview = office(3);
    overview.plan_name = "K".repeat(400);
    for (at, line) in overview.units.iter_mut().enumerate() {
        let line = Arc::make_mut(line);
        line.unit.name = "Đ".repeat(at * 40 + 1);
        line.counts = Counts {
            done_on_time: 1_234_567,
            overdue: 89_012_345,
            open_without_day: 1,
            ..Counts::default()
        };
    }
    let told = digest::told(&digest_of(&overview), Some(&"kỳ ".repeat(100)));
    let picture = picture(&told, &measure);
    fits(&picture);
    let shown = texts(&picture);
    assert!(shown.iter().any(|text| text.ends_with('…')));
    // Names are cut, figures never.
    for bar in &told.bars {
        assert!(shown.contains(&bar.said.as_str()), "{bar:?}");
    }
    for (share, of) in &told.rates {
        let told = |word: &str| shown.iter().any(|text| text.contains(word));
        assert!(told(share) && of.split_whitespace().all(told), "{of}");
    }
}

#[test]
fn an_overview_of_nobody_has_a_picture_too() {
    let told = digest::told(&Overview::default().digest(today(), 0), None);
    let picture = picture(&told, &measure);
    fits(&picture);
    assert!(texts(&picture).contains(&"—"));
}
