//! Host tests of the whole library, one binary.

mod built_in_plan;
