//! How many cells of each column have a problem, counted from the findings as they are made.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{self, Write};

use serde::Deserialize;

use crate::model::finding::{Severity, kind};

/// The problems of columns, by file and header.
#[derive(Debug, Default)]
pub(super) struct Problems {
    files: HashMap<String, HashMap<String, u64>>,
}

#[derive(Deserialize)]
struct Line<'a> {
    #[serde(borrow)]
    file: Cow<'a, str>,
    #[serde(borrow)]
    code: Cow<'a, str>,
    #[serde(borrow)]
    column: Cow<'a, str>,
}

impl Problems {
    /// The problems of a column.
    pub fn of(&self, file: &str, column: &str) -> u64 {
        let found = self.files.get(file).and_then(|columns| columns.get(column));
        found.copied().unwrap_or(0)
    }

    fn count(&mut self, line: &Line) {
        let counts = kind(&line.code).is_some_and(|kind| {
            kind.group == "value" && (kind.severity > Severity::Info || kind.code == "placeholder")
        });
        if !counts {
            return;
        }
        let columns = match self.files.get_mut(line.file.as_ref()) {
            Some(columns) => columns,
            None => self.files.entry(line.file.to_string()).or_default(),
        };
        match columns.get_mut(line.column.as_ref()) {
            Some(count) => *count += 1,
            None => {
                columns.insert(line.column.to_string(), 1);
            }
        }
    }
}

/// Takes whole lines of findings, as the first pass writes them.
impl Write for Problems {
    fn write(&mut self, lines: &[u8]) -> io::Result<usize> {
        for line in lines.split(|byte| *byte == b'\n') {
            if let Ok(line) = serde_json::from_slice(line) {
                self.count(&line);
            }
        }
        Ok(lines.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_of_values_are_counted_by_column() {
        let mut problems = Problems::default();
        let line = |code: &str| {
            format!("{{\"file\":\"a.csv\",\"code\":\"{code}\",\"column\":\"Mail\",\"row\":2}}\n")
        };
        let lines = ["email-syntax", "placeholder", "email-role", "link-dangling"].map(line);
        problems.write_all(lines.concat().as_bytes()).unwrap();
        assert_eq!(problems.of("a.csv", "Mail"), 2);
        assert_eq!(problems.of("a.csv", "Name"), 0);
    }
}
