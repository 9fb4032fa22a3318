//! What a browser's store holds of a workspace.

use so_tien_do::front::Front;
use so_tien_do::store::{Keeper, MemoryStore, Store};
use so_tien_do::workspace::Workspace;
use std::rc::Rc;

use crate::scale::NOW;

/// All that is stored of a workspace in a browser, as the app leaves it.
pub(crate) fn texts_of(workspace: &Workspace) -> Vec<(String, String)> {
    let store = Rc::new(MemoryStore::default());
    let mut keeper = Keeper::new(Box::new(store.clone()));
    // The version is noted before there is anything of which it would take a snapshot.
    let nothing = Workspace::empty(workspace.device.clone());
    keeper.begin(&nothing, NOW).expect("room");
    assert_eq!(keeper.keep(workspace, workspace.keys(), NOW), None);
    keeper.keep_front(workspace, &Front::of(workspace), NOW);
    let keys = store.keys().expect("keys").into_iter();
    let text = |key: String| {
        let text = store.get(&key).expect("a store").expect("a text");
        (format!("so-tien-do/{key}"), text)
    };
    keys.map(text).collect()
}
