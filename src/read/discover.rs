//! Which files the inputs hold: folders are walked, and everything is sorted by its name, so that the
//! order in which files are given changes nothing.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::book_and_sheet;
use crate::error::{Error, Result};

/// One input file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Where it is.
    pub path: PathBuf,
    /// Its name in reports: relative to the folder that was given, with `/`.
    pub name: String,
}

impl Input {
    /// Its own name behind that of the folder it lies in, as far as the path that was given says it.
    pub fn in_folder(&self) -> String {
        let base = self.name.rsplit('/').next().unwrap_or_default();
        match self.path.parent().map(file_name) {
            Some(folder) => format!("{folder}/{base}"),
            None => base.to_string(),
        }
    }

    /// Whether the user means it by that name: its relative name or its own, of a sheet also that of its workbook, or
    /// its path.
    pub fn is_called(&self, name: &str) -> bool {
        let base = self.name.rsplit('/').next().unwrap_or_default();
        let is_book = book_and_sheet(base).any(|(book, _)| name == book);
        name == self.name || name == base || is_book || Path::new(name) == self.path
    }
}

/// A sheet that the user asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetAsked {
    /// The workbook, as in [`Input::is_called`]; any that has it where it is not said.
    pub book: Option<String>,
    /// The sheet's name.
    pub sheet: String,
}

/// What marks a folder as a kit.
const KIT_MARK: &str = "manifest.json";

/// Lists the files that the given paths hold, sorted by name. Of a kit only the import files and the opt-outs
/// are taken; hidden files are passed over.
///
/// # Errors
/// When a path does not exist or can't be listed.
pub fn discover(paths: &[PathBuf]) -> Result<Vec<Input>> {
    let mut found = Vec::new();
    for path in paths {
        let meta = fs::metadata(path).map_err(|error| missing(path, &error))?;
        if meta.is_dir() {
            walk(path, path, &mut found)?;
        } else {
            found.push(Input {
                name: file_name(path),
                path: path.clone(),
            });
        }
    }
    found.sort_by(|a, b| (&a.name, &a.path).cmp(&(&b.name, &b.path)));
    found.dedup_by(|a, b| same_file(&a.path, &b.path));
    tell_apart(&mut found);
    Ok(found)
}

fn missing(path: &Path, error: &std::io::Error) -> Error {
    Error::new(
        error.to_string(),
        "give the folder or the files of the export",
    )
    .at(path.display().to_string())
}

fn same_file(a: &Path, b: &Path) -> bool {
    match (fs::canonicalize(a), fs::canonicalize(b)) {
        (Ok(a), Ok(b)) => a == b,
        _ => a == b,
    }
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// Two files of one name, given one by one, get the name of their folder in front.
fn tell_apart(found: &mut [Input]) {
    let names: Vec<String> = found.iter().map(|input| input.name.clone()).collect();
    for input in found.iter_mut() {
        if names.iter().filter(|name| **name == input.name).count() > 1 {
            let folder = input.path.parent().map(file_name).unwrap_or_default();
            input.name = format!("{folder}/{}", input.name);
        }
    }
    found.sort_by(|a, b| (&a.name, &a.path).cmp(&(&b.name, &b.path)));
}

fn walk(root: &Path, folder: &Path, found: &mut Vec<Input>) -> Result<()> {
    let kit = folder.join(KIT_MARK).is_file();
    let entries = fs::read_dir(folder).map_err(|error| Error::io(folder, &error))?;
    for entry in entries {
        let entry = entry.map_err(|error| Error::io(folder, &error))?;
        let path = entry.path();
        let name = file_name(&path);
        if name.starts_with('.') {
            continue;
        }
        if path.is_dir() {
            if !kit {
                walk(root, &path, found)?;
            }
        } else if !kit || name.starts_with(|c: char| c.is_ascii_digit()) {
            let relative = path.strip_prefix(root).unwrap_or(&path);
            let parts: Vec<_> = relative
                .components()
                .map(|part| part.as_os_str().to_string_lossy().into_owned())
                .collect();
            found.push(Input {
                name: parts.join("/"),
                path,
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_paths_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.csv", "a.csv", ".hidden"] {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        let a = folder.path().join("a.csv");
        let b = folder.path().join("b.csv");
        let one = discover(&[a.clone(), b.clone()]).unwrap();
        assert_eq!(one, discover(&[b, a]).unwrap());
        assert_eq!(one, discover(&[folder.path().to_path_buf()]).unwrap());
        assert_eq!(one.len(), 2);
    }

    #[test]
    fn of_a_kit_only_the_import_files_are_read() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["1-companies.csv", "id-map.csv", "manifest.json"] {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        let names: Vec<_> = discover(&[folder.path().to_path_buf()])
            .unwrap()
            .into_iter()
            .map(|input| input.name)
            .collect();
        assert_eq!(names, ["1-companies.csv"]);
    }
}
