//! Rows of a list that stand in the page as markup: `<li id><… class="tick"><i></i></…><a class="body"></a><leaf></li>`.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// The first row stands below so many pixels, and no row is lower than so many.
const ABOVE: f64 = 240.0;
const LOWEST: f64 = 96.0;

/// Says whether a box is ticked.
const CHECKED: &str = "aria-checked";

/// However low the screen is.
const FEWEST: f64 = 2.0;

/// Returns how many rows of a list may be in sight at most.
#[must_use]
pub fn rows_in_sight() -> usize {
    let height = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64());
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "what is negative counts as nothing"
    )]
    let rows = ((height.unwrap_or_default() - ABOVE) / LOWEST)
        .ceil()
        .max(FEWEST) as usize;
    rows
}

/// Returns the number of the row in which something of a kind was pressed; rows are named by their list and number.
#[must_use]
pub fn number_of_row(event: &Event, pressed: &str, list: &str) -> Option<usize> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let row = target.closest(pressed).ok()??.parent_element()?;
    let id = row.id();
    id.strip_prefix(list)?.strip_prefix('-')?.parse().ok()
}

/// Returns what the button or link does that was pressed, if it says so.
#[must_use]
pub fn pressed(event: &Event) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("[data-do]").ok()??.get_attribute("data-do")
}

/// Returns what the button does that was pressed, and the number of its row.
#[must_use]
pub fn pressed_in_row(event: &Event, list: &str) -> Option<(String, usize)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let button = target.closest("[data-do]").ok()??;
    let row = button.closest(&format!("[id^='{list}-']")).ok()??;
    let number = row.id().strip_prefix(list)?.strip_prefix('-')?.parse();
    Some((button.get_attribute("data-do")?, number.ok()?))
}

/// Sets what an element says, if that is something else.
pub fn set_text(id: &str, text: &str) {
    if let Some(element) = element(id).filter(|it| it.text_content().as_deref() != Some(text)) {
        element.set_text_content(Some(text));
    }
}

/// Sets the box of a row.
pub fn set_ticked(id: &str, is_done: bool) {
    let tick = element(id).and_then(|row| row.first_element_child());
    if let Some(tick) = tick {
        tick_or_not(&tick, is_done);
    }
}

/// Sets the box of a row to what it did not say, and changes nothing else, so that it is seen at once.
pub fn press(id: &str) {
    let tick = element(id).and_then(|row| row.first_element_child());
    if let Some(tick) = tick {
        let was_done = tick.get_attribute(CHECKED).as_deref() == Some("true");
        tick_or_not(&tick, !was_done);
    }
}

fn tick_or_not(tick: &Element, is_done: bool) {
    // Never fails for a name that is one.
    let _ = tick.set_attribute(CHECKED, if is_done { "true" } else { "false" });
}

/// Writes a row anew; what can have the focus stays the same element. `class` is that of what stands in the place of
/// a tick that cannot be pressed.
pub fn renew_row(id: &str, is_done: bool, class: Option<&str>, body: &str, leaf: &str) {
    let renew = || -> Option<()> {
        let parts = element(id)?.children();
        let tick = parts.item(0)?;
        match class {
            // Does not fail for an element that stands in the page.
            Some(class) => drop(tick.set_attribute("class", class)),
            None => tick_or_not(&tick, is_done),
        }
        parts.item(1)?.set_inner_html(body);
        parts.item(2)?.set_outer_html(leaf);
        Some(())
    };
    // A row that is gone needs no content.
    let _ = renew();
}

pub fn remove_row(id: &str) {
    if let Some(row) = element(id) {
        row.remove();
    }
}

/// Takes out a row, and its block where it was the last one there.
pub fn remove_of_block(id: &str) {
    if let Some(row) = element(id) {
        let block = row.parent_element();
        row.remove();
        if let Some(block) = block.filter(|block| block.child_element_count() == 0) {
            block.remove();
        }
    }
}

/// Sets what stands within an element.
pub fn set_markup(id: &str, markup: &str) {
    if let Some(element) = element(id) {
        element.set_inner_html(markup);
    }
}

/// Sets what stands within a part of a row.
pub fn set_part(row: &str, part: &str, markup: &str) {
    // Fails only for what is no selector.
    let part = element(row).and_then(|row| row.query_selector(part).ok().flatten());
    if let Some(part) = part {
        part.set_inner_html(markup);
    }
}

/// Takes out a part of a row.
pub fn remove_part(row: &str, part: &str) {
    let part = element(row).and_then(|row| row.query_selector(part).ok().flatten());
    if let Some(part) = part {
        part.remove();
    }
}

/// Sets an attribute of an element.
pub fn set_attribute(id: &str, name: &str, value: &str) {
    if let Some(element) = element(id) {
        // Never fails for a name that is one.
        let _ = element.set_attribute(name, value);
    }
}

/// Hides an element.
pub fn hide(id: &str) {
    set_attribute(id, "hidden", "");
}

/// Shows an element that was hidden.
pub fn unhide(id: &str) {
    if let Some(element) = element(id) {
        // Never fails for a name that is one.
        let _ = element.remove_attribute("hidden");
    }
}

/// Adds rows before another one.
pub fn add_before(id: &str, rows: &str) {
    if let Some(row) = element(id) {
        // Fails only where a row has no parent.
        let _ = row.insert_adjacent_html("beforebegin", rows);
    }
}

/// Adds rows, or blocks of them, at the end of a list.
pub fn add_last(list: &str, rows: &str) {
    if let Some(list) = element(list) {
        // Never fails within an element.
        let _ = list.insert_adjacent_html("beforeend", rows);
    }
}

fn element(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}
