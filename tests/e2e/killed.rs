//! A page whose process is killed while it writes. Nothing that it had told to be kept is lost, nothing is torn,
//! and no later edit is there without an earlier one.
//!
//! A browser's own process keeps what pages store; a page's process hands it over write by write, in order. So
//! what a page answered to somebody outside of it was handed over before: that is what counts as told here.

use std::time::Duration;

use serde_json::json;

use crate::harness::process::{kill_all_below, kill_busiest_page};
use crate::harness::{Browser, Page, Result, Server};
use crate::scale::Chance;
use crate::steps::{MORNING, UNIT, choose, open_duty};

/// How often the page is killed, where `SO_TIEN_DO_KILLS` does not say.
const KILLS: u64 = 10;
/// A page writes at most so long before it is killed.
const LONGEST_LIFE: u64 = 400_000;
/// A browser's power is cut after so long at most; within it, what was written reaches the disk once.
const LONGEST_WITH_POWER: u64 = 12_000_000;
/// Far longer than a page lives and outlives its kill.
const PATIENCE: Duration = Duration::from_mins(1);
/// Every so many edits one goes into the settings, the others into a note.
const IN_SETTINGS: u64 = 8;

#[tokio::test]
async fn a_page_killed_at_any_instant_loses_nothing_that_it_told_to_be_kept() -> Result {
    let (kills, seed) = (
        setting("SO_TIEN_DO_KILLS", KILLS),
        setting("SO_TIEN_DO_SEED", 1),
    );
    println!("{kills} kills, SO_TIEN_DO_SEED={seed}");
    let server = Server::start()?;
    let browser = Browser::desktop().at(MORNING);
    let (page, duty) = visit_duty(&browser, &server).await?;
    let mut random = Chance(seed);
    let (mut kept, mut untold) = (0, 0);
    for kill in 1..=kills {
        let life = Duration::from_micros(random.next() % LONGEST_LIFE);
        let spare = page.browser.new_tab().await?;
        let told = write_until_killed(&page, kept + 1, &duty, life, kill_busiest_page).await?;
        let address = format!("{}{duty}", server.url());
        browser.go_on_in(spare, &page, &address).await?;
        kept = look(&page, &duty).await?;
        println!("kill {kill} after {life:?}: told {told}, kept {kept}");
        assert!(
            kept >= told,
            "kill {kill} after {life:?}: told {told}, kept {kept}"
        );
        untold += kept - told;
    }
    println!("{kept} edits kept, {untold} of them before they were told");
    assert!(kept > kills, "hardly anything was written before a kill");
    Ok(())
}

/// Browsers put on the disk what pages store some seconds later, and nothing that a page can do hastens it. So
/// a cut of the power may take the last seconds; what it leaves is how all stood at one earlier instant.
#[tokio::test]
async fn a_browser_killed_whole_is_back_at_one_earlier_instant() -> Result {
    let (kills, seed) = (
        setting("SO_TIEN_DO_KILLS", KILLS),
        setting("SO_TIEN_DO_SEED", 1),
    );
    let server = Server::start()?;
    let browser = Browser::desktop().at(MORNING);
    let (mut page, duty) = visit_duty(&browser, &server).await?;
    let address = format!("{}{duty}", server.url());
    // Closed in order, it keeps all that was done so far.
    page = browser.clone().open_again(page, &address).await?;
    let (mut random, mut kept) = (Chance(seed), 0);
    for cut in 1..=kills.div_ceil(10) {
        let life = Duration::from_micros(random.next() % LONGEST_WITH_POWER);
        page.find("field", "Ghi chú").await?;
        let told = write_until_killed(&page, kept + 1, &duty, life, kill_all_below).await?;
        page = browser.clone().open_again(page, &address).await?;
        let before = kept;
        kept = look(&page, &duty).await?;
        println!("cut {cut} after {life:?}: told {told}, kept {kept}");
        assert!(
            kept >= before,
            "cut {cut} after {life:?} took what was on the disk: {before}, {kept}"
        );
    }
    Ok(())
}

/// A visit of somebody who looks at a duty of the own unit, and its address within the app.
async fn visit_duty(browser: &Browser, server: &Server) -> Result<(Page, String)> {
    let page = browser.clone().open(&server.url()).await?;
    choose(&page, UNIT).await?;
    open_duty(&page, "III.7").await?;
    let duty = page.js("return location.hash").await?;
    Ok((page, duty))
}

/// Lets the page write numbers from one on until it is killed; returns the last that it told to be kept.
async fn write_until_killed(
    page: &Page,
    first: u64,
    duty: &str,
    life: Duration,
    kill: fn(u32) -> Result,
) -> Result<u64> {
    let script = concat!(include_str!("harness/find.js"), include_str!("killed.js"));
    let arguments = vec![json!(first), json!(duty)];
    page.browser.execute(script, arguments).await?;
    let root = page.process();
    let killer = tokio::task::spawn_blocking(move || {
        std::thread::sleep(life);
        kill(root)
    });
    let killed = async { killer.await? };
    let both = async { tokio::try_join!(ask_until_gone(page, first - 1), killed) };
    let (told, ()) = tokio::time::timeout(PATIENCE, both).await??;
    Ok(told)
}

/// Asks the page what it told last until it answers no more.
async fn ask_until_gone(page: &Page, before: u64) -> Result<u64> {
    let mut told = before;
    while let Ok(number) = page.js("return window.kept").await {
        told = number;
    }
    Ok(told)
}

/// Looks at what the app shows after a kill; returns the last number that was kept.
async fn look(page: &Page, duty: &str) -> Result<u64> {
    let note = number_in(page, "Ghi chú").await?;
    page.js::<()>("location.hash = '#/cai-dat'; return null")
        .await?;
    let name = number_in(page, "Tên người ghi").await?;
    page.see_no_more("hỏng").await?;
    let aside: Vec<String> = page
        .js("return Object.keys(localStorage).filter((key) => key.includes('/damaged/'))")
        .await?;
    assert!(aside.is_empty(), "{aside:?}");
    let last = note.max(name);
    let expected = (last_note(last), last - last % IN_SETTINGS);
    assert_eq!(
        (note, name),
        expected,
        "an edit is missing before the last one"
    );
    page.js::<()>(&format!("location.hash = '{duty}'; return null"))
        .await?;
    page.find("field", "Ghi chú").await?;
    Ok(last)
}

/// The last number up to this one that was written into the note.
fn last_note(last: u64) -> u64 {
    if last > 0 && last.is_multiple_of(IN_SETTINGS) {
        last - 1
    } else {
        last
    }
}

/// The number that a field begins with; 0 for an empty one.
async fn number_in(page: &Page, label: &str) -> Result<u64> {
    let held = page.find("field", label).await?.prop("value").await?;
    let held = held.unwrap_or_default();
    match held.split(' ').next() {
        None | Some("") => Ok(0),
        Some(number) => Ok(number.parse()?),
    }
}

fn setting(name: &str, default: u64) -> u64 {
    let set = std::env::var(name)
        .ok()
        .and_then(|value| value.parse().ok());
    set.unwrap_or(default)
}
