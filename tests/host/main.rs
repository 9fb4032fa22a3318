//! Host tests of the whole library, one binary.

#[path = "../contract/mod.rs"]
mod contract;
#[path = "../scale/mod.rs"]
mod scale;
#[path = "../zips/mod.rs"]
mod zips;

mod actions;
mod amendments;
mod archives;
mod assignments;
mod backups;
mod briefs;
mod built_in_plan;
mod cases;
mod command_line;
mod desks;
mod digests;
mod drafts;
mod enrolments;
mod exchange;
mod faults;
mod files;
mod found;
mod fronts;
mod histories;
mod hostile_files;
mod imports;
mod keepers;
mod kept;
mod locks;
mod manifest;
mod merge;
mod merge_oracle;
mod merge_stories;
mod models;
mod offers;
mod office;
mod one_file;
mod openers;
mod orders;
mod overviews;
mod plans;
mod posters;
mod reader;
mod reader_fuzz;
mod releases;
mod reloads;
mod reports;
mod reviews;
mod scales;
mod screens;
mod signatures;
mod slots;
mod snapshots;
mod sources;
mod stores;
mod successions;
mod tidy;
mod trials;
mod turns;
mod unit_lists;
