//! Markup of a megabyte and more. To read it at once would hold the page.

use super::page::{document, element};
use super::turns::Turns;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlDocument};

/// So many bytes are read within a few milliseconds.
const PIECE: usize = 1 << 16;

/// Shows markup in place of what an element holds, as long as that is wanted. It is read in turns, beside the page, and
/// comes in whole: no part of it is ever seen or printed alone.
pub async fn show_markup(id: &str, markup: &str, is_wanted: impl Fn() -> bool) {
    let read = read(markup, &is_wanted).await;
    let Some(place) = element(id).filter(|_| is_wanted()) else {
        return;
    };
    let taken = read.and_then(|read| take_over(&read, &place));
    if taken.is_err() {
        // A browser that reads no other document than the page reads it here, at once.
        place.set_inner_html(markup);
    }
}

/// Reads markup into a document that is not shown; stops where it is no longer wanted.
async fn read(markup: &str, is_wanted: impl Fn() -> bool) -> Result<HtmlDocument, JsValue> {
    let page = document().ok_or(JsValue::NULL)?;
    let beside = page.implementation()?.create_html_document()?;
    let beside: HtmlDocument = beside.dyn_into()?;
    beside.open()?;
    // Without it all is read as pages of long ago were.
    beside.write_1("<!doctype html>")?;
    let mut turn = Turns::begin();
    let mut left = markup;
    while !left.is_empty() && is_wanted() {
        let (piece, others) = left.split_at(left.floor_char_boundary(PIECE));
        beside.write_1(piece)?;
        left = others;
        if turn.is_over() {
            turn.rest().await;
        }
    }
    beside.close()?;
    Ok(beside)
}

fn take_over(read: &HtmlDocument, place: &Element) -> Result<(), JsValue> {
    let read = read.body().ok_or(JsValue::NULL)?;
    place.set_inner_html("");
    while let Some(part) = read.first_child() {
        place.append_child(&part)?;
    }
    Ok(())
}
