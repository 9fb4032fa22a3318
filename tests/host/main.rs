//! Host tests of the whole library, one binary.

#[path = "../contract/mod.rs"]
mod contract;

mod actions;
mod amendments;
mod built_in_plan;
mod cases;
mod command_line;
mod desks;
mod drafts;
mod exchange;
mod files;
mod histories;
mod hostile_files;
mod merge;
mod merge_oracle;
mod merge_stories;
mod models;
mod overviews;
mod plans;
mod reader;
mod reader_fuzz;
mod screens;
mod sources;
mod stores;
mod tidy;
