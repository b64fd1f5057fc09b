//! What stops a run: what happened, where, and the way out.

use std::fmt;
use std::path::Path;

/// An error that stops a run.
#[derive(Debug)]
pub struct Error {
    /// Where: a file, perhaps with row and column; empty where there is no place.
    pub place: String,
    /// What happened.
    pub message: String,
    /// What to do about it; may be empty.
    pub way_out: String,
}

/// A result that an [`Error`] may stop.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error with its way out.
    pub fn new(message: impl Into<String>, way_out: impl Into<String>) -> Self {
        Self {
            place: String::new(),
            message: message.into(),
            way_out: way_out.into(),
        }
    }

    /// The same error, at a place.
    #[must_use]
    pub fn at(mut self, place: impl Into<String>) -> Self {
        self.place = place.into();
        self
    }

    /// An error of the file system.
    pub fn io(path: &Path, error: &std::io::Error) -> Self {
        Self::new(error.to_string(), "").at(path.display().to_string())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.place.is_empty() {
            write!(f, "{}: ", self.place)?;
        }
        f.write_str(&self.message)?;
        if !self.way_out.is_empty() {
            write!(f, "; {}", self.way_out)?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}
