//! Workbooks: each sheet is read cell by cell and written, as the text that it shows, to a temporary file of rows.
//!
//! What a number has lost is not made up: one of 16 digits and more, of which a spreadsheet keeps 15, is written in
//! scientific notation, so that nobody takes it for an id.

use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Seek, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use calamine::{DataType, ExcelDateTime, Ods, Reader, SheetType, SheetVisible, Xls, Xlsb, Xlsx};
use encoding_rs::UTF_8;

use super::dialect::Dialect;
use super::scan::{BLOCK_BYTES, Block, Table, hashed};
use super::{Input, SHEET_MARK, SheetAsked, no_room};
use crate::error::{Error, Result};

/// No part of a workbook may grow to more than this when it is unpacked, in bytes.
const LARGEST_PART: u64 = 8 << 30;
/// A part that grows more than this many times, and beyond [`SMALL_PART`], is no honest workbook.
const MOST_GROWTH: u64 = 300;
const SMALL_PART: u64 = 256 << 20;
/// No sheet has a cell behind the column XFD.
const MOST_COLUMNS: u32 = 16_384;
/// From here on a number has more digits than a spreadsheet keeps.
const TOO_LONG: f64 = 1e15;

/// The kind of workbook that a file begins like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A zip archive, of one of the three kinds below.
    Zip,
    /// Office Open XML.
    Xlsx,
    /// The same in binary form.
    Xlsb,
    /// OpenDocument.
    Ods,
    /// The binary format before 2007.
    Xls,
}

pub(super) fn kind(start: &[u8]) -> Option<Kind> {
    match start {
        [b'P', b'K', 3, 4, ..] => Some(Kind::Zip),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Some(Kind::Xls),
        _ => None,
    }
}

/// The tables of a workbook: its sheets, in their order. Each is called as the file, with the sheet behind
/// [`SHEET_MARK`]; the only one that is read has the file's name alone, unless it was asked for. Those that are not
/// read are there without rows.
///
/// # Errors
/// When the file can't be read, is no workbook, or would grow beyond measure.
pub(super) fn tables(input: &Input, kind: Kind, asked: &[SheetAsked]) -> Result<Vec<Table>> {
    let file = File::open(&input.path).map_err(|error| Error::io(&input.path, &error))?;
    let (size, sha256) = hashed(&input.path)?;
    let asked = asked_of(input, asked);
    // The crate reads what anybody may have made; a panic in it is a file that can't be read.
    let read = catch_unwind(AssertUnwindSafe(|| sheets(file, kind, &asked)));
    let mut found = read
        .unwrap_or_else(|_| Err(unreadable("it is damaged")))
        .map_err(|error| error.at(input.name.clone()))?;
    if found.is_empty() {
        found.push(Sheet {
            name: String::new(),
            passed_over: None,
            rows: Rows::new()?.finish()?,
        });
    }
    let read = found.iter().filter(|sheet| sheet.passed_over.is_none());
    let alone = asked.is_empty() && read.count() == 1;
    let tables = found.into_iter().map(|sheet| {
        let name = match alone && sheet.passed_over.is_none() {
            true => input.name.clone(),
            false => format!("{}{SHEET_MARK}{}", input.name, sheet.name),
        };
        Table {
            input: Input {
                path: input.path.clone(),
                name,
            },
            dialect: Dialect {
                delimiter: b',',
                crlf: true,
                skip: 0,
                bom: true,
            },
            encoding: UTF_8,
            written_in: UTF_8,
            blocks: sheet.rows.blocks,
            sha256,
            size,
            text: Some(sheet.rows.file),
            sheet: Some(sheet.name),
            passed_over: sheet.passed_over,
            numbers: sheet.rows.numbers,
        }
    });
    Ok(tables.collect())
}

/// The sheets that are asked for of this workbook.
fn asked_of<'a>(input: &Input, asked: &'a [SheetAsked]) -> Vec<&'a str> {
    let of_it = |asked: &&SheetAsked| {
        let book = asked.book.as_ref();
        book.is_none_or(|book| input.is_called(book))
    };
    asked
        .iter()
        .filter(of_it)
        .map(|asked| asked.sheet.as_str())
        .collect()
}

fn unreadable(why: impl std::fmt::Display) -> Error {
    Error::new(
        format!("can't be read as a workbook ({why})"),
        "open it in a spreadsheet, save it again as XLSX or as CSV (UTF-8), and try again",
    )
}

/// A sheet: its name, why it was passed over, and its rows.
struct Sheet {
    name: String,
    passed_over: Option<String>,
    rows: Written,
}

fn sheets(file: File, kind: Kind, asked: &[&str]) -> Result<Vec<Sheet>> {
    let kind = match kind {
        Kind::Zip => look_inside(&file)?,
        kind => kind,
    };
    let file = BufReader::new(file);
    match kind {
        Kind::Xlsx => {
            let mut book = Xlsx::new(file).map_err(unreadable)?;
            each_sheet(&listed(&book), asked, |name, rows| {
                stream(&mut book, name, rows)
            })
        }
        Kind::Xlsb => {
            let mut book = Xlsb::new(file).map_err(unreadable)?;
            each_sheet(&listed(&book), asked, |name, rows| {
                let mut reader = book.worksheet_cells_reader(name).map_err(unreadable)?;
                while let Some(cell) = reader.next_cell().map_err(unreadable)? {
                    let (row, column) = cell.get_position();
                    rows.cell(row, column, cell.get_value(), None)?;
                }
                Ok(())
            })
        }
        Kind::Ods => {
            let mut book = Ods::new(file).map_err(unreadable)?;
            each_sheet(&listed(&book), asked, |name, rows| {
                whole(&mut book, name, rows)
            })
        }
        Kind::Xls | Kind::Zip => {
            let mut book = Xls::new(file).map_err(unreadable)?;
            each_sheet(&listed(&book), asked, |name, rows| {
                whole(&mut book, name, rows)
            })
        }
    }
}

/// Reads a sheet of the kinds that come whole.
fn whole<R>(book: &mut R, name: &str, rows: &mut Rows) -> Result<()>
where
    R: Reader<BufReader<File>>,
    R::Error: std::fmt::Display,
{
    let range = book.worksheet_range(name).map_err(unreadable)?;
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, data) in range.used_cells() {
        let at = |start: u32, offset: usize| {
            start.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX))
        };
        rows.cell(at(top, row), at(left, column), data, None)?;
    }
    Ok(())
}

/// The names of the sheets that hold cells, and whether they can be seen.
fn listed<R: Reader<BufReader<File>>>(book: &R) -> Vec<(String, bool)> {
    let sheets = book.sheets_metadata().iter();
    sheets
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible))
        .collect()
}

/// Writes the rows of each sheet that is asked for, or else can be seen.
fn each_sheet(
    listed: &[(String, bool)],
    asked: &[&str],
    mut read: impl FnMut(&str, &mut Rows) -> Result<()>,
) -> Result<Vec<Sheet>> {
    let sheets = listed.iter().map(|(name, visible)| {
        let mut passed_over = match (asked, visible) {
            ([], true) => None,
            ([], false) => Some(format!("it is hidden; `--sheet \"{name}\"` reads it")),
            _ if asked.contains(&name.as_str()) => None,
            _ => Some("it is not among the sheets asked for with `--sheet`".to_string()),
        };
        let mut rows = Rows::new()?;
        if passed_over.is_none() {
            read(name, &mut rows)?;
        }
        let rows = rows.finish()?;
        if rows.blocks.is_empty() {
            passed_over.get_or_insert_with(|| "it is empty".to_string());
        }
        Ok(Sheet {
            name: name.clone(),
            passed_over,
            rows,
        })
    });
    sheets.collect()
}

fn stream<R: Read + Seek>(book: &mut Xlsx<R>, name: &str, rows: &mut Rows) -> Result<()> {
    let mut reader = book.worksheet_cells_reader(name).map_err(unreadable)?;
    // A number format of zeros alone shows as many digits: 1209 in `00000` is 01209.
    let digits: Vec<Option<usize>> = reader
        .styles()
        .iter()
        .map(|style| {
            let code = &style.number_format.as_ref()?.format_code;
            let zeros = code.len() > 1 && code.bytes().all(|b| b == b'0');
            zeros.then_some(code.len())
        })
        .collect();
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(unreadable)? {
        let (row, column) = cell.get_position();
        let width = digits.get(style).copied().flatten();
        rows.cell(row, column, cell.get_value(), width)?;
    }
    Ok(())
}

/// What an archive holds. One whose parts would grow beyond measure is refused before anything of it is unpacked.
fn look_inside(file: &File) -> Result<Kind> {
    let mut archive = zip::ZipArchive::new(BufReader::new(file)).map_err(unreadable)?;
    for at in 0..archive.len() {
        let part = archive.by_index_raw(at).map_err(unreadable)?;
        let grown = part.size() / part.compressed_size().max(1);
        if part.size() > LARGEST_PART || part.size() > SMALL_PART && grown > MOST_GROWTH {
            return Err(unreadable(format!(
                "a part of it grows {grown} times when it is unpacked"
            )));
        }
    }
    let has = |part: &str| archive.index_for_name(part).is_some();
    let kinds = [
        ("xl/workbook.bin", Kind::Xlsb),
        ("[Content_Types].xml", Kind::Xlsx),
        ("content.xml", Kind::Ods),
    ];
    let kind = kinds.into_iter().find(|(part, _)| has(part));
    kind.map(|(_, kind)| kind).ok_or_else(|| {
        Error::new(
            "is a zip archive",
            "unpack it, and give the folder with the files",
        )
    })
}

/// Appends what a cell shows; says whether that is a number as it came, of which nobody knows how it was written.
fn show<D: DataType>(data: &D, digits: Option<usize>, out: &mut String) -> bool {
    let iso = data.get_datetime_iso().or_else(|| data.get_duration_iso());
    if let Some(text) = data.get_string().or(iso) {
        out.push_str(text);
    } else if let Some(number) = data.get_float().or(data.get_int().map(|int| int as f64)) {
        show_number(number, digits, out);
        return digits.is_none();
    } else if let Some(moment) = data.get_datetime() {
        show_moment(moment, out);
    } else if let Some(flag) = data.get_bool() {
        out.push_str(if flag { "true" } else { "false" });
    } else if let Some(error) = data.get_error() {
        out.push_str(&error.to_string());
    }
    false
}

fn show_number(number: f64, digits: Option<usize>, out: &mut String) {
    use std::fmt::Write;
    let whole = number.fract() == 0.0;
    let _ = match digits {
        Some(digits) if whole && (0.0..TOO_LONG).contains(&number) => {
            write!(out, "{number:0digits$}")
        }
        _ if number.abs() >= TOO_LONG => {
            let text = format!("{number:E}");
            let (mantissa, exponent) = text.split_once('E').unwrap_or((&text, "0"));
            write!(out, "{mantissa}E+{exponent}")
        }
        _ if whole => write!(out, "{number}"),
        // Of the 17 digits that a fraction may have, a spreadsheet shows 15.
        _ => match format!("{number:.14e}").parse::<f64>() {
            Ok(shown) => write!(out, "{shown}"),
            Err(_) => write!(out, "{number}"),
        },
    };
}

/// A day, a time of day, or both.
fn show_moment(moment: ExcelDateTime, out: &mut String) {
    use std::fmt::Write;
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    let _ = if moment.is_duration() || moment.as_f64() < 1.0 {
        let hours = u64::from(hour) + 24 * (moment.as_f64().max(0.0) as u64);
        write!(out, "{hours:02}:{minute:02}:{second:02}")
    } else {
        let day = write!(out, "{year:04}-{month:02}-{day:02}");
        match (hour, minute, second, milli) {
            (0, 0, 0, 0) => day,
            _ => write!(out, "T{hour:02}:{minute:02}:{second:02}"),
        }
    };
}

/// The rows of a sheet as they are written.
struct Rows {
    file: BufWriter<File>,
    blocks: Vec<Block>,
    open: Option<Block>,
    /// Bytes written so far.
    at: u64,
    /// The row that is being filled, from 0.
    row: u32,
    /// Its cells: column, and where its text ends in `text`.
    cells: Vec<(u32, usize)>,
    text: String,
    /// Its line.
    line: Vec<u8>,
    /// The widest row so far: shorter ones are filled up, as their empty cells are not in the sheet.
    width: u32,
    /// By column, the first row from the second on in which the cell is a number.
    numbers: Vec<Option<u32>>,
}

/// The rows of a sheet, written.
struct Written {
    file: Arc<File>,
    blocks: Vec<Block>,
    numbers: Vec<Option<u32>>,
}

impl Rows {
    fn new() -> Result<Self> {
        Ok(Self {
            file: BufWriter::with_capacity(256 << 10, tempfile::tempfile().map_err(no_room)?),
            blocks: Vec::new(),
            open: None,
            at: 0,
            row: 0,
            cells: Vec::new(),
            text: String::new(),
            line: Vec::new(),
            width: 0,
            numbers: Vec::new(),
        })
    }

    /// Takes a cell, whose number format may show so many digits.
    fn cell<D: DataType>(
        &mut self,
        row: u32,
        column: u32,
        data: &D,
        digits: Option<usize>,
    ) -> Result<()> {
        if row != self.row {
            self.end_row()?;
            if row < self.row {
                return Err(unreadable(format!("row {} is out of order", row + 1)));
            }
            self.row = row;
        }
        if column >= MOST_COLUMNS {
            return Err(unreadable(format!("row {} is endless", row + 1)));
        }
        let start = self.text.len();
        if show(data, digits, &mut self.text) && row > 0 {
            self.see_number(column as usize);
        }
        if self.text.len() > start {
            self.cells.push((column, self.text.len()));
        }
        Ok(())
    }

    fn see_number(&mut self, column: usize) {
        if column >= self.numbers.len() {
            self.numbers.resize(column + 1, None);
        }
        if let Some(first) = self.numbers.get_mut(column) {
            first.get_or_insert(self.row + 1);
        }
    }

    fn end_row(&mut self) -> Result<()> {
        if self.cells.is_empty() {
            return Ok(());
        }
        let mut start = 0;
        let mut cells: Vec<(u32, &str)> = Vec::with_capacity(self.cells.len());
        for &(column, end) in &self.cells {
            cells.push((column, self.text.get(start..end).unwrap_or_default()));
            start = end;
        }
        if !cells.is_sorted_by_key(|cell| cell.0) {
            cells.sort_by_key(|cell| cell.0);
        }
        self.line.clear();
        let mut next = 0;
        for (column, text) in cells {
            if column < next {
                continue;
            }
            let commas = if next == 0 { column } else { column + 1 - next };
            self.line.extend((0..commas).map(|_| b','));
            push_quoted(&mut self.line, text);
            next = column + 1;
        }
        self.width = self.width.max(next);
        self.line.extend((next..self.width).map(|_| b','));
        self.line.extend_from_slice(b"\r\n");
        self.cells.clear();
        self.text.clear();
        self.write_row()
    }

    fn write_row(&mut self) -> Result<()> {
        let number = self.row + 1;
        let follows = |block: &Block| block.row + block.rows == number;
        if !self.open.as_ref().is_some_and(follows) {
            self.blocks.extend(self.open.take());
        }
        let start = self.at;
        let block = self.open.get_or_insert(Block {
            start,
            len: 0,
            row: number,
            line: number,
            rows: 0,
            broken: false,
        });
        block.len += u32::try_from(self.line.len()).unwrap_or(0);
        block.rows += 1;
        if block.len as usize >= BLOCK_BYTES {
            self.blocks.extend(self.open.take());
        }
        self.at += self.line.len() as u64;
        self.file.write_all(&self.line).map_err(no_room)
    }

    fn finish(mut self) -> Result<Written> {
        self.end_row()?;
        self.blocks.extend(self.open.take());
        let file = self
            .file
            .into_inner()
            .map_err(|error| no_room(error.into_error()))?;
        Ok(Written {
            file: Arc::new(file),
            blocks: self.blocks,
            numbers: self.numbers,
        })
    }
}

/// Appends a cell, in quotes where it needs them.
fn push_quoted(line: &mut Vec<u8>, text: &str) {
    let special = |b: &u8| matches!(b, b',' | b'"' | b'\n' | b'\r');
    if !text.as_bytes().iter().any(special) {
        line.extend_from_slice(text.as_bytes());
        return;
    }
    line.push(b'"');
    for &byte in text.as_bytes() {
        if byte == b'"' {
            line.push(b'"');
        }
        line.push(byte);
    }
    line.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(number: f64, digits: Option<usize>) -> String {
        let mut out = String::new();
        show_number(number, digits, &mut out);
        out
    }

    #[test]
    fn numbers_show_as_in_the_sheet() {
        assert_eq!(number(34_600_123_456.0, None), "34600123456");
        assert_eq!(number(1209.0, Some(5)), "01209");
        assert_eq!(number(0.1 + 0.2, None), "0.3");
        assert_eq!(
            number(7_310_240_000_002_571_234.0, None),
            "7.310240000002571E+18"
        );
        assert_eq!(number(-12.5, None), "-12.5");
    }

    #[test]
    fn rows_keep_their_numbers_and_their_width() {
        let mut rows = Rows::new().unwrap();
        for (row, column, text) in [(0, 0, "a"), (0, 2, "c,\"d\""), (1, 1, "x"), (4, 0, "y")] {
            let data = calamine::Data::String(text.to_string());
            rows.cell(row, column, &data, None).unwrap();
        }
        let written = rows.finish().unwrap();
        let numbers: Vec<_> = written.blocks.iter().map(|b| (b.row, b.rows)).collect();
        assert_eq!(numbers, [(1, 2), (5, 1)]);
        let mut file = &*written.file;
        file.rewind().unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        assert_eq!(text, "a,,\"c,\"\"d\"\"\"\r\n,x,\r\ny,,\r\n");
    }
}
