//! The order of the steps: two passes over the data, in parallel, with what must be whole in between.

mod options;

pub use options::{FileReport, Options, Outcome, OutputReport, Progress, Silent};
