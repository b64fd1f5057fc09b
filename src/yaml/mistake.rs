//! A mistake in a YAML file: what, where, and the way out.

use std::fmt;

/// A mistake, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The file, as the user named it.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// What is wrong: a lower-case fragment.
    pub message: String,
    /// What to do about it: a lower-case fragment, or empty.
    pub way_out: String,
    /// The line it stands on, or empty.
    pub snippet: String,
}

/// Everything that is wrong, in the order of the places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mistakes(pub Vec<Mistake>);

impl Mistakes {
    /// Sorts them by file, line and column, and leaves out what is said twice.
    pub fn sorted(mut mistakes: Vec<Mistake>) -> Self {
        mistakes.sort_by(|a, b| {
            let key = |m: &Mistake| (m.file.clone(), m.line, m.column, m.message.clone());
            key(a).cmp(&key(b))
        });
        mistakes.dedup();
        Self(mistakes)
    }
}

impl From<Mistake> for Mistakes {
    fn from(mistake: Mistake) -> Self {
        Self(vec![mistake])
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (file, line, column) = (&self.file, self.line, self.column);
        if line == 0 {
            write!(f, "{file}: {}", self.message)?;
        } else {
            write!(f, "{file}:{line}:{column}: {}", self.message)?;
        }
        if !self.way_out.is_empty() {
            write!(f, "; {}", self.way_out)?;
        }
        if self.snippet.is_empty() {
            return Ok(());
        }
        let number = line.to_string();
        let gutter = " ".repeat(number.len());
        let before = " ".repeat(usize::try_from(column).unwrap_or(1).saturating_sub(1));
        let shown = self.snippet.replace('\t', " ");
        write!(f, "\n{gutter} |\n{number} | {shown}\n{gutter} | {before}^")
    }
}

impl std::error::Error for Mistake {}

impl fmt::Display for Mistakes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, mistake) in self.0.iter().enumerate() {
            if at > 0 {
                write!(f, "\n\n")?;
            }
            write!(f, "{mistake}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Mistakes {}

/// The line of a text, from 1, cut at 200 characters; empty where there is none.
pub fn snippet(text: &str, line: u32) -> String {
    let at = usize::try_from(line).unwrap_or(0);
    let Some(found) = at.checked_sub(1).and_then(|at| text.lines().nth(at)) else {
        return String::new();
    };
    found.trim_end().chars().take(200).collect()
}
