//! Workbooks for the benchmark: `book write CSV FOLDER` writes the first 200,000 rows and 20 columns of a CSV file as
//! `csv/table.csv` and `xlsx/table.xlsx`, `book read XLSX` reads all cells and does nothing else.

use std::error::Error;
use std::fs;
use std::path::Path;

use calamine::{DataType, Reader, Xlsx, open_workbook};
use rust_xlsxwriter::Workbook;

const ROWS: usize = 200_000;
const COLUMNS: usize = 20;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["write", table, folder] => write(table.as_ref(), folder.as_ref()),
        ["read", book] => read(book.as_ref()),
        _ => Err("say `book write CSV FOLDER` or `book read XLSX`".into()),
    }
}

fn write(table: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
    for form in ["csv", "xlsx"] {
        fs::create_dir_all(folder.join(form))?;
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_path(table)?;
    let mut writer = csv::Writer::from_path(folder.join("csv/table.csv"))?;
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, record) in reader.records().take(ROWS + 1).enumerate() {
        let record = record?;
        writer.write_record(record.iter().take(COLUMNS))?;
        for (column, cell) in record.iter().take(COLUMNS).enumerate() {
            if !cell.is_empty() {
                sheet.write_string(u32::try_from(row)?, u16::try_from(column)?, cell)?;
            }
        }
    }
    writer.flush()?;
    book.save(folder.join("xlsx/table.xlsx"))?;
    Ok(())
}

fn read(book: &Path) -> Result<(), Box<dyn Error>> {
    let mut book: Xlsx<_> = open_workbook(book)?;
    let (mut cells, mut letters) = (0_u64, 0);
    for name in book.sheet_names() {
        let mut reader = book.worksheet_cells_reader(&name)?;
        while let Some(cell) = reader.next_cell()? {
            cells += 1;
            letters += cell.get_value().get_string().map_or(0, str::len);
        }
    }
    println!("{{\"cells\":{cells},\"letters\":{letters}}}");
    Ok(())
}
