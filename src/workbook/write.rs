//! Sheets to an XLSX file: headers that stay in sight, filters, drop-downs, every cell text.

use rust_xlsxwriter::{Color, DataValidation, Format, FormatAlign, Worksheet, XlsxError};

use super::form::{APPROVED, CHANGE, FOR_CLIENT, OPEN, STATUS};
use super::sheets::{Sheet, Workbook};
use crate::error::{Error, Result};
use crate::kit::{new_book, put, text_format};

/// Headers, cells to be filled in, and lines that stand out.
const HEADER: Color = Color::RGB(0x00D9_E1F2);
const TO_FILL: Color = Color::RGB(0x00FF_F9E5);
const OUT: Color = Color::RGB(0x00FC_E4D6);

/// The height of a line, and the greatest of a row (Excel's limit), in points.
const LINE_HEIGHT: f64 = 15.0;
const HIGHEST: f64 = 409.0;

/// Writes a workbook; the same sheets make the same bytes.
///
/// # Errors
/// When it has more lines than a workbook takes.
pub fn write(workbook: &Workbook) -> Result<Vec<u8>> {
    bytes(workbook).map_err(|error| {
        Error::new(
            format!("the workbook can't be written ({error})"),
            "give fewer files, or those of one object",
        )
    })
}

type Done<T> = std::result::Result<T, XlsxError>;

fn bytes(workbook: &Workbook) -> Done<Vec<u8>> {
    let mut book = new_book()?;
    for made in &workbook.sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(&made.name)?;
        sheet.set_landscape();
        sheet.set_print_fit_to_pages(1, 0);
        widths(sheet, made)?;
        match made.form.first() {
            Some(("", _)) => plain(sheet, made)?,
            _ => table(sheet, made)?,
        }
    }
    book.save_to_buffer()
}

fn widths(sheet: &mut Worksheet, made: &Sheet) -> Done<()> {
    for (at, (_, width)) in (0..).zip(made.form) {
        sheet.set_column_width(at, *width)?;
    }
    Ok(())
}

fn cell() -> Format {
    text_format().set_text_wrap().set_align(FormatAlign::Top)
}

/// A sheet without a header: the summary.
fn plain(sheet: &mut Worksheet, made: &Sheet) -> Done<()> {
    let formats = [cell(), cell().set_bold()];
    for (row, (cells, head)) in (0..).zip(&made.lines) {
        sheet.set_row_height(row, height(made, cells))?;
        for (at, text) in (0..).zip(cells) {
            put(sheet, row, at, text, Some(own(&formats, *head)))?;
        }
    }
    Ok(())
}

fn table(sheet: &mut Worksheet, made: &Sheet) -> Done<()> {
    let header = cell().set_bold().set_background_color(HEADER);
    let last = u32::try_from(made.lines.len()).unwrap_or(u32::MAX);
    for (at, (name, _)) in (0..).zip(made.form) {
        put(sheet, 0, at, name, Some(&header))?;
    }
    let formats = [cell(), cell().set_background_color(OUT)];
    let to_fill = cell().set_background_color(TO_FILL);
    for (row, (cells, out)) in (1..).zip(&made.lines) {
        sheet.set_row_height(row, height(made, cells))?;
        for (at, ((name, _), text)) in (0..).zip(made.form.iter().zip(cells)) {
            let format = match FOR_CLIENT.contains(name) {
                true => &to_fill,
                false => own(&formats, *out),
            };
            if text.is_empty() {
                sheet.write_blank(row, at, format)?;
            } else {
                put(sheet, row, at, text, Some(format))?;
            }
        }
    }
    let width = u16::try_from(made.form.len()).unwrap_or(1);
    sheet.autofilter(0, 0, last, width.saturating_sub(1))?;
    sheet.set_freeze_panes(1, 1)?;
    for (at, (name, _)) in (0..).zip(made.form).filter(|_| last > 0) {
        match *name {
            STATUS => sheet.add_data_validation(1, at, last, at, &status()?)?,
            CHANGE => sheet.add_data_validation(1, at, last, at, &change()?)?,
            _ => sheet,
        };
    }
    Ok(())
}

/// The format of a line that stands out, or not.
fn own(formats: &[Format; 2], out: bool) -> &Format {
    let [plain, standing_out] = formats;
    if out { standing_out } else { plain }
}

/// The height of a row in points: not every program finds out by itself how much room wrapped texts need.
fn height(made: &Sheet, cells: &[String]) -> f64 {
    let lines = |((_, width), text): (&(&str, f64), &String)| {
        let lines = text
            .lines()
            .map(|line| (line.chars().count() as f64 * 1.1 / width).ceil());
        lines.map(|lines| lines.max(1.0)).sum::<f64>()
    };
    let most = made.form.iter().zip(cells).map(lines).fold(1.0, f64::max);
    (most * LINE_HEIGHT).min(HIGHEST)
}

fn status() -> Done<DataValidation> {
    DataValidation::new()
        .allow_list_strings(&[OPEN, APPROVED])?
        .set_error_title("Status")?
        .set_error_message("Choose open or approved; say anything else under Comment.")
}

fn change() -> Done<DataValidation> {
    DataValidation::new()
        .allow_any_value()
        .set_input_title("Change to")?
        .set_input_message(
            "Only if it should be otherwise. A column: name.given, custom.tier, keep, drop(why). \
             A value: stage: customer. An owner: their user in the new system.",
        )
}
