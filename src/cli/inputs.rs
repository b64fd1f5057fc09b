//! What every command takes that reads an export: its files, and what is said of them.

use std::path::{Path, PathBuf};

use clap::Args;

use super::profile as profiles;
use crate::error::Result;
use crate::pipeline::Options;
use crate::read::{SheetAsked, book_and_sheet};

/// The files, and what is said of them.
#[derive(Debug, Args)]
pub(super) struct Inputs {
    /// The files and folders that a system exported, together one linked set; a single sheet of a workbook is
    /// `BOOK#SHEET`
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// The system they come from, if it is not to be recognised: a built-in profile, or a YAML file
    #[arg(long, value_name = "PROFILE")]
    pub from: Option<String>,
    /// Say what a single file or sheet is
    #[arg(long = "as", value_name = "FILE=OBJECT", value_parser = hint)]
    pub hints: Vec<(String, String)>,
    /// Read this sheet of workbooks, also if it is hidden; else all that are visible
    #[arg(long = "sheet", value_name = "NAME")]
    pub sheets: Vec<String>,
    /// An overlay: a YAML file that adds, changes or drops columns on either side
    #[arg(long, value_name = "OVERLAY")]
    pub with: Vec<PathBuf>,
}

impl Inputs {
    /// The options of a run over them.
    ///
    /// # Errors
    /// When an overlay can't be read.
    pub fn options(&self) -> Result<Options> {
        let any = self.sheets.iter().map(|sheet| SheetAsked {
            book: None,
            sheet: sheet.clone(),
        });
        let parts: Vec<_> = self.inputs.iter().map(|path| taken_apart(path)).collect();
        let single = parts.iter().filter_map(|(_, sheet)| sheet.clone());
        Ok(Options {
            sheets: any.chain(single).collect(),
            inputs: parts.iter().map(|(path, _)| path.clone()).collect(),
            from: self.from.clone(),
            hints: self.hints.clone(),
            overlays: profiles::overlays(&self.with)?,
            ..Options::default()
        })
    }
}

/// A path, and the sheet behind it where no file is called so.
fn taken_apart(path: &Path) -> (PathBuf, Option<SheetAsked>) {
    let text = path.to_string_lossy();
    let mut parts = book_and_sheet(&text).filter(|(book, _)| Path::new(book).is_file());
    let Some((book, sheet)) = parts.next().filter(|_| !path.exists()) else {
        return (path.to_path_buf(), None);
    };
    let name = Path::new(book).file_name().unwrap_or_default();
    let asked = SheetAsked {
        book: Some(name.to_string_lossy().into_owned()),
        sheet: sheet.to_string(),
    };
    (PathBuf::from(book), Some(asked))
}

/// Takes `FILE=OBJECT` apart; for clap.
fn hint(text: &str) -> std::result::Result<(String, String), String> {
    match text.rsplit_once('=') {
        Some((file, object)) if !file.is_empty() && !object.is_empty() => {
            Ok((file.to_string(), object.to_string()))
        }
        _ => {
            Err("write the file's name, `=` and the object, as in `people.csv=contact`".to_string())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_equals_sign_divides_file_and_object() {
        assert_eq!(hint("a=b.csv=lead"), Ok(("a=b.csv".into(), "lead".into())));
        assert!(hint("a.csv").is_err());
        assert!(hint("=lead").is_err());
    }

    #[test]
    fn a_sheet_stands_behind_a_file_that_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["a.xlsx", "b#c.csv"] {
            std::fs::write(at(name), "x").unwrap();
        }
        let (path, sheet) = taken_apart(&at("a.xlsx#People"));
        let sheet = sheet.unwrap();
        assert_eq!((path, sheet.sheet.as_str()), (at("a.xlsx"), "People"));
        assert_eq!(sheet.book.as_deref(), Some("a.xlsx"));
        for name in ["b#c.csv", "a.xlsx", "none#People"] {
            assert_eq!(taken_apart(&at(name)), (at(name), None));
        }
    }
}
