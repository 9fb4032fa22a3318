//! The device's mail program.

use wasm_bindgen::JsCast;
use web_sys::HtmlAnchorElement;

/// Opens a `mailto:` address. Whether there is a mail program no browser tells.
pub fn open_mail(address: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.and_then(|document| {
        let link = document.create_element("a").ok()?;
        document.body()?.append_child(&link).ok()?;
        link.dyn_into::<HtmlAnchorElement>().ok()
    });
    // A link, since going to the address would count as leaving the page.
    if let Some(link) = link {
        link.set_href(address);
        link.click();
        link.remove();
    }
}
