//! Pictures that are made on the device.

use crate::view::{Font, Mark, Picture, Tone};
use js_sys::{Array, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, File, FilePropertyBag, HtmlCanvasElement};

/// Fonts of the system, all of which have the Vietnamese letters.
const FONTS: &str = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

const PNG: &str = "image/png";

/// Lays a picture out by the fonts of this device and draws it, as a PNG file of this name.
///
/// # Errors
/// What the browser says when it has no canvas or no room for one.
pub async fn draw(
    name: &str,
    lay_out: impl FnOnce(&dyn Fn(&str, Font) -> f64) -> Picture,
) -> Result<File, JsValue> {
    let document = web_sys::window().and_then(|window| window.document());
    let canvas = document.ok_or(JsValue::NULL)?.create_element("canvas")?;
    let canvas: HtmlCanvasElement = canvas.dyn_into().map_err(JsValue::from)?;
    let pen = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let pen: CanvasRenderingContext2d = pen.dyn_into().map_err(JsValue::from)?;
    let picture = lay_out(&|text, font| {
        set_font(&pen, font);
        pen.measure_text(text).map_or(0.0, |it| it.width())
    });
    canvas.set_width(whole(picture.width));
    canvas.set_height(whole(picture.height));
    for mark in &picture.marks {
        carry_out(&pen, mark)?;
    }
    let blob = blob(&canvas).await?;
    file(name, &blob)
}

/// An empty file of the kind that [`draw`] makes, to ask whether such can be shared.
pub(super) fn sample() -> Result<File, JsValue> {
    file("anh.png", &JsValue::from_str(""))
}

fn file(name: &str, content: &JsValue) -> Result<File, JsValue> {
    let options = FilePropertyBag::new();
    options.set_type(PNG);
    File::new_with_blob_sequence_and_options(&Array::of1(content), name, &options)
}

fn set_font(pen: &CanvasRenderingContext2d, Font(size, is_bold): Font) {
    let weight = if is_bold { "700" } else { "400" };
    pen.set_font(&format!("{weight} {size}px {FONTS}"));
}

fn carry_out(pen: &CanvasRenderingContext2d, mark: &Mark) -> Result<(), JsValue> {
    let dip = |tone: Tone| pen.set_fill_style_str(tone.colour());
    match mark {
        Mark::Block {
            x,
            y,
            width,
            height,
            tone,
        } => {
            dip(*tone);
            pen.fill_rect(*x, *y, *width, *height);
        }
        Mark::Text {
            x,
            y,
            font,
            tone,
            text,
        } => {
            dip(*tone);
            set_font(pen, *font);
            pen.fill_text(text, *x, *y)?;
        }
    }
    Ok(())
}

async fn blob(canvas: &HtmlCanvasElement) -> Result<Blob, JsValue> {
    let promise = Promise::new(&mut |done, failed| {
        let take = Closure::once_into_js(move |blob: JsValue| {
            let _ = done.call1(&JsValue::NULL, &blob);
        });
        if let Err(error) = canvas.to_blob_with_type(take.unchecked_ref(), PNG) {
            let _ = failed.call1(&JsValue::NULL, &error);
        }
    });
    // There is none where the browser has no room for the picture.
    let blob = JsFuture::from(promise).await?;
    blob.dyn_into()
}

/// A length in whole pixels.
fn whole(length: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few thousand at most, and never less than none"
    )]
    let pixels = length as u32;
    pixels
}
