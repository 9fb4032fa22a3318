//! The contract of every store, kept by the browser's own.

#![cfg(target_arch = "wasm32")]

mod contract;

use so_tien_do::browser::LocalStore;
use so_tien_do::store::{Slots, Store};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The browser's storage, with nothing in it. Tests of one page run in turn, never at once.
fn storage() -> web_sys::Storage {
    let storage = web_sys::window()
        .and_then(|window| window.local_storage().ok().flatten())
        .expect("a storage");
    storage.clear().expect("a storage that can be written");
    storage
}

#[wasm_bindgen_test]
fn the_store_of_the_browser_keeps_the_contract() {
    storage();
    contract::check(&LocalStore::probe().expect("a store"));
}

#[wasm_bindgen_test]
fn slots_in_the_browser_keep_it_too() {
    storage();
    contract::check(&Slots::new(&LocalStore::probe().expect("a store")));
}

#[wasm_bindgen_test]
fn probing_leaves_nothing_behind() {
    let storage = storage();
    LocalStore::probe().expect("a store");
    assert_eq!(storage.length(), Ok(0));
}

#[wasm_bindgen_test]
fn what_was_kept_is_there_for_the_next_page() {
    storage();
    LocalStore::probe()
        .expect("a store")
        .set("text", "Đơn vị A")
        .expect("room");
    assert_eq!(
        LocalStore::probe().expect("a store").get("text"),
        Ok(Some("Đơn vị A".to_owned()))
    );
}

#[wasm_bindgen_test]
fn texts_of_others_are_neither_seen_nor_touched() {
    let storage = storage();
    storage
        .set_item("khác/text", "của người khác")
        .expect("room");
    let store = LocalStore::probe().expect("a store");
    store.set("text", "của ta").expect("room");
    assert_eq!(store.keys(), Ok(vec!["text".to_owned()]));
    store.remove("text").expect("removed");
    store.remove("khác/text").expect("nothing to remove");
    assert_eq!(
        storage.get_item("khác/text"),
        Ok(Some("của người khác".to_owned()))
    );
    assert_eq!(storage.get_item("so-tien-do/text"), Ok(None));
}

#[wasm_bindgen_test]
fn a_text_that_finds_no_room_leaves_the_old_one() {
    storage();
    let store = LocalStore::probe().expect("a store");
    store.set("text", "cũ").expect("room");
    // Browsers give a page five to ten million characters.
    let larger = "x".repeat(32 * 1024 * 1024);
    assert_eq!(
        store.set("text", &larger),
        Err(so_tien_do::store::StoreError::Full)
    );
    assert_eq!(store.get("text"), Ok(Some("cũ".to_owned())));
}
