//! What every store must keep to, whatever it is made of.

use so_tien_do::store::Store;

/// Runs the whole contract on an empty store.
pub(crate) fn check(store: &dyn Store) {
    a_missing_key_is_nothing(store);
    what_is_set_is_got_to_the_letter(store);
    setting_again_replaces(store);
    keys_are_those_that_hold_a_text(store);
    removing_is_final_and_may_be_repeated(store);
}

fn a_missing_key_is_nothing(store: &dyn Store) {
    assert_eq!(store.get("missing"), Ok(None));
    assert_eq!(store.size("missing"), Ok(0));
    assert_eq!(store.keys(), Ok(Vec::new()));
}

fn what_is_set_is_got_to_the_letter(store: &dyn Store) {
    let long = "Hội Liên hiệp Phụ nữ ".repeat(5_000);
    for text in [
        "",
        "a",
        "\"{\\",
        "Đảng ủy xã\r\n\t\u{0}",
        "e\u{301} khác \u{e9}",
        "🌾",
        &long,
    ] {
        store.set("text", text).expect("room");
        assert_eq!(store.get("text"), Ok(Some(text.to_owned())));
        assert_eq!(store.size("text"), Ok(text.encode_utf16().count()));
    }
}

fn setting_again_replaces(store: &dyn Store) {
    store.set("text", "old").expect("room");
    store.set("text", "new").expect("room");
    assert_eq!(store.get("text"), Ok(Some("new".to_owned())));
}

fn keys_are_those_that_hold_a_text(store: &dyn Store) {
    store.set("record/kế-hoạch/đơn-vị", "1").expect("room");
    let mut keys = store.keys().expect("keys");
    keys.sort();
    assert_eq!(keys, ["record/kế-hoạch/đơn-vị", "text"]);
}

fn removing_is_final_and_may_be_repeated(store: &dyn Store) {
    for _ in 0..2 {
        store.remove("text").expect("removed");
        store.remove("record/kế-hoạch/đơn-vị").expect("removed");
    }
    assert_eq!(store.get("text"), Ok(None));
    assert_eq!(store.keys(), Ok(Vec::new()));
}
