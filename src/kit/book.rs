//! A table of a kit as a workbook, for people. Every cell is text, so that ids, phones and postal codes stay as they
//! are, also when they are edited.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use encoding_rs::Encoding;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

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

/// Writes the table in the kit's file `name` as a workbook of the same name, in a folder of its own.
///
/// # Errors
/// When the table can't be read, or the workbook can't be written.
pub fn workbook(
    folder: &Path,
    name: &str,
    delimiter: u8,
    encoding: &'static Encoding,
) -> Result<Finished> {
    let stem = name.strip_suffix(".csv").unwrap_or(name);
    let target = format!("{FOLDER}/{stem}.xlsx");
    let scratch = tempfile::NamedTempFile::new_in(folder).map_err(|e| Error::io(folder, &e))?;
    let fail = |error: XlsxError| {
        Error::new(
            format!("can't be written ({error})"),
            "make room on the disk, or leave out `--xlsx`",
        )
        .at(target.clone())
    };
    let text = text_format();
    let mut book = new_book().map_err(fail)?;
    book.set_tempdir(folder).map_err(fail)?;
    let source = folder.join(name);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_path(&source)
        .map_err(|error| unreadable(&source, &error))?;
    let mut record = csv::ByteRecord::new();
    let mut header: Vec<String> = Vec::new();
    let mut rows = 0;
    let mut left = reader.read_byte_record(&mut record);
    if let Ok(true) = left {
        header = texts(&record, encoding);
        left = reader.read_byte_record(&mut record);
    }
    loop {
        let sheet = book.add_worksheet_with_constant_memory().map_err(fail)?;
        begin(sheet, &header, &text).map_err(fail)?;
        let mut row = 1;
        while row < MOST_ROWS && matches!(left, Ok(true)) {
            fill(sheet, row, &texts(&record, encoding), &text).map_err(fail)?;
            row += 1;
            rows += 1;
            left = reader.read_byte_record(&mut record);
        }
        match left {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => return Err(unreadable(&source, &error)),
        }
    }
    book.save(scratch.path()).map_err(fail)?;
    copy(folder, &target, scratch.path(), rows)
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

fn begin(
    sheet: &mut Worksheet,
    header: &[String],
    text: &Format,
) -> std::result::Result<(), XlsxError> {
    for column in (0..header.len()).filter_map(|at| u16::try_from(at).ok()) {
        sheet.set_column_width(column, WIDTH)?;
        sheet.set_column_format(column, text)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    fill(sheet, 0, header, &text.clone().set_bold())
}

fn fill(
    sheet: &mut Worksheet,
    row: u32,
    cells: &[String],
    format: &Format,
) -> std::result::Result<(), XlsxError> {
    for (column, text) in (0..).zip(cells).filter(|(_, text)| !text.is_empty()) {
        put(sheet, row, column, text, format)?;
    }
    Ok(())
}

/// Writes a cell as text, never as a formula or a number; what no cell can hold is cut, and says so.
///
/// # Errors
/// When there is no such cell, or it has been written to disk.
pub fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    format: &Format,
) -> std::result::Result<(), XlsxError> {
    if text.len() > LONGEST_CELL && text.encode_utf16().count() > LONGEST_CELL {
        let kept: String = text.chars().take(LONGEST_CELL / 2 - CUT.len()).collect();
        sheet.write_string_with_format(row, column, kept + CUT, format)?;
    } else {
        sheet.write_string_with_format(row, column, text, format)?;
    }
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
    fn a_workbook_holds_what_the_table_holds() {
        let folder = tempfile::tempdir().unwrap();
        let long = "x".repeat(40_000);
        let text = format!("\u{feff}id,phone,zip\n0035g,+34600123456,01209\n\"1,5\",,\"{long}\"\n");
        fs::write(folder.path().join("a.csv"), text).unwrap();
        let done = workbook(folder.path(), "a.csv", b',', encoding_rs::UTF_8).unwrap();
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
        workbook(folder.path(), "a.csv", b',', encoding_rs::UTF_8).unwrap();
        assert_eq!(
            fs::read(folder.path().join("workbooks/a.xlsx")).unwrap(),
            again
        );
    }
}
