//! Host tests of the whole library, one binary.

#[path = "../contract/mod.rs"]
mod contract;

mod built_in_plan;
mod cases;
mod desks;
mod files;
mod histories;
mod merge;
mod models;
mod stores;
