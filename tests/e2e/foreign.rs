//! Names, notes and plans that somebody made to do harm. On every screen they are text: nothing of them runs or
//! becomes a part of the page, nothing is fetched for them, and none makes the page wider than the screen.

use std::path::PathBuf;

use so_tien_do::built_in::{self, BuiltIn, built_in};
use so_tien_do::domain::{DeviceId, PlanId, TaskId, UnitId};
use so_tien_do::draft::Draft;
use so_tien_do::file::{Kind, seal_from};
use so_tien_do::progress::{Field, Slot, Value};
use so_tien_do::reader::read;
use so_tien_do::workspace::{Action, Edit, RecordId, Workspace};

use crate::harness::{Browser, Failure, Page, Result, Server, TemporaryFolder};
use crate::steps::{MORNING, turn_to};

/// Would become an element, run a script, be fetched, and turn the words around.
const FOREIGN: &str = "<x-foreign>\u{202e}\u{2066}\u{200b}</x-foreign><img src=x onerror=window.foreign=1><script>window.foreign=2</script>";
/// As people see the beginning of it.
const SHOWN: &str = "<x-foreign>";
/// What no screen may hold, wherever it comes from.
const HARMLESS: &str = "return window.foreign === undefined && !document.querySelector('x-foreign, main script, main img, dialog img')";
/// That morning, in milliseconds since 1970.
const NOW: i64 = 1_795_395_600_000;
const UNIT: &str = "Ban Dân vận Huyện ủy";

#[tokio::test]
async fn what_others_wrote_is_text_on_every_screen_of_a_phone() -> Result {
    look_at_every_screen(Browser::phone()).await
}

#[tokio::test]
async fn what_others_wrote_is_text_on_every_screen_of_an_office_computer() -> Result {
    look_at_every_screen(Browser::desktop()).await
}

async fn look_at_every_screen(browser: Browser) -> Result {
    let folder = TemporaryFolder::new()?;
    let desk = desk()?;
    let server = Server::start()?;
    let page = browser.at(MORNING).open(&server.url()).await?;
    turn_to(&page, "Gửi – nhận").await?;
    page.give_file("Chọn tệp để mở", &backup(&folder, &desk)?)
        .await?;
    let mut faults = Vec::new();
    look("the preview", &page, &mut faults).await?;
    page.click_role("button", "Phục hồi từ bản sao lưu").await?;
    page.see("Đã phục hồi từ bản sao lưu.").await?;
    for address in addresses(&desk)? {
        page.go(&format!("{}{address}", server.url())).await?;
        page.reload().await?;
        look(&address, &page, &mut faults).await?;
    }
    let elsewhere: Vec<_> = server
        .requests()
        .into_keys()
        .filter(|path| path == "/x")
        .collect();
    assert!(elsewhere.is_empty(), "a foreign picture was fetched");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

async fn look(place: &str, page: &Page, faults: &mut Vec<String>) -> Result {
    let is_shown = format!(
        "[...document.querySelectorAll('main, dialog')].some((part) => part.innerText.includes('{SHOWN}') || [...part.querySelectorAll('input, textarea')].some((field) => field.value.includes('{SHOWN}')))"
    );
    if let Err(fault) = page
        .wait_for(&format!("a foreign text in {place}"), &is_shown)
        .await
    {
        faults.push(format!("{fault:?}"));
    }
    if let Err(fault) = page.no_sideways_scrolling().await {
        faults.push(format!("{place}: {fault:?}"));
    }
    if !page.js::<bool>(HARMLESS).await? {
        faults.push(format!("{place}: a foreign text became a part of the page"));
    }
    Ok(())
}

fn addresses(desk: &Workspace) -> Result<Vec<String>> {
    let plan = foreign_plan(desk)?;
    let unit = own_unit(desk);
    let built_in = built_in::ID;
    Ok(vec![
        "#/hom-nay".to_owned(),
        "#/ke-hoach".to_owned(),
        format!("#/ke-hoach/{plan}"),
        "#/ban-nhap".to_owned(),
        format!("#/don-vi/{unit}"),
        format!("#/don-vi/{unit}?viec={unit}/{built_in}/iii-7/2026"),
        format!("#/giao-viec/{built_in}"),
        format!("#/tong-hop/{built_in}"),
        "#/gui-nhan".to_owned(),
        "#/cai-dat".to_owned(),
    ])
}

fn own_unit(desk: &Workspace) -> UnitId {
    desk.rosters[&PlanId::new(built_in::ID)]
        .as_ref()
        .clone()
        .unit_named(UNIT)
}

fn foreign_plan(desk: &Workspace) -> Result<PlanId> {
    let other = desk
        .plans
        .keys()
        .find(|id| **id != PlanId::new(built_in::ID));
    Ok(other.ok_or_else(|| Failure::new("no second plan"))?.clone())
}

/// A device on which everything that can be written was written by somebody who means harm.
fn desk() -> Result<Workspace> {
    let mut desk = Workspace::empty(DeviceId::new("thiet-bi-thu"));
    let BuiltIn { plan, roster } = built_in();
    let group = roster.groups[0].id.clone();
    desk.add_plan(plan, roster);
    let text = format!(
        "UBND XÃ A {FOREIGN}\nSố: 01/KH-UBND\nKẾ HOẠCH\n{FOREIGN} về việc thử\n\nI. MỤC ĐÍCH\n1. {UNIT} chủ trì, phối hợp với Công an xã {FOREIGN} {} trước ngày 12/12/2026.\n",
        "x".repeat(3_000)
    );
    let read = read(&text);
    desk.add_plan(read.plan, read.roster);
    let unit = own_unit(&desk);
    let id = RecordId {
        plan: PlanId::new(built_in::ID),
        unit: unit.clone(),
    };
    let period = "2026".parse().ok();
    let say = |field, words: String| {
        let slot = Slot::new(&TaskId::new("iii-7"), period, field);
        Action::Edit(id.clone(), Edit::Write(slot, Value::Text(words)))
    };
    for action in [
        Action::SetAuthor(FOREIGN.to_owned()),
        Action::ChooseMe(unit),
        Action::AddMembers(
            id.plan.clone(),
            group,
            vec![format!("{FOREIGN} {}", "y".repeat(500))],
        ),
        say(Field::Note, format!("{FOREIGN}{}", "x".repeat(99_000))),
        say(Field::Person, format!("{FOREIGN}{}", "z".repeat(500))),
        say(Field::Difficulty, FOREIGN.to_owned()),
        Action::SetDraft(Some(Box::new(Draft::new(
            self::read(&text.replace("01/KH", "02/KH")),
            FOREIGN.to_owned(),
        )))),
    ] {
        desk.apply(action, NOW).map_err(Failure::new)?;
    }
    Ok(desk)
}

fn backup(folder: &TemporaryFolder, desk: &Workspace) -> Result<PathBuf> {
    let text =
        seal_from(Kind::Backup, &desk.backup(), NOW, Some(desk.office())).map_err(Failure::new)?;
    let file = folder
        .path()
        .join(format!("{}.json", FOREIGN.replace('/', "")));
    std::fs::write(&file, text)?;
    Ok(file)
}
