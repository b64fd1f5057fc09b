//! A CSV file as the vendor's loader writes it: UTF-8, every value quoted.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// A file being written, one row at a time.
pub struct Sheet {
    out: BufWriter<File>,
    row: Vec<u8>,
    cells: usize,
    width: usize,
    end: &'static [u8],
}

impl Sheet {
    /// Starts the file with its header.
    pub fn create(path: &Path, columns: &[&str], crlf: bool) -> io::Result<Self> {
        let out = BufWriter::with_capacity(1 << 20, File::create(path)?);
        let end: &[u8] = if crlf { b"\r\n" } else { b"\n" };
        let mut sheet = Self {
            out,
            row: Vec::new(),
            cells: 0,
            width: columns.len(),
            end,
        };
        columns.iter().for_each(|column| sheet.cell(column));
        sheet.end()?;
        Ok(sheet)
    }

    /// Adds one value to the row.
    pub fn cell(&mut self, value: &str) {
        if self.cells > 0 {
            self.row.push(b',');
        }
        self.row.push(b'"');
        for byte in value.bytes() {
            if byte == b'"' {
                self.row.push(b'"');
            }
            self.row.push(byte);
        }
        self.row.push(b'"');
        self.cells += 1;
    }

    /// Adds `true` or `false`.
    pub fn flag(&mut self, value: bool) {
        self.cell(if value { "true" } else { "false" });
    }

    /// Ends the row, which must be as wide as the header.
    pub fn end(&mut self) -> io::Result<()> {
        if self.cells != self.width {
            let text = format!("row of {} cells under {} columns", self.cells, self.width);
            return Err(io::Error::other(text));
        }
        self.row.extend_from_slice(self.end);
        self.out.write_all(&self.row)?;
        self.row.clear();
        self.cells = 0;
        Ok(())
    }

    /// Writes what is left.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.flush()
    }
}
