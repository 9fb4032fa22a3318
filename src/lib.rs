pub mod domain;
pub mod reader;
pub mod progress;
