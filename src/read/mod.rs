//! Opening inputs: which files there are, their encoding and dialect, and their rows with their places.

mod book;
mod cut;
mod dialect;
mod discover;
mod encoding;
mod rows;
mod scan;
mod word;

pub use cut::Row;
pub use dialect::Dialect;
pub use discover::{Input, SheetAsked, discover};
pub use encoding::{decode, label};
pub use rows::{Rows, each_row};
pub use scan::{Block, Table, bare, tables};

/// Finds the file of a table of that name in a folder: by its relative name, or by its own where files were given one
/// by one. The name of a sheet is left off. A file may stand for a folder that holds it alone.
pub fn locate(folder: &std::path::Path, name: &str) -> Option<std::path::PathBuf> {
    let without_sheet = book_and_sheet(name).map(|(book, _)| book);
    std::iter::once(name)
        .chain(without_sheet)
        .flat_map(|name| [Some(name), name.rsplit('/').next()])
        .flatten()
        .map(|name| match folder.is_file() && folder.ends_with(name) {
            true => folder.to_path_buf(),
            false => folder.join(name),
        })
        .find(|path| path.is_file())
}

/// What may be the name of a workbook and of a sheet in the name of a table: either may have a [`SHEET_MARK`], too.
pub fn book_and_sheet(name: &str) -> impl Iterator<Item = (&str, &str)> {
    let marks = name.match_indices(SHEET_MARK);
    marks.filter_map(|(at, mark)| Some((name.get(..at)?, name.get(at + mark.len()..)?)))
}

/// A temporary file could not be written.
fn no_room(error: std::io::Error) -> crate::error::Error {
    crate::error::Error::new(
        format!("a temporary file can't be written ({error})"),
        "make room on the disk for temporary files",
    )
}

/// Stands between the name of a workbook and that of a sheet.
pub const SHEET_MARK: char = '#';
