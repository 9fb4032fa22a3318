//! A store that is full but for some bytes. Wherever a write runs out of room, what was kept before stays whole,
//! and what is not kept is told.

use crate::harness::{Page, Result, Server};
use crate::steps::{open_duty, visit_as_unit};

const FULL: &str = "Bộ nhớ dành cho trang đã đầy";
/// A long note, then a short one, so that both longer and shorter texts run out of room.
const NOTES: [&str; 2] = ["Ghi chú dài hơn trước. ", "Ngắn. "];
/// The letters that are left: none, some of the mark and the head, some of the text, enough for it.
const ROOM: [usize; 8] = [0, 1, 40, 100, 300, 900, 1_500, 8_000];

/// Leaves room for so many letters of all that Chromium gives a page, names of keys included.
fn fill(room: usize) -> String {
    format!(
        "localStorage.removeItem('somebody else');
        const taken = Object.entries(localStorage).join('').length - localStorage.length;
        localStorage.setItem('somebody else', 'x'.repeat(5 * 1024 * 1024 - taken - 'somebody else'.length - {room}));
        return null"
    )
}

#[tokio::test]
async fn a_store_that_runs_out_of_room_at_any_byte_keeps_what_it_had() -> Result {
    let server = Server::start()?;
    let page = visit_as_unit(&server).await?;
    open_duty(&page, "III.7").await?;
    page.enter("Ghi chú", "lần 0").await?;
    let mut kept = "lần 0".to_owned();
    let (mut stored, mut refused) = (0, 0);
    for (number, room) in ROOM.into_iter().enumerate() {
        page.js::<()>(&fill(room)).await?;
        let note = format!("lần {number}: {}", NOTES[number % 2].repeat(12 - number));
        page.enter("Ghi chú", note.trim()).await?;
        let is_told = is_told(&page).await?;
        page.reload().await?;
        if is_told {
            refused += 1;
        } else {
            note.trim().clone_into(&mut kept);
            stored += 1;
        }
        page.see_value("Ghi chú", &kept).await?;
        let damaged: usize = page
            .js("return Object.keys(localStorage).filter((key) => key.includes('/damaged/')).length")
            .await?;
        assert_eq!(damaged, 0, "{room} bytes left");
    }
    assert!(
        stored > 1 && refused > 1,
        "{stored} stored, {refused} refused"
    );
    page.no_errors().await
}

/// Says whether the page tells that the latest edit is not kept. It tells at once.
async fn is_told(page: &Page) -> Result<bool> {
    page.js(&format!(
        "return document.body.innerText.includes('{FULL}')"
    ))
    .await
}
