//! The released app in a real browser, as its users meet it: `make test` builds `dist/` and runs these.
#![cfg(not(target_arch = "wasm32"))]

mod entry;
mod first_start;
mod groups;
mod harness;
mod offline;
mod plan;
mod steps;
mod tick;
