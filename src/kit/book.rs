//! A table of a kit as a workbook, for people. Every cell is text, so that ids, phones and postal codes stay as they
//! are, also when they are edited.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use encoding_rs::Encoding;
use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError,
};

use super::{Finished, Sink};
use crate::error::{Error, Result};

/// The most rows of a sheet, the header counted (Excel's specifications and limits).
const MOST_ROWS: u32 = 1_048_576;
/// The most characters of a cell, in UTF-16 units (the same).
const LONGEST_CELL: usize = 32_767;
/// Stands at the end of a text that was cut.
const CUT: &str = " … [cut: the whole text is in the CSV]";
/// Width of the columns, in characters.
const WIDTH: f64 = 18.0;

/// The folder of a kit's workbooks.
const FOLDER: &str = "workbooks";

/// A column of a sheet.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// Its header.
    pub name: String,
    /// Its width in characters.
    pub width: f64,
    /// What may be chosen in it; anything where nothing is named.
    pub choices: Vec<String>,
}

impl Column {
    /// A column for texts.
    pub fn new(name: impl Into<String>, width: f64) -> Self {
        Self {
            name: name.into(),
            width,
            choices: Vec::new(),
        }
    }
}

/// A table that is written as a workbook, row by row: headers that stay in sight, a filter, and as many sheets as
/// its rows need.
#[allow(
    missing_debug_implementations,
    reason = "the library's workbook has none"
)]
pub struct Book<'a> {
    folder: &'a Path,
    target: String,
    title: Option<String>,
    columns: Vec<Column>,
    book: Workbook,
    text: Format,
    sheets: usize,
    tables: usize,
    /// The most rows of a sheet, and the next one.
    most: u32,
    row: u32,
    rows: u64,
}

impl<'a> Book<'a> {
    /// Begins the workbook `target` of a kit. Its sheets are called by the title, and numbered from the second on.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn begin(
        folder: &'a Path,
        target: &str,
        title: Option<&str>,
        columns: Vec<Column>,
    ) -> Result<Self> {
        let fail = |error| unwritable(target, &error);
        let mut book = new_book().map_err(fail)?;
        book.set_tempdir(folder).map_err(fail)?;
        Ok(Self {
            folder,
            target: target.to_string(),
            title: title.map(str::to_string),
            columns,
            book,
            text: text_format(),
            sheets: 0,
            tables: 0,
            most: MOST_ROWS,
            row: MOST_ROWS,
            rows: 0,
        })
    }

    /// Adds a sheet of its own, without header and filter; lines that are marked stand out.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn page(
        &mut self,
        name: &str,
        widths: &[f64],
        lines: &[(Vec<String>, bool)],
    ) -> Result<()> {
        let done = self.put_page(name, widths, lines);
        self.or_fail(done)
    }

    fn put_page(&mut self, name: &str, widths: &[f64], lines: &[(Vec<String>, bool)]) -> Done {
        let text = self.text.clone().set_text_wrap();
        let bold = self.text.clone().set_bold();
        let sheet = self.book.add_worksheet_with_constant_memory()?;
        sheet.set_name(name)?;
        for (at, width) in (0..).zip(widths) {
            sheet.set_column_width(at, *width)?;
        }
        for (row, (cells, stands_out)) in (0..).zip(lines) {
            let format = if *stands_out { &bold } else { &text };
            fill(sheet, row, cells.iter().map(String::as_str), Some(format))?;
        }
        self.sheets += 1;
        Ok(())
    }

    /// Appends a row.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn add<'c>(&mut self, cells: impl IntoIterator<Item = &'c str>) -> Result<()> {
        let done = self.put_row(cells);
        self.or_fail(done)
    }

    fn put_row<'c>(&mut self, cells: impl IntoIterator<Item = &'c str>) -> Done {
        if self.row >= self.most {
            self.end_sheet()?;
            self.begin_sheet()?;
        }
        let sheet = self.book.worksheet_from_index(self.sheets - 1)?;
        // Their format is that of their columns: a lookup of it for each cell costs more than the cell.
        fill(sheet, self.row, cells, None)?;
        self.row += 1;
        self.rows += 1;
        Ok(())
    }

    fn begin_sheet(&mut self) -> Done {
        self.tables += 1;
        self.sheets += 1;
        self.row = 1;
        let sheet = self.book.add_worksheet_with_constant_memory()?;
        match &self.title {
            Some(title) if self.tables == 1 => sheet.set_name(title)?,
            Some(title) => sheet.set_name(format!("{title} {}", self.tables))?,
            None => sheet,
        };
        for (at, column) in (0..).zip(&self.columns) {
            sheet.set_column_width(at, column.width)?;
            sheet.set_column_format(at, &self.text)?;
        }
        sheet.set_freeze_panes(1, 0)?;
        let header = self.text.clone().set_bold();
        let names = self.columns.iter().map(|column| column.name.as_str());
        fill(sheet, 0, names, Some(&header))
    }

    /// The filter and the lists to choose from reach to the last row.
    fn end_sheet(&mut self) -> Done {
        let width = u16::try_from(self.columns.len()).unwrap_or(u16::MAX);
        if self.tables == 0 || width == 0 {
            return Ok(());
        }
        let end = self.row - 1;
        let sheet = self.book.worksheet_from_index(self.sheets - 1)?;
        sheet.autofilter(0, 0, end, width - 1)?;
        for (at, column) in (0..).zip(&self.columns) {
            if !column.choices.is_empty() && end > 0 {
                let list = DataValidation::new().allow_list_strings(&column.choices)?;
                sheet.add_data_validation(1, at, end, at, &list)?;
            }
        }
        Ok(())
    }

    /// Closes the workbook, on disk.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn finish(mut self) -> Result<Finished> {
        let begun = match self.tables {
            0 => self.begin_sheet(),
            _ => Ok(()),
        };
        let done = begun.and_then(|()| self.end_sheet());
        self.or_fail(done)?;
        let folder = self.folder;
        let scratch = tempfile::NamedTempFile::new_in(folder).map_err(|e| Error::io(folder, &e))?;
        let saved = self.book.save(scratch.path());
        self.or_fail(saved)?;
        copy(folder, &self.target, scratch.path(), self.rows)
    }

    fn or_fail(&self, done: Done) -> Result<()> {
        done.map_err(|error| unwritable(&self.target, &error))
    }
}

type Done = std::result::Result<(), XlsxError>;

fn unwritable(target: &str, error: &XlsxError) -> Error {
    Error::new(
        format!("can't be written ({error})"),
        "make room on the disk, or leave out the workbooks",
    )
    .at(target.to_string())
}

/// The place of the workbook that goes with a kit's table.
pub fn beside(name: &str) -> String {
    format!("{FOLDER}/{}", as_workbook(name))
}

/// The name of a table as that of a workbook.
pub fn as_workbook(name: &str) -> String {
    format!("{}.xlsx", name.strip_suffix(".csv").unwrap_or(name))
}

/// Writes the table in the kit's file `name` as the workbook `target`.
///
/// # Errors
/// When the table can't be read, or the workbook can't be written.
pub fn workbook(
    folder: &Path,
    name: &str,
    target: &str,
    delimiter: u8,
    encoding: &'static Encoding,
) -> Result<Finished> {
    let source = folder.join(name);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_path(&source)
        .map_err(|error| unreadable(&source, &error))?;
    let mut record = csv::ByteRecord::new();
    let mut next = |record: &mut csv::ByteRecord| {
        let read = reader.read_byte_record(record);
        read.map_err(|error| unreadable(&source, &error))
    };
    let header = match next(&mut record)? {
        true => texts(&record, encoding),
        false => Vec::new(),
    };
    let columns = header.into_iter().map(|name| Column::new(name, WIDTH));
    let mut book = Book::begin(folder, target, None, columns.collect())?;
    while next(&mut record)? {
        book.add(texts(&record, encoding).iter().map(String::as_str))?;
    }
    book.finish()
}

/// A workbook without a day of its own: the same cells make the same bytes.
///
/// # Errors
/// Never, unless the day were none.
pub fn new_book() -> std::result::Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    Ok(book)
}

/// Cells that hold text, whatever it looks like.
pub fn text_format() -> Format {
    Format::new().set_num_format("@")
}

fn unreadable(source: &Path, error: &csv::Error) -> Error {
    Error::new(
        format!("can't be read again ({error})"),
        "is the disk full?",
    )
    .at(source.display().to_string())
}

fn texts(record: &csv::ByteRecord, encoding: &'static Encoding) -> Vec<String> {
    let cell = |cell| crate::read::decode(cell, encoding).0;
    let mut texts: Vec<String> = record
        .iter()
        .map(|bytes| cell(bytes).into_owned())
        .collect();
    if let Some(first) = texts.first_mut()
        && let Some(rest) = first.strip_prefix('\u{feff}')
    {
        *first = rest.to_string();
    }
    texts
}

fn fill<'c>(
    sheet: &mut Worksheet,
    row: u32,
    cells: impl IntoIterator<Item = &'c str>,
    format: Option<&Format>,
) -> Done {
    let cells = (0..).zip(cells);
    for (column, text) in cells.filter(|(_, text)| !text.is_empty()) {
        put(sheet, row, column, text, format)?;
    }
    Ok(())
}

/// Writes a cell as text, never as a formula or a number, in a format or that of its column; what no cell can hold is
/// cut, and says so.
///
/// # Errors
/// When there is no such cell, or it has been written to disk.
pub fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    format: Option<&Format>,
) -> std::result::Result<(), XlsxError> {
    if text.len() > LONGEST_CELL && text.encode_utf16().count() > LONGEST_CELL {
        let kept: String = text.chars().take(LONGEST_CELL / 2 - CUT.len()).collect();
        return put(sheet, row, column, &(kept + CUT), format);
    }
    match format {
        Some(format) => sheet.write_string_with_format(row, column, text, format)?,
        None => sheet.write_string(row, column, text)?,
    };
    Ok(())
}

/// Brings the finished workbook into the kit, hashed on the way.
fn copy(folder: &Path, target: &str, from: &Path, rows: u64) -> Result<Finished> {
    let fail = |error: std::io::Error| Error::io(from, &error);
    let mut sink = Sink::create(folder, target)?;
    let mut file = File::open(from).map_err(fail)?;
    let mut buffer = vec![0; 1 << 20];
    loop {
        let read = file.read(&mut buffer).map_err(fail)?;
        if read == 0 {
            break;
        }
        sink.write(buffer.get(..read).unwrap_or_default(), 0)?;
    }
    let mut done = sink.finish()?;
    done.rows = rows;
    Ok(done)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    use crate::read::{Input, Rows, each_row, tables};

    #[test]
    fn what_one_sheet_can_not_hold_goes_on_in_the_next() {
        use calamine::{Reader, Xlsx, open_workbook};
        let folder = tempfile::tempdir().unwrap();
        let columns = vec![Column::new("id", 9.0)];
        let mut book = Book::begin(folder.path(), "b.xlsx", Some("Found"), columns).unwrap();
        book.most = 3;
        book.page("Front", &[9.0], &[(vec!["a".into()], true)])
            .unwrap();
        for id in ["1", "2", "3", "4", "5"] {
            book.add([id]).unwrap();
        }
        assert_eq!(book.finish().unwrap().rows, 5);
        let mut read: Xlsx<_> = open_workbook(folder.path().join("b.xlsx")).unwrap();
        assert_eq!(read.sheet_names(), ["Front", "Found", "Found 2", "Found 3"]);
        let mut cells = |sheet: &str| {
            let range = read.worksheet_range(sheet).unwrap();
            range
                .rows()
                .map(|row| row[0].to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(cells("Found"), ["id", "1", "2"]);
        assert_eq!(cells("Found 3"), ["id", "5"]);
    }

    #[test]
    fn a_workbook_holds_what_the_table_holds() {
        let folder = tempfile::tempdir().unwrap();
        let long = "x".repeat(40_000);
        let text = format!("\u{feff}id,phone,zip\n0035g,+34600123456,01209\n\"1,5\",,\"{long}\"\n");
        fs::write(folder.path().join("a.csv"), text).unwrap();
        let done = workbook(
            folder.path(),
            "a.csv",
            &beside("a.csv"),
            b',',
            encoding_rs::UTF_8,
        )
        .unwrap();
        assert_eq!((done.name.as_str(), done.rows), ("workbooks/a.xlsx", 2));
        let input = Input {
            path: folder.path().join("workbooks/a.xlsx"),
            name: "a.xlsx".into(),
        };
        let table = tables(&input, &[]).unwrap().remove(0);
        let reader = Rows::open(&table).unwrap();
        let mut found = Vec::new();
        for block in &table.blocks {
            each_row(&table, block, &reader.bytes(block).unwrap(), |_, _, row| {
                let cells = row
                    .iter()
                    .map(|cell| String::from_utf8_lossy(cell).into_owned());
                found.push(cells.collect::<Vec<_>>());
            });
        }
        assert_eq!(found[0], ["id", "phone", "zip"]);
        assert_eq!(found[1], ["0035g", "+34600123456", "01209"]);
        assert_eq!(found[2][..2], ["1,5", ""]);
        assert!(found[2][2].ends_with(CUT));
        let again = fs::read(folder.path().join("workbooks/a.xlsx")).unwrap();
        fs::remove_file(folder.path().join("workbooks/a.xlsx")).unwrap();
        workbook(
            folder.path(),
            "a.csv",
            &beside("a.csv"),
            b',',
            encoding_rs::UTF_8,
        )
        .unwrap();
        assert_eq!(
            fs::read(folder.path().join("workbooks/a.xlsx")).unwrap(),
            again
        );
    }
}
