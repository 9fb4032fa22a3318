//! A list of duties as small as a page in Leptos can have it, the same as in bare JS: `?n=` says how many.

use std::collections::BTreeSet;

use gloo_storage::{LocalStorage, Storage as _};
use js_sys::{Date, Math};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

const DAY: f64 = 24.0 * 3_600_000.0;
const KEY: &str = "nhiem-vu";

fn main() {
    leptos::mount::mount_to_body(App);
    let _ = window()
        .navigator()
        .service_worker()
        .register("service-worker.js");
}

#[component]
fn App() -> impl IntoView {
    let wanted = wanted();
    let today = Math::floor(Date::now() / DAY);
    let (done, set_done) = signal(LocalStorage::get::<BTreeSet<u32>>(KEY).unwrap_or_default());
    let rows: Vec<_> = (1..=wanted)
        .map(|number| view! { <Row number today done set_done /> })
        .collect();
    view! {
        <main data-ready="">
            <h1>"Nhiệm vụ"</h1>
            <p id="count" role="status">
                {move || format!("Xong {}/{wanted} nhiệm vụ", done.with(BTreeSet::len))}
            </p>
            <ul id="list">{rows}</ul>
        </main>
    }
}

#[component]
fn Row(
    number: u32,
    today: f64,
    done: ReadSignal<BTreeSet<u32>>,
    set_done: WriteSignal<BTreeSet<u32>>,
) -> impl IntoView {
    let is_done = Memo::new(move |_| done.with(|done| done.contains(&number)));
    let tick = move |_| {
        set_done.update(|done| {
            if !done.remove(&number) {
                done.insert(number);
            }
        });
        let _ = done.with_untracked(|done| LocalStorage::set(KEY, done));
    };
    view! {
        <li class:done=is_done>
            <label>
                <input type="checkbox" prop:checked=is_done on:change=tick />
                {format!("Nhiệm vụ {number}: báo cáo kết quả thực hiện")}
                <time>{countdown(today, f64::from(number % 60) - 10.0)}</time>
            </label>
        </li>
    }
}

fn wanted() -> u32 {
    let query = window().location().search().unwrap_or_default();
    let given = query.trim_start_matches('?').split('&');
    let mut wanted = given.filter_map(|part| part.strip_prefix("n=")?.parse().ok());
    wanted.next().unwrap_or(40)
}

fn countdown(today: f64, days: f64) -> String {
    let day = Date::new(&JsValue::from_f64((today + days) * DAY));
    let day = day.to_locale_date_string("vi-VN", &JsValue::UNDEFINED);
    if days < 0.0 {
        format!("quá hạn {} ngày ({day})", -days)
    } else if days > 0.0 {
        format!("còn {days} ngày ({day})")
    } else {
        format!("hôm nay ({day})")
    }
}
