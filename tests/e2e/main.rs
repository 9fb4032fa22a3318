//! The released app in a real browser, as its users meet it: `make test` builds `dist/` and runs these.
#![cfg(not(target_arch = "wasm32"))]

mod amend;
mod clock;
mod draft;
mod entry;
mod exchange;
mod first_start;
mod groups;
mod harness;
mod letter;
mod offline;
mod overview;
mod plan;
mod plans;
mod screens;
mod share;
mod steps;
mod storage;
mod tick;
