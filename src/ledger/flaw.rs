//! What is wrong with a kit, and where.

use std::fmt;

use serde::Serialize;

/// Most flaws that one check lists one by one.
pub(super) const MOST: usize = 20;

/// One thing that is wrong with a kit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Flaw {
    /// The file, by its name in the kit or among the inputs.
    pub file: String,
    /// Physical line, from 1.
    pub line: Option<u64>,
    /// The row that the line belongs to, as a spreadsheet numbers it, and whose row it is.
    pub row: Option<String>,
    /// What is wrong.
    pub message: String,
}

impl Flaw {
    /// A flaw of a file as a whole.
    pub fn of(file: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            line: None,
            row: None,
            message: message.into(),
        }
    }

    /// The same flaw, on a line.
    #[must_use]
    pub fn on(mut self, line: u64, row: Option<String>) -> Self {
        self.line = Some(line);
        self.row = row;
        self
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(row) = &self.row {
            write!(f, " (row {row})")?;
        }
        write!(f, ": {}", self.message)
    }
}

/// What the check of a kit came to.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Report {
    /// What is wrong, file by file, then the books.
    pub flaws: Vec<Flaw>,
    /// Files that were checked.
    pub files: u64,
    /// Source rows in the ledger.
    pub rows: u64,
    /// Records in the import files.
    pub records: u64,
    /// Filled source cells in the books.
    pub cells: u64,
    /// What was checked, in words.
    pub checked: Vec<String>,
    /// What was not, and why.
    pub skipped: Vec<String>,
}

impl Report {
    /// Whether nothing is wrong.
    pub fn passed(&self) -> bool {
        self.flaws.is_empty()
    }

    /// Adds a flaw.
    pub(super) fn add(&mut self, flaw: Flaw) {
        self.flaws.push(flaw);
    }

    /// Adds the first flaws of a list, and how many more there are: `total` in all.
    pub(super) fn add_first(&mut self, flaws: Vec<Flaw>, total: usize) {
        let shown = flaws.len().min(MOST);
        let file = flaws.first().map(|flaw| flaw.file.clone());
        self.flaws.extend(flaws.into_iter().take(MOST));
        if let Some(file) = file.filter(|_| total > shown) {
            self.add(Flaw::of(
                file,
                format!("and {} more of this kind", total - shown),
            ));
        }
    }

    /// Adds a flaw unless two counts are one.
    pub(super) fn equal(&mut self, file: &str, what: &str, found: u64, stated: u64) {
        if found != stated {
            self.add(Flaw::of(
                file,
                format!("{what}: {found} are here, {stated} are stated in the books"),
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flaw_is_written_with_its_place() {
        let flaw = Flaw::of("id-map.csv", "line 7 is missing");
        assert_eq!(flaw.to_string(), "id-map.csv: line 7 is missing");
        let flaw = flaw.on(7, Some("6, Lead.csv:9".into()));
        assert_eq!(
            flaw.to_string(),
            "id-map.csv:7 (row 6, Lead.csv:9): line 7 is missing"
        );
    }

    #[test]
    fn a_long_list_is_cut_and_counted() {
        let mut report = Report::default();
        report.add_first(vec![Flaw::of("a", "b"); 30], 50);
        assert_eq!(report.flaws.len(), MOST + 1);
        assert!(report.flaws.last().unwrap().message.contains("30 more"));
    }
}
