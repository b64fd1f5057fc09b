//! The rows of a block, with their numbers and lines.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

use super::scan::{Block, Table};
use crate::error::{Error, Result};

/// Reads blocks of a table.
#[derive(Debug)]
pub struct Rows<'t> {
    table: &'t Table,
    file: Option<File>,
}

impl<'t> Rows<'t> {
    /// Opens the table's file for reading.
    ///
    /// # Errors
    /// When the file can't be opened.
    pub fn open(table: &'t Table) -> Result<Self> {
        let file = match table.text {
            Some(_) => None,
            None => Some(
                File::open(&table.input.path)
                    .map_err(|error| Error::io(&table.input.path, &error))?,
            ),
        };
        Ok(Self { table, file })
    }

    /// The bytes of a block.
    ///
    /// # Errors
    /// When the file can't be read, or is shorter than it was.
    pub fn bytes(&mut self, block: &Block) -> Result<Vec<u8>> {
        let fail = |error: &io::Error| {
            Error::new(
                format!("could not be read again ({error})"),
                "leave the file alone while it is converted",
            )
            .at(self.table.input.name.clone())
        };
        let len = block.len as usize;
        if let Some(text) = &self.table.text {
            let start = usize::try_from(block.start).unwrap_or(usize::MAX);
            return Ok(text
                .get(start..start.saturating_add(len))
                .unwrap_or_default()
                .to_vec());
        }
        let mut bytes = vec![0; len];
        let Some(file) = &mut self.file else {
            return Ok(Vec::new());
        };
        file.seek(SeekFrom::Start(block.start))
            .and_then(|_| file.read_exact(&mut bytes))
            .map_err(|error| fail(&error))?;
        Ok(bytes)
    }
}

/// Calls `each` with (row, line, cells) for every row of a block. The row of a broken block has one cell: its line.
pub fn each_row(
    table: &Table,
    block: &Block,
    bytes: &[u8],
    record: &mut csv::ByteRecord,
    mut each: impl FnMut(u32, u32, &csv::ByteRecord),
) {
    if block.broken {
        record.clear();
        record.push_field(bytes.trim_ascii_end());
        each(block.row, block.line, record);
        return;
    }
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(table.dialect.delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(bytes);
    let mut row = block.row;
    while let Ok(true) = reader.read_byte_record(record) {
        let line = record.position().map_or(1, |place| line(place, bytes));
        each(row, block.line + line - 1, record);
        row += 1;
    }
}

/// The line within the bytes on which a row begins. The reader has ended the row before at its CR, so that the LF
/// after it still counts.
fn line(place: &csv::Position, bytes: &[u8]) -> u32 {
    let start = usize::try_from(place.byte()).ok();
    let behind = start.and_then(|start| bytes.get(start)) == Some(&b'\n');
    u32::try_from(place.line() + u64::from(behind)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Input, open};

    fn lines(text: &str) -> Vec<(u32, u32)> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        std::fs::write(&path, text).unwrap();
        let name = "a.csv".to_string();
        let table = open(&Input { path, name }).unwrap();
        let mut reader = Rows::open(&table).unwrap();
        let mut record = csv::ByteRecord::new();
        let mut found = Vec::new();
        for block in &table.blocks {
            let bytes = reader.bytes(block).unwrap();
            each_row(&table, block, &bytes, &mut record, |row, line, _| {
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
