//! The rows of a block, with their numbers and lines.

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::sync::Arc;

use super::cut::{Cutter, Row};
use super::scan::{Block, Table};
use crate::error::{Error, Result};

/// Reads blocks of a table.
#[derive(Debug)]
pub struct Rows<'t> {
    table: &'t Table,
    file: Arc<File>,
}

impl<'t> Rows<'t> {
    /// Opens the table's file for reading.
    ///
    /// # Errors
    /// When the file can't be opened.
    pub fn open(table: &'t Table) -> Result<Self> {
        let path = &table.input.path;
        let file = match &table.text {
            Some(file) => Arc::clone(file),
            None => Arc::new(File::open(path).map_err(|error| Error::io(path, &error))?),
        };
        Ok(Self { table, file })
    }

    /// The bytes of a block.
    ///
    /// # Errors
    /// When the file can't be read, or is shorter than it was.
    pub fn bytes(&self, block: &Block) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.read(block, &mut bytes)?;
        Ok(bytes)
    }

    /// Puts the bytes of a block in place of others.
    ///
    /// # Errors
    /// When the file can't be read, or is shorter than it was.
    pub fn read(&self, block: &Block, bytes: &mut Vec<u8>) -> Result<()> {
        bytes.resize(block.len as usize, 0);
        let read = self.file.read_exact_at(bytes, block.start);
        read.map_err(|error| {
            Error::new(
                format!("could not be read again ({error})"),
                "leave the file alone while it is converted",
            )
            .at(self.table.input.name.clone())
        })
    }
}

/// Calls `each` with (row, line, cells) for every row of a block. The row of a broken block has one cell: its line.
pub fn each_row(table: &Table, block: &Block, bytes: &[u8], mut each: impl FnMut(u32, u32, &Row)) {
    let mut cutter = Cutter::new(bytes, table.dialect.delimiter);
    if block.broken {
        each(block.row, block.line, &cutter.whole());
        return;
    }
    let (mut row, mut line) = (block.row, block.line);
    while let Some((cells, ends)) = cutter.next() {
        each(row, line, &cells);
        row += 1;
        // A sheet has no lines but its rows.
        line += if table.sheet.is_some() { 1 } else { ends };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Input, tables};

    fn lines(text: &str) -> Vec<(u32, u32)> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        std::fs::write(&path, text).unwrap();
        let name = "a.csv".to_string();
        let table = tables(&Input { path, name }, &[]).unwrap().remove(0);
        let reader = Rows::open(&table).unwrap();
        let mut found = Vec::new();
        for block in &table.blocks {
            let bytes = reader.bytes(block).unwrap();
            each_row(&table, block, &bytes, |row, line, _| {
                found.push((row, line));
            });
        }
        found
    }

    #[test]
    fn lines_are_counted_alike_whatever_ends_them() {
        let text = "a,b\n1,\"x\ny\"\n2,z\n\n3,w\n";
        let expected = [(1, 1), (2, 2), (3, 4), (5, 6)];
        assert_eq!(lines(text), expected);
        assert_eq!(lines(&text.replace('\n', "\r\n")), expected);
    }
}
