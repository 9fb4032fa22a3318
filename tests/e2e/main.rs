//! The released app in a real browser, as its users meet it: `make test` builds `dist/` and runs these.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../scale/mod.rs"]
mod scale;
#[path = "../scale/stored.rs"]
mod stored;
#[path = "../zips/mod.rs"]
mod zips;

mod access;
mod amend;
mod assign;
mod backup;
mod beginning;
mod clock;
mod country;
mod draft;
mod engines;
mod entry;
mod exchange;
mod first_start;
mod foreign;
mod groups;
mod guard;
mod harness;
#[cfg(target_os = "linux")]
mod killed;
mod letter;
mod looks;
mod many_files;
mod office;
mod offline;
mod old_browser;
mod overview;
mod picture;
mod plan;
mod plans;
mod policy;
mod print;
mod quota;
mod report;
mod rest;
mod round_trip;
mod screens;
mod share;
mod single_file;
mod snapshots;
mod steps;
mod storage;
mod tabs;
mod tick;
mod trial;
mod ways_in;
mod ways_out;
