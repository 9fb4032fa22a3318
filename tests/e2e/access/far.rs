//! What is out of sight is not drawn, and yet it is found, read out, and reached by keyboard.

use serde_json::{Value, json};
use so_tien_do::domain::{PlanId, Unit, UnitId};
use so_tien_do::workspace::{Action, Workspace};

use super::keyboard::walk;
use crate::country::put;
use crate::harness::{Browser, Page, Result, Server};
use crate::scale::{Land, NOW};

const PLANS: usize = 3;
const DUTIES: usize = 12;
const UNITS: usize = 60;

/// Begins with an office that has several plans and many units.
async fn begin(browser: Browser, server: &Server) -> Result<Page> {
    let page = browser.open(&server.url()).await?;
    page.whole().await?;
    put(&page, &office()).await?;
    page.go(&format!("{}#/don-vi", server.url())).await?;
    page.reload().await?;
    page.whole().await?;
    Ok(page)
}

/// Goes to what a unit has to do.
async fn turn_to_duties(page: &Page, server: &Server) -> Result {
    let unit = &Land::of(1, DUTIES, 1).roster.units[0].id;
    page.go(&format!("{}#/don-vi/{unit}", server.url())).await?;
    see_rows(page, ".duty", PLANS * DUTIES).await
}

/// Waits for all rows of lists, of which some are left out.
async fn see_rows(page: &Page, row: &str, count: usize) -> Result {
    // The built-in plan is there, too.
    let all = format!("document.querySelectorAll('{row}').length >= {count}");
    page.wait_for("all rows", &all).await?;
    let is_left_out = format!(
        "[...document.querySelectorAll('{row}')].some((row) =>
            getComputedStyle(row.parentElement).contentVisibility === 'auto')"
    );
    page.wait_for("some that are left out", &is_left_out).await
}

fn office() -> Workspace {
    let mut land = Land::of(1, DUTIES, 1);
    let others = (1..UNITS).map(|number| {
        let name = format!("Đơn vị {number}");
        Unit::new(UnitId::new(format!("alone-{number}")), name)
    });
    land.roster.units.extend(others);
    let mut office = land.before();
    for number in 2..=PLANS {
        let mut plan = land.plan.clone();
        plan.id = PlanId::new(format!("made-up-{number}"));
        office.add_plan(plan, land.roster.clone());
    }
    let me = land.roster.units[0].id.clone();
    office.apply(Action::ChooseMe(me), NOW).expect("a unit");
    office
}

#[tokio::test]
async fn the_focus_is_seen_whole_where_lists_begin_out_of_sight() -> Result {
    let server = Server::start()?;
    let page = begin(Browser::phone(), &server).await?;
    see_rows(&page, ".unit", PLANS * (UNITS - 1)).await?;
    assert_eq!(walk(&page).await?, [""; 0]);
    turn_to_duties(&page, &server).await?;
    assert_eq!(walk(&page).await?, [""; 0]);
    page.no_errors().await
}

#[tokio::test]
async fn duties_out_of_sight_are_found_and_read_out() -> Result {
    let server = Server::start()?;
    let page = begin(Browser::phone().read_out(), &server).await?;
    turn_to_duties(&page, &server).await?;
    let found: usize = page
        .js(&format!(
            "let count = 0;
             while (count < 99 && window.find('IV.{DUTIES}', true)) count += 1;
             return count"
        ))
        .await?;
    assert_eq!(found, PLANS);
    page.until("all boxes to be read out", async || {
        let tree = page
            .tell_browser("Accessibility.getFullAXTree", json!({}))
            .await?;
        Ok((boxes(&tree) == PLANS * DUTIES).then_some(()))
    })
    .await?;
    page.no_errors().await
}

/// Counts the boxes that whoever does not see the screen is told of.
fn boxes(tree: &Value) -> usize {
    let nodes = tree["nodes"].as_array().into_iter().flatten();
    let is_box = |node: &&Value| node["role"]["value"] == "checkbox" && node["ignored"] == false;
    nodes.filter(is_box).count()
}
