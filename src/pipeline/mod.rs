//! The order of the steps: two passes over the data, in parallel, with what must be whole in between.

mod first_pass;
mod options;
mod resolve;
mod second_pass;
mod set;
mod sources;

pub use options::{FileReport, Options, Outcome, OutputReport, Progress, Silent};
