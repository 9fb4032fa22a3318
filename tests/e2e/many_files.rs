//! Two hundred units report at once, and the command line makes the same of their files.

use std::path::PathBuf;
use std::process::Command;

use so_tien_do::built_in::{self, BuiltIn, built_in};
use so_tien_do::domain::{DeviceId, PlanId, Status, TaskId, day_from_iso};
use so_tien_do::file::{Kind, Progress, seal};
use so_tien_do::progress::{Field, Slot, Value};
use so_tien_do::workspace::{Action, Edit, RecordId, Workspace};

use crate::harness::{Browser, Failure, Result, Server, TemporaryFolder};
use crate::steps::{MORNING, turn_to};

const UNITS: usize = 200;
/// That morning, in milliseconds since 1970.
const NOW: i64 = 1_795_395_600_000;
const GROUP: &str = "Các chi bộ, đảng bộ trực thuộc";

#[tokio::test]
async fn two_hundred_files_open_at_once_and_merge_as_on_the_command_line() -> Result {
    let folder = TemporaryFolder::new()?;
    let mut files = Vec::new();
    for number in 1..=UNITS {
        files.push(report(&folder, number)?);
    }
    let server = Server::start()?;
    let page = Browser::desktop().at(MORNING).open(&server.url()).await?;
    turn_to(&page, "Gửi – nhận").await?;
    let paths: Vec<_> = files.iter().map(PathBuf::as_path).collect();
    page.give_files("Chọn tệp để mở", &paths).await?;
    page.see("200 tệp: 200 mới").await?;
    page.screenshot("many-files").await?;
    page.click_role("button", "Nhận 200 kết quả").await?;
    page.see("Đã nhận 200 kết quả.").await?;
    page.go(&format!("{}#/tong-hop/{}", server.url(), built_in::ID))
        .await?;
    page.see("Gửi lên cấp trên").await?;
    page.click_role("button", "Tải tệp kết quả về máy").await?;
    page.see("Đã tải tệp kết quả về máy.").await?;
    let on_screen = page.download().await?.bytes;

    let output = Command::new(env!("CARGO_BIN_EXE_so-tien-do"))
        .arg("merge")
        .args(files.iter().rev())
        .output()?;
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    assert_eq!(output.stdout.trim_ascii_end(), on_screen.trim_ascii_end());
    page.no_errors().await
}

/// What one unit would send: every third is done, every other has a note.
fn report(folder: &TemporaryFolder, number: usize) -> Result<PathBuf> {
    let mut desk = Workspace::empty(DeviceId::new(format!("thiet-bi-{number}")));
    let BuiltIn { plan, roster } = built_in();
    let group = roster.groups.iter().find(|group| group.name == GROUP);
    let group = group
        .ok_or_else(|| Failure::new("no such group"))?
        .id
        .clone();
    desk.add_plan(plan, roster);
    let plan = PlanId::new(built_in::ID);
    let name = format!("Đơn vị thử {number}");
    act(
        &mut desk,
        Action::AddMembers(plan.clone(), group, vec![name.clone()]),
    )?;
    let unit = desk.rosters[&plan].as_ref().clone().unit_named(&name);
    let id = RecordId { plan, unit };
    let write = |field, value| {
        let slot = Slot::new(&TaskId::new("iii-1"), None, field);
        Action::Edit(id.clone(), Edit::Write(slot, value))
    };
    act(
        &mut desk,
        write(Field::Note, Value::Text(format!("ghi chú {number}"))),
    )?;
    if number.is_multiple_of(3) {
        let on = day_from_iso("2026-11-20").ok_or_else(|| Failure::new("no day"))?;
        act(
            &mut desk,
            write(Field::Status, Value::Status(Status::Done { on })),
        )?;
    }
    let parcels = desk.parcels(|_| true);
    let text = seal(Kind::Progress, &Progress { parcels }, NOW).map_err(Failure::new)?;
    let file = folder.path().join(format!("{number}.json"));
    std::fs::write(&file, text)?;
    Ok(file)
}

fn act(desk: &mut Workspace, action: Action) -> Result {
    desk.apply(action, NOW).map(|_| ()).map_err(Failure::new)
}
