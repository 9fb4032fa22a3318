//! Host tests of the whole library, one binary.

#[path = "../contract/mod.rs"]
mod contract;

mod actions;
mod built_in_plan;
mod cases;
mod command_line;
mod desks;
mod exchange;
mod files;
mod histories;
mod hostile_files;
mod merge;
mod merge_oracle;
mod merge_stories;
mod models;
mod screens;
mod sources;
mod stores;
mod tidy;
