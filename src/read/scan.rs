//! Looking over a file once: where its rows begin, so that blocks of whole rows can be read in parallel.

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::Arc;

use encoding_rs::{Encoding, UTF_8};
use sha2::{Digest, Sha256};

use super::dialect::{self, Dialect};
use super::word::find_quote;
use super::{Input, SheetAsked, book, encoding, no_room};
use crate::error::{Error, Result};

/// Blocks are cut at the first row that begins beyond this many bytes.
pub(super) const BLOCK_BYTES: usize = 512 << 10;
/// A quoted cell that is longer, or has more lines, was never closed.
const LONGEST_ROW: usize = 1 << 20;
const MOST_LINES: usize = 2000;
/// How much of a file is looked at to find its dialect.
const START_BYTES: usize = 256 << 10;

/// Whole rows that lie one after the other, without blank lines between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// First byte.
    pub start: u64,
    /// Length in bytes.
    pub len: u32,
    /// Row number of the first row, from 1, blank lines counted, as a spreadsheet shows them.
    pub row: u32,
    /// Physical line on which the first row begins, from 1.
    pub line: u32,
    /// Number of rows.
    pub rows: u32,
    /// Whether it is one line with a quote that is never closed.
    pub broken: bool,
}

/// An input file that was looked over.
#[derive(Clone, Debug)]
pub struct Table {
    /// The file.
    pub input: Input,
    /// How it is written.
    pub dialect: Dialect,
    /// The encoding of its cells.
    pub encoding: &'static Encoding,
    /// The encoding of the file, where it was turned to UTF-8 to be read.
    pub written_in: &'static Encoding,
    /// Its rows in blocks, the header included.
    pub blocks: Vec<Block>,
    /// SHA-256 of the file.
    pub sha256: [u8; 32],
    /// Size of the file in bytes.
    pub size: u64,
    /// Its rows as UTF-8, in a temporary file, where the file itself holds them otherwise.
    pub(super) text: Option<Arc<File>>,
    /// The sheet that it is, of a workbook.
    pub sheet: Option<String>,
    /// Why its sheet was passed over, if it was.
    pub passed_over: Option<String>,
    /// Of a sheet: by column, the first row below the first in which the cell is a number.
    pub numbers: Vec<Option<u32>>,
}

/// Looks over an input: the one table of a text file, or the sheets of a workbook. Of a workbook the sheets that are
/// asked for are read; where none is, those that are visible.
///
/// # Errors
/// When the file can't be read, or is neither.
pub fn tables(input: &Input, sheets: &[SheetAsked]) -> Result<Vec<Table>> {
    let mut start = Vec::with_capacity(8);
    File::open(&input.path)
        .and_then(|file| file.take(8).read_to_end(&mut start))
        .map_err(|error| Error::io(&input.path, &error))?;
    match book::kind(&start) {
        Some(kind) => book::tables(input, kind, sheets),
        None => Ok(vec![open(input)?]),
    }
}

fn open(input: &Input) -> Result<Table> {
    let fail = |error: &std::io::Error| Error::io(&input.path, error);
    let mut file = File::open(&input.path).map_err(|error| fail(&error))?;
    let mut start = Vec::with_capacity(START_BYTES);
    Read::by_ref(&mut file)
        .take(START_BYTES as u64)
        .read_to_end(&mut start)
        .map_err(|error| fail(&error))?;
    refuse(&start).map_err(|error| error.at(input.name.clone()))?;
    let mut text = None;
    let mut written_in = UTF_8;
    if encoding::mark(&start).is_some_and(|(found, _)| found != UTF_8) {
        file.read_to_end(&mut start).map_err(|error| fail(&error))?;
        if let Some((wide, found)) = encoding::widen(&start) {
            written_in = found;
            text = Some(wide.into_bytes());
        }
    }
    let mut hash = Sha256::new();
    hash.update(&start);
    let size_read = start.len() as u64;
    let mut scan = Scan::default();
    let dialect;
    let mut size = size_read;
    if let Some(wide) = &text {
        dialect = dialect::detect(wide.get(..START_BYTES.min(wide.len())).unwrap_or_default());
        scan.begin(dialect);
        scan.feed(wide.get(dialect.skip..).unwrap_or_default(), true);
    } else {
        dialect = dialect::detect(&start);
        scan.begin(dialect);
        scan.feed(start.get(dialect.skip..).unwrap_or_default(), false);
        let mut buffer = vec![0; 1 << 20];
        loop {
            let read = file.read(&mut buffer).map_err(|error| fail(&error))?;
            if read == 0 {
                break;
            }
            let part = buffer.get(..read).unwrap_or_default();
            hash.update(part);
            size += read as u64;
            scan.feed(part, false);
        }
        scan.feed(&[], true);
    }
    let encoding = scan.encoding();
    let text = text.map(|wide| set_aside(&wide)).transpose()?;
    if text.is_none() {
        written_in = encoding;
    }
    Ok(Table {
        input: input.clone(),
        dialect,
        encoding,
        written_in,
        blocks: scan.blocks,
        sha256: hash.finalize().into(),
        size,
        text,
        sheet: None,
        passed_over: None,
        numbers: Vec::new(),
    })
}

/// Puts text into a temporary file.
fn set_aside(text: &[u8]) -> Result<Arc<File>> {
    let file = tempfile::tempfile().and_then(|mut file| file.write_all(text).map(|()| file));
    file.map(Arc::new).map_err(no_room)
}

/// An input that can't be read as a table: its size and hash only.
///
/// # Errors
/// When the file can't be read.
pub fn bare(input: &Input) -> Result<Table> {
    let (size, sha256) = hashed(&input.path)?;
    Ok(Table {
        input: input.clone(),
        dialect: dialect::detect(&[]),
        encoding: UTF_8,
        written_in: UTF_8,
        blocks: Vec::new(),
        sha256,
        size,
        text: None,
        sheet: None,
        passed_over: None,
        numbers: Vec::new(),
    })
}

/// A file's size in bytes, and its SHA-256.
pub(super) fn hashed(path: &Path) -> Result<(u64, [u8; 32])> {
    let fail = |error: std::io::Error| Error::io(path, &error);
    let mut file = File::open(path).map_err(fail)?;
    let mut hash = Sha256::new();
    let mut size = 0;
    let mut buffer = vec![0; 1 << 20];
    loop {
        let read = file.read(&mut buffer).map_err(fail)?;
        if read == 0 {
            return Ok((size, hash.finalize().into()));
        }
        hash.update(buffer.get(..read).unwrap_or_default());
        size += read as u64;
    }
}

/// What is plainly no table of text is refused with its name.
fn refuse(start: &[u8]) -> Result<()> {
    const KNOWN: [(&[u8], &str); 6] = [
        (b"%PDF", "a PDF"),
        (b"SQLite format 3", "an SQLite database"),
        (b"\x1f\x8b", "a gzip archive"),
        (b"PAR1", "a Parquet file"),
        (b"<?xml", "an XML file"),
        (b"<html", "a web page"),
    ];
    for (mark, what) in KNOWN {
        if start.starts_with(mark) {
            return Err(Error::new(
                format!("looks like {what}, not a table of text"),
                "save it as CSV (UTF-8) and try again",
            ));
        }
    }
    let body = start.trim_ascii_start();
    if body.starts_with(b"{") || body.starts_with(b"[") || body.starts_with(b"BEGIN:VCARD") {
        return Err(Error::new(
            "looks like JSON or vCard, not a table of text",
            "export it as CSV and try again",
        ));
    }
    Ok(())
}

/// Finds the rows in a stream of bytes, by the rules of the `csv` crate: a quote opens at the beginning of a cell
/// only, a doubled quote inside is text, CR, LF and CR LF end a row, blank lines are no rows.
#[derive(Debug, Default)]
struct Scan {
    delimiter: u8,
    blocks: Vec<Block>,
    /// Bytes of the row that is not complete yet, and those after it.
    buffer: Vec<u8>,
    /// File offset of `buffer[0]`.
    base: u64,
    line: u32,
    row: u32,
    open: Option<Block>,
    invalid: u64,
    wide: u64,
    sample: Vec<u8>,
}

enum Found {
    /// A row ends before this offset; it has that many line ends.
    Row { end: usize, lines: u32 },
    /// A blank line ends before this offset.
    Blank { end: usize },
    /// A quote is never closed; the first line ends before this offset.
    Broken { end: usize },
    /// More bytes are needed.
    More,
}

impl Scan {
    fn begin(&mut self, dialect: Dialect) {
        self.delimiter = dialect.delimiter;
        self.base = dialect.skip as u64;
        self.line = 1;
        self.row = 1;
        if dialect.skip > 3 {
            self.line = 2;
        }
    }

    fn feed(&mut self, bytes: &[u8], last: bool) {
        self.buffer.extend_from_slice(bytes);
        let mut at = 0;
        loop {
            let rest = self.buffer.get(at..).unwrap_or_default();
            let (end, lines, kind) = match self.next(rest, last) {
                Found::More => break,
                Found::Row { end, lines } => (end, lines, 0),
                Found::Blank { end } => (end, 1, 1),
                Found::Broken { end } => (end, 1, 2),
            };
            if kind != 1 {
                let row = rest.get(..end).unwrap_or_default();
                if !row.is_ascii() {
                    match simdutf8::basic::from_utf8(row) {
                        Ok(_) => self.wide += 1,
                        Err(_) => {
                            self.invalid += 1;
                            if self.sample.len() < 1 << 16 {
                                self.sample.extend_from_slice(row);
                            }
                        }
                    }
                }
            }
            self.take(at, end, kind);
            self.line += lines;
            at += end;
        }
        self.buffer.drain(..at);
        self.base += at as u64;
        if last {
            self.close();
        }
    }

    fn take(&mut self, at: usize, end: usize, kind: u8) {
        let start = self.base + at as u64;
        if kind != 0 {
            self.close();
        }
        if kind == 1 {
            self.row += 1;
            return;
        }
        let (row, line) = (self.row, self.line);
        let block = self.open.get_or_insert(Block {
            start,
            len: 0,
            row,
            line,
            rows: 0,
            broken: kind == 2,
        });
        block.len += u32::try_from(end).unwrap_or(0);
        block.rows += 1;
        self.row += 1;
        if kind == 2 || block.len as usize >= BLOCK_BYTES {
            self.close();
        }
    }

    fn close(&mut self) {
        self.blocks.extend(self.open.take());
    }

    fn next(&self, rest: &[u8], last: bool) -> Found {
        match rest.first() {
            None => return Found::More,
            Some(b'\n') => return Found::Blank { end: 1 },
            Some(b'\r') => {
                return match rest.get(1) {
                    Some(b'\n') => Found::Blank { end: 2 },
                    None if !last => Found::More,
                    _ => Found::Blank { end: 1 },
                };
            }
            Some(_) => {}
        }
        self.row_end(rest, last)
    }

    fn row_end(&self, rest: &[u8], last: bool) -> Found {
        let mut at = 0;
        let mut quote = None;
        // One for the line end behind the row, and those in its cells.
        let lines = |end: usize| {
            let inside = memchr::memchr_iter(b'\n', rest.get(..end).unwrap_or_default());
            u32::try_from(inside.count()).unwrap_or(u32::MAX)
        };
        loop {
            let here = match quote.take() {
                Some(here) => here,
                None => {
                    let ahead = rest.get(at..).unwrap_or_default();
                    let Some(found) = memchr::memchr3(b'"', b'\n', b'\r', ahead) else {
                        return unfinished(rest, last, lines(rest.len()));
                    };
                    at + found
                }
            };
            match rest.get(here) {
                Some(b'"') if here == 0 || rest.get(here - 1) == Some(&self.delimiter) => {
                    match close_quote(rest, here + 1) {
                        Some(end) if !is_endless(rest.get(here..end).unwrap_or_default()) => {
                            at = end;
                            // In a row of quoted cells the next one begins right behind the delimiter.
                            if rest.get(at) == Some(&self.delimiter)
                                && rest.get(at + 1) == Some(&b'"')
                            {
                                quote = Some(at + 1);
                            }
                        }
                        None if !last && rest.len() - here < LONGEST_ROW => return Found::More,
                        _ => return broken(rest),
                    }
                    if at >= rest.len() && !last {
                        return Found::More;
                    }
                }
                Some(b'"') => at = here + 1,
                Some(b'\r') => {
                    return match rest.get(here + 1) {
                        Some(b'\n') => Found::Row {
                            end: here + 2,
                            lines: lines(here) + 1,
                        },
                        None if !last => Found::More,
                        _ => Found::Row {
                            end: here + 1,
                            lines: lines(here) + 1,
                        },
                    };
                }
                _ => {
                    return Found::Row {
                        end: here + 1,
                        lines: lines(here) + 1,
                    };
                }
            }
        }
    }

    fn encoding(&self) -> &'static Encoding {
        if self.invalid <= self.wide {
            UTF_8
        } else {
            encoding::guess(&self.sample)
        }
    }
}

/// The offset behind the closing quote.
fn close_quote(rest: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let quote = at + find_quote(rest.get(at..)?)?;
        if rest.get(quote + 1) != Some(&b'"') {
            return Some(quote + 1);
        }
        at = quote + 2;
    }
}

/// Whether a quoted cell is so long that its quote was never closed.
fn is_endless(cell: &[u8]) -> bool {
    cell.len() >= LONGEST_ROW
        || cell.len() >= MOST_LINES && memchr::memchr_iter(b'\n', cell).count() >= MOST_LINES
}

/// What is left where no line end follows.
fn unfinished(rest: &[u8], last: bool, lines: u32) -> Found {
    match last {
        true => Found::Row {
            end: rest.len(),
            lines,
        },
        false => Found::More,
    }
}

fn broken(rest: &[u8]) -> Found {
    let end = memchr::memchr(b'\n', rest).map_or(rest.len(), |at| at + 1);
    Found::Broken { end }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &[u8], step: usize) -> Vec<Block> {
        let mut scan = Scan::default();
        scan.begin(dialect::detect(text));
        for part in text.chunks(step) {
            scan.feed(part, false);
        }
        scan.feed(&[], true);
        scan.blocks
    }

    #[test]
    fn quoted_newlines_stay_in_one_row() {
        let found = blocks(b"a,b\n1,\"x\ny\"\n2,z\n", 1000);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].rows, 3);
    }

    #[test]
    fn the_size_of_reads_changes_nothing() {
        let text = b"a,b\r\n1,\"x\r\n\"\"y\"\r\n\r\n2,5\" pipe\r\n\"3\",\"\"\r\n";
        let whole = blocks(text, 1000);
        assert_eq!(whole.len(), 2);
        assert_eq!((whole[1].row, whole[1].line), (4, 5));
        for step in 1..9 {
            assert_eq!(blocks(text, step), whole, "step {step}");
        }
    }

    #[test]
    fn an_unclosed_quote_costs_its_own_line_only() {
        let found = blocks(b"a,b\n1,\"x\n2,y\n3,z\n", 1000);
        let broken: Vec<_> = found.iter().filter(|block| block.broken).collect();
        assert_eq!(broken.len(), 1);
        assert_eq!(broken[0].row, 2);
        assert_eq!(found.iter().map(|block| block.rows).sum::<u32>(), 4);
    }

    #[test]
    fn rows_are_those_of_the_csv_crate() {
        let text = b"a,b\n\n1,\"p\"q\"\nr\rs,\"t\"\"\n\"\n,\n";
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(&text[..]);
        let rows = reader.byte_records().count();
        let found: u32 = blocks(text, 3).iter().map(|block| block.rows).sum();
        assert_eq!(found as usize, rows);
    }
}
